"""What the tests of the generator share: seeds and fixtures, short ways from text to case and page, and an account
of every letter that is drawn up from ``case.json`` alone.
"""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.convert import convert
from generator.model import Block, Case, CaseInfo, Source
from generator.offsets import MapPiece, OffsetMap
from generator.read import read_bytes
from generator.render.data import case_data, to_json
from generator.render.markdown import environment, opinion_page
from generator.site_pages import templates_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bs4 import Tag

    from generator.offsets import Edit

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = Path(__file__).resolve().parent / "fixtures"
SNAPSHOTS = Path(__file__).resolve().parent / "snapshots"
SEEDS = {
    folder.name: folder / "opinion.txt" for folder in sorted((ROOT / "site_src/opinions").iterdir())
}
OPINIONS = sorted(FIXTURES.glob("*.txt"))
DIALECTS = ("lexis", "flattened", "plain")


def source_of(text: str, dialect: str | None = None) -> Source:
    return read_bytes(text.encode(), "opinion.txt", dialect)


def case_of(
    text: str, dialect: str | None = None, info: CaseInfo | None = None, slug: str = "doe-v-roe"
) -> Case:
    return convert(source_of(text, dialect), slug, info or CaseInfo())


def data_of(case: Case) -> dict[str, Any]:
    """``case.json`` as another program reads it."""
    data: dict[str, Any] = json.loads(to_json(case_data(case)))
    return data


def kinds(case: Case) -> list[tuple[str, str]]:
    """``(kind, text)`` of every block: the shape of a page at a glance."""
    return [(b.kind, b.text) for b in case.blocks]


# ------------------------------------------------------------------------------------------------- the account


def letters_of(text: str) -> str:
    """Letters and digits, asked of Unicode and not of a pattern: this account shares nothing with the program's."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN").casefold()


def account(data: dict[str, Any], raw: str) -> str | None:
    """What is wrong between the raw text and ``case.json``; ``None`` when every letter is accounted for.

    The source, with each repair put in its place, must hold the letters of the blocks once and in order.
    """
    at: list[tuple[int, str]] = []  # the letters that the page must show, with their place
    cursor = 0
    for repair in data["repairs"]:
        start, end = repair["source"]
        if start < cursor:
            return f"the repair at {start} overlaps the one before"
        at += [(cursor + k, c) for k, c in enumerate(raw[cursor:start])]
        at += [(start, c) for c in repair["text"]]
        cursor = end
    at += [(cursor + k, c) for k, c in enumerate(raw[cursor:])]
    wanted = letters_of("".join(c for _, c in at))
    shown: list[tuple[int, int, str]] = []
    for block in data["blocks"]:
        pieces = block.get("pieces") or [{"source": block["source"], "at": 0}]
        stops = [p["at"] - 1 for p in pieces[1:]] + [len(block["text"])]
        for piece, stop in zip(pieces, stops, strict=True):
            shown.append((*piece["source"], block["text"][piece["at"] : stop]))
    shown.sort(key=lambda s: s[:2])  # at one place, in the order of the page
    for (_, end, _), (start, _, text) in pairwise(shown):
        if start < end:
            return f"two blocks show the source from {start} to {end}: {text[:40]!r}"
    found = letters_of("".join(text for _, _, text in shown))
    if wanted == found:
        return None
    k = next(
        (k for k, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b),
        min(len(wanted), len(found)),
    )
    return f"expected …{wanted[max(0, k - 20) : k + 20]}…, shown …{found[max(0, k - 20) : k + 20]}…"


# ---------------------------------------------------------------------------------------------------- the page


@functools.cache
def _mkdocs() -> Any:
    from mkdocs.config import load_config

    return load_config(str(ROOT / "mkdocs.yml"))


@functools.cache
def _environment() -> Any:
    return environment(templates_of(ROOT))


def page_of(case: Case) -> str:
    """``index.md``."""
    return opinion_page(case, _environment())


def split_page(page: str) -> tuple[dict[str, Any], str]:
    """Front matter and Markdown, as MkDocs divides them."""
    from mkdocs.utils.meta import get_data

    text, meta = get_data(page)
    return dict(meta), text


def html_of(page: str) -> str:
    """The HTML that Python-Markdown makes of a page with exactly the extensions of ``mkdocs.yml``."""
    import markdown

    config = _mkdocs()
    _, text = split_page(page)
    made = markdown.Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    ).convert(text)
    return made.replace('href="source.md', 'href="source/')  # as MkDocs writes links between pages


def blanks_out(text: str) -> str:
    return re.sub(r"\s+", "", text)


def unlike(html: str, case: Case) -> Iterator[str]:
    """Blocks that the HTML does not show exactly, sign by sign, but for blanks."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html.parser")
    for block in case.blocks:
        starts = [p.at for p in block.pieces]
        stops = [at - 1 for at in starts[1:]] + [len(block.text)]
        for k, (start, stop) in enumerate(zip(starts, stops, strict=True)):
            wanted = blanks_out(_with_calls(block, start, stop))
            element = soup.find(id=f"{block.id}-c{k}" if k else block.id)
            if element is None:
                yield f"{block.id}: not on the page, should show {wanted[:60]!r}"
            elif (shown := blanks_out(_own(element, block.kind))) != wanted:
                yield f"{block.id}: shows {shown[:80]!r} for {wanted[:80]!r}"


def _with_calls(block: Block, start: int, stop: int) -> str:
    """``block.text[start:stop]`` with its footnote calls as they are raised: ``[3]`` shows as 3."""
    out, cursor = "", start
    for mark in block.marks:
        if start <= mark.start <= mark.end <= stop and mark.start >= cursor:
            shown = mark.label if mark.kind == "footnote-call" else ""
            out, cursor = out + block.text[cursor : mark.start] + shown, mark.end
    return out + block.text[cursor:stop]


def _own(element: Tag, kind: str) -> str:
    """The text of an element without what the page adds: number, line, star pages, the label of a note."""
    for link in element.find_all("a"):
        if link.find_parent(attrs={"data-ref": True}):
            continue
        href = str(link.get("href", ""))
        if (
            link.get("class") == ["page"]
            or href == f"#{element.get('id')}"
            or href.startswith("source/#L")
        ):
            link.decompose()
    if kind == "footnote":
        label = element.find("strong")
        if label is not None:
            label.decompose()
    return element.get_text()


# ----------------------------------------------------------------------------------------------- the command line


def pincite(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
    module: Sequence[str] = ("-m", "generator"),
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | (env or {})
    return subprocess.run(
        [sys.executable, *module, *map(str, arguments)],
        cwd=cwd or ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name relative to it."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def edited(rule: Callable[[str], Iterable[Edit]], text: str) -> str:
    """The text after one cleaning rule."""
    return OffsetMap([MapPiece(0, len(text), text)]).edited(rule(text), "rule").text
