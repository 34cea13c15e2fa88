"""Footnotes beside their calls, and what a reader finds where a reference leads, in a real browser."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import BuiltSite, _QuietHandler
from tests.kit import ROOT

MALLEY = "opinions/malley-v-briggs/"
MILLENDER = "opinions/messerschmidt-v-millender/"
FERRY = "opinions/ferry-co-v-keeper/"
WIDE, NARROW = {"width": 1440, "height": 1000}, {"width": 360, "height": 740}

BOX = """selector => { const box = document.querySelector(selector).getBoundingClientRect();
  return { left: box.left, right: box.right, top: box.top, bottom: box.bottom, height: box.height }; }"""
BESIDE = """() => [...document.querySelectorAll('.beside')].map(note => { const box = note.getBoundingClientRect();
  return { left: box.left, right: box.right, text: note.textContent,
           top: box.top + scrollY, bottom: box.bottom + scrollY }; })
  .sort((a, b) => a.top - b.top)"""
# How far below the line of its call the first line of a note stands, in px.
OFF_LINE = """([call, note]) => {
  const bottom = (element, first) => { const range = document.createRange();
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node; while ((node = walk.nextNode())) {
      if (!node.data.trim() || node.parentElement.closest('a[href^="source"], .note-more')) continue;
      range.setStart(node, node.data.search(/\\S/)); range.setEnd(node, node.data.search(/\\S/) + 1);
      break; }
    return range.getBoundingClientRect().bottom; };
  const before = document.querySelector(call).previousSibling, range = document.createRange();
  range.setStart(before, before.data.length - 1); range.setEnd(before, before.data.length);
  return bottom(document.querySelector(note)) - range.getBoundingClientRect().bottom; }"""


@pytest.fixture(scope="session")
def noted_site(tmp_path_factory):
    """The site of one case that has its notes: short ones close together, and one too long for the margin."""
    tree = tmp_path_factory.mktemp("noted")
    for part in ("mkdocs.yml", "templates"):
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, tree / part)
    shutil.copytree(ROOT / "docs" / "guide", tree / "docs" / "guide")
    shutil.copy2(ROOT / "docs" / "index.md", tree / "docs" / "index.md")
    case = Path(__file__).parent / "fixtures" / "ferry-co-v-keeper"
    shutil.copytree(case, tree / "site_src" / "opinions" / case.name)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "86400"}
    command = [sys.executable, "-m", "mkdocs", "build"]
    build = subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, text=True, check=False
    )
    if build.returncode:
        pytest.fail(build.stdout + build.stderr, pytrace=False)
    handler = functools.partial(_QuietHandler, directory=str(tree / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield BuiltSite(f"http://127.0.0.1:{server.server_port}/", tree / "site")
        server.shutdown()


def opened(page, site, place, size):
    page.set_viewport_size(size)
    page.goto(site.url + place)
    return page


@pytest.fixture
def plain_page(browser):
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# ------------------------------------------------------------------------------------------------------ in the margin


def test_each_note_stands_on_the_line_of_its_call(page, noted_site):
    opened(page, noted_site, FERRY, WIDE)
    for number in (1, 2, 4, 6):
        assert abs(page.evaluate(OFF_LINE, [f"#fnref-{number}", f"#fn-{number}"])) <= 3, number
    assert page.evaluate(BOX, "#fn-1")["left"] > page.evaluate(BOX, "#p1")["right"]
    assert page.evaluate(OFF_LINE, ["#douglas-fnref-7", "#douglas-fn-7"]) <= 3


@pytest.mark.parametrize("width", [1200, 1440, 1920])
def test_notes_do_not_overlap_and_follow_their_calls(page, noted_site, width):
    opened(page, noted_site, FERRY, {"width": width, "height": 900})
    boxes = page.evaluate(BESIDE)
    notes = [box["text"].partition("[")[2][:1] for box in boxes]
    assert [n for n in notes if n] == list("123467")  # between them the marks that say who answers
    for above, below in pairwise(boxes):
        assert above["bottom"] <= below["top"]
    assert all(box["right"] <= width for box in boxes)


def test_who_answers_a_note_is_said_in_its_box_and_listed_over_the_next(page, noted_site):
    opened(page, noted_site, FERRY, {"width": 1200, "height": 900})
    note = page.locator(".beside", has=page.locator("#fn-6"))
    mark = note.locator("details.answers")
    assert "Douglas" in mark.inner_text()
    inside, box = mark.bounding_box(), note.bounding_box()
    assert box["x"] <= inside["x"]
    assert inside["x"] + inside["width"] <= box["x"] + box["width"] <= 1200
    mark.locator("summary").click()
    listed = mark.locator("ul").bounding_box()
    assert listed["x"] + listed["width"] <= 1200
    assert listed["y"] >= inside["y"] + inside["height"] or listed["y"] < inside["y"]
    at = [listed["x"] + listed["width"] - 10, listed["y"] + listed["height"] - 10]
    assert page.evaluate(
        "([x, y]) => !!document.elementFromPoint(x, y).closest('.answers > ul')", at
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 1200


def test_notes_hold_still_and_leave_no_hole(page, noted_site):
    opened(page, noted_site, FERRY, WIDE)
    before = page.evaluate(BESIDE)
    page.mouse.wheel(0, 400)
    page.locator("button.lamp").click()
    page.reload()
    assert page.evaluate(BESIDE) == before
    assert page.evaluate(BOX, ".notes")["height"] == 0


def test_a_long_note_is_cut_and_opens_over_the_next_without_moving_it(page, noted_site):
    opened(page, noted_site, FERRY, {"width": 1200, "height": 2400})
    long, following = ".beside:has(#fn-4)", page.evaluate(BOX, "#fn-6")
    assert page.evaluate(BOX, long)["bottom"] <= following["top"]
    more = page.get_by_role("button", name="The whole note")
    assert more.get_attribute("aria-expanded") == "false"
    more.click()
    assert page.evaluate(BOX, "#fn-4-c1")["bottom"] <= page.evaluate(BOX, long)["bottom"]
    assert page.evaluate(BOX, long)["bottom"] > following["top"]
    assert page.evaluate(BOX, "#fn-6") == following
    page.keyboard.press("Escape")
    assert page.evaluate(BOX, long)["bottom"] <= following["top"]


def test_a_call_points_its_note_out_without_leaving_the_place(page, noted_site):
    opened(page, noted_site, FERRY, WIDE)
    page.locator("#fnref-2 a").click()
    assert page.locator(".beside.called #fn-2").count() == 1
    assert page.evaluate("() => scrollY") == 0
    page.locator("#fnref-1 a").focus()
    page.keyboard.press("Enter")
    assert (
        page.evaluate("() => document.activeElement.hash") == "#fnref-1"
    )  # the note's label, which leads back
    assert page.locator(".beside.called #fn-1").count() == 1


def test_an_address_that_names_a_note_finds_it_in_the_margin(page, noted_site):
    opened(page, noted_site, FERRY + "#douglas-fn-7", {"width": 1440, "height": 500})
    box = page.evaluate(BOX, "#douglas-fn-7")
    assert 0 <= box["top"] <= box["bottom"] <= 500


def test_the_margin_says_where_a_note_is_lacking(page, built_site):
    opened(page, built_site, MALLEY, WIDE)
    case = json.loads((built_site.path / MALLEY / "case.json").read_text(encoding="utf-8"))
    calls = [c for b in case["blocks"] for c in b.get("calls", []) if not c["note"]]
    assert page.locator(".lost-note").count() == len(calls) == 18
    said = page.locator(".lost-note").first
    assert said.inner_text() == "1 The source has this call but not the note."
    boxes = page.evaluate(BESIDE)
    for above, below in pairwise(boxes):
        assert above["bottom"] <= below["top"]


def test_what_others_put_beside_a_paragraph_finds_its_place_among_the_notes(page, noted_site):
    def with_two_more(route):
        html = route.fetch().text()
        more = "".join(f'<p class="more" data-beside="p{n}">Beside {n}</p>' for n in (1, 2))
        route.fulfill(
            body=html.replace("</section>", more + "</section>", 1), content_type="text/html"
        )

    page.route("**/" + FERRY, with_two_more)
    opened(page, noted_site, FERRY, WIDE)
    boxes = page.evaluate(BESIDE)
    assert [b["text"] for b in boxes if b["text"].startswith("Beside")] == ["Beside 1", "Beside 2"]
    for above, below in pairwise(boxes):
        assert above["bottom"] <= below["top"]
    assert (
        abs(page.evaluate(BOX, "[data-beside=p2]")["top"] - page.evaluate(BOX, "#p2")["top"]) < 12
    )


def test_a_window_that_grows_narrow_gets_its_notes_at_the_end_again(page, noted_site):
    opened(page, noted_site, FERRY, WIDE)
    page.set_viewport_size(NARROW)
    assert (
        page.evaluate(BOX, "#fn-1")["top"] > page.evaluate(BOX, "#majority-disposition")["bottom"]
    )
    assert page.locator("#fn-4-c1").is_visible()
    page.set_viewport_size(WIDE)
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.beside')).position === 'absolute'"
    )
    assert abs(page.evaluate(OFF_LINE, ["#fnref-1", "#fn-1"])) <= 3


# ------------------------------------------------------------------------------------------------------ in place


@pytest.mark.parametrize("width", [360, 768])
def test_a_tap_opens_the_note_under_the_line_and_another_closes_it(page, noted_site, width):
    opened(page, noted_site, FERRY, {"width": width, "height": 2400})
    call, rest = page.evaluate(BOX, "#fnref-1"), page.evaluate(BOX, "#p1")
    page.locator("#fnref-1 a").click()
    note = page.evaluate(BOX, ".note-here")
    assert "The bridge was built in 1869." in page.locator(".note-here").inner_text()
    assert call["bottom"] <= note["top"] <= call["bottom"] + 40
    assert abs(note["left"] - rest["left"]) < 1
    assert (
        page.evaluate(BOX, "#fnref-1")["top"] == call["top"]
    )  # the line itself goes on undisturbed
    assert page.locator("#fnref-1 a").get_attribute("aria-expanded") == "true"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.locator("#fnref-1 a").click()
    assert page.locator(".note-here").count() == 0
    assert page.evaluate(BOX, "#p1") == rest
    assert "#fn-1" not in page.url


def test_the_keyboard_opens_and_closes_it_too(page, noted_site):
    opened(page, noted_site, FERRY, NARROW)
    page.locator("#fnref-4 a").focus()
    page.keyboard.press("Enter")
    here = page.locator(".note-here")
    assert "forty-one witnesses" in here.inner_text()
    assert "The committee's draft" in here.inner_text()
    page.keyboard.press("Tab")
    assert (
        page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Close note 4"
    )
    page.keyboard.press("Escape")
    assert here.count() == 0
    assert page.evaluate("() => document.activeElement.hash") == "#fn-4"


def test_a_lacking_note_is_said_in_place(page, built_site):
    opened(page, built_site, MALLEY, NARROW)
    page.locator("#fnref-3 a").click()
    assert "The source has this call but not the note." in page.locator(".note-here").inner_text()


def test_no_id_stands_twice_when_a_note_is_open(page, noted_site):
    opened(page, noted_site, FERRY, NARROW)
    page.locator("#fnref-2 a").click()
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


def test_an_open_note_is_copied_alone_but_not_within_a_sentence(browser, noted_site):
    context = browser.new_context(viewport={"width": 360, "height": 2400})
    context.grant_permissions(
        ["clipboard-read", "clipboard-write"], origin=noted_site.url.rstrip("/")
    )
    page = context.new_page()
    page.goto(noted_site.url + FERRY)
    page.locator("#fnref-1 a").click()
    box = page.evaluate(BOX, "#p1")
    page.mouse.move(box["left"] + 1, box["top"] + 32)
    page.mouse.down()
    page.mouse.move(box["right"] - 2, box["bottom"] - 4, steps=5)
    page.mouse.up()
    page.keyboard.press("Control+c")
    sentence = page.evaluate("() => navigator.clipboard.readText()")
    assert "The keeper of a bridge" in sentence
    assert "The Ferry Company paid" in sentence
    assert "1869" not in sentence
    assert "502" not in sentence
    page.locator(".note-par").click(click_count=3)
    page.keyboard.press("Control+c")
    assert "The bridge was built in 1869." in page.evaluate("() => navigator.clipboard.readText()")
    context.close()


# ------------------------------------------------------------------------------------------------------ at the end


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_without_javascript_the_notes_stand_at_the_end_with_links_both_ways(
    plain_page, noted_site, size
):
    page = opened(plain_page, noted_site, FERRY, size)
    assert (
        page.evaluate(BOX, "#fn-1")["top"] > page.evaluate(BOX, "#majority-disposition")["bottom"]
    )
    page.locator("#fnref-4 a").click()
    assert page.url.endswith("#fn-4")
    assert page.locator("#fn-4").is_visible()
    page.locator("#fn-4 a[href='#fnref-4']").click()
    assert page.url.endswith("#fnref-4")


def test_on_paper_they_stand_at_the_end_of_each_writing(page, noted_site):
    opened(page, noted_site, FERRY, WIDE)
    assert (
        page.evaluate("() => getComputedStyle(document.querySelector('.beside')).position")
        == "absolute"
    )
    page.emulate_media(media="print")
    tops = [
        page.evaluate(BOX, s)["top"]
        for s in (
            "#majority-disposition",
            "#fn-1",
            "#fn-4",
            "#fn-4-c1",
            "#fn-6",
            "#douglas",
            "#p7",
            "#douglas-fn-7",
        )
    ]
    assert tops == sorted(tops)
    assert page.evaluate(BOX, "#fn-1")["left"] == page.evaluate(BOX, "#p1")["left"]
    assert page.locator("#fn-4-c1").is_visible()
    assert not page.locator(".note-more").first.is_visible()
    star, text = page.evaluate(BOX, "#page-503"), page.evaluate(BOX, "#p5")
    assert 0 <= star["left"] < star["right"] < text["left"]
    assert page.locator(".address").text_content().endswith(" · built on 1970-01-02")


# ------------------------------------------------------------------------------------------------------ landing


MEANT = "() => [...document.querySelectorAll('mark.meant')].map(m => m.textContent).join('|')"
DRAWN = """selector => [...document.querySelectorAll(selector)].filter(m =>
  getComputedStyle(m).textDecorationLine === 'underline').map(m => m.textContent)"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_a_reference_lands_with_its_quotation_and_a_way_back(page, built_site, width):
    opened(page, built_site, MALLEY, {"width": width, "height": 800})
    link = page.locator("#p27 a[href='#p11']").first
    link.scroll_into_view_if_needed()
    before = page.evaluate("() => scrollY")
    paragraph = page.evaluate(BOX, "#p12")["top"] - page.evaluate(BOX, "#p11")["top"]
    link.click()
    meant = page.evaluate(MEANT)
    assert "ample protection to all but the plainly incompetent" in meant.replace("|", "")
    assert "Nor are we moved" not in meant
    assert page.evaluate(BOX, "#p12")["top"] - page.evaluate(BOX, "#p11")["top"] == paragraph
    back = page.get_by_role("link", name="back to ¶ 27")
    assert back.is_visible()
    box = page.evaluate(BOX, ".back")
    assert box["left"] >= 0
    assert 0 <= box["top"] < 200
    back.click()
    page.wait_for_function("y => Math.abs(scrollY - y) <= 2", arg=before)
    assert page.locator(".back").count() == 0
    assert page.evaluate("() => document.activeElement.hash") == "#p11"
    assert page.locator("#p27 a.left-here").count() == 1


