"""The last account of the finished HTML: it comes out for a sound page, and fails for every kind of damage."""

from __future__ import annotations

import pytest

from generator.render.verify import violations
from tests.kit import FIXTURES, case_of, data_of, html_of, page_of

CASE = case_of((FIXTURES / "lantern-co-v-harbor-board.txt").read_text())
HTML, DATA = html_of(page_of(CASE)), data_of(CASE)


def test_a_sound_page() -> None:
    assert list(violations(HTML, DATA)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("It follows that", "It follow that", "p5 shows"),
        ("It follows that", "It follows not that", "p5 shows"),
        ('id="p5"', 'id="p55"', "p5 is not on the page"),
        ('id="p5"', 'id="p4"', "stands twice"),
        ('id="p3-c1"', "", "p3-c1 is not on the page"),
        ('id="p3-q1"', "", "p3-q1 is not on the page"),
        ('id="page-336"', "", "page-336 is not on the page"),
        ('id="fnref-1"', "", "fnref-1 is not on the page"),
        ("It follows that", "It <script>x</script>follows that", "live <script>"),
        ("It follows that", "It <img src=x>follows that", "live <img>"),
        ("It follows that", '<em style="color:red">It</em> follows that', "live style="),
        ("It follows that", '<em onclick="x">It</em> follows that', "live onclick="),
        (
            "It follows that",
            '<a href="javascript:x">It</a> follows that',
            "a link to 'javascript:x'",
        ),
        ("It follows that", '<a href="data:text/html,x">It</a> follows that', "a link to 'data:"),
    ],
)
def test_damage(old: str, new: str, says: str) -> None:
    assert old in HTML
    found = list(violations(HTML.replace(old, new, 1), DATA))
    assert [f for f in found if says in f], found


def test_what_is_not_ours_to_judge() -> None:
    """Number, line and star page are the page's own and no words of the block."""
    assert ">[336]</a>" in HTML
    assert "source/#L" in HTML
