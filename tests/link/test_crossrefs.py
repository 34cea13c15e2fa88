"""Which writing and which passage an *ante*, *post*, *infra*, *supra*, *n. 3*, *Part II–A* means: read as law."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.link.crossref_plain import note_label, part_labels
from generator.link.crossref_words import Likeness, question, sentence_end, sentence_start
from generator.link.crossref_writing import writings_meant
from generator.link.crossrefs import resolve_cross_references
from generator.link.quotations import Passages
from generator.model import CaseInfo, Reference
from tests.kit import case_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Case, ReferenceKind

COURT = """JUSTICE WHITE delivered the opinion of the Court.
I
A
The harbor board may close the harbor when a storm is near and no pilot can be had. 1 So the statute has been read.
[*341] Fishermen who anchor outside do so at their own risk, as the judge told the jury, which so found on every count.
B
The lantern on the eastern pier was dark that night. 2 The keeper said that oil had run out before midnight.
[*342] We therefore hold that the board owed no duty to light a pier which it had never opened to the public.
II
Damages for the lost nets were not pleaded, and we do not reach the question of their measure or proof.
The judgment is affirmed.
"""
JOINED = """JUSTICE BRENNAN, concurring in the judgment.
[*343] Maritime custom, not the statute, decides who must keep a lantern burning on a pier.
"""
DISSENT = """JUSTICE STEVENS, with whom JUSTICE MARSHALL joins, dissenting.
I
The keeper was a servant of the board and his neglect was the neglect of his master. 1 Nobody disputes it.
[*344] A closed pier is the most dangerous pier of all, because no sailor expects to find one in his way.
II
{}
"""
OTHER_PAGES = {"[*341] ": "", "[*342] ": "", "[*343] ": "", "[*344] ": ""}
KINDS: dict[str, ReferenceKind] = {
    "ante": "ante",
    "post": "post",
    "supra": "supra-internal",
    "infra": "infra",
    "n.": "note",
    "nn.": "note",
    "part": "part",
}


def case_with(text: str, **info: int) -> Case:
    return case_of(text, "lexis", CaseInfo(**info))  # type: ignore[arg-type]


def refer(case: Case, *rows: tuple[str, str | None] | tuple[str, str | None, str]) -> Case:
    """The case with references: (words, pin, surname of the author named), in the order of the text."""
    out: list[Reference] = []
    at = (0, 0)
    for words, pin, *named in rows:
        for k, block in enumerate(case.blocks[at[0] :], at[0]):
            start = block.text.find(words, at[1] if k == at[0] else 0)
            if start >= 0:
                break
        else:
            raise AssertionError(f"{words!r} is not there")
        kind = (
            "id" if words.lower().startswith("ib") else KINDS[words.lower().split()[0].strip(",")]
        )
        if words.lower().split()[0].startswith(("n.", "nn.", "part")):
            kind = KINDS[words.lower().split()[0]]
        span = (start, start + len(words))
        at = (k, span[1])
        out.append(
            Reference(
                source=span,
                block=block.id,
                text=words,
                kind=kind,
                pin=pin,
                at=span,
                writing=named[0] if named else None,
            )
        )
    return replace(case, references=tuple(out))


def led(
    case: Case, repeats: Mapping[int, int] | None = None
) -> list[tuple[str | None, str | None]]:
    """(the beginning of the target's text, method) of each reference."""
    done, _ = resolve_cross_references(case, Passages.of([case]), repeats or {})
    texts = {b.id: b.text for b in done.blocks}
    for reference in done.references:
        assert (reference.status == "resolved") == (reference.target is not None)
    return [(texts[r.target[1]][:12] if r.target else None, r.method) for r in done.references]


def passage(
    sentence: str, *rows: tuple[str, str | None] | tuple[str, str | None, str], pages: bool = True
) -> list[tuple[str | None, str | None]]:
    """Where the references of a sentence in the dissent lead; without star pages where ``pages`` is false."""
    text = COURT + JOINED + DISSENT.format(sentence)
    if not pages:
        for mark in OTHER_PAGES:
            text = text.replace(mark, "")
    return led(refer(case_with(text), *rows))


# ---------------------------------------------------------------------------------------------- which writing


def meant(reference: Reference, writing: str, text: str) -> list[str]:
    case = case_with(COURT + JOINED + DISSENT.format("Nothing."))
    return [c.writing.id for c in writings_meant(case, reference, writing, text)]


@pytest.mark.parametrize(
    ("words", "named", "reader", "writings"),
    [
        # The parenthetical decides.
        ("post, at 343 (BRENNAN, J., concurring in judgment)", "brennan", "majority", ["brennan"]),
        ("ante, at 343 (opinion of BRENNAN, J.)", "brennan", "stevens", ["brennan"]),
        ("ante, at 341 (majority opinion)", "majority", "stevens", ["majority"]),
        ("post, at 344 (dissenting opinion)", None, "majority", ["stevens"]),
        ("post, at 343 (concurring opinion)", None, "majority", ["brennan"]),
        # Its author has no writing here: that is said, not guessed.
        ("post, at 350 (O'CONNOR, J., dissenting)", "o'connor", "majority", []),
        # Else the position.
        ("ante, at 341", None, "brennan", ["majority"]),
        ("ante, at 341", None, "stevens", ["majority", "brennan"]),
        ("post, at 344", None, "brennan", ["stevens"]),
        ("post, at 344", None, "majority", ["brennan", "stevens"]),
        ("supra, at 344", None, "stevens", ["stevens"]),
        ("infra, at 342", None, "majority", ["majority"]),
        # There is nothing before the opinion of the Court, and nothing behind the last.
        ("ante, at 341", None, "majority", []),
        ("post, at 344", None, "stevens", []),
    ],
)
def test_which_writing(words: str, named: str | None, reader: str, writings: list[str]) -> None:
    kind = KINDS[words.partition(",")[0]]
    reference = Reference((0, 0), "p1", words, kind, writing=named, at=(0, len(words)))
    assert meant(reference, reader, words) == writings


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("JUSTICE STEVENS would light every pier. Post, at 344.", "brennan"),  # another sentence
        ("JUSTICE STEVENS says, post, at 344, that a closed pier is dangerous.", "stevens"),
        ("As the dissent has it, post, at 344, a closed pier is dangerous.", "stevens"),
        ("The concurrence, post, at 343, looks to custom.", "brennan"),
        ("It is said, post, at 344, by the dissenters that a closed pier is dangerous.", "stevens"),
        ("The dissent disagrees with JUSTICE BRENNAN, post, at 343.", "brennan"),
    ],
)
def test_the_author_whom_the_sentence_names(sentence: str, first: str) -> None:
    start = sentence.lower().index("post")
    at = (start, start + len("post, at 344"))
    reference = Reference((0, 0), "p1", sentence[slice(*at)], "post", at=at)
    assert meant(reference, "majority", sentence)[0] == first