# The box of the words of an element, or its own when it has none.
INK = """selector => {
  const element = document.querySelector(selector), range = document.createRange();
  range.selectNodeContents(element);
  const box = (element.textContent ? range : element).getBoundingClientRect();
  return { left: box.left, right: box.right, top: box.top, bottom: box.bottom }; }"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_in_the_margin_lies_upon_the_way_back(page, noted_site, width):
    opened(page, noted_site, FERRY + "#p7", {"width": width, "height": 800})
    page.locator("#p7 a[href='#p5']").click()
    page.mouse.move(width / 2, 400)
    names = ["a[href='#p5']", ".back", ".copy", ".page"]
    boxes = [page.evaluate(INK, f"#p5 > {name}") for name in names]
    boxes += [page.evaluate(INK, "#p5 + .answers summary")]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one["right"] <= other["left"] or other["right"] <= one["left"]
            # Two lines, one below the other, share the white between them.
            assert apart or min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) <= 9
    for name in (".back", ".copy"):
        assert page.evaluate(
            """s => { const element = document.querySelector(s), box = element.getBoundingClientRect();
                 return document.elementFromPoint(box.left + box.width / 2, box.bottom - 4) === element; }""",
            f"#p5 > {name}",
        )


def test_the_running_head_covers_all_that_passes_under_it(page, built_site):
    opened(page, built_site, MALLEY + "#p11", NARROW)
    copy = page.evaluate(BOX, "#p11 > .copy")
    page.evaluate("y => scrollBy({ top: y, behavior: 'instant' })", copy["top"] - 6)
    copy = page.evaluate(BOX, "#p11 > .copy")
    seen = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('.run, .copy').className",
        [(copy["left"] + copy["right"]) / 2, copy["top"] + 8],
    )
    assert seen == "run"


def test_each_place_gets_the_words_that_it_quotes(page, built_site):
    opened(page, built_site, MALLEY, WIDE)
    page.locator("#p28 a[href='#p11']").first.click()
    meant = page.evaluate(MEANT)
    assert "no reasonably competent officer would have concluded" in meant
    assert "ample protection" not in meant
    assert page.evaluate(DRAWN, "#p11 mark:not(.meant)") == []


def test_the_other_way_round_the_words_are_marked_that_quote(page, built_site):
    opened(page, built_site, MALLEY, WIDE)
    page.locator("#p11 + .answers summary").click()
    page.locator("#p11 + .answers a[href='#p27']").click()
    assert "ample protection to all but" in page.evaluate(MEANT).replace("|", "")
    assert page.locator("#p27 mark.meant").count() > 0
    assert page.get_by_role("link", name="back to ¶ 11").is_visible()


def test_from_another_case_the_way_back_names_it(page, built_site):
    opened(page, built_site, MILLENDER, WIDE)
    page.locator("#p22 a[href*='malley-v-briggs/#p11']").first.click()
    page.wait_for_url(f"**/{MALLEY}#p11")
    back = page.locator("a.back")
    assert back.inner_text() == "back to Messerschmidt v. Millender ¶ 22"
    assert page.evaluate(MEANT)
    page.reload()
    assert back.is_visible()
    back.click()
    page.wait_for_url(f"**/{MILLENDER}")


def test_the_browsers_own_way_back_takes_the_link_away(page, built_site):
    opened(page, built_site, MALLEY, WIDE)
    page.locator("#p27 a[href='#p11']").first.click()
    page.locator("#p11 + .answers summary").click()
    page.locator("#p11 + .answers a[href='#p28']").click()
    assert page.locator("a.back").inner_text() == "back to ¶ 11"
    page.go_back()
    assert page.locator("a.back").inner_text() == "back to ¶ 27"
    page.go_back()
    assert page.locator("a.back").count() == 0
    page.go_forward()
    assert page.locator("#p11 a.back").inner_text() == "back to ¶ 27"


def test_who_types_an_address_came_from_nowhere(page, built_site):
    opened(page, built_site, MALLEY + "#p11", WIDE)
    assert page.locator("a.back").count() == 0
    drawn = page.evaluate(DRAWN, "#p11 mark.quoted")
    assert "ample protection to all but" in "".join(drawn)


def test_without_javascript_all_quoted_words_of_the_target_are_marked_and_no_others(
    browser, built_site
):
    # The site's scripts are kept away; the test's own may ask for styles.
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(built_site.url + MALLEY + "#p11")
    drawn = page.evaluate(DRAWN, "mark:not(.noted)")
    assert "ample protection to all but" in "".join(drawn)
    assert drawn == page.evaluate(
        "() => [...document.querySelectorAll('#p11 mark:not(.noted)')].map(m => m.textContent)"
    )
    context.close()


def test_the_marks_hold_the_very_words_that_were_found(built_site):
    from bs4 import BeautifulSoup

    case = json.loads((built_site.path / MALLEY / "case.json").read_text(encoding="utf-8"))
    html = (built_site.path / MALLEY / "index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(html, "lxml")
    texts = {block["id"]: block["text"] for block in case["blocks"]}
    found = [q for q in case["quotations"] if q["target"] and q["target"]["case"] == case["slug"]]
    assert found
    for quotation in found:
        start, end = quotation["there"]
        marks = [
            mark.get_text()
            for mark in soup.select(f"#{quotation['target']['block']} mark:not(.noted)")
            if quotation["block"] in str(mark["data-with"]).split()
        ]
        words = texts[quotation["target"]["block"]][start:end]
        assert "".join(words.split()) in "".join("".join(marks).split())
