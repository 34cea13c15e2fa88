"""The ``v.`` of case names: ``pearson callahan``, settled as Pearson v. Callahan, reads ``Pearson [v.] Callahan``.

Where it is settled which case is cited, its name says where one party ends and the other begins. Every word of the
text must belong to the name, in its order, and there must be one way only to divide them. In the caption the word
for the first party's part ("petitioners") is its end. Nothing else of a citation is put into the text: volume and
page are in its card and in the table of authorities.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.offsets import Edit
from generator.restore.places import clean_offset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Block, Case

VERSUS = "[v.] "
_KINDS = frozenset({"full", "short", "supra-case", "name"})
_WORD = re.compile(r"[^\W\d_]+\.?")
_VERSUS = re.compile(r" vs?\. ")
# What ends the name within a reference: "leon, supra, at".
_TAIL = re.compile(
    r"[,.]? ?\b(?:supra|ante|post|at|slip|per curiam)\b.*", re.IGNORECASE | re.DOTALL
)
_ROLE = re.compile(
    r"\b(?:petitioners?|appellants?|plaintiffs?(?: in error)?|complainants?|applicants?)[,.]? (?=[^\W\d_])",
    re.IGNORECASE,
)
_HAS_VERSUS = re.compile(r"(?:\b|\[)(?:v|vs|versus)\b\.?", re.IGNORECASE)


def edits(case: Case) -> Iterator[Edit]:
    """``[v.]`` between the parties of every settled case name, and of the caption."""
    names = {a.key: a.name for a in case.authorities if a.kind == "case" and a.name}
    blocks = {b.id: b for b in case.blocks}
    places = set()
    for reference in case.references:
        name = names.get(reference.authority or "")
        if name is None or reference.kind not in _KINDS or reference.block not in blocks:
            continue
        block, (start, end) = blocks[reference.block], reference.at
        inside = _border(block.text[start:end], name)
        if inside is not None:
            places.add(clean_offset(block, start + inside))
    for block in case.blocks:
        if block.kind == "caption":
            places.update(clean_offset(block, at) for at in _caption(block))
    for place in sorted(p for p in places if p is not None):
        yield Edit(place, place, VERSUS, "insert")


def _border(text: str, name: str) -> int | None:
    """Where in ``text`` the second party begins; ``None`` where it cannot be told."""
    parties = _VERSUS.split(name)
    tail = _TAIL.search(text)
    found = list(_WORD.finditer(text, 0, tail.start() if tail else len(text)))
    if len(parties) != 2 or len(found) < 2 or _HAS_VERSUS.search(text):
        return None
    words = [m.group().rstrip(".").lower() for m in found]
    first, second = ([w.lower() for w in _WORD.findall(p)] for p in parties)
    borders = [
        k for k in range(1, len(words)) if _within(words[:k], first) and _within(words[k:], second)
    ]
    return found[borders[0]].start() if len(borders) == 1 else None


def _within(words: Sequence[str], party: Sequence[str]) -> bool:
    """Are these words of the party, in order?  The name may have more ("Inc." is lost), the text may not."""
    rest = iter(party)
    return all(any(_same(word, other) for other in rest) for word in words)


def _same(word: str, printed: str) -> bool:
    """``pharmaceuticals`` and "Pharms.": an abbreviation stands for a word that begins like it."""
    stem = printed.rstrip(".")
    return word == stem or (printed.endswith(".") and len(stem) > 2 and word.startswith(stem[:-1]))


def _caption(block: Block) -> Iterator[int]:
    if not _HAS_VERSUS.search(block.text):
        match = _ROLE.search(block.text)
        if match and match.start():
            yield match.end()
