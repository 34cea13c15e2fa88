"""``site_src/authorities.yml``: authorities that people add, correct and call by other names.

A list of entries, each with ``cite`` and, as it needs them, ``kind``, ``aliases``, ``parallel``, ``below``, ``url`` and
``in`` (docs/guide/authorities.md).  Every fault is an ``AuthoritiesFileError`` with the file, the line and the way out:

* L01 the file cannot be read, or is not UTF-8
* L02 it is too big
* L03 it is not YAML, or more than one document
* L04 it uses aliases of YAML (``*name``) or deep nesting
* L05 it is not a list of entries, or an entry has no ``cite``
* L06 a key stands twice in an entry
* L07 a key is unknown
* L08 a value is of the wrong type
* L09 a citation is not understood
* L10 a citation contradicts itself: its year and its volume, or it has a page cited
* L11 two entries are the same authority
* L12 two entries have the same alias
* L13 an address is not one of the web
* L14 the kind is unknown, or cannot be told
* L15 ``in`` is not the address of a case
* L16 (``generator.link.urls``) the settings name a provider that there is not
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.errors import PinciteError
from generator.link.authorities import NOBODY, People, alike, keys_of
from generator.link.citeline import KINDS, CiteError, parse_cite
from generator.link.spelling import LONGEST, spelled
from generator.model import KnownAuthority
from generator.slugs import valid_slug
from generator.yamlfile import YamlFile, line_of

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

    from generator.model import Authority

KEYS = ("cite", "kind", "aliases", "parallel", "below", "url", "in")
_LISTS = frozenset({"aliases", "parallel", "below"})
_DEPTH = 3  # a list of entries with lists
_CITATION = re.compile(r"\d{1,4} [A-Z][^,§]{0,60} (?:\d{1,8}|_{1,4})")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:-]+(?:[/?#][!#-&(-;=?-\[\]_a-z~]*)?")
_LONGEST_ADDRESS = 2000


class AuthoritiesFileError(PinciteError):
    """An ``authorities.yml`` that does not say what it should."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry with the line on which it begins."""

    known: KnownAuthority
    line: int
    url: str | None
    only_in: str | None


def load_authorities(path: Path) -> People:
    """What people wrote in the file at ``path``; nobody wrote anything where there is none, or it is empty.

    Raises ``AuthoritiesFileError`` (L01 to L15).
    """
    if not path.exists():
        return NOBODY
    file = YamlFile(path, AuthoritiesFileError, "L", _DEPTH)
    entries = _entries(file)
    _no_duplicates(file, entries)
    return People(
        tuple(entry.known for entry in entries),
        tuple((entry.known.authority.key, entry.url) for entry in entries if entry.url),
        tuple((entry.known.authority.key, entry.only_in) for entry in entries if entry.only_in),
    )


def _entries(file: YamlFile) -> list[_Entry]:
    import yaml

    node = file.node()
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        file.fail(5, "the file is not a list of entries", "begin each with - cite:", node)
    return [_entry(file, item) for item in node.value]


def _entry(file: YamlFile, node: yaml.Node) -> _Entry:
    import yaml

    if not isinstance(node, yaml.MappingNode):
        file.fail(
            5,
            "this entry does not consist of `key: value` lines",
            "write - cite: 457 U.S. 800",
            node,
        )
    values: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key not in KEYS:
            shown = repr(key[:40]) if isinstance(key, str) else "that is no word"
            file.fail(7, f"unknown key {shown}", _key_advice(key), key_node)
        if key in values:
            file.fail(
                6,
                f"the key `{key}` stands twice in this entry",
                f"delete one; the first is in line {lines[key]}",
                key_node,
            )
        lines[key] = line_of(key_node)
        values[key] = _texts(file, key, value_node)
    if not values.get("cite"):
        file.fail(
            5,
            "an entry without `cite`",
            "say what it is: - cite: Harlow v. Fitzgerald, 457 U.S. 800 (1982)",
            node,
        )
    return _Entry(
        _known(file, values, lines),
        line_of(node),
        _url(file, values, lines),
        _only_in(file, values, lines),
    )


