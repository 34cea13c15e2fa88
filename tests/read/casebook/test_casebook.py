"""Opinions in Markdown: what its signs mean, and that none of them reaches the page."""

from __future__ import annotations

import pytest

from generator.convert import convert
from generator.model import Case, CaseInfo, Source
from generator.read import read_bytes
from tests.kit import data_of, kinds

COURT = "JUSTICE KAGAN delivered the opinion of the Court.\n\n"


def source_of(text: str) -> Source:
    return read_bytes(text.encode(), "opinion.md")


def case_of(text: str) -> Case:
    return convert(source_of(text), "doe-v-roe", CaseInfo())


OPINION = """\
**545 U.S. 1 (2005)**

# DOE\x20\x20
v.\x20\x20
ROE

*2 *3 JUSTICE KAGAN delivered the opinion of the Court.

The question in _Doe_ v. _Roe,_ [410 U. S. 113](/opinion/108713/roe/), is one of
costs, which a court may *4 examine--
it is said--of its own motion.[1] See `quoted' words.

##  *5 II

> "A court may
> *6 examine."

So it did.[*] We hold * * * so.

## * * *

## JUSTICE ALITO, dissenting.

I would not.[1]

## NOTES

[*] Briefs were filed.

[1] See _Roe,_ at 3.

It is settled.

[1] But see Poe.
"""


def test_an_opinion() -> None:
    case = case_of(OPINION)
    assert case.source.dialect == "casebook-markdown"
    assert case.source.extracted == "source.txt"
    assert kinds(case) == [
        ("caption", "545 U.S. 1 (2005)"),
        ("caption", "DOE"),
        ("caption", "v. ROE"),
        ("byline", "JUSTICE KAGAN delivered the opinion of the Court."),
        (
            "paragraph",
            "The question in Doe v. Roe, 410 U. S. 113, is one of costs, which a court may examine--it is"
            " said--of its own motion.[1] See `quoted' words.",
        ),
        ("heading", "II"),
        ("blockquote", '"A court may examine."'),
        ("paragraph", "So it did.[*] We hold * * * so."),
        ("heading", "* * *"),
        ("footnote", "[*] Briefs were filed."),
        ("footnote", "[1] See Roe, at 3. It is settled."),
        ("byline", "JUSTICE ALITO, dissenting."),
        ("paragraph", "I would not.[1]"),
        ("footnote", "[1] But see Poe."),
    ]


