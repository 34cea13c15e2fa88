"""The tokens are eyecite's own: over an opinion, over every reporter there is, and over shuffled fragments."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import eyecite.tokenizers
import pytest
from eyecite import get_citations
from eyecite.models import CitationToken, TokenExtractor
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cite.scanner import BLANKS, Scanner
from generator.cite.tokenizer import all_tokens, tokens, window_tokenizer

if TYPE_CHECKING:
    from eyecite.models import Token

SEEDS = Path(__file__).parents[2] / "site_src" / "opinions"
DENSE = """
See Harlow v. Fitzgerald, 457 U.S. 800, 818, 102 S.Ct. 2727, 73 L.Ed.2d 396 (1982); 457 U. S., at 819; 457 U.S. at
p. 820. Cf. Jones v. Smith, 12 N. Y. S. 2d 345 (App. Div. 1939), aff'd, 281 N.Y. 1, 2 N.E.2d 3; Doe, supra, at 4-5.
Id., at 6; ibid.; Ibid. id. Id. at 7. 42 U.S.C. §§ 1983, 1988; 28 U. S. C. § 2254(d)(1); 29 C.F.R. § 1910.1; 9 Stat. 2.
Cal. Penal Code § 187; Cal. Penal Code Ann. § 12022(a); N.Y. Penal Law § 125.25; Tex. Penal Code Ann. § 19.02;
Mass. Gen. Laws ch. 265, § 13; Ill. Rev. Stat., ch. 38, ¶ 9-1. 13 Wall. 335; 6 Cranch 87; 5 U.S. (1 Cranch) 137, 163.
88 Harv. L. Rev. 1321; 2010 WL 123456; 2001 ND 13, ¶ 4; 2009-Ohio-12; 1999-NMSC-015; 585 U.S. ___ (2018); ___ U.S. ___,
— U.S. —; 3 F.Supp.3d 4, 5 F. Supp. 2d 6, 7 F.App'x 8, 9 Fed. Appx. 10, 11 B.R. 12, 13 S.W.2d 14, 15 SW 2d 16,
17 S. W. (2d) 18, 19 Cal. App. 4th 20, 21 Cal.Rptr.3d 22, 23 P.3d 24, 5 A.2d 26; 1 Cooke 2 Tenn. 3; 2 Thompson 12 U.S. 3
"""
FRAGMENTS = (
    *(
        "1",
        "12",
        "457",
        "0",
        "2009",
        "1-2",
        "17A",
        "402A",
        "²3",
        "٣",
        "xii",
        "___",
        "—",
        "-",
        "--",
        "(",
        ")",
        "((",
        ",",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\xa0",
        "\u2003",
        "\x1c",
        "   \n",
        ".",
        ";",
        "§",
        "§§ ",
        "¶ ",
        "at",
        " at ",
        " at p. ",
        ", at",
        "é",
        "ſ",
        "İ",
        "ı",
    ),
    *(
        "U.S.",
        "U. S.",
        "U.",
        "S.",
        "S.Ct.",
        "F.",
        "F. 2d",
        "F.2d",
        "F.Supp.",
        "2d",
        "3d",
        "N. Y. S. 2d",
        "N.Y.",
        "S.W.2d",
    ),
    *(
        "S. W. (2d)",
        "S.-W. 2nd",
        "Cooke",
        "Tenn.",
        "Thompson",
        "Cranch",
        "(1 Cranch)",
        "P",
        "P.R.",
        "Or",
        "App.",
        "Cal.",
    ),
    *(
        "Cal. Penal Code",
        "Code",
        "Penal Law",
        "U.S.C.",
        "U. S. C. § 1983",
        "C.F.R.",
        "Mass. Gen. Laws",
        "ch.",
        "tit. 3",
        "ND",
    ),
    *(
        "Ohio",
        "Ohio St.",
        "(CCH)",
        "1990)",
        "Id.",
        "id.,",
        "ibid.",
        "supra",
        "ſupra",
        ", supra, ",
        "v.",
        "See",
        "(quoting",
        "aff'd",
    ),
    *(
        "457 U.S. 800",
        "42 U.S.C. § 1983",
        "12 F.2d 34",
        "1 S.W.2d 2",
        "Cal. Penal Code § 1",
        " 5 Cooke 6 ",
        "585 U.S. ___",
    ),
)


class InOrder(eyecite.tokenizers.AhocorasickTokenizer):
    """Eyecite's own, but its extractors come in their order, not in that of a set, which changes with the run."""

    def get_extractors(self, text: str) -> Any:
        wanted = {id(e) for e in super().get_extractors(text)}
        return [e for e in self.extractors if id(e) in wanted]


