#!/usr/bin/env python3
"""Fit ``generator/data/case_context.tsv.gz`` to opinions with their capitals.

    python scripts/fit_case_context.py LINES ... [--out generator/data]

``LINES`` are text files, one opinion each, one paragraph a line, damaged as flattened opinions are but for their
capitals (``scripts/damage_opinion.py``).  The weights are those of a conditional random field over each chain of
neighbours in doubt, upon what the counted tables say, by stochastic gradient with a step for each weight of its own
(AdaGrad).  A word whose capital has another reason counts for nothing: the first of a sentence, one in capitals
throughout, one of a known phrase.
"""

from __future__ import annotations

import argparse
import gzip
import io
import math
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generator.clean.truecase.context import Context, features, ties  # noqa: E402
from generator.clean.truecase.decode import chains, scored  # noqa: E402
from generator.clean.truecase.lexicon import shipped  # noqa: E402
from generator.clean.truecase.model import Model  # noqa: E402
from generator.clean.truecase.phrases import found as phrases  # noqa: E402
from generator.clean.truecase.phrases import shipped as known_phrases  # noqa: E402
from generator.clean.truecase.starts import starts  # noqa: E402
from generator.clean.truecase.taught import learn  # noqa: E402
from generator.clean.truecase.text import lines  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROUNDS = 4
STEP = 0.1
# How strongly a weight is drawn back to nothing each time it is met.
DRAWN = 0.01
# What is met in fewer texts is theirs alone and left out, and so is a weight that says less.
TEXTS = 3
LEAST = 0.08

Sample = tuple[
    list[float],
    list[tuple[float, float, float, float]],
    list[bool | None],
    list[list[str]],
    list[list[str]],
]


def samples(text: str) -> Iterator[Sample]:
    """The chains of a text: odds, edges, truth (``None``: not told), features of places and of ties."""
    lower = text.lower()
    if len(lower) != len(text):
        return
    lexicon = shipped()
    rows = lines(lower)
    teaching = learn([(row.words, row.gaps) for row in rows], lexicon)
    model = Model(lexicon, teaching.shifts, teaching.forms, Context({}))
    known = known_phrases()
    for row in rows:
        hidden = {i for i, _ in phrases(row.words, known)}
        hidden.update(starts(row.words, row.gaps))
        hidden.update(i for i, gap in enumerate(row.gaps) if "." in gap or not i)
        for chain in chains(row.words, row.gaps, model):
            places, edges = scored(chain, row.words, row.gaps, model)
            truth: list[bool | None] = []
            at: list[list[str]] = []
            between: list[list[str]] = []
            for k, i in enumerate(chain):
                word = row.words[i]
                printed = text[row.offsets[i] : row.offsets[i] + len(word)]
                off = i in hidden or (
                    len(word) > 1 and printed.isupper() and not places[k].form.isupper()
                )
                off = off or (word == "court" and row.words[max(i - 1, 0)] == "the")
                truth.append(None if off else any(map(str.isupper, printed)))
                one, other, kinds = model.neighbours(i, row.words, row.gaps)
                at.append(list(features(one, word, other, kinds)))
                if k:
                    last = chain[k - 1]
                    joint = "" if i - last == 1 else row.words[last + 1]
                    before = row.words[last]
                    pair = (joint or model.kind(before), model.kind(word))
                    between.append(list(ties(f"{before} {joint}" if joint else before, word, pair)))
            if any(t is not None for t in truth):
                yield [p.odds for p in places], edges, truth, at, between


def expected(
    odds: Sequence[float], edges: Sequence[tuple[float, float, float, float]]
) -> tuple[list[float], list[float]]:
    """How probable a capital is at each place, and like states of each two neighbours."""
    n = len(odds)
    if n == 1:
        return [1 / (1 + math.exp(-max(min(odds[0], 30), -30)))], []
    ahead = [(0.0, odds[0])]
    for (ss, sc, cs, cc), own in zip(edges, odds[1:], strict=True):
        s, c = ahead[-1]
        ahead.append((_sum(s + ss, c + cs), _sum(s + sc, c + cc) + own))
    behind = [(0.0, 0.0)]
    for (ss, sc, cs, cc), own in zip(reversed(edges), reversed(odds[1:]), strict=True):
        s, c = behind[-1]
        behind.append((_sum(ss + s, sc + own + c), _sum(cs + s, cc + own + c)))
    behind.reverse()
    whole = _sum(*ahead[-1])
    at = [math.exp(a[1] + b[1] - whole) for a, b in zip(ahead, behind, strict=True)]
    like = [
        math.exp(ahead[k][0] + ss + behind[k + 1][0] - whole)
        + math.exp(ahead[k][1] + cc + odds[k + 1] + behind[k + 1][1] - whole)
        for k, (ss, _, _, cc) in enumerate(edges)
    ]
    return at, like


