"""Facts that a text tells of itself: only what stands there in so many words, and only before the opinion."""

from __future__ import annotations

import datetime
import time

import pytest

from generator.model import CaseInfo
from generator.propose import (
    citations,
    completed,
    courts,
    dates,
    dockets,
    front_text,
    lineups,
    name_from_slug,
    names,
    panels,
    proposal,
    titled,
)
from tests.kit import FIXTURES, SEEDS, case_of

BODY = (
    "JUSTICE WHITE delivered the opinion of the Court.\n\nSee No. 99-9999, 1 U. S. 1, Argued May 1,"
    " 1900, Roe v. Wade\n"
)


def told(*lines: str, slug: str = "x") -> dict[str, object]:
    info, origins = proposal(case_of("\n\n".join([*lines, BODY]), "plain", slug=slug))
    return {name: getattr(info, name) for name in origins}


@pytest.mark.parametrize(
    ("lines", "facts"),
    [
        (["QUILL v. STATE", "No. 71-1234"], {"name": "Quill v. State", "docket": "No. 71-1234"}),
        (
            ["Malley v. Briggs", "No. 84–1586"],
            {"name": "Malley v. Briggs", "docket": "No. 84-1586"},
        ),
        (
            ["MESSERSCHMIDT ET AL. v. MILLENDER, EXECUTOR OF ESTATE"],
            {"name": "Messerschmidt v. Millender"},
        ),
        (["475 U.S. 335 (1986)"], {"citation": "475 U.S. 335", "first_page": 335}),
        (
            ["475 U. S. 335", "No. 84-1586"],
            {"citation": "475 U.S. 335", "first_page": 335, "docket": "No. 84-1586"},
        ),
        (
            ["No. 5. Argued November 13, 1985—Decided March 5, 1986"],
            {"argued": datetime.date(1985, 11, 13), "decided": datetime.date(1986, 3, 5)},
        ),
        (["ARGUED APRIL 2, 2009"], {"argued": datetime.date(2009, 4, 2)}),
        (["Argued February 30, 1986"], {}),  # no such day
        (["SUPREME COURT OF THE UNITED STATES"], {"court": "Supreme Court of the United States"}),
        (
            ["United States Court of Appeals for the Ninth Circuit"],
            {"court": "United States Court of Appeals for the Ninth Circuit"},
        ),
        (
            ["Argued: Dec. 8, 2020", "Decided: June 1, 2021"],
            {"argued": datetime.date(2020, 12, 8), "decided": datetime.date(2021, 6, 1)},
        ),
        (["Decided Sept. 3, 1999"], {"decided": datetime.date(1999, 9, 3)}),
        (
            ["January 11, 1994, Argued", "April 20, 1994, Decided"],
            {"argued": datetime.date(1994, 1, 11), "decided": datetime.date(1994, 4, 20)},
        ),
        (
            ["Argued January 11, 1994, Decided April 20, 1994"],
            {"argued": datetime.date(1994, 1, 11), "decided": datetime.date(1994, 4, 20)},
        ),
        (["March 5, 1986, Filed"], {}),  # by whom, and what?
        (
            [
                "November 4, 2003, Argued and Submitted, Pasadena, California",
                "March 17, 2004, Filed",
            ],
            {"argued": datetime.date(2003, 11, 4), "decided": datetime.date(2004, 3, 17)},
        ),
        (["Argued Marble 3, 1999"], {}),
        ([], {}),
    ],
)
def test_told(lines: list[str], facts: dict[str, object]) -> None:
    assert told(*lines) == facts


def test_the_body_of_an_opinion_tells_nothing_of_it() -> None:
    assert told(slug="quill-v-state") == {"name": "Quill v. State"}


def test_only_the_beginning_is_looked_at() -> None:
    many = "Petitioners " + "and others " * 28
    assert told(*[many] * 10, "QUILL v. STATE") == {"name": "Quill v. State"}
    assert told(*[many] * 30, "QUILL v. STATE") == {}


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("malley-v-briggs", "Malley v. Briggs"),
        ("city-of-new-york-v-us", "City of New York v. Us"),
        ("d003-quill-v-state", "Quill v. State"),
        ("3m-v-state", "3m v. State"),
        ("84-lumber-v-state", "84 Lumber v. State"),
        ("quill-v-kenny-a", "Quill v. Kenny A."),
        ("in-re-quill", None),
        ("a-v-b-v-c", None),
        ("-v-b", None),
    ],
)
def test_name_from_slug(slug: str, name: str | None) -> None:
    assert name_from_slug(slug, "Quill writes that 84 Lumber is a company.") == name


