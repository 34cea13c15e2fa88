"""How fast are two texts of an opinion aligned, and how much does a witness give back?

    python benchmarks/collate.py [FILE...]

Each FILE is an opinion in ordinary type (default: those of the site that are).  A copy of it is damaged as the
flattened texts are (capitals, figures, marks, hyphenated words, contractions, headings, page marks and the numbers of
notes go; the notes come last) and restored from the file itself:

* before, after: of the words of the page that the file makes by itself, how many stand on the copy's page in order;
* forms: the same with their capitals and marks, blank to blank;
* notes, calls, headings, pages: of those of the file's own page.

Then the alignment alone, 100 KB against 100 KB, on texts made to be hard for it.
"""

from __future__ import annotations

import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from generator.convert import convert
from generator.model import CaseInfo
from generator.read import read_bytes, read_source
from generator.witness.align import align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Case

OPINIONS = Path(__file__).resolve().parent.parent / "site_src" / "opinions"
WORDS = 17_000  # of 100 KB


def flattened(case: Case) -> str:
    """The text of a page as the flattened dialect would have it."""
    kinds = ("heading", "footnote")
    rows = [b.text for b in case.blocks if b.kind not in kinds]
    rows += [re.sub(r"^\W*\d+\W*", "", b.text) for b in case.blocks if b.kind == "footnote"]
    out = []
    for row in rows:
        text = re.sub(r"\S*(?:\w-\w|\d)\S*|\b[vV]\.", "", row)
        text = re.sub(r"(?:n['’]t|['’]s)\b", "", text)
        text = re.sub(r"[\"“”'‘’()\[\]§—–&:;-]", " ", text).replace("cannot", "can not")
        text = re.sub(r"\s*([.,])\s*", r"\1", " ".join(text.split()).lower())
        out.append(text)
    return "".join(f"{text}\n" for text in out if text)


def share(one: Sequence[str], two: Sequence[str]) -> str:
    """How much of the first stands in the second in order."""
    return f"{100 * LCSseq.similarity(one, two) / len(one):6.2f}" if one else "     –"


def words(case: Case) -> list[str]:
    """The words of a page."""
    return re.findall(r"[^\W_]+", " ".join(b.text for b in case.blocks).casefold())


def measure(path: Path) -> None:
    """One line."""
    witness = read_source(path)
    truth = convert(witness, "truth", CaseInfo())
    damaged = read_bytes(flattened(truth).encode(), "copy.txt", "flattened")
    before = convert(damaged, "copy", CaseInfo())
    start = time.perf_counter()
    after = convert(damaged, "copy", CaseInfo(), None, witness)
    seconds = time.perf_counter() - start

    def forms(case: Case) -> list[str]:
        return " ".join(b.text for b in case.blocks).split()

    def labels(case: Case, kind: str) -> list[str]:
        return [m.label for b in case.blocks for m in b.marks if m.kind == kind]

    def blocks(case: Case, kind: str) -> list[str]:
        return [f"{b.writing} {b.label}" for b in case.blocks if b.kind == kind]

    cells = [
        share(words(truth), words(before)),
        share(words(truth), words(after)),
        share(forms(truth), forms(after)),
        share(blocks(truth, "footnote"), blocks(after, "footnote")),
        share(labels(truth, "footnote-call"), labels(after, "footnote-call")),
        share(blocks(truth, "heading"), blocks(after, "heading")),
        share(labels(truth, "page"), labels(after, "page")),
    ]
    print(
        f"{path.parent.name if path.stem == 'opinion' else path.stem:36.36}",
        *cells,
        f"{seconds:6.2f} s",
    )


def hostile() -> None:
    """The alignment alone."""
    draw = random.Random(1)
    many = [f"w{draw.randrange(3000)}" for _ in range(2 * WORDS)]
    texts = {
        "one word throughout": (["the"] * WORDS, ["the"] * (WORDS - 7)),
        "nothing in common": ([f"a{k}" for k in range(WORDS)], [f"b{k}" for k in range(WORDS)]),
        "the same backwards": (
            [f"a{k}" for k in range(WORDS)],
            [f"a{k}" for k in reversed(range(WORDS))],
        ),
        "chance": (many[:WORDS], many[WORDS:]),
    }
    for name, (one, two) in texts.items():
        start = time.perf_counter()
        runs = align(one, two)
        seconds = time.perf_counter() - start
        print(
            f"{name:24} {len(one):,} words, {sum(r.size for r in runs):,} aligned, {seconds:.2f} s"
        )


def main() -> None:
    """All of it."""
    files = [Path(name) for name in sys.argv[1:]]
    files = files or [
        path
        for path in sorted(OPINIONS.glob("*/opinion.*"))
        if read_source(path).dialect != "flattened"
    ]
    print(f"{'':36} before  after  forms  notes  calls  heads  pages")
    for path in files:
        measure(path)
    print()
    hostile()


if __name__ == "__main__":
    main()
