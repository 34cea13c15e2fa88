"""The source page: every line of the raw file, as it is, linked with the paragraph that it became."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.read.lines import LineIndex
from generator.render.markdown import environment
from generator.render.source import source_page
from generator.site_pages import templates_of
from tests.kit import FIXTURES, OPINIONS, ROOT, SEEDS, case_of, html_of, split_page

ENV = environment(templates_of(ROOT))


def soup_of(text: str, dialect: str | None = None) -> BeautifulSoup:
    return BeautifulSoup(html_of(source_page(case_of(text, dialect), ENV)), "html.parser")


def lines_of(soup: BeautifulSoup) -> list[str]:
    return [code.get_text() for code in soup.select("div.line > code")]


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_every_line_is_there(path) -> None:
    text = path.read_bytes().decode()
    soup = soup_of(text)
    assert lines_of(soup) == text.split("\n")
    assert [d["id"] for d in soup.select("div.line")] == [
        f"L{n}" for n in range(1, text.count("\n") + 2)
    ]


@pytest.mark.parametrize("path", [*SEEDS.values(), *OPINIONS], ids=lambda p: p.parent.name + p.stem)
def test_each_line_leads_to_what_it_became(path) -> None:
    text = path.read_bytes().decode()
    case, soup = case_of(text), soup_of(text)
    index = LineIndex(text)
    links = {
        int(str(div["id"])[1:]): str(a["href"]).removeprefix("../#")
        for div in soup.select("div.line")
        for a in div.select("a.to")
    }
    blocks = {b.id: b for b in case.blocks}
    assert set(links.values()) <= set(blocks)
    for line, ident in links.items():
        first, last = (
            index.line(o) for o in (blocks[ident].source[0], blocks[ident].source[1] - 1)
        )
        assert first <= line <= last
    assert {b.id for b in case.blocks if b.kind == "paragraph"} <= set(links.values()) | {
        b.id for b in case.blocks if index.line(b.source[0]) in links
    }


def test_what_was_dropped_is_said() -> None:
    soup = soup_of((FIXTURES / "lantern-co-v-harbor-board.txt").read_text())
    dropped = [
        d.code.get_text() for d in soup.select("div.line") if d.code and "not shown" in d.get_text()
    ]
    assert dropped[0] == "OPINION"
    assert "CONCUR BY: POWELL (In Part)" in dropped


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\r\ntwo\rthree", ["one", "two", "three"]),
        ("a\x00b\x1bc\x7f", ["a␀b␛c␡"]),
        ("a\u202eb\u200bc\x85d", ["a�b�c�d"]),
        ("<script>alert(1)</script>", ["<script>alert(1)</script>"]),
        ("{{ 7*7 }} {: #x } *a* [b](c) &lt;", ["{{ 7*7 }} {: #x } *a* [b](c) &lt;"]),
        ("a\n\n\nb", ["a", "", "", "b"]),
        ("  a   b ", ["  a   b "]),
    ],
)
def test_whatever_it_holds(text: str, lines: list[str]) -> None:
    soup = soup_of(text, "plain")
    assert lines_of(soup) == lines


@given(st.text('<>&*_`{}[]()#:-+=|!~\\ \t\nab1."“\x00\x02\x03\u2028\r', min_size=1, max_size=60))
@settings(deadline=None, max_examples=60)
def test_nothing_is_alive(text: str) -> None:
    soup = soup_of(f"Text.\n{text}", "plain")
    box = soup.select_one("div.source")
    assert box is not None
    assert {e.name for e in box.find_all(True)} <= {"div", "a", "code", "span"}
    for element in box.find_all(True):
        assert set(element.attrs) <= {"id", "class", "href"}
    shown = "".join("".join(lines_of(soup)).split())
    plain = re.sub(r"[\x00-\x1f\u2028]", "", text).replace(" ", "")
    assert re.sub("[\u2400-\u2421�]", "", shown) == "Text." + plain.replace("�", "")


def test_what_it_says_of_the_file() -> None:
    _, text = split_page(source_page(case_of("Some words.\n"), ENV))
    assert "`opinion.txt`" in text
    assert "12 characters" in text
    assert "*plain* dialect" in text
