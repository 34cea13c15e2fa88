"""Citations of cases in ordinary text: in full, short, by *supra*, and by *id.*

Reporters are recognised by eyecite's own extractors (``cite.tokenizer``); what stands round them, the name before and
pages, court, year and writing behind, is read here, for eyecite takes one word for a short name and stops at dash
ranges.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.cite.casenames import name_before, short_name_before
from generator.cite.courts import court_of, year_of
from generator.cite.pins import author_of, first_pin, parentheses, read_after
from generator.cite.works import article_before
from generator.link.authorities import spelled
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOCKET = re.compile(
    r",?\s(?:(?:Civ(?:il)?|Crim(?:inal)?|Adv)\.?\s)?(?:A(?:ction|\.)\s)?(?:Nos?\.|Case\sNo\.)\s"
    r"[\w:.\-–—()]{1,30}(?:\s[A-Z]{2,4})?(?:\s\([A-Za-z]{1,5}\))?,?\s*$"
)
_DOCKETED = re.compile(
    r",\s(?:(?:Civ(?:il)?|Crim(?:inal)?)\.?\s)?(?:A(?:ction|\.)\s)?Nos?\.\s([\w:–—-]{3,30}(?:\s[A-Z]{2,4}\b)?(?:\s\([A-Za-z]{1,5}\))?)"
    r"(?:,?\s(?:[Ss]lip|[Mm]em\.)\s[Oo]p\.(?:,?\sat\s(?P<pin>\*?\d{1,4}(?:[–-]\d{1,4})?))?)?(?=\s\()"
)
# "Rompilla v. Beard, ante, p. 374, 2005 U.S. LEXIS 4846": a case of the same volume.
_ANTE = re.compile(r",\s(?:ante|post),\s(?:at|pp?\.)\s[\d–-]{1,9},\s$")
# "In re Debs, 1895, 158 U.S. 564": so older reporters print the year.
_YEAR_BEFORE = re.compile(r",\s((?:1[6-9]|20)\d\d),?\s$")
# "Hopper v. United States (9th Cir. 1959) 267 F.2d 904": California prints court and year before the report.
_DATED_BEFORE = re.compile(r"\s\(((?:[A-Z0-9][\w.]*\s){0,5}(?:1[6-9]|20)\d\d)\)\s$")
# A word that can end a name, and the comma behind it: capitals, an abbreviation, a figure, a parenthesis.
_NAME_BEFORE = re.compile(r"(?:^|[\s(\[\"“‘'—–-])(?:[A-Z0-9&][\w.&'’–-]*|al\.)[”\"')]?,?\s$")
# "— U.S. -, 113 S. Ct. 198": the official report, whose place was not yet known.
_BLANK_REPORT = re.compile(
    r"(?P<gap>,?\s|^)(?:_{1,6}|[—–-]{1,3})\s?U\.\s?S\.(?:,?\sat)?\s?(?:_{1,6}|[—–-]{1,3}),\s$"
)
_SUPRA = re.compile(r"[Ss]upra\b")
_ID = re.compile(r"[Ii](?<!\w.)(?:bid\.|d\.(?!\w)|b?i?d(?=,\s+at\s))")
_PLACE_FOLLOWS = re.compile(r"\s?,?\s(?:at\s|[§¶pn])")
_ID_PLACE = re.compile(
    r",?\s(?:§§\s?\d[\w()–-]*(?:(?:,\s|,?\s(?:and|&)\s)\d[\w()–-]*)+(?![.,]?\w)|(?:§§?|¶¶?|pp?\.|nn?\.)\s?(?:[\w*()\[\]–—-]|\.(?=\w)){1,24})"
)
_ID_VOLUME = re.compile(r"(?:[;:(“]|[.,;] [Ss]ee|\b[Ss]ee also|[Cc]f\.|and)\s(\d{1,3})\s$")
_INTERNAL = re.compile(
    r"^(?:parts?|notes?|nn?\.|sections?|pages?|chapters?|appendix|table|figure|ante|post|see|justice|mr|chief|the|ibid|id)\b",
    re.IGNORECASE,
)


def find_cases(text: str, tokens: Sequence[Any]) -> list[Mention]:
    """Full and short citations from the reporter ``tokens`` of ``text`` (eyecite's ``CitationToken``), in order.

    Parallel citations side by side are one mention, whose authority has them under ``parallel``.
    """
    out: list[Mention] = []
    floor = 0
    skip_to = 0
    for number, token in enumerate(tokens):
        if token.start < skip_to:
            continue
        edition = _edition(token)
        if edition is None:
            continue
        if token.short:
            mention = _short(text, token, edition, floor)
        else:
            mention = _full(text, tokens, number, edition, floor)
        out.append(mention)
        floor = skip_to = mention.end
    return out


def find_ids(text: str) -> Iterator[Mention]:
    """*Id.* and *ibid.* with their pages (Bluebook Rule 4.1); the period of *Ibid.* is inside.

    "76 id., at 24960" has the volume as its key: another of the same series.
    """
    for match in _ID.finditer(text):
        end, pin = match.end(), None
        if match.group()[2] != "i" and _PLACE_FOLLOWS.match(text, end):
            found = first_pin(text, end)
            if found:
                end, pin = found
            else:
                place = _ID_PLACE.match(text, end)
                if place:
                    end, pin = place.end(), place.group().strip(" ,")
        end, _, notes = parentheses(text, end) if pin else (end, None, [])
        volume = _ID_VOLUME.search(text, max(0, match.start() - 14), match.start()) if pin else None
        start, key = (volume.start(1), volume[1]) if volume else (match.start(), None)
        yield Mention(start, end, "id", key=key, pin=pin, writing=author_of(notes))


def find_supras(text: str) -> Iterator[Mention]:
    """``Harlow, supra, at 807``: *supra* behind the name of a case or work (Bluebook Rule 4.2).

    *Supra* with no name before it is a cross-reference, and no business of this function.
    """
    floor = 0
    for match in _SUPRA.finditer(text):
        if not _NAME_BEFORE.search(text, max(floor, match.start() - 40), match.start()):
            continue
        found = short_name_before(text, match.start(), floor)
        if not found or _INTERNAL.match(found[1]):
            continue
        start, name = found
        end, pin = first_pin(text, match.end()) or (match.end(), None)
        end, _, notes = parentheses(text, end)
        floor = end
        yield Mention(start, end, "supra-case", name=name, pin=pin, writing=author_of(notes))


def find_dockets(text: str) -> Iterator[Mention]:
    """An unreported decision: ``Millender v. County of Los Angeles, Civ. No. 05-2298 (CD Cal., Mar. 15, 2007)``,
    ``Doe v. Roe, No. 98-1234, slip op. at 3 (9th Cir. Feb. 2, 1999)`` (Rule 10.8.1).
    """
    for match in _DOCKETED.finditer(text):
        found = name_before(text, match.start())
        if not found:
            continue
        end, dated, _ = parentheses(text, match.end())
        if dated is None:
            continue
        docket = " ".join(match.group(1).split())
        authority = Authority("case", f"No. {docket}", found[1], year_of(dated), court_of(dated))
        yield Mention(
            found[0],
            end,
            "full",
            authority=authority,
            pin=match["pin"],
            name=found[1],
            method="citation",
        )


# ----------------------------------------------------------------------------------------------------- full and short


def _edition(token: Any) -> Any | None:
    """The edition of the reporter that the token means: the exact spelling before a variation.  ``None`` for laws."""
    for edition in (*token.exact_editions, *token.variation_editions):
        if edition.reporter.source != "laws":
            return edition
    return None


def _key(token: Any, edition: Any) -> str:
    volume = token.groups.get("volume") or ""
    page = (token.groups.get("page") or "").strip()
    return spelled(f"{volume} {edition.short_name} {page}".strip())


def _full(text: str, tokens: Sequence[Any], number: int, edition: Any, floor: int) -> Mention:
    token = tokens[number]
    keys = [(_key(token, edition), _printed(token, edition))]
    after = read_after(text, token.end)
    pin, last = after.pin, after
    # "457 U.S. 800, 818, 102 S. Ct. 2727, 73 L. Ed. 2d 396 (1982)"
    following = number + 1
    while following < len(tokens):
        other = tokens[following]
        beside = _edition(other)
        gap = text[last.end : other.start]
        if (
            beside is None
            or other.short
            or last.dated
            or last.notes
            or gap.strip() != ","
            or len(gap) > 3
        ):
            break
        keys.append((_key(other, beside), _printed(other, beside)))
        last = read_after(text, other.end)
        following += 1
    dated = last.dated
    blank = _BLANK_REPORT.search(text, max(floor, token.start - 28), token.start)
    begin = blank.end("gap") if blank else token.start
    name_end = _without_docket(text, floor, blank.start() if blank else token.start)
    early = _YEAR_BEFORE.search(text, max(floor, name_end - 8), name_end)
    if early or (early := _DATED_BEFORE.search(text, max(floor, name_end - 48), name_end)):
        name_end, dated = early.start(), dated or early[1]
    found = name_before(text, name_end, floor)
    if found is None and edition.reporter.source == "journals":
        found = article_before(text, token.start, floor)
    start, name = found or (begin, None)
    authority = _authority(keys, edition, name, dated, last.notes)
    return Mention(
        start,
        last.end,
        "full",
        authority=authority,
        name=name,
        pin=pin,
        writing=author_of(last.notes),
        method="citation",
    )


def _printed(token: Any, edition: Any) -> str:
    return f"{token.groups.get('volume')} {edition.short_name} {token.groups.get('page')}"


def _authority(
    keys: list[tuple[str, str]],
    edition: Any,
    name: str | None,
    dated: str | None,
    notes: tuple[str, ...],
) -> Authority:
    """The first of the parallel citations that has a page is the key; the official reporter is printed first
    (Rule 10.3).
    """
    paged = [k for k in keys if not k[0].endswith("_")]
    key, printed = (paged or keys)[0]
    others = [k for k, _ in paged if k != key]
    if printed != key and not key.endswith("_"):  # a nominative reporter, kept as it is printed
        others.insert(0, printed)
    if not paged and name:
        key = f"{name}, {key}"
    kind = "work" if edition.reporter.source == "journals" else "case"
    note = next((n.lower() for n in notes if n.lower() in ("per curiam", "en banc")), None)
    return Authority(
        kind,  # type: ignore[arg-type]
        key,
        name,
        year_of(dated) if dated else None,
        court_of(dated) if dated else None,
        tuple(dict.fromkeys(others)),
        note,
    )


def _without_docket(text: str, floor: int, end: int) -> int:
    """Where the name ends when a docket number stands between it and the reporter ("No. 05-2298, 2007 WL …")."""
    docket = (
        _DOCKET.search(text, max(floor, end - 80), end)
        if "o" in text[max(floor, end - 80) : end]
        else None
    )
    if docket is None:
        docket = _ANTE.search(text, max(floor, end - 30), end)
    return docket.start() if docket else end


def _short(text: str, token: Any, edition: Any, floor: int) -> Mention:
    key = spelled(f"{token.groups.get('volume') or ''} {edition.short_name}".strip())
    after = read_after(text, token.end, token.groups.get("page"))
    supra = re.search(
        r",?\s?supra,?\s$", text[max(floor, token.start - 10) : token.start], re.IGNORECASE
    )
    name_end = token.start - len(supra.group()) if supra else token.start
    found = (
        short_name_before(text, name_end, floor)
        if text[:name_end].rstrip()[-1:] == "," or supra
        else None
    )
    start, name = found or (token.start, None)
    return Mention(
        start, after.end, "short", name=name, key=key, pin=after.pin, writing=author_of(after.notes)
    )
