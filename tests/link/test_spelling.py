"""One spelling for a citation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link.spelling import LONGEST, nominative, spelled, spelled_reporter
from generator.link.tables import read_rows


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("457 U.S. 800", "457 U.S. 800"),
        ("457 U. S. 800", "457 U.S. 800"),
        ("457  U. S.\n800", "457 U.S. 800"),
        ("457 US 800", "457 U.S. 800"),
        ("620 F. 3d 1016", "620 F.3d 1016"),
        ("620 F3d 1016", "620 F.3d 1016"),
        ("123 F.Supp.2d 45", "123 F. Supp. 2d 45"),
        ("106 S.Ct. 1092", "106 S. Ct. 1092"),
        ("89 L.Ed.2d 271", "89 L. Ed. 2d 271"),
        ("12 N. Y. 2d 1", "12 N.Y.2d 1"),
        ("12 N. E. 2nd 1", "12 N.E.2d 1"),
        ("12 Cal. App. 3d 1", "12 Cal. App. 3d 1"),
        ("100 Mass.App.Ct. 3", "100 Mass. App. Ct. 3"),
        ("12 F. App’x 3", "12 F. App'x 3"),
        ("2007 WL 7589200", "2007 WL 7589200"),
        ("82 Harv. L. Rev. 1", "82 Harv. L. Rev. 1"),
        ("19 How. St. Tr. 1001", "19 How. St. Tr. 1001"),
        # what short forms and slip opinions leave
        ("468 U. S.", "468 U.S."),
        ("563 U. S. ___", "563 U.S. ___"),
        # the early reporters
        ("5 U.S. (1 Cranch) 137", "5 U.S. 137"),
        ("1 Cranch 137", "5 U.S. 137"),
        ("80 U. S. (13 Wall.) 335", "80 U.S. 335"),
        ("13 Wall. 335", "80 U.S. 335"),
        ("13 Wall.", "80 U.S."),
        ("2 Dallas 419", "2 U.S. 419"),
        ("25 How. 1", "25 How. 1"),  # Howard has 24 volumes
        ("5 Cranch C.C. 3", "5 Cranch C.C. 3"),  # the circuit court's
        ("1 Ill. (Breese) 3", "1 Ill. (Breese) 3"),
        # laws
        ("42 U. S. C. §1983", "42 U.S.C. § 1983"),
        ("42 USC § 1983", "42 U.S.C. § 1983"),
        ("42 U.S.C. §§1981–1983", "42 U.S.C. §§ 1981-1983"),
        ("29 CFR § 1604.11", "29 C.F.R. § 1604.11"),
        ("Cal. Penal Code Ann. § 1524 (a)(3)", "Cal. Penal Code § 1524(a)(3)"),
        ("U. S. Const. amend. IV", "U.S. Const. amend. IV"),
        ("Fed. R. Evid. 404(b)", "Fed. R. Evid. 404(b)"),
        ("Pub. L. No. 94–142", "Pub. L. No. 94-142"),
        ("No. 05–2298", "No. 05-2298"),
        ("App.", "App."),
        ("", ""),
    ],
)
def test_spelled(printed: str, key: str) -> None:
    assert spelled(printed) == key
    assert spelled(key) == key


@pytest.mark.parametrize(
    "other", ["458 U.S. 800", "457 U.S. 801", "457 F.2d 800", "457 S. Ct. 800"]
)
def test_other_works_stay_apart(other: str) -> None:
    assert spelled(other) != spelled("457 U. S. 800")


@given(st.text(max_size=LONGEST + 20))
def test_it_is_the_same_again(text: str) -> None:
    assert spelled(spelled(text)) == spelled(text)


@given(
    st.integers(1, 999),
    st.sampled_from("U.S.|F.3d|F. Supp. 2d|S. Ct.|Cal. App. 4th|N.Y.2d|Pa. D. & C.4th".split("|")),
    st.integers(1, 9999),
    st.randoms(use_true_random=False),
)
def test_blanks_do_not_matter(volume: int, reporter: str, page: int, random) -> None:
    printed = "".join(c + " " * random.randint(0, 2) if c == "." else c for c in reporter).strip()
    assert spelled(f"{volume} {printed} {page}") == f"{volume} {reporter} {page}"


@pytest.mark.parametrize("row", read_rows("early_reporters.tsv"), ids=lambda row: row[0])
def test_early_reporters(row: list[str]) -> None:
    name, also, volumes, offset = row
    for spelling in (name, also):
        for volume in (1, int(volumes)):
            official = f"{volume + int(offset)} U.S. 7"
            assert spelled(f"{volume} {spelling} 7") == official
            assert spelled(f"{volume + int(offset)} U. S. ({volume} {name}) 7") == official
        assert (
            spelled(f"{int(volumes) + 1} {spelling} 7")
            == f"{int(volumes) + 1} {spelled_reporter(spelling)} 7"
        )
    if int(offset) < 90:
        assert nominative(f"{1 + int(offset)} U.S. 7") == f"1 {name} 7"


def test_the_early_volumes_lie_side_by_side() -> None:
    rows = [
        (int(offset), int(volumes)) for _, _, volumes, offset in read_rows("early_reporters.tsv")
    ]
    assert [offset for offset, _ in rows] == [sum(v for _, v in rows[:n]) for n in range(len(rows))]


@pytest.mark.parametrize(
    "key", ["91 U.S. 1", "0 U.S. 1", "1 Cranch 137", "5 U.S.", "620 F.3d 1016", "x U.S. 1"]
)
def test_no_nominative(key: str) -> None:
    assert nominative(key) is None
