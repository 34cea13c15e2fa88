"""Whatever a raw file holds comes out as text: nothing of it becomes live HTML, Markdown, Jinja, YAML or a path."""

from __future__ import annotations

import datetime
import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build import convert_files
from generator.errors import ReadError
from generator.model import CaseInfo
from generator.render import escape
from generator.render.verify import violations
from generator.site_pages import GENERATED
from tests.kit import (
    DIALECTS,
    account,
    blanks_out,
    case_of,
    data_of,
    html_of,
    page_of,
    split_page,
    unlike,
)

# fmt: off
LINES = [
    # HTML
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p markdown=1>**bold**</p>",
    "<!-- a comment --> and <![CDATA[ data ]]> and <?php echo 1 ?> and <!DOCTYPE html>",
    "</section></div><section id=p1>",
    "an <unclosed tag and a > sign, 1 < 2 & 3 > 2, a<b>c</b>",
    "&lt;script&gt; &amp; &copy; &#60; &#x3C; &nbsp; &notanentity; &",
    # Markdown
    "# A heading", "## Another ##", "> a quotation", "- an item", "* an item", "+ an item", "1. an item", "2) an item",
    "---", "===", "***", "___", "    four blanks of code", "\ta tab of code", "```python", "~~~", "``code`` and `code`",
    "*em* _em_ **strong** __strong__ ***both*** ~~gone~~ ==marked== ^up^ ~down~",
    "[a link](javascript:alert(1)) [another][ref] [ref] ![image](x.png) ![image][ref]",
    "[ref]: javascript:alert(1) \"title\"", "[ref]: <http://evil.example>",
    "<http://evil.example> <me@evil.example> http://evil.example",
    "[^1]: a footnote", "a call[^1] and an *[abbr]: of it", "*[HTML]: Hyper", "a line  ", "a line\\",
    "\\*escaped\\* \\\\ \\",
    "| a | table |", "|---|---|", "a | b", "Term", ": its definition", "!!! note", "??? note", "=== \"tab\"",
    "[TOC]", "[[wiki]]",
    "- [ ] a task", "--8<-- \"mkdocs.yml\"", ":smile: :octicons-alert-16:", "$x^2$ \\(x\\) $$y$$",
    "[^", "[](", "![", "](#p1)", "[¶ 1](#p1)", "[l. 9](source.md#L9)",
    # attr_list, md_in_html
    "{: #x onclick=y }", "{: .error }", "text {: #p1 }", "# heading {#x .y}", "{#x}", "{:}", "{ .x }",
    "*a*{: style=\"color:red\" }",
    "<div markdown=\"1\">", "<section class=\"writing\" markdown=\"1\">", "</aside>",
    # Jinja and others
    "{{ 7*7 }}", "{% raw %}{{ x }}{% endraw %}", "{% include 'mkdocs.yml' %}", "{# gone #}", "${7*7}",
    "<%= 7*7 %>", "{{config.items()}}",
    # YAML
    "--- !!python/object:os.system [ls]", "...", "title: \"x\"", "key: |", "- &a *a", "%YAML 1.2", "? x",
    # what Python-Markdown keeps its places with
    "\x02wzxhzdk:0\x03", "\x02amp\x03 \x02klzzwxh:0000\x03", "wzxhzdk:0", "klzzwxh:0000",
    # what cannot be seen
    "\u202egnp.exe\u202c", "zero\u200bwidth \u2066iso\u2069", "a\x00b\x07c\x1b[31mred", "\x80\x93quoted\x94",
    "e\u0301 \U0001d4d0 \ufb01 \u2028 next",
    "\ufeff mark", "�", "\xa0\xa0hard blanks\xa0", "\x85 next",
    # signs of opinions in odd places
    "[*341]", "[*99999] x [*1][*1]", "[1][2][3]", "It was so. 1 And so. 2 <b>3</b>", "¶ 12", "<concur author=\"<b>\">",
    "<dissent author=\"a\" onload=\"x\">", "CONCUR BY: <b>POWELL</b>", "JUSTICE <B>WHITE</B>, dissenting.",
    "JUSTICE WHITE, with whom JUSTICE *POWELL* joins, dissenting.", "O\"NEIL, Circuit Judge.", "PER CURIAM.[^1]",
    "\"{: .x } quoted\"", "\"<b>quoted</b>\"", "I. <B>", "II. {: #x }", "III. [Title](x)", "A. # #", "* * *",
    "IV. A_b_c *d*", "V. _E_ **f** ~~g~~ `h`",
    "#", ">", "-", "+", "=", "|", "!", "~", "`", "\\", "_", "[", "]", "{", "}", "<", "&", ":", "*",
]
# fmt: on
BYLINE = "JUSTICE BLACK delivered the opinion of the Court."


def come_out_as_text(text: str, dialect: str, info: CaseInfo | None = None) -> None:
    """The page shows every block sign by sign, and nothing on it is alive."""
    case = case_of(text, dialect, info)
    page = page_of(case)
    html = html_of(page)
    data = data_of(case)
    assert list(violations(html, data)) == []
    assert list(unlike(html, case)) == []
    assert account(data, case.source.text) is None
    meta, _ = split_page(page)
    assert meta["pincite"]["slug"] == case.slug
    assert json.loads(json.dumps(meta)) == meta  # plain values only: no tag of YAML was obeyed


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("line", LINES)
def test_a_line(line: str, dialect: str) -> None:
    come_out_as_text(f"{BYLINE}\n\n{line}\n\nIt is so ordered.", dialect)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("line", LINES)
