"""Search, the shelf and the way back from a lost address, on a site that stands in a folder."""

from __future__ import annotations

import json
import re

import pytest

MALLEY = "opinions/malley-v-briggs/"
HITS = ".find-results a.hit"


@pytest.fixture
def quiet(page, sub_site):
    """A page that may ask nobody but its own site, and may not fail or complain."""
    wrong: list[str] = []

    def asked(request):
        if not request.url.startswith(sub_site.url):
            wrong.append(f"asked {request.url}")

    def failed(request):
        # What a page still asks for when it is left (its icon, the index) the browser gives up; that is nobody's fault.
        # What is not there, or not allowed, says so otherwise, and on the console as well.
        if request.failure != "net::ERR_ABORTED":
            wrong.append(f"failed {request.url}: {request.failure}")

    def said(message):
        if message.type in ("error", "warning"):
            wrong.append(message.text)

    page.on("request", asked)
    page.on("requestfailed", failed)
    page.on("pageerror", lambda e: wrong.append(f"threw {e}"))
    page.on("console", said)
    yield page
    assert wrong == []
    assert page.evaluate("window.hacked") is None


def asked(page):
    return page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")


@pytest.mark.parametrize("width", [360, 1440])
def test_words_lead_to_their_paragraph(quiet, sub_site, width):
    quiet.set_viewport_size({"width": width, "height": 900})
    quiet.goto(sub_site.url + "search/?q=%22plainly+incompetent%22&author=White")
    quiet.wait_for_selector(HITS)
    assert quiet.locator(".find-told").inner_text() == '1 result for “"plainly incompetent"”'
    assert quiet.locator(".find-results h2").all_inner_texts() == [
        "Malley v. Briggs, 475 U.S. 335 (1986)"
    ]
    hit = quiet.locator(HITS)
    assert hit.inner_text().replace("\u00a0", " ") == "¶ 11 White, for the Court"
    assert quiet.locator(".hit-words mark").all_inner_texts() == ["plainly", "incompetent"]
    assert quiet.evaluate("document.documentElement.scrollWidth") <= width
    hit.click()
    quiet.wait_for_url(f"**/sub/{MALLEY}#p11")
    assert "plainly incompetent" in quiet.locator(":target").inner_text()


def test_a_block_quote_and_the_syllabus_are_named(quiet, sub_site):
    quiet.goto(sub_site.url + "search/?q=incompetent&kind=syllabus")
    quiet.wait_for_selector(HITS)
    assert set(quiet.locator(HITS).all_inner_texts()) == {"Syllabus"}
    assert "#syllabus-" in quiet.locator(HITS).first.get_attribute("href")
    data = json.loads((sub_site.path / MALLEY / "case.json").read_text(encoding="utf-8"))
    quotes = [b for b in data["blocks"] if b["kind"] == "blockquote"]
    quote = max(quotes, key=lambda b: len(b["text"]))
    words = " ".join(re.findall(r"\b[a-z]{4,}\b", quote["text"])[:5])
    quiet.goto(sub_site.url + f"search/?q={words}")
    quiet.wait_for_selector(HITS)
    names = [t.replace("\u00a0", " ") for t in quiet.locator(HITS).all_inner_texts()]
    (number,) = re.findall(r"^p(\d+)", quote["id"])
    assert any(name.startswith(f"¶ {number} (block quote)") for name in names)


def test_filters_narrow_and_the_address_remembers(quiet, sub_site):
    quiet.goto(sub_site.url + "search/")
    quiet.wait_for_selector("form[data-search]:not([hidden])")
    quiet.locator("#search-words").fill("warrant")
    quiet.wait_for_function(
        "() => document.querySelector('.find-told').textContent.includes('warrant')"
    )
    before = int(quiet.locator(".find-told").inner_text().split()[0])
    quiet.get_by_label("Writing").select_option("dissent")
    quiet.wait_for_function(
        f"() => parseInt(document.querySelector('.find-told').textContent) < {before}"
    )
    dissents = int(quiet.locator(".find-told").inner_text().split()[0])
    assert set(quiet.locator(".find-results .hit-who").all_inner_texts()) == {
        "Sotomayor, dissenting"
    }
    assert asked(quiet) == {"q": "warrant", "kind": "dissent"}
    chosen = quiet.locator("select[name=kind] option:checked").inner_text()
    assert chosen == f"Dissent ({dissents})"
    quiet.reload()
    quiet.wait_for_selector(HITS)
    assert quiet.locator("#search-words").input_value() == "warrant"
    assert int(quiet.locator(".find-told").inner_text().split()[0]) == dissents
    quiet.get_by_label("Term").select_option("October Term 1985")
    quiet.wait_for_function(
        "() => document.querySelector('.find-told').textContent.includes('Nothing')"
    )
    assert quiet.locator(HITS).count() == 0


