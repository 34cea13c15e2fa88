"""What ``pincite check`` reports: one small function per kind of finding, each with a stable code.

Codes never change their meaning; a new kind gets a new code.  Levels: an *error* is an opinion without a page, a
*warning* something to look at or to mend in ``case.yml``, a *note* something that the page already says and nobody
need do anything about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.link.tables import read_rows
from generator.link.theirs import disagreements
from generator.model import Case, Finding, FindingLevel, Span
from generator.read.lines import LineIndex
from generator.structure.missing import missing_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.errors import PinciteError
    from generator.model import Reference

CODES: dict[str, str] = dict(read_rows("findings.tsv"))


_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")


def visible(text: str) -> str:
    """What a message quotes from a raw file must not act on the terminal that shows it."""
    return _UNSEEN.sub(lambda m: m.group().encode("unicode_escape").decode("ascii"), text)


class _View:
    """A case with its line numbers and the name by which findings call it."""

    def __init__(self, case: Case, file: str) -> None:
        self.case, self.file = case, file
        self._index = LineIndex(case.source.text)

    def at(self, span: Span) -> int:
        return self._index.line(span[0])

    def found(
        self,
        code: str,
        span: Span | None,
        message: str,
        advice: str = "",
        level: FindingLevel = "warning",
    ) -> Finding:
        line = self.at(span) if span else None
        within = self.case.source.extracted if line is not None else None
        return Finding(code, self.file, line, visible(message), advice, level, within)


def case_findings(case: Case, file: str) -> list[Finding]:
    """All findings of one case, in the order of the source's lines; those of the whole case first."""
    view = _View(case, file)
    out = [finding for rule in _RULES for finding in rule(view)]
    return sorted(out, key=lambda f: (f.line or 0, f.code, f.message))


def failure_finding(error: PinciteError) -> Finding:
    """An opinion that could not be converted."""
    return Finding(error.code, error.file, error.line, error.message, error.advice, "error")


def _facts(view: _View) -> Iterator[Finding]:
    info = view.case.info
    missing = [name for name in ("name", "citation") if getattr(info, name) is None]
    if missing:
        yield view.found("M01", None, f"{' and '.join(missing)} unknown", "say it in case.yml")


def _no_opinion(view: _View) -> Iterator[Finding]:
    if not any(b.number for b in view.case.blocks):
        yield view.found(
            "S06", None, "no paragraph of an opinion was found", "is this the text of an opinion?"
        )


def _truncated(view: _View) -> Iterator[Finding]:
    case = view.case
    if case.truncated and case.blocks:
        last = max(case.blocks, key=lambda b: b.source[1])
        ending = case.source.text[: last.source[1]][-30:].strip()
        yield view.found(
            "S01",
            (last.source[1] - 1, last.source[1]),
            f"the source breaks off: “…{ending}”",
            "find a whole copy of the text",
        )


def _missing(view: _View) -> Iterator[Finding]:
    for gap in missing_pages(view.case):
        verb = "is" if gap.first == gap.last else "are"
        yield view.found(
            "R14",
            (gap.at, gap.at),
            f"{gap.words()} of {gap.writing!r} {verb} not in this copy, before {gap.block}",
            "find a whole copy of the text",
        )


def _left_out(view: _View) -> Iterator[Finding]:
    for what in view.case.source.left_out:
        yield view.found(
            "R22", None, f"not shown: {what}", "look at the file, if it matters", level="note"
        )


def _authors(view: _View) -> Iterator[Finding]:
    for writing in view.case.writings:
        if writing.author is None and writing.kind not in ("syllabus", "per-curiam"):
            yield view.found(
                "S02",
                writing.source,
                f"no byline: the author of {writing.id!r} is unknown",
                "check where the writing begins",
            )


def _calls(view: _View) -> Iterator[Finding]:
    for ref in view.case.references:
        if ref.kind == "footnote-call" and ref.status == "unresolved":
            yield view.found(
                "S03",
                ref.source,
                f"footnote {ref.text} is called in {ref.block}, but the source lacks the note",
                level="note",
            )


# What a person can mend by an entry in authorities.yml; the rest the page says by itself.
_MENDABLE = frozenset(("full", "short", "supra-case", "name", "statute", "rule", "constitution"))
# A section whose law the text does not say ("§ 5(b)", "Section 4 of the Act", "Rule 35"), and letters left of one.
_OF_NO_LAW = re.compile(
    r"§|[Ss]ections?\b|[Rr]ules?\b|[A-Za-z]{1,2}(?:[\s,]{1,3}[A-Za-z]{1,2}){0,8}$"
)


def _mendable(kind: str, text: str) -> bool:
    return kind in _MENDABLE and not (kind in ("statute", "rule") and _OF_NO_LAW.match(text))


