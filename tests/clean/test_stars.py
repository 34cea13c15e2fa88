"""Which reporter the stars of star pages stand for."""

from __future__ import annotations

import time

import pytest

from generator.clean import stars

STARRED = "511 U.S. 298, *; 114 S. Ct. 1522, **; 128 L. Ed. 2d 229, ***; 1994 U.S. LEXIS 3292, ****"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("", "a [*553] b", {"*": None}),
        ("", "a [*553] b [**1287]", {"*": None, "**": "**"}),
        (
            STARRED,
            "[*299] a [**1524] b [***233] c [****2]",
            {"*": None, "**": "S. Ct.", "***": "L. Ed. 2d", "****": "U.S. LEXIS"},
        ),
        # Without stars at the head: by the numbers, whatever the order.
        (
            "511 U.S. 298; 114 S.Ct. 1522",
            "[*1523] a [**300]",
            {"*": "S. Ct.", "**": None},
        ),
        ("475 U.S. 335\n106 S.Ct. 1092", "*336 a **1093 b", {"*": None, "**": "S. Ct."}),
        # The Supreme Court's own page is not known yet, so no page of another reporter takes its place.
        ("565 U.S. ____; 132 S. Ct. 1235", "[*1237] a", {"*": "S. Ct."}),
        (
            "123 F.3d 456; 1999 U.S. App. LEXIS 12",
            "[*457] a [**14]",
            {"*": None, "**": "U.S. App. LEXIS"},
        ),
        # A citation in the text is none of the case.
        ("We follow 114 S. Ct. 1522 (1994).", "[*1523] a", {"*": None}),
    ],
)
def test_reporters(head: str, body: str, expected: dict[str, str | None]) -> None:
    assert stars.reporters(f"DOE v. ROE\n{head}\nOPINION\n{body}") == expected


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("545 U.S. 1 (2005)", [("U.S.", 1, None)]),
        ("96 L.Ed. 1153", [("L. Ed.", 1153, None)]),
        ("Cite as: 511 U.S. 298", [("U.S.", 298, None)]),
        ("565 U.S. ____", [("U.S.", None, None)]),
        ("See 545 U.S. 1 (2005)", []),
        ("545 U.S. 1, 3 members of the Court", []),
        ("12 October 1998", []),
    ],
)
def test_head_citations(line: str, found: list[tuple[str, int | None, str | None]]) -> None:
    assert [(c.reporter, c.page, c.stars) for c in stars.head_citations(line)] == found


@pytest.mark.parametrize(
    "text",
    ["1 A. 1 " * 1000, "1 A" + " B." * 90 + " 1", "*12 " * 200_000, "511 U.S. 298; " * 20 + "x"],
)
def test_it_takes_time_in_proportion(text: str) -> None:
    start = time.process_time()
    stars.reporters(text)
    assert time.process_time() - start < 2
