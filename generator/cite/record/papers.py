"""The papers that have an abbreviation: appendices, petitions, transcripts, exhibits, pleadings."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.mentions import any_word, places, table
from generator.cite.record.pages import (
    IN_NUMBER,
    ITEM,
    ITEMS,
    SIGNALS,
    pages,
    plain,
    stands_alone,
)
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table: an abbreviation, its key, what must follow the words, and whether a volume may precede."""

    form: str
    key: str
    follows: str
    volume: bool


@functools.cache
def forms() -> tuple[Form, ...]:
    """All rows, as they stand in the file.  ``ValueError`` when a row is malformed."""
    out = []
    for row in table("record_forms"):
        form, key, follows, volume = row
        if follows not in ("any", "page", "item", "para") or volume not in ("yes", "no"):
            raise ValueError(f"record_forms.tsv: {row}")
        out.append(Form(form, key, follows, volume == "yes"))
    return tuple(out)


@functools.cache
def _by_start() -> dict[str, tuple[re.Pattern[str], tuple[Form, ...]]]:
    """The beginnings of the forms, and the pattern that tells which one stands there (group k is the k-th form).

    A beginning is the first word; with its period where it is a single letter, which would be found too often.
    """
    groups: dict[str, list[Form]] = {}
    for form in forms():
        first = re.match(r"\w\.|\w+", form.form)
        groups.setdefault(first[0] if first else form.form, []).append(form)
    out = {}
    for start, group in groups.items():
        group.sort(key=lambda f: -len(f.form))
        pattern = re.compile("|".join(f"({_pattern(f.form)})" for f in group))
        out[start] = (pattern, tuple(group))
    return out


@functools.cache
def _starts() -> re.Pattern[str]:
    return any_word(_by_start())


def _pattern(form: str) -> str:
    """A form as a regular expression: any run of blanks for a blank, or none after a period."""
    escaped = re.escape(form).replace("’", "[’']")
    escaped = escaped.replace(r"\.\ ", r"\.\s{0,6}").replace(r"\ ", r"\s{1,6}")
    return escaped if form.endswith(".") else escaped + r"(?![\w’'])"


_LETTERED = re.compile(
    r"Apps?\.?\s{1,6}[A-Z](?:\s{1,6}and\s{1,6}[A-Z])?(?=\s{1,6}to\s{1,6}(?:Pet|Juris|J|Brief|Reply)\b)"
)
_VOLUME = re.compile(r"(?:(?<![\w.,–-])(?:Vol\.\s)?|(?<=, ))\d{1,2}\s{1,2}$")
_YEAR = re.compile(r"\s*(?:1[789]|20)\d\d\s?\)")
_WITNESSES = frozenset(("Dep.", "Decl.", "Aff.", "Deposition", "Affidavit", "Declaration"))
_NAMES = re.compile(r"(?<![\w.])((?:[A-Z][a-z][\w’'-]*\s{1,2}){1,2})$")
_OF_WHOM = re.compile(r"\s{1,4}of(?:\s{1,4}[A-Z][\w’'-]*\.?){1,4}(?=\s?,?\s{1,4}(?:\d|¶|at|p))")
_DEFINITION = re.compile(r"\s{0,6}\((?:hereinafter|hereafter)\s[^()]{2,60}\)")
_EXHIBIT = re.compile(rf"\s{{1,4}}\({ITEM}\)")
_IDENT = re.compile(
    r"\s{0,6}(?:\d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?:[A-Z]{1,2}|[A-Z]?[-–]?\d[\w–-]{0,9}|[A-Z]{1,3}[-–]\d{1,4})(?![\w’'])(?!\.\w))"
)
# "id., Doc. 20, Exh. W", "H. R. Doc. No. 147": the item of another citation.
_OF_ANOTHER = re.compile(
    r"(?:\b[Ii]d\.|Docs?\.\s?[\w–-]{1,8}|Record|[Ss]upra),?\s{1,4}\(?$"
    r"|\b(?:U\.\s?N\.|R\.|S\.|Cong\.)\s{0,3}$"
)
_PAGE_MARK = re.compile(r"\s?,?\s{0,6}(?:at|pp?\b|¶)")


