"""Parts and appendices: ``Part II–A, supra``, ``Part IV of his dissenting opinion``, ``see Part II``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.internal.names import follows_case_name
from generator.cite.internal.patterns import LABELS, LETTERS, PINS, B, labels_of, pin_of
from generator.cite.internal.writings import OF_OPINION, SORT, parenthesis, whose_opinion
from generator.cite.mentions import places
from generator.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHERE = r"(?P<where>[Ss]upra|[Ii]nfra|[Aa]nte|[Pp]ost)\b"
_PINNED = rf"(?:\s?,?{B}at{B}(?P<pins>{PINS}))?"
_PART = re.compile(
    rf"(?:Parts?|PARTS?){B}(?P<labels>{LABELS}|{LETTERS})"
    rf"(?:(?P<then>\s?,?{B}{_WHERE}{_PINNED})|(?P<of>{OF_OPINION}))?"
)
_PART_AFTER = re.compile(
    rf"\w+\s?,?{B}(?:at{B})?(?:Parts?|§§?|[Ss]ections?){B}?(?P<labels>{LABELS}|{LETTERS})"
)
_SECTION = re.compile(
    rf"(?:[Ss]ections?|§§?)\s{{0,4}}(?P<labels>{LABELS})\s?,?{B}{_WHERE}{_PINNED}"
)
_APPENDIX = re.compile(
    rf"Appendi(?:x|ces)(?:{B}(?P<labels>[A-Z]{{1,4}}\b(?:{B}and{B}[A-Z]\b)?))?"
    rf"\s?,?{B}(?P<where>infra|supra)\b{_PINNED}"
)
# The words before a bare "Part II" that make it a place of this opinion.
_POINTED = re.compile(
    r"(?:^|[.?!”\"]\s{1,8}|(?<![\w’'])(?:[Ii]n|[Ss]ee|also|[Uu]nder|to|[Jj]oins?|[Jj]oined|[Jj]oining"
    r"|but|except|from|with|that|than|[Aa]s|[Cc]f\.|by|and|of|rejects?|adopts?|[Ff]or|[Aa]fter"
    r"|[Bb]oth|all|only|what|[Tt]hrough)\s{1,8})$"
)
_OTHER_WORK = re.compile(
    r"\b(?:Title|Chapter|Schedule|Subtitle|Form|Annex|Act|Code|Regs?\.|Rules?|Report|Rep\.|[Ii]d\."
    r"|supra|Vol\.|Div\.)\s?[IVXA-Z\d]{0,5},?\s{1,8}$"
)
_OF_ELSE = re.compile(
    rf"{B}of{B}(?!course)|{B}(?:crimes?|offens\w+|carriers?|regulations?|Regs)\b"
    rf"|\s?,{B}(?:§|ch\.|Art\.|c\.\s\d)"
)
_JOINED = re.compile(r"\b[Jj]oin(?:s|ed|ing)?\b[^.;]{0,40}$")
_LOWER_COURT = re.compile(
    r"\b(?:Court of Appeals|District Court|Circuit|[Pp]anel|court below|Supreme Court of [A-Z]"
    r"|[Tt]rial court)\b"
)


def find_parts(text: str, hits: Sequence[int]) -> Iterator[Mention]:
    """Mentions of kind ``part``; ``hits`` are the offsets of the words *supra*, *infra*, *ante*, *post* in ``text``."""
    if "Part" in text or "PART" in text:
        for match in places(_PART, text):
            mention = _part(text, match)
            if mention:
                yield mention
    for at in hits:
        after = _PART_AFTER.match(text, at)
        if after and not follows_case_name(text, at):
            yield Mention(at, after.end(), "part", key=labels_of(after["labels"]))
    if not hits:
        return
    for match in places(_SECTION, text):
        key, pin = labels_of(match["labels"]), pin_of(match["pins"])
        yield Mention(match.start(), match.end(), "part", key=key, pin=pin)
    for match in places(_APPENDIX, text):
        key = f"Appendix {labels_of(match['labels'] or '')}".strip()
        yield Mention(match.start(), match.end(), "part", key=key, pin=pin_of(match["pins"]))


def _part(text: str, match: re.Match[str]) -> Mention | None:
    """The mention of a match of ``_PART``, if it is a Part of an opinion in this case."""
    start, end, key = match.start(), match.end(), labels_of(match["labels"])
    if match["then"]:
        author = None
        if match["where"].lower() in ("ante", "post"):
            end, author, _ = parenthesis(text, end)
        return Mention(start, end, "part", key=key, pin=pin_of(match["pins"]), writing=author)
    if key[0] not in "IVX":
        return None
    if match["of"]:
        author = whose_opinion(match)
        return None if _below(text, match) else Mention(start, end, "part", key=key, writing=author)
    end = match.end("labels")
    if _OF_ELSE.match(text, end) or _OTHER_WORK.search(text, max(0, start - 24), start):
        return None
    pointed = _POINTED.search(text, max(0, start - 16), start)
    return Mention(start, end, "part", key=key) if pointed else None


def _below(text: str, match: re.Match[str]) -> bool:
    """Whether "Part III of its opinion" is said of the court below; "the opinion" alone must be one that is joined."""
    if match["whose"] == "the" and match["noun"].startswith("opinion"):
        said = match["court"] or re.search(SORT, match["of"])
        return not (said or _JOINED.search(text, max(0, match.start() - 48), match.start()))
    if match["whose"] not in ("its", "his", "her"):
        return False
    return bool(_LOWER_COURT.search(text, max(0, match.start() - 90), match.end() + 60))
