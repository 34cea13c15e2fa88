"""Change files at random and read them: what comes must be a reading that loses no letter, or an error with a code.

    python benchmarks/fuzz_readers.py MINUTES FILE ...

A change takes a stretch out, doubles it, moves it, or puts something nasty in its place.  What breaks is written to
``fuzz-found/`` for a test to be made of it.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
import traceback
from pathlib import Path

from generator.conservation import check
from generator.convert import convert
from generator.errors import PinciteError
from generator.model import CaseInfo
from generator.read import read_bytes

NASTY = (
    b"", b"<", b">", b"&", b'"', b"\\", b"{", b"]", b"\0", b"\xff", b"\xe2\x80", b"</p>", b"<p>", b"<table>", b"<!--",
    b"]]>", b"\n\n", b"\r", b"\x0c", b"*", b"[1]", b"&#0;", b"&nbsp;", b"\xe2\x80\xa8", b"\xcc\x81", b"\xc2\xad",
)  # fmt: skip
SLOW = 10.0  # seconds
FOUND = Path("fuzz-found")


def changed(data: bytes, dice: random.Random) -> bytes:
    """The file with one to four changes."""
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(data) + 1)
        end = min(len(data), start + dice.choice((0, 1, 5, 40, 400, 4000)))
        piece = data[start:end]
        to = dice.randrange(len(data) + 1)
        match dice.randrange(4):
            case 0:
                data = data[:start] + dice.choice(NASTY) * dice.choice((1, 1, 1, 50)) + data[end:]
            case 1:
                data = data[:start] + piece * dice.choice((2, 3, 20)) + data[end:]
            case 2:
                data = data[:to] + piece + data[to:]
            case _:
                data = data[:start] if dice.random() < 0.1 else data[:start] + data[end:]
    return data


def trouble(data: bytes, name: str) -> str | None:
    """What is wrong with how the file is read; ``None`` where nothing is."""
    begun = time.perf_counter()
    try:
        source = read_bytes(data, name)
        case = convert(source, "fuzz", CaseInfo())
        lost = check(source.text, case.blocks, case.clean.repairs)
        if lost is not None:
            return f"lost: {lost}"
    except PinciteError as error:
        if error.code not in {"K00", "K01"}:
            return None
        return str(error)
    except Exception:
        return traceback.format_exc()
    seconds = time.perf_counter() - begun
    return f"{seconds:.1f} s" if seconds > SLOW else None


def main(minutes: float, paths: list[Path]) -> int:
    """Run until the time is up; the number of findings."""
    FOUND.mkdir(exist_ok=True)
    seeds = [(path.name, path.read_bytes()) for path in paths]
    end, runs, found = time.monotonic() + 60 * minutes, 0, 0
    dice = random.Random(1)
    while time.monotonic() < end:
        name, data = dice.choice(seeds)
        data = changed(data, dice)
        runs += 1
        if what := trouble(data, name):
            found += 1
            stem = hashlib.sha256(data).hexdigest()[:12]
            (FOUND / f"{stem}-{name}").write_bytes(data)
            print(f"{stem}-{name}: {what.strip().splitlines()[-1]}")
    print(f"{runs:,} runs, {found} findings")
    return found


if __name__ == "__main__":
    sys.exit(min(1, main(float(sys.argv[1]), [Path(p) for p in sys.argv[2:]])))
