"""Damage and restore: a mixed-case text is flattened as the dialect is, and comes back with its words in order; what
does not come back is marked or said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build import corpus_of
from generator.jobs import Job
from generator.refer import Guidance
from generator.render.about import sentences
from generator.render.restored import tally
from generator.render.strands import strands_of
from generator.render.verify import violations
from generator.render.weave import woven
from generator.restore import restored
from tests.damage import flattened
from tests.kit import SEEDS, account, case_of, data_of, html_of, letters_of, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Case

HEAD = "justice white delivered the opinion of the court.\n"
WORD = re.compile(r"[^\W\d_]+")

PARTS = st.sampled_from(
    """The Court held that | We granted certiorari to decide whether | Detective Messerschmidt searched |
    an officer cannot know | the officers didn't have | in Pearson v. Callahan, 555 U. S. 223, 231 (2009), |
    See Malley v. Briggs, 475 U. S. 335, 341 (1986). | Id., at 345. | Ante, at 12 (KAGAN, J.). |
    "[n]o reasonable officer would have call[ed] it so." | Bowen's well-known gang | under § 1983 |
    the Fourth Amendment. | I do not. | the State of California | on March 3, 2003, | a 12-gauge shotgun, |
    Jerry Ray Bowen | (emphasis added) | It is so; it isn't otherwise: | whether or not | a judge |
    the so-called "shield" of immunity | "Did you? — Yes." | Cf. App. 56. | Q. Did you have any reason?""".replace(
        "\n", " "
    ).split("|")
).map(str.strip)
PARAGRAPHS = st.lists(st.lists(PARTS, min_size=2, max_size=8).map(" ".join), min_size=1, max_size=4)
# What the note at the head must name when a text has lost it.
SAID = (
    (r"\d", "digits"),
    (r"[\"“”]", "quotation marks"),
    (r"[()\[\]]", "brackets"),
    (r"['’]", "apostrophes"),
    (r"\w-\w", "hyphenated words"),
)


def put_in(case: Case) -> str:
    """All that the page has and the source has not, but for blanks and marks about words."""
    return " ".join(b.text[r.start : r.end] for b in case.blocks for r in b.restored if not r.was)


def own_words(case: Case) -> list[str]:
    """The words of the page without those that were put in, from the paragraphs below the byline."""
    out: list[str] = []
    for block in case.blocks:
        if block.number is None and block.kind != "blockquote":
            continue
        text, cursor = "", 0
        for row in block.restored:
            text += block.text[cursor : row.start]
            new = block.text[row.start : row.end]
            text += new if row.was or not letters_of(new) else ""
            cursor = row.end
        out += WORD.findall((text + block.text[cursor:]).replace("[", "").replace("]", ""))
    return out


@settings(max_examples=60)
@given(PARAGRAPHS)
@example(
    [
        "Bowen's well-known gang didn't.",
        'an officer cannot know "[n]o reasonable officer call[ed] it."',
    ]
)
def test_words_come_back_in_order(paragraphs: list[str]) -> None:
    damaged = [flattened(p) for p in paragraphs]
    raw = HEAD + "".join(f"{d.text}\n" for d in damaged if d.text)
    case = restored(case_of(raw, "flattened"))
    # every letter, in order
    kept = "".join(w for d in damaged for w in d.kept)
    assert letters_of("".join(own_words(case))) == letters_of(kept)
    assert account(data_of(case), raw) is None
    # nothing is made up: a word that was put in stands in brackets
    assert not WORD.search(re.sub(r"\[[^\[\]]*\]", "", put_in(case)))
    # the source itself is on the page, blank for blank, and all else is marked
    html = woven(html_of(page_of(case)), case.blocks, strands_of(case))
    assert list(violations(html, data_of(case), raw)) == []
    # what did not come back is said
    told = " ".join(sentences(case))
    for sign, name in SAID:
        if any(re.search(sign, p) for p in paragraphs):
            assert name in told
    # and what did is counted
    rows = [(r, b.text[r.start : r.end]) for b in case.blocks for r in b.restored]
    assert len(rows) == sum(r.rule != "layout" for r in case.clean.repairs)
    done = tally(case)
    assert done.blanks == sum(text == " " and not row.was for row, text in rows)
    assert done.editor == sum(
        "[" in text and letters_of(text) != "" for row, text in rows if not row.was
    )


@pytest.mark.parametrize(
    ("text", "flat", "lost"),
    [
        ("The lamp, he said, is lit.", "the lamp,he said,is lit.", ()),
        ("It didn't burn.", "it burn.", ("didn't",)),
        ("Bowen's lamp.", "bowen lamp.", ("Bowen's",)),
        ("a well-known 12-gauge lamp.", "a lamp.", ("well-known", "12-gauge")),
        ("“[n]o lamp (call[ed] so)”", "n o lamp call ed so", ()),
        ("Pearson v. Callahan, 555 U. S. 223, 231 (2009).", "pearson callahan,",
         ("v.", "555", "U.", "S.", "223,", "231", "(2009).")),
        ("One cannot know.", "one can not know.", ()),
        ("Id., at 345.", "id.,at.", ("345.",)),
    ],
)  # fmt: skip
def test_the_damage_is_that_of_the_dialect(text: str, flat: str, lost: tuple[str, ...]) -> None:
    damaged = flattened(text)
    assert (damaged.text, damaged.lost) == (flat, lost)


def test_a_whole_opinion_comes_back(tmp_path: Path) -> None:
    """*Malley*, whose capitals are known, is flattened and restored beside itself: most capitals are right again."""
    truth = [
        b for b in case_of(SEEDS["malley-v-briggs"].read_text()).blocks if b.kind == "paragraph"
    ]
    damaged = [flattened(b.text) for b in truth]
    path = tmp_path / "malley.txt"
    path.write_text(HEAD + "".join(f"{d.text}\n" for d in damaged), encoding="utf-8")
    corpus, failures = corpus_of([Job(path, "malley", dialect="flattened")], Guidance())
    assert failures == []
    (case,) = corpus.cases
    shown = own_words(case)
    # "can not" and "call ed" are whole again on the page
    kept = [w for d in damaged for w in d.kept]
    assert letters_of("".join(shown)) == letters_of("".join(kept))
    right = same = 0
    pool = iter(kept)
    for word in shown:
        true = next(pool)
        while len(true) < len(word):
            true += next(pool)
        same += 1
        right += true == word
    assert same > 3500
    assert right / same > 0.98