def test_titled() -> None:
    assert titled("SUPREME COURT OF THE UNITED STATES") == "Supreme Court of the United States"
    assert titled("the law of the land") == "The Law of the Land"


def test_what_was_said_stays() -> None:
    case = case_of(
        (FIXTURES / "state-v-quill.txt").read_text(), info=CaseInfo(name="Mine", docket="No. 1")
    )
    info = completed(case)
    assert (info.name, info.docket, info.decided) == ("Mine", "No. 1", datetime.date(1972, 1, 17))


def test_the_origins_are_told_in_words() -> None:
    _, origins = proposal(case_of((FIXTURES / "state-v-quill.txt").read_text()))
    assert origins["name"] == "the caption"
    assert origins["docket"] == "the caption"


def test_the_seeds() -> None:
    """Malley's text says nothing of itself; its name comes from the file."""
    case = case_of(SEEDS["malley-v-briggs"].read_text(), slug="malley-v-briggs")
    assert front_text(case) == ""
    assert proposal(case)[0] == CaseInfo(name="Malley v. Briggs")
    assert completed(case) == CaseInfo()  # good for a proposal, too little for a fact


@pytest.mark.parametrize(
    ("line", "docket"),
    [
        ("No. 84-1586", "No. 84-1586"),
        ("No. 84-1586. Argued November 13", "No. 84-1586"),
        ("Certiorari to the Court of Appeals No. 84-1586. Argued November 13", "No. 84-1586"),
        ("Docket No. 84,321", "No. 84,321"),
        ("No. 2019-0345-CR", "No. 2019-0345-CR"),
        ("No. 12 EAP 1999", "No. 12 EAP 1999"),
        ("No. 89-CF-1185.", "No. 89-CF-1185"),
        ("No. 126, Orig.", "No. 126, Orig."),
        ("Nos. 03-2211, 03-2212", "Nos. 03-2211, 03-2212"),
        ("Nos. 03–2211 and 03–2212.", "Nos. 03-2211, 03-2212"),
        ("Nos. 71, 72, and 73", "Nos. 71, 72, 73"),
        ("No. 71, 72.", "No. 71, 72"),
        ("No. S123456.", "No. S123456"),
        # not known whole
        ("No. 71-1234/5", None),
        ("No. 71-1234 CR", None),
        ("No. 71-1234, Misc.", None),
        ("Nos. 71-1234 and A-1", None),
        ("No. 2019-0345-cr-77", None),
        # other numbers
        ("Teamsters Local No. 70", None),
        ("Amendment No. 12 was adopted.", None),
        ("School District No. 25, Petitioner", None),
    ],
)
def test_docket(line: str, docket: str | None) -> None:
    assert told(line).get("docket") == docket


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("IBM CORP. v. NLRB", "IBM Corp. v. NLRB"),
        ("J. R. SMITH v. J.R. O'BRIEN", "J. R. Smith v. J.R. O'Brien"),
        ("DOE v. ROE", "Doe v. Roe"),
        ("EX REL. A v. THE PEOPLE OF ELM", "Ex rel. A v. The People of Elm"),
        ("NG v. FTC", "Ng v. FTC"),
        ("Tom D’ANGELO v. SMITH-JONES", "Tom D’Angelo v. Smith-Jones"),
        ("QUILL v. CITY OF ELM.", "Quill v. City of Elm"),
        ("CHILDREN'S HOSPITAL v. McREYNOLDS", "Children's Hospital v. McReynolds"),
        ("MCDONALD v. ST. LOUIS", "McDonald v. St. Louis"),
        ("Harriet BLOOM, Administratrix v. ACME STORAGE, INC.", "Harriet Bloom v. Acme Storage"),
        ("McFADDON & OTHERS v. Doe", "McFaddon & Others v. Doe"),
        ("No. 20-1.  Doe v. Roe.  C. A. 9th Cir.", "Doe v. Roe"),
        ("Doe v. Roe Inc.", "Doe v. Roe Inc."),
        ("Doe v. Roe No. 84-1586", "Doe v. Roe"),
        # not surely a caption
        ("Local No. 70 v. Roe", None),
        ("Roe v. Teamsters Local No. 70", None),
        ("The Court held so in Roe v. Wade", None),
        ("Petitioner\nv.\nRoe", None),
        ("Supreme Court Doe v. Roe", None),
        ("Doe v. Roe v. Poe", None),
    ],
)
def test_name(line: str, name: str | None) -> None:
    assert told(line).get("name") == name


