"""Truecasing one text: learn from it, decode each line, begin its sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.clean.truecase.decode import capitals
from generator.clean.truecase.fragments import Halves, joined
from generator.clean.truecase.letters import headed, letters
from generator.clean.truecase.model import Model
from generator.clean.truecase.phrases import Patterns, merged, shipped
from generator.clean.truecase.phrases import found as phrases
from generator.clean.truecase.starts import PAPERS, starts
from generator.clean.truecase.taught import learn, usage
from generator.clean.truecase.text import Line, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.clean.truecase.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beside the text.

    ``names``: spellings of words that are names wherever they stand.  ``phrases``: names of several words
    (``phrases.patterns``).
    ``fixed``: spellings by the offset at which a word
    begins; they stand above all else.  ``cited``: offsets of the last words of citations that can end a sentence.
    ``small``: offsets of words that go on a sentence though a stop stands before them.  ``syllabus``: where the
    syllabus ends.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    phrases: Patterns = field(default_factory=dict)
    fixed: Mapping[int, str] = field(default_factory=dict)
    cited: frozenset[int] = frozenset()
    small: frozenset[int] = frozenset()
    syllabus: int = 0


NOTHING = Given()


def spellings(text: str, lexicon: Lexicon, given: Given = NOTHING) -> Iterator[tuple[int, str]]:
    """The words whose spelling differs from the text's: where each begins, and how it is spelled; in order."""
    rows = lines(text)
    teaching = learn([(row.words, row.gaps) for row in rows], lexicon, given.names)
    known = merged(shipped(), given.phrases)
    halves = Halves(lexicon)
    vocabulary: set[str] = set().union(*(row.words for row in rows))
    suspects = halves.suspects(vocabulary)
    model = Model(lexicon, teaching.shifts, teaching.forms)
    parted = [halves.found(row.words, row.gaps, suspects) for row in rows]
    decoded = [
        _decoded(row.words, row.gaps, model, parts) for row, parts in zip(rows, parted, strict=True)
    ]
    usage(rows, decoded)
    heads = headed(rows, given.syllabus)
    for row, found, parts in zip(rows, decoded, parted, strict=True):
        if not row.words:
            continue
        _bracketed(row, found, lexicon)
        for i, form in phrases(row.words, known):
            found[i] = form
        _begun(row, found, parts, given, heads)
        for i in sorted(found):
            if found[i] != row.words[i] and len(found[i]) == len(row.words[i]):
                yield row.offsets[i], found[i]


def _begun(
    row: Line, found: dict[int, str], parts: Sequence[int], given: Given, heads: frozenset[int]
) -> None:
    """Set what is known of single places, begin the sentences and spell the letters of a line; changes ``found``.

    ``parts``: the first halves of parted words; ``heads``: ``letters.headed``.
    """
    words, gaps, offsets = row.words, row.gaps, row.offsets
    if given.fixed:
        found.update({i: given.fixed[at] for i, at in enumerate(offsets) if at in given.fixed})
    cited = {i for i, at in enumerate(offsets) if at in given.cited} if given.cited else ()
    syllabus = row.start < given.syllabus
    headed_here = {i for i, at in enumerate(offsets) if at in heads} if heads else ()
    opened = starts(words, gaps, cited, syllabus, headed_here)
    for i in opened:
        if offsets[i] not in given.small:
            word = found.get(i, words[i])
            found[i] = word[:1].upper() + word[1:]
    for i in [i for i, word in enumerate(words) if word == "pp"]:
        # "Pp. 8-12." behind a paragraph of the syllabus; elsewhere pages are a citation's.
        alone = syllabus and gaps[i] != " " and words[i - 1] not in PAPERS
        found[i] = "Pp" if alone else "pp"
    for i, capital in letters(words, gaps, opened, found, parts):
        if offsets[i] not in given.fixed and "[" not in gaps[i]:
            found[i] = words[i].upper() if capital else words[i]


def _bracketed(row: Line, found: dict[int, str], lexicon: Lexicon) -> None:
    """Take capitals from what a bracket parts: ``wa[s]`` and ``[t]he`` are one word each; changes ``found``."""
    for i in range(1, len(row.words)):
        if row.gaps[i] in ("[", "]") and not lexicon.is_name(row.words[i - 1] + row.words[i]):
            found.pop(i - 1, None)
            found.pop(i, None)


def _decoded(
    words: list[str], gaps: list[str], model: Model, halves: Sequence[int]
) -> dict[int, str]:
    """The capitals of a line, decoded with the halves of parted words put together."""
    if not halves:
        return capitals(words, gaps, model)
    whole, between, places = joined(words, gaps, halves)
    firsts = set(halves)
    out: dict[int, str] = {}
    for k, form in capitals(whole, between, model).items():
        i = places[k]
        cut = len(words[i])
        out[i] = form[:cut]
        if i in firsts and form[cut:] != words[i + 1]:
            out[i + 1] = form[cut:]
    return out


def truecased(text: str, lexicon: Lexicon, given: Given = NOTHING) -> str:
    """The text with its capitals; every character but the case of letters stays as it is.

    >>> from generator.clean.truecase.lexicon import shipped
    >>> truecased("the court of appeals affirmed.we granted certiorari.", shipped())
    'The Court of Appeals affirmed.We granted certiorari.'
    """
    out = []
    last = 0
    for at, word in spellings(text, lexicon, given):
        out += [text[last:at], word]
        last = at + len(word)
    out.append(text[last:])
    return "".join(out)
