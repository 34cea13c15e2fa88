"""Parts: which lines are headings, and where each stands in the outline."""

from __future__ import annotations

import pytest

from generator.structure.parts import (
    Heading,
    Outline,
    is_bare_label,
    parse_heading,
    roman_value,
    titles_label,
)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("I", Heading("I")),
        ("II.", Heading("II")),
        ("A", Heading("A")),
        ("1", Heading("1")),
        ("12.", Heading("12")),
        ("(a)", Heading("a")),
        ("a)", Heading("a")),
        ("(iv)", Heading("iv")),
        ("Part II", Heading("II")),
        ("PART II", Heading("II")),
        ("II-A", Heading("II-A")),
        ("II–A–1", Heading("II–A–1")),
        ("Part II-A", Heading("II-A")),
        ("II. Standard of Review", Heading("II", "Standard of Review")),
        ("A. The Fourth Amendment", Heading("A", "The Fourth Amendment")),
        ("- II -", Heading("II")),
        ("APPENDIX", Heading(None, "APPENDIX")),
        ("APPENDIX.", Heading(None, "APPENDIX.")),
        ("APPENDIXES", Heading(None, "APPENDIXES")),
        ("Appendices", Heading(None, "Appendices")),
        ("Appendix B", Heading(None, "Appendix B")),
        ("APPENDIX TO OPINION OF BLACK, J.", Heading(None, "APPENDIX TO OPINION OF BLACK, J.")),
        ("CONCLUSION.", Heading(None, "CONCLUSION.")),
        ("Standard of Review", Heading(None, "Standard of Review")),
        ("* * *", Heading(None, rule=True)),
        ("***", Heading(None, rule=True)),
        ("- - -", Heading(None, rule=True)),
        ("# # #", Heading(None, rule=True)),
        ("—", Heading(None, rule=True)),
        ("⁂", Heading(None, rule=True)),
        ("BACKGROUND", Heading(None, "BACKGROUND")),
        ("Analysis", Heading(None, "Analysis")),
        ("Facts", Heading(None, "Facts")),
        ("STANDARD OF REVIEW", Heading(None, "STANDARD OF REVIEW")),
        ("FACTUAL AND PROCEDURAL HISTORY", Heading(None, "FACTUAL AND PROCEDURAL HISTORY")),
    ],
)
def test_headings(line: str, heading: Heading | None) -> None:
    assert parse_heading(line) == heading


@pytest.mark.parametrize(
    "line",
    [
        "",
        "I agree.",
        "A lamp is a light.",
        "I. We hold that the order was void. It was.",  # a sentence goes on
        "1. the first of them",
        "A. The Question Whether a Lamp That Burns Is a Light in the Eyes of the Law of This Land",
        "MCCULLOCH v. MARYLAND",
        "PER CURIAM",
        "AFFIRMED.",
        "IT IS SO ORDERED.",
        "123",
        "**",
        "ii",
        "IIX.x",
        "IIX-A",
        "A-1",
        "Part",
        "Part of it",
        "Conclusion.",  # a sentence of one word
        "The Facts",
        "Statement",
        "Affirmed",
        "analysis",
        "#",
        "-",
    ],
)
def test_no_headings(line: str) -> None:
    assert parse_heading(line) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("MCMXC", 1990), ("IIX", None), ("IC", None), ("",
    None), ("i", None)],
)  # fmt: skip
def test_roman_value(text: str, value: int | None) -> None:
    assert roman_value(text) == value


def walk(*labels: str) -> list[str | None]:
    """The path of each heading, "II-A"; ``None`` for a line that is no heading where it stands."""
    outline = Outline()
    out: list[str | None] = []
    for label in labels:
        heading = parse_heading(label)
        assert heading is not None
        path = outline.enter(heading)
        out.append(None if path is None else "-".join(path))
    return out


@pytest.mark.parametrize(
    ("labels", "paths"),
    [
        ("I II III", "I II III"),
        ("I A B II A", "I I-A I-B II II-A"),
        ("I A 1 2 B II", "I I-A I-A-1 I-A-2 I-B II"),
        ("I A 1 a b 2 B", "I I-A I-A-1 I-A-1-a I-A-1-b I-A-2 I-B"),
        ("A B C D", "A B C D"),
        # "I" is the ninth letter after H, and the first part elsewhere; "C" the third letter, not a hundred.
        ("A B C D E F G H I J", "A B C D E F G H I J"),
        ("I A B C II", "I I-A I-B I-C II"),
        ("I II III IV V A B", "I II III IV V V-A V-B"),
        # labels that name the whole path
        ("I I-A I-B II II-A", "I I-A I-B II II-A"),
        ("I-A I-B II–A II–B–1 III", "I-A I-B II-A II-B-1 III"),
        # (i) below a letter; after (h), the ninth letter
        ("I A (i) (ii) B", "I I-A I-A-i I-A-ii I-B"),
        (
            "I (a) (i) (ii) (iii) (iv) (v) (vi) (b)",
            "I I-a I-a-i I-a-ii I-a-iii I-a-iv I-a-v I-a-vi I-b",
        ),
        ("I (a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", "I I-a I-b I-c I-d I-e I-f I-g I-h I-i I-j"),
        # numbers that were lost
        ("II III", "II III"),
        ("I III IV", "I III IV"),
        ("I A C", "I I-A I-C"),
    ],
)
def test_outline(labels: str, paths: str) -> None:
    assert walk(*labels.split()) == paths.split()


def test_stray_lines_are_no_headings() -> None:
    assert walk("I", "(i)", "(v)", "(x)", "II") == ["I", None, None, None, "II"]
    assert walk("I", "V-B-7", "I-C-9", "II") == ["I", None, None, "II"]
    assert walk("7", "I", "9", "X", "II") == [None, "I", None, None, "II"]


def test_a_rule_ends_the_outline() -> None:
    assert walk("I", "A", "* * *", "I") == ["I", "I-A", "", "I"]


def test_a_title_without_a_number_stands_alone() -> None:
    assert walk("BACKGROUND", "A", "B", "DISCUSSION", "A") == [
        "BACKGROUND",
        "A",
        "B",
        "DISCUSSION",
        "A",
    ]


def test_a_word_below_a_roman_number_is_no_section_of_its_own() -> None:
    assert walk("I", "Background", "A", "B", "II", "Discussion") == [
        "I",
        None,
        "I-A",
        "I-B",
        "II",
        None,
    ]
    assert walk("I", "A", "Conclusion") == ["I", "I-A", "Conclusion"]
    assert walk("Background", "A", "Discussion", "A") == ["Background", "A", "Discussion", "A"]


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("BACKGROUND", True),
        ("Background", True),
        ("The Merits of the Claim", True),
        ("A Matter (Once More)", True),
        ("The plaintiff appealed in 1990", False),
        ("Affirmed.", False),
        ("A", False),
        ("* * *", False),
        ("§ 1983", False),
    ],
)
def test_the_title_behind_a_number(line: str, titles: bool) -> None:
    assert titles_label(line) is titles


def test_bare_labels() -> None:
    assert [is_bare_label(x) for x in ("II", "II.", "— II —", "II. Facts", "Facts")] == [
        True,
        True,
        True,
        False,
        False,
    ]
