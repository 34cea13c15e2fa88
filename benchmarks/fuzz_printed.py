"""Damages slip texts and PDFs for as long as you like, and stops at the first that neither converts nor is refused.

    python benchmarks/fuzz_printed.py SECONDS [FILE ...]

Files are texts of slip opinions, or PDFs; without any, the tests' own are used.  The seed is printed, and SEED in the
environment repeats a run.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.read.pdf.alder import PDF
from tests.read.slip.printed import SLIP
from tests.read.test_fuzz_printed import PIECES, holds, turned

WINDOW = 20_000  # characters of a long text that are used at a time


def main(seconds: float, files: list[str]) -> None:
    """Run for so many seconds."""
    seed = int(os.environ.get("SEED", time.time_ns() % 10**9))
    chance = random.Random(seed)
    data = [Path(f).read_bytes() for f in files] or [SLIP.encode(), PDF]
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        one = chance.choice(data)
        pdf = one.startswith(b"%PDF-")
        text = one.decode("latin-1" if pdf else "utf-8", "replace")
        if not pdf:
            at = chance.randrange(max(1, len(text) - WINDOW))
            text = text[at : at + WINDOW]
        edits = [
            (chance.random(), chance.choice((0, 1, 5, 40, 300)), chance.choice((*PIECES, "")))
            for _ in range(chance.randint(1, 10))
        ]
        try:
            bad = turned(text, edits).encode("latin-1" if pdf else "utf-8", "replace")
            holds(bad, "x.pdf" if pdf else "x.txt", None if pdf else "slip")
        except Exception:
            print(f"seed {seed}, run {count}: {edits!r}")
            raise
        count += 1
    print(f"seed {seed}: {count} runs, no fault")


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:])
