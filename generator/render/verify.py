"""The last account: does the HTML that MkDocs made of a page show what ``case.json`` says, and nothing that acts?

The page has gone through Jinja2 and Markdown since conservation was checked.  Here the finished HTML
is read again with an HTML parser: every block must be there under its id with its letters, every mark
under its own, every reference about its own words with the link that the data gives it, and no element, attribute or
address that could run or load anything.  Of a restored text the page must also give back the source, blank for
blank, when what was restored is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from generator.conservation import letters
from generator.render.restored import MISSING
from generator.restore.chain import DIALECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

# What our templates and Markdown make of a page; anything else came out of an opinion alive.
_ELEMENTS = frozenset(
    "a aside blockquote em h1 h2 h3 h4 h5 h6 header li p section span strong sup ul br"
    " details summary".split()
)
_OF_MARKS = {"name": re.compile("answers"), "data-beside": re.compile(r"[a-z0-9-]+")}
_NEVER = re.compile(r"(?!)")
_FOLDED = frozenset({"details", "summary"})  # only as the marks that say who answers
_IN_NOTES = frozenset({"code", "ol"})  # in what editors write besides
_IN_TABLES = frozenset({"div"})  # in the tables of authorities besides
_ATTRIBUTES = frozenset("aria-label aria-labelledby class data-ref href id title".split())
# To the web, or relative: a place, a folder of the site, or a page's Markdown that MkDocs has yet to turn into one.
_ADDRESS = re.compile(r"https?://|#|\.\.?/|[a-z0-9-]+(?:/|\.md)(?:#|$)")
_REFERENCE = re.compile(
    r"ref ref-(?:full|short|supra-case|id|name|statute|constitution|rule|record|ante|post|infra|supra-internal|note"
    r"|part|writing|pin)(?: (?:estimated|ambiguous|unresolved))?"
)
_WOVEN = frozenset({"paragraph", "blockquote", "footnote"})
# The marks in the words, by class, and what else each has (see ``restored`` and ``strands``).
_MARKS: dict[str, dict[str, str]] = {
    "rc": {},
    "ri": {},
    "ri ed": {},
    "ri wi": {},
    "gap": {"role": "img", "aria-label": MISSING, "title": MISSING},
    "rw": {"hidden": ""},
    "sc": {},
}
_IN_MARKS = frozenset({"hidden", "role"})


def violations(page_html: str, case: dict[str, Any], source: str | None = None) -> Iterator[str]:
    """What is wrong with the HTML of an opinion's page; nothing when the account comes out.

    ``source`` is the text that the offsets of ``case`` count in.
    """
    soup = BeautifulSoup(page_html, "lxml")
    by_id: dict[str, Tag] = {}
    for element in _elements(soup):
        yield from _acting(element, _allowed(element))
        ident = element.get("id")
        if isinstance(ident, str):
            if ident in by_id:
                yield f"the id {ident!r} stands twice"
            by_id[ident] = element
    for block in case["blocks"]:
        for ident, text in _pieces(block):
            yield from _shown(by_id.get(ident), ident, text)
        if source is not None and case["source"]["dialect"] in DIALECTS:
            yield from _found(by_id, block, source)
    marks = [call["id"] for block in case["blocks"] for call in block.get("calls", [])]
    for ident in [*marks, *(page["id"] for page in case["pages"])]:
        if ident not in by_id:
            yield f"the mark {ident} is not on the page"
    yield from _references(soup, case)


def live(page_html: str) -> Iterator[str]:
    """What in the HTML of a table of authorities could run, load or lead astray."""
    for element in _elements(BeautifulSoup(page_html, "lxml")):
        yield from _acting(element, _ELEMENTS | _IN_TABLES)


def _elements(soup: BeautifulSoup) -> Iterator[Tag]:
    return (e for e in soup.find_all(True) if e.name not in ("html", "body"))


def _allowed(element: Tag) -> frozenset[str]:
    """What may stand here: a note of an editor may hold code and numbered lists, and its words are marked."""
    if element.name == "mark" and element.get("class") == ["noted"]:
        return frozenset({"mark"})
    inside = element.find_parent("aside", class_="note-ed") if element.name in _IN_NOTES else None
    return _ELEMENTS | _IN_NOTES if inside is not None else _ELEMENTS


def _shown(element: Tag | None, ident: str, text: str) -> Iterator[str]:
    if element is None:
        yield f"block {ident} is not on the page"
    elif letters(_own_text(element)) != letters(text):
        yield f"block {ident} shows {_own_text(element)[:60]!r}"


def _acting(element: Tag, allowed: frozenset[str]) -> Iterator[str]:
    if element.name not in allowed:
        yield f"a live <{element.name}> came out of the text"
    if element.name in _FOLDED and not _is_mark(element):
        yield f"a live <{element.name}> came out of the text"
    if element.name == "a" and element.find_parent("a"):
        yield f"a link within a link: {element.get_text()[:40]!r}"
    for name, value in element.attrs.items():
        if element.name == "span" and name in _IN_MARKS and _marked(element):
            continue
        if element.name == "details" and _OF_MARKS.get(name, _NEVER).fullmatch(str(value)):
            continue
        if name not in _ATTRIBUTES:
            yield f"a live {name}= on <{element.name}>"
        elif name == "href" and not _ADDRESS.match(str(value)):
            yield f"a link to {str(value)[:40]!r}"


def _is_mark(element: Tag) -> bool:
    """Whether it is the mark beside a paragraph, or its summary: of no block, and closed."""
    mark = element.parent if element.name == "summary" else element
    return (
        mark is not None
        and mark.name == "details"
        and mark.get("class") == ["answers"]
        and mark.find_parent(["details", "p", "li", "blockquote"]) is None
    )


# ---------------------------------------------------------------------------------------------------- references


def _references(soup: BeautifulSoup, case: dict[str, Any]) -> Iterator[str]:
    shown: dict[str, list[Tag]] = defaultdict(list)
    for span in soup.find_all(lambda e: e.name == "span" or e.has_attr("data-ref")):
        if span.get("class") == ["who"] and not span.has_attr("data-ref"):
            continue  # an author, under "Cited by"
        if _marked(span):
            continue
        if span.name != "span" or not _REFERENCE.fullmatch(" ".join(span.get("class") or ())):
            yield f"a <{span.name}> of class {span.get('class')} that is no reference"
        shown[str(span.get("data-ref"))].append(span)
    blocks = {block["id"]: block for block in case["blocks"]}
    for number, ref in enumerate(case["references"]):
        block = blocks[ref["block"]]
        if ref["kind"] != "footnote-call" and block["kind"] in _WOVEN:
            for problem in _reference(shown.pop(str(number), []), ref, block, case["slug"]):
                yield f"reference {number} ({ref['text'][:40]!r}) {problem}"
    for name in shown:
        yield f"the page shows a reference {name[:20]!r} that the data does not have"


def _reference(
    elements: list[Tag], ref: dict[str, Any], block: dict[str, Any], slug: str
) -> Iterator[str]:
    """What is wrong with the elements that show a reference."""
    wanted = letters(_words(ref, block))
    found = letters("".join(_own_text(e) for e in elements))
    # The label of a note is drawn anew, and with it the beginning of a reference that reaches into it.
    inside = block["kind"] == "footnote" and wanted.endswith(found)
    if found != wanted and not inside:
        yield f"is shown as {found[:40]!r}"
    leads = _leads(ref, slug)
    for element in elements:
        if not any(_shows(p, block["id"]) for p in element.parents):
            yield f"stands outside of {block['id']}"
        for link in element.find_all("a"):
            href = str(link.get("href", ""))
            if not any(re.fullmatch(lead, unquote(href)) for lead in leads):
                yield f"leads to {href[:60]!r}"
        if leads and not element.find("a"):
            yield "is not linked"


def _words(ref: dict[str, Any], block: dict[str, Any]) -> str:
    """The reference's text in the block, without the footnote calls that stand in it."""
    start, end = ref.get("at") or (0, 0)
    out, cursor = "", start
    for call in sorted(block.get("calls", []), key=lambda c: c["at"]):
        first, last = call["at"]
        if cursor <= last and first < end:
            out, cursor = out + block["text"][cursor : max(cursor, first)], last
    return f"{out}{block['text'][cursor:end]}"