def test_without_words_a_filter_lists_all_that_fits(quiet, sub_site):
    quiet.goto(sub_site.url + "search/?author=Powell")
    quiet.wait_for_selector(HITS)
    assert {t.split(",")[0] for t in quiet.locator(".find-results .hit-who").all_inner_texts()} == {
        "Powell"
    }


def test_more_results_come_on_demand(quiet, sub_site):
    quiet.goto(sub_site.url + "search/?q=warrant")
    quiet.wait_for_selector(HITS)
    quiet.wait_for_selector(".find-more:not([hidden])")
    first = quiet.locator(HITS).count()
    quiet.locator(".find-more button").click()
    quiet.wait_for_function(f"() => document.querySelectorAll('{HITS}').length > {first}")
    # The first of the new ones has the focus.
    assert quiet.evaluate("document.activeElement.classList.contains('hit')")


def test_the_keyboard_walks_through_the_results(quiet, sub_site):
    quiet.goto(sub_site.url + MALLEY)
    box = quiet.locator("#find")
    box.focus()
    quiet.keyboard.type("plainly incompetent")
    quiet.wait_for_selector(".find-small a.hit")
    links = quiet.locator(".find-small .find-panel a:visible")
    quiet.keyboard.press("ArrowDown")
    assert links.nth(0).evaluate("e => e === document.activeElement")
    quiet.keyboard.press("ArrowDown")
    assert links.nth(1).evaluate("e => e === document.activeElement")
    quiet.keyboard.press("ArrowUp")
    quiet.keyboard.press("ArrowUp")
    assert box.evaluate("e => e === document.activeElement")
    quiet.keyboard.press("ArrowDown")
    quiet.keyboard.press("Escape")
    assert box.evaluate("e => e === document.activeElement")
    assert quiet.locator(".find-small .find-panel").is_hidden()
    assert box.input_value() == "plainly incompetent"
    quiet.keyboard.press("Escape")
    assert box.input_value() == ""
    box.fill("plainly incompetent")
    quiet.wait_for_selector(".find-small a.hit")
    quiet.keyboard.press("Enter")
    quiet.wait_for_url("**/sub/search/?q=plainly+incompetent")


def test_a_case_is_found_by_its_name_and_by_its_citation(quiet, sub_site):
    quiet.goto(sub_site.url + "guide/reading/")
    for words in ("Malley", "475 U.S. 335"):
        quiet.locator("#find").fill(words)
        quiet.wait_for_function(
            "w => document.querySelector('.find-small .find-count').textContent.includes(w)",
            arg=words,
        )
        name = quiet.locator(".find-small .hit-name a").first
        assert name.inner_text() == "Malley v. Briggs"
        assert name.evaluate("e => e.pathname") == "/sub/" + MALLEY


def test_hostile_words_are_shown_and_do_nothing(quiet, sub_site):
    quiet.goto(sub_site.url + "search/?q=zyzzyva")
    quiet.wait_for_selector(HITS)
    shown = quiet.locator(".hit-words").inner_text()
    assert "<script>window.hacked = 1</script> <mark>bit</mark>" in shown
    assert "<img src=x onerror=alert(1)>" in shown
    assert quiet.locator(".find-results :is(script, img)").count() == 0
    assert quiet.locator(".find-results .hit-words mark").all_inner_texts() == ["zyzzyva"]
    assert quiet.locator(".find-results h2").inner_text().startswith("</script><img")
    quiet.locator("#search-words").fill("<img src=x onerror=alert(1)>")
    quiet.wait_for_timeout(600)
    assert quiet.locator("main img").count() == 0


def test_without_script_the_page_says_so_and_leads_on(browser, sub_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sub_site.url + MALLEY)
    page.locator("#find").fill("warrant")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sub/search/?q=warrant")
    assert "needs JavaScript" in page.locator("main").inner_text()
    assert page.locator("form[data-search]").is_hidden()
    page.get_by_role("link", name="the opinions", exact=True).click()
    page.wait_for_url(sub_site.url + "opinions/")
    assert page.locator(".shelf tbody tr").count() == 3
    context.close()


