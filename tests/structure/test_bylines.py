"""Bylines and line-ups: who writes, in what capacity, and who joins.  Read the tables as law."""

from __future__ import annotations

import datetime

import pytest

from generator.structure.bylines import parse_byline, parse_vote, split_names, stance

MAJORITY, PLURALITY, PER_CURIAM, STATEMENT = "majority", "plurality", "per-curiam", "statement"
CONCURS, IN_JUDGMENT, DISSENTS = "concurrence", "concurrence-in-judgment", "dissent"
BOTH = "concurrence-in-part-dissent-in-part"

# fmt: off
THE_COURT: list[tuple[str, str, str | None]] = [
    ("JUSTICE WHITE delivered the opinion of the Court.", MAJORITY, "White"),
    ("Justice Gorsuch delivered the opinion of the Court.", MAJORITY, "Gorsuch"),
    ("MR. JUSTICE BLACK delivered the opinion of the Court.", MAJORITY, "Black"),
    ("Mr. Justice Holmes delivered the opinion of the court:", MAJORITY, "Holmes"),
    ("Mr. Justice CLARK delivered the opinion of the Court.", MAJORITY, "Clark"),
    ("MR. CHIEF JUSTICE WARREN delivered the opinion of the Court.", MAJORITY, "Warren"),
    ("Mr. Chief Justice TANEY delivered the opinion of the Court.", MAJORITY, "Taney"),
    ("Marshall, Ch. J. delivered the opinion of the Court, as follows:", MAJORITY, "Marshall"),
    ("MARSHALL, C. J., delivered the opinion of the court:", MAJORITY, "Marshall"),
    ("CHIEF JUSTICE REHNQUIST delivered the opinion of the Court.", MAJORITY, "Rehnquist"),
    ("Mr. Justice McReynolds delivered the opinion of the Court.", MAJORITY, "McReynolds"),
    ("JUSTICE VAN DEVANTER delivered the opinion of the Court.", MAJORITY, "Van Devanter"),
    ("JUSTICE O'CONNOR delivered the opinion of the Court.", MAJORITY, "O'Connor"),
    ("JUSTICE O’CONNOR delivered the opinion of the Court.", MAJORITY, "O'Connor"),
    ("JUSTICE SCALIA delivered the opinion of the Court, except as to footnote 4.", MAJORITY, "Scalia"),
    ("JUSTICE KENNEDY delivered the opinion of the Court, except as to Part III-D.", MAJORITY, "Kennedy"),
    ("JUSTICE WHITE delivered the opinion of the Court.1", MAJORITY, "White"),  # a call hangs on
    ("JUSTICE WHITE delivered the opinion of the Court.[*]", MAJORITY, "White"),
    ("JUSTICE WHITE delivered the opinion of the Court.†", MAJORITY, "White"),
    ("Opinion of the Court by MR. JUSTICE BLACK.", MAJORITY, "Black"),
    ("Opinion of the Court, delivered by MR. JUSTICE BRANDEIS.", MAJORITY, "Brandeis"),
    ("MR. JUSTICE REHNQUIST, Circuit Justice.", MAJORITY, "Rehnquist"),  # in chambers
    ("JUSTICE ALITO announced the judgment of the Court and delivered the opinion of the Court, except as to"
     " Part II-B.", MAJORITY, "Alito"),
    ("JUSTICE BREYER announced the judgment of the Court and delivered the opinion of the Court with respect to"
     " Parts I, II-A, and III, and an opinion with respect to Part II-B.", MAJORITY, "Breyer"),
    ("JUSTICE STEVENS announced the judgment of the Court and delivered an opinion.", PLURALITY, "Stevens"),
    ("MR. JUSTICE POWELL announced the judgment of the Court.", PLURALITY, "Powell"),
    ("PER CURIAM.", PER_CURIAM, None),
    ("Per Curiam:", PER_CURIAM, None),
    ("PER CURIAM.*", PER_CURIAM, None),
    ("PER CURIAM. 1", PER_CURIAM, None),
    ("Opinion per curiam.", PER_CURIAM, None),
    ("PER CURIAM OPINION.", PER_CURIAM, None),
    ("BY THE COURT:", PER_CURIAM, None),
]
SEPARATE: list[tuple[str, str, str | None]] = [
    ("WHITE, Justice (specially concurring).", "concurrence", "White"),
    ("WHITE, J. (concurring in part; dissenting in part):", "concurrence-in-part-dissent-in-part", "White"),
    ("WHITE, Circuit Judge, dubitante:", "concurrence", "White"),
    ("SMITH, Acting P. J.", "majority", "Smith"),
    ("THE COURT:", "per-curiam", None),
    ("JUSTICE BREYER, concurring.", CONCURS, "Breyer"),
    ("MR. JUSTICE DOUGLAS, concurring.", CONCURS, "Douglas"),
    ("JUSTICE THOMAS, concurring in part.", CONCURS, "Thomas"),
    ("JUSTICE KENNEDY, specially concurring.", CONCURS, "Kennedy"),
    ("MR. JUSTICE HARLAN, concurring in the result.", IN_JUDGMENT, "Harlan"),
    ("MR. JUSTICE BRENNAN, concurring in the judgment of the Court.", IN_JUDGMENT, "Brennan"),
    ("Mr. Justice JACKSON, concurring in the judgment and opinion of the Court.", CONCURS, "Jackson"),
    ("JUSTICE THOMAS, concurring in part and concurring in the judgment.", IN_JUDGMENT, "Thomas"),
    ("JUSTICE SCALIA, concurring in part and concurring in the judgment in part.", IN_JUDGMENT, "Scalia"),
    ("JUSTICE KAGAN, concurring in part and dissenting in part.", BOTH, "Kagan"),
    ("JUSTICE KENNEDY, concurring in the judgment in part and dissenting in part.", BOTH, "Kennedy"),
    ("JUSTICE SOTOMAYOR, concurring in part, concurring in the judgment in part, and dissenting in part.",
     BOTH, "Sotomayor"),
    ("Mr. Justice Field, dissenting:", DISSENTS, "Field"),
    ("MR. JUSTICE HOLMES dissenting.", DISSENTS, "Holmes"),
    ("Mr. Justice Brandeis (dissenting in part).", DISSENTS, "Brandeis"),
    ("BREYER, J., dissenting", DISSENTS, "Breyer"),
    ("ROBERTS, C. J., dissenting.", DISSENTS, "Roberts"),
    ("Dissenting opinion of MR. JUSTICE DOUGLAS.", DISSENTS, "Douglas"),
    ("Justice Stevens, dissenting in No. 05-11284.", DISSENTS, "Stevens"),
    ("JUSTICE BREYER, dissenting in Nos. 94-1234 and 94-1235.", DISSENTS, "Breyer"),
    ("Justice Thomas, dissenting from the denial of certiorari.", DISSENTS, "Thomas"),
    ("JUSTICE BREYER, dissenting from denial of certiorari.", DISSENTS, "Breyer"),
    ("JUSTICE MARSHALL, dissenting from the denial of stay.", DISSENTS, "Marshall"),
    ("JUSTICE SOTOMAYOR, dissenting from denial of application for stay.", DISSENTS, "Sotomayor"),
    ("JUSTICE KAGAN, dissenting from grant of application to vacate stay.", DISSENTS, "Kagan"),
    ("Statement of Justice Sotomayor respecting the denial of certiorari.", STATEMENT, "Sotomayor"),
    ("Opinion of JUSTICE STEVENS, respecting the denial of the petition for writ of certiorari.",
     STATEMENT, "Stevens"),
    ("JUSTICE SOTOMAYOR, respecting the denial of certiorari.", STATEMENT, "Sotomayor"),
    ("Memorandum of MR. JUSTICE FRANKFURTER.", STATEMENT, "Frankfurter"),
    ("Separate opinion of MR. JUSTICE DOUGLAS.", STATEMENT, "Douglas"),
    # the flattened dialect
    ("chief justice roberts delivered the opinion of the court.", MAJORITY, "Roberts"),
    ("justice o'connor,concurring in part.", CONCURS, "O'Connor"),
    ("justice breyer, concurring.", CONCURS, "Breyer"),
]
COURTS_OF_APPEALS: list[tuple[str, str, str | None]] = [
    ("POSNER, Circuit Judge.", MAJORITY, "Posner"),
    ("Posner, Circuit Judge:", MAJORITY, "Posner"),
    ("EASTERBROOK, Chief Judge.", MAJORITY, "Easterbrook"),
    ("LEARNED HAND, Circuit Judge.", MAJORITY, "Hand"),
    ("RICHARD S. ARNOLD, Chief Judge, concurring in the judgment.", IN_JUDGMENT, "Arnold"),
    ("W. FLETCHER, Circuit Judge, dissenting:", DISSENTS, "Fletcher"),
    ("O'SCANNLAIN, Circuit Judge, dissenting from the denial of rehearing en banc:", DISSENTS, "O'Scannlain"),
    ("WILKINSON, Circuit Judge, concurring in part and dissenting in part:", BOTH, "Wilkinson"),
    ("FRIENDLY, Circuit Judge (concurring in part and dissenting in part):", BOTH, "Friendly"),
    ("WILLIAMS, Senior Circuit Judge, dissenting.", DISSENTS, "Williams"),
    ("JUDGE POSNER delivered the opinion of the court.", MAJORITY, "Posner"),
    ("Judge WOOD, dissenting.", DISSENTS, "Wood"),
    ("CARDOZO, Ch. J.", MAJORITY, "Cardozo"),  # New York
    ("Andrews, J. (dissenting).", DISSENTS, "Andrews"),
    ("HAND, District Judge.", MAJORITY, "Hand"),
    ("PRESIDING JUSTICE McMORROW delivered the opinion of the court:", MAJORITY, "McMorrow"),  # Illinois
    ("The opinion of the court was delivered by PARKER, C.J.", MAJORITY, "Parker"),  # Massachusetts, New Jersey
    ("REED, Jr., Circuit Judge.", MAJORITY, "Reed"),
    ("By the Court: HOAR, J.", MAJORITY, "Hoar"),
    ("By the Court, HOAR, J.", MAJORITY, "Hoar"),
    ("By the Court.—FIELD, C. J.", MAJORITY, "Field"),
    ("OPINION BY THE COURT", PER_CURIAM, None),
    ("JUDGE KAYE", MAJORITY, "Kaye"),  # New York
    ("Mr. Justice JOHNSON.", MAJORITY, "Johnson"),
    ("MR. JUSTICE ZAPPALA        DECIDED: June 1, 2000", MAJORITY, "Zappala"),  # Pennsylvania
    ("OPINION BY MR. JUSTICE EAGEN, May 1, 1970:", MAJORITY, "Eagen"),
    ("Opinion by WALLACE, J.", MAJORITY, "Wallace"),
    ("Opinion by WALLACE", MAJORITY, "Wallace"),
    ("OPINION BY: McMORROW", MAJORITY, "McMorrow"),
    ("Dissenting Opinion by WALLACE.", DISSENTS, "Wallace"),
    ("Concurring and Dissenting Opinion by WILNER, J.", BOTH, "Wilner"),  # Maryland
    ("J. SMITH, dissenting.", DISSENTS, "Smith"),
    ("STORY, J. dissented, and delivered the following opinion:", DISSENTS, "Story"),
    ("Mr. Justice STORY concurred in the judgment and gave his opinion as follows:", CONCURS, "Story"),
]
# Each with the one sign for which a careless reader would take it.
NO_BYLINES = [
    "Smith and Jones, JJ., dissenting, argue that it is so.",
    "WHITE and BLACK, JJ., concur.",
    "THE COURT: It slipped his mind?",
    "The Court.",
    "Justice Breyer, dissenting, argues that the statute is clear.",
    "Justice Breyer, concurring in part and dissenting in part, would have held otherwise.",
    "Justice Harlan, concurring in Katz, wrote that a person must have exhibited an expectation of privacy.",
    "Justice Harlan, concurring in Katz.",
    "Justice Black, dissenting in Adamson v. California, 332 U. S. 46, 68 (1947).",
    "Justice Breyer, dissenting from the denial of certiorari in Foster v. Florida, noted as much.",
    "JUSTICE WHITE delivered the opinion of the Court in Leon. It held that the officers acted in good faith.",
    "Justice White delivered the opinion of the Court in Leon.",
    "Chief Justice Marshall delivered the opinion of the Court in McCulloch v. Maryland, and it has been followed.",
    "Justice Scalia announced the judgment of the Court today, and the reaction was swift.",
    "JUSTICE BRENNAN, dissenting, and JUSTICE MARSHALL, concurring, would reverse.",
    "Justice Kennedy, with whom Justice Souter joins, has written at length.",
    "Justice Stevens joined the opinion of the Court.",
    "Justice Thomas joins the dissent.",
    "Justice Kagan filed a dissenting opinion.",  # a line-up says so
    "Justice O'Connor's concurring opinion controls.",
    "In dissent, JUSTICE BRENNAN said as much.",
    "JUSTICE STEVENS would grant the petition for certiorari.",
    # votes without an opinion
    "MR. JUSTICE BLACK concurs in the result.",
    "MR. JUSTICE DOUGLAS dissents.",
    "JUSTICE WHITE and JUSTICE POWELL concur in the judgment of the Court.",
    "JUSTICE KAGAN took no part in the consideration or decision of this case.",
    # heads of pages, lists of the bench
    "Opinion of SCALIA, J.",
    "Opinion of JUSTICE POWELL.",
    "Before POSNER, Circuit Judge.",
    "Before POSNER, EASTERBROOK, and WOOD, Circuit Judges.",
    "Opinion for the Court filed by Circuit Judge GARLAND.",
    "Justice White",
    "The Chief Justice and the Associate Justices.",
    "Mr. Chief Justice VINSON, with whom Mr. Justice REED and Mr.",  # a line's end cut it off
    "JUDGE ADVOCATE GENERAL",
    "JUSTICE COURT",
    "Mr. Justice Johnson.",  # in small letters, anyone
    "Judge Kaye",
    "JUDGE KAYE held otherwise.",
    "Opinion by Wallace",
    "Opinion by COUNSEL",
    "The opinion of the court was delivered by Parker, C.J., in 1820.",
    "The opinion of the Court was delivered by Justice White in Leon.",
    "STORY, J. dissented, and delivered an opinion.",  # told in passing
    "Justice Story dissented.",
    "J. SMITH, the plaintiff, fell.",
    "J. SMITH",
    "By the Court, then, the rule was made.",
    "BRODERICK, C.J., and DALIANIS and GALWAY, JJ., concurred.",
    "Baxter, J., Werdegar, J., and Chin, J., concurred.",
    # other justice
    "Justice delayed is justice denied.",
    "JUSTICE is the end of government.",
    "Justice Department lawyers delivered the opinion that the rule was invalid.",
    "The judge delivered the opinion of the court.",
    "Smith, the District Judge, found for the plaintiff.",
    "Smith, J., found for the plaintiff.",
    "Posner, Circuit Judge, explained why.",
    "Judge Friendly, dissenting below, had it right.",
    "Judge Posner's dissent is persuasive.",
    "See Payton v. New York, 445 U. S. 573, 603 (1980) (WHITE, J., dissenting).",
    "Per curiam opinions are rarely signed.",
    "By the Court's own account, the search was reasonable.",
    "It is so ordered.",
    "I",
    "",
    "JUSTICE WHITE, " + "with whom JUSTICE POWELL joins, " * 30 + "dissenting.",  # too long for a byline
]
# fmt: on