# ---------------------------------------------------------------------------------------------- which passage


@pytest.mark.parametrize(
    ("sentence", "row", "target"),
    [
        ("See ante, at 341.", ("ante, at 341", "341"), ("Fishermen wh", "page")),
        ("I do not agree. Ante, at 343.", ("Ante, at 343", "343"), ("Maritime cus", "page")),
        ("See supra, at 344.", ("supra, at 344", "344"), ("A closed pie", "page")),
        # Of several paragraphs on the page the quotation tells, else the words.
        (
            'The Court says that oil "had run out before midnight." Ante, at 341.',
            ("Ante, at 341", "341"),
            ("The lantern ", "page"),
        ),
        (
            "Much is made of the keeper's oil and of the dark lantern, ante, at 341, but in vain.",
            ("ante, at 341", "341"),
            ("The lantern ", "page"),
        ),
        # A page on which nothing of the case stands leads nowhere.
        ("See ante, at 999.", ("ante, at 999", "999"), (None, None)),
    ],
)
def test_the_star_page(
    sentence: str, row: tuple[str, str], target: tuple[str | None, str | None]
) -> None:
    assert passage(sentence, row) == [target]


@pytest.mark.parametrize(
    ("sentence", "row", "target"),
    [
        (
            'Yet "no pilot can be had" in such a storm. Ante, at 341.',
            ("Ante, at 341", "341"),
            ("The harbor b", "quotation"),
        ),
        (
            'Fishermen, we are told, anchor "at their own risk." Ante, at ___.',
            ("Ante, at ___", "___"),
            ("Fishermen wh", "quotation"),
        ),
        (
            'It is "the most dangerous pier of all." Supra, at ___.',
            ("Supra, at ___", "___"),
            ("A closed pie", "quotation"),
        ),
        ("The Court has its reasons. Ante, at ___.", ("Ante, at ___", "___"), (None, None)),
    ],
)
def test_without_pages_the_quotation(
    sentence: str, row: tuple[str, str], target: tuple[str | None, str | None]
) -> None:
    assert passage(sentence, row, pages=False) == [target]


