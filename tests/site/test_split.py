"""The split view, in a real browser: two opinions of a case in two columns that answer each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MALLEY = "opinions/malley-v-briggs/"
MILLENDER = "opinions/messerschmidt-v-millender/"
SPLIT = MALLEY + "?view=split&with=powell"
LEFT, RIGHT = ".split-col >> nth=0", ".split-col >> nth=1"
SEEN = """id => { const e = document.getElementById(id), b = e.getBoundingClientRect(),
  c = e.closest('.split-col').getBoundingClientRect(); return b.bottom > c.top + 40 && b.top < c.bottom; }"""
SCROLLED = "([which, far]) => document.querySelectorAll('.split-col')[which].scrollTop > far"
STILL = """() => new Promise(done => { let last, same = 0; const look = () => {
  const now = [...document.querySelectorAll('.split-col')].map(e => e.scrollTop).join();
  same = now === last ? same + 1 : 0; last = now;
  if (same > 9) done(); else requestAnimationFrame(look); }; look(); })"""
IDS = "() => [...document.querySelectorAll('[id]')].map(e => e.id).filter(i => /^(p|fn|page)/.test(i))"


@pytest.fixture
def wide(page: Any) -> Any:
    page.set_viewport_size({"width": 1440, "height": 900})
    return page


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def opened(page: Any, built_site: Any, place: str = SPLIT) -> Any:
    page.goto(built_site.url + place)
    page.locator(".split-ties").first.wait_for(state="attached")
    return page


def shown(page: Any, *places: str) -> None:
    """Wait until the places are seen and the columns stand still: how long they move is the machine's affair."""
    for place in places:
        page.wait_for_function(SEEN, arg=place)
    page.evaluate(STILL)


def test_from_the_outline_and_back(wide, built_site):
    wide.goto(built_site.url + MALLEY)
    order = wide.evaluate(IDS)
    way = wide.locator("nav.outline-wide .read-beside a")
    assert way.inner_text() == "Powell"
    way.click()
    wide.wait_for_url("**/?view=split&with=powell")
    left, right = wide.locator(LEFT), wide.locator(RIGHT)
    assert left.get_attribute("aria-label") == "White, for the Court"
    assert right.get_attribute("aria-label") == "Powell, concurring in part and dissenting in part"
    assert left.locator("#p11").count() == right.locator("#p27").count() == 1
    a, b = left.bounding_box(), right.bounding_box()
    assert a["y"] == b["y"]
    assert a["x"] + a["width"] <= b["x"]
    assert not wide.locator("nav.outline-wide").is_visible()
    assert sorted(wide.evaluate(IDS)) == sorted(order)
    wide.get_by_role("button", name="Back to one column").click()
    assert wide.url == built_site.url + MALLEY
    assert wide.locator(".split").count() == 0
    assert wide.evaluate(IDS) == order
    assert way.evaluate("e => e === document.activeElement")


def test_the_columns_scroll_apart(wide, built_site):
    opened(wide, built_site)
    wide.locator(RIGHT).hover()
    wide.mouse.wheel(0, 800)
    wide.wait_for_function(SCROLLED, arg=[1, 300])
    tops = [wide.locator(c).evaluate("e => e.scrollTop") for c in (LEFT, RIGHT)]
    assert tops[0] == 0
    assert tops[1] > 300
    assert wide.evaluate("() => scrollY") == 0


def test_choosing_a_passage_brings_what_answers_it(wide, built_site):
    opened(wide, built_site)
    assert not wide.evaluate(SEEN, "p27")
    wide.locator("#p11").scroll_into_view_if_needed()
    wide.locator("#p11").click(position={"x": 200, "y": 12})
    shown(wide, "p27")
    assert wide.locator(".split-chosen").evaluate_all("es => es.map(e => e.id)") == ["p11", "p27"]
    tops = [wide.locator(p).bounding_box()["y"] for p in ("#p11", "#p27")]
    assert abs(tops[0] - tops[1]) < 4
    assert wide.url.endswith("?view=split&with=powell#p11")
    assert wide.locator(".split-line.chosen").count() == 1
    line = wide.locator(".split-line.chosen").bounding_box()
    par = wide.locator("#p11").bounding_box()
    assert line["x"] >= par["x"] + par["width"]


def test_the_quoted_words_are_marked_in_both(wide, built_site):
    opened(wide, built_site, SPLIT + "#p11")
    words = wide.evaluate(
        "() => [...CSS.highlights.get('split-quoted')].map(r => r.toString().replace(/\\s+/g, ' '))"
    )
    assert len(words) == 4
    assert words[0] == words[1]
    assert words[0].startswith("qualified immunity defense has evolved")


def test_each_of_several_answers_by_its_own_button(wide, built_site):
    opened(wide, built_site, SPLIT + "#p11")
    ties = wide.locator("#p11 ~ .split-ties").first
    assert ties.inner_text().startswith("answered in ")
    assert ties.get_by_role("button").all_inner_texts() == ["¶ 27", "¶ 28"]
    ties.get_by_role("button", name="answered in ¶ 28").click()
    shown(wide, "p28")
    assert wide.locator(".split-chosen").evaluate_all("es => es.map(e => e.id)") == ["p11", "p28"]
    back = wide.locator("#p28 ~ .split-ties").first.get_by_role("button")
    assert back.get_attribute("aria-label") == "answers ¶ 11: show it in the other column"


