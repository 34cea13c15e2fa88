"""Where on the public web a work can be read.

The providers and the forms of their addresses are data: ``generator/data/providers.yml``, whose first lines explain it.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from generator.errors import PinciteError
from generator.link.spelling import LONGEST, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Authority, AuthorityKind

# CourtListener has every reporter and opens at the page; then the laws; then other copies of the opinions.
DEFAULT_ORDER: tuple[str, ...] = (
    "courtlistener",
    "lii",
    "govinfo",
    "california",
    "caselaw",
    "justia",
    "loc",
    "conan",
)
_PAGE = re.compile(r"\*?(\d{1,6})(?![\w.])")
_LONGEST_OPINION = 1000  # pages; a page further on is not in the case that begins here
_PLACEHOLDER = re.compile(r"\{(?P<group>\w+)(?::(?P<form>\w+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+/[A-Za-z0-9/._~%?&=#:+-]*")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Form:
    """One form of citation that a provider serves: an entry of ``serves``."""

    kind: AuthorityKind
    keys: tuple[re.Pattern[str], ...]
    url: str
    pinned: str | None
    between: tuple[tuple[str, int, int], ...]

    def address(self, key: str, page: int | None) -> str | None:
        """The address for a key in its one spelling, at ``page`` where that can be; ``None`` when it is not served."""
        for pattern in self.keys:
            match = pattern.fullmatch(key)
            if match:
                break
        else:
            return None
        parts = {name: value or "" for name, value in match.groupdict().items()}
        for name, low, high in self.between:
            number = _number(parts[name])
            if number is None or not low <= number <= high:
                return None
        url = self.url
        first = _number(parts.get("page", ""))
        if self.pinned and page and first and first < page < first + _LONGEST_OPINION:
            parts["pin"], parts["leaf"] = str(page), str(page - first + 1)
            url = self.pinned
        filled = _filled(url, parts)
        return filled if _ADDRESS.fullmatch(filled) else None


@dataclass(frozen=True, slots=True)
class Provider:
    """A public collection of law."""

    id: str
    label: str
    note: str
    forms: tuple[Form, ...]

    def address(self, authority: Authority, pin: str | None = None) -> str | None:
        """Where this provider has the work, under its key or else a parallel citation; ``None`` where it has not.

        The page of a pin counts in the reporter of the key, so an address by a parallel citation has none.
        """
        for number, key in enumerate((authority.key, *authority.parallel)):
            if len(key) > LONGEST:
                continue
            page = _page(pin) if number == 0 else None
            for form in self.forms:
                if form.kind == authority.kind and (url := form.address(spelled(key), page)):
                    return url
        return None


def url_for(
    authority: Authority, pin: str | None = None, order: Sequence[str] = DEFAULT_ORDER
) -> str | None:
    """The address at the first provider of ``order`` that has the work; ``None`` when none has.

    ``pin`` as printed, such as ``341`` or ``922, n. 23``: where the provider has anchors for pages, its first page is
    part of the address.  Unknown names in ``order`` are passed over (see ``check_order``).
    """
    return next((url for _, url in _links(authority, pin, order)), None)


def links_for(
    authority: Authority, pin: str | None = None, order: Sequence[str] = DEFAULT_ORDER
) -> list[tuple[str, str]]:
    """Every provider of ``order`` that has the work: its label and the address, first choice first."""
    return list(_links(authority, pin, order))


def check_order(names: object, file: str = "mkdocs.yml") -> tuple[str, ...]:
    """The ``providers`` of a site's settings, once they are a list of known names, each once.

    Raises ``PinciteError`` (L16) that says what is wrong and which there are.
    """
    known = tuple(providers())

    def fail(message: str, advice: str) -> PinciteError:
        return PinciteError(f"providers: {message}", code="L16", file=file, advice=advice)

    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise fail("not a list of names", f"write for example providers: [{', '.join(known[:2])}]")
    for place, name in enumerate(names):
        if name not in known:
            raise fail(f"unknown provider {str(name)[:40]!r}", f"known are {', '.join(known)}")
        if name in names[:place]:
            raise fail(f"{name} stands there twice", "delete one")
    return tuple(names)


@functools.cache
def providers() -> Mapping[str, Provider]:
    """All providers of the table by id, in its order.  ``ValueError`` or ``KeyError`` when an entry is malformed."""
    return {entry["id"]: _provider(entry) for entry in provider_table()}


def provider_table() -> list[dict[str, Any]]:
    """The table as it is written, examples and notes included."""
    from importlib.resources import files

    import yaml

    text = files("generator").joinpath("data/providers.yml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: list[dict[str, Any]] = yaml.load(text, Loader=loader)  # noqa: S506 (a safe loader)
    return table


def _provider(entry: dict[str, Any]) -> Provider:
    forms = tuple(
        Form(
            form["kind"],
            tuple(re.compile(pattern, re.ASCII) for pattern in form["keys"]),
            form["url"],
            form.get("pinned"),
            tuple((name, low, high) for name, (low, high) in form.get("between", {}).items()),
        )
        for form in entry["serves"]
    )
    return Provider(entry["id"], entry["label"], entry["note"], forms)


def _links(
    authority: Authority, pin: str | None, order: Sequence[str]
) -> Iterator[tuple[str, str]]:
    table = providers()
    for name in order:
        provider = table.get(name)
        url = provider.address(authority, pin) if provider else None
        if provider and url:
            yield provider.label, url


def _page(pin: str | None) -> int | None:
    """The first page of a pin; ``None`` when it begins with something else (``n. 3``, ``§ 4``)."""
    match = _PAGE.match(pin.strip()) if pin else None
    return int(match.group(1)) if match else None


def _filled(template: str, parts: dict[str, str]) -> str:
    """The template with its groups put in, each percent-encoded."""

    def group(match: re.Match[str]) -> str:
        return quote(_formed(parts[match["group"]], match["form"]), safe="")

    def optional(match: re.Match[str]) -> str:
        names = [m["group"] for m in _PLACEHOLDER.finditer(match[1])]
        return match[1] if all(parts[name] for name in names) else ""

    return _PLACEHOLDER.sub(group, _OPTIONAL.sub(optional, template))


def _formed(value: str, form: str | None) -> str:
    if form is None:
        return value
    if form.isdigit():
        return value.zfill(int(form))
    if form == "lower":
        return value.lower()
    if form == "slug":
        kept = "".join(c for c in value.lower() if c.isalnum() or c in " -")
        return "-".join(kept.split())
    if form == "under":
        return value.strip("()").replace(")(", "_")
    if form == "arabic":
        return str(_number(value))
    raise ValueError(f"providers.yml: unknown form {form!r}")


def _number(text: str) -> int | None:
    """``12``, ``5.2`` (as 5) or a well-formed Roman number as an ``int``; ``None`` for anything else."""
    if re.fullmatch(r"\d+(?:\.\d+)?", text, re.ASCII):
        return int(text.partition(".")[0])
    values = [_ROMAN[c] for c in text if c in _ROMAN]
    if not text or len(values) != len(text):
        return None
    total = sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
    return total if _roman(total) == text else None


def _roman(number: int) -> str:
    out = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        out += letters * (number // value)
        number %= value
    return out
