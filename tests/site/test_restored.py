"""The page of a flattened opinion: both texts exact, the reader's choice between them, and the way without script."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.restore.chain import DIALECTS

SWITCH = "button.found-switch >> nth=0"
# What a reader sees of a block: text in shown elements, in the case in which it is shown, without the margin.
SEEN = """
ident => {
  const block = document.getElementById(ident);
  let out = "";
  const walk = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const lower = getComputedStyle(node.parentElement).textTransform === "lowercase";
      out += lower ? node.data.toLowerCase() : node.data;
    } else if (node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display !== "none") {
      const link = node.getAttribute("href") || "";
      const margin = node.tagName === "A" && !node.parentElement.dataset.ref
        && (link === "#" + block.id || link.startsWith("source/"));
      const label = node.tagName === "STRONG" && block.className === "note";
      if (!margin && !label) node.childNodes.forEach(walk);
    }
  };
  block.childNodes.forEach(walk);
  return out.split(/\\s+/).filter(Boolean).join(" ");
}
"""


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def flattened(built_site: Any) -> list[tuple[str, dict[str, Any], str]]:
    """Address, data and source of every flattened opinion of the site."""
    out = []
    for folder in sorted((built_site.path / "opinions").iterdir()):
        if (folder / "case.json").is_file():
            data = json.loads((folder / "case.json").read_text("utf-8"))
            if data["source"]["dialect"] in DIALECTS:
                source = (folder / "source.txt").read_bytes().decode("utf-8")
                out.append((f"{built_site.url}opinions/{folder.name}/", data, source))
    assert out
    return out


@pytest.fixture
def opened(page: Any, flattened: Any) -> Any:
    page.goto(flattened[0][0])
    return page


def test_both_texts_are_exact(page: Any, flattened: Any) -> None:
    for url, data, source in flattened:
        page.goto(url)
        whole = [b for b in data["blocks"] if "pieces" not in b]
        assert len(whole) > 20
        assert [page.evaluate(SEEN, b["id"]) for b in whole] == [squeezed(b["text"]) for b in whole]
        page.click(SWITCH)
        assert [page.evaluate(SEEN, b["id"]) for b in whole] == [
            squeezed(source[slice(*b["source"])]) for b in whole
        ]
        page.click(SWITCH)
        assert page.evaluate(SEEN, whole[-1]["id"]) == squeezed(whole[-1]["text"])
        page.evaluate("localStorage.clear()")


def test_the_restored_text_reads_otherwise(flattened: Any) -> None:
    """So that the test above cannot pass on two texts that are the same."""
    for _, data, source in flattened:
        changed = [b for b in data["blocks"] if b["text"] != source[slice(*b["source"])]]
        assert len(changed) > len(data["blocks"]) / 2


def test_the_switch_works_by_keyboard_and_is_remembered(opened: Any, flattened: Any) -> None:
    button = opened.locator(SWITCH)
    assert button.inner_text() == "Show the text as it was found"
    assert button.get_attribute("aria-pressed") == "false"
    assert not opened.locator(".found-note").is_visible()
    for _ in range(60):
        opened.keyboard.press("Tab")
        if button.evaluate("b => b === document.activeElement"):
            break
    opened.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert opened.locator(".found-note").is_visible()
    opened.reload()
    assert opened.evaluate("document.documentElement.dataset.text") == "found"
    assert button.get_attribute("aria-pressed") == "true"
    button.focus()
    opened.keyboard.press("Space")
    assert opened.evaluate("document.documentElement.dataset.text") is None
    opened.reload()
    assert opened.evaluate("document.documentElement.dataset.text") is None


def test_the_way_back_is_at_hand_and_the_place_is_kept(opened: Any, flattened: Any) -> None:
    opened.click(SWITCH)
    ident = [b["id"] for b in flattened[0][1]["blocks"] if b["number"]][20]
    opened.evaluate("id => document.getElementById(id).scrollIntoView()", ident)
    place = "id => document.getElementById(id).getBoundingClientRect().top"
    top = opened.evaluate(place, ident)
    opened.click(".found-note button")
    assert opened.evaluate("document.documentElement.dataset.text") is None
    assert abs(opened.evaluate(place, ident) - top) < 2
    assert opened.locator(SWITCH).evaluate("b => b === document.activeElement")


def test_another_tab_follows(opened: Any, flattened: Any) -> None:
    other = opened.context.new_page()
    other.goto(flattened[0][0])
    opened.click(SWITCH)
    other.wait_for_function("document.documentElement.dataset.text === 'found'")
    assert other.locator(SWITCH).get_attribute("aria-pressed") == "true"


def test_without_storage_the_choice_lasts_for_the_page(page: Any, flattened: Any) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }});"
    )
    page.goto(flattened[0][0])
    page.click(SWITCH)
    assert page.evaluate("document.documentElement.dataset.text") == "found"


def test_without_script_a_link_leads_to_the_source(browser: Any, flattened: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(flattened[0][0])
    assert page.locator(".found-switch").count() == 0
    link = page.get_by_role("link", name="Show the text as it was found")
    line = str(link.get_attribute("href")).split("#")[1]
    link.click()
    page.wait_for_url(f"**/source/#{line}")
    assert page.locator(f"#{line}").is_visible()
    context.close()


def test_other_pages_have_neither_switch_nor_style(page: Any, built_site: Any) -> None:
    page.goto(f"{built_site.url}opinions/malley-v-briggs/")
    assert page.locator(".found-switch, .as-found, .rc, .ri, .rw").count() == 0
    assert "restored" not in page.content().split("<main")[0]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1400, "dark")])
def test_no_barrier_that_axe_knows(browser: Any, flattened: Any, width: int, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(flattened[0][0])
    for _ in range(2):
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.click(SWITCH)
    context.close()