def _leads(ref: dict[str, Any], slug: str) -> list[str]:
    """Patterns of the addresses that the data allows."""
    out = []
    target, case = ref["target"], ref.get("case")
    if target and target["case"] == slug:
        out.append(re.escape("#" + target["block"]))
    elif target:
        out.append(rf"\.\./{target['case']}/(?:index\.(?:md|html))?#{target['block']}")
    if case and case != slug and not out:
        out.append(rf"\.\./{case}/(?:index\.(?:md|html))?")
    if ref["url"] and not out:
        out.append(re.escape(unquote(ref["url"].strip())))
    return out


def _shows(element: Tag, block: str) -> bool:
    ident = str(element.get("id", ""))
    return ident == block or ident.startswith(f"{block}-c")


# ------------------------------------------------------------------------------------------------ as it was found


def _marked(element: Tag) -> bool:
    """Whether an element is a mark of restoration as we make it, with all that belongs to it."""
    has = {name: value for name, value in element.attrs.items() if name != "class"}
    css = " ".join(element.get("class") or ())
    return css in _MARKS and has == _MARKS[css]


def _found(by_id: dict[str, Tag], block: dict[str, Any], source: str) -> Iterator[str]:
    """Whether a block without what was restored reads as the source does."""
    elements = [by_id[ident] for ident, _ in _pieces(block) if ident in by_id]
    shown = " ".join(" ".join(_as_found(e).split()) for e in elements)
    pieces = block.get("pieces") or [block]
    wanted = " ".join(" ".join(source[slice(*p["source"])].split()) for p in pieces)
    if shown != wanted:
        at = next(
            (k for k, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b),
            min(len(shown), len(wanted)),
        )
        yield f"block {block['id']} as it was found shows {shown[at : at + 40]!r} for {wanted[at : at + 40]!r}"


