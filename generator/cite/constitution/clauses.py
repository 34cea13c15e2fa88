"""Clauses of the Constitution that are called by name: ``the Commerce Clause``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.constitution.provisions import clauses
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE = re.compile(r"[Cc]lause(s?)\b")
_WORD = re.compile(r"[\w’'-]+")
# Names that are common words in lower case: "contract clauses" are clauses of a contract.
_COMMON = frozenset(
    "assembly bankruptcy census citizenship compact contract contracts copyright counsel elections"
    " electors enforcement export extradition guarantee import-export indictment petition property"
    " patent postal progress religion speech territory treaty treason warrant warrants".split()
)
_LONGEST = 5  # words: "Cruel and Unusual Punishments Clause" has four
_BEFORE = re.compile(r"(?:[Aa]mendment|[Aa]rticle\s[IVXivx]+)(?:[’']s)?\s{1,4}(?:\w+\s{1,4})?$")
_AFTER = re.compile(
    r"(?:,\s|\s)(?:(?:of|in)\s(?:the\s)?(?:[\w-]+\sand\s)?[\w-]+\s[Aa]mendment|(?:of|in)\s[Aa]rt"
    r"|\(?(?:U\.\s?S\.\sConst|[Aa]rt\.|[Aa]mdt|§\s?\d))"
)


def find_clauses(text: str) -> list[Mention]:
    """Clauses called by name, in mixed-case or flattened text, in order: mentions of kind ``constitution``.

    Apart from ``find_constitution`` because it is a choice whether they count as references.  A clause beside the
    provision that it stands in ("the Due Process Clause of the Fourteenth Amendment", "the Fourth Amendment's Warrant
    Clause") is left to the mention of that provision.  Where a name may mean two provisions (*Due Process*),
    ``authority`` is ``None`` and ``candidates`` holds both.  "The Establishment and Free Exercise Clauses" are two.
    """
    out: list[Mention] = []
    for match in _CLAUSE.finditer(text) if "lause" in text else ():
        found = list(_names(text, match.start()))
        if not found or _AFTER.match(text, match.end()):
            continue
        if _BEFORE.search(text, max(0, found[0][0] - 40), found[0][0]):
            continue
        for start, end, name in found if match[1] else found[-1:]:
            if name in _COMMON and text[start].islower():
                continue
            works = tuple(Authority("constitution", key) for key in clauses()[name])
            authority = works[0] if len(works) == 1 else None
            end = match.end() if end == found[-1][1] else end
            out.append(Mention(start, end, "constitution", authority, () if authority else works))
    return out


def _names(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The name of a clause that ends before ``at``, and before it one that "and" joins to it: (start, end, name)."""
    words = list(_WORD.finditer(text, max(0, at - 90), at))
    last = _name(words)
    if last is None:
        return
    rest = words[: len(words) - last]
    if rest and rest[-1].group() in ("and", "or"):
        before = _name(rest[:-1])
        if before is not None:
            yield _spanned(rest[:-1], before)
    yield _spanned(words, last)


def _name(words: list[re.Match[str]]) -> int | None:
    """How many of the last ``words`` are the name of a clause, the most that can be."""
    known = clauses()
    for count in range(min(_LONGEST, len(words)), 0, -1):
        if " ".join(w.group() for w in words[-count:]).lower() in known:
            return count
    return None


def _spanned(words: list[re.Match[str]], count: int) -> tuple[int, int, str]:
    chosen = words[-count:]
    return chosen[0].start(), chosen[-1].end(), " ".join(w.group() for w in chosen).lower()
