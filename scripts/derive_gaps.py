#!/usr/bin/env python3
"""Make ``generator/data/gap_tables.tsv.gz``, by which ``generator/restore/gaps.py`` finds holes.

    python scripts/derive_gaps.py TEXT... [--held-out TEXT...] [--out generator/data]

``TEXT``: sound opinions as plain text, mixed case, a paragraph a line. They are damaged as flattened texts are
(``scripts/gap_damage.py``), so that it is known where words are lost. From them are counted: which words have the
same neighbours (classes, by k-means over neighbours and endings), and how much rarer than chance words and classes
stand side by side. A logistic regression learns which rare neighbours have a hole between them; because few words
are lost in any one text, further ones are taken out at random for it. The texts held out are for the figures that
are printed.

Runs some ten minutes. No randomness but that of a fixed seed.
"""

from __future__ import annotations

import argparse
import gzip
import math
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import itertools

from gap_damage import BARRIER, Stream, damaged

HEAD = """\
# How much rarer than chance words stand side by side in sound opinions, and what it says of a word lost between them.
# Counted over 37 texts of public-domain opinions (slip opinions of the U.S. Supreme Court 2009-2012, older ones as
# online services and casebooks have them, some of other courts; 330,000 words), damaged by script as flattened texts
# are. Made by scripts/derive_gaps.py, which explains it. "before" and "after": a word or the number of a class, and a
# letter for each class behind or before it ("a" rarest, "k" as chance would have it).
table\tkey\tvalue
"""
CLASSES = 80
OWN = 700  # so many of the commonest words have statistics of their own
PAIRED = 250  # and of so many the pairs are counted one by one
LOWEST, HIGHEST, RARE = -10, 6, -2
LEFT_OUT = 0.06  # of the words, for learning
EPOCHS, RATE, L1, L2, LEAST = 8, 0.08, 1.5, 2.0, 8
LIMIT = 0.15  # the smallest weight that is written
BEFORE_FIGURES = frozenset(
    "at pp p app n nn see no art rule section stat ch pt cl subsection subsections supra infra ante post".split()
)
SORTS = {
    "D": "the a an",
    "O": "his her its their our my your whose",
    "P": "of in to for on by with at from under into upon against between through before after within without during "
    "about over as than",
    "C": "and or but nor",
    "B": "is was were are be been being",
    "M": "can could may might must shall should will would do does did has have had",
    "R": "he she it they we i you who which that what this these those there",
    "S": "if when where while because although though since unless until whether how why",
    "m": "january february march april june july august september october november december",
    "n": "not no never",
}
SORT = {word: sort for sort, words in SORTS.items() for word in words.split()}
Row = tuple[str, str, str]


def sort_of(word: str) -> str:
    """The sort of a word, as ``gap_model`` has it."""
    if word in SORT or not word.isalpha():
        return SORT.get(word, word)
    for ending, name in (("ly", "l"), ("ed", "e"), ("ing", "i")):
        if word.endswith(ending):
            return name
    return "x" if len(word) == 1 else "s" if word.endswith("s") else "w"


# ------------------------------------------------------------------------------------------------------ classes


@dataclass
class Classes:
    """Which class a word is of; ``own``: the words with statistics of their own."""

    words: dict[str, int]
    endings: dict[str, int]
    own: frozenset[str]

    def of(self, word: str) -> int:
        """The number of a word's class; marks, letters and unknown words have classes of their own."""
        if word in self.words:
            return self.words[word]
        if not word.isalpha():
            return CLASSES + ".,\n".find(word)
        if len(word) == 1:
            return CLASSES + 4
        for length in (4, 3, 2):
            if word[-length:] in self.endings:
                return self.endings[word[-length:]]
        return CLASSES + 5

    def key(self, word: str) -> str:
        """What a word is counted under."""
        return word if word in self.own else str(self.of(word))