# ------------------------------------------------------------------------------------------------------------ shelf


def names(page):
    return [
        n.split(",")[0]
        for n in page.locator(".shelf tbody tr:visible td:first-child").all_inner_texts()
    ]


@pytest.mark.parametrize("width", [360, 1440])
def test_the_shelf_is_sorted_and_the_address_remembers(quiet, sub_site, width):
    quiet.set_viewport_size({"width": width, "height": 900})
    quiet.goto(sub_site.url)
    # Newest first; what has no date comes last, whatever the order.
    assert names(quiet)[:2] == ["Messerschmidt v. Millender", "Malley v. Briggs"]
    assert quiet.locator("th[aria-sort]").inner_text().startswith("Decided")
    quiet.get_by_role("button", name="Decided").click()
    assert names(quiet)[:2] == ["Malley v. Briggs", "Messerschmidt v. Millender"]
    assert quiet.locator("th[aria-sort=ascending]").count() == 1
    assert asked(quiet) == {"sort": "decided"}
    quiet.get_by_role("button", name="Paragraphs").click()
    assert names(quiet)[:2] == ["Messerschmidt v. Millender", "Malley v. Briggs"]
    quiet.get_by_role("button", name="Resolved").click()
    quiet.get_by_role("button", name="Resolved").click()
    assert asked(quiet) == {"sort": "resolved"}
    quiet.reload()
    assert names(quiet)[:2] == ["Malley v. Briggs", "Messerschmidt v. Millender"]
    assert quiet.evaluate("document.documentElement.scrollWidth") <= width


def test_the_shelf_is_narrowed_down(quiet, sub_site):
    quiet.goto(sub_site.url)
    quiet.get_by_label("Author").select_option("Sotomayor")
    assert names(quiet) == ["Messerschmidt v. Millender"]
    assert quiet.locator(".shelf-tools output").inner_text() == "1 of 3"
    quiet.get_by_label("Author").select_option("")
    quiet.get_by_label("Filter").fill("briggs 1986")
    assert names(quiet) == ["Malley v. Briggs"]
    assert asked(quiet) == {"words": "briggs 1986"}
    quiet.get_by_label("Filter").fill("nothing of the kind")
    assert names(quiet) == []
    quiet.goto(sub_site.url + "opinions/?term=October+Term+1985")
    assert names(quiet) == ["Malley v. Briggs"]


def test_the_picture_leads_to_its_opinions(quiet, sub_site):
    quiet.goto(sub_site.url)
    quiet.locator(".citing a", has_text="Malley").click()
    quiet.wait_for_url(f"**/sub/{MALLEY}")
    quiet.goto(sub_site.url)
    quiet.get_by_role("link", name="The same in words").click()
    quiet.wait_for_url("**/sub/opinions/#citing")
    assert "Malley v. Briggs ×" in quiet.locator(".citing-words").inner_text()


# -------------------------------------------------------------------------------------------------------------- lost


@pytest.mark.parametrize("place", ["nothing", "opinions/malley/", "a/b/c/d/e.html"])
def test_a_lost_address_leads_back_from_any_depth(page, sub_site, place):
    page.goto(sub_site.url + place)
    assert page.locator("h1").inner_text() == "No such page"
    assert page.evaluate("document.styleSheets.length") >= 3
    page.locator("#find-lost").fill("malley")
    page.wait_for_selector(".find-big .hit-name")
    assert page.locator(".find-big .hit-name a").first.evaluate("e => e.pathname") == (
        "/sub/" + MALLEY
    )
    page.keyboard.press("Escape")
    page.get_by_role("link", name="See the cases that are here").click()
    page.wait_for_url(sub_site.url)


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("place", ["", "opinions/", "search/?q=warrant", "lost/at/sea"])
def test_no_barrier_that_axe_knows(browser, sub_site, place, width, dark):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        color_scheme="dark" if dark else "light", viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(sub_site.url + place)
    if place.startswith("search"):
        page.wait_for_selector(HITS)
    elif page.locator("#find").is_visible():
        page.locator("#find").focus()
        page.keyboard.type("warrant")
        page.wait_for_selector(".find-small a.hit")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_what_the_reader_loads_for_search_and_shelf_is_small(sub_site):
    import gzip

    parts = ["js/search.js", "js/shelf.js", "css/search.css", "css/shelf.css"]
    assert sum(len(gzip.compress((sub_site.path / p).read_bytes(), 9)) for p in parts) <= 9 * 1024
