"""Which reference a quotation belongs to."""

from __future__ import annotations

import pytest

from generator.link.quoted_claims import claims_in
from generator.model import Block, Reference


def block(ident: str, text: str, kind: str = "paragraph") -> Block:
    return Block(ident, kind, None, "gray", None, text, (0, len(text)), ())  # type: ignore[arg-type]


def references(b: Block, *texts: str) -> list[Reference]:
    out = []
    for text in texts:
        at = b.text.index(text)
        kind = "name" if text.isalpha() else "ante"
        out.append(Reference((at, at + len(text)), b.id, text, kind, at=(at, at + len(text))))  # type: ignore[arg-type]
    return out


def claimed(b: Block, *texts: str) -> list[tuple[str, str, bool]]:
    claims = claims_in(b, None, {b.id: references(b, *texts)})
    return [(b.text[slice(*c.at)], c.reference.text, c.sure) for c in claims]


@pytest.mark.parametrize(
    ("text", "named", "claims"),
    [
        ('It is "so." Ante, at 3.', ["Ante, at 3"], [("so.", "Ante, at 3", True)]),
        (
            'It is "so," ante, at 3, and "not so," ante, at 4.',
            ["ante, at 3", "ante, at 4"],
            [("so,", "ante, at 3", True), ("not so,", "ante, at 4", True)],
        ),
        (
            'It is "one" and "another," ante, at 3.',
            ["ante, at 3"],
            [("another,", "ante, at 3", True), ("one", "ante, at 3", True)],
        ),
        ('Ante, at 3 (saying "it is so").', ["Ante, at 3"], [("it is so", "Ante, at 3", True)]),
        # the introduction of a quotation may be another's
        ('Malley held "that it is so."', ["Malley"], [("that it is so.", "Malley", False)]),
        ('As ante, at 3, says, "it is so."', ["ante, at 3"], [("it is so.", "ante, at 3", False)]),
        # a name behind a quotation claims nothing
        ('It is "so" in Malley.', ["Malley"], []),
        # a citation within the quoted words is the quoted author's
        (
            '"It is so, ante, at 9, we said." Ante, at 3.',
            ["ante, at 9", "Ante, at 3"],
            [("It is so, ante, at 9, we said.", "Ante, at 3", True)],
        ),
        ('It is "so." The road was dark. Ante, at 3.', ["Ante, at 3"], []),
        ("It is so. Ante, at 3.", ["Ante, at 3"], []),
    ],
)
def test_claims(text: str, named: list[str], claims: list[tuple[str, str, bool]]) -> None:
    assert claimed(block("p1", text), *named) == claims


def test_a_block_quote_is_cited_at_its_end_or_behind_it() -> None:
    quote = block("p1-q1", '"A lamp that is out gives cause for a stop." Ante, at 3.', "blockquote")
    assert claimed(quote, "Ante, at 3") == [
        ("A lamp that is out gives cause for a stop.", "Ante, at 3", True)
    ]
    bare = block("p1-q1", "A lamp that is out gives cause for a stop.", "blockquote")
    after = block("p2", "Ante, at 3. This is wrong.")
    far = block("p2", "This is wrong, and it has never been otherwise. Ante, at 3.")
    [claim] = claims_in(bare, after, {after.id: references(after, "Ante, at 3")})
    assert bare.text[slice(*claim.at)] == "A lamp that is out gives cause for a stop."
    assert list(claims_in(bare, far, {far.id: references(far, "Ante, at 3")})) == []
    assert list(claims_in(bare, None, {})) == []
