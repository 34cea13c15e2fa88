"""The vocabulary: what every stage passes on to the next.  Frozen data with no logic but a look-up, no imports of ours.

Two coordinate systems are used and never mixed:

* *source* offsets: ``str`` indices into ``Source.text``, the text as it was found;
* *clean* offsets: ``str`` indices into ``CleanText.text``, one line per segment that is kept.

Spans are half-open pairs ``(start, end)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime

    from generator.link.quotations import Quotation
    from generator.offsets import OffsetMap

Span = tuple[int, int]

WritingKind = Literal[
    "syllabus",
    "majority",
    "plurality",
    "per-curiam",
    "concurrence",
    "concurrence-in-judgment",
    "concurrence-in-part-dissent-in-part",
    "dissent",
    "statement",
]
BlockKind = Literal[
    "paragraph",
    "blockquote",
    "heading",
    "byline",
    "disposition",
    "footnote",
    "caption",
    "vote",
    "notice",
]
RepairKind = Literal["drop", "insert", "space", "case", "punctuation", "dehyphenate", "decode"]
# What a reader may know of a stretch of text from its layout alone; "text" leaves the decision to ``structure``.
SegmentRole = Literal[
    "text",
    "markup",
    "running-head",
    "syllabus",
    "notice",
    "caption",
    "vote",
    "byline",
    "disposition",
    "footnote",
    "heading",
    "blockquote",
]
# How a segment goes on with an earlier one of its kind, from which a page's end or a note parts it: with a blank
# between the two, or with none where a word was broken.  "" begins anew.
Join = Literal["", "blank", "none"]
ReferenceKind = Literal[
    "full",
    "short",
    "supra-case",
    "id",
    "name",
    "statute",
    "constitution",
    "rule",
    "record",
    "ante",
    "post",
    "infra",
    "supra-internal",
    "note",
    "part",
    "writing",
    "footnote-call",
    "pin",
]
# What sort of work an authority is; "work" is a journal, a treatise, another print.
AuthorityKind = Literal["case", "statute", "constitution", "rule", "record", "work"]
FindingLevel = Literal["error", "warning", "note"]
# The label of a footnote's further paragraphs; a note whose number is lost has ``None``.
CONTINUED = ""
LENT = "witness:"  # how the rule of a repair begins that a witness lends; its file's name follows
DROPPED_ROLES: frozenset[str] = frozenset({"markup", "running-head"})


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """What ``case.yml`` says: facts that the text itself does not tell.  ``None`` means unknown.

    ``added``: the day on which the opinion came to this site, for its feed.
    """

    name: str | None = None
    citation: str | None = None
    court: str | None = None
    docket: str | None = None
    argued: datetime.date | None = None
    decided: datetime.date | None = None
    panel: str | None = None
    vote: str | None = None
    first_page: int | None = None
    dialect: str | None = None
    restore_from: str | None = None
    added: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the source that the reader could tell apart: a line, a tag, a caption within a line.

    ``label`` carries what the layout says beside the role: the Justice of a ``<dissent author=…>`` tag, the number of a
    footnote; of a byline, or of a text that has none, the writing that the format opens there (``dissent:Kagan``).
    ``join``: the segment goes on with the paragraph (of text, or of the note) that an earlier one began.
    Segments are in source order and never overlap; what lies between them is blank.
    """

    span: Span
    role: SegmentRole = "text"
    label: str | None = None
    join: Join = ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page begins at source offset ``at``: what the reader of a format knows from its marks or layout.

    ``reporter`` is ``None`` for the pages that the page shows and citations mean (the official reporter, or a slip
    opinion's own); another reporter's are kept as data under its name ("S. Ct.").
    """

    at: int
    page: int
    reporter: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCall:
    """A footnote call that the format marks as one: its source span and the label that it prints."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link that the file brings with it: the source span of its words and where its makers led it.  Not trusted; it
    is compared with ours.
    """

    span: Span
    href: str


@dataclass(frozen=True, slots=True)
class Source:
    """A raw file after ``read``.  ``text`` is what all source offsets count in.

    ``extracted`` names the published file that offsets count in when the raw file itself, read as
    UTF-8, is not that text (another encoding; JSON, XML, PDF); otherwise ``None``.  ``emphasis`` holds the spans in
    italics, ``pages`` and ``calls`` what the format marks as such, ``facts`` what it says of the case beside its text,
    ``links`` the links that it brings, ``left_out`` what it holds besides, and the text does not.
    """

    file: str
    sha256: str
    text: str
    dialect: str
    reason: str
    encoding: str = "utf-8"
    extracted: str | None = None
    segments: tuple[Segment, ...] = ()
    truncated: bool = False
    emphasis: tuple[Span, ...] = ()
    pages: tuple[SourcePage, ...] = ()
    calls: tuple[SourceCall, ...] = ()
    facts: CaseInfo = CaseInfo()
    links: tuple[SourceLink, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One difference between the source and the page: ``source.text[span]`` reads ``text`` on the page.

    ``rule`` names the cleaning rule that made it.
    """

    span: Span
    kind: RepairKind
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where the source's blanks suggest that something was cut out (clean offset, number of blanks)."""

    at: int
    source: Span
    blanks: int


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page of a reporter begins at this clean offset.  ``source`` is the mark as printed, such as ``[*341]``.

    ``reporter``: see ``SourcePage``.
    """

    at: int
    page: int
    source: Span
    reporter: str | None = None


@dataclass(frozen=True, slots=True)
class CleanLine:
    """One kept segment: its clean span and what the reader said of it."""

    span: Span
    role: SegmentRole
    label: str | None = None
    join: Join = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Markup that said something and was dropped: the place where it stood, and its label (``dissent:BREYER``)."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """The source after the chain of cleaning rules: one line per kept segment, joined by newlines.

    ``calls`` (with their labels) and ``emphasis`` are clean spans of what the format marks.
    """

    text: str
    offsets: OffsetMap
    lines: tuple[CleanLine, ...]
    repairs: tuple[Repair, ...]
    dropped: tuple[Segment, ...] = ()
    gaps: tuple[Gap, ...] = ()
    pages: tuple[PageMark, ...] = ()
    tags: tuple[Tag, ...] = ()
    calls: tuple[tuple[Span, str], ...] = ()
    emphasis: tuple[Span, ...] = ()

    def line(self, line: CleanLine) -> str:
        """The text of one of the lines."""
        return self.text[line.span[0] : line.span[1]]


@dataclass(frozen=True, slots=True)
class Writing:
    """One Justice's opinion within the case.

    ``id``: ``syllabus``, ``majority`` or the author's surname.  ``author`` is a surname, or ``None``
    (per curiam, unknown). ``joined_note`` keeps the words that limit a join ("as to Part III").
    """

    id: str
    kind: WritingKind
    author: str | None
    joined_by: tuple[str, ...]
    source: Span
    joined_note: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that lies inside a block's text: a footnote call or a star page.  ``other-page`` is a page of another
    reporter than the one that is shown.

    ``start``/``end`` count in ``Block.text`` (a star page has ``start == end``).  ``id`` is the HTML id; ``target``
    the id of the footnote called, ``None`` when the source has lost its body.
    """

    kind: Literal["footnote-call", "page", "other-page"]
    start: int
    end: int
    label: str
    id: str
    source: Span
    target: str | None = None
    reporter: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A contiguous stretch of a block: its clean span, its source span, and where it begins in ``Block.text``.

    ``join`` is "" where a block quote stands between it and the piece before; else they make one stretch of the page,
    with a blank between or (``none``) without.
    """

    clean: Span
    source: Span
    at: int
    join: Join = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """A stretch of a block's text that the source has otherwise: ``Block.text[start:end]`` is ``was`` there.

    ``start == end`` where something was taken out, ``was == ""`` where something was put in.  ``rule`` names the rule
    that did it.
    """

    start: int
    end: int
    kind: RepairKind
    was: str
    rule: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that the page shows.

    ``number`` is set on paragraphs of the opinions only.  A paragraph that goes on after a block quote
    or a page's end has two ``pieces``; its ``text`` is the pieces joined by single blanks (by nothing where a word was
    broken) and ``source`` their hull.  ``emphasis`` holds the spans of ``text`` in italics.
    ``part`` is the id of the heading above. ``level`` is the depth of a heading in the outline, from 1.
    ``restored``: what a restored text has otherwise than its source, in order and without overlap.
    """

    id: str
    kind: BlockKind
    number: int | None
    writing: str | None
    part: str | None
    text: str
    source: Span
    pieces: tuple[Piece, ...]
    label: str | None = None
    marks: tuple[Mark, ...] = ()
    level: int = 0
    emphasis: tuple[Span, ...] = ()
    restored: tuple[Restored, ...] = ()

    def stretches(self) -> tuple[Span, ...]:
        """The spans of ``text`` that stand apart on the page: one, or more where block quotes come between."""
        starts = [0, *(p.at for p in self.pieces[1:] if not p.join)]
        return tuple(zip(starts, [*(s - 1 for s in starts[1:]), len(self.text)], strict=True))


@dataclass(frozen=True, slots=True)
class Authority:
    """A work that can be cited, under one spelling.

    ``key`` is what makes two of them the same work: ``457 U.S. 800``, ``42 U.S.C. § 1983``, ``U.S. Const. amend. IV``,
    ``Fed. R. Evid. 404(b)``, ``App.``; it carries no pin.  ``name``: ``Harlow v. Fitzgerald``.  ``court`` as Bluebook
    Table T1 abbreviates it, ``None`` for the Supreme Court.  ``parallel``: keys of the same decision in other
    reporters.  ``note``: ``per curiam``, ``en banc``.
    """

    kind: AuthorityKind
    key: str
    name: str | None = None
    year: int | None = None
    court: str | None = None
    parallel: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class KnownAuthority:
    """An authority that is known before the text at hand is read.

    ``origin``: a case of this site (or cited by one), an entry that people wrote, or the shipped table.  ``seen``:
    how often it was seen cited.  ``aliases``: other names under which courts cite it.  ``slug``: the case on this
    site that it is.  ``below``: keys or names of the decisions that reviewed it.
    """

    authority: Authority
    origin: Literal["site", "people", "shipped"]
    seen: int = 0
    aliases: tuple[str, ...] = ()
    slug: str | None = None
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as it is recognised in a block's text, before it is decided what it stands for.

    ``start``/``end`` count in ``Block.text``.  ``authority`` is set where the words themselves name the work; then
    ``candidates`` is empty, and where they name several, ``authority`` is ``None`` and ``candidates`` holds them,
    best first.
    ``name``: the case name as printed (``Harlow`` of ``Harlow, supra, at 807``).  ``key``: what is left of the citation
    in a short form (``468 U.S.`` of ``468 U.S., at 922``) or the section of a bare ``§ 1983`` (``1983``).  ``pin`` as
    printed without its ``at``.  ``aside``: stands in a parenthetical that explains another citation ("quoting …").
    ``writing``: surname in lower case of the author named in "(opinion of KAGAN, J.)".
    """

    start: int
    end: int
    kind: ReferenceKind
    authority: Authority | None = None
    candidates: tuple[Authority, ...] = ()
    name: str | None = None
    key: str | None = None
    pin: str | None = None
    aside: bool = False
    writing: str | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as ``case.json`` lists it (see the contract in docs/guide/data-format.md).

    ``at`` is where it stands in the block's text.  ``case`` is the slug of the case on this site that is cited;
    ``candidates`` the authorities between which an
    ambiguous reference could not be decided, best first.  ``writing`` is the surname, in lower case, of the author
    named
    in "(opinion of KAGAN, J.)"; ``antecedent`` the source span of the reference that an *id.* repeats; ``estimate`` the
    first and last block between which an estimated page lies.
    """

    source: Span
    block: str
    text: str
    kind: ReferenceKind
    authority: str | None = None
    cite: str | None = None
    pin: str | None = None
    target: tuple[str, str] | None = None
    url: str | None = None
    status: Literal["resolved", "ambiguous", "unresolved"] = "unresolved"
    method: str | None = None
    at: Span = (0, 0)
    case: str | None = None
    candidates: tuple[str, ...] = ()
    writing: str | None = None
    antecedent: Span | None = None
    estimate: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should know or mend.  ``code`` is stable; ``line`` is a line of ``file``, from 1, or
    where the text was extracted from it, of ``within``: the file that holds the text, beside the opinion's page.
    """

    code: str
    file: str
    line: int | None
    message: str
    advice: str = ""
    level: FindingLevel = "warning"
    within: str | None = None

    @property
    def place(self) -> str:
        """Where it is, for people: ``opinion.txt:12``, or ``opinion.json (line 12 of its source.txt)``."""
        if self.line is None:
            return self.file
        if self.within:
            return f"{self.file} (line {self.line} of its {self.within})"
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Witness:
    """Another text of the same opinion, from which the page takes what its source has lost.

    ``aligned``: the share of the source's words that stand in it.  ``rule``: the rule of the repairs that it lends.
    """

    file: str
    sha256: str
    dialect: str
    aligned: float
    truncated: bool = False

    @property
    def rule(self) -> str:
        """The name of the rule by which the words of this witness are known among the repairs."""
        return f"{LENT}{self.file}"


@dataclass(frozen=True, slots=True)
class Case:
    """One opinion, converted.  ``authorities``: the works that its references name, by first mention.

    ``witness``: the text that it is restored from; ``witnesses``: the names of all other texts that are at hand.
    """

    slug: str
    info: CaseInfo
    source: Source
    clean: CleanText
    writings: tuple[Writing, ...]
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    authorities: tuple[Authority, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    truncated: bool = False
    findings: tuple[Finding, ...] = field(default=())
    witness: Witness | None = None
    witnesses: tuple[str, ...] = ()

    @property
    def dialect(self) -> str:
        """How the text reads that the page shows: as the witness does that it is restored from, else as its source."""
        return self.witness.dialect if self.witness else self.source.dialect