ORDERED = InOrder()


# Every edition and variation in reporters-db: reports, statutes and journals.
SPELLINGS = tuple(eyecite.tokenizers.EDITIONS_LOOKUP)


def facts(token: Token) -> tuple[Any, ...]:
    """All that a token says; a plain ``==`` leaves the groups out."""
    more = (
        (token.exact_editions, token.variation_editions, token.short)
        if isinstance(token, CitationToken)
        else ()
    )
    return type(token).__name__, token.start, token.end, token.data, token.groups, more


def assert_same_matches(text: str) -> int:
    """Before overlaps are resolved, all that eyecite's default tokenizer finds; in any order."""
    ours = [repr(facts(t)) for t in window_tokenizer().extract_tokens(text)]
    theirs = [repr(facts(t)) for t in eyecite.tokenizers.default_tokenizer.extract_tokens(text)]
    assert sorted(ours) == sorted(theirs)
    return len(ours)


def assert_same_tokens(text: str) -> None:
    """After that: the same words and tokens at the same places."""
    words, special = window_tokenizer().tokenize(text)
    words_of_eyecite, special_of_eyecite = ORDERED.tokenize(text)
    assert [(i, facts(t)) for i, t in special] == [(i, facts(t)) for i, t in special_of_eyecite]
    assert list(map(str, words)) == list(map(str, words_of_eyecite))
    assert [facts(t) for t in all_tokens(text)] == [facts(t) for _, t in special]


@pytest.mark.parametrize("slug", ["malley-v-briggs", "messerschmidt-v-millender"])
def test_an_opinion(slug: str) -> None:
    text = (SEEDS / slug / "opinion.txt").read_text("utf-8")[:40_000]
    assert assert_same_matches(text) > 70
    assert_same_tokens(text)


@pytest.mark.parametrize(
    "text",
    [
        DENSE,
        DENSE.replace("\n", " "),
        DENSE.replace(" ", "  "),
        DENSE.replace(" ", "\xa0"),
        DENSE.replace(". ", "."),
        DENSE.lower(),
        DENSE.upper(),
        "",
        "1 U.S. 1",
        "U.S. 1 U.S. 1",
        "1 U.S. 1 U.S. 1 U.S. 1, 2 U.S. 3 U.S. 4",
        "01 U.S. 1; a1 U.S. 1; é1 U.S. 1; —1 U.S. 1; ²1 U.S. 1; ٣1 U.S. 1; 1٣ U.S. 1",
        f"1 N.{' ' * BLANKS}Y. 2; 3 N.{' ' * BLANKS}Y.{' ' * (BLANKS - 1)} 2",
        "İ id. 1 U.S. 2 ſupra ıd. supra",
    ],
)
def test_texts(text: str) -> None:
    assert_same_matches(text)
    assert_same_tokens(text)


@pytest.mark.parametrize("part", range(4))
def test_every_reporter(part: int) -> None:
    """Each spelling of reporters-db in a citation, four to a text for eyecite's sake."""
    mine = SPELLINGS[part::4]
    assert len(SPELLINGS) > 4_500
    for first in range(0, len(mine), 4):
        text = "".join(f"See 12 {s} 345, 347 (1990). " for s in mine[first : first + 4])
        assert_same_matches(text)


@pytest.mark.parametrize(
    "form",
    [
        "Id. 12 {0}, at 345. 3 {0} at p. 4",
        "12 {1} 345, (6  {1}, 78)",
        "{0} § 12-34. 42 {0} § 1983(a)(2). 2001 {0} 17. {0} tit. 3, § 4; {0}, art 3.",
    ],
)
def test_other_forms_of_some_reporters(form: str) -> None:
    for spelling in SPELLINGS[::40]:
        text = form.format(spelling, spelling.replace(".", ". "))
        assert_same_matches(text)
        assert_same_tokens(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=24), st.sampled_from(["", " "]))