def _sum(x: float, y: float) -> float:
    high, low = (x, y) if x > y else (y, x)
    return high + math.log1p(math.exp(low - high)) if high - low < 30 else high


def met(texts: list[list[Sample]]) -> dict[str, float]:
    """The features that enough texts have, each with no weight yet."""
    times: dict[str, int] = {}
    for samples in texts:
        seen: set[str] = set()
        for _, _, truth, at, between in samples:
            for k, keys in enumerate(at):
                if truth[k] is None:
                    continue
                seen.update(keys)
                if k and truth[k - 1] is not None:
                    seen.update(between[k - 1])
        for key in seen:
            times[key] = times.get(key, 0) + 1
    return {key: 0.0 for key, n in times.items() if n >= TEXTS}


class Fit:
    """Weights in the making."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self._squares = dict.fromkeys(weights, 1.0)

    def learn(self, sample: Sample) -> None:
        """Bring the weights nearer to what one chain shows."""
        odds, edges, truth, at, between = sample
        own = [o + self._sum(keys) for o, keys in zip(odds, at, strict=True)]
        tied = [
            (ss + tie, sc, cs, cc + tie)
            for (ss, sc, cs, cc), tie in zip(edges, map(self._sum, between), strict=True)
        ]
        capital, like = expected(own, tied)
        for k, told in enumerate(truth):
            if told is None:
                continue
            self._move(at[k], told - capital[k])
            if k and truth[k - 1] is not None:
                self._move(between[k - 1], (told == truth[k - 1]) - like[k - 1])

    def _sum(self, keys: Sequence[str]) -> float:
        return sum(map(self.weights.__getitem__, keys))

    def _move(self, keys: Sequence[str], error: float) -> None:
        for key in keys:
            value = self.weights[key]
            slope = error - DRAWN * value
            self._squares[key] += slope * slope
            self.weights[key] = value + STEP * slope / math.sqrt(self._squares[key])


def fit(texts: list[list[Sample]]) -> dict[str, float]:
    """The weights, from the samples of each text."""
    weights = met(texts)
    chains_ = [
        (
            odds,
            edges,
            truth,
            [[f for f in keys if f in weights] for keys in at],
            [[f for f in keys if f in weights] for keys in between],
        )
        for samples in texts
        for odds, edges, truth, at, between in samples
    ]
    order = random.Random(1)  # noqa: S311
    fitting = Fit(weights)
    for _ in range(ROUNDS):
        order.shuffle(chains_)
        for sample in chains_:
            fitting.learn(sample)
    return fitting.weights


def main(arguments: list[str] | None = None) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("lines", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=HERE.parent / "generator" / "data")
    options = parser.parse_args(arguments)
    data = [list(samples(path.read_text("utf-8"))) for path in sorted(options.lines)]
    weights = {key: round(100 * w) for key, w in fit(data).items() if abs(w) >= LEAST}
    body = "".join(f"{key}\t{weight}\n" for key, weight in sorted(weights.items()))
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write((HEAD + body).encode("utf-8"))
    (options.out / "case_context.tsv.gz").write_bytes(buffer.getvalue())
    sys.stderr.write(
        f"{sum(map(len, data))} chains, {len(weights)} weights, {len(buffer.getvalue())} bytes\n"
    )
    return 0


HEAD = """\
# Log odds, in hundredths, by which a word is likelier a capital in its place than case_words.tsv.gz and
# case_pairs.tsv.gz say (before<word, word>behind, kinds of neighbours <<, >>), and by which two neighbours are
# likelier printed alike (=, ==): generator/clean/truecase/context.py.
# Fitted by scripts/fit_case_context.py to 25 public-domain opinions of the Supreme Court of the United States,
# 1952-2018, with their capitals, damaged as flattened opinions are.
"""

if __name__ == "__main__":
    sys.exit(main())