def classes_of(streams: list[Stream], count: Counter[str]) -> Classes:
    """K-means over the neighbours of every word that is seen six times, and its ending."""
    common = [w for w, _ in sorted(count.items(), key=lambda x: (-x[1], x[0]))]
    near = set(common[:250])
    profiles: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stream in streams:
        for (a, _), (b, lost) in itertools.pairwise(stream):
            if lost == 0 or a in ".,\n":
                profiles[a]["R" + b if b in near else "R*" + b[-2:]] += 1
                profiles[b]["L" + a if a in near else "L*" + a[-2:]] += 1
    words = [w for w in common if count[w] >= 6 and w.isalpha()]
    vectors = {w: _vector(w, profiles[w], count[w]) for w in words}
    centres = [dict(vectors[w]) for w in words[: 2 * CLASSES : 2]]
    found: dict[str, int] = {}
    for _ in range(14):
        by_feature: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, centre in enumerate(centres):
            for feature, value in centre.items():
                by_feature[feature].append((number, value))
        for word in words:
            likeness = [0.0] * CLASSES
            for feature, value in vectors[word].items():
                for number, other in by_feature[feature]:
                    likeness[number] += value * other
            found[word] = max(range(CLASSES), key=lambda n: (likeness[n], -n))
        centres = _centres(words, vectors, found, count)
    return Classes(found, _endings(words, found, count), frozenset(common[:OWN]) - {BARRIER})


def _vector(word: str, profile: Counter[str], count: int) -> dict[str, float]:
    size = sum(profile.values())
    out = {feature: math.sqrt(n / size) for feature, n in profile.items()}
    weight = 0.4 if count < 60 else 0.1
    out["S" + word[-2:]] = out["T" + word[-3:]] = weight
    return _normal(out)


def _normal(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(x * x for x in vector.values())) or 1.0
    return {feature: x / length for feature, x in vector.items()}


def _centres(
    words: list[str],
    vectors: dict[str, dict[str, float]],
    found: dict[str, int],
    count: Counter[str],
) -> list[dict[str, float]]:
    sums: list[defaultdict[str, float]] = [defaultdict(float) for _ in range(CLASSES)]
    for word in words:
        weight = math.sqrt(min(count[word], 2000))
        for feature, value in vectors[word].items():
            sums[found[word]][feature] += value * weight
    return [_normal(dict(sorted(s.items(), key=lambda x: (-x[1], x[0]))[:150])) for s in sums]


def _endings(words: list[str], found: dict[str, int], count: Counter[str]) -> dict[str, int]:
    """The commonest class of each ending among words that are not common."""
    by_ending: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for word in words:
        if count[word] < 200:
            for length in (2, 3, 4):
                by_ending[word[-length:]][found[word]] += 1
    return {
        ending: min(c.items(), key=lambda x: (-x[1], x[0]))[0]
        for ending, c in by_ending.items()
        if sum(c.values()) >= (3 if len(ending) > 2 else 1)
    }


# --------------------------------------------------------------------------------------------------- statistics


@dataclass
class Statistics:
    """Counts of neighbours: class and class, word and class, class and word, word and word, class and class beyond."""

    classes: Classes
    paired: frozenset[str]
    beside: Counter[tuple[int, int]] = field(default_factory=Counter)
    before: Counter[tuple[str, int]] = field(default_factory=Counter)
    after: Counter[tuple[int, str]] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    beyond: Counter[tuple[int, int]] = field(default_factory=Counter)
    group: Counter[int] = field(default_factory=Counter)
    word: Counter[str] = field(default_factory=Counter)
    size: int = 0

    def add(self, stream: Stream) -> None:
        """Count a stream."""
        groups = [self.classes.of(w) for w, _ in stream]
        keys = [self.classes.key(w) for w, _ in stream]
        for k, (_, lost) in enumerate(stream):
            self.group[groups[k]] += 1
            self.word[keys[k]] += 1
            self.size += 1
            if k and not lost and stream[k - 1][0] not in ".,\n":
                self.beside[groups[k - 1], groups[k]] += 1
                self.before[keys[k - 1], groups[k]] += 1
                self.after[groups[k - 1], keys[k]] += 1
                self.pairs[keys[k - 1], keys[k]] += 1
            sound = k > 1 and not lost and not stream[k - 1][1]
            if sound and stream[k - 1][0].isalpha() and stream[k - 2][0] not in ".,\n":
                self.beyond[groups[k - 2], groups[k]] += 1

    def bins(self, b: str, c: str, seen: int) -> tuple[int, int, int, int, int | None]:
        """How rare: class and class, word and class, class and word, classes with one between, word and word.

        ``seen`` is taken off each count: the place that is asked about has no say in the answer.
        """
        g, h, x, y = (
            self.classes.of(b),
            self.classes.of(c),
            self.classes.key(b),
            self.classes.key(c),
        )
        n = self.size
        return (
            binned(self.beside[g, h] - seen, self.group[g] * self.group[h] / n),
            binned(self.before[x, h] - seen, self.word[x] * self.group[h] / n),
            binned(self.after[g, y] - seen, self.group[g] * self.word[y] / n),
            binned(self.beyond[g, h], self.group[g] * self.group[h] / n),
            binned(self.pairs[x, y] - seen, self.word[x] * self.word[y] / n)
            if b in self.paired and c in self.paired
            else None,
        )