def test_an_ibid_is_where_its_antecedent_is_unless_it_quotes_another_place() -> None:
    text = COURT + DISSENT.format(
        'The board "may close the harbor when a storm is near." Ante, at 341. I doubt it. Ibid. '
        'And why? "[D]amages for the lost nets were not pleaded." Ibid. A poor reason.'
    )
    for mark in OTHER_PAGES:
        text = text.replace(mark, "")
    case = refer(case_with(text), ("Ante, at 341", "341"), ("Ibid.", None), ("Ibid.", None))
    assert led(case, {1: 0, 2: 0}) == [
        ("The harbor b", "quotation"),
        ("The harbor b", "quotation"),
        ("Damages for ", "quotation"),
    ]


# ------------------------------------------------------------------------------------------ what names itself


@pytest.mark.parametrize(
    ("sentence", "rows", "targets"),
    [
        # The source has lost the bodies of its notes: the paragraph that calls the note.
        ("See n. 1, supra.", [("n. 1, supra", None)], [("The keeper w", "note")]),
        (
            "See ante, at 340, n. 2.",
            [("ante, at 340, n. 2", "340, n. 2")],
            [("The lantern ", "note")],
        ),
        (
            "See ante, at 341, and n. 2.",
            [("ante, at 341", "341"), ("n. 2", None)],
            [("The lantern ", "page"), ("The lantern ", "note")],
        ),
        ("See n. 9, supra.", [("n. 9, supra", None)], [(None, None)]),
        ("See Part I, supra.", [("Part I, supra", None)], [("I", "part")]),
        ("I join Part I-B.", [("Part I-B", None)], [("B", "part")]),
        ("See Part I-B of the Court's opinion.", [("Part I-B", None, "majority")], [("B", "part")]),
        ("See Part IV, infra.", [("Part IV, infra", None)], [(None, None)]),
    ],
)
def test_notes_and_parts(sentence: str, rows: list, targets: list) -> None:
    assert passage(sentence, *rows) == targets


@pytest.mark.parametrize(
    ("words", "pages", "target"),
    [
        # The page, where it is known, decides within the Part …
        ("Part I-B, ante, at 341", True, ("The lantern ", "page")),
        ("Part I-B, ante, at 342", True, ("We therefore", "page")),
        # … but not against it, and not where it would have to be guessed.
        ("Part I-B, ante, at 340", True, ("B", "part")),
        ("Part I-B, ante, at 342", False, ("B", "part")),
        ("Part IV, ante, at 342", True, (None, None)),
    ],
)
def test_a_page_within_a_part(words: str, pages: bool, target: tuple) -> None:
    assert passage(f"See {words}.", (words, words[-3:]), pages=pages) == [target]


def test_parts_are_those_of_the_writing_itself_unless_it_joins_another() -> None:
    case = refer(
        case_with(COURT + DISSENT.format("I dissent from Part I. See Part I, supra.")),
        ("Part I", None),
        ("Part I, supra", None),
    )
    done, _ = resolve_cross_references(case, None, {})
    assert [r.target and r.target[1] for r in done.references] == ["part-i", "stevens-part-i"]


@pytest.mark.parametrize(
    ("text", "pin", "label"),
    [
        ("n. 3, supra", None, "3"),
        ("nn. 3–5, infra", None, "3"),
        ("ante, at 10, n. 9", "10, n. 9", "9"),
        ("note 12, supra", None, "12"),
        ("n. *, supra", None, "*"),
        ("ante, at 10", "10", None),
        ("in. 3", None, None),
    ],
)
def test_note_labels(text: str, pin: str | None, label: str | None) -> None:
    assert note_label(Reference((0, 0), "p1", text, "note", pin=pin)) == label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Part II–A, supra", ["ii", "a"]),
        ("Parts I, II and III-B", ["i"]),
        ("Part III-B-2", ["iii", "b", "2"]),
        ("Part I-A(4), supra", ["i", "a", "4"]),
        ("part iii of the court opinion", ["iii"]),
        ("Part of the Act", []),
    ],
)
def test_part_labels(text: str, labels: list[str]) -> None:
    assert part_labels(Reference((0, 0), "p1", text, "part")) == labels


# ------------------------------------------------------------------------------------------------ the words


def test_words_nearer_the_reference_weigh_more() -> None:
    text = "An old rule. The keeper let the lantern go dark, ante, at 341, which nobody denies."
    at = text.index("ante, at")
    asked = question(text, (at, at + len("ante, at 341")))
    assert asked["dark"] > asked["lantern"] > asked["keeper"] > asked["old"] > 0
    assert asked["which"] > asked["denies"]


