"""One case in several files: what shows it, what speaks against it, and what ``add`` and ``check`` make of it."""

from __future__ import annotations

import datetime

import pytest

from generator.add import add_opinion
from generator.check import check_site
from generator.doubles import docket_numbers, same_case, same_name
from generator.errors import PinciteError
from generator.jobs import discover
from generator.model import CaseInfo
from tests.kit import tree

DAY = datetime.date(1986, 3, 5)
OTHER_DAY = datetime.date(1987, 3, 5)
MALLEY = CaseInfo(
    name="Malley v. Briggs", citation="475 U.S. 335", docket="No. 84-1586", decided=DAY
)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (CaseInfo(citation="475 U. S. 335"), "the same citation"),
        (CaseInfo(citation="475 U.S. 335", docket="84–1586"), "the same citation and docket"),
        (CaseInfo(citation="475 U.S. 335", name="MALLEY v. BRIGGS"), "the same citation and name"),
        (MALLEY, "the same citation, docket, name and day of decision"),
        # the order of another day in the same case keeps its page of the reporter
        (
            CaseInfo(citation="475 U.S. 335", name="Malley v. Briggs", docket="No. 9"),
            "the same citation and name",
        ),
        (
            CaseInfo(docket="Nos. 84-1586 and 84-1587", decided=DAY),
            "the same docket and day of decision",
        ),
        (CaseInfo(docket="No. 84-1586", name="Malley v. Briggs"), "the same docket and name"),
        (
            CaseInfo(citation="106 S. Ct. 1092", docket="84-1586", decided=DAY),
            "the same docket and day of decision",
        ),
        (
            CaseInfo(name="Malley, Trooper v. Briggs", decided=DAY),
            "the same name and day of decision",
        ),
        # another case on the same page
        (CaseInfo(citation="475 U.S. 335", name="Doe v. Roe"), None),
        (CaseInfo(citation="475 U.S. 335", docket="No. 84-9", name="Doe v. Roe"), None),
        # another decision in the same case
        (CaseInfo(docket="No. 84-1586", name="Malley v. Briggs", decided=OTHER_DAY), None),
        (CaseInfo(docket="No. 84-1586", name="Malley v. Briggs", citation="471 U.S. 1"), None),
        # too little: other courts have such a number, other days such a name
        (CaseInfo(docket="No. 84-1586"), None),
        (CaseInfo(name="Malley v. Briggs"), None),
        (CaseInfo(decided=DAY), None),
        (CaseInfo(name="Malley v. Briggs", docket="No. 84-9", decided=DAY), None),
        (CaseInfo(), None),
    ],
)
def test_same_case(other: CaseInfo, reason: str | None) -> None:
    assert same_case(MALLEY, other) == reason
    assert same_case(other, MALLEY) == reason


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Malley v. Briggs", "MALLEY v BRIGGS", True),
        (
            "Barclays Bank PLC v. Franchise Tax Bd.",
            "Barclays Bank v. Franchise Tax Board of California",
            True,
        ),
        ("United States v. Doe", "U.S. v. Doe", True),
        ("In re Quill", "IN RE QUILL", True),
        ("Malley v. Briggs", "Briggs v. Malley", False),
        ("Malley v. Briggs", "Malley", False),
        (
            "Smith v. Jones",
            "Smithson v. Jones",
            True,
        ),  # may be one short for the other; the day decides
        ("Smith v. Jones", "Jones v. Smith", False),
        ("State v. Doe", "State v. Roe", False),
        (" v. ", " v. ", False),
    ],
)
def test_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("docket", "numbers"),
    [
        ("No. 84-1586", {"84-1586"}),
        ("Nos. 03–2211 and 03–2212", {"03-2211", "03-2212"}),
        ("84-1586", {"84-1586"}),
        ("12 EAP 1999", {"12 eap 1999"}),
        ("No. 126, Orig.", {"126, orig"}),
        ("Docket No. 84,321", {"84,321"}),
        ("3:15-cv-01234", {"3:15-cv-01234"}),
        ("", set()),
        (None, set()),
    ],
)
def test_docket_numbers(docket: str | None, numbers: set[str]) -> None:
    assert docket_numbers(docket) == numbers


TEXT = "LAMP v. QUILL\n\nNo. 84-1586. Decided March 5, 1986\n\nPER CURIAM.\n\nWe hold so{}.\n"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site_src" / "opinions").mkdir(parents=True)
    return tmp_path


def raw(site, name: str, more: str = "", text: str = TEXT):
    path = site / name
    path.write_text(text.format(more))
    return path


