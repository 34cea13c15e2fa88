#!/usr/bin/env python3
"""Make ``generator/data/case_words.tsv.gz`` and ``case_pairs.tsv.gz`` from two counted tables.

    python scripts/derive_case_tables.py WORDS.tsv.gz PAIRS.tsv.gz [--out generator/data]

``WORDS`` has a word in lower case and its spellings in mid-sentence with counts ("court  Court:87884 court:35295"),
``PAIRS`` the same behind the word before it.  Both were counted in ordinary text.  The texts that need them have lost
their apostrophes ("the officer affidavits"), so a possessive is counted as the word itself; a spelling that
is too rare to be right is left out, and so is a pair that says no more than its word alone.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import io
import math
import re
import sys
from pathlib import Path

Counts = dict[str, int]
Words = dict[str, Counts]
Pairs = dict[str, Words]

SMALL, CAPITAL, CAPITALS, UNTOLD = "l", "C", "U", "?"
# The words before, summed up: those that always have a capital, and those that hardly ever have.
AFTER_NAME, AFTER_SMALL = "*", "-"
SHARE = 6
# A spelling below this share of its word is a misprint, a caption or a quotation of a statute's capitals.
RARE = 0.01
# What a pair must gain over its word alone, in nats over all its counts, to be worth its place.
GAIN = 1.0
# How many counts the word alone is worth beside those of the pair; the reader of the tables smooths with the same.
WEIGHT = 2.0
# A part of a word must be met in so many words, and is smoothed with so many of the next shorter part's.
MET = 8
STRENGTH = 4.0
# Words that are often enough printed with a capital that a small letter says something.
TELLING = 0.2
# Words behind that say no more than this, in log odds, are left out.
NEAR = 0.7

_HEAD = """\
# {what}
# l: small, C: a capital at the beginning, U: all capitals; any other spelling as it is printed. Counts in
# mid-sentence. ?: seen before other words, its own spelling not counted.
# Counted by script over public-domain opinions of the Supreme Court of the United States before 2009 (of some
# 7,900 by nine Justices, 1950s-2016). Made by scripts/derive_case_tables.py: possessives are counted with their
# words, spellings below {rare:.0%} are left out{more}.
"""


_FOLLOWING_HEAD = """\
# How often a word has a capital by the word behind it, in hundredths: the word; then first, with no word, before any
# other than those that follow; then words behind it. Made by scripts/derive_case_tables.py from the tables that
# case_words.tsv.gz and case_pairs.tsv.gz are made from, where only words before were counted: it follows from how
# the word behind is printed.
"""
_LETTERS_HEAD = f"""\
# Log odds that a word with this beginning (^) or end ($) is a name and no ordinary word. Made by
# scripts/derive_case_tables.py from the words of case_words.tsv.gz that always have a capital and the ordinary
# ones of flattened_ordinary.txt, each word once, each part smoothed with the next shorter; parts of less than
# {MET} words left out.
"""


def plain(word: str) -> str:
    """A word as a text without apostrophes has it: ``state's`` and ``judge’s`` lose their ends."""
    word = word.replace("’", "'")
    return re.sub(r"(?<=[a-z.])'s?$", "", word)


def spelled(form: str) -> str:
    """One printed spelling without a possessive ending."""
    form = form.replace("’", "'")
    return re.sub(r"(?<=\w)'[sS]?$", "", form)


def coded(form: str) -> str:
    """``court`` → ``l``, ``Court`` → ``C``, ``COURT`` → ``U``, ``McCarthy`` as it is."""
    if form.islower():
        return SMALL
    if form == form[:1].upper() + form[1:].lower():
        return CAPITAL
    return CAPITALS if form.isupper() else form


def counts(cell: str) -> Counts:
    """``"Court:87884 court:35295"`` → counts by code."""
    out: Counts = collections.Counter()
    for part in cell.split():
        form, _, count = part.rpartition(":")
        out[coded(spelled(form))] += int(count)
    return out


def without_rare(table: Counts) -> Counts:
    """Spellings of less than one in a hundred fall away, and odd ones of less than one in three."""
    whole = sum(table.values())
    odd = {form for form, n in table.items() if len(form) > 1 and 3 * n < whole}
    kept = {form: n for form, n in table.items() if n >= RARE * whole and form not in odd}
    return kept or table


def probability(table: Counts, word: Counts, form: str) -> float:
    """The pair's share of a spelling, smoothed with the word's own; the pair's mass counts ``WEIGHT`` against it."""
    share = (word.get(form, 0) + 0.01) / (sum(word.values()) + 0.03)
    return (table.get(form, 0) + WEIGHT * share) / (sum(table.values()) + WEIGHT)


