"""The opinion as a page of a book: its measure, its margins, its signs, its colours, and paper."""

from __future__ import annotations

import gzip
import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

MALLEY = "opinions/malley-v-briggs/"
MILLENDER = "opinions/messerschmidt-v-millender/"
WIDTHS = [360, 768, 1440]

# Signs a line, over the full lines of a paragraph; numbers in the margin not counted.
SIGNS_A_LINE = """id => {
  const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT), lines = {};
  for (let node; (node = walk.nextNode()); ) {
    if (node.parentElement.closest('a[href^="#p"], a[href^="source"], .back')) continue;
    for (let k = 0; k < node.data.length; k++) {
      const range = document.createRange();
      range.setStart(node, k); range.setEnd(node, k + 1);
      const box = range.getClientRects()[0];
      if (box && box.width) { const line = Math.round(box.bottom / 12); lines[line] = (lines[line] || 0) + 1; }
    }
  }
  const full = Object.values(lines).slice(0, -1);
  return full.reduce((a, b) => a + b, 0) / full.length;
}"""
SHIFTS = """window.shifts = []; new PerformanceObserver(list => { for (const entry of list.getEntries())
  window.shifts.push([entry.value, ...entry.sources.map(s => String(s.node && s.node.className))]); })
  .observe({ type: "layout-shift", buffered: true });"""
BOX = """selector => { const box = document.querySelector(selector).getBoundingClientRect();
  return { left: box.left, right: box.right, top: box.top, bottom: box.bottom }; }"""


def style(page, selector, name, pseudo=None):
    """A computed property of the first element."""
    return page.evaluate(
        "([s, n, p]) => getComputedStyle(document.querySelector(s), p)[n]", [selector, name, pseudo]
    )


def open_at(page, built_site, place, width, height=900):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(built_site.url + place)
    return page


@pytest.fixture
def plain_page(browser):
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# ------------------------------------------------------------------------------------------------------ the measure


@pytest.mark.parametrize("width", [768, 1200, 1440, 1920])
def test_a_line_has_60_to_75_signs(page, built_site, width):
    open_at(page, built_site, MALLEY, width)
    assert 60 <= page.evaluate(SIGNS_A_LINE, "p3") <= 75


def test_the_column_stands_still_from_case_to_case_and_from_light_to_dark(page, built_site):
    boxes = []
    for place in (MALLEY, MILLENDER, MALLEY + "#powell-part-ii"):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            open_at(page, built_site, place, 1440)
            boxes.append(
                [
                    round(page.evaluate(BOX, s)[side])
                    for s in ("#p1", "main")
                    for side in ("left", "right")
                ]
            )
    assert all(box == boxes[0] for box in boxes)


def test_three_columns_that_do_not_touch(page, built_site):
    open_at(page, built_site, MALLEY, 1200)
    outline, text, margin = (
        page.evaluate(BOX, s) for s in (".outline-wide", "#p5", "[id=majority] ~ .beside")
    )
    number = page.evaluate(BOX, "#p5 > a[href='#p5']")
    assert outline["right"] <= number["left"]
    assert number["right"] <= text["left"]
    assert text["right"] <= margin["left"]
    assert margin["right"] <= 1200


@pytest.mark.parametrize("width", [320, 390, 900, 1200, 1440])
def test_the_bar_shows_a_citation_whole_or_not_at_all(page, built_site, width):
    for place in (MALLEY, MILLENDER):
        open_at(page, built_site, place, width)
        bar, name, citation = (
            page.evaluate(BOX, s) for s in (".bar-case", ".bar-case cite", ".bar-case span")
        )
        assert bar["left"] <= name["left"] <= name["right"] <= bar["right"]
        whole = citation["right"] <= bar["right"] and citation["bottom"] <= bar["bottom"]
        assert whole or citation["top"] >= bar["bottom"]
        assert whole or (place, width) != (MALLEY, 1440)


def test_headings_of_parts_are_centred_and_quotes_indented_on_both_sides(page, built_site):
    open_at(page, built_site, MALLEY, 1440)
    assert style(page, "#part-i", "textAlign") == "center"
    quote, text = page.evaluate(BOX, "#p22-q1"), page.evaluate(BOX, "#p22")
    assert quote["left"] >= text["left"] + 20
    assert quote["right"] <= text["right"] - 20


def test_a_dissent_is_set_like_the_opinion_of_the_court_and_a_rule_parts_them(page, built_site):
    open_at(page, built_site, MALLEY, 1440)
    for name in ("fontSize", "fontFamily", "lineHeight", "color"):
        assert style(page, "#p12", name) == style(page, "#p30", name)
    assert style(page, "#powell", "borderTopWidth", "::before") == "1px"
    assert page.locator("#powell .who").inner_text() == "Powell"
    assert style(page, "#powell .who", "fontVariantCaps") == "small-caps"


