"""What is known beforehand: the shipped table, row by row, and how it is joined with people and the site."""

from __future__ import annotations

import datetime
import itertools
import pickle
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.link.authorities import NOBODY, Known, People, alike, shipped, volume_years
from generator.link.tables import read_rows
from generator.model import Authority, CaseInfo, KnownAuthority, Reference
from scripts.derive_authorities import clean_name, derive
from scripts.derive_authorities import volume_years as derived_years
from tests.kit import case_of

ROWS = read_rows("authorities.tsv")
# A name: parties or "In re", without what stands round names in sentences.
_NAME = re.compile(r"[A-Z0-9e][\w .,&'/()é-]*[\w.)]|eBay .*")
_STRAY = re.compile(
    r"\b(?:See|Cf|accord|supra|quoting|citing|decided|held)\b|\d U\. ?S\. \d|\.\s\s|,,"
)


# ------------------------------------------------------------------------------------------------ the table


@pytest.mark.parametrize("rows", [ROWS[n::20] for n in range(20)], ids=range(20))
def test_every_row(rows: list[list[str]]) -> None:
    for row in rows:
        volume, page, name, year, seen = row
        assert min(int(volume), int(page), int(seen) + 1) >= 1, row
        assert name == clean_name(name), row
        assert not re.search(r"^(?:Co|Corp|Inc|Ltd|R)\b\.? (?:Co\. )?v\. ", name), row
        assert all(c.isalnum() or c in " .,&'/()-" for c in name), row
        if not name.startswith("See v. "):
            assert not _STRAY.search(name), row
        assert name.count(" v. ") <= 1, row
        assert " v. " in name or re.match(r"(?:In re|Ex parte|The) |.*\bCases?$", name), row
        if year:
            first, last = volume_years(int(volume))
            assert first <= int(year) <= last, row


def test_the_table_as_a_whole() -> None:
    places = [(int(r[0]), int(r[1])) for r in ROWS]
    assert places == sorted(places)
    assert len({tuple(r[:3]) for r in ROWS}) == len(ROWS)
    assert len(ROWS) == len(shipped()) > 7_500
    assert all(e.origin == "shipped" and e.authority.kind == "case" for e in shipped())


@pytest.mark.parametrize(
    ("key", "name", "year"),
    [
        ("5 U.S. 137", "Marbury v. Madison", 1803),
        ("200 U.S. 321", "United States v. Detroit Timber & Lumber Co.", 1906),
        ("209 U.S. 123", "Ex parte Young", 1908),
        ("387 U.S. 541", "See v. City of Seattle", 1967),
        ("397 U.S. 358", "In re Winship", 1970),
        ("457 U.S. 800", "Harlow v. Fitzgerald", 1982),
        ("475 U.S. 335", "Malley v. Briggs", 1986),
        ("547 U.S. 388", "eBay Inc. v. MercExchange, L. L. C.", 2006),
        ("551 U.S. 1192", "Baze v. Rees", 2007),
        ("563 U.S. 731", "Ashcroft v. al-Kidd", 2011),
        ("564 U.S. 721", "Arizona Free Enterprise Club's Freedom Club PAC v. Bennett", 2011),
    ],
)
def test_known_cases(key: str, name: str, year: int) -> None:
    entry = Known().get(key)
    assert entry is not None
    assert (entry.authority.name, entry.authority.year) == (name, year)


@pytest.mark.parametrize("key", ["313 U.S. 450", "319 U.S. 412"])
def test_what_looked_wrong_is_left_out(key: str) -> None:
    assert Known().get(key) is None


# ------------------------------------------------------------------------------------------------- volumes


def test_every_volume() -> None:
    rows = [tuple(map(int, row)) for row in read_rows("us_volumes.tsv")]
    assert [row[0] for row in rows] == list(range(1, 607))
    for volume, first, last in rows:
        assert volume_years(volume) == (first, last)
        assert first <= last
        assert last - first <= (1 if volume > 90 else 8) or volume in (1, 2, 3, 4, 338)
    # In order of time, but for Hirota v. MacArthur: decided in 1948, printed among the decisions of 1949.
    in_time = [row for row in rows[4:] if row[0] != 338]
    for (_, first, last), (_, later, latest) in itertools.pairwise(in_time):
        assert first <= later
        assert last <= latest + 2