def worth(table: Counts, word: Counts) -> float:
    """How much more likely the pair makes its own spellings than the word alone does, in nats."""
    whole = sum(word.values()) + 0.03
    return sum(
        n * math.log(probability(table, word, form) / ((word.get(form, 0) + 0.01) / whole))
        for form, n in table.items()
    )


def read(path: Path) -> list[list[str]]:
    """The cells of each row of a gzipped table."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]


def derive(
    word_rows: list[list[str]], pair_rows: list[list[str]]
) -> tuple[Words, Pairs, dict[str, dict[str, float]]]:
    """The words with their spellings; by the word before, the pairs that are worth their place; by the word
    behind, shares.
    """
    summed: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for word, cell in word_rows:
        for form, n in counts(cell).items():
            summed[plain(word)][form] += n
    words = {word: without_rare(table) for word, table in summed.items() if word}
    paired: dict[tuple[str, str], Counts] = collections.defaultdict(collections.Counter)
    for before, word, cell in pair_rows:
        for form, n in counts(cell).items():
            paired[plain(before), plain(word)][form] += n
    for (before, word), table in list(paired.items()):
        group = _group(words.get(before))
        if group:
            # Each word before counts for at most SHARE: "of appeals" is not to speak for "interlocutory appeals".
            scale = min(1.0, SHARE / sum(table.values()))
            for form, n in table.items():
                paired[group, word][form] += round(n * scale)
    pairs: Pairs = collections.defaultdict(dict)
    seen: Counts = collections.Counter()
    for (before, _), table in paired.items():
        if before in (AFTER_NAME, AFTER_SMALL):
            continue
        seen[before] += sum(table.values())
    # Words that stand before others and have no row: most were never seen with a capital, a few are names seen once.
    words |= {
        word: {UNTOLD: n} for word, n in seen.items() if word[:1].isalpha() and word not in words
    }
    for (before, word), table in paired.items():
        kept = without_rare({form: n for form, n in table.items() if n})
        if word in words and worth(kept, words[word]) >= GAIN:
            pairs[before][word] = kept
    return words, pairs, following(words, paired)


def _group(table: Counts | None) -> str | None:
    """The row in which a word before is summed up with its like."""
    if table is None or UNTOLD in table:
        return None
    small = _share(table, SMALL)
    return AFTER_NAME if small <= 0.05 else AFTER_SMALL if small >= 0.95 else None


def following(words: Words, pairs: dict[tuple[str, str], Counts]) -> dict[str, dict[str, float]]:
    """The share of capitals of a word by the word behind it, ``""`` for any other than those told.

    It is not counted but follows: ``general`` behind ``attorney`` has a capital, and then so has ``attorney``.
    Where all words behind it would explain more capitals than the word has, each explains less ("federal
    Constitution").
    """
    behind: dict[str, dict[str, Counts]] = collections.defaultdict(dict)
    for (before, word), table in pairs.items():
        if word in words:
            behind[before][word] = table
    out: dict[str, dict[str, float]] = {}
    for word, table in words.items():
        whole = sum(table.values())
        capital = whole - table.get(SMALL, 0)
        if UNTOLD in table or not 0.02 * whole <= capital <= 0.98 * whole:
            continue
        # Behind "government" a small "may" says nothing: it is always small. A small "court" does.
        rows = {
            after: t
            for after, t in behind.get(word, {}).items()
            if 1 - _share(t, SMALL) >= 0.3 or 1 - _share(words[after], SMALL) >= TELLING
        }
        explained = sum(sum(t.values()) - t.get(SMALL, 0) for t in rows.values())
        scale = min(1.0, capital / explained) if explained else 1.0
        left = max(whole - sum(sum(t.values()) for t in rows.values()), 0)
        rest = (max(capital - scale * explained, 0) + capital / whole) / (left + 1)
        rest = min(max(rest, 0.01), 0.99)
        found = {"": rest}
        for after, t in rows.items():
            seen = sum(t.values())
            share = (scale * (seen - t.get(SMALL, 0)) + WEIGHT * rest) / (seen + WEIGHT)
            share = min(max(share, 0.01), 0.99)
            if abs(_logit(share) - _logit(rest)) > NEAR:
                found[after] = share
        out[word] = found
    return out


def _logit(share: float) -> float:
    return math.log(share / (1 - share))


def letters(words: Words, small: frozenset[str]) -> dict[str, float]:
    """How the beginnings and ends of names differ from those of ordinary words: log odds by ``^mc`` and ``ski$``.

    Each of up to three letters is smoothed with the shorter one, and one that was met less than ``MET`` times is
    left out.
    """
    names = {
        w for w, t in words.items() if _share(t, CAPITAL) >= 0.95 and w.isalpha() and len(w) > 3
    }
    plain_words = {w for w in small if w.isalpha() and len(w) > 3} - names
    out: dict[str, float] = {}
    met: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for kind, group in (("name", names), ("word", plain_words)):
        for word in group:
            for part in parts(word):
                met[part][kind] += 1
    prior = len(names) / (len(names) + len(plain_words))
    share: dict[str, float] = {}
    for part in sorted(met, key=lambda part: (len(part), part)):
        shorter = part[:-1] if part[0] == "^" else part[1:]
        behind = share.get(shorter, prior)
        seen = met[part]["name"] + met[part]["word"]
        share[part] = (met[part]["name"] + STRENGTH * behind) / (seen + STRENGTH)
        if seen >= MET:
            out[part] = math.log(share[part] / (1 - share[part])) - math.log(prior / (1 - prior))
    return out


def parts(word: str) -> list[str]:
    """``^m ^mc ^mca`` and ``y$ hy$ thy$``."""
    return [f"^{word[:n]}" for n in (1, 2, 3)] + [f"{word[-n:]}$" for n in (1, 2, 3)]


def _share(table: Counts, code: str) -> float:
    return table.get(code, 0) / sum(table.values())


def cell(table: Counts) -> str:
    """``{"C": 3, "l": 1}`` → ``"C3 l1"``; a printed spelling is set off: ``McCarthy:4``."""
    rows = sorted(table.items(), key=lambda item: (-item[1], item[0]))
    return " ".join(f"{form}{n}" if len(form) == 1 else f"{form}:{n}" for form, n in rows)


def write(path: Path, text: str) -> None:
    """Gzipped without a name or a time, so that the same tables are the same bytes."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(text.encode("utf-8"))
    path.write_bytes(buffer.getvalue())


def ordinary(path: Path) -> frozenset[str]:
    """The words that opinions write with a small letter, from the shipped list."""
    bare = "\n".join(line for line in path.read_text("utf-8").splitlines() if line[:1] != "#")
    return frozenset(bare.removeprefix("[small]").split("[both]")[0].split())


def names(path: Path) -> dict[str, str]:
    """The words of the names of cases that no opinion was counted to print otherwise, and how they are coded."""
    small = ordinary(path.parent / "flattened_ordinary.txt")
    out: dict[str, str] = {}
    for row in path.read_text("utf-8").splitlines():
        if row.startswith("#"):
            continue
        for form in re.findall(r"[^\W\d_]{3,}", spelled(row.split("\t")[2])):
            if form[0].isupper() and form.lower() not in small:
                out.setdefault(form.lower(), coded(form))
    return out


def main(arguments: list[str] | None = None) -> int:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("words", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=HERE.parent / "generator" / "data")
    options = parser.parse_args(arguments)
    words, pairs, behind = derive(read(options.words), read(options.pairs))
    body = "".join(
        "\t".join([word, *(f"{after} {100 * row[after]:.0f}" for after in sorted(row))]) + "\n"
        for word, row in sorted(behind.items())
    )
    write(options.out / "case_following.tsv.gz", _FOLLOWING_HEAD + body)
    for word, form in names(HERE.parent / "generator" / "data" / "authorities.tsv").items():
        if UNTOLD in words.get(word, {UNTOLD: 0}):
            words[word] = {form: 1}
    head = _HEAD.format(what="How opinions print words: word, spellings.", rare=RARE, more="")
    body = "".join(f"{word}\t{cell(words[word])}\n" for word in sorted(words))
    write(options.out / "case_words.tsv.gz", head + body)
    head = _HEAD.format(
        what="Words behind another: the word before (*: any with a capital, -: any small), then words and spellings.",
        rare=RARE,
        more=", and so are pairs that\n# say no more than the word alone",
    )
    body = "".join(
        "\t".join([before, *(f"{word}\t{cell(row[word])}" for word in sorted(row))]) + "\n"
        for before, row in sorted(pairs.items())
    )
    write(options.out / "case_pairs.tsv.gz", head + body)
    known = letters(words, ordinary(options.out / "flattened_ordinary.txt"))
    (options.out / "case_letters.tsv").write_text(
        _LETTERS_HEAD + "".join(f"{part}\t{odds:.2f}\n" for part, odds in sorted(known.items())),
        encoding="utf-8",
    )
    sys.stderr.write(f"{len(words)} words, {sum(map(len, pairs.values()))} pairs\n")
    return 0


HERE = Path(__file__).resolve().parent

if __name__ == "__main__":
    sys.exit(main())
