"""The built site in a real browser, as its reader meets it."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

MALLEY = "opinions/malley-v-briggs/"
MILLENDER = "opinions/messerschmidt-v-millender/"
IN_VIEW = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + 8);
  return box.top >= 0 && box.top < window.innerHeight / 2 && document.getElementById(id).contains(hit);
}"""


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_a_link_to_a_paragraph_shows_that_paragraph_uncovered(page, built_site, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(built_site.url + MALLEY + "#p17")
    assert page.evaluate(IN_VIEW, "p17")
    assert "shield of immunity" in page.locator("#p17").inner_text()
    assert page.locator("#p17").evaluate(
        "e => getComputedStyle(e).backgroundColor"
    ) != page.locator("#p16").evaluate("e => getComputedStyle(e).backgroundColor")


def test_the_same_without_javascript(browser, built_site):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(built_site.url + MALLEY + "#p17")
    box = page.locator("#p17").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 400
    assert page.locator(".outline a[href='#powell']").first.is_visible()
    context.close()


def test_the_outline_leads_to_the_dissent_and_its_parts(page, built_site):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(built_site.url + MALLEY)
    page.locator("nav.outline-wide a[href='#powell-part-ii']").click()
    assert page.evaluate(IN_VIEW, "powell-part-ii")
    page.locator("nav.outline-wide a[href='#majority']").click()
    assert page.evaluate(IN_VIEW, "majority")


def test_the_running_head_says_where_one_is(page, built_site):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(built_site.url + MALLEY + "#p14")
    seen = page.evaluate(
        """() => [...document.querySelectorAll('.run')]
            .filter(e => { const box = e.getBoundingClientRect(); return box.height && box.top <= 70; })
            .map(e => e.innerText.replace(/\\s+/g, ' ').trim()).pop()"""
    )
    assert "for the Court" in seen
    assert "II–C" in seen


def test_copied_text_holds_no_numbers_of_ours(page, built_site):
    page.goto(built_site.url + MALLEY)
    text = page.evaluate(
        """() => { const r = document.createRange(); r.selectNode(document.getElementById('p11'));
             const s = getSelection(); s.removeAllRanges(); s.addRange(r); return s.toString(); }"""
    )
    assert text.strip().startswith("Nor are we moved")
    assert "¶" not in text


def test_a_paragraph_leads_to_its_line_and_the_line_back(page, built_site):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(built_site.url + MALLEY + "#p11")
    page.locator("#p11 a[href='source/#L17']").click()
    page.wait_for_url("**/source/#L17")
    assert page.evaluate(IN_VIEW, "L17")
    page.locator("#L17 a.to").click()
    page.wait_for_url(f"**/{MALLEY}#p11")
    assert page.evaluate(IN_VIEW, "p11")


def test_a_call_without_a_note_says_so(page, built_site):
    page.goto(built_site.url + MALLEY)
    call = page.locator("#fnref-3 a")
    assert call.get_attribute("title") == "The source has this call but not the note."
    call.click()
    assert page.evaluate(IN_VIEW, "about")


def test_the_home_page_leads_to_each_opinion(page, built_site):
    page.goto(built_site.url)
    for name, place in (("Malley v. Briggs", MALLEY), ("Messerschmidt v. Millender", MILLENDER)):
        page.goto(built_site.url)
        page.get_by_role("link", name=name).first.click()
        page.wait_for_url(f"**/{place}")
        assert page.locator("h1").inner_text() == name


def test_the_dark_page_is_dark_and_the_switch_is_remembered(browser, built_site):
    def lightness(page):
        colour = page.evaluate("() => getComputedStyle(document.body).backgroundColor || ''")
        page_colour = page.evaluate(
            "() => getComputedStyle(document.documentElement).backgroundColor || ''"
        )
        digits = [
            float(x)
            for x in (colour if "0, 0, 0, 0" not in colour else page_colour)
            .strip("rgba()")
            .split(",")[:3]
        ]
        return sum(digits) / 3

    dark = browser.new_context(color_scheme="dark")
    page = dark.new_page()
    page.goto(built_site.url + MALLEY)
    assert lightness(page) < 60
    page.locator("button.lamp").click()
    assert lightness(page) > 200
    page.reload()
    assert lightness(page) > 200
    dark.close()


@pytest.mark.parametrize(
    "place", ["", MALLEY, MALLEY + "source/", MILLENDER, "guide/reading/", "404.html"]
)
@pytest.mark.parametrize("width", [360, 1440])
def test_no_barrier_that_axe_knows(page, built_site, place, width):
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 900})
    page.goto(built_site.url + place)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("place", ["", MALLEY, MILLENDER, MALLEY + "source/"])
def test_nothing_is_asked_of_another_host_and_nothing_fails(page, built_site, place):
    asked, failed = [], []
    page.on("request", lambda r: asked.append(r.url))
    page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    page.on("console", lambda m: failed.append(m.text) if m.type == "error" else None)
    page.goto(built_site.url + place)
    assert asked
    assert all(url.startswith((built_site.url, "data:")) for url in asked)
    assert failed == []


@pytest.mark.parametrize("place", [MALLEY, MILLENDER])
@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_runs_out_of_a_narrow_page(page, built_site, place, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(built_site.url + place)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("place", [MALLEY, MILLENDER])
def test_every_id_of_the_data_is_in_the_html_itself(built_site, place):
    folder = built_site.path / place
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    soup = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "lxml")
    ids = [e["id"] for e in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    wanted = {b["id"] for b in case["blocks"]} | {
        c["id"] for b in case["blocks"] for c in b.get("calls", [])
    }
    wanted |= {w["id"] for w in case["writings"]}
    assert wanted <= set(ids)


def test_every_link_within_the_site_leads_somewhere(built_site):
    pages = {
        p: BeautifulSoup(p.read_text(encoding="utf-8"), "lxml")
        for p in built_site.path.rglob("*.html")
    }
    checked = 0
    for path, soup in pages.items():
        if path.name == "404.html":
            continue  # its links are absolute: it may be shown at any address
        for link in soup.find_all(href=True):
            href = str(link["href"])
            if href.startswith(("http:", "https:", "mailto:")):
                continue
            file, _, fragment = href.partition("#")
            target = (path.parent / file.split("?")[0]).resolve() if file else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{path}: {href}"
            if fragment and target in pages:
                assert pages[target].find(id=fragment) is not None, f"{path}: {href}"
            checked += 1
    assert checked > 500