@pytest.mark.parametrize(
    ("volume", "years"),
    [
        (163, (1896, 1896)),
        (347, (1954, 1954)),
        (410, (1973, 1973)),
        (475, (1986, 1986)),
        (531, (2000, 2001)),
        (565, (2011, 2012)),
        (576, (2015, 2015)),
        (577, (2015, 2016)),
        (606, (2025, 2025)),
        (607, (2025, 9999)),
    ],
)
def test_volume_years(volume: int, years: tuple[int, int]) -> None:
    assert volume_years(volume) == years


def test_no_volume() -> None:
    with pytest.raises(ValueError, match="no volume 0"):
        volume_years(0)


# ------------------------------------------------------------------------------------------------ deriving


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("in Baze v. Rees", "Baze v. Rees"),
        ("on in Sun Ship, Inc. v. Pennsylvania", "Sun Ship, Inc. v. Pennsylvania"),
        ("at 131. In United States v. Padelford", "United States v. Padelford"),
        ("on Congress. See United States v. Oregon", "United States v. Oregon"),
        (
            "Accordingly, in Smith v. Illinois Bell Telephone Co.",
            "Smith v. Illinois Bell Telephone Co.",
        ),
        ("Court, United States v. Stone", "United States v. Stone"),
        ("Green. Raney v. Board of Education", "Raney v. Board of Education"),
        ("Simpson and United States v. General Elec. Co.", "United States v. General Elec. Co."),
        ("Virginia v. Black, 535 U.S. 1094", "Virginia v. Black"),
        # which begin in the middle
        ("Co. v. Murphy", ""),
        ("& Pacific R. Co. v. Mingus", ""),
        ("N' Things, Ltd. v. United States", ""),
        # which stay
        ("See v. City of Seattle", "See v. City of Seattle"),
        ("324 Liquor Corp. v. Duffy", "324 Liquor Corp. v. Duffy"),
        ("Green v. County School Board", "Green v. County School Board"),
        (
            "First Nat. Bank in Plant City v. Dickinson",
            "First Nat. Bank in Plant City v. Dickinson",
        ),
        ("Supreme Court of Va. v. Friedman", "Supreme Court of Va. v. Friedman"),
        ("Reed v. The Yaka", "Reed v. The Yaka"),
        ("The Paquete Habana", "The Paquete Habana"),
        ("In re Gault", "In re Gault"),
    ],
)
def test_clean_name(printed: str, name: str) -> None:
    assert clean_name(printed) == name
    assert clean_name(name) == name


def test_derive() -> None:
    counted = [
        ["410", "113", "in Roe v. Wade", "1973", "9"],
        ["410", "200", "Stray v. Year", "1937", "2"],
        ["410", "300", "Co. v. Lost", "1973", "2"],
        ["410", "400", "Bay Inc. v. Buyer", "1973", "2"],
        ["410", "500", "One v. Other", "1973", "2"],
    ]
    changes = [
        ["410", "400", "eBay Inc. v. Buyer", "", "clipped"],
        ["410", "500", "Two v. Other", "1973", "added"],
        ["410", "113", "", "1972", "a test"],
    ]
    rows, notes = derive(counted, changes)
    assert [tuple(row) for row in rows] == [
        (410, 113, "Roe v. Wade", 1972, 9),
        (410, 200, "Stray v. Year", None, 2),
        (410, 400, "eBay Inc. v. Buyer", 1973, 2),
        (410, 500, "One v. Other", 1973, 2),  # two cases on one page, the counted one first
        (410, 500, "Two v. Other", 1973, 0),
    ]
    assert len(notes) == 2
    assert "1937" in notes[1]
    assert derived_years(rows)[410] == (1799, 2016)  # between the nearest that are known


# -------------------------------------------------------------------------------------------------- look-ups


def _case(
    slug: str, name: str | None, citation: str | None, *cited: Authority, times: int = 1
) -> Any:
    case = case_of("The judgment is affirmed.\n", slug=slug)
    references = [
        Reference((k, k + 1), "p1", "x", "full", authority=a.key)
        for k, a in enumerate(itertools.chain.from_iterable([cited] * times))
    ]
    info = CaseInfo(name=name, citation=citation, decided=datetime.date(1986, 3, 5))
    return replace(case, slug=slug, info=info, references=tuple(references), authorities=cited)


def _entry(cite: str, name: str | None = None, **more: Any) -> KnownAuthority:
    keys = ("year", "court", "parallel", "note")
    authority = Authority("case", cite, name, **{k: v for k, v in more.items() if k in keys})
    return KnownAuthority(authority, "people", **{k: v for k, v in more.items() if k not in keys})


