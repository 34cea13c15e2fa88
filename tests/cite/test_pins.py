"""What follows a citation."""

from __future__ import annotations

import pytest

from generator.cite.pins import After, author_of, first_pin, pin_pages, read_after


@pytest.mark.parametrize(
    ("text", "pin", "dated", "notes", "rest"),
    [
        (
            ", 818, 820-821, n. 23 (CA9 1982) (per curiam) (quoting x)",
            "818, 820-821, n. 23",
            "CA9 1982",
            ("per curiam",),
            " (quoting x)",
        ),
        (", 102 S. Ct. 2727 (1982)", None, None, (), ", 102 S. Ct. 2727 (1982)"),
        (", ___ (2011) (slip op., at 12).", "___", "2011", ("slip op., at 12",), "."),
        (
            ", 14 (1948) (opinion of Jackson, J.)",
            "14",
            "1948",
            ("opinion of Jackson, J.",),
            "",
        ),
        (", 334-335 (1983). ", "334-335", "1983", (), ". "),
        (" (1980), and 12", None, "1980", (), ", and 12"),
        (" (CD Cal., Mar. 15, 2007)", None, "CD Cal., Mar. 15, 2007", (), ""),
        (", 922, and n. 23 (1984)", "922, and n. 23", "1984", (), ""),
        (" (holding that 1984)", None, None, (), " (holding that 1984)"),
        (", and 12 others", None, None, (), ", and 12 others"),
        (", 12 F. 3d 4", None, None, (), ", 12 F. 3d 4"),
    ],
)
def test_what_is_read(
    text: str, pin: str | None, dated: str | None, notes: tuple[str, ...], rest: str
) -> None:
    assert read_after(text, 0) == After(len(text) - len(rest), pin, dated, notes)


@pytest.mark.parametrize(
    ("text", "pin"),
    [
        (", at 3, 5 (holding that)", "3, 5"),
        (" at 922, n. 23.", "922, n. 23"),
        (", at 57–61)", "57–61"),
        (", at 12a.", "12a"),
        (", at *3.", "*3"),
        (", at ___ ;", "___"),
    ],
)
def test_pins_of_short_forms(text: str, pin: str) -> None:
    found = first_pin(text, 0)
    assert found is not None
    assert found[1] == pin


@pytest.mark.parametrize("text", [", at the time", " at least 3", ", 818", "", ", at 3rd Street"])
def test_no_pin(text: str) -> None:
    assert first_pin(text, 0) is None


def test_a_range_that_begins_in_the_citation_goes_on() -> None:
    assert read_after("-165. The", 0, "164") == After(4, "164-165")


@pytest.mark.parametrize(
    ("note", "author"),
    [
        ("opinion of Jackson, J.", "jackson"),
        ("Powell, J., concurring in part and dissenting in part", "powell"),
        ("opinion of ROBERTS, C. J.", "roberts"),
        ("per curiam", None),
    ],
)
def test_authors(note: str, author: str | None) -> None:
    assert author_of([note]) == author


def test_pages_of_a_pin() -> None:
    assert pin_pages("334-335, 340, n. 2") == [334, 340]
    assert pin_pages("n. 9") == []
    assert pin_pages(None) == []


def test_the_pages_of_an_appendix_have_letters() -> None:
    assert first_pin(", at A-68. Because", 0) == (9, "A-68")
    assert first_pin(", at A-68 to", 0) == (9, "A-68")
    assert pin_pages("A-68") == []
