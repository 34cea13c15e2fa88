"""Cross-references in flattened text: all lower case, pages lost.

The cleaning puts back the blank behind a mark; both spellings are read ("post,at sotomayor,dissenting", "post, at
sotomayor, dissenting").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.internal.patterns import labels_of
from generator.cite.internal.writings import named_writing
from generator.cite.mentions import any_word, in_order, places
from generator.justices import surname
from generator.model import Mention, ReferenceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_KINDS: dict[str, ReferenceKind] = {
    "ante": "ante",
    "post": "post",
    "infra": "infra",
    "supra": "supra-internal",
}
_WORD = any_word(_KINDS)
_RING, _ING = r"concur ?ring", r"dissent ?ing"
_IN = r"in (?:part|the judgments?|judgments?)"
_SORT = rf"(?:{_RING}|{_ING})(?: (?:{_IN}|from [a-z ]{{3,40}}?(?=[,.;]))(?: and (?:{_RING}|{_ING}) {_IN})?)?"
_NAME = r"(?:(?:o|de|van|mc) )?[a-z][a-z’']{2,20}"
_WRITING = re.compile(
    rf"[ ,]{{1,3}}(?:opinions? of (?:the court|(?P<of>{_NAME}))|opinion {_SORT}"
    rf"|(?:{_RING}|{_ING}|majority|plurality|principal|joint) opinion\b"
    rf"|(?:(?:justice|chief justice) )?(?P<first>{_NAME}), ?"
    rf"(?:{_SORT}|statement respecting [a-z ]{{3,40}}?(?=[,.;])))"
)
_AT = re.compile(r"(?:\s?,\s?|\s)at\b")
_LATIN = re.compile(
    r"\b(?:ex|the|a|an|his|her|washington|denver|york|evening|huffington|jerusalem)\s$"
)
_ROMANS = r"[ivx]{1,5}(?:(?:, ?and |, ?| and )[ivx]{1,5}\b)*"
# A bare "part i" may be "part" and the pronoun: only longer numerals are read.
_SURE = r"(?:ii|iii|iv|vi|vii|viii|ix)(?: and [ivx]{2,5})?"
_PART = re.compile(
    rf"parts?(?: (?P<labels>{_ROMANS}))?,? ?(?:infra|supra|ante|post)\b(?:, ?at\b)?"
    rf"|parts? (?P<own>{_ROMANS}) of (?:the (?:court|majority|plurality)|the|this|our|his|her|my"
    r"|justice [a-z]+) (?:(?:dissenting|concurring|separate|partial|plurality|majority) )?"
    r"(?:opinion|dissent|concurrence)\b"
    rf"|parts? (?P<bare>{_SURE})(?=[,.;]|\s?$| (?:we|i|below|above)\b)"
)
# "see, supra": between them stood a note and its number.
_LOST_NOTE = re.compile(r"\b(?:see(?: also| generally)?|cf\.), ?$")
_NOTE_BEFORE = re.compile(r"\b(?:nn?\., ?|(?:foot)?notes? ?,? ?)$")
_NOTE_AFTER = re.compile(r",? ?(?:nn?\.|(?:foot)?note\b)")
_APPENDIX = re.compile(r"appendi(?:x|ces)(?: [a-c])?, ?(?:infra|supra)\b")
# Words that come before a supra of the opinion itself: signals, and words that end a clause.
_CLAUSE_ENDS = frozenset(
    "see also cf compare with and but generally accord e.g eg g contra quoted cited described"
    " discussed noted said explained stated above mentioned recounted observed indicated outlined"
    " detailed shown suggested set forth earlier previously recited reviewed related emphasized"
    " held reasoned summarized identified out below exists exist here there it that this them so"
    " us".split()
)
_ABBREVIATION = re.compile(
    r"\b(?:co|cos|corp|inc|ltd|bros|assn|r|ry|al|dept|bd|univ|ins|dist|v|no|rep|stat)\.\s?,?\s?$"
)


def flattened_supra_is_internal(before: str, ordinary: Callable[[str], bool] | None = None) -> bool:
    """Whether a *supra* in flattened text behind the words ``before`` is a place of the opinion itself.

    Without capitals a name cannot be seen, so the word before decides: a sentence's end, a signal or a word that ends a
    clause ("as we explained, supra, at") says yes; any other ("hensley supra", "leon, supra") says no, unless
    ``ordinary`` (given by a caller who knows the names cited in the case) says that it is no name.
    """
    before = before.rstrip()
    if not before or before[-1] in ".;:?!":
        return not _ABBREVIATION.search(before)
    match = re.search(r"([\w’']+)\.?\s?,?$", before)
    if not match or match[1] in _CLAUSE_ENDS:
        return True
    return bool(ordinary and ordinary(match[1]))


def find_flattened_internal(
    text: str, ordinary: Callable[[str], bool] | None = None
) -> list[Mention]:
    """Cross-references in flattened text, in order; none has a ``pin``.

    ``ante, at``, ``post, at sotomayor, dissenting``, ``ante, at opinion of kagan``, ``infra, at``, ``supra, at`` behind
    no name (see ``flattened_supra_is_internal``), ``part iii, infra``.  "see, supra" has lost a note with its number
    and is a ``note`` without ``key``.  Behind a name *ante* and *post* are taken, since the citation between has been
    lost with its digits.
    """
    if not any(word in text for word in ("ante", "post", "infra", "supra", "part")):
        return []
    found: list[Mention] = []
    for match in places(_WORD, text):
        start, end = match.span()
        if text.startswith("-", end):
            continue
        before = text[max(0, start - 40) : start]
        if match.group() in ("ante", "post"):
            found += _separate(text, start, end, before)
        else:
            found += _same(text, start, end, before, ordinary)
    if "part" in text:
        found += _parts(text)
    for match in places(_APPENDIX, text) if "appendi" in text else ():
        found.append(Mention(match.start(), match.end(), "part", key="Appendix"))
    return in_order(found)


def _separate(text: str, start: int, end: int, before: str) -> Iterator[Mention]:
    """*ante* and *post*, which may name a writing."""
    at = _AT.match(text, end)
    end = at.end() if at else end
    words = _WRITING.match(text, end)
    if not (at or words) or _LATIN.search(before):
        return
    author, kind = named_writing(words.group().strip(" ,")) if words else (None, None)
    name = (words["of"] or words["first"]) if words else None
    author = surname(name).lower() if name else author
    stop = words.end() if words else end
    yield Mention(start, stop, _KINDS[text[start : start + 4]], key=kind, writing=author)


def _same(
    text: str, start: int, end: int, before: str, ordinary: Callable[[str], bool] | None
) -> Iterator[Mention]:
    """*supra* and *infra*: a page, or what is left of a note."""
    at = _AT.match(text, end)
    word = text[start:end]
    if at:
        if word == "infra" or flattened_supra_is_internal(before, ordinary):
            yield Mention(start, at.end(), _KINDS[word])
        return
    note = _NOTE_BEFORE.search(before)
    after = _NOTE_AFTER.match(text, end)
    if note:
        yield Mention(start - len(note.group()), end, "note")
    elif after and flattened_supra_is_internal(before, ordinary):
        yield Mention(start, after.end(), "note")
    elif _LOST_NOTE.search(before):
        yield Mention(start, end, "note")


def _parts(text: str) -> Iterator[Mention]:
    for match in places(_PART, text):
        before = text[max(0, match.start() - 12) : match.start()]
        if match["bare"] and (
            not before.endswith(("in ", "to ", "see ")) or before.endswith("ing in ")
        ):
            continue  # "concurring in part ii"
        labels = match["labels"] or match["own"] or match["bare"] or ""
        key = labels_of(labels).upper() or None
        yield Mention(match.start(), match.end(), "part", key=key)
