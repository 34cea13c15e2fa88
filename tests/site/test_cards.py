"""Cards of references and the marks of the conversation, in a real browser."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MALLEY = "opinions/malley-v-briggs/"
MILLENDER = "opinions/messerschmidt-v-millender/"
HOSTILE = "<img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>"
# What may move when a card opens: nothing.
PLACES = "() => [...document.querySelectorAll('.par')].map(e => e.getBoundingClientRect().top)"
WITHOUT_ANCHORS = """(() => { const asks = CSS.supports.bind(CSS);
  CSS.supports = (...a) => /anchor|position-area/.test(a.join(' ')) ? false : asks(...a); })()"""
WITHOUT_POPOVER = (
    "delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover"
)
INSIDE = """e => { const b = e.getBoundingClientRect();
  return b.left >= 0 && b.top >= 0 && b.right <= innerWidth + 1 && b.bottom <= innerHeight + 1; }"""


def at(page: Any, built_site: Any, place: str, width: int = 1440, height: int = 900) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(built_site.url + place)


def hover(page: Any, words: str, scope: str = "") -> Any:
    """Rest the pointer on a reference until its card is there."""
    ref = page.locator(f"{scope} .ref[data-ref]", has_text=words).first
    ref.hover()
    page.locator("#card").wait_for(state="visible")
    return page.locator("#card")


def test_a_card_says_what_is_cited_how_that_was_decided_and_where_else(page, built_site):
    at(page, built_site, MALLEY)
    card = hover(page, "Harlow, supra, at 807")
    assert card.locator(".card-head").inner_text() == (
        "Harlow v. Fitzgerald, 457 U.S. 800 (1982) at 807"
    )
    how = card.locator(".card-how")
    assert how.inner_text().replace("\xa0", " ") == (
        "resolved by its antecedent: the full citation in ¶ 5"
    )
    cited = card.locator(".card-cited").inner_text().replace("\xa0", " ")
    assert cited.startswith("cited here in ¶¶ 5, 9, 11, 15, 18; Powell ¶¶ 25, 26, 29")
    assert card.locator(".card-cited [aria-current]").inner_text() == "9"
    out = card.locator(".card-link").first
    assert out.get_attribute("href") == "https://www.courtlistener.com/c/us/457/800/#807"
    how.get_by_role("link").click()
    page.wait_for_url("**/#p5")
    assert not card.is_visible()


def test_the_way_to_the_table_of_authorities(page, built_site):
    at(page, built_site, MALLEY)
    hover(page, "Harlow, supra, at 807").get_by_role("link", name="table of authorities").click()
    page.wait_for_url("**/malley-v-briggs/authorities/#w-457-u-s-800")
    assert "Harlow" in page.locator(":target").inner_text()


def test_the_passage_itself_with_the_words_that_are_quoted(page, built_site):
    at(page, built_site, MALLEY + "#p27")
    card = hover(page, "Ante, at 341")
    assert card.locator(".card-head").inner_text().replace("\xa0", " ") == (
        "Ante, at 341 → White ¶ 11"
    )
    assert "resolved by its quotation · quoted exactly" in card.locator(".card-how").inner_text()
    passage = card.locator(".card-passage")
    assert passage.inner_text().startswith("Nor are we moved by petitioner's argument")
    assert "l. 17" not in passage.inner_text()
    mark = passage.locator("mark").first
    assert mark.inner_text().startswith("qualified immunity defense has evolved")
    shown = mark.evaluate("""e => { const a = e.getBoundingClientRect(),
      b = e.parentElement.getBoundingClientRect(); return a.top >= b.top && a.top < b.bottom; }""")
    assert shown
    card.locator(".card-go").click()
    page.wait_for_url("**/#p11")


def test_the_passage_of_another_case(page, built_site):
    at(page, built_site, MILLENDER + "#p22")
    card = hover(page, "malley, at", "#p22")
    assert "Malley v. Briggs" in card.locator(".card-head").inner_text()
    assert "no reasonably competent officer" in card.locator(".card-passage mark").inner_text()
    card.locator(".card-go").click()
    page.wait_for_url(f"**/{MALLEY}#p11")


def test_the_data_is_fetched_once_and_only_when_it_is_wanted(page, built_site):
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    at(page, built_site, MALLEY)
    page.wait_for_timeout(300)
    assert not [url for url in asked if url.endswith("cards.json")]
    hover(page, "Harlow, supra, at 807")
    hover(page, "Butz v. Economou")
    assert [url for url in asked if url.endswith("cards.json")] == [
        built_site.url + MALLEY + "cards.json"
    ]


def test_a_glance_opens_nothing(page, built_site):
    at(page, built_site, MALLEY)
    ref = page.locator(".ref[data-ref]", has_text="Harlow, supra, at 807").first
    ref.hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)
    assert not page.locator("#card").is_visible()


@pytest.mark.parametrize("anchors", [True, False])
@pytest.mark.parametrize("width", [768, 1440])
def test_it_stands_at_its_reference_and_moves_nothing(page, built_site, width, anchors):
    if not anchors:
        page.add_init_script(WITHOUT_ANCHORS)
    at(page, built_site, MALLEY + "#p9", width)
    before = page.evaluate(PLACES)
    card = hover(page, "Harlow, supra, at 807")
    assert card.evaluate("e => e.classList.contains('card-placed')") is not anchors
    ref = page.locator(".has-card").bounding_box()
    box = card.bounding_box()
    assert abs(box["y"] - (ref["y"] + ref["height"])) < 12
    assert box["x"] - 1 <= ref["x"] <= box["x"] + box["width"]
    assert card.evaluate(INSIDE)
    assert page.evaluate(PLACES) == before


@pytest.mark.parametrize("anchors", [True, False])
def test_where_there_is_no_room_below_it_stands_above(page, built_site, anchors):
    if not anchors:
        page.add_init_script(WITHOUT_ANCHORS)
    at(page, built_site, MALLEY, 1440, 700)
    ref = page.locator(".ref[data-ref]", has_text="Harlow, supra, at 807").first
    ref.evaluate("e => scrollBy(0, e.getBoundingClientRect().bottom - innerHeight + 40)")
    card = hover(page, "Harlow, supra, at 807")
    assert card.bounding_box()["y"] < ref.bounding_box()["y"]
    assert card.evaluate(INSIDE)


def test_without_the_popover_interface(page, built_site):
    page.add_init_script(WITHOUT_POPOVER)
    page.add_init_script(WITHOUT_ANCHORS)
    at(page, built_site, MALLEY)
    card = hover(page, "Harlow, supra, at 807")
    assert card.evaluate(INSIDE)
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_words_that_a_line_divides_have_their_card_at_the_line_pointed_at(page, built_site):
    at(page, built_site, MALLEY)
    divided = page.evaluate_handle(
        "() => [...document.querySelectorAll('.ref[data-ref]')].find(e => e.getClientRects().length > 1)"
    ).as_element()
    divided.scroll_into_view_if_needed()
    first, last = divided.evaluate(
        "e => [...e.getClientRects()].map(b => ({x: b.x, y: b.y, h: b.height, w: b.width}))"
    )[:2]
    assert first["x"] > last["x"]
    page.mouse.move(first["x"] + 6, first["y"] + first["h"] / 2)
    page.locator("#card").wait_for(state="visible")
    box = page.locator("#card").bounding_box()
    assert box["y"] >= first["y"]
    assert box["x"] > last["x"] + 40


# ------------------------------------------------------------------------------------------------ WCAG 1.4.13


def test_dismissible_hoverable_persistent(page, built_site):
    at(page, built_site, MALLEY + "#p9")
    card = hover(page, "Harlow, supra, at 807")
    box = card.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 40, steps=12)  # onto the card
    page.wait_for_timeout(900)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    card = hover(page, "Butz v. Economou")
    page.mouse.move(5, 500)
    page.locator("#card").wait_for(state="hidden")


def test_the_title_does_not_stand_over_the_card(page, built_site):
    at(page, built_site, MALLEY)
    link = page.locator(".ref[data-ref]", has_text="Harlow, supra, at 807").first.locator("a")
    title = link.get_attribute("title")
    assert title
    hover(page, "Harlow, supra, at 807")
    assert link.get_attribute("title") is None
    page.keyboard.press("Escape")
    assert link.get_attribute("title") == title


def test_by_keyboard(page, built_site):
    """Focus opens it, Tab goes into it and out behind its reference, Escape closes it and gives the focus back."""
    at(page, built_site, MALLEY + "#p9")
    ref = page.locator(".ref[data-ref]", has_text="Harlow, supra, at 807").first.locator("a")
    page.locator("#p9 > a").nth(1).focus()
    page.keyboard.press("Tab")
    card = page.locator("#card")
    card.wait_for(state="visible")
    assert ref.evaluate("e => e === document.activeElement")
    assert ref.get_attribute("aria-expanded") == "true"
    described = ref.get_attribute("aria-describedby")
    assert "resolved by its antecedent" in page.locator(f"#{described}").inner_text()
    page.keyboard.press("Tab")
    assert card.evaluate("e => e.contains(document.activeElement)")
    page.wait_for_timeout(600)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert ref.evaluate("e => e === document.activeElement")
    assert ref.get_attribute("aria-expanded") is None
    page.wait_for_timeout(400)
    assert not card.is_visible()  # the focus that came back opens it not again
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    card.wait_for(state="visible")
    for _ in range(30):
        page.keyboard.press("Tab")
        if not card.is_visible() or page.evaluate(
            "() => document.activeElement.closest('.ref, sup') !== null"
        ):
            break
    behind = "e => Boolean(e.compareDocumentPosition(document.activeElement) & 4)"
    assert ref.evaluate(behind)
    assert page.locator("#p9").evaluate("e => e.contains(document.activeElement)")


def test_what_is_not_resolved_can_be_asked_why(page, built_site):
    at(page, built_site, MILLENDER)
    ref = page.locator(".ref.unresolved:not(:has(a))").first
    assert ref.get_attribute("role") == "button"
    assert ref.get_attribute("tabindex") == "0"
    ref.focus()
    card = page.locator("#card")
    card.wait_for(state="visible")
    page.keyboard.press("Enter")
    assert not card.is_visible()
    assert ref.get_attribute("aria-expanded") == "false"
    page.keyboard.press(" ")
    card.wait_for(state="visible")
    assert card.locator(".card-how").inner_text().startswith("not resolved: ")
    assert ref.get_attribute("aria-expanded") == "true"


def test_an_estimate_says_between_which_paragraphs(page, built_site):
    at(page, built_site, MALLEY)
    card = hover(page, "supra, at 347")
    assert card.locator(".card-how").inner_text().startswith("estimated: its page lies ")


# --------------------------------------------------------------------------------------------------- on a phone


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def test_a_tap_raises_it_from_the_bottom_edge(phone, built_site):
    phone.goto(built_site.url + MALLEY + "#p27")
    before = phone.evaluate(PLACES)
    phone.locator("#p27 .ref-ante a").tap()
    card = phone.locator("#card")
    card.wait_for(state="visible")
    phone.wait_for_timeout(300)
    assert phone.url.endswith("#p27")  # a tap asks; the card has the link
    box = card.bounding_box()
    assert (box["x"], box["width"]) == (0, 360)
    assert box["y"] + box["height"] == pytest.approx(740, abs=1)
    assert phone.evaluate(PLACES) == before
    close = card.locator(".card-close").bounding_box()
    assert min(close["width"], close["height"]) >= 44
    card.locator(".card-close").tap()
    assert not card.is_visible()
    phone.locator("#p27 .ref-ante a").tap()
    card.wait_for(state="visible")
    card.locator(".card-go").tap()
    phone.wait_for_url("**/#p11")


# --------------------------------------------------------------------------------------------- without, and hostile


def test_without_script_the_links_lead_and_their_titles_say(browser, built_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    at(page, built_site, MALLEY + "#p27")
    link = page.locator("#p27 .ref-ante a")
    assert "resolved by its quotation" in link.get_attribute("title")
    link.click()
    page.wait_for_url("**/#p11")
    assert page.locator("#card").count() == 0
    context.close()


def test_when_the_data_does_not_come_the_page_works_on(page, built_site):
    errors: list[str] = []
    page.on("pageerror", lambda e: errors.append(str(e)))
    page.route("**/cards.json", lambda route: route.abort())
    at(page, built_site, MALLEY + "#p27")
    page.locator("#p27 .ref-ante").hover()
    page.wait_for_timeout(800)
    page.locator("#p27 .ref-ante a").click()
    page.wait_for_url("**/#p11")
    assert errors == []


def test_hostile_text_in_a_card_stays_text(page, built_site):
    data = json.loads((built_site.path / MALLEY / "cards.json").read_text(encoding="utf-8"))
    for work in data["works"]:
        work |= {
            "cite": HOSTILE,
            "name": "",
            "links": [[HOSTILE, "javascript:alert(1)"], ["x", "//evil"]],
        }
    for ref in filter(None, data["references"]):
        ref |= {"pin": HOSTILE, "said": HOSTILE}
        ref.pop("links", None)
    data["phrases"] = [HOSTILE] * len(data["phrases"])
    page.route("**/cards.json", lambda route: route.fulfill(json=data))
    at(page, built_site, MALLEY)
    card = hover(page, "Harlow, supra, at 807")
    assert HOSTILE in card.locator(".card-head").inner_text()
    assert HOSTILE in card.locator(".card-how").inner_text()
    assert card.locator("img, script, .card-link").count() == 0
    assert page.title() != "caught"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_barrier_with_a_card_and_a_mark_open(browser, built_site, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(built_site.url + MALLEY + "#p27")
    hover(page, "Ante, at 341")
    page.wait_for_timeout(300)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.keyboard.press("Escape")
    page.locator("details[data-beside=p27] summary").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()


# ------------------------------------------------------------------------------------------------ the conversation


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_a_mark_with_a_count_lists_who_answers(browser, built_site, width, script):
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(built_site.url + MALLEY + "#p11")
    mark = page.locator("details[data-beside=p11]")
    summary = mark.locator("summary")
    assert summary.inner_text() == "answered by Powell (2) · cited in Messerschmidt (5)"
    assert not mark.locator("li").first.is_visible()
    par, box = page.locator("#p11").bounding_box(), summary.bounding_box()
    if width == 1440:
        assert box["x"] >= par["x"] + par["width"]
        assert par["y"] - 4 <= box["y"] <= par["y"] + par["height"]
    else:
        assert box["y"] >= par["y"] + par["height"]
    assert box["height"] >= 24
    below = page.locator("#p12").bounding_box()["y"]
    summary.click()
    first = mark.locator("li").first
    assert (
        first.inner_text()
        .replace("\xa0", " ")
        .startswith(
            "Powell, concurring in part and dissenting in part, ¶ 27 quotes “qualified immunity"
        )
    )
    assert "exactly" in first.inner_text()
    if width == 1440:
        assert page.locator("#p12").bounding_box()["y"] == below
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    first.get_by_role("link").click()
    page.wait_for_url("**/#p27")
    assert page.locator("details[data-beside=p27] summary").inner_text() == "answers White (1)"
    context.close()


def test_a_mark_closes_with_escape_and_when_one_clicks_elsewhere(page, built_site):
    at(page, built_site, MALLEY + "#p11")
    mark = page.locator("details[data-beside=p11]")
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.mouse.click(700, 20)):
        mark.locator("summary").click()
        assert mark.evaluate("e => e.open")
        close()
        assert not mark.evaluate("e => e.open")


def test_marks_and_notes_in_the_margin_do_not_overlap(page, built_site):
    for place in (MALLEY, MILLENDER):
        at(page, built_site, place)
        page.wait_for_timeout(300)
        boxes = page.evaluate(
            """() => [...document.querySelectorAll('.answers > summary, .beside:not(.answers)')]
                .map(e => e.getBoundingClientRect()).filter(b => b.height)
                .map(b => [b.top, b.bottom]).sort((a, b) => a[0] - b[0])"""
        )
        assert len(boxes) > 10
        assert all(a[1] <= b[0] + 1 for a, b in pairwise(boxes))


def test_on_paper_there_are_neither(page, built_site):
    at(page, built_site, MALLEY)
    hover(page, "Harlow, supra, at 807")
    page.emulate_media(media="print")
    assert not page.locator("#card").is_visible()
    assert not page.locator("details.answers").first.is_visible()