def test_the_day_beside_the_author() -> None:
    text = (
        "MR. JUSTICE ZAPPALA        DECIDED: June 1, 2000\n\nThe lamp is a light, and we so hold.\n"
    )
    assert proposal(case_of(text, "plain"))[0].decided == datetime.date(2000, 6, 1)


APPELLATE = (
    "United States Court of Appeals\nFor the First Circuit\n\nNo. 09-1060\n\nALFRED P. QUILL,\n\n"
    "Petitioner, Appellant,\n\nv.\n\nSTEVEN LAMP; MARY LAMP,\n\nRespondents, Appellees.\n\n"
    "APPEAL FROM THE UNITED STATES DISTRICT COURT\n\nFOR THE DISTRICT OF MASSACHUSETTS\n\n"
    "[Hon. John Gorton, U.S. District Judge]\n\nBefore\n\nMcCoy, Selya, and GAJARSA,* Circuit Judges.\n\n"
    "Bernard Roe for appellant.\n\nDecember 6, 2010\n\n* Of the Federal Circuit, sitting by designation.\n\n"
    "GAJARSA, Circuit Judge.\n\nWe affirm, as in Roe v. Wade, argued May 1, 1970.\n"
)


def test_a_court_of_appeals() -> None:
    info, origins = proposal(case_of(APPELLATE, "plain"))
    assert info == CaseInfo(
        name="Alfred P. Quill v. Steven Lamp",
        court="United States Court of Appeals for the First Circuit",
        docket="No. 09-1060",
        decided=datetime.date(2010, 12, 6),
        panel="McCoy, Selya, and Gajarsa, Circuit Judges",
    )
    assert origins["decided"] == "a date that stands alone in the caption"


def test_a_date_without_a_word_is_good_for_a_proposal_only() -> None:
    info = completed(case_of(APPELLATE, "plain"))
    assert (info.decided, info.docket) == (None, "No. 09-1060")


@pytest.mark.parametrize(
    ("lines", "court"),
    [
        (["IN THE SUPREME COURT OF OHIO"], "Supreme Court of Ohio"),
        (["Supreme Court of Utah."], "Supreme Court of Utah"),
        (["The Supreme Court of Washington."], "Supreme Court of Washington"),
        (
            ["SUPREME COURT OF THE STATE OF WASHINGTON"],
            "Supreme Court of the State of Washington",
        ),
        (["Court of Appeals of Indiana."], "Court of Appeals of Indiana"),
        (["District of Columbia Court of Appeals."], "District of Columbia Court of Appeals"),
        (["Supreme Court of United States."], "Supreme Court of the United States"),
        (
            ["United States Court of Appeals, First Circuit."],
            "United States Court of Appeals for the First Circuit",
        ),
        (
            ["United States Court of Appeals Ninth Circuit."],
            "United States Court of Appeals for the Ninth Circuit",
        ),
        (
            ["UNITED STATES COURT OF APPEALS", "FOR THE DISTRICT OF COLUMBIA CIRCUIT"],
            "United States Court of Appeals for the District of Columbia Circuit",
        ),
        (
            ["UNITED STATES DISTRICT COURT", "FOR THE SOUTHERN DISTRICT OF NEW YORK"],
            "United States District Court for the Southern District of New York",
        ),
        # the court below, no court, one that nobody knows
        (["Appeal from the", "United States District Court for the District of Maine"], None),
        (["CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT"], None),
        (["Supreme Court of Elmland"], None),
        (["Hancock County Superior Court"], None),
        (["Clarke, under appointment by the Supreme Court of Ohio, for defendant"], None),
        (["Criminal Court"], None),
    ],
)
def test_court(lines: list[str], court: str | None) -> None:
    assert told(*lines).get("court") == court


