"""Cases with references put in by hand, for what is rendered of them."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.model import Authority, Block, Case, CaseInfo, Mark, Piece, Reference
from tests.kit import case_of

if TYPE_CHECKING:
    from collections.abc import Sequence

HARLOW = Authority("case", "457 U.S. 800", "Harlow v. Fitzgerald", 1982)
LEON = Authority("case", "468 U.S. 897", "United States v. Leon", 1984)
BRIGGS = Authority("case", "748 F.2d 715", "Briggs v. Malley", 1984, "1st Cir.")
FOURTH = Authority("constitution", "U.S. Const. amend. IV")
SECTION = Authority("statute", "42 U.S.C. § 1983")
RECORD = Authority("record", "App.")

TEXT = """\
Syllabus
Held: Harlow, supra, governs.
JUSTICE WHITE delivered the opinion of the Court.
I
We follow Harlow v. Fitzgerald, 457 U.S. 800, 818 (1982), and United States v. Leon, 468 U.S. 897 (1984). \
See 42 U.S.C. § 1983.
The Act provides:
"No lamp is lit, see Leon, supra, at the harbor."
and no more. App. 78. Id., at 79. The Fourth Amendment is silent.
JUSTICE POWELL, dissenting.
The Court, ante, at 5, forgets Harlow. See supra, at 7. Ibid. The lamp is out, Harlow says.
"""


def facts(name: str, citation: str, year: int) -> CaseInfo:
    return CaseInfo(name, citation, decided=datetime.date(year, 3, 5))


def reference(case: Case, words: str, kind: Any, nth: int = 0, /, **fields: Any) -> Reference:
    """A reference that stands where ``words`` are found for the ``nth`` time in the case."""
    for block in case.blocks:
        start = -1
        while (start := block.text.find(words, start + 1)) >= 0:
            if nth:
                nth -= 1
                continue
            at = (start, start + len(words))
            piece = [p for p in block.pieces if p.at <= start][-1]
            clean = (piece.clean[0] + at[0] - piece.at, piece.clean[0] + at[1] - piece.at)
            source = case.clean.offsets.to_source(clean)
            fields = {"status": "resolved"} | fields
            return Reference(source, block.id, words, kind, at=at, **fields)
    raise AssertionError(f"{words!r} is not in the case")


def referring(case: Case, references: Sequence[Reference], *works: Authority) -> Case:
    """The case with more references, all in the order of the source, and with its authorities."""
    ordered = sorted([*case.references, *references], key=lambda r: r.source)
    return replace(case, references=tuple(ordered), authorities=works)


def small_case(
    slug: str = "doe-v-roe",
    name: str = "Doe v. Roe",
    citation: str = "500 U.S. 1",
    year: int = 1991,
) -> Case:
    """A case that cites all sorts of works in all sorts of ways."""
    case = case_of(TEXT, "plain", facts(name, citation, year), slug)
    harlow = {"authority": HARLOW.key, "cite": "Harlow v. Fitzgerald, 457 U.S. 800 (1982)"}
    web = "https://example.org/us/457/800/"
    refs = [
        reference(case, "Harlow, supra", "supra-case", method="antecedent", url=web, **harlow),
        reference(
            case, "Harlow v. Fitzgerald, 457 U.S. 800, 818 (1982)", "full",
            method="citation", url=web + "#818", pin="818", **harlow,
        ),
        reference(
            case, "United States v. Leon, 468 U.S. 897 (1984)", "full",
            method="citation", authority=LEON.key, case="united-states-v-leon",
        ),
        reference(
            case, "42 U.S.C. § 1983", "statute", method="citation", authority=SECTION.key,
            url="https://example.org/42/1983(a)?x=1&y=2",
        ),
        reference(case, "Leon, supra", "supra-case", method="antecedent", authority=LEON.key),
        reference(case, "App. 78", "record", method="citation", authority=RECORD.key, pin="78"),
        reference(case, "Id., at 79", "id", method="antecedent", authority=RECORD.key),
        reference(case, "Fourth Amendment", "constitution", method="citation", authority=FOURTH.key),
        reference(case, "ante, at 5", "ante", method="page-estimate", target=(slug, "p1")),
        reference(case, "Harlow", "name", 2, method="name", url=web, **harlow),
        reference(case, "supra, at 7", "supra-internal", status="unresolved"),
        reference(case, "Ibid.", "id", status="ambiguous", candidates=(harlow["cite"], "9 U.S. 9")),
    ]  # fmt: skip
    return referring(case, refs, HARLOW, LEON, SECTION, RECORD, FOURTH)


def one_paragraph(*parts: tuple[str, Sequence[Mark]], quote: str = "As it says.") -> Case:
    """A case with one paragraph, interrupted by a block quote where it has two parts.

    Marks count within their part.
    """
    base = case_of("PER CURIAM.\nIt is so.\n")
    pieces, marks, text = [], [], ""
    for number, (part, own) in enumerate(parts):
        at = len(text) + 1 if number else 0
        text += (" " if number else "") + part
        pieces.append(Piece((0, 0), (2 * number, 2 * number + 1), at))
        marks += [replace(m, start=m.start + at, end=m.end + at) for m in own]
    paragraph = Block(
        "p1", "paragraph", 1, "majority", None, text, (0, 3), tuple(pieces), marks=tuple(marks)
    )
    quoted = Block(
        "p1-q1", "blockquote", None, "majority", None, quote, (1, 2), (Piece((0, 0), (1, 2), 0),)
    )
    blocks = (paragraph, quoted) if len(parts) > 1 else (paragraph,)
    return replace(base, blocks=blocks, references=())
