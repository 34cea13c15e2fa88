"""The last account: does the HTML that MkDocs made of a page show what ``case.json`` says, and nothing that acts?

The page has gone through Jinja2 and Markdown since conservation was checked.  Here the finished HTML
is read again with an HTML parser: every block must be there under its id with its letters, every mark
under its own, and no element, attribute or address that could run or load anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag

from generator.conservation import letters

if TYPE_CHECKING:
    from collections.abc import Iterator
from itertools import pairwise

# What our templates and Markdown make of a page; anything else came out of an opinion alive.
_ELEMENTS = frozenset(
    "a aside blockquote em h1 h2 h3 h4 h5 h6 header p section strong sup br".split()
)
_SCHEMES = ("http:", "https:", "#", "./", "../", "source/")


def violations(page_html: str, case: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the HTML of an opinion's page; nothing when the account comes out."""
    soup = BeautifulSoup(page_html, "lxml")
    by_id: dict[str, Tag] = {}
    for element in soup.find_all(True):
        if element.name in ("html", "body"):
            continue
        yield from _acting(element)
        ident = element.get("id")
        if isinstance(ident, str):
            if ident in by_id:
                yield f"the id {ident!r} stands twice"
            by_id[ident] = element
    for block in case["blocks"]:
        for ident, text in _pieces(block):
            yield from _shown(by_id.get(ident), ident, text)
    marks = [call["id"] for block in case["blocks"] for call in block.get("calls", [])]
    for ident in [*marks, *(page["id"] for page in case["pages"])]:
        if ident not in by_id:
            yield f"the mark {ident} is not on the page"


def _shown(element: Tag | None, ident: str, text: str) -> Iterator[str]:
    if element is None:
        yield f"block {ident} is not on the page"
    elif letters(_own_text(element)) != letters(text):
        yield f"block {ident} shows {_own_text(element)[:60]!r}"


def _acting(element: Tag) -> Iterator[str]:
    if element.name not in _ELEMENTS:
        yield f"a live <{element.name}> came out of the text"
    for name, value in element.attrs.items():
        if name.startswith("on") or name in ("style", "src", "srcdoc", "action"):
            yield f"a live {name}= on <{element.name}>"
        elif name == "href" and not str(value).startswith(_SCHEMES):
            yield f"a link to {str(value)[:40]!r}"


def _pieces(block: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The id and text of each stretch under which a block is shown."""
    pieces = block.get("pieces")
    if not pieces:
        yield block["id"], block["text"]
        return
    starts = [p["at"] for p in pieces] + [len(block["text"]) + 1]
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
    if inner.name == "strong" and element.get("class") == ["note"]:
        return True
    if inner.name != "a":
        return False
    href = str(inner.get("href", ""))
    return (
        inner.get("class") == ["page"]
        or href == f"#{element.get('id')}"
        or href.startswith("source/")
    )
