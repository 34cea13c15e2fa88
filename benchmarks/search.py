"""How large the search index grows, and how long it takes, for a site of many opinions.

    python benchmarks/search.py [--opinions 1000] [--paragraphs 50]

The opinions are made up of the words of those of the repository, so that their lengths and frequencies are real.
"""

from __future__ import annotations

import argparse
import datetime
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.convert import convert_file
from generator.corpus import Corpus
from generator.model import Block, Case, CaseInfo, Piece, Writing, WritingKind
from generator.search import records, update_index
from generator.terms import SUPREME_COURT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
KINDS: tuple[WritingKind, ...] = ("majority", "concurrence", "dissent")
A_PARAGRAPH = 110  # words


def made(model: Case, words: Sequence[str], opinions: int, paragraphs: int) -> Iterator[Case]:
    """Opinions of ``paragraphs`` paragraphs each, in three writings."""
    dice = random.Random(1)
    for number in range(opinions):
        year = 1950 + number % 75
        info = CaseInfo(
            f"Petitioner{number} v. Respondent{number}",
            f"{400 + number % 200} U.S. {number}",
            SUPREME_COURT,
            decided=datetime.date(year, 3, 5),
        )
        writings = tuple(
            Writing(kind, kind, f"Justice{(number + k) % 40}", (), (0, 0))
            for k, kind in enumerate(KINDS)
        )
        blocks = []
        for k in range(paragraphs):
            start = dice.randrange(len(words) - A_PARAGRAPH)
            text = " ".join([*words[start : start + A_PARAGRAPH], f"word{dice.randrange(20_000)}"])
            writing = KINDS[min(2, 4 * k // paragraphs)]
            piece = Piece((0, 0), (0, 0), 0)
            blocks.append(
                Block(f"p{k + 1}", "paragraph", k + 1, writing, None, text, (0, 0), (piece,))
            )
        slug = f"case-{number}"
        yield replace(
            model, slug=slug, info=info, writings=writings, blocks=tuple(blocks), references=()
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--opinions", type=int, default=100)
    parser.add_argument("--paragraphs", type=int, default=50)
    args = parser.parse_args()
    files = sorted((ROOT / "site_src/opinions").glob("*/opinion.*"))
    cases = [convert_file(path, path.parent.name, CaseInfo(), None) for path in files]
    words = [word for case in cases for block in case.blocks for word in block.text.split()]
    corpus = Corpus.of(made(cases[0], words, args.opinions, args.paragraphs))
    started = time.perf_counter()
    number = sum(1 for case in corpus.cases for _ in records(case))
    collected = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _, problem = update_index(corpus, folder)
        indexed = time.perf_counter()
        update_index(corpus, folder)
        again = time.perf_counter()
        sizes = {p.relative_to(folder).as_posix(): p.stat().st_size for p in folder.rglob("*.*")}
    if problem:
        raise SystemExit(problem)
    first = sum(
        size
        for name, size in sizes.items()
        if name.startswith(("pagefind.en", "wasm"))
        or name in ("pagefind.js", "pagefind-entry.json")
    )
    words_files = [size for name, size in sizes.items() if name.startswith("index/")]
    filters = sum(size for name, size in sizes.items() if name.startswith("filter/"))
    print(f"{args.opinions} opinions, {number} records: collected in {collected - started:.1f} s")
    print(f"index made in {indexed - collected:.1f} s; found unchanged in {again - indexed:.1f} s")
    print(f"{len(sizes)} files, {sum(sizes.values()) / 1e6:.1f} MB")
    print(f"a reader loads {first / 1e3:.0f} KB to begin, with filters {filters / 1e3:.0f} KB more")
    print(f"and for a word {max(words_files) / 1e3:.0f} KB at most, of {len(words_files)} files")


if __name__ == "__main__":
    main()