def find_papers(text: str) -> Iterator[Mention]:
    """Every citation of a paper of the table, in order."""
    known = _by_start()
    floor = 0
    for match in places(_starts(), text):
        at = match.start()
        if at < floor:
            continue
        found = _form_at(text, at, *known[match.group()])
        if found and (mention := _paper(text, at, *found)):
            floor = mention.end
            yield mention


def _form_at(
    text: str, at: int, pattern: re.Pattern[str], group: tuple[Form, ...]
) -> tuple[int, Form] | None:
    """Where the form at ``at`` ends, and which it is; "App. A to Pet. for Cert." counts as "App. to Pet. for Cert."."""
    match = pattern.match(text, at)
    lettered = _LETTERED.match(text, at) if text.startswith("App", at) else None
    if lettered:
        rest = text[lettered.end() : lettered.end() + 60]
        match = pattern.match(f"App.{rest}")
        if match and match.end() > 5 and match.lastindex:
            return lettered.end() + match.end() - 4, group[match.lastindex - 1]
        return None
    return (match.end(), group[match.lastindex - 1]) if match and match.lastindex else None


def _paper(text: str, start: int, end: int, form: Form) -> Mention | None:
    """The mention of a form that stands at ``start:end``, if what stands round it allows."""
    key = form.key
    if form.follows != "any":
        if form.volume and (volume := _VOLUME.search(text, max(0, start - 10), start)):
            start = volume.start()
        elif key in _WITNESSES:
            start, end, key = _of_witness(text, start, end, key)
        if not stands_alone(text, start):
            return None
    number = IN_NUMBER.match(text, end)
    if number:
        end, key = number.end(), f"{key} {plain(number.group())}"
    if form.follows == "item":
        whole = key.endswith("Record") or " Record in No" in f" {key}"
        return (_whole_record if whole else _single_item)(text, start, end, key)
    after, pin = pages(text, end, roman=form.follows == "any")
    if form.follows == "page":
        year = text[start - 1 : start] == "(" and _YEAR.match(text, end)  # "(App. 1980)"
        if pin is None or year:
            return None
    if form.follows == "para" and (pin is None or "¶" not in pin):
        return None
    return Mention(start, after, "record", Authority("record", key), pin=pin)


def _of_witness(text: str, start: int, end: int, key: str) -> tuple[int, int, str]:
    """Whose deposition: "Smith Dep. 45", "Deposition of John Smith 12"."""
    names = _NAMES.search(text, max(0, start - 40), start)
    known = names[1].split() if names else []
    while known and known[0] in SIGNALS:
        known.pop(0)
    if known:
        return text.rindex(known[0], 0, start), end, " ".join((*known, key))
    whose = _OF_WHOM.match(text, end)
    if whose:
        return start, whose.end(), " ".join((key, *whose.group().split()))
    return start, end, key


def _whole_record(text: str, start: int, end: int, key: str) -> Mention | None:
    """``Record`` with its documents or a page: ``Record, Doc. 51 (Exh. C), pp. 5–6``, ``Record E–503 (Exh. 98)``."""
    numbered = " in No" in key
    definition = _DEFINITION.match(text, end) if numbered else None
    if definition and ITEMS.match(text, definition.end()):
        end = definition.end()
    items = ITEMS.match(text, end)
    if items:
        end, key = items.end(), plain(key + items.group())
    end, pin = pages(text, end)
    if not (items or pin or numbered):
        return None
    exhibit = _EXHIBIT.match(text, end) if pin and not items else None
    end = exhibit.end() if exhibit else end
    return Mention(start, end, "record", Authority("record", key), pin=pin)


def _single_item(text: str, start: int, end: int, key: str) -> Mention | None:
    """``Exh. A``, ``Doc. 12, at 3``, ``Docket Entry 4/5/02 in No. 4:98-cv-006 (ED Tenn.)``."""
    ident = _IDENT.match(text, end)
    if not ident or _OF_ANOTHER.search(text, max(0, start - 20), start):
        return None
    end, key = ident.end(), f"{key} {plain(ident.group())}"
    for further in (ITEMS, IN_NUMBER):
        more = further.match(text, end)
        if more:
            end, key = more.end(), plain(key + more.group())
    after, pin = pages(text, end)
    if pin and not _PAGE_MARK.match(text, end):
        after, pin = end, None
    return Mention(start, after, "record", Authority("record", key), pin=pin)