def _references(view: _View) -> Iterator[Finding]:
    """Ambiguous and unresolved references; the same words in the same state are one finding at their first place."""
    seen: dict[tuple[str, str, str], list[Reference]] = {}
    for ref in view.case.references:
        if ref.status != "resolved" and ref.kind != "footnote-call":
            seen.setdefault((ref.kind, ref.text, ref.status), []).append(ref)
    for (kind, text, status), refs in seen.items():
        first = refs[0]
        more = f" ({len(refs)} times)" if len(refs) > 1 else ""
        mendable = _mendable(kind, text)
        level: FindingLevel = "warning" if mendable else "note"
        if status == "ambiguous":
            between = "; ".join(first.candidates[:3]) + ("; …" if len(first.candidates) > 3 else "")
            yield view.found(
                "U01",
                first.source,
                f"{kind} “{text}” in {first.block} could be: {between}{more}",
                "say which in site_src/authorities.yml" if mendable else "",
                level,
            )
        else:
            yield view.found(
                "U02",
                first.source,
                f"{kind} “{text}” in {first.block} is unresolved{more}",
                "add the work to site_src/authorities.yml" if mendable else "",
                level,
            )


def _estimates(view: _View) -> Iterator[Finding]:
    """Cross-references whose page is only estimated."""
    for ref in view.case.references:
        if ref.estimate:
            first, last = ref.estimate
            yield view.found(
                "U03",
                ref.source,
                f"“{ref.text}” in {ref.block} leads to {ref.target[1] if ref.target else '?'}, "
                f"estimated between {first} and {last}",
                level="note",
            )


def _quotations(view: _View) -> Iterator[Finding]:
    """Quoted words that are not found, or differ."""
    for quotation in view.case.quotations:
        start, end = quotation.source
        words = " ".join(view.case.source.text[start:end].split())
        shown = words if len(words) <= 60 else words[:57] + "…"
        if quotation.match == "not-found":
            yield view.found(
                "Q01",
                quotation.source,
                f"“{shown}” does not stand where the reference beside it says",
                level="note",
            )
        elif quotation.match == "altered" and quotation.target:
            changes = "; ".join(f"“{a}” for “{b}”" for a, b in quotation.changes[:3])
            slug, block = quotation.target
            place = block if slug == view.case.slug else f"{slug} {block}"
            yield view.found(
                "Q02", quotation.source, f"“{shown}” has {changes} of {place}", level="note"
            )


def _theirs(view: _View) -> Iterator[Finding]:
    """Where the links that the file brings and ours disagree."""
    text = view.case.source.text
    for found in disagreements(view.case):
        words = text[slice(*found.link.span)]
        if found.ours is not None and found.ours.authority is not None:
            yield view.found(
                "X02",
                found.link.span,
                f"“{words}” leads to {found.ours.authority} here, in the file to {found.link.href[:120]}"
                f" ({found.why})",
                "see which is right; site_src/authorities.yml may settle it",
            )
        else:
            yield view.found(
                "X03",
                found.link.span,
                f"“{words}” leads nowhere here, in the file to {found.link.href[:120]}",
                level="note",
            )


def _notes(view: _View) -> Iterator[Finding]:
    called = {r.target[1] for r in view.case.references if r.kind == "footnote-call" and r.target}
    for block in view.case.blocks:
        if block.kind == "footnote" and not block.label:
            yield view.found(
                "S04",
                block.source,
                f"a note without its number; it was given to {block.writing!r}",
                level="note",
            )
        elif block.kind == "footnote" and block.id not in called:
            yield view.found(
                "S05",
                block.source,
                f"nothing calls footnote {block.label} ({block.id})",
                "check its number against the text",
            )


def _damage(view: _View) -> Iterator[Finding]:
    text = view.case.source.text
    position = text.find("�")
    if position >= 0:
        count = text.count("�")
        yield view.found(
            "T01",
            (position, position + 1),
            f"{count} damaged character{'s' if count > 1 else ''} (�), the first here",
            "look for a copy in a sound encoding",
        )


def _gaps(view: _View) -> Iterator[Finding]:
    text = view.case.source.text
    for gap in view.case.clean.gaps:
        near = " ".join(
            text[max(0, gap.source[0] - 20) : gap.source[1] + 20].split("\n")[0].split()
        )
        yield view.found("T02", gap.source, f"{gap.blanks} blanks: “{near}”", level="note")


def _dropped(view: _View) -> Iterator[Finding]:
    text = view.case.source.text
    for segment in view.case.clean.dropped:
        shown = text[segment.span[0] : segment.span[1]][:60]
        yield view.found(
            "T03", segment.span, f"not shown ({segment.role}): “{shown}”", level="note"
        )


def _decoded(view: _View) -> Iterator[Finding]:
    for repair in view.case.clean.repairs:
        if repair.rule in ("controls", "mojibake") or (
            repair.rule == "layout" and repair.kind == "drop"
        ):
            source = view.case.source.text[repair.span[0] : repair.span[1]]
            yield view.found(
                "T04",
                repair.span,
                f"{source!r} became {repair.text!r} ({repair.rule})",
                level="note",
            )


_RULES: tuple[Callable[[_View], Iterator[Finding]], ...] = (
    _facts,
    _no_opinion,
    _truncated,
    _missing,
    _left_out,
    _authors,
    _calls,
    _references,
    _estimates,
    _quotations,
    _theirs,
    _notes,
    _damage,
    _gaps,
    _dropped,
    _decoded,
)
