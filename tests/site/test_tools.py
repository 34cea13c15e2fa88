"""Copying, the keyboard, editors' notes and terms of art, as a reader uses them."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.kit import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MALLEY = "opinions/malley-v-briggs/"
LAMP = "opinions/lamp-co-v-board/"
# A text with star pages, a footnote, nested quotation marks and a block quote.
OPINION = """\
Syllabus
Held: A private lamp is no harbor light.
JUSTICE WHITE delivered the opinion of the Court.
The lamp burns on a private wharf, and certiorari was granted.[*341] The Board ordered it put out. Is a lamp a light?
The Court below said that "a lamp is a 'light' by its nature." 1 The owner's lamp is lit.[*342] We cannot agree.
The Act provides:
"No person shall keep a harbor light without leave of the Board.
and says nothing of lamps.
It follows that the order was void.
<dissent author="POWELL" text="TRUE">
DISSENT BY: POWELL
JUSTICE POWELL, dissenting.
A lamp is a light.[*343] I would deny certiorari.
"""
NOTES = """\
- {at: p1, exact: A PRIVATE WHARF, kind: explains, author: A. Reader, body: "See <b>[¶ 2](#p2)</b>."}
- {at: p2, exact: words that are not there any more, kind: questions, author: A. Reader, body: Why?}
- {at: p77, exact: of a paragraph that is gone, kind: updates, author: A. Reader, body: See now.}
"""
GLOSSARY = "- term: certiorari\n  definition: An order by which a higher court takes up a case.\n"
FACTS = "name: Lamp Co. v. Board\ncitation: 500 U.S. 340\ndecided: 1991-03-05\n"
SELECT = """([from, first, to, last]) => {
  const spot = (id, words, end) => {
    const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    for (let n; (n = walk.nextNode());) {
      const at = n.data.indexOf(words);
      if (at >= 0) return [n, end ? at + words.length : at];
    }
    throw new Error(`${words} is not in ${id}`);
  };
  const range = document.createRange();
  range.setStart(...spot(from, first, false));
  range.setEnd(...spot(to, last, true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@dataclass(frozen=True)
class Site:
    """Its address, ending in a slash, and the folder that is served there."""

    url: str
    path: Path


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        pass


@pytest.fixture(scope="session")
def lamp_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of one opinion with star pages, notes of every fate and a glossary."""
    tree = tmp_path_factory.mktemp("lamp")
    folder = tree / "site_src" / LAMP
    folder.mkdir(parents=True)
    (folder / "opinion.txt").write_text(OPINION, encoding="utf-8")
    (folder / "case.yml").write_text(FACTS, encoding="utf-8")
    (folder / "notes.yml").write_text(NOTES, encoding="utf-8")
    (tree / "site_src/glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    (tree / "docs").mkdir()
    (tree / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    shutil.copytree(ROOT / "templates", tree / "templates")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"(?m)^nav:.*\n(?:[ #].*\n|\n)*", "", config)
    (tree / "mkdocs.yml").write_text(config, encoding="utf-8")
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if build.returncode:
        pytest.fail(build.stdout + build.stderr, pytrace=False)
    handler = functools.partial(_QuietHandler, directory=str(tree / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(f"http://127.0.0.1:{server.server_port}/", tree / "site")
        server.shutdown()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page that may use the clipboard."""
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1440, "height": 900}
    )
    yield context.new_page()
    context.close()


def clipboard(page: Page) -> str:
    return str(page.evaluate("() => navigator.clipboard.readText()"))


def copied(page: Page, block: str, what: str) -> str:
    """What one choice of the menu of a paragraph puts on the clipboard."""
    page.evaluate("() => navigator.clipboard.writeText('nothing')")
    page.locator(f"#{block}").hover(position={"x": 40, "y": 10})
    page.locator(f"#{block} button.copy").click()
    page.locator(".copy-menu button", has_text=what).click()
    page.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent.includes('copied')"
    )
    page.keyboard.press("Escape")
    return clipboard(page)


def in_force(page: Page) -> Any:
    """The id of the paragraph or writing that has the focus."""
    return page.evaluate(
        "() => (document.activeElement.closest('[id]') || {}).id && document.activeElement.closest('.par, h2').id"
    )


