"""Cross-references within the case: every form, every false friend, flattened text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cite.internal import (
    find_flattened_internal,
    find_internal,
    flattened_supra_is_internal,
    follows_case_name,
    named_writing,
)
from generator.cite.mentions import any_word, in_order, places
from generator.model import Mention

Row = tuple[str, str, str | None, str | None, str | None]


def shown(text: str, mentions: list[Mention]) -> list[Row]:
    return [(text[m.start : m.end], m.kind, m.pin, m.key, m.writing) for m in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # ante and post
        (
            "violate the law.” Ante, at 341 (emphasis added).",
            [("Ante, at 341", "ante", "341", None, None)],
        ),
        ("Ante, at   808-810.", [("Ante, at   808-810", "ante", "808-810", None, None)]),
        ("ante, at 5– 6.", [("ante, at 5– 6", "ante", "5–6", None, None)]),
        ("ante, at 10, n. 9.", [("ante, at 10, n. 9", "ante", "10, n. 9", None, None)]),
        ("Ante, at 3 n. 2.", [("Ante, at 3 n. 2", "ante", "3 n. 2", None, None)]),
        ("ante, at 12, nn. 3–5.", [("ante, at 12, nn. 3–5", "ante", "12, nn. 3–5", None, None)]),
        ("Ante, at ___.", [("Ante, at ___", "ante", "___", None, None)]),
        ("Ante , at 341", [("Ante , at 341", "ante", "341", None, None)]),
        ("see post, at 3, 6, 8–9.", [("post, at 3, 6, 8–9", "post", "3, 6, 8–9", None, None)]),
        ("rehearing stage, post at 822,", [("post at 822", "post", "822", None, None)]),
        ("ante, at 14, 28 CFR § 5", [("ante, at 14", "ante", "14", None, None)]),
        ("Ante, this page.", [("Ante, this page", "ante", "this page", None, None)]),
        (
            "ante this page, n. 2.",
            [("ante this page, n. 2", "ante", "this page, n. 2", None, None)],
        ),
        ("Ante, at ¶ 30. But", [("Ante, at ¶ 30", "ante", "¶ 30", None, None)]),
        ("supra ¶¶ 12-14, it", [("supra ¶¶ 12-14", "supra-internal", "¶¶ 12-14", None, None)]),
        ("State v. Roe, supra, at ¶ 30.", []),
        ("See ante, p. 5.", [("ante, p. 5", "ante", "5", None, None)]),
        ("See post, pp. 5–6.", [("post, pp. 5–6", "post", "5–6", None, None)]),
        ("by the Court, ante, at 5.", [("ante, at 5", "ante", "5", None, None)]),
        ("under Title VII, ante, at 5.", [("ante, at 5", "ante", "5", None, None)]),
        ("of the Second Circuit, ante, at 4", [("ante, at 4", "ante", "4", None, None)]),
        (
            "(decades ago by state legislatures), ante, at 644",
            [("ante, at 644", "ante", "644", None, None)],
        ),
        # the writing
        (
            "Cf. post, at 5 (SOTOMAYOR, J., dissenting)",
            [("post, at 5 (SOTOMAYOR, J., dissenting)", "post", "5", "dissent", "sotomayor")],
        ),
        (
            "ante, at 2, 11 (opinion of ROBERTS, C. J.).",
            [("ante, at 2, 11 (opinion of ROBERTS, C. J.)", "ante", "2, 11", None, "roberts")],
        ),
        (
            "ante, at 6 (Alito, J., concurring in part and concurring in judgment).",
            [
                (
                    "ante, at 6 (Alito, J., concurring in part and concurring in judgment)",
                    "ante",
                    "6",
                    "concurrence-in-judgment",
                    "alito",
                )
            ],
        ),
        (
            "post, at 2 (KAGAN, J., concurring in part and dissenting in part)",
            [
                (
                    "post, at 2 (KAGAN, J., concurring in part and dissenting in part)",
                    "post",
                    "2",
                    "concurrence-in-part-dissent-in-part",
                    "kagan",
                )
            ],
        ),
        (
            "ante, at 17 (opinion of the Court) (state law",
            [("ante, at 17 (opinion of the Court)", "ante", "17", None, "majority")],
        ),
        (
            "ante, at 3 (plurality opinion).",
            [("ante, at 3 (plurality opinion)", "ante", "3", "plurality", "majority")],
        ),
        (
            "Post, at 191, 192 (dissenting opinion).",
            [("Post, at 191, 192 (dissenting opinion)", "post", "191, 192", "dissent", None)],
        ),
        (
            "post, at 10 (joint opinion of O’CONNOR, KENNEDY, and SOUTER, JJ.)",
            [
                (
                    "post, at 10 (joint opinion of O’CONNOR, KENNEDY, and SOUTER, JJ.)",
                    "post",
                    "10",
                    None,
                    "o'connor",
                )
            ],
        ),
        (
            "JUSTICE POWELL's dissent, post, at 5.",
            [("post, at 5", "post", "5", None, "powell")],
        ),
        ("As JUSTICE SCALIA notes, post, at 12,", [("post, at 12", "post", "12", None, "scalia")]),
        (
            "See opinion of SOUTER, J., post, at 12.",
            [("post, at 12", "post", "12", None, "souter")],
        ),
        (
            "ante, at 4, n. (THOMAS, J., concurring)",
            [("ante, at 4, n. (THOMAS, J., concurring)", "ante", "4, n.", "concurrence", "thomas")],
        ),
        (
            "see ante (opinion of KAGAN, J.).",
            [("ante (opinion of KAGAN, J.)", "ante", None, None, "kagan")],
        ),
        (
            "he said “so” (opinion of KAGAN, J.).",
            [("(opinion of KAGAN, J.)", "writing", None, None, "kagan")],
        ),
        # supra and infra
        ("See supra, at 347.", [("supra, at 347", "supra-internal", "347", None, None)]),
        (
            "as we have explained, supra, at 6,",
            [("supra, at 6", "supra-internal", "6", None, None)],
        ),
        ("did not explain, supra at 5, the", [("supra at 5", "supra-internal", "5", None, None)]),
        ("See, e. g., supra, at 5.", [("supra, at 5", "supra-internal", "5", None, None)]),
        ("supra, at ___–___.", [("supra, at ___–___", "supra-internal", "___–___", None, None)]),
        (
            "supra, at 13–17 and this page, strongly",
            [
                (
                    "supra, at 13–17 and this page",
                    "supra-internal",
                    "13–17 and this page",
                    None,
                    None,
                )
            ],
        ),
        (
            "see supra, 519 U.S. at 264.",
            [("supra, 519 U.S. at 264", "supra-internal", "264", None, None)],
        ),
        ("See infra, at 12–14.", [("infra, at 12–14", "infra", "12–14", None, None)]),
        ("infra, this page.", [("infra, this page", "infra", "this page", None, None)]),
        # notes
        ("See n. 3,  supra.", [("n. 3,  supra", "note", None, "3", None)]),
        ("nn. 3–5, supra", [("nn. 3–5, supra", "note", None, "3-5", None)]),
        ("note 4, infra", [("note 4, infra", "note", None, "4", None)]),
        ("see supra, n. 4.", [("supra, n. 4", "note", None, "4", None)]),
        ("see supra note 4", [("supra note 4", "note", None, "4", None)]),
        ("See n. 38, supra, at 26.", [("n. 38, supra, at 26", "note", "26", "38", None)]),
        ("See n. 3, Appendix II, infra.", [("n. 3, Appendix II, infra", "note", None, "3", None)]),
        (
            "See supra, at 347 , and n. 1.",
            [
                ("supra, at 347", "supra-internal", "347", None, None),
                ("n. 1", "note", None, "1", None),
            ],
        ),
        (
            "See post, at 4–5, and n. 4 (GINSBURG, J., dissenting);",
            [
                ("post, at 4–5", "post", "4–5", "dissent", "ginsburg"),
                ("n. 4 (GINSBURG, J., dissenting)", "note", None, "4", "ginsburg"),
            ],
        ),
        (
            "ante, at 2–3, and n. (KAGAN, J., concurring).",
            [
                ("ante, at 2–3", "ante", "2–3", "concurrence", "kagan"),
                ("n. (KAGAN, J., concurring)", "note", None, "*", "kagan"),
            ],
        ),
        (
            "footnote 3 of the Court’s opinion",
            [("footnote 3 of the Court’s opinion", "note", None, "3", "majority")],
        ),
        # Parts
        ("See Part II–A, supra.", [("Part II–A, supra", "part", None, "II-A", None)]),
        ("See Part I-A(4), supra.", [("Part I-A(4), supra", "part", None, "I-A(4)", None)]),
        ("Parts II and III, infra", [("Parts II and III, infra", "part", None, "II,III", None)]),
        (
            "Part II–A, ante, at 13–15.",
            [("Part II–A, ante, at 13–15", "part", "13–15", "II-A", None)],
        ),
        ("see infra Part II.A.", [("infra Part II.A", "part", None, "II.A", None)]),
        ("Section II.B, infra", [("Section II.B, infra", "part", None, "II.B", None)]),
        ("See Appendix A, infra.", [("Appendix A, infra", "part", None, "Appendix A", None)]),
        ("see also Appendix, infra.", [("Appendix, infra", "part", None, "Appendix", None)]),
        (
            "in Part IV of his dissenting opinion",
            [("Part IV of his dissenting opinion", "part", None, "IV", None)],
        ),
        (
            "Part III of the majority’s opinion",
            [("Part III of the majority’s opinion", "part", None, "III", "majority")],
        ),
        (
            "Parts I and II of JUSTICE SCALIA’s dissent",
            [("Parts I and II of JUSTICE SCALIA’s dissent", "part", None, "I,II", "scalia")],
        ),
        (
            "I join Parts I, II, III, and IV-B of the Court's opinion, but dissent from Part IV-A.",
            [
                (
                    "Parts I, II, III, and IV-B of the Court's opinion",
                    "part",
                    None,
                    "I,II,III,IV-B",
                    "majority",
                ),
                ("Part IV-A", "part", None, "IV-A", None),
            ],
        ),
        ("In Part II, I explain", [("Part II", "part", None, "II", None)]),
        ("I join Part I and I agree", [("Part I", "part", None, "I", None)]),
        (
            "We join Parts I and II of the opinion.",
            [("Parts I and II of the opinion", "part", None, "I,II", None)],
        ),
    ],
)
def test_forms(text: str, found: list[Row]) -> None:
    assert shown(text, find_internal(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        # another case of the same volume
        "United States ex rel. Wilson, ante, p. 302",
        "See Missouri v. Frye, ante, at 7",
        "Brown, post, at 483",
        "cert. denied, post, p. 906",
        "cert. granted, ante, p. 12",
        "filed a dissenting opinion, post, p. 697",
        "BREYER, JJ., joined, post, p. 180",
        # citations
        "Harlow, supra, at 807",
        "United States v. United States District Court, supra, at 316",
        "the Slaughter-House Cases, supra, at 5",
        "Great Northern R. Co., supra, at 465",
        "Hensley supra, at 5",
        "S. Rep. No. 538, supra, at 2",
        "Smith (1997), supra, at 3",
        "Hellerstein & Hellerstein, supra n. 1",
        "Leon, 468 U. S., at 922, n. 23, supra",
        "Davis, 547 U. S., at 835 (opinion of THOMAS, J.)",
        "Ibid. (Scalia, J., concurring in judgment)",
        "See Giles (THOMAS, J., concurring)",
        # Latin, newspapers, the verb
        "workers on the same terms ex ante, at 5",
        "an ex post facto law",
        "a post hoc view",
        "ante bellum",
        "the Washington Post, at A1",
        "he was at his post at 5 p.m.",
        "to post an advertisement",
        "post-trial, at 5",
        "the compost, at 5",
        # other Parts
        "Part II of the Act",
        "Title I, Part II",
        "Schedule II, Part III",
        "Part I crimes",
        "Part II of the Court's opinion in Leon",
        "Part III of the Court of Appeals’ opinion",
        "In Part III of its opinion, the Court of Appeals held",
        "Medicare Part B",
        "Counterpart II",
    ],
)
def test_false_friends(text: str) -> None:
    assert find_internal(text) == []


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("Harlow, ", True),
        ("In re Debs, ", True),
        ("FAIR, ", True),
        ("Hensley ", True),
        ("Rep. No. 538, ", True),
        ("Doctor's Associates et al., ", True),
        ("v. United States, ", True),
        ("", False),
        ("See ", False),
        ("see also ", False),
        ("e. g., ", False),
        ("as we said ", False),
        ("the first claim. ", False),
        ("as noted by the District Court, ", False),
        ("the dissent's “fair return,” ", False),
        ("as JUSTICE STEVENS, ", False),
    ],
)
def test_what_a_supra_follows(before: str, named: bool) -> None:
    assert follows_case_name(f"{before}supra, at 5", len(before)) is named


@pytest.mark.parametrize(
    ("words", "writing", "kind"),
    [
        ("SOTOMAYOR, J., dissenting", "sotomayor", "dissent"),
        ("opinion of Roberts, C. J.", "roberts", None),
        ("Scalia, J., concurring in judgment", "scalia", "concurrence-in-judgment"),
        ("statement of SOTOMAYOR, J.", "sotomayor", None),
        ("opinion of O'CONNOR, J.", "o'connor", None),
        ("majority opinion", "majority", None),
        ("per curiam", "majority", None),
        ("plurality opinion", "majority", "plurality"),
        ("opinion of THE CHIEF JUSTICE", "chief justice", None),
        ("concurring opinion", None, "concurrence"),
        ("emphasis added", None, None),
    ],
)
def test_named_writing(words: str, writing: str | None, kind: str | None) -> None:
    assert named_writing(words) == (writing, kind)


PAGE = st.integers(1, 999)


@given(
    st.sampled_from(["ante", "Ante", "post", "Post", "supra", "infra"]),
    st.lists(st.tuples(PAGE, st.booleans()), min_size=1, max_size=4),
    st.sampled_from(["-", "–", "—"]),
    st.sampled_from(
        ["See {}.", "so it said, see {}; but", "as we said ({})", "law.” {} (emphasis added)"]
    ),
)
def test_whatever_pages_it_has(
    word: str, numbers: list[tuple[int, bool]], dash: str, around: str
) -> None:
    pages = ", ".join(f"{n}{dash}{n + 1}" if wide else str(n) for n, wide in numbers)
    text = around.format(f"{word}, at {pages}")
    (found,) = find_internal(text)
    assert (text[found.start : found.end], found.pin) == (f"{word}, at {pages}", pages)


FRAGMENTS = [
    "Ante",
    "post",
    "supra",
    "infra",
    ", at 5",
    ", n. 3",
    " and n. 4",
    "Part II",
    "Parts I, II",
    " (opinion of X, J.)",
]
FRAGMENTS += [
    "See ",
    "Roe v. Doe, ",
    ". ",
    "(",
    ")",
    "n. 2, ",
    "the Court, ",
    "Appendix, ",
    "ante,at",
    "part iii",
    " opinion of kagan",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join))
def test_in_order_without_overlap(text: str) -> None:
    for found in (find_internal(text), find_flattened_internal(text)):
        assert all(0 <= m.start < m.end <= len(text) for m in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("have prove d helpful. ante,at. it has", [("ante,at", "ante", None, None)]),
        ("see ante, at, the only crime", [("ante, at", "ante", None, None)]),
        (
            "post, at sotomayor, dissenting post, at kagan, concurring in part and dissenting in part.",
            [
                ("post, at sotomayor, dissenting", "post", "dissent", "sotomayor"),
                (
                    "post, at kagan, concurring in part and dissenting in part",
                    "post",
                    "concurrence-in-part-dissent-in-part",
                    "kagan",
                ),
            ],
        ),
        (
            "see ante, at see also ante, at opinion of kagan. under",
            [
                ("ante, at", "ante", None, None),
                ("ante, at opinion of kagan", "ante", None, "kagan"),
            ],
        ),
        (
            "post, at opinion of o connor, who",
            [("post, at opinion of o connor", "post", None, "o'connor")],
        ),
        (
            "post, at opinion concur ring in part and concurring in judgment. the",
            [
                (
                    "post, at opinion concur ring in part and concurring in judgment",
                    "post",
                    "concurrence-in-judgment",
                    None,
                )
            ],
        ),
        (
            "see also ante, kennedy, concurring.",
            [("ante, kennedy, concurring", "ante", "concurrence", "kennedy")],
        ),
        ("ante, at emphasis deleted.", [("ante, at", "ante", None, None)]),
        ("right to say, post at, that", [("post at", "post", None, None)]),
        ("see infra, at. that", [("infra, at", "infra", None, None)]),
        ("conviction records, see supra, at would", [("supra, at", "supra-internal", None, None)]),
        ("as we explained, supra, at, the clause", [("supra, at", "supra-internal", None, None)]),
        ("pass the test. see, supra. in", [("supra", "note", None, None)]),
        ("we address in part iii, infra, there", [("part iii, infra", "part", "III", None)]),
        ("intent. see part, supra. the", [("part, supra", "part", None, None)]),
        (
            "part ii of the court opinion, see",
            [("part ii of the court opinion", "part", "II", None)],
        ),
        ("in part iii, we", [("part iii", "part", "III", None)]),
        ("leon, supra, at internal", []),
        ("hensley supra, at", []),
        ("great northern r. co., supra, at", []),
        ("lampf, supra, and quoting", []),
        ("malley, at powell, concurring in part", []),
        ("prevents questioning ex ante it would", []),
        ("invalid ex post, confessions", []),
        ("an unprecedented, post hoc reconstruction", []),
        ("the ex post facto clauses, see", []),
        ("the part i like", []),
        ("concurring in part, i agree", []),
    ],
)
def test_flattened(text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    mentions = find_flattened_internal(text)
    assert all(m.pin is None for m in mentions)
    assert [(text[m.start : m.end], m.kind, m.key, m.writing) for m in mentions] == found


def test_a_caller_may_know_that_a_word_is_no_name() -> None:
    text = "the right no longer counts, supra, at. justice"
    assert find_flattened_internal(text) == []
    found = find_flattened_internal(text, ordinary={"counts"}.__contains__)
    assert [m.kind for m in found] == ["supra-internal"]
    assert not flattened_supra_is_internal("malley, ", ordinary={"counts"}.__contains__)


def test_words_are_found_whole_and_longest_first() -> None:
    pattern = any_word(("App", "Apps", "J."))
    text = "Apps App Append xApp -App J.A. (App"
    assert [(m.start(), m.group()) for m in places(pattern, text)] == [
        (0, "Apps"),
        (5, "App"),
        (26, "J."),
        (32, "App"),
    ]


def test_the_longer_of_two_at_one_place_wins() -> None:
    short, long, inside = (Mention(a, b, "note") for a, b in ((0, 5), (0, 9), (3, 7)))
    assert in_order([inside, short, long]) == [long]