def test_a_line_in_the_midst_of_another(line: str, dialect: str) -> None:
    come_out_as_text(f"{BYLINE}\n\nHe wrote {line} on the wall, and {line}", dialect)


@pytest.mark.parametrize("dialect", ["lexis", "plain", "casebook-markdown"])
@pytest.mark.parametrize("line", LINES)
def test_a_line_at_which_a_page_begins(line: str, dialect: str) -> None:
    come_out_as_text(f"{BYLINE}\n[*341] {line}", dialect)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_all_lines_at_once(dialect: str) -> None:
    come_out_as_text("\n".join([BYLINE, *LINES]), dialect)
    come_out_as_text("\n\n".join([BYLINE, *reversed(LINES)]), dialect)


def test_all_lines_as_a_quotation_and_as_notes() -> None:
    quotes = [
        f'"{line} and so on to the end of this long quotation of the statute' for line in LINES
    ]
    come_out_as_text("\n".join([BYLINE, "The Act provides:", *quotes]), "lexis")
    notes = [f"[{n}] {line}" for n, line in enumerate(LINES, start=1)]
    calls = [f"As we have said.[{n}]" for n in range(1, len(LINES) + 1)]
    come_out_as_text("\n".join([BYLINE, *calls, "FOOTNOTES", *notes]), "plain")


SIGNS = st.text("<>&*_`#{}[]()|!~\\:-+=.^$%@/'\" \n\tabp1¶\x00\x02\x03\u202e“", max_size=80)


@given(
    st.lists(st.one_of(SIGNS, st.sampled_from(LINES)), min_size=1, max_size=6),
    st.sampled_from(DIALECTS),
    st.sampled_from(["\n", " ", ""]),
)
@example(["[", "x]: http://evil.example"], "plain", "\n")
@example(["{:", "#x }"], "plain", " ")
@settings(max_examples=250, deadline=None)
def test_any_mixture(parts: list[str], dialect: str, joint: str) -> None:
    text = joint.join(parts)
    try:
        come_out_as_text(f"{BYLINE}\n{text}", dialect)
    except ReadError as refused:
        assert refused.code == "R03"  # noqa: PT017 - so many controls are no text


# ------------------------------------------------------------------------------------------- facts and names

STRINGS = [
    "<script>alert(1)</script>",
    "Malley\n---\n# v. Briggs",
    "{{ 7*7 }} {% raw %}",
    '"; drop: table\\',
    "--- !!python/object/apply:os.system [ls]",
    "{: #x onclick=y }",
    "[x](javascript:alert(1))",
    "a | b | c #",
    "\u202ebidi\x00\x02wzxhzdk:0\x03",
    "x: &a *a",
    "&#60;b&#62; &lt;i&gt; &#0; &#x3C C\\# #",
    "…’é¶",
]


@pytest.mark.parametrize("string", STRINGS)
def test_facts(string: str) -> None:
    """Name, court and docket come from people: they are text on the page and in its front matter too."""
    day = datetime.date(1986, 3, 5)
    info = CaseInfo(string, "1 U.S. 1", string, string, day, day, first_page=1)
    come_out_as_text(f"{BYLINE}\nText.", "plain", info)
    meta, markdown = split_page(page_of(case_of(f"{BYLINE}\nText.", "plain", info)))
    assert (meta["pincite"]["name"], meta["pincite"]["court"]) == (string, string)
    assert markdown.lstrip().startswith("# ")
    title, facts = headed(string, info)
    assert title == shown(string)
    assert facts == blanks_out(
        f"1 U.S. 1 (1986) · {shown(string)} · {shown(string)} · Argued March 5, 1986 · Decided March 5, 1986"
    )


@given(st.text(min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_any_name(name: str) -> None:
    info = CaseInfo(name=name)
    come_out_as_text(f"{BYLINE}\nText.", "plain", info)
    assert headed(name, info)[0] == shown(name)


def headed(name: str, info: CaseInfo) -> tuple[str, str]:
    """The first heading and the line of facts below it."""
    soup = BeautifulSoup(
        html_of(page_of(case_of(f"{BYLINE}\nText.", "plain", info))), "html.parser"
    )
    line = soup.find(class_="case-line")
    assert soup.h1 is not None
    return blanks_out(soup.h1.get_text()), blanks_out(line.get_text()) if line else ""


def shown(string: str) -> str:
    """A string as a page can show it: without blanks, and without what no page may hold."""
    return blanks_out(escape.unreserved(string))


@pytest.mark.parametrize(
    "name",
    [
        "<img src=x onerror=alert(1)>.txt",
        "{{ 7*7 }}.txt",
        "a`b*c_d[e](f).txt",
        "---.txt",
        "..txt",
        "con.txt",
        "naïve café.txt",
        "判例.txt",
        "a\nb.txt",
        "-rf.txt",
        "x" * 200 + ".txt",
    ],
)
def test_names_of_files(name: str, tmp_path) -> None:
    path = tmp_path / "in" / name
    path.parent.mkdir()
    path.write_text(f"{BYLINE}\nText.\n")
    out = tmp_path / "out"
    report = convert_files([path], out)
    assert report.failures == ()
    (folder,) = out.iterdir()
    assert folder.parent == out
    assert {p.name for p in folder.iterdir()} == set(GENERATED)
    data = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    assert (data["slug"], data["source"]["file"]) == (folder.name, name)
    assert list(violations(html_of((folder / "index.md").read_text(encoding="utf-8")), data)) == []
