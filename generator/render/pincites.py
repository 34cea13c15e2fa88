"""How a passage of a case is cited, in the form of the Bluebook (21st ed.).

With its page where the source marks it (Rule 3.2(a)): ``Malley v. Briggs, 475 U.S. 335, 341 (1986)``.  Where the page
is lost, with the number of the paragraph and the edition that gives it (Rules 3.3 and 10.3.3):
``Malley v. Briggs, 475 U.S. 335, ¶ 11 (1986) (Pincite ed.)``.  An estimated page is never cited.  What is not the
opinion of the Court says whose it is (Rule 10.6.1).  The syllabus is no part of the opinion and has no citation.

The page's script puts the same parts together for what a reader selects (``templates/theme/js/copy.js``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from generator.cite.courts import court_of
from generator.justices import chief_justice
from generator.render import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Block, Case, CaseInfo, Writing

EDITION = "Pincite ed."
_SUPREME = re.compile(r"(?:the )?supreme court of the united states", re.IGNORECASE)
_SUPREME_REPORTER = re.compile(r"\d+ (?:U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?) \d+")
_CITABLE = frozenset({"paragraph", "blockquote", "disposition", "footnote"})
# "CHIEF JUSTICE ROBERTS …", "BURGER, C. J., dissenting": said of the author, not of one who joins.
_CHIEF = re.compile(
    r"\W*(?:mr\. |the )?chief (?:justice|judge)\b|[^,]{1,40},\s*c\.\s?j\.", re.IGNORECASE
)
# The capacity at the end of a byline; a word that is not here stops it, and then the kind of the writing speaks.
_CAPACITY = re.compile(
    r"\b((?:specially )?(?:concurring|dissenting|respecting)"
    r"(?:,? (?:in|and|part|the|judgments?|result|from|of|to|denial|dismissal|grant|writ|certiorari"
    r"|concurring|dissenting|respecting))*)\.?\s*$"
)
_KIND = {
    "concurrence": "concurring",
    "concurrence-in-judgment": "concurring in the judgment",
    "concurrence-in-part-dissent-in-part": "concurring in part and dissenting in part",
    "dissent": "dissenting",
}
_WHOLE = {"majority": "", "plurality": "plurality opinion", "per-curiam": "per curiam"}


@dataclass(frozen=True, slots=True)
class Pincites:
    """The parts of which each citation of a case is made.

    ``head``: name and citation; ``date``: the court, where its reporter does not name it, and the year; ``by``: by
    writing, the words of its parenthetical, empty for the opinion of the Court and missing for the syllabus;
    ``pages``: by block, its first and last page, where both are known.
    """

    head: str
    date: str
    by: Mapping[str, str]
    pages: Mapping[str, tuple[int, int]]

    def of(self, block: Block) -> str | None:
        """The citation of a whole block; ``None`` for what is not cited: the syllabus, headings, captions."""
        attribution = self.by.get(block.writing or "")
        if attribution is None or block.kind not in _CITABLE:
            return None
        pages = self.pages.get(block.id)
        pin = page_pin(*pages) if pages else paragraph_pin(block)
        if block.kind == "footnote" and block.label:
            pin = f"{pin} n.{block.label}" if pages else f"n.{block.label}"
        ours = EDITION if pin.startswith("¶") else ""
        notes = [note for note in (self.date, ours, attribution) if note]
        return ", ".join(p for p in (self.head, pin) if p) + "".join(f" ({n})" for n in notes)

    def as_data(self) -> dict[str, Any]:
        """What the page's script needs, with nothing that it can tell from the page itself."""
        return {
            "head": self.head,
            "date": self.date,
            "edition": EDITION,
            "by": dict(self.by),
            "pages": {block: list(pages) for block, pages in self.pages.items()},
        }


def pincites(case: Case) -> Pincites:
    """The parts of the citations of a case."""
    info = case.info
    cited = info.citation or info.docket or ""
    bylines = {b.writing: b.text for b in case.blocks if b.kind == "byline"}
    return Pincites(
        ", ".join(p for p in (words.case_name(case), cited) if p),
        dated(info),
        {
            w.id: attribution(w, bylines.get(w.id, ""), info)
            for w in case.writings
            if w.kind != "syllabus"
        },
        known_pages(case),
    )