def test_a_reference_into_the_other_column_moves_that_column(wide, built_site):
    opened(wide, built_site, SPLIT + "#p30")
    wide.locator("#p30 .ref-ante a").click()
    shown(wide, "p18", "p30")
    assert wide.locator(".split").count() == 1


def test_a_place_in_neither_column_leaves_the_view(wide, built_site):
    opened(wide, built_site, SPLIT)
    wide.locator(".split-col sup.lost a").first.click()
    wide.wait_for_url("**/malley-v-briggs/#about")
    assert wide.locator(".split").count() == 0


def test_from_the_mark_beside_a_paragraph(wide, built_site):
    """I am on ¶ 18: who answers it?  Two clicks to both passages side by side."""
    wide.goto(built_site.url + MALLEY + "#p18")
    mark = wide.locator("details[data-beside=p18]")
    mark.locator("summary").click()
    mark.get_by_role("link", name="in two columns").click()
    wide.locator(".split-chosen").first.wait_for()
    assert wide.locator(".split-chosen").evaluate_all("es => es.map(e => e.id)") == ["p18", "p30"]
    shown(wide, "p18", "p30")


def test_where_one_was_reading_is_on_the_left(wide, built_site):
    wide.goto(built_site.url + MALLEY + "#p14")
    wide.locator("nav.outline-wide .read-beside a").click()
    wide.locator(".split-ties").first.wait_for(state="attached")
    shown(wide, "p14")


def test_the_address_can_be_shared_and_the_back_key_leaves(wide, built_site):
    wide.goto(built_site.url + MALLEY)
    wide.locator("nav.outline-wide .read-beside a").click()
    wide.locator(".split").wait_for()
    wide.go_back()
    wide.locator(".split").wait_for(state="detached")
    assert wide.url == built_site.url + MALLEY
    wide.go_forward()
    wide.locator(".split").wait_for()
    assert "powell" in wide.url
    wide.reload()
    wide.locator(".split").wait_for()
    assert "beside Powell" in wide.title()


@pytest.mark.parametrize(
    "query", ["?view=split&with=nobody", "?view=split", "?view=other&with=powell"]
)
def test_an_address_that_means_nothing_shows_the_opinion(wide, built_site, query):
    wide.goto(built_site.url + MALLEY + query)
    wide.wait_for_timeout(300)
    assert wide.locator(".split").count() == 0
    assert wide.locator("#p1").is_visible()


def test_another_opinion_can_be_chosen(wide, built_site):
    opened(wide, built_site, MILLENDER + "?view=split&with=kagan")
    others = wide.locator(".split-others")
    assert others.locator("[aria-current]").inner_text() == "Kagan"
    others.get_by_role("link", name="Sotomayor").click()
    wide.wait_for_url("**with=sotomayor")
    assert wide.locator(RIGHT).get_attribute("aria-label") == "Sotomayor, dissenting"
    assert wide.locator(".split").count() == 1
    estimated = wide.locator(".split-tie.estimated").first
    assert "estimated" in estimated.get_attribute("aria-label")


def test_by_keyboard(wide, built_site):
    opened(wide, built_site, SPLIT)
    assert wide.locator(LEFT).evaluate("e => e === document.activeElement")
    wide.keyboard.press("PageDown")
    wide.wait_for_function(SCROLLED, arg=[0, 200])
    button = wide.locator("#p11 ~ .split-ties button").first
    button.focus()
    wide.keyboard.press("Enter")
    shown(wide, "p27")
    wide.keyboard.press("Escape")
    wide.locator(".split").wait_for(state="detached")
    assert wide.url == built_site.url + MALLEY


def test_escape_closes_a_card_first(wide, built_site):
    opened(wide, built_site, SPLIT + "#p27")
    wide.locator("#p27 .ref-ante").hover()
    wide.locator("#card").wait_for(state="visible")
    wide.keyboard.press("Escape")
    assert not wide.locator("#card").is_visible()
    assert wide.locator(".split").count() == 1
    wide.keyboard.press("Escape")
    assert wide.locator(".split").count() == 0


@pytest.mark.parametrize("width", [360, 768])
def test_on_a_narrow_screen_it_folds_to_one_with_a_switch(browser, built_site, width):
    context = browser.new_context(viewport={"width": width, "height": 740}, has_touch=True)
    page = opened(context.new_page(), built_site, SPLIT + "#p27")
    assert page.locator(RIGHT).is_visible()
    assert not page.locator(LEFT).is_visible()
    tabs = page.locator(".split-tab")
    assert tabs.evaluate_all("es => es.map(e => e.getAttribute('aria-pressed'))") == [
        "false",
        "true",
    ]
    page.locator("#p27 ~ .split-ties button").first.tap()
    assert page.locator(LEFT).is_visible()
    assert page.evaluate(SEEN, "p11")
    tabs.nth(1).tap()
    assert page.locator(RIGHT).is_visible()
    assert page.evaluate(SEEN, "p27")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_without_script_the_way_leads_to_the_exchange(browser, built_site):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    page.goto(built_site.url + SPLIT)
    assert page.locator("#p1").is_visible()
    page.locator("nav.outline-wide .read-beside a").click()
    page.wait_for_url("**/malley-v-briggs/exchange/")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_barrier_that_axe_knows(browser, built_site, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = opened(context.new_page(), built_site, SPLIT + "#p27")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()
