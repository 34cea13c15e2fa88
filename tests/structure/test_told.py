"""What lines at the head and foot of an opinion tell of the judges, and what it makes of the writings."""

from __future__ import annotations

import pytest

from generator.model import CaseInfo
from generator.structure.bylines import Byline
from generator.structure.votes import Join, Told, bench, parse_told
from tests.kit import case_of

TEXT = "We hold that a lamp is no light, and that the order of the Board was void from the first."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "STEINERT, ROBINSON, and ABEL, JJ., concur.",
            Told((Join(("Steinert", "Robinson", "Abel"), court=True),)),
        ),
        ("HALL, C.J., and DURHAM, J., concur.", Told((Join(("Hall", "Durham"), court=True),))),
        (
            "Lucas, C. J., Mosk, J., and Kennard, J., concurred.",
            Told((Join(("Lucas", "Mosk", "Kennard"), court=True),)),
        ),
        ("We concur: SMITH, J., JONES, J.", Told((Join(("Smith", "Jones"), court=True),))),
        ("I concur: PEEK, J.", Told((Join(("Peek",), court=True),))),
        (
            "Concur: Judges Jasen, Gabrielli and Fuchsberg.",
            Told((Join(("Jasen", "Gabrielli", "Fuchsberg"), court=True),)),
        ),
        ("FLAHERTY, J., joins in this concurring opinion.", Told((Join(("Flaherty",)),))),
        (
            "JUSTICE REED and JUSTICE MINTON join in this dissent.",
            Told((Join(("Reed", "Minton")),)),
        ),
        (
            "STEWART, J., concurs in the dissenting opinion of HOWE, Associate C.J.",
            Told((Join(("Stewart",), "Howe"),)),
        ),
        (
            "Mr. Justice Stewart joins the opinion of Mr. Justice Harlan.",
            Told((Join(("Stewart",), "Harlan"),)),
        ),
        (
            "LEHMAN, Ch. J., and LEWIS, JJ., concur; CONWAY, J., dissents.",
            Told((Join(("Lehman", "Lewis"), court=True),)),
        ),
        (
            "ROBERTS, J., filed a concurring opinion in which FLAHERTY, J., joined.",
            Told(writings=(Byline("concurrence", "Roberts", ("Flaherty",)),)),
        ),
        (
            "Opinion for the court filed by Circuit Judge GAJARSA. Dissenting opinion filed by Circuit Judge DYK.",
            Told(writings=(Byline("majority", "Gajarsa"), Byline("dissent", "Dyk"))),
        ),
        (
            "Opinion by Judge Kozinski; Partial Concurrence and Partial Dissent by Judge Reinhardt",
            Told(
                writings=(
                    Byline("majority", "Kozinski"),
                    Byline("concurrence-in-part-dissent-in-part", "Reinhardt"),
                )
            ),
        ),
        # votes that join nobody
        ("All concur.", Told()),
        ("All concur, except SMITH, J., who dissents.", Told()),
        ("All the Justices concur.", Told()),
        ("JONES, J., concurs in result.", Told()),
        ("JONES, J., concurs in part and dissents in part.", Told()),
        ("Hamilton, C. J., not participating", Told()),
        ("JONES, J., took no part in the consideration or decision of this case.", Told()),
        ("DOLLIVER, J., concurs by separate opinion.", Told()),
        ("For reversal—None.", Told()),
        # prose, and bylines
        ("We agree that Judge Smith, who concurred, was right.", None),
        ("The Court concurs.", None),
        ("Congress concurs in the result.", None),
        ("Plaintiff joined the Union.", None),
        ("I concur.", None),
        ("We concur in the opinion of Judge Smith that the law is void.", None),
        ("JUSTICE O'CONNOR, dissenting.", None),
        ("Justice White, with whom Justice Black joins, dissenting.", None),
        ("THE CHIEF JUSTICE took no part in the baking of the cake.", None),
        ("JONES, J., concurs; the plaintiff appealed.", None),
    ],
)
def test_told(line: str, told: Told | None) -> None:
    assert parse_told(line) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chief Judge Cooke and Judges Jasen, Jones", ["Cooke", "Jasen", "Jones"]),
        ("Van Voorhis, J.", ["Van Voorhis"]),
        ("Smith and Jones", []),  # of what office?
        ("the Justices of this Court who sat", []),
    ],
)
def test_bench(text: str, names: list[str]) -> None:
    assert bench(text) == names


def writings(
    text: str, info: CaseInfo | None = None
) -> list[tuple[str, str, str | None, tuple[str, ...]]]:
    case = case_of(text, "plain", info)
    return [(w.id, w.kind, w.author, w.joined_by) for w in case.writings]


def test_who_concurs_joins_the_opinion_above() -> None:
    text = (
        f"HALL, Chief Justice:\n{TEXT}\nDURHAM, J., concurs.\n"
        f"ZIMMERMAN, J., concurs in result.\nHOWE, J., dissenting:\n{TEXT}\n"
        "STEWART, J., concurs in the dissenting opinion of HOWE, J.\n"
    )
    assert writings(text) == [
        ("majority", "majority", "Hall", ("Durham",)),
        ("howe", "dissent", "Howe", ("Stewart",)),
    ]
    votes = [b.text for b in case_of(text, "plain").blocks if b.kind == "vote"]
    assert votes == [
        "DURHAM, J., concurs.",
        "ZIMMERMAN, J., concurs in result.",
        "STEWART, J., concurs in the dissenting opinion of HOWE, J.",
    ]