@pytest.mark.parametrize(("line", "kind", "author"), THE_COURT + SEPARATE + COURTS_OF_APPEALS)
def test_byline(line: str, kind: str, author: str | None) -> None:
    byline = parse_byline(line)
    assert byline is not None
    assert (byline.kind, byline.author, byline.joined_by, byline.joined_note) == (
        kind,
        author,
        (),
        None,
    )


@pytest.mark.parametrize("line", NO_BYLINES)
def test_no_byline(line: str) -> None:
    assert parse_byline(line) is None


@pytest.mark.parametrize(
    ("line", "kind", "author", "joined_by", "note"),
    [
        (
            "JUSTICE POWELL, with whom JUSTICE REHNQUIST joins, concurring in part and dissenting in part.",
            BOTH,
            "Powell",
            ["Rehnquist"],
            None,
        ),
        (
            "JUSTICE SCALIA, with whom JUSTICE KENNEDY, JUSTICE THOMAS, and JUSTICE ALITO join, dissenting.",
            DISSENTS,
            "Scalia",
            ["Kennedy", "Thomas", "Alito"],
            None,
        ),
        (
            "JUSTICE BRENNAN, with whom JUSTICE MARSHALL joins as to Part II, dissenting.",
            DISSENTS,
            "Brennan",
            ["Marshall"],
            "as to Part II",
        ),
        (
            "Justice Ginsburg, with whom Justice Breyer joins, and with whom Justice Kagan joins as to all"
            " but Part II–B,"
            " dissenting.",
            DISSENTS,
            "Ginsburg",
            ["Breyer", "Kagan"],
            "Kagan as to all but Part II–B",
        ),
        (
            "Justice Barrett, with whom Justice Kavanaugh joins except as to footnote 2, concurring.",
            CONCURS,
            "Barrett",
            ["Kavanaugh"],
            "except as to footnote 2",
        ),
        # how the Court put it in the middle of the twentieth century
        (
            "MR. JUSTICE HARLAN, whom MR. JUSTICE STEWART joins, dissenting.",
            DISSENTS,
            "Harlan",
            ["Stewart"],
            None,
        ),
        (
            "Mr. Justice BLACK, with whom Mr. Justice DOUGLAS concurs, dissenting.",
            DISSENTS,
            "Black",
            ["Douglas"],
            None,
        ),
        (
            "MR. JUSTICE FRANKFURTER, joined by MR. JUSTICE HARLAN, dissenting.",
            DISSENTS,
            "Frankfurter",
            ["Harlan"],
            None,
        ),
        (
            "Statement of JUSTICE STEVENS, with whom JUSTICE GINSBURG joins, respecting the denial of certiorari.",
            STATEMENT,
            "Stevens",
            ["Ginsburg"],
            None,
        ),
        # pluralities, and opinions of the Court in part
        (
            "JUSTICE STEVENS announced the judgment of the Court and delivered an opinion in which JUSTICE SOUTER and"
            " JUSTICE GINSBURG join.",
            PLURALITY,
            "Stevens",
            ["Souter", "Ginsburg"],
            None,
        ),
        (
            "JUSTICE O'CONNOR announced the judgment of the Court and delivered the opinion of the Court"
            " with respect to"
            " Parts I, II, and III, and an opinion with respect to Part IV, in which JUSTICE SOUTER and"
            " JUSTICE KENNEDY join.",
            MAJORITY,
            "O'Connor",
            ["Souter", "Kennedy"],
            "as to Part IV",
        ),
        # joint opinions
        (
            "JUSTICE SCALIA, JUSTICE KENNEDY, JUSTICE THOMAS, and JUSTICE ALITO, dissenting.",
            DISSENTS,
            "Scalia",
            ["Kennedy", "Thomas", "Alito"],
            None,
        ),
        (
            "JUSTICE STEVENS and JUSTICE GINSBURG, dissenting.",
            DISSENTS,
            "Stevens",
            ["Ginsburg"],
            None,
        ),
        (
            "JUSTICE O'CONNOR, JUSTICE KENNEDY, and JUSTICE SOUTER announced the judgment of the Court and"
            " delivered the"
            " opinion of the Court with respect to Parts I, II, III, V-A, V-C, and VI, an opinion with"
            " respect to Part V-E,"
            " in which JUSTICE STEVENS joins, and an opinion with respect to Parts IV, V-B, and V-D.",
            MAJORITY,
            "O'Connor",
            ["Kennedy", "Souter", "Stevens"],
            "Stevens as to Part V-E",
        ),
        (
            "Judgment of the Court, and opinion of MR. JUSTICE STEWART, MR. JUSTICE POWELL, and MR. JUSTICE STEVENS,"
            " announced by MR. JUSTICE STEWART.",
            PLURALITY,
            "Stewart",
            ["Powell", "Stevens"],
            None,
        ),
        # courts of appeals
        (
            "REINHARDT, Circuit Judge, with whom Judges PREGERSON and FLETCHER join, dissenting:",
            DISSENTS,
            "Reinhardt",
            ["Pregerson", "Fletcher"],
            None,
        ),
        (
            "O'SCANNLAIN, Circuit Judge, with whom KLEINFELD and TALLMAN, Circuit Judges, join, dissenting"
            " from the denial"
            " of rehearing en banc:",
            DISSENTS,
            "O'Scannlain",
            ["Kleinfeld", "Tallman"],
            None,
        ),
        # the flattened dialect
        (
            "justice sotomayor,with whom justice ginsburg joins,dissenting.",
            DISSENTS,
            "Sotomayor",
            ["Ginsburg"],
            None,
        ),
        ("BOSLAUGH and WHITE, JJ., dissenting.", "dissent", "Boslaugh", ["White"], None),
        (
            "PREGERSON and REINHARDT, Circuit Judges, dissenting:",
            "dissent",
            "Pregerson",
            ["Reinhardt"],
            None,
        ),
    ],
)
def test_joiners(line: str, kind: str, author: str, joined_by: list[str], note: str | None) -> None:
    byline = parse_byline(line)
    assert byline is not None
    assert (byline.kind, byline.author, list(byline.joined_by), byline.joined_note) == (
        kind,
        author,
        joined_by,
        note,
    )


