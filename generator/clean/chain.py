"""The chain: which rules run, in which order, and for which dialects.

A rule is a function ``(text) -> edits``; it sees the text as the rules before it left it, with one line per kept
segment, and may neither add nor remove a line.  Each lives in a file of its own and can be switched off and tested
alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean import (
    blank_after_mark,
    blank_before_mark,
    blanks,
    broken_words,
    controls,
    headnote_links,
    kerned_marks,
    ligatures,
    lost_hyphens,
    mojibake,
    page_marks,
    soft_hyphens,
    stars,
    symbol_font,
)
from generator.clean.layout import lay_out
from generator.model import DROPPED_ROLES, CleanLine, CleanText, Gap, PageMark, Repair, Source, Tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.model import Span
    from generator.offsets import Edit, OffsetMap


@dataclass(frozen=True, slots=True)
class Rule:
    """One step of the chain.  ``dialects`` is ``None`` where the rule is true of every text."""

    name: str
    apply: Callable[[str], Iterable[Edit]]
    dialects: frozenset[str] | None = None


# Dialects whose texts carry star pages among their words.
STARRED = frozenset({"lexis", "plain", "casebook-markdown", "docx", "rtf"})

# Order matters: characters first, then marks that stand for something else, then the blanks that they leave behind.
CHAIN: tuple[Rule, ...] = (
    Rule("controls", controls.apply),
    Rule("mojibake", mojibake.apply),
    Rule("ligatures", ligatures.apply),
    Rule("symbol-font", symbol_font.apply),
    Rule("soft-hyphens", soft_hyphens.apply),
    Rule("lost-hyphens", lost_hyphens.apply, frozenset({"slip"})),
    Rule("kerned-marks", kerned_marks.apply, frozenset({"slip"})),
    Rule("headnote-links", headnote_links.apply, frozenset({"lexis"})),
    Rule("page-marks", page_marks.apply, STARRED),
    Rule("blanks", blanks.apply),
    Rule("blank-before-mark", blank_before_mark.apply, frozenset({"lexis"})),
    Rule("blank-after-mark", blank_after_mark.apply, frozenset({"flattened"})),
)

# Dialects whose lines are those of printed pages, where words are broken.
PRINTED = frozenset({"slip", "pdf"})


def rules_for(dialect: str, without: Iterable[str] = ()) -> list[Rule]:
    """The rules that run for a dialect, in order; those named in ``without`` are switched off."""
    off = set(without)
    return [r for r in CHAIN if r.name not in off and (r.dialects is None or dialect in r.dialects)]


def clean(source: Source, without: Iterable[str] = ()) -> CleanText:
    """Run the chain over a source."""
    offsets, kept = lay_out(source)
    if source.dialect in PRINTED and "broken-words" not in without:
        offsets = offsets.edited(broken_words.mended(source, offsets), "broken-words")
    for rule in rules_for(source.dialect, without):
        text = offsets.text
        edits = list(rule.apply(text))
        if any("\n" in text[e.start : e.end] or "\n" in e.text for e in edits):
            raise ValueError(f"rule {rule.name!r} may not touch the ends of lines")
        offsets = offsets.edited(edits, rule.name)
    text = offsets.text
    lines, start = [], 0
    for segment, line in zip(kept, text.split("\n") if kept else [], strict=True):
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        if right > left:
            lines.append(CleanLine((left, right), segment.role, segment.label, segment.join))
        start += len(line) + 1
    return CleanText(
        text=text,
        offsets=offsets,
        lines=tuple(lines),
        repairs=repairs_of(offsets),
        dropped=tuple(s for s in source.segments if s.role in DROPPED_ROLES),
        gaps=gaps_of(source, offsets),
        pages=pages_of(source, offsets),
        tags=tags_of(source, offsets),
        calls=calls_of(source, offsets),
        emphasis=emphasis_of(source, offsets),
    )


def _clean_span(offsets: OffsetMap, span: Span) -> Span:
    return (offsets.to_clean(span[0]), offsets.to_clean(span[1]))


def repairs_of(offsets: OffsetMap) -> tuple[Repair, ...]:
    """Every piece that is neither the source's own text nor a plain run of blanks."""
    return tuple(
        Repair((p.start, p.end), p.kind, p.text, p.rule)
        for p in offsets.pieces
        if p.kind is not None and p.kind != "blank"
    )


def gaps_of(source: Source, offsets: OffsetMap) -> tuple[Gap, ...]:
    """Blanks that suggest a cut: two or more where no sentence ends (see ``blanks.suggests_cut``).  Only ``lexis``:
    there bracketed words and star pages were taken out and their blanks left standing.
    """
    if source.dialect != "lexis":
        return ()
    out = []
    for index, piece in enumerate(offsets.pieces):
        if piece.rule == "blanks" and blanks.suggests_cut(source.text, piece.start, piece.end):
            out.append(
                Gap(offsets.clean_start(index), (piece.start, piece.end), piece.end - piece.start)
            )
    return tuple(out)


def tags_of(source: Source, offsets: OffsetMap) -> tuple[Tag, ...]:
    """The markup with a label, each at the place where it was dropped."""
    return tuple(
        Tag(offsets.to_clean(s.span[0]), s.label)
        for s in source.segments
        if s.role == "markup" and s.label
    )


def calls_of(source: Source, offsets: OffsetMap) -> tuple[tuple[Span, str], ...]:
    """The calls that the format marks, with their labels."""
    return tuple((_clean_span(offsets, c.span), c.label) for c in source.calls)


def emphasis_of(source: Source, offsets: OffsetMap) -> tuple[Span, ...]:
    """The words that the format sets in italics."""
    return tuple(_clean_span(offsets, span) for span in source.emphasis)


def pages_of(source: Source, offsets: OffsetMap) -> tuple[PageMark, ...]:
    """The pages that the format knows, and the star pages, each where its mark was taken out."""
    out = [PageMark(offsets.to_clean(p.at), p.page, (p.at, p.at), p.reporter) for p in source.pages]
    marks = [(k, p) for k, p in enumerate(offsets.pieces) if p.rule == "page-marks"]
    reporters = stars.reporters(source.text) if marks else {}
    for index, piece in marks:
        mark = page_marks.number(source.text[piece.start : piece.end])
        if mark:
            at = offsets.clean_start(index) + len(piece.text)
            span = (piece.start, piece.end)
            out.append(PageMark(at, mark[1], span, reporters.get(mark[0], mark[0])))
    return tuple(sorted(out, key=lambda p: (p.at, p.source)))
