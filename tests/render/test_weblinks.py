"""The list of outside addresses that paper needs."""

from __future__ import annotations

from dataclasses import replace

from generator.render.weblinks import web_lines
from tests.kit import html_of, page_of
from tests.render.made import small_case


def with_urls(*urls):
    """The small case, its references leading to these addresses in turn and to no other."""
    case = small_case()
    bare = [replace(r, url=None, target=None, case=None) for r in case.references]
    for k, url in enumerate(urls):
        bare[k] = replace(bare[k], url=url)
    return replace(case, references=tuple(bare))


def test_each_address_stands_once_with_the_places_that_lead_there():
    case = with_urls(
        "https://a.example/457/800/", "https://a.example/457/800/#818", "https://a.example/42"
    )
    lines = web_lines(case)
    assert [line.rpartition(": ")[2] for line in lines] == [
        "https://a.example/457/800/",
        "https://a.example/42",
    ]


def test_a_line_names_the_work_and_the_paragraphs():
    case = small_case()
    refs = [replace(r, url=None, target=None, case=None) for r in case.references]
    number = next(k for k, r in enumerate(refs) if r.kind == "full")
    refs[number] = replace(
        refs[number], url="https://a.example/x_y", cite="Harlow v. Fitzgerald, 457 U.S. 800 (1982)"
    )
    [line] = web_lines(replace(case, references=tuple(refs)))
    assert line == "Harlow v. Fitzgerald, 457 U.S. 800 (1982) (¶ 1): https://a.example/x\\_y"


def test_what_leads_nowhere_or_stays_on_the_site_is_not_listed():
    case = with_urls()
    assert web_lines(case) == ()
    inner = replace(case.references[0], target=("doe-v-roe", "p1"), url="https://a.example/")
    assert web_lines(replace(case, references=(inner, *case.references[1:]))) == ()
    assert 'class="web"' not in html_of(page_of(case))


def test_a_hostile_address_is_text():
    case = with_urls('https://a.example/"><img src=x onerror=alert(1)>[x](javascript:alert(1))')
    html = html_of(page_of(case))
    assert "<img" not in html
    assert 'href="javascript' not in html