def page_pin(first: int, last: int) -> str:
    """Pages as Rule 3.2(a) has them: the last two digits stay, other digits that repeat are dropped: 341–42, 99–101."""
    if first == last:
        return str(first)
    end = str(last)
    if last > 99 and str(first)[:-2] == end[:-2]:
        end = end[-2:]
    return f"{first}–{end}"


def paragraph_pin(block: Block) -> str:
    """``¶ 11``; a block quote is part of its paragraph.  Empty where there is no number."""
    number = block.number
    if number is None and block.kind == "blockquote":
        match = re.match(r"p(\d+)-q", block.id)
        number = int(match[1]) if match else None
    return f"¶ {number}" if number is not None else ""


def dated(info: CaseInfo) -> str:
    """What stands in the first parenthetical: ``1986``, ``9th Cir. 2010``.

    The Supreme Court is not named where it is cited to its own reporters (Rule 10.4(a)).  Of the others only the
    federal circuits are abbreviated here; a State's court is called as ``case.yml`` calls it.
    """
    year = str(info.decided.year) if info.decided else ""
    court = info.court or ""
    if not court or _SUPREME.fullmatch(court) or _SUPREME_REPORTER.fullmatch(info.citation or ""):
        return year
    short = court_of(court) or ""
    return " ".join(p for p in (short if short.endswith("Cir.") else court, year) if p)


def attribution(writing: Writing, byline: str, info: CaseInfo) -> str:
    """Whose words they are, as Rule 10.6.1 says it: ``Powell, J., concurring in part and dissenting in part``."""
    if writing.kind in _WHOLE:
        return _WHOLE[writing.kind]
    if writing.author is None:
        return words.title(writing).lower()
    author = f"{writing.author}, {'C.J.' if _is_chief(writing, byline, info) else 'J.'}"
    said = _CAPACITY.search(byline.lower())
    if said:
        return f"{author}, {said[1]}"
    return f"{author}, {_KIND[writing.kind]}" if writing.kind in _KIND else f"statement of {author}"


def _is_chief(writing: Writing, byline: str, info: CaseInfo) -> bool:
    if byline:
        return bool(_CHIEF.match(byline))
    supreme = bool(info.court and _SUPREME.fullmatch(info.court))
    return bool(supreme and info.decided and chief_justice(info.decided) == writing.author)


# --------------------------------------------------------------------------------------------------- known pages


def known_pages(case: Case) -> dict[str, tuple[int, int]]:
    """By block, the first and last page of the cited reporter that it stands on, where the marks leave no doubt.

    There is doubt before the first mark, unless that is the second page of the case; between two marks that leave a
    page out; and everywhere when marks do not rise or lie before the case's own first page.
    """
    first = _first_page(case.info)
    marks = sorted((_clean(b, m.start), int(m.label)) for b in case.blocks for m in _page_marks(b))
    numbers = [page for _, page in marks]
    if first is None or not marks or numbers[0] < first or numbers != sorted(set(numbers)):
        return {}
    starts = [at for at, _ in marks]
    sure = [b == a + 1 for a, b in pairwise(numbers)] + [True]
    before = first if numbers[0] == first + 1 else None

    def page(index: int) -> int | None:
        """The page of what follows the mark ``index``; -1 is before all marks."""
        return before if index < 0 else numbers[index] if sure[index] else None

    out: dict[str, tuple[int, int]] = {}
    for block in case.blocks:
        if block.kind not in _CITABLE or block.writing in (None, "syllabus"):
            continue
        head = bisect_right(starts, block.pieces[0].clean[0]) - 1
        tail = max(head, bisect_left(starts, block.pieces[-1].clean[1]) - 1)
        pages = [page(k) for k in range(head, tail + 1)]
        known = [p for p in pages if p is not None]
        if len(known) == len(pages):
            out[block.id] = (known[0], known[-1])
    return out


def _first_page(info: CaseInfo) -> int | None:
    if info.citation is None:
        return None
    match = re.search(r"(\d+)$", info.citation)
    return int(match[1]) if match else None


def _page_marks(block: Block) -> list[Any]:
    return [m for m in block.marks if m.kind == "page" and m.label.isdecimal()]


def _clean(block: Block, at: int) -> int:
    """The clean offset of a place in ``block.text``."""
    piece = next((p for p in reversed(block.pieces) if p.at <= at), block.pieces[0])
    return piece.clean[0] + at - piece.at
