"""How fast is the press?  Megabytes per second through each stage, a row per dialect, and the growth with length.

    make bench, or: python benchmarks/press.py [FILE ...]

Without files one opinion is read in the shape of every dialect (``tests/shapes.py``).  Each stage is timed by the
processor time of this process and, for PDFs, of the one that reads them: the best of seven runs, with nothing
remembered from the run before.  A megabyte is one of the file; of a PDF or a Word document, which are packed, one of
the text in it.  Growth is the time per character for ten times the text over that for the text once (1.0 is linear).
"""

from __future__ import annotations

import functools
import gc
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.clean import clean  # noqa: E402
from generator.conservation import check  # noqa: E402
from generator.read import read_bytes  # noqa: E402
from generator.structure import structure  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Source

RUNS = 7
LEAST = 1.0  # MB/s through read, clean and structure that every dialect of text or XML is to reach
STAGES = ("read", "clean", "structure", "conservation")
PACKED = frozenset({"pdf", "docx"})
LINES = frozenset(
    {"lexis", "flattened", "plain", "slip"}
)  # ten of which behind one another are one text


class Measured(NamedTuple):
    """The source that was read, and the seconds of each stage."""

    source: Source
    seconds: tuple[float, ...]


def measure(name: str, data: bytes) -> Measured:
    """The best of ``RUNS``, stage by stage."""
    source = read_bytes(data, name)  # and loads what is loaded once
    runs = []
    for _ in range(RUNS):
        _forget()
        times = [_now()]
        source = read_bytes(data, name)
        times.append(_now())
        text = clean(source)
        times.append(_now())
        built = structure(source, text)
        times.append(_now())
        check(source.text, built.blocks, text.repairs)
        times.append(_now())
        runs.append([after - before for before, after in pairwise(times)])
    return Measured(source, tuple(map(min, zip(*runs, strict=True))))


def _now() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    own = time.process_time()
    try:
        import resource
    except ImportError:  # Windows
        return own
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own + children.ru_utime + children.ru_stime


def _forget() -> None:
    """Empty what remembers answers about the text last read; tables stay."""
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper) and thing.cache_parameters()["maxsize"]:
            thing.cache_clear()


def longer(data: bytes) -> bytes:
    """The text ten times over.  The head of a slip opinion's first page stays where it was: another would begin another
    case.
    """
    once = data.rstrip(b"\n") + b"\n"
    return once + once.replace(b"(Slip Opinion)", b"") * 9


def row(shape: str, name: str, data: bytes) -> str:
    """What was measured of one file."""
    source, seconds = measure(name, data)
    size = len(source.text.encode() if source.dialect in PACKED else data) / 1e6
    three = sum(seconds[:3])
    cells = [f"{size / max(s, 1e-9):12.2f}" for s in seconds]
    growth = "-"
    if source.dialect in LINES:
        ten = measure(name, longer(data)).seconds
        growth = f"{sum(ten) / (10 * sum(seconds)):.2f}"
    note = ""
    if source.dialect == "pdf":
        note = f"  {_pages(data) / three:.0f} pages/s"
    elif size / three < LEAST:
        note = f"  below {LEAST:.0f} MB/s"
    label = f"{shape[:32]:32s} {source.dialect:18s} {size * 1000:7.1f}"
    return f"{label} {' '.join(cells)} {size / three:12.2f} {growth:>10s}{note}"


def _pages(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


def shapes() -> Iterator[tuple[str, str, bytes]]:
    """The rows without files: a name, that of a file, and its bytes."""
    from tests.shapes import SHAPES

    for shape, (name, made) in SHAPES.items():
        yield shape, name, made()


def named(files: list[str]) -> Iterator[tuple[str, str, bytes]]:
    """The same for files."""
    for path in map(Path, files):
        yield (
            path.parent.name if path.stem == "opinion" else path.stem,
            path.name,
            path.read_bytes(),
        )


def main(files: list[str]) -> None:
    head = " ".join(f"{stage:>12s}" for stage in STAGES)
    print(
        f"{'opinion':32s} {'dialect':18s} {'KB':>7s} {head} {'first three':>12s} {'growth':>10s}   (MB/s)"
    )
    for shape, name, data in named(files) if files else shapes():
        print(row(shape, name, data), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