def test_shuffled_fragments(fragments: list[str], between: str) -> None:
    text = between.join(fragments)
    assert_same_matches(text)
    assert_same_tokens(text)


def test_no_spelling_stays_outside_the_index() -> None:
    """All citations are found through the index; what runs over the whole text is not many."""
    scanner = Scanner(eyecite.tokenizers.EXTRACTORS)
    assert len(scanner.other) == 6
    assert not any("(?P<reporter>" in scanner.extractors[n].regex for n in scanner.other)


def test_an_extractor_of_another_shape_runs_over_the_whole_text() -> None:
    shapeless = TokenExtractor(
        r"\b(Foo \d)\b", CitationToken.from_match, {"short": False}, strings=["Foo"]
    )
    uncertain = TokenExtractor(
        r"(?:^|[^a-zA-Z0-9])((?P<reporter>F?oo) \d)(?:[^a-zA-Z0-9]|$)", CitationToken.from_match
    )
    for extractor in (shapeless, uncertain):
        scanner = Scanner([extractor, eyecite.tokenizers.EXTRACTORS[0]])
        found = [match[1] for _, match in scanner.matches("xFoo 1, Foo 2, Foo x, Foo 3")]
        assert found == ["Foo 2", "Foo 3"]


def test_citations_come_alone_and_in_order() -> None:
    found = tokens(DENSE)
    assert all(type(t) is CitationToken for t in found)
    assert [(t.start, t.end) for t in found] == sorted((t.start, t.end) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(DENSE[t.start : t.end] == t.data for t in found)
    printed = {re.sub(r"\s", " ", t.data): t.short for t in found}
    for full in (
        "457 U.S. 800",
        "12 N. Y. S. 2d 345",
        "42 U.S.C. §§ 1983",
        "13 Wall. 335",
        "15 SW 2d 16",
    ):
        assert printed[full] is False
    for short in ("457 U. S., at 819", "457 U.S. at p. 820"):
        assert printed[short] is True


def test_a_citation_is_preferred_to_a_nominative_reporter_that_overlaps_it() -> None:
    assert [t.data for t in tokens("1 Cooke 2 Tenn. 3")] == ["2 Tenn. 3"]


def test_a_token_has_the_editions_of_every_extractor_that_agrees() -> None:
    (token,) = tokens("1 U. S. 1")
    assert [e.short_name for e in token.exact_editions] == ["U.S."]
    assert token.groups == {"volume": "1", "reporter": "U. S.", "page": "1"}
    again, other = tokens("1 U. S. 1, 2 U. S. 2")
    assert (again.groups["page"], other.groups["page"]) == ("1", "2")


def test_citations_of_eyecite_are_the_same_with_our_tokenizer() -> None:
    ours = get_citations(DENSE, tokenizer=window_tokenizer())
    theirs = get_citations(DENSE, tokenizer=ORDERED)
    assert [str(c) for c in ours] == [str(c) for c in theirs]
    assert len(ours) > 40


def test_the_only_difference() -> None:
    """A reporter torn apart by more blanks than any page prints: eyecite's time grows by their square."""
    torn = f"1 N.{' ' * (BLANKS + 1)}Y. 2"
    assert [t.data for _, t in ORDERED.tokenize(torn)[1]] == [torn]
    assert tokens(torn) == []
    assert_same_matches(f"1 N.Y. 2{' ' * (BLANKS + 1)}3 N.Y. 4{' ' * 500}at 5 N.Y. 6")


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "§ ",
        "1",
        "Id. ",
        "1 U.S. ",
        "1 F." + " " * 70,
        "§((",
        "—",
        "_",
        "1-",
        "N. Y. ",
        "\n",
        "1 F. ",
        "Cal. Penal ",
    ],
)
def test_hostile_text_is_read_in_one_pass(piece: str) -> None:
    """Not timed: with time by the square of the length these would take minutes or hours."""
    text = piece * (60_000 // len(piece))
    assert all(t.start < t.end for t in all_tokens(text + "§"))


def test_importing_the_module_does_not_import_eyecite() -> None:
    code = "import sys, generator.cite.tokenizer; print('eyecite' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
