"""What a site says of references beside its opinions: ``site_src/authorities.yml`` and the providers in
``mkdocs.yml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from generator.link.authorities import NOBODY
from generator.link.authorities_file import load_authorities
from generator.link.urls import DEFAULT_ORDER, check_order
from generator.refer import Guidance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

AUTHORITIES = "site_src/authorities.yml"


def guidance_of(root: Path | None, providers: Sequence[str] | None = None) -> Guidance:
    """The guidance of the site in ``root``; ``providers`` wins over what its ``mkdocs.yml`` says.

    No folder, or one with neither file, gives the defaults.  Raises ``PinciteError`` for a file that cannot be used.
    """
    if root is None:
        return Guidance(NOBODY, DEFAULT_ORDER)
    path = root / AUTHORITIES
    people = load_authorities(path) if path.is_file() else NOBODY
    settings = root / "mkdocs.yml"
    order = providers if providers is not None else _providers(settings)
    return Guidance(people, check_order(order, str(settings)) or DEFAULT_ORDER)


class _Lenient(yaml.SafeLoader):
    """``mkdocs.yml`` may hold tags of MkDocs' own (``!ENV``), which say nothing of providers."""


def _unknown(loader: yaml.Loader, suffix: str, node: yaml.Node) -> None:
    del loader, suffix, node


_Lenient.add_multi_constructor("!", _unknown)
_Lenient.add_multi_constructor("tag:", _unknown)


def _providers(path: Path) -> Any:
    return plugin_option(path, "providers") or []


def plugin_option(path: Path, option: str) -> Any:
    """``plugins: - pincite: {option: …}`` of the ``mkdocs.yml`` at ``path``; ``None`` where file or option is not
    there.
    """
    if not path.is_file():
        return None
    try:
        config: Any = yaml.load(path.read_text(encoding="utf-8"), _Lenient)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError):
        return None  # MkDocs says it better
    plugins = config.get("plugins") if isinstance(config, dict) else None
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        options = plugin.get("pincite") if isinstance(plugin, dict) else None
        if isinstance(options, dict) and options.get(option):
            return options[option]
    return None
