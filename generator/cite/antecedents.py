"""What *id.*, *ibid.*, *supra* and short forms stand on.

The rules are those of The Bluebook (Rules 4.1, 4.2, 10.9) and of the Supreme Court's own prints, each a small function.
Where they leave two works, the reference is ambiguous; where none, unresolved.  Neither is ever decided by chance.

A ``Trail`` walks through one writing in the order in which it is read.  Notes have a trail of their own that begins
where the text calls them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from generator.cite.casenames import answers_to, is_common, parties
from generator.cite.enclosures import visible
from generator.cite.paging import first_page, has_place, is_dictionary, paginated, within_pages
from generator.cite.standing import is_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model import Authority, Mention, Span

INTERNAL = frozenset(("ante", "post", "infra", "supra-internal", "note", "part", "writing"))
TO_BIND = 4  # years until a decision has its pages in the United States Reports
_BLANK = re.compile(r"\bslip\b|__")
_LETTERED = re.compile(r"\d{1,4}a\b")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")  # "1986 Drug Act" only names a law
Status = Literal["resolved", "ambiguous", "unresolved"]


@dataclass(slots=True)
class Cited:
    """A mention on its trail, with what it was found to stand for.

    ``block`` is the place of its block in the case, ``spans`` what encloses what there; ``antecedent`` is the reference
    that an *id.* repeats, ``internal`` the cross-reference within the case that this one is, or repeats;
    ``words`` is the mention as printed; ``cites`` is set where a bare section stands as a citation ("See § 8909(a).");
    ``stray``: an unknown work, which only bars the way to what stands before it (``cite.strays``).
    """

    mention: Mention
    block: int
    writing: str | None
    spans: Sequence[Span] = ()
    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()
    method: str | None = None
    antecedent: Cited | None = None
    in_quote_block: bool = False
    internal: Cited | None = None
    words: str = ""
    cites: bool = False
    stray: bool = False

    @property
    def status(self) -> Status:
        """Resolved, ambiguous or unresolved."""
        if self.authority is not None:
            return "resolved"
        return "ambiguous" if self.candidates else "unresolved"


@dataclass(slots=True)
class Works:
    """The works cited in a case so far, for short forms: by key, each with the writings that cite it, latest last."""

    by_key: dict[str, Authority] = field(default_factory=dict)
    places: dict[str, list[tuple[int, str | None]]] = field(default_factory=dict)
    count: int = 0

    def add(self, authority: Authority, writing: str | None) -> None:
        """Note a mention.  What a later one knows more of (a name, a year, a parallel citation) is kept."""
        known = self.by_key.get(authority.key)
        self.by_key[authority.key] = merged(known, authority) if known else authority
        self.count += 1
        self.places.setdefault(authority.key, []).append((self.count, writing))

    def latest(self, key: str, writing: str | None) -> int:
        """The number of the last mention of a work in a writing; 0 when the writing has none."""
        return max((n for n, w in self.places.get(key, ()) if w == writing), default=0)

    def cases(self) -> Iterator[Authority]:
        """Everything that can have a name: cases and other works."""
        return (a for a in self.by_key.values() if a.kind in ("case", "work") and a.name)


def merged(older: Authority, newer: Authority) -> Authority:
    """One authority out of two mentions of it: the older one's facts, and what only the newer one has."""
    return replace(
        older,
        name=older.name or newer.name,
        year=older.year or newer.year,
        court=older.court or newer.court,
        parallel=tuple(dict.fromkeys((*older.parallel, *newer.parallel))),
        note=older.note or newer.note,
    )


# ----------------------------------------------------------------------------------------------- id.


def id_antecedent(
    mention: Mention,
    at: Cited,
    trail: Sequence[Cited],
    within: Callable[[Authority, str | None], bool] = within_pages,
) -> Cited | None:
    """*Id.*: "the immediately preceding cited authority" (Rule 4.1), seen from the running text.

    Passed over are: citations inside a parenthetical or a quotation that the *id.* is not in, citations that only say
    where another comes from or what became of it, words of the text that name a law without citing it ("the Fourth
    Amendment", "§ 1983"), and, where the *id.* has a page, works without pages and decisions that cannot have that
    page, as far as ``within`` knows.  A citation of such a decision ends the search: the page is
    misprinted, or the work cited last was not recognised, and what lies farther back is meant by chance.
    """
    pin = mention.pin or ""
    paged = mention.kind == "pin" or (bool(pin) and pin[:1] not in "§¶")
    misfits = False
    slip = "slip" in at.words
    if slip and mention.kind == "id":
        return _with_slip_pages(at, trail)
    for candidate in reversed(trail):
        if misfits:
            return None
        if not _in_view(candidate, at) or (slip and "slip" not in candidate.words):
            continue
        if candidate.internal is not None:
            if candidate.mention.kind in ("part", "writing", "note"):
                continue
            return candidate
        if not is_citation(candidate, paged=paged):
            continue
        work = candidate.authority
        if work is None:
            if candidate.mention.kind in ("statute", "constitution", "rule") and (
                paged or not candidate.cites
            ):
                continue
            return candidate  # unresolved itself, and so is what stands on it
        if not has_place(work, pin) or (is_dictionary(work) and candidate.block != at.block):
            return None  # what was cited last is no work that is recognised
        if paged and _lacks_page(work, mention, within):
            only_named = candidate.mention.kind == "name" or is_name(work, candidate.words)
            misfits = paginated(work) and work.kind != "record" and not only_named
            continue
        return candidate
    return None