def binned(seen: int, expected: float) -> int:
    """Twice the natural logarithm of seen by expected, within bounds."""
    ratio = math.log((max(seen, 0) + 0.4) / (expected + 0.4))
    return max(LOWEST, min(HIGHEST, math.floor(2 * ratio)))


# ----------------------------------------------------------------------------------------------------- learning

Place = tuple[list[str], int]


def places(stream: Stream, counts: Statistics, seen: int) -> list[Place]:
    """What is asked about each place where something is rare, and whether a word is lost there."""
    of, key, out = counts.classes.of, counts.classes.key, []
    for k in range(1, len(stream)):
        (b, _), (c, lost) = stream[k - 1], stream[k]
        if lost == 2 or b in ".,\n" or c == BARRIER or b in BEFORE_FIGURES:
            continue
        p1, p2, p3, s1, tt = counts.bins(b, c, 0 if lost else seen)
        if p2 > RARE and p3 > RARE and (tt is None or tt > RARE):
            continue
        a = stream[k - 2][0] if k > 1 else BARRIER
        d = stream[k + 1][0] if k + 1 < len(stream) else BARRIER
        least, sorts, before, behind = (
            min(p1, p2, p3),
            sort_of(b) + sort_of(c),
            sort_of(a),
            sort_of(d),
        )
        names = [
            f"p1 {p1}", f"p2 {p2}", f"p3 {p3}", f"s1 {s1}", f"m {least}", f"g {sorts} {least}",
            f"gp {sorts} {p2 + p3}", f"g3 {before}{sorts} {least // 2}", f"h {before}{sorts}{behind}",
            f"g4 {before}{sorts}", f"10 {key(b)}", f"11 {key(c)}", f"2 {of(b)} {of(c)}",
            f"3 {of(b)} {key(c)}", f"4 {key(b)} {of(c)}", f"15 {of(a)} {of(b)} {of(c)}",
            f"6 {of(b)} {of(c)} {of(d)}", f"9 {key(b)} {of(c)} {of(d)}", f"8 {of(a)} {of(b)} {key(c)}",
        ]  # fmt: skip
        if tt is not None:
            names += [f"tt {tt}", f"tg {sorts} {tt}"]
        out.append((names, lost))
    return out


def thinned(stream: Stream, often: frozenset[str], chance: random.Random) -> Stream:
    """The stream with some words taken out: adjectives and adverbs, by their endings, twice as many as others."""
    endings = ("ed", "al", "ve", "le", "us", "ic", "nt", "ar", "ry", "ng", "an", "ly")
    out: Stream = []
    pending = before = False
    for word, lost in stream:
        label = 1 if pending and lost != 2 else lost
        share = LEFT_OUT if word.endswith(endings) else LEFT_OUT / 2
        able = word.isalpha() and len(word) > 2 and word not in often and label == 0 and not before
        if able and chance.random() < share:
            pending = before = True
            continue
        pending = before = False
        out.append((word, label))
    return out


def learnt(examples: list[Place], chance: random.Random) -> tuple[dict[str, float], float]:
    """Weights and bias of a logistic regression: FTRL-proximal (McMahan and others 2013)."""
    count = Counter(name for names, _ in examples for name in names)
    index = {name: k for k, name in enumerate(n for n, c in count.items() if c >= LEAST)}
    rows = [([index[n] for n in names if n in index], label) for names, label in examples]
    z, squares, weights, bias = [0.0] * len(index), [0.0] * len(index), [0.0] * len(index), -3.0
    for _ in range(EPOCHS):
        chance.shuffle(rows)
        for row, label in rows:
            error = 1 / (1 + math.exp(-max(-30.0, bias + sum(weights[j] for j in row)))) - label
            bias -= 0.002 * error
            for j in row if abs(error) > 0.004 else ():
                grown = squares[j] + error * error
                step = (math.sqrt(grown) - math.sqrt(squares[j])) / RATE
                z[j] += error - step * weights[j]
                squares[j] = grown
                over = abs(z[j]) - L1
                scale = (1 + math.sqrt(grown)) / RATE + L2
                weights[j] = -math.copysign(over, z[j]) / scale if over > 0 else 0.0
    return {name: weights[j] for name, j in index.items() if weights[j]}, bias


# ------------------------------------------------------------------------------------------------------ writing


