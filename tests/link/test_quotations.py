"""Quotations led to the place where their words stand: in marks and without, attributed and not."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.convert import convert
from generator.link.quotations import (
    Passages,
    Quotation,
    case_quotations,
    flattened_run_before,
    quotation_before,
)
from generator.model import Block, Case, CaseInfo, Reference, ReferenceKind
from generator.read import read_bytes
from generator.structure.pages import block_source

if TYPE_CHECKING:
    from collections.abc import Sequence

LAMPS = (
    "A lamp that is out gives cause for a stop, and for nothing more. The officer may ask for the driver's papers; "
    "he may not open the trunk of the car, nor may he keep its owner on the road until another reason is found."
)


def block(ident: str, text: str, writing: str = "majority") -> Block:
    return Block(ident, "paragraph", None, writing, None, text, (0, len(text)), ())


WORDS_KNOWN = sorted(
    {
        a + b + c
        for a in ("", "re", "con", "de", "per", "sub")
        for b in ("mar", "tin", "vol", "sig", "pel", "dor", "lam", "nex")
        for c in ("ing", "ance", "tion", "ly", "ed", "or", "ate", "ish")
    }
)


def opinion(rng: random.Random) -> list[list[str]]:
    """Paragraphs of made-up words, with some of the little words that everything is full of."""
    return [
        [
            rng.choice(("the", "of", "and", "a")) if rng.random() < 0.3 else rng.choice(WORDS_KNOWN)
            for _ in range(90)
        ]
        for _ in range(6)
    ]


def punctuated(words: list[str], rng: random.Random) -> str:
    out = [
        w + rng.choice(("", "", "", "", ",", ";", "'s" if w.endswith("or") else "")) for w in words
    ]
    return (" ".join(out)).capitalize() + "."


def requoted(words: list[str], rng: random.Random) -> str:
    """A passage as another may lawfully quote it (Bluebook Rules 5.2 and 5.3)."""
    out = list(words)
    if rng.random() < 0.4:
        middle = len(out) // 2
        out[middle - 1 : middle + 1] = [rng.choice((". . .", "…", "* * *"))]
    if rng.random() < 0.4:
        out[-2] = f"[{rng.choice(WORDS_KNOWN)}]"
    if rng.random() < 0.4:
        out[1] = out[1][:3] + "[ing]" if len(out[1]) > 4 else out[1]
    if rng.random() < 0.4:
        out.insert(3, "[sic]")
    if rng.random() < 0.4:
        out[2], out[4] = "‘" + out[2], out[4] + "’"
    if rng.random() < 0.6:
        out[0] = f"[{out[0][0].upper()}]{out[0][1:]}" if len(out[0]) > 2 else out[0].upper()
    return " ".join(out)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 1 << 32), st.integers(12, 50))
def test_a_lawful_quotation_is_always_led_home(seed: int, length: int) -> None:
    rng = random.Random(seed)
    majority = opinion(rng)
    home = rng.randrange(len(majority))
    start = rng.randrange(90 - length)
    passage = majority[home][start : start + length]
    texts = [punctuated(words, rng) for words in majority]
    opening, closing = rng.choice((("“", "”"), ('"', '"')))
    said = f"The Court says that {opening}{requoted(passage, rng)}{closing} {rng.choice(('', '(emphasis added) '))}"
    text = f"{said}ante, at 5, and I dissent."
    places = Passages(
        [
            *(("elm", block(f"p{k}", t)) for k, t in enumerate(texts)),
            ("elm", block("p9", text, "gray")),
        ]
    )
    span = quotation_before(text, text.index("ante, at"))
    assert span
    best = places.find(text[slice(*span)], slug="elm", writings=["majority"])[0]
    assert best.block == f"p{home}"
    assert best.kind == "exact"
    there = texts[home][slice(*best.at)].lower()
    assert passage[-1] in there
    assert passage[3] in there


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 1 << 32), st.integers(8, 40))
def test_a_flattened_quotation_is_always_led_home(seed: int, length: int) -> None:
    rng = random.Random(seed)
    majority = opinion(rng)
    home = rng.randrange(len(majority))
    start = rng.randrange(90 - length)
    quoted = list(majority[home][start : start + length])
    quoted[0] = f"{quoted[0][0]} {quoted[0][1:]}"  # what "[t]he" becomes
    text = f"the road was dark. the court says that {' '.join(quoted)}. ante, at. i dissent."
    places = Passages(
        [
            *(("elm", block(f"p{k}", " ".join(w) + ".")) for k, w in enumerate(majority)),
            ("elm", block("p9", text, "gray")),
        ]
    )
    run = flattened_run_before(
        text, text.index("ante, at"), places, slug="elm", writings=["majority"]
    )
    assert run
    assert run.passage.block == f"p{home}"
    assert text[slice(*run.own)].endswith(quoted[-1])


PARAGRAPHS = (
    "JUSTICE WHITE delivered the opinion of the Court.",
    LAMPS,
    "The car was stopped by night, and its owner was kept until the morning for no reason that was ever given.",
    "The judgment is affirmed.",
    "JUSTICE GRAY, dissenting.",
    'The Court allows that "[a] lamp that is out gives cause for a stop." Ante, at 3. It adds that the officer '
    '"may not open the trunk of a car," ante, at 4, which no one doubts.',
    'To say that one "was kept in a cell without food until the following noon," ante, at 4, is to say too much, and '
    'to say that "the owner of the car was a stranger to the county," ante, at 5, is wrong.',
    'Its rule, that "he may not open the trunk of the car, nor may he keep its owner on the road," is new. A stop '
    'is "out of order," ante, at 3.',
    "I respectfully dissent.",
)
OPINION = "\n".join(PARAGRAPHS)
REFERENCES = (
    ("ante", "Ante, at 3"),
    ("ante", "ante, at 4"),
    ("ante", "ante, at 5"),
    ("ante", "ante, at 3"),
)


def case_of(text: str, dialect: str | None = None, slug: str = "elm") -> Case:
    return convert(read_bytes(text.encode(), "opinion.txt", dialect), slug, CaseInfo())


def with_references(case: Case, kinds: Sequence[tuple[str, str]], slug: str | None = None) -> Case:
    references = []
    for b in case.blocks:
        for kind, text in kinds:
            at = b.text.find(text)
            while at >= 0 and b.writing not in (None, "majority"):
                source = block_source(case.clean, b, (at, at + len(text)))
                references.append(
                    Reference(
                        source,
                        b.id,
                        text,
                        _kind(kind),
                        at=(at, at + len(text)),
                        case=slug,
                    )
                )
                at = b.text.find(text, at + 1)
    return replace(case, references=tuple(sorted(set(references), key=lambda r: r.source)))


def _kind(kind: str) -> ReferenceKind:
    kinds: dict[str, ReferenceKind] = {"ante": "ante", "full": "full", "post": "post"}
    return kinds[kind]


def told(case: Case, quotations: list[Quotation]) -> list[tuple[str, str, str | None]]:
    blocks = {b.id: b for b in case.blocks}
    return [
        (blocks[q.block].text[slice(*q.at)], q.match, q.target[1] if q.target else None)
        for q in quotations
    ]


def test_the_quotations_of_a_case() -> None:
    case = with_references(case_of(OPINION), REFERENCES)
    quotations = case_quotations(case, Passages.of([case]), [])
    assert told(case, quotations) == [
        ("[a] lamp that is out gives cause for a stop.", "exact", "p1"),
        ("may not open the trunk of a car,", "altered", "p1"),
        ("was kept in a cell without food until the following noon,", "not-found", None),
        ("the owner of the car was a stranger to the county,", "not-found", None),
        # no reference, but the very words
        (
            "he may not open the trunk of the car, nor may he keep its owner on the road,",
            "exact",
            "p1",
        ),
    ]
    assert quotations[1].changes == (("a", "the"),)
    assert [q.reference is None for q in quotations] == [False] * 4 + [True]
    for q in quotations:
        text = next(b.text for b in case.blocks if b.id == q.block)
        assert case.source.text[slice(*q.source)] == text[slice(*q.at)]


def test_quotations_of_another_case() -> None:
    elm = case_of(OPINION, slug="elm")
    oak = with_references(
        case_of(
            "JUSTICE WHITE delivered the opinion of the Court.\nIt is so.\nJUSTICE GRAY, dissenting.\n"
            'A lamp "gives cause for a stop, and for nothing more." Doe v. Elm, 1 U. S. 2. Doe v. Elm holds "that he '
            'may keep its owner for as long as he likes."\n',
            slug="oak",
        ),
        [("full", "Doe v. Elm, 1 U. S. 2"), ("full", "Doe v. Elm holds")],
        "elm",
    )
    passages = Passages.of([elm, oak])
    assert told(oak, case_quotations(oak, passages, ["elm"])) == [
        ("gives cause for a stop, and for nothing more.", "exact", "p1"),
        # what a reference only introduces may be another's, so that what is not found is not listed
    ]
    assert case_quotations(oak, passages, []) == []


def test_a_flattened_case_lists_what_is_found() -> None:
    flat = (
        "opinion of the court\non writ of certiorari to the united states court of appeals for the ninth circuit\n"
        "justice white delivered the opinion of the court.\n"
        "a lamp that is out gives cause for a stop,and for nothing more.the officer may ask for papers.\n"
        "gray,dissenting\non writ of certiorari to the united states court of appeals for the ninth circuit\n"
        "justice gray,dissenting.\n"
        "the court allows that a lamp that is out gives cause for a stop.ante,at.i should say that the road was dark,"
        "ante,at.\n"
        "i respectfully dissent.\n"
    )
    case = case_of(flat, "flattened")
    case = with_references(case, [("ante", "ante, at")])
    [quotation] = case_quotations(case, Passages.of([case]), [])
    assert told(case, [quotation]) == [("a lamp that is out gives cause for a stop", "exact", "p1")]