def _lacks_page(
    work: Authority, mention: Mention, within: Callable[[Authority, str | None], bool]
) -> bool:
    """Whether a work cannot have the page of an *id.*; another volume of it ("76 *id.*, at 24960") has other pages."""
    pin = mention.pin or ""
    if pin.startswith("*") and work.kind == "record":
        return True  # a starred page is one of a database
    if _LETTERED.match(pin) and (work.kind == "case" or not re.search(r"App|Pet\.", work.key)):
        return True  # a lettered one ("41a") is one of an appendix
    return not paginated(work) or (mention.key is None and not within(work, mention.pin))


def _with_slip_pages(at: Cited, trail: Sequence[Cited]) -> Cited | None:
    """What has the pages of a slip opinion: the last citation of the block that leaves its page blank, one in view
    before one in parentheses; else the last before it, or a decision too new to have been bound when it was cited.
    Another decision in between ends the search; an old one is passed over for what the same block cites.
    """
    own = [c for c in trail if c.block == at.block and _BLANK.search(c.words)]
    near = [c for c in own if _in_view(c, at)] or own
    if near:
        return near[-1]
    newest = max((c.authority.year or 0 for c in trail if c.authority), default=0)
    passed = False
    for candidate in reversed(trail):
        if passed and candidate.block != at.block:
            return None
        if _BLANK.search(candidate.words):
            return candidate if _in_view(candidate, at) else None
        work = candidate.authority
        if not work or work.kind != "case" or candidate.mention.kind == "name":
            continue
        if not any("U.S." in key for key in (work.key, *work.parallel)):
            continue
        if not _in_view(candidate, at):
            continue
        if work.year and work.year >= newest - TO_BIND:
            return candidate
        passed = True
    return None


def _in_view(candidate: Cited, at: Cited) -> bool:
    same = candidate.block == at.block
    if candidate.mention.aside and not (same and _together(candidate, at)):
        return False
    if candidate.in_quote_block and not (same and at.in_quote_block):
        return False
    reader = (at.mention.start, at.mention.end) if same else None
    return visible((candidate.mention.start, candidate.mention.end), candidate.spans, reader)


def _together(candidate: Cited, at: Cited) -> bool:
    """Whether one parenthetical or quotation holds them both."""
    return any(
        start <= candidate.mention.start and at.mention.end <= end for start, end in candidate.spans
    )


def is_citation(candidate: Cited, *, paged: bool = False) -> bool:
    """Whether a mention cites, rather than only names: a bare name stands for its case where a page is asked for."""
    kind, mention = candidate.mention.kind, candidate.mention
    if kind == "name":
        return paged
    if kind == "constitution":
        return mention.pin is not None or mention.method == "citation"
    if kind in ("statute", "rule"):
        if candidate.authority is not None and is_name(candidate.authority, candidate.words):
            return candidate.cites or paged  # as with a case, a page that fits tells it
        placed = mention.key is None and mention.method != "name"
        return candidate.cites or (
            placed and bool(re.search(r"[\d§]", _YEAR.sub("", candidate.words)))
        )
    return True


# ----------------------------------------------------------------------------------------------- short forms and supra


def short_form(mention: Mention, works: Works) -> list[Authority]:
    """``468 U.S., at 922``: the case of that volume, by name where one is printed, by page else (Rule 10.9).

    Best first; more than one means that the rule leaves them equal.
    """
    fits = [
        a
        for a in works.by_key.values()
        if a.kind in ("case", "work")
        and any(k.rsplit(" ", 1)[0] == mention.key for k in (a.key, *a.parallel))
    ]
    if mention.name:
        named = [a for a in fits if a.name and answers_to(a.name, mention.name)]
        fits = named or fits
    paged = [a for a in fits if within_pages(a, mention.pin, mention.key)]
    fits = paged or ([] if mention.pin else fits)
    # Cited once by its parallel citation alone, once in full: one case.
    fits = [a for a in fits if not any(a.key in b.parallel for b in fits if b is not a)]
    if len(fits) > 1 and mention.pin:
        # Cases follow each other in a volume: the page lies in the last one that begins before it.
        starts = {a.key: first_page(a, mention.key) or 0 for a in fits}
        nearest = max(starts.values())
        fits = [a for a in fits if starts[a.key] == nearest]
    return fits


def by_name(
    name: str, pin: str | None, works: Iterable[Authority], latest: dict[str, int] | None = None
) -> list[Authority]:
    """``Harlow, supra, at 807``: the cited works that answer to the name best (Rule 4.2), by page where several do.

    ``latest`` tells for each work when the writing at hand cited it last; where the page leaves
    several, those the writing itself has cited go before those that only another writing has.
    """
    if is_common(name) and len(parties(name)) < 2:
        exact = [a for a in works if a.name and answers_to(a.name, name) == 3]
        return exact if len(exact) == 1 else []
    scored = [(answers_to(a.name or "", name), a) for a in works]
    best = max((score for score, _ in scored), default=0)
    if not best:
        return []
    fits = [a for score, a in scored if score == best]
    if len(fits) > 1:
        fits = [a for a in fits if within_pages(a, pin)] or fits
    if len(fits) > 1 and latest is not None:
        fits = [a for a in fits if latest.get(a.key)] or fits
    return fits
