"""The search index: what Pagefind is told of each passage, and the index it makes of that.

Pagefind is given *records*, one for each paragraph, block quote and footnote and one for each case as a whole; it never
reads a page.  A record leads to its passage (``opinions/<slug>/#p14``, from the root of the site) and can be filtered
by court, term, kind of writing and author.

The index goes to ``docs/pagefind/``, so that ``pincite build``, ``mkdocs build`` and ``mkdocs serve`` all have it.  It
is made anew only when a record, or Pagefind itself, has changed.  The same records give the same fragments and words;
the values of a filter Pagefind writes in an order that changes from run to run, and with them the names of those files
and of the one that lists them.
"""

from __future__ import annotations

import asyncio
import base64
import functools
import hashlib
import json
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.files import write_bytes_if_changed
from generator.render import words
from generator.terms import term_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import Block, Case

STAMP = "records.sha256"  # of the records that the index was made from
_LOOK = 0.02  # seconds between two looks at what is being written
ENTRY = "pagefind-entry.json"  # what Pagefind's own script reads first
LANGUAGE = "en"
_KINDS = frozenset({"paragraph", "blockquote", "footnote"})
# What is published of the bundle; the rest are search boxes of Pagefind's own, which the theme does not use.
_PUBLISHED = re.compile(
    r"pagefind(?:-worker)?\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.(?!unknown)\w+\.pagefind"
    r"|(?:filter|fragment|index)/\w+\.pf_(?:filter|fragment|index)"
)
ENDED = "Pagefind's program ended before its work was done"
_AT_ONCE = 500  # records under way to Pagefind


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that can be found.

    ``filters``: ``court``, ``term``, ``kind`` and ``author`` narrow a search down to it; ``case`` (name and citation)
    and ``writing`` (its title) are shown with it.  They are no *metadata* in Pagefind's sense, for it searches that
    too: each paragraph of *Malley v. Briggs* would then be a hit for "Malley".
    """

    url: str
    content: str
    filters: Mapping[str, list[str]]


class SearchUnavailableError(Exception):
    """The index cannot be made here.  The message says why, and what to do."""


# ----------------------------------------------------------------------------------------------------------- records


def records(case: Case) -> Iterator[Record]:
    """What can be found of a case: the case by its name, citation and docket, then each passage in page order."""
    home = f"opinions/{case.slug}/"
    name, citation = words.case_name(case), words.citation(case.info)
    facts = {"court": case.info.court, "term": term_of(case.info)}
    common: dict[str, list[str]] = {"case": [name, citation] if citation else [name]}
    common |= {key: [value] for key, value in facts.items() if value}
    titles = [words.title(w) for w in case.writings]
    whole = ". ".join([name, *words.facts(case), *titles])
    yield Record(home, whole, common)
    writings = {w.id: w for w in case.writings}
    for block in case.blocks:
        writing = writings.get(block.writing or "")
        text = _text(block)
        if block.kind not in _KINDS or writing is None or not text:
            continue
        filters: dict[str, list[str]] = {
            **common,
            "kind": [writing.kind],
            "writing": [words.title(writing)],
        }
        if writing.author:
            filters["author"] = [writing.author]
        yield Record(f"{home}#{block.id}", text, filters)


def _text(block: Block) -> str:
    """The block's words without the calls of its notes, which would otherwise stick to the words before them."""
    out, cursor = "", 0
    for mark in sorted(block.marks, key=lambda m: m.start):
        if mark.kind == "footnote-call" and mark.start >= cursor:
            out, cursor = out + block.text[cursor : mark.start], mark.end
    return " ".join((out + block.text[cursor:]).split())


