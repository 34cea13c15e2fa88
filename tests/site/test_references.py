"""References on the page, tables of authorities and *cited by*, as a reader meets them."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup

from generator.render.verify import live

DOE = "opinions/doe-v-roe/"
LEON = "opinions/united-states-v-leon/"
TABLE = DOE + "authorities/"
PAGES = [DOE, TABLE, "authorities/", "authorities/cases/"]
IN_VIEW = """id => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= window.innerHeight && location.hash === '#' + id;
}"""
LINE = """e => { const s = getComputedStyle(e.querySelector('a') || e);
  return s.textDecorationLine === 'none' ? 'none' : s.textDecorationStyle; }"""


def test_a_reference_leads_to_the_passage(page, cited_site):
    page.goto(cited_site.url + LEON)
    page.locator(".ref", has_text="Harlow, supra").first.get_by_role("link").click()
    page.wait_for_url(f"**/{DOE}#p1")
    assert page.evaluate(IN_VIEW, "p1")


def test_a_reference_within_the_case(page, cited_site):
    page.goto(cited_site.url + DOE)
    page.locator(".ref-ante a").click()
    assert page.evaluate(IN_VIEW, "p1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_states_differ_by_the_style_of_the_line(browser, cited_site, scheme):
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(cited_site.url + DOE)
    styles = {
        name: page.locator(name).first.evaluate(LINE)
        for name in (".ref-full", ".estimated", ".unresolved", ".ambiguous", ".ref-record")
    }
    assert styles == {
        ".ref-full": "solid",
        ".estimated": "dashed",
        ".unresolved": "dotted",
        ".ambiguous": "dotted",
        ".ref-record": "none",  # settled, and nothing to lead to
    }
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_lines_can_be_seen(browser, cited_site, scheme):
    """A reference has no other sign than its line: at least 3 : 1 on paper and on a tint (WCAG 1.4.11)."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(cited_site.url + DOE)
    for name in (".ref-full", ".estimated", ".unresolved", ".ambiguous"):
        line = page.locator(name).first.evaluate(
            "e => getComputedStyle(e.querySelector('a') || e).textDecorationColor"
        )
        for ground in ("--paper", "--tint"):
            colour = page.evaluate(
                """v => { const e = document.createElement('i'); e.style.color = `var(${v})`;
                     document.body.append(e); return getComputedStyle(e).color; }""",
                ground,
            )
            assert contrast(line, colour) >= 3, (name, ground, line, colour)
    context.close()


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of ``rgb(…)`` as WCAG 2 defines it."""
    parts = [float(c) / 255 for c in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_what_is_not_settled_is_said_in_words(page, cited_site):
    page.goto(cited_site.url + DOE)
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    heard = [n.get("name", {}).get("value", "").strip() for n in nodes]
    assert {"(estimated)", "(ambiguous)", "(not resolved)"} <= set(heard)
    link = page.locator(".ref-ante a")
    assert "estimated" in link.get_attribute("title")


def test_none_of_it_is_copied(page, cited_site):
    page.goto(cited_site.url + DOE)
    text = page.evaluate(
        """() => { const r = document.createRange(); r.selectNode(document.getElementById('p3'));
             const s = getSelection(); s.removeAllRanges(); s.addRange(r); return s.toString(); }"""
    )
    assert text.strip() == (
        "The Court, ante, at 5, forgets Harlow. See supra, at 7. Ibid. The lamp is out, Harlow says."
    )


def test_on_paper_there_is_no_line(page, cited_site):
    page.emulate_media(media="print")
    page.goto(cited_site.url + DOE)
    for name in (".ref-full", ".estimated", ".unresolved", ".ambiguous"):
        assert page.locator(name).first.evaluate(LINE) == "none"
    assert not page.locator(".legend").is_visible()


def test_from_the_opinion_to_its_table_and_back(page, cited_site):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(cited_site.url + DOE)
    assert "5 works cited 9 times" in page.locator(".case-line").nth(1).inner_text()
    page.locator("nav.outline-wide").get_by_role("link", name="Authorities").click()
    page.wait_for_url(f"**/{TABLE}")
    assert page.locator(".bar a[aria-current='page']").inner_text() == "Authorities"
    page.locator(".works li", has_text="Harlow").first.get_by_role("link", name="¶ 1").click()
    page.wait_for_url(f"**/{DOE}#p1")
    assert page.evaluate(IN_VIEW, "p1")


def test_cited_by(page, cited_site):
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(cited_site.url + DOE)
    page.locator("nav.outline-wide").get_by_role("link", name="Cited by").click()
    cited = page.locator("section.cited")
    assert cited.locator("li").all_inner_texts() == [
        "United States v. Leon, 468 U.S. 897 (1984): syllabus"
    ]
    cited.get_by_role("link", name="syllabus").click()
    page.wait_for_url(f"**/{LEON}#syllabus-1")
    assert "Cited by" not in page.locator(".outline-writings").first.inner_text()


def test_from_the_sites_table_to_the_passage(page, cited_site):
    page.goto(cited_site.url + "authorities/")
    page.locator(".works").get_by_role("link", name="Harlow v. Fitzgerald").click()
    page.wait_for_url("**/authorities/cases/#w-457-u-s-800")
    work = page.locator(".works > ul > li", has_text="Harlow")
    work.locator("li", has_text="Doe v. Roe").get_by_role("link", name="¶ 3").click()
    page.wait_for_url(f"**/{DOE}#p3")


@pytest.mark.parametrize("place", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_no_barrier_that_axe_knows(browser, cited_site, place, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(cited_site.url + place)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_nothing_runs_out_of_a_narrow_page(page, cited_site):
    page.set_viewport_size({"width": 320, "height": 700})
    for place in PAGES:
        page.goto(cited_site.url + place)
        assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"), (
            place
        )


def test_every_link_within_the_site_leads_somewhere(cited_site):
    pages = {
        p: BeautifulSoup(p.read_text(encoding="utf-8"), "lxml")
        for p in cited_site.path.rglob("*.html")
        if p.name != "404.html"
    }
    checked = 0
    for path, soup in pages.items():
        for link in soup.select("main a[href]"):
            href = str(link["href"])
            if href.startswith("https://example.org/"):
                continue
            file, _, fragment = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), f"{path}: {href}"
            if fragment and target in pages:
                assert pages[target].find(id=fragment) is not None, f"{path}: {href}"
            checked += 1
    assert checked > 80


def test_nothing_in_the_tables_is_live(cited_site):
    for path in [
        *cited_site.path.glob("authorities/**/*.html"),
        cited_site.path / TABLE / "index.html",
    ]:
        main = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml").find("main")
        assert main is not None
        assert list(live(main.decode_contents())) == []


def test_the_data_says_where_each_link_leads(cited_site):
    case = json.loads((cited_site.path / DOE / "case.json").read_text(encoding="utf-8"))
    html = (cited_site.path / DOE / "index.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(html, "lxml")
    shown = {int(str(s["data-ref"])): s for s in soup.select("[data-ref]")}
    assert sorted(shown) == list(range(len(case["references"])))
    leon = next(n for n, r in enumerate(case["references"]) if r["case"])
    link = shown[leon].find("a")
    assert link is not None
    assert link["href"] == "../united-states-v-leon/"