LEON = Authority("case", "468 U.S. 897", "United States v. Leon", 1984)


@pytest.mark.parametrize("key", ["457 U.S. 800", "457 U. S. 800", "457 US 800"])
def test_get_in_any_spelling(key: str) -> None:
    assert Known().name_for(key) == "Harlow v. Fitzgerald"


@pytest.mark.parametrize("key", ["1 Cranch 137", "5 U.S. (1 Cranch) 137", "5 U. S. 137"])
def test_get_by_the_early_reporter(key: str) -> None:
    entry = Known().get(key)
    assert entry is not None
    assert entry.authority.parallel == ("1 Cranch 137",)


@pytest.mark.parametrize("key", ["457 U.S. 801", "457 F.2d 800", "42 U.S.C. § 1983", ""])
def test_unknown(key: str) -> None:
    assert Known().get(key) is None
    assert Known().name_for(key) is None


def test_the_site_itself() -> None:
    known = Known.of([_case("malley-v-briggs", "Malley v. Briggs", "475 U. S. 335")])
    entry = known.get("475 U.S. 335")
    assert entry is not None
    assert (entry.slug, entry.origin, entry.seen) == ("malley-v-briggs", "site", 33)
    assert sum(e.authority.key == "475 U.S. 335" for e in known.entries()) == 1


def test_a_slip_opinion_is_the_decision_that_the_table_has_of_that_name_and_year() -> None:
    info = CaseInfo(
        "Holland v. Florida", docket="No. 09-5327", court="Supreme Court of the United States"
    )
    slip = case_of("I.", info=replace(info, decided=datetime.date(2010, 6, 14)), slug="holland")
    for key in ("560 U.S. 631", "No. 09-5327"):
        entry = Known.of([slip]).get(key)
        assert entry is not None
        assert (entry.authority.key, entry.slug) == ("560 U.S. 631", "holland")
    for other in ({"decided": datetime.date(2009, 6, 14)}, {"court": "Supreme Court of Utah"}):
        case = case_of("I.", info=replace(slip.info, **other), slug="holland")
        known = Known.of([case]).get("560 U.S. 631")
        assert known is not None
        assert known.slug is None


def test_cited_by_the_site() -> None:
    malley = Authority("case", "748 F.2d 715", "Briggs v. Malley", 1984, "1st Cir.")
    app = Authority("record", "App.")
    known = Known.of([_case("a", "A v. B", "1 F.4th 2", malley, LEON, app, times=3)])
    assert known.get("App.") is None
    briggs, leon = known.get("748 F.2d 715"), known.get("468 U.S. 897")
    assert briggs is not None
    assert leon is not None
    assert (briggs.seen, briggs.authority.court) == (3, "1st Cir.")
    assert leon.seen == 49 + 3  # the shipped count and the site's
    assert leon.authority.name == "United States v. Leon"


def test_what_one_opinion_prints_renames_nothing() -> None:
    printed = Authority("case", "387 U.S. 294", "Warden v. Hayden", 1967)
    entry = Known.of([_case("a", None, None, printed)]).get("387 U.S. 294")
    assert entry is not None
    assert entry.authority.name == "Warden, Md. Penitentiary v. Hayden"
    assert entry.aliases == ("Warden v. Hayden",)


def test_people_correct() -> None:
    people = People(
        (
            _entry(
                "457 U. S. 800", "Harlow v. FitzGerald", year=1983, aliases=("Nixon's Aides Case",)
            ),
        )
    )
    entry = Known.of([], people).get("457 U.S. 800")
    assert entry is not None
    assert (entry.authority.name, entry.authority.year, entry.origin) == (
        "Harlow v. FitzGerald",
        1983,
        "people",
    )
    assert entry.aliases == ("Nixon's Aides Case", "Harlow v. Fitzgerald")
    assert entry.seen == 80


def test_people_correct_a_name_that_is_altogether_wrong() -> None:
    known = Known.of([], People((_entry("457 U.S. 800", "Right v. Name"),)))
    entry = known.get("457 U.S. 800")
    assert entry is not None
    assert (entry.authority.name, entry.authority.year) == ("Right v. Name", 1982)
    assert "Harlow v. Fitzgerald" not in entry.aliases
    assert sum(e.authority.key == "457 U.S. 800" for e in known.entries()) == 1