class TestAdd:
    @pytest.fixture(autouse=True)
    def _there(self, site) -> None:
        add_opinion(raw(site, "first.txt"), site)
        self.before = tree(site / "site_src")

    def refused(self, site, path, **options) -> PinciteError:
        with pytest.raises(PinciteError) as caught:
            add_opinion(path, site, **options)
        assert tree(site / "site_src") == self.before
        return caught.value

    def test_a_double_is_not_added(self, site) -> None:
        error = self.refused(site, raw(site, "second.txt", " again"))
        assert error.code == "A04"
        assert "lamp-v-quill" in error.message
        assert "the same docket, name and day of decision" in error.message
        assert "--as-witness" in error.advice

    def test_nor_the_very_same_file(self, site) -> None:
        error = self.refused(site, raw(site, "second.txt"))
        assert error.code == "A04"
        assert "the very same file" in error.message
        assert "--as-witness" not in error.advice
        assert self.refused(site, raw(site, "second.txt"), as_witness=True).code == "A04"

    def test_what_case_yml_leaves_out_is_taken_from_the_text(self, site) -> None:
        (site / "site_src/opinions/lamp-v-quill/case.yml").unlink()
        self.before = tree(site / "site_src")
        assert self.refused(site, raw(site, "second.txt", " again")).code == "A04"

    def test_another_case_is_added(self, site) -> None:
        other = TEXT.replace("QUILL", "ROE").replace("1586", "1587")
        added = add_opinion(raw(site, "second.txt", text=other), site)
        assert (added.folder.name, added.double) == ("lamp-v-roe", None)

    def test_as_a_witness(self, site) -> None:
        path = raw(site, "Second File.txt", " again")
        added = add_opinion(path, site, as_witness=True)
        witness = site / "site_src/opinions/lamp-v-quill/witnesses/second-file.txt"
        assert added.written == (witness,)
        assert witness.read_bytes() == path.read_bytes()
        assert "restore_from: second-file.txt" in added.text()
        jobs, failures = discover(site / "site_src/opinions")
        assert ([j.path.name for j in jobs], failures) == (["opinion.txt"], [])

    def test_two_witnesses_of_one_name(self, site) -> None:
        names = [
            add_opinion(raw(site, "second.txt", more), site, as_witness=True).raw_name
            for more in (" again", " and again")
        ]
        assert names == ["second.txt", "second-2.txt"]
        self.before = tree(site / "site_src")
        error = self.refused(site, raw(site, "third.txt", " again"), as_witness=True)
        assert error.code == "A02"

    def test_as_a_witness_of_an_opinion_that_is_named(self, site) -> None:
        path = raw(site, "bare.txt", text="PER CURIAM.\n\nWe hold so, it says.\n")
        assert self.refused(site, path, as_witness=True).code == "A05"
        assert self.refused(site, path, slug="nobody", as_witness=True).code == "A05"
        added = add_opinion(path, site, "lamp-v-quill", as_witness=True)
        assert added.folder.parent.name == "lamp-v-quill"

    def test_a_dry_run(self, site) -> None:
        added = add_opinion(raw(site, "b.txt", " again"), site, as_witness=True, dry_run=True)
        assert added.written == ()
        assert tree(site / "site_src") == self.before

    def test_nevertheless(self, site) -> None:
        path = raw(site, "second.txt", " again")
        assert self.refused(site, path, force=True).code == "A02"  # its address is taken
        added = add_opinion(path, site, "lamp-2")
        assert added.folder.name == "lamp-2"
        assert "the same case as lamp-v-quill" in added.text()


class TestCheck:
    def test_two_opinions_that_are_one_case(self, site) -> None:
        add_opinion(raw(site, "first.txt"), site)
        add_opinion(raw(site, "second.txt", " again"), site, "other")
        found = [f for f in check_site(site).findings if f.code == "X04"]
        assert [(f.file, f.level) for f in found] == [
            ("site_src/opinions/other/opinion.txt", "warning")
        ]
        assert "lamp-v-quill" in found[0].message
        assert "witnesses/" in found[0].advice

    def test_one_citation_is_told_once(self, site) -> None:
        add_opinion(raw(site, "first.txt"), site)
        add_opinion(raw(site, "second.txt", " again"), site, "other")
        for slug in ("lamp-v-quill", "other"):
            facts = site / "site_src/opinions" / slug / "case.yml"
            facts.write_text(facts.read_text() + "citation: 475 U.S. 335\n")
        codes = [f.code for f in check_site(site).findings if f.code.startswith("X")]
        assert codes == ["X01"]