@pytest.mark.parametrize(
    ("line", "decided", "author", "joined_by"),
    [
        ("THE CHIEF JUSTICE delivered the opinion of the Court.", "1986-03-05", "Burger", ()),
        ("THE CHIEF JUSTICE delivered the opinion of the Court.", "2012-02-22", "Roberts", ()),
        ("MR. CHIEF JUSTICE, dissenting.", "1925-01-05", "Taft", ()),
        ("THE CHIEF JUSTICE, concurring.", None, "Chief Justice", ()),
        (
            "JUSTICE ALITO, with whom THE CHIEF JUSTICE joins, dissenting.",
            "2012-02-22",
            "Alito",
            ("Roberts",),
        ),
        ("CHIEF JUSTICE BURGER, concurring.", "2012-02-22", "Burger", ()),  # a name is a name
    ],
)
def test_the_chief_justice(
    line: str, decided: str | None, author: str, joined_by: tuple[str, ...]
) -> None:
    byline = parse_byline(line, datetime.date.fromisoformat(decided) if decided else None)
    assert byline is not None
    assert (byline.author, byline.joined_by) == (author, joined_by)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("concurring", CONCURS),
        ("concurring in part", CONCURS),
        ("concurring in the judgment", IN_JUDGMENT),
        ("concurring in judgment", IN_JUDGMENT),
        ("concurring in the result in part", IN_JUDGMENT),
        ("dissenting in part", DISSENTS),
        ("dissenting from the judgment", DISSENTS),
        ("concurring in part and dissenting in part", BOTH),
        ("dissenting in part and concurring in the judgment in part", BOTH),
    ],
)
def test_stance(words: str, kind: str) -> None:
    assert stance(words) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "JUSTICE WHITE, THE CHIEF JUSTICE, and JUSTICE SOUTER",
            ["White", "Chief Justice", "Souter"],
        ),
        ("SCALIA and ALITO, JJ.", ["Scalia", "Alito"]),
        ("ROBERTS, C. J., and THOMAS, J.", ["Roberts", "Thomas"]),
        ("Justices BRENNAN and MARSHALL", ["Brennan", "Marshall"]),
        ("KLEINFELD and TALLMAN, Circuit Judges", ["Kleinfeld", "Tallman"]),
        ("all other Members", []),
        ("", []),
    ],
)
def test_split_names(text: str, names: list[str]) -> None:
    assert split_names(text) == names


