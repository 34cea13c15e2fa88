"""How fast are citations found, against eyecite's ``get_citations`` on the same texts in the same run?

    make bench, or: python benchmarks/citations.py [FILE or FOLDER ...]

Without files the opinions of site_src are used.  Processor time of this one process, the best of several runs, after a
first run that is shown by itself (it imports eyecite, builds tables and compiles patterns).  Ours goes paragraph by
paragraph, as in a build; eyecite, whose citations may run over line ends, gets each text whole.
"""

from __future__ import annotations

import logging
import random
import re
import resource
import sys
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.clean import clean
from generator.errors import ReadError
from generator.read import read_bytes
from generator.structure import structure

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
SIZES = (10_000, 100_000, 1_000_000)
HOSTILE = (
    *("(", "[", "§ ", "1", "1 ", "Id. ", "Id., at ", "supra, ", "See ", "“", "—", "_", " ", "\n"),
    *(
        "U. S. ",
        "1 U.S. ",
        "1 U.S. 1, ",
        "1 F. ",
        "1-",
        "v. ",
        "A v. B, ",
        "42 U.S.C. § 1 ",
        "App. ",
        "Art. I, ",
        "(CA9 1990) ",
    ),
)


# ------------------------------------------------------------------------------------------------- what is measured


def ours(paragraphs: Sequence[str]) -> int:
    """All kinds of references, as the build finds them in the text of a block."""
    from generator.cite.recognise import recognise

    return sum(len(recognise(p)) for p in paragraphs)


def reporters(paragraphs: Sequence[str]) -> int:
    """The reporters' citations among them only."""
    from generator.cite.tokenizer import tokens

    return sum(len(tokens(p)) for p in paragraphs)


def theirs(texts: Sequence[str]) -> int:
    """Eyecite with its default tokenizer."""
    from eyecite import get_citations

    return sum(len(get_citations(t)) for t in texts)


# ----------------------------------------------------------------------------------------------------------- how


def timed(action: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """Seconds of processor time, the best of ``runs``, and what came out."""
    times = []
    result = None
    for _ in range(runs):
        start = time.process_time()
        result = action()
        times.append(time.process_time() - start)
    return min(times), result


def paragraphs_of(path: Path) -> list[str]:
    """The texts of the blocks; of a file that no reader knows, what stands between empty lines.

    None of a flattened text: its citations have lost their figures, and eyecite has nothing to find in it.
    """
    data = path.read_bytes()
    try:
        source = read_bytes(data, path.name)
    except ReadError:
        return [p for p in re.split(r"\n\s*\n", data.decode("utf-8", "replace")) if p.strip()]
    if source.dialect == "flattened":
        return []
    return [b.text for b in structure(source, clean(source)).blocks if b.text]


def grown(paragraphs: Sequence[str], size: int) -> list[str]:
    """Paragraphs of ``size`` characters in all: the given ones over and over, their numbers shuffled."""
    chance = random.Random(size)
    numbers = re.findall(r"\d+", " ".join(paragraphs)) or ["1"]
    out: list[str] = []
    left = size
    while left > 0:
        for paragraph in paragraphs:
            out.append(re.sub(r"\d+", lambda _: chance.choice(numbers), paragraph)[:left])
            left -= len(out[-1])
            if left <= 0:
                break
    return out


def peak(action: Callable[[], Any]) -> float:
    """The most memory that Python held at a time beyond what it held before, in MB."""
    tracemalloc.start()
    action()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1e6


def resident() -> float:
    """The largest resident size of this process so far, in MB (``ru_maxrss`` is in KB, on macOS in bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )


# ---------------------------------------------------------------------------------------------------------- tables


def speed(texts: Sequence[Sequence[str]]) -> None:
    whole = ["\n".join(t) for t in texts]
    size = sum(map(len, whole)) / 1e6
    every = [p for t in texts for p in t]
    print(f"{len(texts)} texts, {size:.3f} MB, {len(every)} paragraphs")
    first, _ = timed(lambda: ours(every), 1)
    print(f"first run of this process {first:.2f} s; resident then {resident():.0f} MB\n")
    rows = {
        "ours, all kinds": timed(lambda: ours(every)),
        "ours, reporters only": timed(lambda: reporters(every)),
        "eyecite.get_citations": timed(lambda: theirs(whole), 2),
    }
    eyecite = rows["eyecite.get_citations"][0]
    print(f"{'':34s} {'found':>6s} {'seconds':>8s} {'MB/s':>8s} {'times eyecite':>14s}")
    for name, (seconds, found) in rows.items():
        print(
            f"{name:34s} {found:6d} {seconds:8.3f} {size / seconds:8.2f} {eyecite / seconds:14.1f}"
        )


def growth(paragraphs: Sequence[str]) -> None:
    print(
        f"\n{'microseconds per KB at':34s} "
        + "".join(f"{s // 1000:>7d} KB" for s in SIZES)
        + "   last to first"
    )
    texts = [grown(paragraphs, size) for size in SIZES]
    for name, action, joined in (
        ("ours, by paragraph", ours, False),
        ("ours, in one piece", ours, True),
        ("reporters only, by paragraph", reporters, False),
        ("reporters only, in one piece", reporters, True),
    ):
        costs = []
        for text, size in zip(texts, SIZES, strict=True):
            given = ["\n".join(text)] if joined else text
            runs = max(3, min(20, 2_000_000 // size))
            costs.append(timed(lambda a=action, g=given: a(g), runs)[0] / size * 1e9)  # type: ignore[misc]
        print(
            f"{name:34s} " + "".join(f"{c:10.0f}" for c in costs) + f"{costs[-1] / costs[0]:16.2f}"
        )
    most = peak(lambda: ours(["\n".join(texts[-1])]))
    size = SIZES[-1] // 1000
    print(
        f"peak memory at {size} KB in one piece: {most:.1f} MB traced; resident {resident():.0f} MB"
    )


def hostile() -> None:
    size = SIZES[-1]
    print(
        f"\n{'seconds for ' + str(size // 1000) + ' KB in one paragraph of':34s} {'all kinds':>10s} {'reporters':>10s}"
    )
    for piece in HOSTILE:
        text = [(piece * (size // len(piece) + 1))[:size]]
        seconds = [timed(lambda f=f, t=text: f(t), 1)[0] for f in (ours, reporters)]  # type: ignore[misc]
        print(f"{piece!r:34s} {seconds[0]:10.3f} {seconds[1]:10.3f}", flush=True)


def main(arguments: list[str]) -> None:
    logging.getLogger("eyecite").setLevel(logging.ERROR)  # it warns of citations that overlap
    given = [Path(a) for a in arguments] or [ROOT / "site_src" / "opinions"]
    paths = [p for g in given for p in (sorted(g.rglob("*.txt")) if g.is_dir() else [g])]
    texts = [t for t in map(paragraphs_of, paths) if t]
    speed(texts)
    growth([p for t in texts for p in t])
    hostile()


if __name__ == "__main__":
    main(sys.argv[1:])