def test_what_is_not_the_courts_looks_otherwise(page, built_site):
    open_at(page, built_site, MILLENDER, 1440)
    ground = style(page, "html", "backgroundColor")
    for selector in (".about", ".answers", ".joined", "#truncated"):
        if page.locator(selector).count():
            assert style(page, selector, "fontFamily") != style(page, "#p3", "fontFamily"), selector
    assert style(page, ".writing-syllabus", "backgroundColor") not in (ground, "rgba(0, 0, 0, 0)")
    assert float(style(page, "#syllabus-1", "fontSize")[:-2]) < float(
        style(page, "#p3", "fontSize")[:-2]
    )
    assert "no part of the opinion" in page.locator(".writing-syllabus .editorial").inner_text()


# ------------------------------------------------------------------------------------------------------ the copy


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_copied_is_the_courts_text_alone(browser, built_site, width):
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.grant_permissions(
        ["clipboard-read", "clipboard-write"], origin=built_site.url.rstrip("/")
    )
    page = context.new_page()
    page.goto(built_site.url + MALLEY)
    page.evaluate(
        """() => { const range = document.createRange(); range.setStartBefore(document.getElementById('p8'));
             range.setEndAfter(document.getElementById('p13'));
             getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.keyboard.press("Control+c")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    rich = page.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )
    seen = BeautifulSoup(rich, "lxml").get_text()
    for text in (copied, seen):
        assert "Our general approach" in text
        assert "Nor are we moved" in text
        for ours in ("¶", "l. 1", "Quoted in", "side by side", "for the Court", "has this call"):
            assert ours not in text
    context.close()


# ------------------------------------------------------------------------------------------------------ where one is


@pytest.mark.parametrize("width", WIDTHS)
def test_writing_and_part_are_in_sight_without_javascript(plain_page, built_site, width):
    page = open_at(plain_page, built_site, MALLEY + "#p14", width)
    seen = page.locator(".run:visible").evaluate_all(
        """runs => runs.filter(run => { const box = run.getBoundingClientRect();
             return box.height && box.top >= 0 && box.top <= 60; }).map(run => run.textContent).pop()"""
    )
    assert seen == "White, for the CourtII–C"


def test_the_outline_marks_the_place_one_is_in(page, built_site):
    open_at(page, built_site, MALLEY + "#p27", 1440)
    current = page.locator(".outline-wide [aria-current=location]")
    assert current.evaluate_all("links => links.map(a => a.hash)") == ["#powell", "#powell-part-ii"]
    assert page.locator(".outline-wide .outline-place").inner_text() == "¶ 27 of 35"
    page.locator(".outline-wide a[href='#part-ii-a']").click()
    page.wait_for_function(
        "() => document.querySelector('.outline-place').textContent.startsWith('¶ 8')"
    )
    assert current.evaluate_all("links => links.map(a => a.hash)") == ["#majority", "#part-ii-a"]


def test_the_outline_names_kind_author_joiners_and_paragraphs(plain_page, built_site):
    page = open_at(plain_page, built_site, MALLEY, 1440)
    powell = page.locator(".outline-wide li:has(> a[href='#powell'])").inner_text()
    assert "concurring in part and dissenting in part" in powell
    assert "Joined by Rehnquist" in powell
    assert "¶¶ 20–35" in powell
    assert page.locator(".outline-wide [aria-current]").count() == 0


def test_on_a_phone_the_outline_opens_at_the_thumb_and_gives_way(page, built_site):
    open_at(page, built_site, MALLEY, 360, 740)
    button = page.evaluate(BOX, ".outline-narrow summary")
    assert button["bottom"] > 740 - 80
    assert button["bottom"] - button["top"] >= 40
    page.locator(".outline-narrow summary").click()
    page.locator(".outline-narrow a[href='#powell']").click()
    assert page.url.endswith("#powell")
    assert not page.locator(".outline-narrow a[href='#powell']").is_visible()
    assert 0 <= page.evaluate(BOX, "#powell")["top"] < 120


def test_on_a_phone_without_javascript_the_outline_works_too(plain_page, built_site):
    page = open_at(plain_page, built_site, MALLEY, 360, 740)
    assert not page.locator(".outline-narrow a[href='#powell']").is_visible()
    page.locator(".outline-narrow summary").click()
    page.locator(".outline-narrow a[href='#powell']").click()
    assert 0 <= page.evaluate(BOX, "#powell")["top"] < 120


# ------------------------------------------------------------------------------------------------------ the signs


def test_the_legend_shows_each_sign_as_the_text_has_it(page, built_site):
    open_at(page, built_site, MALLEY, 1440)
    page.locator(".outline-wide a[href='#signs']").click()
    legend = page.locator("section.legend")
    assert page.get_by_role("region", name="Signs").count() == 1
    assert legend.is_visible()
    lines = [
        style(page, f".legend .ref{state} > span", "textDecorationStyle")
        for state in ("", ".estimated", ".unresolved")
    ]
    assert lines == ["solid", "dashed", "dotted"]
    assert style(page, ".writing .ref.ref-full a", "textDecorationStyle") == "solid"
    words = legend.inner_text()
    for said in (
        "settled",
        "estimated",
        "ambiguous, or not resolved",
        "this call but not the note",
    ):
        assert said in words


# ------------------------------------------------------------------------------------------------------ no surprises


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", [MALLEY, MALLEY + "#p27", MILLENDER, MALLEY + "exchange/", ""])
def test_nothing_moves_while_the_page_loads(page, built_site, place, width):
    page.add_init_script(SHIFTS)
    open_at(page, built_site, place, width)
    page.wait_for_timeout(150)
    # A busy machine may paint the bar before its last pixel is settled; a hundred times that would still be "good".
    assert sum(shift[0] for shift in page.evaluate("() => window.shifts")) < 0.005


def test_nothing_moves_when_a_place_is_marked_or_the_page_goes_dark(page, built_site):
    page.add_init_script(SHIFTS)
    open_at(page, built_site, MALLEY, 1440)
    page.locator("#p27 a[href='#p11']").first.click()
    before = page.evaluate(BOX, "#p12")
    page.locator("button.lamp").click()
    page.wait_for_timeout(150)
    assert page.evaluate(BOX, "#p12") == before
    assert page.evaluate("() => window.shifts") == []


@pytest.mark.parametrize(
    "place",
    [
        MALLEY,
        MALLEY + "exchange/",
        MALLEY + "authorities/",
        MALLEY + "source/",
        "",
        "guide/reading/",
    ],
)
def test_at_400_percent_nothing_has_to_be_scrolled_sideways(page, built_site, place):
    open_at(page, built_site, place, 320, 256)  # 1280 by 1024, enlarged fourfold
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    if place == MALLEY:
        assert page.evaluate(BOX, ".run")["bottom"] - page.evaluate(BOX, ".run")["top"] < 50


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (768, "light"), (1440, "dark")])
@pytest.mark.parametrize(
    "place",
    [
        MALLEY + "#p11",
        MILLENDER,
        MALLEY + "exchange/",
        MALLEY + "authorities/",
        MALLEY + "source/",
        "",
        "guide/reading/",
    ],
)
def test_no_barrier_that_axe_knows_in_light_and_dark(page, built_site, place, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme=scheme)
    open_at(page, built_site, place, width)
    if place == MALLEY + "#p11" and width < 1200:
        page.locator("#fnref-4 a").click()
        assert page.locator(".note-here").is_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_the_page_is_light_on_the_line(built_site):
    path = built_site.path / MALLEY / "index.html"
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
    packed = len(gzip.compress(path.read_bytes()))
    assert packed <= 60_000
    loaded = [str(e["href"]) for e in soup.find_all("link", rel="stylesheet")]
    loaded += [str(e["src"]) for e in soup.find_all("script", src=True)]
    files = [built_site.path / urlsplit(urljoin(f"/{MALLEY}", name)).path[1:] for name in loaded]
    assert sum(len(gzip.compress(f.read_bytes())) for f in files) <= 40_000


# ------------------------------------------------------------------------------------------------------ paper


def test_paper_has_the_text_and_its_numbers_and_nothing_to_click(page, built_site):
    page.emulate_media(color_scheme="dark")
    open_at(page, built_site, MALLEY + "#p11", 1440)
    page.emulate_media(media="print", color_scheme="dark")
    for gone in (
        ".bar",
        ".outline-wide",
        ".outline-narrow",
        ".run",
        ".skip",
        ".legend",
        ".lost-note",
    ):
        assert not page.locator(gone).first.is_visible(), gone
    assert style(page, "#p3", "fontSize") == "14px"  # 10.5 pt
    assert style(page, "#p3", "color") == "rgb(33, 30, 26)"
    assert style(page, "#p11", "backgroundColor") == "rgba(0, 0, 0, 0)"
    number, text = page.evaluate(BOX, "#p11 > a"), page.evaluate(BOX, "#p11")
    assert number["left"] >= 0
    assert number["right"] <= text["left"]


def test_paper_lists_every_outside_address_once(page, built_site):
    case = json.loads((built_site.path / MALLEY / "case.json").read_text(encoding="utf-8"))
    wanted = {r["url"].partition("#")[0] for r in case["references"] if r["url"] and not r["case"]}
    open_at(page, built_site, MALLEY, 1440)
    assert not page.locator(".web").is_visible()
    page.emulate_media(media="print")
    lines = page.locator(".web li").all_inner_texts()
    listed = [line.rpartition(": ")[2] for line in lines]
    assert len(wanted) > 10
    assert sorted(listed) == sorted(wanted)
    assert any(
        re.match(r"Harlow v\. Fitzgerald, 457 U\.S\. 800 \(1982\) \(¶¶ 5, ", line) for line in lines
    )


def test_paper_says_where_the_page_is_and_when_it_was_built(page, built_site):
    open_at(page, built_site, MALLEY + "#p11", 1440)
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    address = page.locator(".address").inner_text()
    assert re.fullmatch(
        re.escape(built_site.url + MALLEY) + r" · built on \d{4}-\d\d-\d\d", address
    )