class TestVoteLine:
    def of(self, line: str) -> list[tuple[str, str | None, tuple[str, ...], str | None]]:
        vote = parse_vote(line)
        assert vote is not None
        return [(w.kind, w.author, w.joined_by, w.joined_note) for w in vote.writings]

    def test_a_whole_line_up(self) -> None:
        line = (
            "ROBERTS, C. J., delivered the opinion of the Court, in which SCALIA, KENNEDY, THOMAS, BREYER,"
            " and ALITO, JJ.,"
            " joined. BREYER, J., filed a concurring opinion. KAGAN, J., filed an opinion concurring in"
            " part and dissenting"
            " in part. SOTOMAYOR, J., filed a dissenting opinion, in which GINSBURG, J., joined."
        )
        court = ("Scalia", "Kennedy", "Thomas", "Breyer", "Alito")
        assert self.of(line) == [
            (MAJORITY, "Roberts", court, None),
            (CONCURS, "Breyer", (), None),
            (BOTH, "Kagan", (), None),
            (DISSENTS, "Sotomayor", ("Ginsburg",), None),
        ]

    def test_a_plurality(self) -> None:
        line = (
            "STEVENS, J., announced the judgment of the Court and delivered an opinion, in which SOUTER and"
            " GINSBURG, JJ.,"
            " joined. SCALIA, J., filed an opinion concurring in the judgment, in which THOMAS, J., joined"
            " as to Part I."
        )
        assert self.of(line) == [
            (PLURALITY, "Stevens", ("Souter", "Ginsburg"), None),
            (IN_JUDGMENT, "Scalia", ("Thomas",), "as to Part I"),
        ]

    def test_the_opinion_of_the_court_in_part(self) -> None:
        line = (
            "ALITO, J., announced the judgment of the Court and delivered the opinion of the Court with"
            " respect to Parts I and"
            " II, in which ROBERTS, C. J., joined, and an opinion with respect to Part III, in which"
            " THOMAS, J., joined."
        )
        assert self.of(line) == [
            (MAJORITY, "Alito", ("Roberts", "Thomas"), "Thomas as to Part III")
        ]

    def test_unanimous(self) -> None:
        line = "GINSBURG, J., delivered the opinion for a unanimous Court."
        assert self.of(line) == [(MAJORITY, "Ginsburg", (), None)]
        line = "KAGAN, J., delivered the opinion of the Court, in which all other Members joined."
        assert self.of(line) == [(MAJORITY, "Kagan", (), None)]

    @pytest.mark.parametrize(
        "line",
        [
            "JUSTICE WHITE delivered the opinion of the Court.",  # a byline
            "SCALIA, J., delivered the opinion of the Court.",  # and one too: nobody joins, nobody files
            "The Court, which delivered the opinion of the court below in 1980, was reversed.",
            "See Leon, where White delivered the opinion of the Court, which five Justices joined.",
            "KAGAN, J., took no part in the decision of the case.",
            "",
        ],
    )
    def test_no_vote_line(self, line: str) -> None:
        assert parse_vote(line) is None

    def test_twice_by_one_author(self) -> None:
        vote = parse_vote(
            "WHITE, J., delivered the opinion of the Court, in which BURGER, C. J., joined. POWELL, J.,"
            " filed a concurring"
            " opinion. POWELL, J., filed a dissenting opinion, in which REHNQUIST, J., joined."
        )
        assert vote is not None
        dissent = vote.of("Powell", "dissent")
        concurrence = vote.of("Powell", "concurrence")
        assert dissent is not None
        assert concurrence is not None
        assert (concurrence.joined_by, dissent.joined_by) == ((), ("Rehnquist",))
        assert vote.of("Stevens", "dissent") is None