@pytest.mark.parametrize(
    ("line", "argued", "decided"),
    [
        ("Heard Oct. 6, 1994.", (1994, 10, 6), None),
        ("Argued and Submitted June 8, 2001—San Francisco, California", (2001, 6, 8), None),
        ("(Argued: December 8, 1999    Decided: June 20, 2000)", (1999, 12, 8), (2000, 6, 20)),
        ("Filed August 3, 2001", None, (2001, 8, 3)),
        ("Opinion filed March 9, 1999.", None, (1999, 3, 9)),
        ("Decided and Filed: March 9, 1999", None, (1999, 3, 9)),
        ("Oct. 31, 1969.]", None, (1969, 10, 31)),
        # not that day, or not known whole
        ("Submitted January 19, 1982.", None, None),
        ("Reargued January 19, 1982.", None, None),
        ("Argued October 5–6, 1971", None, None),
        ("The petition was filed August 3, 2001", None, None),
        ("September ##, 2010", None, None),
        ("May 1, 1999\n\nMay 2, 1999", None, None),
        ("Decided\n\nMay 2, 1999", None, (1999, 5, 2)),
    ],
)
def test_dates(line: str, argued: tuple[int, ...] | None, decided: tuple[int, ...] | None) -> None:
    facts = told(line)
    assert facts.get("argued") == (datetime.date(*argued) if argued else None)
    assert facts.get("decided") == (datetime.date(*decided) if decided else None)


@pytest.mark.parametrize(
    ("line", "citation"),
    [
        ("782 P.2d 489", "782 P.2d 489"),
        ("193 Ariz. 504 (1999)", "193 Ariz. 504"),
        ("193 Ariz. 504, 975 P.2d 94 (1999)", "193 Ariz. 504"),
        ("49 F. 3d 807 (1st Cir. 1995)", "49 F.3d 807"),
        ("541 F. 3d 425, reversed and remanded.", None),
        ("See 782 P.2d 489", None),
        ("12 Umbrella 44", None),
        ("100 Main Street 12", None),
    ],
)
def test_citation(line: str, citation: str | None) -> None:
    assert told(line).get("citation") == citation


def test_a_citation_far_down_is_that_of_another_case() -> None:
    assert "citation" not in told(*["Counsel for somebody."] * 12, "782 P.2d 489")


@pytest.mark.parametrize(
    ("lines", "panel"),
    [
        (["Before POSNER, Circuit Judge."], "Posner, Circuit Judge"),
        (
            ["Before STEADMAN and WAGNER, Associate Judges, and REILLY, Senior Judge."],
            "Steadman and Wagner, Associate Judges, and Reilly, Senior Judge",
        ),
        (
            ["Before CARDINE, C.J., and THOMAS, URBIGKIT, MACY and GOLDEN, JJ."],
            "Cardine, C.J., and Thomas, Urbigkit, Macy and Golden, JJ.",
        ),
        (["Before: McKEE and O'BRIEN, Circuit Judges"], "McKee and O'Brien, Circuit Judges"),
        (
            ["Before", "Boudin and Howard, Circuit Judges,", "and Barbadoro,* District Judge."],
            "Boudin and Howard, Circuit Judges, and Barbadoro, District Judge",
        ),
        (
            ["JUDGES: Before: Harriet Bloom and Tom Poe, Circuit Judges. Opinion by Judge Bloom."],
            "Harriet Bloom and Tom Poe, Circuit Judges",
        ),
        (
            ["Argued before MURNAGHAN, Circuit Judge, and HARVEY, District Judge."],
            "Murnaghan, Circuit Judge, and Harvey, District Judge",
        ),
        # prose
        (["Before the trial began, the Judge"], None),
        (["Before we come to the Circuit Judges"], None),
        (["Before POSNER and FLAUM"], None),
    ],
)
def test_panel(lines: list[str], panel: str | None) -> None:
    assert told(*lines).get("panel") == panel


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ["QUILL, Plaintiff, Appellee, v. LAMP WORKS, INC., Defendant, Appellant."],
            "Quill v. Lamp Works",
        ),
        (["QUILL ET UX. v. UNITED STATES OF AMERICA"], "Quill v. United States"),
        (
            ["CIGAR CORP. ET AL. v. AMARA ET AL., INDIVIDUALLY AND ON BEHALF OF ALL OTHERS"],
            "Cigar Corp. v. Amara",
        ),
        (["In re Quill"], "In re Quill"),
        (["IN THE MATTER OF JANE QUILL, A MINOR"], "In re Jane Quill"),
        (["EX PARTE QUILL"], "Ex parte Quill"),
        (["No. 09-1060", "DOE,", "Plaintiff,", "v.", "ROE,", "Defendant."], "Doe v. Roe"),
        (["No. 09-1060", "DOE", "v.", "ROE", "No. 09-1060"], "Doe v. Roe"),
        # where it begins or ends is not plain
        (["Something stands here", "DOE,", "Plaintiff,", "v.", "ROE,", "Defendant."], None),
        (["No. 09-1060", "DOE", "v.", "ROE", "and much more"], None),
        (["In re the marriage of those two people v. Roe"], None),
        (
            [
                "Strickland v. Washington, holds that counsel must be effective and that all may appeal"
            ],
            None,
        ),
    ],
)
def test_captions(lines: list[str], name: str | None) -> None:
    assert told(*lines).get("name") == name


