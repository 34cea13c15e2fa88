"""Which opinions of a cluster are read, from which of their fields, and what else the cluster holds of the case's text.

An opinion has the same text in several fields.  The best is taken by ``FIELDS``: first those that come from a printed
reporter with its pages and notes, then what was scraped, last the bare text.  ``html_with_citations`` is the field that
CourtListener derives from one of the others by setting its links in: where its letters are those of the field chosen,
it is read in its place, for the links.

A cluster may hold its opinions twice: each by itself, and all of them in one that is called combined.  What stands in
the one is not shown again from the other; what does not, is.  Everything that is left out is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.read.casefacts import entry
from generator.read.courtlistener.markup import body_of
from generator.read.markup import no_text
from generator.read.openings import author_of, label
from generator.read.tables import opinion_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import SegmentRole
    from generator.read.scribe import Line

# The text fields, best first.
FIELDS = (
    "xml_harvard",
    "html_columbia",
    "html_lawbox",
    "html_anon_2020",
    "html",
    "html_with_citations",
    "plain_text",
)
LINKED = "html_with_citations"
# What a cluster keeps of the head of the case, in the order of its page, where it has no ``headmatter``.
HEAD: dict[str, SegmentRole] = {
    "correction": "notice",
    "attorneys": "caption",
    "headnotes": "notice",
    "syllabus": "syllabus",
    "summary": "notice",
    "history": "caption",
    "procedural_history": "caption",
    "posture": "caption",
    "arguments": "notice",
    "other_dates": "caption",
    "cross_reference": "notice",
    "disposition": "caption",
}
MOST_OPINIONS = 60  # of one case; the most that the Supreme Court ever wrote in one are 10
_RUN = 5  # words; two texts that share so many in a row at every place are one
_SAME = 0.7  # of the runs; scans of one page differ in a word of fifty, two opinions share next to nothing


@dataclass(frozen=True, slots=True)
class Opinion:
    """One opinion with the field that is read of it.  ``label`` opens its writing; ``title`` is for people."""

    title: str
    label: str
    field: str
    text: str
    combined: bool = False


def chosen(opinion: dict[str, Any]) -> tuple[str, str] | None:
    """``(field, text)``: the best field that holds text, or that with the same letters and the links."""
    held = {f: v for f in FIELDS if isinstance(v := opinion.get(f), str) and v.strip()}
    best = next((f for f in FIELDS if f in held), None)
    if best is None:
        return None
    linked = held.get(LINKED)
    if linked and best != LINKED and _letters(linked) == _letters(held[best]):
        return LINKED, linked
    return best, held[best]


def opinions_of(data: dict[str, Any], place: str) -> tuple[list[Opinion], tuple[str, ...]]:
    """The opinions of a cluster in their order, or the one at hand; and what is not shown, in words."""
    several = data.get("sub_opinions") or data.get("opinions")
    parts = several if isinstance(several, list) else []
    check_count(parts, place)
    own = [x for x in parts if isinstance(x, dict)]
    if not own:
        found = _opinion(data)
        return ([found] if found else []), ()
    left_out = [f"the opinion at {x[:100]} is an address only" for x in parts if isinstance(x, str)]
    known = {x.get("id") for x in own}
    kept: list[Opinion] = []
    for part in _ordered(own):
        newer = re.search(r"(\d{1,12})/?$", str(part.get("main_version") or ""))
        opinion = _opinion(part)
        if newer and int(newer[1]) in known and int(newer[1]) != part.get("id"):
            left_out.append(f"{_title(part)} is an older version of opinion {newer[1]}")
        elif opinion is None:
            left_out.append(f"{_title(part)} has no text")
        else:
            kept.append(opinion)
    once, again = _once(kept)
    return once, (*left_out, *again)


def check_count(opinions: Sequence[object], place: str) -> None:
    """Refuse (R18) more opinions than any case has."""
    if len(opinions) > MOST_OPINIONS:
        raise no_text(place, f"it has {len(opinions)} opinions, and no case has so many")


def _ordered(opinions: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """By the key of their order where all of them have one, else by their types ("020lead", "040dissent")."""

    def key(opinion: dict[str, Any]) -> tuple[int, str]:
        at = opinion.get("ordering_key")
        return (at if isinstance(at, int) else 0, str(opinion.get("type") or "") or "999")

    if all(isinstance(x.get("ordering_key"), int) for x in opinions):
        return sorted(opinions, key=key)
    return sorted(opinions, key=lambda x: key(x)[1])


def _opinion(data: dict[str, Any]) -> Opinion | None:
    found = chosen(data)
    if found is None:
        return None
    combined = str(data.get("type") or "").startswith("010")
    return Opinion(_title(data), _label(data), *found, combined)


def _title(data: dict[str, Any]) -> str:
    kind, number = data.get("type"), data.get("id")
    name = f"opinion {number}" if isinstance(number, int) else "an opinion"
    return f"{name} ({kind[:40]})" if isinstance(kind, str) and kind else name


def _label(opinion: dict[str, Any]) -> str:
    kind, author = opinion.get("type"), opinion.get("author_str")
    kind = kind if isinstance(kind, str) else ""
    if not author or not isinstance(author, str):
        author = entry(opinion, "author", "name_last") or entry(opinion, "author", "name_full")
    if opinion.get("per_curiam") is True and opinion_kind(kind) in (None, "majority"):
        return "per-curiam:"
    made = label(kind, author if isinstance(author, str) else "")
    joined = opinion.get("joined_by_str")
    names = [author_of(x) for x in re.split(r"[,;]", joined)] if isinstance(joined, str) else []
    return ";".join([made, *filter(None, names)]) if not made.endswith(":") else made


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _bare(text))


def _bare(text: str) -> str:
    """The words of a field, without its tags."""
    return re.sub(r"<[^<>]*>|&#?\w+;", "", text)


# --- texts that a cluster has twice


def _once(opinions: Sequence[Opinion]) -> tuple[list[Opinion], list[str]]:
    """Each text once: where those by themselves say all that the combined one does, they are kept, for they are typed;
    else the combined one, and of the others those that do not stand in it.
    """
    whole = next((x for x in opinions if x.combined), None)
    others = [x for x in opinions if x is not whole]
    if whole is None or not others:
        return list(opinions), []
    all_runs = _runs(whole.text)
    each = [_runs(x.text) for x in others]
    missing = len(all_runs.difference(*each))
    if missing <= (_RUN - 1) * (len(others) - 1):  # the runs over the seams between two opinions
        return others, [f"{whole.title}: all of it stands in the other opinions"]
    kept, left_out = [whole], []
    for opinion, own in zip(others, each, strict=True):
        if _share(own, all_runs) >= _SAME:
            left_out.append(f"{opinion.title}: it stands in {whole.title} too")
        else:
            kept.append(opinion)
    return kept, left_out


def _runs(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]+", _bare(text).lower())
    return {" ".join(words[k : k + _RUN]) for k in range(max(1, len(words) - _RUN + 1))}


def _share(own: set[str], other: set[str]) -> float:
    return len(own & other) / len(own)


# --- the head of the case


def head_of(data: dict[str, Any], opinions: Iterable[Opinion], place: str) -> list[Line]:
    """The lines of the head that a cluster keeps beside its opinions; not what stands in these as well."""
    cluster = data["cluster"] if isinstance(data.get("cluster"), dict) else data
    parts: list[tuple[str, SegmentRole]] = []
    head = cluster.get("headmatter")
    if isinstance(head, str) and head.strip():
        return body_of(head, place, head=True).lines()
    for field, role in HEAD.items():
        text = cluster.get(field)
        if isinstance(text, str) and text.strip():
            parts.append((text, role))
    return head_lines(parts, opinions, place)


def head_lines(
    parts: Iterable[tuple[str, SegmentRole]], opinions: Iterable[Opinion], place: str
) -> list[Line]:
    """The lines of such parts: text or HTML, and the role that all of it has."""
    shown = set[str]().union(*(_runs(x.text) for x in opinions))
    out: list[Line] = []
    for text, role in parts:
        if _share(_runs(text), shown) < _SAME:
            made = text if "<" in text else "\n".join(f"<p>{x}</p>" for x in text.split("\n"))
            own = body_of(made, place, head=True).lines()
            out += [replace(line, role=role, label=None) for line in own]
    return out