def test_the_words_find_their_paragraph() -> None:
    case = case_with(COURT + JOINED)
    found = Likeness(case).odds({"keeper": 1.0, "oil": 1.0, "pier": 0.5}, [(0, len(case.blocks))])
    best = max(found, key=lambda k: found[k])
    assert case.blocks[best].text.startswith("The lantern")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("He ran. |See Smith v. Jones, 1 U. S. 2, and ante, at 5.", "ante"),
        ("|See Fed. Rule Evid. 404 and App. 12, ante, at 5.", "ante"),
        ("he ran.\nit is so. |the court agrees, ante, at. no", "ante"),
        ("|" + "x" * 400 + " ante, at 5", "ante"),
    ],
)
def test_where_a_sentence_begins(text: str, mark: str) -> None:
    start = text.index("|")
    text = text.replace("|", "")
    assert sentence_start(text, text.index(mark)) == start


def test_where_a_sentence_ends() -> None:
    text = "ante, at 5, in Smith v. Jones. Then more."
    assert text[: sentence_end(text, 4)] == "ante, at 5, in Smith v. Jones"


# --------------------------------------------------------------------------------------------- what always holds

_WORDS = (
    "harbor pilot lantern keeper board statute jury nets anchor storm pier oil duty custom risk"
).split()
_SENTENCE = st.lists(st.sampled_from(_WORDS), min_size=6, max_size=20).map(
    lambda words: " ".join(words).capitalize() + "."
)
_REFERENCE = st.sampled_from(
    [
        "Ante, at 3.",
        "Supra, at 12.",
        "See post, at 344.",
        "Infra, at 7.",
        "See n. 1, supra.",
        "See Part I, supra.",
    ]
)


@settings(max_examples=25, deadline=None)
@given(
    paragraphs=st.lists(
        st.tuples(st.integers(0, 2), _SENTENCE, _REFERENCE), min_size=1, max_size=12
    ),
    blanks=st.sampled_from([" ", "   ", "    "]),
)
def test_every_target_exists_and_lies_in_a_writing_that_may_be_meant(
    paragraphs: list[tuple[int, str, str]], blanks: str
) -> None:
    heads = (COURT, JOINED, DISSENT.format("I do."))
    text = "".join(
        head + "".join(f"{s}{blanks}{r}\n" for w, s, r in paragraphs if w == k)
        for k, head in enumerate(heads)
    )
    rows = [
        (r.removeprefix("See ").rstrip("."), r.split("at ")[1].rstrip(".") if " at " in r else None)
        for k in range(3)
        for w, _, r in paragraphs
        if w == k
    ]
    case = case_with(text)
    rows = [row for row in rows if any(row[0] in b.text for b in case.blocks)]
    case = refer(case, *rows)
    done, _ = resolve_cross_references(case, Passages.of([case]), {})
    blocks = {b.id: b for b in done.blocks}
    order = [w.id for w in done.writings]
    for reference in done.references:
        if reference.target is None:
            assert reference.method is None
            continue
        slug, ident = reference.target
        here, there = blocks[reference.block].writing, blocks[ident].writing
        assert slug == done.slug
        assert reference.estimate is None or set(reference.estimate) <= set(blocks)
        if reference.kind == "ante":
            assert order.index(there or "") < order.index(here or "")
        elif reference.kind == "post":
            assert order.index(there or "") > order.index(here or "")
        elif reference.kind in ("supra-internal", "infra", "note"):
            assert there == here


@settings(max_examples=30, deadline=None)
@given(
    paragraphs=st.lists(
        st.lists(_SENTENCE, min_size=1, max_size=4).map(" ".join),
        min_size=2,
        max_size=8,
        unique=True,
    ),
    data=st.data(),
)
def test_a_quoted_passage_leads_home(paragraphs: list[str], data: st.DataObject) -> None:
    """A dissent that quotes eight words or more which stand in one paragraph only is always led there."""
    k = data.draw(st.integers(0, len(paragraphs) - 1))
    words = paragraphs[k].split()
    start = data.draw(st.integers(0, max(0, len(words) - 8)))
    quote = " ".join(words[start : start + 8])
    if len(words) < 8 or sum(quote.lower() in p.lower() for p in paragraphs) > 1:
        return
    quote = data.draw(st.sampled_from([quote, f"[{quote[0].swapcase()}]{quote[1:]}"]))
    court = "JUSTICE WHITE delivered the opinion of the Court.\n" + "\n".join(paragraphs)
    own = f'JUSTICE STEVENS, dissenting.\nThe Court tells us that "{quote.rstrip(".")}." Ante, at 12. I see.'
    case = refer(case_with(f"{court}\n{own}\n"), ("Ante, at 12", "12"))
    done, _ = resolve_cross_references(case, Passages.of([case]), {})
    target = done.references[0].target
    assert target
    text = next(b.text for b in done.blocks if b.id == target[1])
    assert quote.strip("[].").replace("]", "").lower()[1:] in text.lower()