def rows_of(
    counts: Statistics, weights: dict[str, float], bias: float, limits: dict[str, int]
) -> list[Row]:
    """The table.  Weights in hundredths; the bias is taken off the limits."""
    groups, classes = range(CLASSES + 6), counts.classes
    keys = [*sorted(classes.own), *map(str, groups)]
    n = counts.size
    rows: list[Row] = [("number", "classes", str(CLASSES))]
    rows += [
        ("number" if s == "limit" else "limit", s, str(v - round(100 * bias)))
        for s, v in limits.items()
    ]
    rows += [("word", w, str(c)) for w, c in sorted(classes.words.items())]
    rows += [("ending", e, str(c)) for e, c in sorted(classes.endings.items())]
    rows += [("sort", w, s) for w, s in sorted(SORT.items())]
    rows += [
        (
            "before",
            k,
            "".join(
                _letter(counts.before[k, g], counts.word[k] * counts.group[g] / n) for g in groups
            ),
        )
        for k in keys
    ]
    rows += [
        (
            "after",
            k,
            "".join(
                _letter(counts.after[g, k], counts.word[k] * counts.group[g] / n) for g in groups
            ),
        )
        for k in keys
    ]
    for name, table in (("beside", counts.beside), ("beyond", counts.beyond)):
        rows += [
            (
                name,
                str(g),
                "".join(
                    _letter(table[g, h], counts.group[g] * counts.group[h] / n) for h in groups
                ),
            )
            for g in groups
        ]
    paired = sorted(counts.paired)
    rows += [
        (
            "pair",
            w,
            "".join(
                _letter(counts.pairs[w, v], counts.word[w] * counts.word[v] / n) for v in paired
            ),
        )
        for w in paired
    ]
    rows += [
        ("weight", name, str(round(100 * v)))
        for name, v in sorted(weights.items())
        if abs(v) >= LIMIT and "\n" not in name
    ]
    return rows


def _letter(seen: int, expected: float) -> str:
    return chr(ord("a") + binned(seen, expected) - LOWEST)


# The least score, in hundredths, at which a place counts as a hole, by the sorts of the words before and behind it:
# chosen on the texts held out, so that about nineteen marks of twenty are right. "limit" is for all others.
LIMITS = dict.fromkeys(("ww", "OP", "OC"), 11) | dict.fromkeys(("ws", "DC", "DB"), 61)
LIMITS |= {"limit": 151, "m.": 151, "w.": 31, "PM": -39, "mw": -189}


def main() -> None:
    """Read the texts, write the table, print what the texts held out say of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("generator/data"))
    arguments = parser.parse_args()
    streams = [damaged(p.read_text(encoding="utf-8")) for p in sorted(arguments.texts)]
    count = Counter(word for stream in streams for word, _ in stream)
    classes = classes_of(streams, count)
    common = [w for w, _ in count.most_common(PAIRED) if w.isalpha() or w in ".,"]
    counts = Statistics(classes, frozenset(common))
    for stream in streams:
        counts.add(stream)
    chance = random.Random(7)  # noqa: S311 - a fixed seed is the point
    often = frozenset(w for w, _ in count.most_common(160))
    examples = [place for stream in streams for place in places(stream, counts, 1)]
    for _ in range(2):
        for stream in streams:
            examples += places(thinned(stream, often, chance), counts, 1)
    weights, bias = learnt(examples, chance)
    rows = rows_of(counts, weights, bias, LIMITS)
    text = HEAD + "".join("\t".join(row) + "\n" for row in rows)
    packed = gzip.compress(text.encode(), 9, mtime=0)
    (arguments.out / "gap_tables.tsv.gz").write_bytes(packed)
    for path in sorted(arguments.held_out):
        _report(damaged(path.read_text(encoding="utf-8")), counts, weights, bias, path.name)


def _report(
    stream: Stream, counts: Statistics, weights: dict[str, float], bias: float, name: str
) -> None:
    scored = sorted(
        (
            (bias + sum(weights.get(n, 0.0) for n in names), lost)
            for names, lost in places(stream, counts, 0)
        ),
        reverse=True,
    )
    holes = sum(lost == 1 for _, lost in stream)
    for share in (0.05, 0.1, 0.15, 0.2, 0.3):
        size = round(share * holes)
        right = sum(lost for _, lost in scored[:size])
        sys.stdout.write(f"{name}: of {holes} holes, the {size} likeliest places, {right} right\n")


if __name__ == "__main__":
    main()