# ------------------------------------------------------------------------------------------------- copying


def test_the_address_of_a_paragraph(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP + "?x=1#p2")
    assert copied(reader, "p1", "Link") == lamp_site.url + LAMP + "?x=1#p1"


@pytest.mark.parametrize(
    ("block", "citation"),
    [
        ("p1", "Lamp Co. v. Board, 500 U.S. 340, 340–41 (1991)"),
        ("p2", "Lamp Co. v. Board, 500 U.S. 340, 341–42 (1991)"),
        ("p4", "Lamp Co. v. Board, 500 U.S. 340, 342 (1991)"),
        ("p5", "Lamp Co. v. Board, 500 U.S. 340, 342–43 (1991) (Powell, J., dissenting)"),
    ],
)
def test_the_citation_with_its_pages(reader, lamp_site, block, citation):
    reader.goto(lamp_site.url + LAMP)
    assert copied(reader, block, "Citation") == citation


def test_the_syllabus_is_not_cited(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    reader.locator("#syllabus-1").hover(position={"x": 40, "y": 10})
    reader.locator("#syllabus-1 button.copy").click()
    assert reader.locator(".copy-menu button").all_inner_texts()[0].startswith("Link")
    assert reader.locator(".copy-menu button").count() == 1
    assert "not cited" in reader.locator(".copy-menu").inner_text()


def test_every_citation_of_the_seed_is_that_of_the_generator(reader, built_site):
    """The script puts the parts together as Python does, for each paragraph of the page."""
    from generator.casefile import load_case_info
    from generator.convert import convert_file
    from generator.render.pincites import pincites

    folder = ROOT / "site_src" / MALLEY
    case = convert_file(
        folder / "opinion.txt", "malley-v-briggs", load_case_info(folder / "case.yml")
    )
    parts = pincites(case)
    reader.goto(built_site.url + MALLEY)
    shown = {}
    for block in case.blocks:
        if block.number:
            reader.evaluate("id => document.querySelector(`#${id} button.copy`).click()", block.id)
            row = reader.locator(".copy-menu button", has_text="Citation").locator("span")
            shown[block.id] = row.text_content()
            reader.keyboard.press("Escape")
    assert shown == {b.id: parts.of(b) for b in case.blocks if b.number}
    assert shown["p11"] == "Malley v. Briggs, 475 U.S. 335, ¶ 11 (1986) (Pincite ed.)"


def test_a_short_quotation_stands_in_marks_with_its_citation(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    assert copied(reader, "p4", "Quotation") == (
        "“It follows that the order was void,” Lamp Co. v. Board, 500 U.S. 340, 342 (1991)"
    )


def test_marks_within_a_quotation_turn_single_and_a_note_s_call_is_left_out(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    assert copied(reader, "p2", "Quotation") == (
        "“The Court below said that ‘a lamp is a “light” by its nature.’ The owner’s lamp is lit. We cannot "
        "agree,” Lamp Co. v. Board, 500 U.S. 340, 341–42 (1991) (footnote omitted)"
    )


def test_a_question_keeps_its_mark(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    assert copied(reader, "p1", "Quotation").startswith(
        "“The lamp burns on a private wharf, and certiorari was granted. The Board ordered it put out. "
        "Is a lamp a light?” Lamp Co."
    )


def test_a_long_quotation_is_a_block_without_marks(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    text = copied(reader, "p11", "Quotation")
    assert text.startswith("Nor are we moved by petitioner’s argument")
    assert text.endswith(
        "immunity should be recognized.\n\n"
        "Malley v. Briggs, 475 U.S. 335, ¶ 11 (1986) (Pincite ed.) (footnote omitted)."
    )
    assert "“avoid excessive disruption" in text
    assert "l. 17" not in text
    assert "Quoted in" not in text
    assert "al-Kidd" not in text  # the note below is not the Court's


def test_a_paragraph_is_quoted_with_its_block_quote(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    text = copied(reader, "p32", "Quotation")
    first, second, citation = text.split("\n\n")
    assert first.startswith("We have affirmed")
    assert second.startswith("“The prominent place")
    assert citation.startswith(
        "Malley v. Briggs, 475 U.S. 335, ¶ 32 (1986) (Pincite ed.) (Powell, J., "
    )


@pytest.mark.parametrize(
    ("where", "words", "pin"),
    [
        (
            ("p1", "The Board ordered", "p1", "put out."),
            "The Board ordered it put out,",
            "341 (1991)",
        ),
        (("p1", "burns", "p1", "private wharf"), "burns on a private wharf,", "340 (1991)"),
        (("p2", "We cannot", "p2", "agree."), "We cannot agree,", "342 (1991)"),
        (
            ("p1", "Is a lamp", "p2", 'by its nature."'),
            "Is a lamp a light? The Court below said that ‘a lamp is a “light” by its nature,’",
            "341 (1991)",
        ),
        (("p5", "I would", "p5", "deny"), "I would deny,", "343 (1991) (Powell, J., dissenting)"),
        (
            ("p2", "The owner", "p2", "We cannot agree."),
            "The owner’s lamp is lit. We cannot agree,",
            "341–42 (1991)",
        ),
    ],
)
def test_a_selection_is_quoted_with_the_pages_that_it_spans(reader, lamp_site, where, words, pin):
    reader.goto(lamp_site.url + LAMP)
    reader.evaluate(SELECT, list(where))
    reader.get_by_role("button", name="Copy quotation").click()
    reader.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent.includes('copied')"
    )
    assert clipboard(reader) == f"“{words}” Lamp Co. v. Board, 500 U.S. 340, {pin}"


def test_a_selection_over_paragraphs_without_pages_names_both(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    reader.evaluate(SELECT, ["p9", "state officers", "p10", "qualifiedly immune"])
    reader.get_by_role("button", name="Copy citation").click()
    reader.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent.includes('copied')"
    )
    assert clipboard(reader) == "Malley v. Briggs, 475 U.S. 335, ¶¶ 9–10 (1986) (Pincite ed.)"


def test_what_is_not_one_opinion_s_is_not_offered(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    reader.evaluate(SELECT, ["p4", "It follows", "p5", "A lamp"])
    reader.wait_for_timeout(400)
    assert reader.locator(".copy-bar").count() == 0
    reader.evaluate(SELECT, ["syllabus-1", "A private", "syllabus-1", "lamp"])
    reader.wait_for_timeout(400)
    assert reader.locator(".copy-bar").count() == 0


def test_without_the_clipboard_s_interface_copying_still_works(browser, lamp_site):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page = context.new_page()
    page.goto(lamp_site.url + LAMP)
    page.evaluate(
        "() => document.addEventListener('copy', () => { window.kept = document.activeElement.value; })"
    )
    page.locator("#p4 button.copy").click()
    page.locator(".copy-menu button", has_text="Citation").click()
    page.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent === 'Citation copied'"
    )
    assert page.evaluate("() => window.kept") == "Lamp Co. v. Board, 500 U.S. 340, 342 (1991)"
    context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_the_menu_is_quiet_moves_nothing_and_is_reached_by_key(browser, lamp_site, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(lamp_site.url + LAMP)
    page.mouse.move(0, 0)
    button = page.locator("#p1 button.copy")
    assert float(button.evaluate("e => getComputedStyle(e).opacity")) == 0
    places = "() => [...document.querySelectorAll('.par')].map(e => e.getBoundingClientRect().top + scrollY)"
    before = page.evaluate(places)
    page.locator("#p1 > a").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Copy ¶ 1"
    page.wait_for_function("() => getComputedStyle(document.activeElement).opacity === '1'")
    page.keyboard.press("Enter")
    menu = page.get_by_role("dialog", name="Copy ¶ 1")
    box = menu.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.textContent").startswith("Citation")
    assert page.evaluate(places) == before
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    page.keyboard.press("Escape")
    assert page.locator(".copy-menu").count() == 0
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Copy ¶ 1"
    context.close()


# ------------------------------------------------------------------------------------------------- keyboard


def test_keys_lead_from_paragraph_to_paragraph(reader, built_site):
    reader.goto(built_site.url + MALLEY + "#p13")
    reader.locator("#p13 > a").first.focus()
    reader.keyboard.press("j")
    assert in_force(reader) == "p14"
    reader.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent === '¶ 14'"
    )
    box = reader.locator("#p14").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 200
    reader.keyboard.press("j")
    reader.keyboard.press("j")
    reader.keyboard.press("k")
    assert in_force(reader) == "p15"
    # The Tab key goes on from there.
    reader.keyboard.press("Tab")
    assert reader.evaluate("() => document.activeElement.closest('.par').id") == "p15"


def test_keys_begin_where_the_reader_is(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    reader.evaluate("() => document.getElementById('p17').scrollIntoView()")
    reader.keyboard.press("j")
    assert in_force(reader) == "p18"


def test_keys_lead_from_writing_to_writing(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    reader.keyboard.press("]")
    assert in_force(reader) == "majority"
    reader.keyboard.press("]")
    assert in_force(reader) == "powell"
    reader.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent.includes('Powell')"
    )
    reader.keyboard.press("[")
    assert in_force(reader) == "majority"


def test_keys_do_nothing_with_modifiers_and_where_one_writes(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    for key in ("Control+j", "Alt+j", "Meta+j"):
        reader.keyboard.press(key)
        assert reader.evaluate("() => document.activeElement === document.body")
    reader.evaluate("() => document.querySelector('main').prepend(document.createElement('input'))")
    reader.locator("main input").focus()
    reader.keyboard.type("jk?")
    assert reader.evaluate("() => document.activeElement.value") == "jk?"
    assert reader.locator("dialog").count() == 0


def test_the_list_of_keys_holds_the_focus_and_gives_it_back(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    reader.locator("#p3 > a").first.focus()
    reader.keyboard.press("?")
    dialog = reader.get_by_role("dialog", name="Keyboard")
    for key in ("j", "k", "[", "]", "/", "?"):
        assert key in dialog.locator("kbd").all_inner_texts()
    for _ in range(8):
        reader.keyboard.press("Tab")
        assert reader.evaluate(
            "() => document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    reader.keyboard.press("j")
    assert dialog.is_visible()
    reader.keyboard.press("Escape")
    assert dialog.count() == 0 or not dialog.is_visible()
    assert in_force(reader) == "p3"


def test_single_keys_can_be_switched_off_for_good(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    reader.locator(".keys-open").click()
    reader.get_by_label("Single keys work on this site").uncheck()
    reader.get_by_role("button", name="Close").click()
    reader.reload()
    reader.keyboard.press("j")
    reader.keyboard.press("?")
    assert reader.locator("dialog").count() == 0
    assert reader.evaluate("() => document.activeElement === document.body")
    reader.locator(".keys-open").click()
    reader.get_by_label("Single keys work on this site").check()
    reader.get_by_role("button", name="Close").click()
    reader.keyboard.press("[")
    assert in_force(reader) == "powell"


def test_the_slash_leads_to_the_search_box(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    reader.evaluate("() => document.querySelector('main').prepend(document.createElement('input'))")
    reader.evaluate("() => { document.querySelector('main input').type = 'search'; }")
    reader.keyboard.press("/")
    assert reader.evaluate("() => document.activeElement.type") == "search"
    assert reader.evaluate("() => document.activeElement.value") == ""


def test_the_key_c_copies_what_is_selected(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    reader.evaluate(SELECT, ["p4", "the order", "p4", "void."])
    reader.keyboard.press("c")
    reader.wait_for_function(
        "() => document.querySelector('.sr[role=status]').textContent === 'Quotation copied'"
    )
    assert clipboard(reader) == "“the order was void,” Lamp Co. v. Board, 500 U.S. 340, 342 (1991)"


# ------------------------------------------------------------------------------------------------- notes


@pytest.mark.parametrize("scripts", [True, False])
def test_notes_are_there_with_and_without_script(browser, lamp_site, scripts):
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(lamp_site.url + LAMP)
    notes = page.locator(".note-ed")
    assert notes.count() == 3
    assert all(notes.nth(k).is_visible() for k in range(3))
    assert "not the Court" in notes.nth(0).inner_text()
    assert "<b>" in notes.nth(0).inner_text()
    assert page.locator("mark.noted").all_inner_texts() == ["a private wharf"]
    assert "words that are not there any more" in notes.nth(1).inner_text()
    assert page.locator(".strays .note-ed").count() == 1
    context.close()


def test_notes_can_be_put_away_and_stay_away(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    first = reader.locator(".note-ed").first
    ground = "() => getComputedStyle(document.querySelector('mark.noted')).backgroundImage"
    assert first.is_visible()
    assert "gradient" in reader.evaluate(ground)
    reader.keyboard.press("n")
    assert not first.is_visible()
    assert reader.evaluate(ground) == "none"
    reader.reload()
    assert not reader.locator(".note-ed").first.is_visible()
    reader.keyboard.press("n")
    assert reader.locator(".note-ed").first.is_visible()


def test_the_page_names_its_annotations(reader, built_site):
    reader.goto(built_site.url + MALLEY)
    link = reader.locator("link[rel=alternate][type='application/ld+json']")
    address = link.evaluate("e => e.href")
    data = json.loads((built_site.path / MALLEY / "notes.jsonld").read_text(encoding="utf-8"))
    assert address == built_site.url + MALLEY + "notes.jsonld"
    for item in data["first"]["items"]:
        place = item["id"].removeprefix("./#")
        assert reader.locator(f"aside#{place}").count() == 1
        words = item["target"]["selector"]["refinedBy"]["exact"]
        block = reader.locator(f"#{item['target']['selector']['value']}").first
        shown = re.sub(r"\W+", "", block.text_content() or "")
        assert re.sub(r"\W+", "", words) in shown


# ------------------------------------------------------------------------------------------------- terms


def test_a_term_has_a_card_for_pointer_and_keyboard(reader, lamp_site):
    reader.goto(lamp_site.url + LAMP)
    terms = reader.locator("a.term")
    assert terms.all_inner_texts() == ["certiorari", "certiorari"]  # once in each writing
    assert terms.first.get_attribute("title") is None
    card = reader.locator(".term-card")
    terms.first.hover()
    card.wait_for()
    assert "takes up a case" in card.inner_text()
    # The pointer may go to the card, and Escape puts it away (WCAG 1.4.13).
    card.hover()
    reader.wait_for_timeout(500)
    assert card.is_visible()
    reader.keyboard.press("Escape")
    assert card.count() == 0
    reader.mouse.move(0, 0)
    terms.last.focus()
    card.wait_for()
    assert terms.last.evaluate(
        "e => document.getElementById(e.getAttribute('aria-describedby')).textContent"
    )
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/glossary/#certiorari")
    assert reader.locator("h2#certiorari").is_visible()


def test_without_script_a_term_leads_to_the_glossary_and_says_what_it_means(browser, lamp_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lamp_site.url + LAMP)
    term = page.locator("a.term").first
    assert term.get_attribute("title") == "An order by which a higher court takes up a case."
    term.click()
    page.wait_for_url("**/glossary/#certiorari")
    assert page.locator(".term-uses a").count() == 2
    assert page.locator("button.copy").count() == 0
    assert page.locator(".keys-open").is_hidden()
    context.close()


def test_a_finger_opens_the_card_first(browser, lamp_site):
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(lamp_site.url + LAMP)
    page.locator("a.term").first.tap()
    page.locator(".term-card").wait_for()
    assert page.url.endswith(LAMP)
    page.locator(".term-card a").tap()
    page.wait_for_url("**/glossary/#certiorari")
    context.close()


# ------------------------------------------------------------------------------------------------- all of it


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_no_barrier_that_axe_knows_with_everything_open(browser, lamp_site, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()

    def free() -> None:
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()

    page.goto(lamp_site.url + LAMP)
    page.locator("#p1 button.copy").click()
    page.wait_for_timeout(200)
    free()
    page.keyboard.press("Escape")
    page.locator("a.term").first.focus()
    free()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    free()
    page.goto(lamp_site.url + "glossary/")
    free()
    context.close()


def test_the_tools_are_light(built_site):
    import gzip

    theme = [
        *(built_site.path / "js" / f"{name}.js" for name in ("copy", "keys", "terms")),
        built_site.path / "css/tools.css",
    ]
    assert sum(len(gzip.compress(p.read_bytes())) for p in theme) <= 10_240
