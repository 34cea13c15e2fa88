"""Where ``pincite fetch`` goes, and within which limits.

An address comes from ``--base``, else from the environment, else from ``mkdocs.yml``, else it is the public one::

    plugins:
      - pincite:
          fetch:
            courtlistener: https://courtlistener.example.org/api/rest/v4/
            cap: https://cap.example.org/

The token comes from the environment alone: it has no place in a file that is published.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.errors import PinciteError
from generator.guidance import plugin_option
from generator.read.decode import SIZE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TOKEN = "COURTLISTENER_TOKEN"  # noqa: S105 - the name of a variable
PUBLIC = {
    "courtlistener": "https://www.courtlistener.com/api/rest/v4/",
    "cap": "https://static.case.law/",
}
VARIABLES = {"courtlistener": "PINCITE_COURTLISTENER", "cap": "PINCITE_CAP"}


@dataclass(frozen=True, slots=True)
class Settings:
    """The base address of a server (with its last slash), the token for it, and the limits.

    Times are in seconds: ``pause`` before each request after the first, ``connect`` for a connection, ``silence``
    without a byte, ``deadline`` for a whole answer, ``longest_wait`` that a server may ask for.  ``size`` is in bytes;
    it is that of the greatest file that can be read.  ``backoff`` is the first wait after a failure; it doubles.
    """

    base: str
    token: str | None = None
    pause: float = 1.0
    connect: float = 10.0
    silence: float = 30.0
    deadline: float = 120.0
    longest_wait: float = 120.0
    backoff: float = 2.0
    tries: int = 4
    redirects: int = 5
    size: int = SIZE_LIMIT


def settings_for(
    server: str,
    root: Path | None = None,
    base: str | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings for ``courtlistener`` or ``cap``; ``base`` wins.  F09 for an address that is none of the web."""
    configured = plugin_option(root / "mkdocs.yml", "fetch") if root else None
    from_site = configured.get(server) if isinstance(configured, dict) else None
    chosen = base or environment.get(VARIABLES[server]) or from_site or PUBLIC[server]
    token = environment.get(TOKEN, "").strip() if server == "courtlistener" else ""
    return Settings(base=_checked(chosen), token=token or None)


def _checked(base: object) -> str:
    parts = urlsplit(base) if isinstance(base, str) else None
    if (
        parts is None
        or parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.query
        or parts.fragment
    ):
        raise PinciteError(
            "this is no address of a server",
            code="F09",
            file=str(base)[:200],
            advice="write it as https://www.courtlistener.com/api/rest/v4/",
        )
    return parts.geturl().rstrip("/") + "/"
