"""How fast the truecaser is, how long it takes to load, and how much its tables add to the package.

    make bench, or: python benchmarks/truecase.py [FILE or FOLDER ...]

Without files the flattened opinion of site_src is used.  Processor time of this one process.  Loading is measured in a
new process, from the import of the truecaser to the first words.  "Once" is each text by itself, from empty memories,
as in a build; "throughput" is all of them put together and repeated up to a megabyte.
"""

from __future__ import annotations

import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

from generator.clean import clean
from generator.errors import ReadError
from generator.read import read_bytes

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
MEGABYTE = 1_000_000
TABLES = (
    "case_words.tsv.gz", "case_pairs.tsv.gz", "case_following.tsv.gz", "case_context.tsv.gz", "case_letters.tsv",
    "case_phrases.txt",
)  # fmt: skip
LOAD = """
import time
before = time.process_time()
from generator.clean.truecase import shipped, truecased
between = time.process_time()
truecased("the court of appeals affirmed", shipped())
print(between - before, time.process_time() - between)
"""


def texts(paths: list[Path]) -> list[str]:
    """The clean texts of flattened opinions, in lower case."""
    out = []
    for path in paths:
        for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
            try:
                source = read_bytes(file.read_bytes(), file.name, None)
            except ReadError:
                continue
            if source.dialect == "flattened":
                out.append(clean(source).text)
    return out


def main(arguments: list[str]) -> int:
    """Print the figures."""
    from generator.clean.truecase import shipped, truecased

    size = sum(len(files("generator").joinpath("data", name).read_bytes()) for name in TABLES)
    print(f"tables     {size / MEGABYTE:.2f} MB")
    command = [sys.executable, "-c", LOAD]
    loads = [
        [float(seconds) for seconds in subprocess.check_output(command, text=True).split()]
        for _ in range(RUNS)
    ]
    modules, tables = min(loads, key=sum)
    print(f"loading    {tables:.2f} s for tables and first words, {modules:.2f} s for modules")
    found = texts([Path(a) for a in arguments] or [ROOT / "site_src"])
    if not found:
        print("no flattened opinion among the files")
        return 1
    shipped()
    before = time.process_time()
    for text in found:
        truecased(text, shipped())
    once = time.process_time() - before
    length = sum(map(len, found))
    print(
        f"once       {length / once / MEGABYTE:.2f} MB/s ({len(found)} texts, {length / MEGABYTE:.2f} MB)"
    )
    whole = "\n".join(found * (MEGABYTE // length + 1))
    best = float("inf")
    for _ in range(RUNS):
        before = time.process_time()
        truecased(whole, shipped())
        best = min(best, time.process_time() - before)
    print(f"throughput {len(whole) / best / MEGABYTE:.2f} MB/s ({len(whole) / MEGABYTE:.2f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
