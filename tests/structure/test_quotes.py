"""Block quotes: whose words a line is, and where the author's own go on."""

from __future__ import annotations

import pytest

from generator.structure.quotes import (
    continues_sentence,
    flattened_quotes,
    is_between,
    is_block_quote,
    leads_in,
    stays_open,
)

LEAD = "The Act provides:"
PROSE = "The officers acted in good faith, and nothing more was asked of them."


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ('"No person shall keep a harbor light."', LEAD),
        ("“No person shall keep a harbor light.”", LEAD),
        ('"No person shall keep a harbor light." 33 U. S. C. § 402.', LEAD),
        ('"No person shall keep a harbor light." Id., at 920, n. 21.', LEAD),
        ('"No person shall keep a light." (Emphasis added.)', LEAD),
        ('"No person shall keep a light." 3', LEAD),  # its footnote call
        ('"No person shall keep', "It said that no one may"),
        ('"No person shall keep a harbor light within a mile of any other harbor light."', PROSE),
        (". . . . .", LEAD),
    ],
)
def test_block_quote(line: str, before: str) -> None:
    assert is_block_quote(line, before, before_is_quote=False, open_quote=False)


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("No person shall keep a harbor light.", LEAD),  # no mark, so not told from text
        ('"A lamp is a light," said that court, and it went on to hold as much.', LEAD),
        ('"Good faith" is a term of art, and the Court uses it as one throughout.', LEAD),
        (
            '"Probable cause" is a term of art. See Brinegar v. United States, 338 U. S. 160 (1949).',
            PROSE,
        ),
        ('"Lantern" means "light." 46 U. S. C. § 1. We have never held otherwise.', PROSE),
        (
            '"It is emphatically the duty of the courts to say what the law is." Marbury v. Madison, 1 Cranch 137, 177 '
            "(1803). That principle has never been doubted, and we apply it again.",
            PROSE,
        ),
        ('"In some ways," the Court said, the Act "made matters worse." Id., at 23.', PROSE),
        ('"Yes."', PROSE),  # a short answer after a whole sentence
        ('"No person shall keep a harbor light."', None),  # nothing leads in
        (". . . .", PROSE),
        ("", LEAD),
    ],
)
def test_no_block_quote(line: str, before: str | None) -> None:
    assert not is_block_quote(line, before, before_is_quote=False, open_quote=False)


def test_a_block_quote_goes_on() -> None:
    """Each paragraph of a long quotation opens with a mark; only its last one closes."""
    assert is_block_quote('"Second.', '"First.', before_is_quote=True, open_quote=True)
    assert is_block_quote(". . .", '"First.', before_is_quote=True, open_quote=True)
    assert not is_block_quote("We agree.", '"First."', before_is_quote=True, open_quote=False)


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ('"First.', True),
        ('"First."', False),
        ("“First.", True),
        ("“First.”", False),
        ("First.", False),
    ],
)
def test_stays_open(line: str, is_open: bool) -> None:
    assert stays_open(line) is is_open


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("and says nothing of lamps.", True),
        ("is what the Act says.", True),
        ("We agree.", False),
        ("a) the first", False),
        ("ii. the second", False),
        ('"and nothing more"', False),
        ("", False),
    ],
)
def test_continues_sentence(line: str, goes_on: bool) -> None:
    assert continues_sentence(line) is goes_on


@pytest.mark.parametrize(
    "line",
    [
        "the code of the county provides",
        "he was there.the warrant described the property that would be the object of the search",
        "as justice harlan put it",
        "the statute reads as follows",
        "the officer testified at trial",
    ],
)
def test_leads_in(line: str) -> None:
    assert leads_in(line)


@pytest.mark.parametrize(
    "line",
    [
        "the code of the county provides.",
        "the officer testified that he saw a lamp",
        "that is what was said by the officer",
        "as described in the warrant that the officers brought with them on that day and showed to nobody",
        "they acted as described",
        "provides",  # a fragment, no lead-in
        "he provided a lamp and oil and wick and match and all that one could ever want for a light",
        "",
    ],
)
def test_does_not_lead_in(line: str) -> None:
    assert not leads_in(line)


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        (["he asked.", "q did you see it", "a i did", "q and then", "so it was."], {1, 2, 3}),
        (["a lamp was out.", "a car was stopped."], set()),  # "a" alone is an article
        (["the code provides", "a car shall bear two lamps.", "we agree."], {1}),
        (["the code provides", "each car shall.", "bear two lamps.id.at.", "we agree."], {1, 2}),
        (["the code provides", "each car shall.", "we read it so.", "it is law.id.at."], {1}),
        (["the code provides"], set()),  # nothing follows
        (["the officer testified", "q did you see it", "a i did"], {1, 2}),
        ([], set()),
    ],
)
def test_flattened_quotes(lines: list[str], quoted: set[int]) -> None:
    assert flattened_quotes(lines) == quoted


def test_what_a_quotation_reads_out_is_between() -> None:
    above = '"Mr. SAUNDERS. The gentleman did not read line 10, which says:'
    assert is_between(above, '"And that answers the difficulty of the gentleman."')
    assert not is_between(above, "That answers it.")  # nothing is quoted any more
    assert not is_between('"Mr. SAUNDERS. I think not.', '"And that answers the difficulty."')
