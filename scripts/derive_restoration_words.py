#!/usr/bin/env python3
"""Make ``generator/data/restore_words.tsv``: how often opinions use a word.

    python scripts/derive_restoration_words.py CASE_WORDS.tsv.gz TEXT... [--out generator/data]

``CASE_WORDS.tsv.gz``: a word, then its spellings with counts, over many opinions; a word that never has a capital there
is not in it.  ``TEXT``: opinions as plain text, mixed case, with no words broken at the ends of lines.  Where both know
a word the larger collection counts.  Halves of words that are in the texts all the same are left out.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import re
import statistics
from pathlib import Path

HEAD = """\
# How often opinions use a word, in a million words: counted by script over some 7,900 public-domain opinions of the
# U.S. Supreme Court (words seen five times at least with a small letter) and over 35 whole texts of courts of all sorts
# (three times). Made by scripts/derive_restoration_words.py. Small letters; single letters and rarer words are not in
# it.
word\tper_million
"""
_WORD = re.compile(r"(?<![\w’'\-–])[A-Za-z]{2,}(?![\w’'\-–])")
_SUFFIX = re.compile(r"[’'](?:s|t|ll|re|ve|d|m)\b")
HALVES = frozenset(
    "tion tions ment ments ing sion sions tive tional ity ness con com ver ence ance able ber tive dis pre pro".split()
)


def main() -> None:
    """Read the counts, write the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("counted", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("generator/data"))
    arguments = parser.parse_args()
    texts: collections.Counter[str] = collections.Counter()
    for path in sorted(arguments.texts):
        plain = _SUFFIX.sub(" ", path.read_text(encoding="utf-8"))
        texts.update(w.lower() for w in _WORD.findall(plain))
    counted = _counted(arguments.counted)
    size = sum(texts.values())
    # The table does not say over how many words it was counted; the words common to both do.
    scale = size * statistics.median(
        counted[w] / texts[w] for w in counted if counted[w] > 100 and texts[w] > 100
    )
    rows = {}
    for word in (texts.keys() | counted.keys()) - HALVES:
        if counted.get(word, 0) >= 5:
            rows[word] = max(1, round(counted[word] / scale * 1e6))
        elif texts[word] >= 3:
            rows[word] = max(1, round(texts[word] / size * 1e6))
    body = "".join(f"{word}\t{rows[word]}\n" for word in sorted(rows))
    (arguments.out / "restore_words.tsv").write_text(HEAD + body, encoding="utf-8")


def _counted(path: Path) -> dict[str, int]:
    out = {}
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        word, spellings = line.split("\t", 1)
        if re.fullmatch("[a-z]{2,}", word):
            pairs = (s.rsplit(":", 1) for s in spellings.split(" "))
            out[word] = sum(int(n) for spelling, n in pairs if spelling == word)
    return out


if __name__ == "__main__":
    main()
