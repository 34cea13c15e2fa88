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
from generator.cite.pins import pin_pages
from generator.cite.standing import is_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model import Authority, Mention, Span

LONGEST_CASE = (
    320  # pages: the longest decision of the Court, with all writings, has 273 (McConnell v. FEC)
)
TO_BIND = 4  # years until a decision has its pages in the United States Reports
LONGEST_LAW = 1500  # pages: an appropriations act of 2020 has 1,484 (134 Stat. 1182)
INTERNAL = frozenset(("ante", "post", "infra", "supra-internal", "note", "part", "writing"))
# What can be cited "at" a page.
_PAGINATED = frozenset(("case", "record", "work"))
_PAGED_LAW = re.compile(r"\b(?:Stat\.|Fed\. Reg\.|Cong\. Rec\.)")
_KEY = re.compile(r"(\d+) (.+) (\d+)$")
_OF_A_LAW = re.compile(r"\b\d+ (?:Stat\.|Fed\. Reg\.) (\d+)$")
_LETTERED = re.compile(r"\d{1,4}a\b")
Status = Literal["resolved", "ambiguous", "unresolved"]


@dataclass(slots=True)
class Cited:
    """A mention on its trail, with what it was found to stand for.

    ``block`` is the place of its block in the case, ``spans`` what encloses what there; ``antecedent`` is the reference
    that an *id.* repeats, ``internal`` the cross-reference within the case that this one is, or repeats;
    ``words`` is the mention as printed; ``cites`` is set where a bare section stands as a citation ("See § 8909(a).");
    ``unread`` where a citation stands that no recogniser reads: on the trail alone, never a reference.
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
    unread: bool = False

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


# ----------------------------------------------------------------------------------------------- pages


def first_page(authority: Authority, reporter: str | None = None) -> int | None:
    """The page on which a case begins, in the reporter asked for or that of its key."""
    for key in (authority.key, *authority.parallel):
        match = _KEY.match(key)
        if match and (reporter is None or f"{match.group(1)} {match.group(2)}" == reporter):
            return int(match.group(3))
    return None


def within_pages(authority: Authority, pin: str | None, reporter: str | None = None) -> bool:
    """Whether a pin can lie in the decision: not before its first page, nor far behind any last one.

    A work whose pages are unknown, or that counts none, can have any pin.  A pin of a slip opinion
    ("slip op., at 12") cannot be held against the bound pages, so ``None`` is passed for it.
    """
    pages = pin_pages(pin)
    starts = (
        [first_page(authority, reporter)]
        if reporter
        else [
            first_page(replace(authority, key=k, parallel=()))
            for k in (authority.key, *authority.parallel)
        ]
    )
    known = [s for s in starts if s is not None]
    if law := _OF_A_LAW.search(authority.key):
        return not pages or 0 <= pages[0] - int(law[1]) <= LONGEST_LAW
    counted = authority.kind == "case" or (authority.kind == "work" and "," not in authority.key)
    if not pages or not known or not counted or " WL " in authority.key:
        return True
    return any(start <= pages[0] <= start + LONGEST_CASE for start in known)


def paginated(authority: Authority) -> bool:
    """Whether a work is cited "at" a page: cases, the record, reports and journals, session laws; no code, no
    constitution.
    """
    return authority.kind in _PAGINATED or bool(_PAGED_LAW.search(authority.key))


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
    years = (c.authority.year or 0 for c in trail if c.authority and "slip" in at.words)
    newest = max(years, default=0)
    for candidate in reversed(trail):
        if misfits:
            return None
        if not _in_view(candidate, at) or _only_bound(candidate, at, newest):
            continue
        if candidate.internal is not None:
            if candidate.mention.kind in ("part", "writing", "note"):
                continue
            return candidate
        if not _is_citation(candidate, paged=paged):
            continue
        work = candidate.authority
        if work is None:
            if candidate.mention.kind in ("statute", "constitution", "rule") and (
                paged or not candidate.cites
            ):
                continue
            return candidate  # unresolved itself, and so is what stands on it
        if not _numbered_so(work, pin):
            continue
        if paged and (not paginated(work) or not within(work, mention.pin)):
            misfits = work.kind == "case" and candidate.mention.kind != "name"
            continue
        return candidate
    return None


def _in_view(candidate: Cited, at: Cited) -> bool:
    same = candidate.block == at.block
    if candidate.mention.aside and not (same and _together(candidate, at)):
        return False
    if candidate.in_quote_block and not (same and at.in_quote_block):
        return False
    reader = (at.mention.start, at.mention.end) if same else None
    return visible((candidate.mention.start, candidate.mention.end), candidate.spans, reader)


def _only_bound(candidate: Cited, at: Cited, newest: int) -> bool:
    """Whether the reader points into a slip opinion ("slip op., at 12") and the candidate is none: no decision of the
    Supreme Court, or one that was bound long before the newest that was cited.
    """
    if "slip" not in at.words or "slip" in candidate.words:
        return False
    if candidate.authority is None:
        return candidate.internal is not None
    work = candidate.authority
    if work.kind != "case" or "U.S." not in f"{work.key} {' '.join(work.parallel)}":
        return True
    return work.year is not None and work.year < newest - TO_BIND


def _numbered_so(work: Authority, pin: str) -> bool:
    """Whether a work counts its places as a pin does: a starred page is one of a database and none of the record, a
    lettered one ("41a") one of an appendix, a paragraph none of a law.
    """
    if pin.startswith("*"):
        return work.kind != "record"
    if _LETTERED.match(pin):
        return work.kind != "case" and ("App" in work.key or "Pet." in work.key)
    return not pin.startswith("¶") or work.kind not in ("statute", "constitution", "rule")


def _together(candidate: Cited, at: Cited) -> bool:
    """Whether one parenthetical or quotation holds them both."""
    return any(
        start <= candidate.mention.start and at.mention.end <= end for start, end in candidate.spans
    )


def _is_citation(candidate: Cited, *, paged: bool) -> bool:
    """Whether a mention cites, rather than only names: a bare name stands for its case where a page is asked for."""
    kind, mention = candidate.mention.kind, candidate.mention
    if kind == "name":
        return paged
    if kind == "constitution":
        return mention.pin is not None or mention.method == "citation"
    if kind in ("statute", "rule"):
        named = candidate.authority is not None and is_name(candidate.authority, candidate.words)
        if named:  # as with a case, a page that fits tells that it is meant
            return candidate.cites or paged
        return candidate.cites or (mention.key is None and mention.method != "name")
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