def _as_found(element: Tag) -> str:
    """The text of an element under the style for the text as it was found."""
    parts = []
    for child in element.descendants:
        if isinstance(child, Tag):
            continue
        css: set[str] = set()
        furniture = False
        for parent in child.parents:
            if parent is element:
                break
            css.update(parent.get("class") or ())
            furniture = furniture or _is_furniture(parent, element)
        if "rw" in css or not ("ri" in css or furniture):
            parts.append(str(child).lower() if "rc" in css else str(child))
    return "".join(parts)


# ------------------------------------------------------------------------------------------------------ own text


def _pieces(block: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The id and text of each stretch under which a block is shown."""
    pieces = block.get("pieces")
    if not pieces:
        yield block["id"], block["text"]
        return
    apart = [p["at"] for p in pieces[1:] if not p.get("join")]
    starts = [0, *apart, len(block["text"]) + 1]
    for number, (start, end) in enumerate(pairwise(starts)):
        yield (
            (f"{block['id']}-c{number}" if number else block["id"]),
            block["text"][start : end - 1],
        )


def _own_text(element: Tag) -> str:
    """The opinion's text in an element: without paragraph number, line, star pages and the label of a note."""
    parts = []
    for child in element.descendants:
        if isinstance(child, Tag):
            continue
        if any(_is_furniture(p, element) for p in child.parents if p is not element):
            continue
        parts.append(str(child))
    return "".join(parts)


def _is_furniture(inner: Tag, element: Tag) -> bool:
    if inner.name == "span" and inner.get("class") == ["rw"]:
        return True  # what the page leaves out
    if inner.name == "strong" and element.get("class") == ["note"]:
        return True
    if inner.name != "a":
        return False
    parent = inner.parent
    if parent is not None and parent.has_attr("data-ref"):
        return False  # a reference may lead to the very paragraph that it stands in
    href = str(inner.get("href", ""))
    return (
        inner.get("class") == ["page"]
        or href == f"#{element.get('id')}"
        or href.startswith("source/")
    )
