"""A made-up case whose opinions answer each other in every way, and one that quotes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.corpus import Corpus
from generator.link.backlinks import backlinks
from generator.link.quotations import Quotation
from tests.kit import case_of
from tests.render.made import facts, reference, referring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.link.backlinks import Backlink, Place
    from generator.model import Case

SLUG, LATER = "doe-v-county-of-elm", "roe-v-elm"

TEXT = """\
Syllabus
Held: the lamp must be lit, post, at 20.
JUSTICE WHITE delivered the opinion of the Court.
I
The harbor was dark on the night of the collision.
The keeper owes a duty to every vessel that comes in by night. Nobody denies that the lamp was out.[1] \
Justice Powell asks for more, post, at 9.
The Act provides:
"No keeper shall leave the lamp unlit."
and it says no more than that.
II
We therefore affirm, for the reasons given supra, at 2.
JUSTICE POWELL, with whom JUSTICE STEVENS joins, dissenting.
I cannot agree.
The Court says that "the keeper owes a duty to every vessel that comes in by night," ante, at 2. That is not the law. \
The statute, which the Court reads ante, at 3, imposes none. See Part II, ante, and n. 1, ante.
JUSTICE BRENNAN, concurring.
I join the Court, but Justice Powell, ante, at 10, is right that the keeper slept. \
I take the dissent as a whole to mean it.
FOOTNOTES
[1] The pilot's log says so.
"""

CITING = """\
JUSTICE MARSHALL delivered the opinion of the Court.
As we held in Doe, supra, at 2, "the keeper owes a duty to every vessel that comes in by night."
JUSTICE SCALIA, dissenting.
Doe, supra, at 3, is read too broadly. And Doe, supra, at 4, is worse.
"""


def case(slug: str = SLUG) -> Case:
    """White ¶¶ 1–4 for the Court, Powell ¶¶ 5–6 in dissent, Brennan ¶ 7."""
    made = case_of(TEXT, "plain", facts("Doe v. County of Elm", "500 U.S. 1", 1991), slug)

    def ref(words: str, kind: str, block: str, method: str = "page", **fields: Any) -> Any:
        return reference(made, words, kind, method=method, target=(slug, block), **fields)

    return referring(
        made,
        [
            ref("post, at 20", "post", "p5"),  # the syllabus is nobody's answer
            ref("post, at 9", "post", "p6"),
            ref("supra, at 2", "supra-internal", "p2"),
            ref("ante, at 2", "ante", "p2", "quotation"),
            ref("ante, at 3", "ante", "p3-q1", "page-estimate", estimate=("p2", "p4")),
            ref("Part II, ante", "part", "part-ii", "part"),
            ref("n. 1, ante", "note", "fn-1", "note"),
            ref("ante, at 10", "ante", "p6"),
            ref("dissent as a whole", "writing", "powell", "writing"),
        ],
    )


def later() -> Case:
    """A later case: its opinion of the Court quotes ¶ 2, its dissent refers to ¶ 3 and, by estimate, to ¶ 4."""
    made = case_of(CITING, "plain", facts("Roe v. Elm", "510 U.S. 1", 1994), LATER)
    cited: dict[str, Any] = {"case": SLUG}
    return referring(
        made,
        [
            reference(made, "Doe, supra, at 2", "supra-case", target=(SLUG, "p2"), **cited),
            reference(made, "Doe, supra, at 3", "supra-case", target=(SLUG, "p3"), **cited),
            reference(
                made, "Doe, supra, at 4", "supra-case",
                target=(SLUG, "p4"), method="page-estimate", **cited,
            ),
        ],
    )  # fmt: skip


def quotation(made: Case, block: str, words: str, original: str = "", **fields: Any) -> Quotation:
    """Words of a block of ``made`` that stand in ¶ 2 of the case."""
    first = case()
    text, there = (
        next(b.text for b in c.blocks if b.id == ident)
        for c, ident in ((made, block), (first, "p2"))
    )
    start = text.index(words)
    at = there.lower().index((original or words).lower())
    found = (at, at + len(original or words))
    own = (start, start + len(words))
    return Quotation((0, 1), block, own, "exact", (SLUG, "p2"), found, 1.0, **fields)


WORDS = "the keeper owes a duty to every vessel that comes in by night"


def quotations() -> dict[str, list[Quotation]]:
    return {
        SLUG: [quotation(case(), "p6", WORDS)],
        LATER: [quotation(later(), "p1", WORDS)],
    }


def links() -> Mapping[Place, tuple[Backlink, ...]]:
    return backlinks(Corpus.of([case(), later()]), quotations())