def digest_of(found: Sequence[Record], version: str) -> str:
    """What changes when the index must be made anew."""
    digest = hashlib.sha256(version.encode())
    for record in found:
        row = [record.url, record.content, dict(record.filters)]
        digest.update(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    return digest.hexdigest()


# ------------------------------------------------------------------------------------------------------------- index


def ready(folder: Path) -> bool:
    """Whether ``folder`` holds an index."""
    return (folder / ENTRY).is_file() and (folder / STAMP).is_file()


def update_index(corpus: Corpus, folder: Path) -> tuple[list[Path], str | None]:
    """Make ``folder`` hold the index of the corpus: the files that changed, and why there is none, if so.

    Where no index can be made an old one goes too, for it would lead to passages that are no longer there.
    """
    found = [record for case in corpus.cases for record in records(case)]
    if not found:
        return clear(folder), None
    try:
        digest = digest_of(found, _version())
        if ready(folder) and (folder / STAMP).read_text(encoding="utf-8") == digest:
            return [], None
        with tempfile.TemporaryDirectory(prefix="pincite-") as scratch:
            # In a thread of its own, for this one may have a loop already (a notebook, a test with a browser).
            with ThreadPoolExecutor(1) as thread:
                thread.submit(lambda: asyncio.run(_made(found, scratch))).result()
            written = _brought(Path(scratch), folder)
    except SearchUnavailableError as problem:
        clear(folder)
        return [], str(problem)
    write_bytes_if_changed(folder / STAMP, digest.encode())
    return written, None


def clear(folder: Path) -> list[Path]:
    """Remove the index from ``folder``; what is not ours stays."""
    gone = [p for p in _files(folder) if _ours(p, folder)]
    for path in gone:
        path.unlink()
    _without_empty(folder)
    return gone


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pagefind")
    except PackageNotFoundError:
        raise SearchUnavailableError(
            "Pagefind is not installed; `pip install 'pagefind[bin]'` brings it"
        ) from None


async def _made(found: Sequence[Record], folder: str) -> None:
    """Let Pagefind write its bundle into ``folder``."""
    try:
        service = await _service()().launch()
    except (OSError, ImportError) as problem:
        raise SearchUnavailableError(
            f"Pagefind's program cannot be run ({problem}); `pip install 'pagefind[bin]'` brings it"
            " for Linux, macOS and Windows, or name one in PAGEFIND_BINARY_PATH"
        ) from problem
    try:
        index = await service.create_index({"force_language": LANGUAGE})
        for first in range(0, len(found), _AT_ONCE):
            await asyncio.gather(
                *(
                    index.add_custom_record(
                        url=record.url,
                        content=record.content,
                        language=LANGUAGE,
                        filters=dict(record.filters),
                    )
                    for record in found[first : first + _AT_ONCE]
                )
            )
        await index.write_files(folder)
        await _reached(Path(folder))
    except (_EndedError, ConnectionError) as problem:
        why = str(problem) if isinstance(problem, _EndedError) else ENDED
        raise SearchUnavailableError(why) from problem
    finally:
        await service.close()


async def _reached(folder: Path, seconds: float = 20.0) -> None:
    """Wait until the files of the bundle hold what was written into them, ``seconds`` at the most.

    Pagefind answers before the last of it has reached them; stopped at that moment, it leaves files empty.  Two looks
    that find the same, and nothing empty, are believed.
    """
    before: dict[Path, int] = {}
    for _ in range(max(1, int(seconds / _LOOK))):
        sizes = {path: path.stat().st_size for path in _files(folder)}
        if folder / ENTRY in sizes and all(sizes.values()) and sizes == before:
            return
        before = sizes
        await asyncio.sleep(_LOOK)
    raise _EndedError("Pagefind left files of its index empty")


class _EndedError(Exception):
    """Pagefind's program has gone away, or refused a message."""


@functools.cache
def _service() -> Any:
    """Pagefind's service, with answers taken as they come.

    The one it ships looks for an answer ten times a second, which is a minute and a half for a thousand records.
    """
    from pagefind.service import PagefindService

    class Service(PagefindService):
        async def _wait_for_responses(self) -> None:
            assert self._backend.stdout is not None
            while True:
                try:
                    data = await self._backend.stdout.readuntil(b",")
                    answer = json.loads(base64.b64decode(data[:-1]))
                except (asyncio.IncompleteReadError, ValueError) as problem:
                    self._end(ENDED, problem)
                    return
                payload = answer["payload"]
                waiting = self._responses.pop(answer.get("message_id"), None)
                if payload["type"] == "Error":
                    self._end(f"Pagefind refused: {payload.get('message')}", None, waiting)
                elif waiting is not None:
                    waiting.set_result(payload)

        def _end(self, message: str, problem: Exception | None, waiting: Any = None) -> None:
            error = _EndedError(message)
            error.__cause__ = problem
            for future in [waiting, *self._responses.values()]:
                if future is not None and not future.done():
                    future.set_exception(error)
            self._responses.clear()

        async def close(self) -> None:
            self._poll_task.cancel()
            if self._backend.returncode is None:
                self._backend.terminate()
            await self._backend.wait()

    return Service


# ------------------------------------------------------------------------------------------------------------- files


def _brought(bundle: Path, folder: Path) -> list[Path]:
    """Bring what is published of ``bundle`` into ``folder``; what it no longer has goes."""
    wanted = {
        name: path
        for path in _files(bundle)
        if _PUBLISHED.fullmatch(name := path.relative_to(bundle).as_posix())
    }
    # The entry comes last: until then a reader finds the old index whole.
    names = sorted(wanted, key=lambda n: (n == ENTRY, n))
    written = [
        folder / name
        for name in names
        if write_bytes_if_changed(folder / name, wanted[name].read_bytes())
    ]
    for path in _files(folder):
        if _ours(path, folder) and path.relative_to(folder).as_posix() not in {*wanted, STAMP}:
            path.unlink()
    _without_empty(folder)
    return written


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else []


def _ours(path: Path, folder: Path) -> bool:
    name = path.relative_to(folder).as_posix()
    return name == STAMP or bool(_PUBLISHED.fullmatch(name))


def _without_empty(folder: Path) -> None:
    for inner in ("filter", "fragment", "index", "."):
        place = folder / inner
        if place.is_dir() and not any(place.iterdir()):
            place.rmdir()