def test_who_joins_a_concurrence_has_no_writing() -> None:
    text = (
        f"LARSEN, Justice.\n{TEXT}\nROBERTS, Justice, concurring.\n{TEXT}\n"
        f"FLAHERTY, J., joins in this concurring opinion.\n"
    )
    assert writings(text) == [
        ("majority", "majority", "Larsen", ()),
        ("roberts", "concurrence", "Roberts", ("Flaherty",)),
    ]


def test_a_mere_concurrence_below_a_dissent_joins_nobody() -> None:
    text = (
        f"LARSEN, Justice.\n{TEXT}\nROBERTS, Justice, dissenting.\n{TEXT}\nFLAHERTY, J., concurs.\n"
    )
    assert [w[3] for w in writings(text)] == [(), ()]


def test_names_on_lines_of_their_own() -> None:
    text = f"TRAYNOR, J.\n{TEXT}\nWe concur:\nLUCAS, C. J.\nMOSK, J.\nKENNARD, J., dissenting.\n{TEXT}\n"
    assert writings(text) == [
        ("majority", "majority", "Traynor", ("Lucas", "Mosk")),
        ("kennard", "dissent", "Kennard", ()),
    ]


def test_a_line_up_at_the_head_tells_of_later_writings() -> None:
    text = (
        "HECHT, J., filed a dissenting opinion, joined by OWEN, J.\n"
        f"JUSTICE PHILLIPS delivered the opinion of the Court.\n{TEXT}\nHECHT, J., dissenting.\n{TEXT}\n"
    )
    assert writings(text)[1] == ("hecht", "dissent", "Hecht", ("Owen",))


def test_the_line_up_of_case_yml_counts_where_the_text_is_silent() -> None:
    text = (
        f"JUSTICE KAGAN delivered the opinion of the Court.\n{TEXT}\n"
        f"JUSTICE ALITO, with whom JUSTICE THOMAS joins, dissenting.\n{TEXT}\n"
    )
    vote = (
        "KAGAN, J., delivered the opinion of the Court, in which BREYER, J., joined. ALITO, J., filed a dissenting"
        " opinion, in which GORSUCH, J., joined."
    )
    assert [w[3] for w in writings(text, CaseInfo(vote=vote))] == [("Breyer",), ("Thomas",)]


def test_a_bare_name_behind_the_opinion_writes_where_it_speaks() -> None:
    joins = "Though I see more in it than the Court does, I join its opinion."
    text = (
        f"MR. JUSTICE BLACK delivered the opinion of the Court.\n{TEXT}\nAffirmed.\n"
        f"MR. JUSTICE FRANKFURTER.\n{joins}\n"
    )
    assert [w[:3] for w in writings(text)][1:] == [("frankfurter", "concurrence", "Frankfurter")]
    dissents = text.replace(joins, "I dissent.")
    assert [w[:3] for w in writings(dissents)][1:] == [("frankfurter", "dissent", "Frankfurter")]
    silent = text.replace(joins, TEXT)
    assert len(writings(silent)) == 1


def test_the_head_of_a_case_stands_before_its_first_writing() -> None:
    text = (
        f"Copyright (c) 2004 LexisNexis.\n\nDOE v. ROE\n\nCOUNSEL: Jane Poe.\n\n"
        f"OPINION BY: KAGAN\n\nKAGAN, Circuit Judge:\n\n{TEXT}\n"
    )
    case = case_of(text)
    assert [b.writing for b in case.blocks] == [None, None, None, "majority", "majority"]


@pytest.mark.parametrize(
    ("line", "writing"),
    [
        ("WHITE, J., dissents.", ("dissent", "White")),
        ("WHITE, J., concurs in the result.", ("concurrence-in-judgment", "White")),
        ("Dissent by Justice WHITE.", ("dissent", "White")),
        ("DISSENTING OPINION", ("dissent", None)),
    ],
)
def test_a_vote_behind_which_the_judge_speaks(line: str, writing: tuple[str, str | None]) -> None:
    head = f"POOLE, J.\n{TEXT}\nAffirmed.\n{line}\n"
    voiced = case_of(
        head + "On this record I would reverse, for no lamp was ever lit there.", "plain"
    )
    assert [(w.kind, w.author) for w in voiced.writings] == [("majority", "Poole"), writing]
    told = case_of(head + "Part I is not to be published, and costs are taxed below.", "plain")
    assert [(w.kind, w.author) for w in told.writings] == [("majority", "Poole")]


def test_the_court_speaks_in_a_transcript() -> None:
    made = case_of(f"POOLE, J.\n{TEXT}\nTHE COURT:\nIt slipped his mind?\n{TEXT}", "plain")
    assert [(w.kind, w.author) for w in made.writings] == [("majority", "Poole")]