def test_what_is_kept_as_data() -> None:
    source = source_of(OPINION)
    assert [source.text[s:e] for s, e in source.emphasis] == ["Doe", "Roe,", "Roe,"]
    assert [(source.text[slice(*k.span)], k.href) for k in source.links] == [
        ("410 U. S. 113", "/opinion/108713/roe/")
    ]
    case = case_of(OPINION)
    pages = [(p["page"], p["block"]) for p in data_of(case)["pages"]]
    assert [page for page, _ in pages] == [2, 3, 4, 5, 6]
    targets = [m.target for b in case.blocks for m in b.marks if m.kind == "footnote-call"]
    assert targets == ["fn-1", "fn-star", "alito-fn-1"]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("3\\. The rule", "3. The rule"),
        ("\\[t]he \\*rule\\*", "[t]he *rule*"),
        ("a **rule** of `law`", "a rule of `law`"),
        ("1. The rule", "1. The rule"),
        ("- The rule", "The rule"),
        ("the rule\n* is old", "the rule * is old"),
        ("    The rule is indented.", "The rule is indented."),
        ("the rule&mdash;so &lt;b&gt;", "the rule—so <b>"),
        ("the<sup>1</sup> rule <b>is</b> old", "the[1] rule is old"),
        ("The\n\n<div>rule</div>", "The\n\nrule"),
        ("a\tb   c\\\nd", "a b c d"),
        ("![a picture](x.png) b", "a picture b"),
        ("[a](b\nc) d", "a d"),
        ("[1]: Ibid.", "[1]: Ibid."),
        ("a\n---\nb", "a\n\nb"),
        ("* * * and so on", "* * * and so on"),
        ("\0a\0b", "ab"),
        ("*12 Wheat. 4* is", "12 Wheat. 4 is"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_signs(markdown: str, words: str) -> None:
    assert source_of(markdown).text.rstrip("\n") == words


def test_notes_of_markdown_itself() -> None:
    text = COURT + "The rule.[^1] Is old.[^2]\n\n[^1]: See _Roe_.\n[^2]: Ibid.\n"
    case = case_of(text)
    notes = [(b.id, b.text) for b in case.blocks if b.kind == "footnote"]
    assert notes == [("fn-1", "[1] See Roe."), ("fn-2", "[2] Ibid.")]
    source = case.source
    assert [source.text[s:e] for s, e in source.emphasis] == ["Roe"]
    assert [m.target for b in case.blocks for m in b.marks] == ["fn-1", "fn-2"]


def numbered() -> str:
    paragraphs = "".join(f"{n}\n\nParagraph {n} holds.\n\n" for n in range(1, 9))
    text = COURT + paragraphs.replace("3 holds.", "3 holds.1 And so.2")
    text += "Mr. Justice BURTON, concurring.\n\n9\n\nI concur with the Board1 of 1952.\n\n"
    notes = "1\n\nSee Roe.\n\n2\n\nSee Poe.\n\nAnd Moe.\n\n1\n\nSo it was."
    return text + notes


def test_numbers_of_a_publisher() -> None:
    case = case_of(numbered())
    texts = {b.id: b.text for b in case.blocks}
    assert texts["p1"] == "Paragraph 1 holds."
    assert texts["p3"] == "Paragraph 3 holds.1 And so.2"
    assert texts["fn-1"] == "1 See Roe."
    assert texts["fn-2"] == "2 See Poe. And Moe."
    assert texts["burton-fn-1"] == "1 So it was."
    calls = [(b.id, m.label, m.target) for b in case.blocks for m in b.marks]
    assert calls == [("p3", "1", "fn-1"), ("p3", "2", "fn-2"), ("p9", "1", "burton-fn-1")]


def test_a_few_numbers_are_words() -> None:
    case = case_of(COURT + "1\n\nThe rule.\n\n2\n\nThe exception.")
    assert "1" in [text for _, text in kinds(case)]


_LINE = "    A court may examine costs, as we have said before, and so\n"
PASTED = f"""\
    (Slip Opinion)              OCTOBER TERM, 2017                                       1

                                           Syllabus

    SUPREME COURT OF THE UNITED STATES

                                           Syllabus

                        DOE v. ROE

    The question is one of costs, which a court may exam-
     ine of its own motion. See Poe v. Moe,\x20

[200 U.S\\. 321](/opinion/96405/poe/)

\x20\x20\x20\x20
    , 337.
    Held: It may.
                            Cite as: 584 U. S. ____ (2018)                              1

                             Opinion of the Court

                         _________________

                             No. 16-111
                         _________________

                       JANE DOE, PETITIONER v. ROE

                            [June 4, 2018]

      JUSTICE KAGAN delivered the opinion of the Court.
      The question is one of costs, which is old, and which
{_LINE * 12}    we say once more in this
    2                       DOE v. ROE

                             Opinion of the Court

    case, which is the last of its kind.
      The judgment is affirmed, for it was right in what it
{_LINE * 12}    it ends. Poe v. Moe,\x20

[200 U.S. 322](/opinion/96406/poe/)

\x20\x20\x20\x20
                                  II
      What is said twice is said.
"""


def test_a_printed_opinion_that_was_pasted() -> None:
    case = case_of(PASTED)
    assert case.source.dialect == "slip"
    assert [w.kind for w in case.writings] == ["syllabus", "majority"]
    texts = [b.text for b in case.blocks]
    assert any("examine of its own motion. See Poe v. Moe, 200 U.S. 321, 337." in t for t in texts)
    assert any("once more in this case, which is the last" in t for t in texts)
    source = case.source
    assert [(source.text[slice(*k.span)], k.href) for k in source.links] == [
        ("200 U.S. 321", "/opinion/96405/poe/"),
        ("200 U.S. 322", "/opinion/96406/poe/"),
    ]
    assert "II" in [b.text for b in case.blocks if b.kind == "heading"]
    assert [m.label for b in case.blocks for m in b.marks if m.kind == "page"][-2:] == ["1", "2"]


def test_the_markdown_beside_the_links_of_a_pasted_opinion() -> None:
    """Escapes, words that the filling of lines has parted, and the letter of a part at their end."""
    pasted = PASTED.replace(
        "[200 U.S. 322](/opinion/96406/poe/)",
        "[200 U.S. 322](/opinion/96406/poe/). Id., at 73\\. He ex- plained pre- and post-trial\nmotions. B",
    )
    case = case_of(pasted)
    said = next(b.text for b in case.blocks if "at 73" in b.text)
    assert said.endswith("200 U.S. 322. Id., at 73. He explained pre- and post-trial motions.")
    assert "B" in [b.text for b in case.blocks if b.kind == "heading"]