def test_two_captions_each_below_its_number() -> None:
    lines = ["No. 92-1117", "DOE,", "Plaintiff,", "v.", "ROE,", "Defendant.", "No. 92-1118"]
    assert told(*lines)["docket"] == "Nos. 92-1117, 92-1118"
    assert told("No. 92-1117", "No. CR-92-0001").get("docket") == "No. 92-1117"


@pytest.mark.parametrize(
    "number", ["860138", "21301-A", "CR-96-0289", "18A02-0301-CV-31", "89-100"]
)
def test_dockets_of_the_states(number: str) -> None:
    assert told(f"No. {number}.")["docket"] == f"No. {number}"


@pytest.mark.parametrize(
    "pattern",
    [
        "Before AAAA BBBB, ",
        "Before " + "A" * 30 + "\n",
        "SUPREME COURT OF THE OF THE ",
        "A v. A v. A ",
        "A, AND ",
        "No. 1, and 1, ",
        "1 A 1, ",
        "In re A. ",
        "Plaintiff and Defendant, - ",
        "Argued and ",
        "( [",
        "A\nv.\n",
    ],
)
def test_no_line_takes_for_ever(pattern: str) -> None:
    """Each look at a hostile head takes a moment, whatever it repeats."""
    head = (pattern * 6000)[:6000]
    began = time.perf_counter()
    for look in (
        names.name,
        courts.court,
        dockets.docket,
        dates.argued,
        dates.decided,
        citations.citation,
        panels.panel,
    ):
        look(head)
        look(head + "!")
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("KAGAN, J., delivered the opinion of the Court, in which ALITO, J., joined.", True),
        ("Opinion by Judge Bloom; Dissent by Judge Poe.", True),
        ("ALITO, J., filed a dissenting opinion.", False),  # one is no line-up
        ("kagan, j., delivered the opinion of the court, in which alito, j., joined.", False),
        ("JUSTICE KAGAN delivered the opinion of the Court.", False),
    ],
)
def test_lineup(line: str, is_one: bool) -> None:
    assert lineups.lineup(["DOE v. ROE", line]) == (line if is_one else None)


def test_a_line_up_of_the_text_is_proposed_with_its_origin() -> None:
    line = "Kagan, J., delivered the opinion of the Court, in which Alito, J., joined."
    case = case_of(
        f"DOE v. ROE\n\nJudges: {line}\n\nOpinion by: KAGAN\n\nOpinion\n\n"
        f"Justice Kagan delivered the opinion.\n\n{BODY}"
    )
    info, origins = proposal(case)
    assert (info.vote, origins["vote"]) == (line, "the line-up")
    assert case.writings[0].joined_by == ("Alito",)
