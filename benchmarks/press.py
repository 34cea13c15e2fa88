"""How fast is the press?  Characters per second through each stage, and how the cost grows with length.

    make bench, or: python benchmarks/press.py [FILE ...]

Without files the opinions of site_src are used.  Each stage is timed by the processor time of this
process, the best of five
runs; the texts are then repeated to ten times their length, and the ratio of the time per
character is the growth (1.0 is linear).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.clean import clean
from generator.conservation import check
from generator.read import read_bytes
from generator.structure import structure

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Source

RUNS = 5
LINES = frozenset({"lexis", "flattened", "plain", "slip"})
ROOT = Path(__file__).resolve().parent.parent


def best(action: Callable[[], Any]) -> float:
    """Seconds of processor time, the best of ``RUNS``."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def measure(name: str, data: bytes) -> dict[str, float]:
    """Seconds per stage."""
    source: Source = read_bytes(data, name)
    text = clean(source)
    built = structure(source, text)
    return {
        "read": best(lambda: read_bytes(data, name)),
        "clean": best(lambda: clean(source)),
        "structure": best(lambda: structure(source, text)),
        "conservation": best(lambda: check(source.text, built.blocks, text.repairs)),
    }


def main(files: list[str]) -> None:
    paths = [Path(f) for f in files] or sorted(
        (ROOT / "site_src" / "opinions").glob("*/opinion.txt")
    )
    print(
        f"{'opinion':32s} {'dialect':10s} {'KB':>6s}  "
        + "  ".join(f"{s:>12s}" for s in ("read", "clean", "structure", "conservation"))
        + "    first three  growth x10"
    )
    for path in paths:
        data = path.read_bytes()
        name = path.parent.name if path.stem == "opinion" else path.stem
        dialect = read_bytes(data, path.name).dialect
        one = measure(path.name, data)
        grows = dialect in LINES  # ten files of JSON or XML behind one another are none
        ten = measure(path.name, (data.rstrip(b"\n") + b"\n") * 10) if grows else None
        rates = "  ".join(f"{len(data) / 1e6 / max(t, 1e-9):7.2f} MB/s" for t in one.values())
        three = sum(one[s] for s in ("read", "clean", "structure"))
        growth = f"{sum(ten.values()) / (10 * sum(one.values())):10.2f}" if ten else f"{'-':>10s}"
        print(f"{name[:32]:32s} {dialect:10s} {len(data) / 1000:6.1f}  {rates}", end="  ")
        print(f"{len(data) / 1e6 / three:7.2f} MB/s  {growth}")


if __name__ == "__main__":
    main(sys.argv[1:])