def test_people_add_an_alias_and_no_more() -> None:
    entry = Known.of([], People((_entry("457 U.S. 800", aliases=("Aides Case",)),))).get(
        "457 U.S. 800"
    )
    assert entry is not None
    assert (entry.authority.name, entry.aliases) == ("Harlow v. Fitzgerald", ("Aides Case",))


def test_people_before_the_site_before_the_table() -> None:
    cases = [_case("a", "Site v. Fitzgerald", "457 U.S. 800")]
    people = People((_entry("457 U.S. 800", "People v. Fitzgerald"),))
    by_both, by_site = (
        Known.of(cases, people).get("457 U.S. 800"),
        Known.of(cases).get("457 U.S. 800"),
    )
    assert by_both is not None
    assert by_site is not None
    assert (by_both.authority.name, by_both.slug) == ("People v. Fitzgerald", "a")
    assert by_site.authority.name == "Site v. Fitzgerald"


def test_parallel_citations_are_one_authority() -> None:
    people = People((_entry("457 U.S. 800", parallel=("102 S. Ct. 2727",)),))
    cited = Authority("case", "102 S.Ct. 2727", "Harlow v. Fitzgerald", 1982)
    known = Known.of([_case("a", None, None, cited)], people)
    entry = known.get("102 S. Ct. 2727")
    assert entry is not None
    assert entry is known.get("457 U.S. 800")
    assert entry.seen == 81


def test_two_cases_on_one_page() -> None:
    other = Authority("case", "457 U.S. 800", "Quill v. Lantern Co.", 1982)
    known = Known.of([_case("a", None, None, other)])
    assert known.name_for("457 U.S. 800") == "Quill v. Lantern Co."
    for name in ("Quill v. Lantern Co.", "Harlow v. Fitzgerald", "Harlow"):
        entry = known.get("457 U.S. 800", name)
        assert entry is not None
        assert alike(entry.authority.name, name)
    assert sum(e.authority.key == "457 U.S. 800" for e in known.entries()) == 2


def test_a_shipped_page_with_two_names() -> None:
    known = Known()
    assert known.name_for("223 U.S. 1") == "Mondou v. New York, N.H. & H.R. Co."
    entry = known.get("223 U.S. 1", "Second Employers' Liability Cases")
    assert entry is not None
    assert entry.authority.name == "Second Employers' Liability Cases"


def test_entries_of_one_case_only() -> None:
    record = KnownAuthority(
        Authority("record", "Record, Doc. 51"), "people", aliases=("Deposition",)
    )
    known = Known.of([], People((record,), only_in=(("Record, Doc. 51", "a"),)))
    assert record in known.entries("a")
    assert record not in known.entries("b")
    assert record not in known.entries()


def test_urls_of_people() -> None:
    people = People(
        (_entry("457 U.S. 800", parallel=("102 S. Ct. 2727",)),),
        (("457 U.S. 800", "https://x.test/"),),
    )
    known = Known.of([], people)
    assert known.url_of("102 S.Ct. 2727") == "https://x.test/"
    assert known.url_of("468 U.S. 897") is None
    assert Known.of([], NOBODY).url_of("457 U.S. 800") is None


def test_order_of_the_cases_does_not_matter() -> None:
    cases = [
        _case("b", "B v. C", "2 F.4th 2", LEON, replace(LEON, name="U. S. v. Leon")),
        _case("a", "A v. B", "1 F.4th 2", replace(LEON, name="Leon v. Leon")),
        _case("c", None, None),
    ]
    assert Known.of(cases).own == Known.of(reversed(cases)).own == Known.of(iter(cases)).own


def test_it_travels_light() -> None:
    known = Known.of(
        [_case("a", "A v. B", "1 F.4th 2", LEON)], People((_entry("457 U.S. 800", "X v. Y"),))
    )
    data = pickle.dumps(known)
    assert len(data) < 2_000
    again = pickle.loads(data)
    assert again == known
    assert again.entries() == known.entries()
    assert again.name_for("457 U. S. 800") == "X v. Y"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Leon", "United States v. Leon", True),
        ("Warden v. Hayden", "Warden, Md. Penitentiary v. Hayden", True),
        ("Doe v. United States", "United States v. Roe", False),
        ("United States v. City of New York", "New York v. United States", True),
        ("A v. B", "A v. B", True),
        ("", "Doe", False),
        (None, "Doe", False),
    ],
)
def test_alike(one: str | None, other: str, same: bool) -> None:
    assert alike(one, other) is same