def _texts(file: YamlFile, key: str, node: yaml.Node) -> list[str]:
    """The value of a key as texts; only some keys may have several."""
    import yaml

    items = node.value if isinstance(node, yaml.SequenceNode) and key in _LISTS else [node]
    out = []
    for item in items:
        text = file.text_of(item, f"`{key}`")
        if text is None:
            continue
        if len(text) > (_LONGEST_ADDRESS if key == "url" else LONGEST):
            file.fail(8, f"`{key}` is too long", "shorten it", item)
        out.append(" ".join(text.split()))
    return out


def _known(file: YamlFile, values: dict[str, list[str]], lines: dict[str, int]) -> KnownAuthority:
    said = values.get("kind")
    kind = next((k for k in KINDS if said and said[0] == k), None)
    if said and kind is None:
        file.fail(
            14, f"unknown kind {said[0][:40]!r}", f"known are {', '.join(KINDS)}", lines["kind"]
        )
    try:
        authority = parse_cite(values["cite"][0], kind)
    except CiteError as error:
        file.fail(error.number, error.message, error.advice, lines["cite"])
    parallel = []
    for text in values.get("parallel", []):
        if authority.kind == "case" and not (_CITATION.fullmatch(text) or text.startswith("No. ")):
            file.fail(
                9,
                f"{text[:60]!r} is not VOLUME REPORTER PAGE",
                "write for example 106 S. Ct. 1092",
                lines["parallel"],
            )
        parallel.append(spelled(text))
    keys = dict.fromkeys((*authority.parallel, *parallel))
    authority = replace(authority, parallel=tuple(k for k in keys if k != authority.key))
    below = tuple(spelled(b) if _CITATION.fullmatch(b) else b for b in values.get("below", []))
    for reviewer in below:
        if reviewer in keys_of(authority):
            file.fail(
                10,
                f"`below` names the decision itself, {reviewer}",
                "name the one that reviewed it",
                lines["below"],
            )
    aliases = tuple(dict.fromkeys(a for a in values.get("aliases", []) if a != authority.name))
    return KnownAuthority(authority, "people", aliases=aliases, below=below)


def _url(file: YamlFile, values: dict[str, list[str]], lines: dict[str, int]) -> str | None:
    """An address as it goes into the page: http or https, ASCII, nothing that could end an attribute."""
    if not values.get("url"):
        return None
    url = values["url"][0]
    try:
        sound = _ADDRESS.fullmatch(url) and urlsplit(url).hostname and urlsplit(url).port != 0
    except ValueError:
        sound = False
    if not sound:
        file.fail(
            13,
            f"{url[:60]!r} is not an address of the web",
            "write it as a browser shows it, with https:// before it",
            lines["url"],
        )
    return url


def _only_in(file: YamlFile, values: dict[str, list[str]], lines: dict[str, int]) -> str | None:
    slug = next(iter(values.get("in", [])), None)
    if slug is not None and not valid_slug(slug):
        file.fail(
            15,
            f"`in` is {slug[:40]!r}, which is no address of a case",
            "write the name of its folder in site_src/opinions",
            lines["in"],
        )
    return slug


def _no_duplicates(file: YamlFile, entries: list[_Entry]) -> None:
    """One work has one entry, and one alias means one work; entries of different cases do not meet."""
    keys: dict[str, list[_Entry]] = {}
    aliases: dict[str, list[_Entry]] = {}
    for entry in entries:
        for key in keys_of(entry.known.authority):
            for other in keys.setdefault(key, []):
                if not _beside(entry.known.authority, other.known.authority):
                    file.fail(
                        11,
                        f"{key} has an entry in line {other.line} already",
                        "make one entry of both, or, if two cases begin on that page, name both",
                        entry.line,
                    )
            keys[key].append(entry)
        for alias in entry.known.aliases:
            for other in aliases.setdefault(alias.casefold(), []):
                if None in (other.only_in, entry.only_in) or other.only_in == entry.only_in:
                    file.fail(
                        12,
                        f"{alias!r} is an alias of the entry in line {other.line} already",
                        "an alias means one work: delete one",
                        entry.line,
                    )
            aliases[alias.casefold()].append(entry)


def _beside(one: Authority, other: Authority) -> bool:
    """Whether two entries are two cases on one page: both have names, and not the same."""
    return bool(one.name and other.name) and not alike(one.name, other.name)


def _key_advice(key: str | None) -> str:
    import difflib

    near = difflib.get_close_matches((key or "")[:40].lower(), KEYS, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"known are {', '.join(KEYS)}"
