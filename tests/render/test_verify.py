"""The last account of the finished HTML: it comes out for a sound page, and fails for every kind of damage."""

from __future__ import annotations

import pytest

from generator.render.verify import live, violations
from tests.kit import FIXTURES, case_of, data_of, html_of, page_of
from tests.render.made import small_case

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
        ("It follows that", "<details>It</details> follows that", "live <details>"),
        ("It follows that", '<details class="answers">It</details> follows', "live <details>"),
        ("It follows that", "<summary>It</summary> follows that", "live <summary>"),
        ("</main>", '</main><details class="x">.</details>', "live <details>"),
        ("</main>", '<details class="answers" open>.</details>', "live open="),
        ("</main>", '<details class="answers" name="x">.</details>', "live name="),
        ("</main>", '<details class="answers" data-beside="a b">.</details>', "live data-beside="),
        ("</main>", '<p data-beside="p1">.</p>', "live data-beside="),
    ],
)
def test_damage(old: str, new: str, says: str) -> None:
    html = f"{HTML}</main>"
    assert old in html
    found = list(violations(html.replace(old, new, 1), DATA))
    assert [f for f in found if says in f], found


def test_the_mark_beside_a_paragraph() -> None:
    mark = '<details class="answers" name="answers" data-beside="p5"><summary>x</summary></details>'
    assert list(violations(HTML + mark, DATA)) == []


def test_what_is_not_ours_to_judge() -> None:
    """Number, line and star page are the page's own and no words of the block."""
    assert ">[336]</a>" in HTML
    assert "source/#L" in HTML


CITING = small_case()
LINKED, CITED = html_of(page_of(CITING)), data_of(CITING)


def test_a_sound_page_with_references() -> None:
    assert list(violations(LINKED, CITED)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('data-ref="0"', "", "reference 0 ('Harlow, supra') is shown as ''"),
        ('data-ref="0"', 'data-ref="99"', "a reference '99' that the data does not have"),
        ('data-ref="0"', 'data-ref="1"', "reference 1 ('Harlow v. Fitzgerald"),
        (">Harlow, supra</a>", ">Harlow</a>, supra", None),
        ("Harlow, supra</a></span>", "Harlow</a></span>, supra", "is shown as 'harlow'"),
        ('href="#p1" title', 'href="#p2" title', "leads to '#p2'"),
        (
            "https://example.org/us/457/800/#818",
            "https://example.org/us/457/801/",
            "leads to 'https",
        ),
        ("../united-states-v-leon/index.md", "../united-states-v-leon/", None),
        ("../united-states-v-leon/index.md", "../roe-v-wade/", "leads to '../roe-v-wade/'"),
        ('<span class="ref ref-record"', '<span class="rif"', "that is no reference"),
        ('<span class="ref ref-record"', '<span class="ref ref-record hidden"', "is no reference"),
        ('<span class="ref ref-record"', '<em class="ref ref-record"', "that is no reference"),
        ("App. 78", '<span class="x">App. 78</span>', "that is no reference"),
        ("App. 78", '<a href="https://a.org/">App. 78</a>', "leads to 'https://a.org/'"),
        ("supra, at 7", '<a href="https://a.org/"><a href="#p1">supra</a></a>, at 7', "leads to"),
        ("supra, at 7", '<b title="x">supra, at 7</b>', "live <b>"),
        ("supra, at 7", '<em tabindex="0">supra, at 7</em>', "live tabindex="),
        ('href="#p1" title', 'href="httpx://a.org" title', "a link to 'httpx:"),
        ('href="#p1" title', 'href="mailto:x" title', "a link to 'mailto:"),
    ],
)
def test_damage_to_references(old: str, new: str, says: str | None) -> None:
    assert old in LINKED
    found = list(violations(LINKED.replace(old, new, 1), CITED))
    if says is None:
        assert found == []
    else:
        assert [f for f in found if says in f], found


def test_a_reference_that_should_be_linked_and_is_not() -> None:
    old = LINKED[LINKED.index('<a href="#p1" title') :]
    bare = old[: old.index("</a>") + 4]
    words = bare[bare.index(">") + 1 : -4]
    found = list(violations(LINKED.replace(bare, words, 1), CITED))
    assert found == ["reference 8 ('ante, at 5') is not linked"]


def test_a_reference_in_another_block() -> None:
    span = LINKED[LINKED.index('<span class="ref ref-record"') :]
    span = span[: span.index("</span>") + 7]
    moved = LINKED.replace(span, "App. 78", 1).replace("The lamp is out", f"{span} The lamp", 1)
    assert [f for f in violations(moved, CITED) if "stands outside of p2" in f]


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ('<p><a href="javascript:x">x</a></p>', "a link to"),
        ("<p><script>x</script></p>", "live <script>"),
        ('<p onclick="x">x</p>', "live onclick="),
        ('<p style="x">x</p>', "live style="),
    ],
)
def test_live(html: str, says: str) -> None:
    assert [f for f in live(html) if says in f]


def test_what_tables_may_have() -> None:
    sound = '<div class="works"><ul><li><span class="work" id="w-1"><a href="../x/#p1">x</a></span></li></ul></div>'
    assert list(live(sound)) == []
