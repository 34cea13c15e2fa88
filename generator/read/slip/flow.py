"""Lines to paragraphs: where a printer's line ends because the paragraph does, and which lines are a quotation set in.

The text of a PDF has neither indents nor blank lines between paragraphs.  What is left is the measure: see
``measure``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from generator.read.slip.breaks import COUNTED, JOINED, SURE, weight
from generator.read.slip.measure import full_width, joined, last_width, usual_of, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.slip.sheets import Line

Kind = Literal["text", "blockquote", "alone", "cells"]

# The end of a sentence: its stop, closing marks and parentheses, the figure of a note.
_STOP = re.compile(r"(?:[.?!:]|\.{3})[”’\"'\])]*(?:\s?[”’\"'\])])*(?:\d{1,3}|[*†‡])?$")
_END = 48  # characters of a line that tell how it ends
_ENDS_IN_ABBREVIATION = re.compile(
    r"(?:\b(?:U\. ?S|v|No|Nos|Inc|Co|Corp|Ltd|Cf|cf|e\. ?g|i\. ?e|pp?|nn?|Mr|Mrs|Ms|Dr|Jr|Sr|St|Art|art|cl|Cl|Stat"
    r"|Fed|Reg|Rev|Cong|Sess|App|Cir|Ct|Dist|Assn|Bros|Ry|Cal|Ed|ed|Supp|Pub|Ann|Stats|ch|Ch|Sen|Rep|Res|Doc|tit|Tit"
    r"|subd|par|Const|Amdt|Civ|Proc|Crim|Evid|Evid|Exh|Tr|Pet|Cert|Dept|Gov|Pa|Va|Md|La|Ga|Fla|Ill|Ind|Mass|Mich"
    r"|Minn|Miss|Mo|Tex|Tenn|Wash|Wis|N|S|E|W|F|J|C|D|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)$"
)
_ALONE = re.compile(
    r"[IVXL]{1,7}\.?(?:[-–—][A-Z0-9])?|[A-Z]\.?|\d\.?|(?:\*\s*){1,3}|PER CURIAM\.?|Per Curiam\.?"
    r"|(?:It is )?so ordered\.|(?:Affirmed|Reversed|Vacated|Remanded|Dismissed)(?:[ ,]+(?:and|in part|remanded|reversed"
    r"|vacated|affirmed))*[;,.]?",
    re.IGNORECASE,
)
_STARS = re.compile(r"[*.•](?:\s*[*.•])*")
_OPENS_QUOTE = re.compile(r"[“\"]|[‘'](?=[“\"\w\[])")
_SYLLABUS_PAGES = re.compile(r"Pp?\. ?[\d–−-]+(?:, [\d–−-]+)*\.$")
# The last line of a syllabus: "541 F. 3d 425, reversed and remanded."
_RESULT = re.compile(
    r"(?:(?:No\. )?\d+ .{2,40}\d|.{0,60}[Rr]eported below: .{4,40}\d),? (?:affirmed|reversed|vacated|dismissed|remanded"
    r"|certiorari dismissed|appeal dismissed)\b.{0,60}\."
)
_WORD = re.compile(r"\S+")
CELL, ROWS = 0.35, 6  # of a full line, and lines: a table
TORN = 4  # characters between two parts of a torn line; a page's end has more
NARROW = 0.958  # of a full line: what a line of a quotation that is set in never fills
SHORTER, MANY = 0.925, 4  # of a full line, and lines: what chance does not leave so narrow
FITS = 0.94  # of a full line: what was left over is no accident of spacing


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, in order, over the pages that they run over.

    ``goes_on``: what begins here goes on with the paragraph above a block quote.
    """

    kind: Kind
    lines: tuple[Line, ...]
    goes_on: bool = False


def paragraphs(lines: Sequence[Line], measure: int | None = None) -> list[Paragraph]:
    """Cut running text into paragraphs.  ``measure`` is the width of its full lines, where that is known better than
    from these lines.
    """
    measure = measure or full_width(x.text for x in lines)
    lines = _refitted(lines, measure)
    quoted = _quoted(lines, measure)
    cells = _cells(lines, measure)
    out: list[list[Line]] = []
    kinds: list[Kind] = []
    for k, line in enumerate(lines):
        kind: Kind = "cells" if cells[k] else "blockquote" if quoted[k] else "text"
        if kind == "text" and _stands_alone(line.text, lines[k - 1].text if k else ""):
            kind = "alone"
        if out and not (
            kind != kinds[-1]
            or _begins(lines[k - 1], line, kind, measure)
            or (kind == "text" and _opens(lines, k, measure, out[-1]))
        ):
            out[-1].append(line)
        else:
            out.append([line])
            kinds.append(kind)
    return [Paragraph(kind, tuple(own)) for kind, own in zip(kinds, out, strict=True)]


def _cells(lines: Sequence[Line], measure: int) -> list[bool]:
    """Which lines are the cells of a table: one of many short lines in a row that end no sentence."""
    out = [False] * len(lines)
    short = [width(x.text) <= CELL * measure and not ends_sentence(x.text) for x in lines]
    start = 0
    for is_short, run in groupby(short):
        end = start + len(list(run))
        if is_short and end - start >= ROWS:
            out[start:end] = [True] * (end - start)
        start = end
    return out


def _stands_alone(text: str, above: str) -> bool:
    """Whether a line is a heading, a break or a disposition.  A figure is none that goes on with the line above it, as
    in "Pp. 4–" "5."
    """
    if _STARS.fullmatch(text):
        return True
    if not _ALONE.fullmatch(text):
        return False
    goes_on = above and not ends_sentence(above) and not _ALONE.fullmatch(above)
    return not (text[0].isdigit() and goes_on)


def _refitted(lines: Sequence[Line], measure: int) -> list[Line]:
    """The lines, with those put together that wide spacing tore: "…a state-court conviction." "Under" "AEDPA, …".

    A torn line is short, is no heading, and fits on the line before it.
    """
    out: list[Line] = []
    cells = _cells(lines, measure)
    for is_cell, (line, after) in zip(cells, pairwise([*lines, None]), strict=True):
        assert line is not None
        before = out[-1] if out else None
        if (
            before is not None
            and after is not None
            and not is_cell
            and line.start - before.end <= TORN
            and len(line.text) < 12
            and not _ALONE.fullmatch(line.text)
            and not _STARS.fullmatch(line.text)
            and line.text[:1].isalnum()
            and not ends_sentence(line.text)
            and width(f"{before.text} {line.text}") <= measure
            and width(f"{line.text} {_first(after.text)}") <= FITS * measure
        ):
            out[-1] = type(line)(before.start, line.end, f"{before.text} {line.text}")
        else:
            out.append(line)
    return out


def ends_sentence(text: str) -> bool:
    """Whether a line may be the last of a paragraph."""
    end = text[-_END:]
    return bool(_STOP.search(end)) and not _ENDS_IN_ABBREVIATION.search(end)


def _begins(before: Line, line: Line, kind: Kind, measure: int) -> bool:
    """Whether ``line`` begins a paragraph behind ``before``, which is of its kind, by other signs than the weighed."""
    if kind == "cells":
        return False
    if kind == "alone":
        return not (_STARS.fullmatch(line.text) and _STARS.fullmatch(before.text))
    if not ends_sentence(before.text) or line.text[:1].islower():
        return False
    if _SYLLABUS_PAGES.search(before.text) or line.text.startswith("Held:"):
        return True
    if _RESULT.fullmatch(before.text) or _RESULT.fullmatch(line.text):
        return True
    if kind != "blockquote" or not _OPENS_QUOTE.match(line.text):
        return False
    return would_fit(before.text, line.text, measure)


def _opens(lines: Sequence[Line], k: int, measure: int, above: Sequence[Line]) -> bool:
    """Whether line ``k`` opens a paragraph, as ``breaks`` weighs the signs; ``above``: the lines of the one before."""
    before, line = lines[k - 1].text, lines[k].text
    if not ends_sentence(before) or line[:1].islower():
        return False
    if before.endswith(":") and not _OPENS_QUOTE.match(line):
        return False
    if before[-1].isdigit() and width(before) + width(line) <= measure:
        return False  # a line that the raised figure of a note tore
    usual = usual_of(measure)
    room = (last_width(before, usual) + width(" ") + width(_first(line))) / usual
    share = last_width(line, usual) / usual
    sure = SURE + min(2, joined(before, usual)) * JOINED
    count = sum(1 + joined(x.text, usual) for x in above[:COUNTED])
    return weight(before, line, room=room, share=share, lines=count) >= sure


def would_fit(before: str, line: str, measure: int) -> bool:
    """Whether the first word of ``line`` had room behind ``before``, so that the line was ended on purpose."""
    return width(before) + width(" ") + width(_first(line)) < FITS * measure


def _first(text: str) -> str:
    """The first word of a line, as far as it cannot be broken."""
    word = _WORD.match(text)
    return re.split(r"(?<=[-–—])", word.group())[0] if word else ""


def _quoted(lines: Sequence[Line], measure: int) -> list[bool]:
    """Which lines are a quotation set in: a run that opens with a mark, of lines that all fall short of the measure,
    one of which at least was broken where the next word would have had room; or of many that fall far short.
    """
    out = [False] * len(lines)
    k = 0
    while k < len(lines):
        end = _quote_end(lines, k, measure) if _may_open(lines, k) else k
        if end > k:
            out[k:end] = [True] * (end - k)
        k = max(end, k + 1)
    return out


def _may_open(lines: Sequence[Line], k: int) -> bool:
    if not _OPENS_QUOTE.match(lines[k].text):
        return False
    before = lines[k - 1].text if k else ""
    return not before or ends_sentence(before) or before.endswith((":", ",", "—", "–"))


def _quote_end(lines: Sequence[Line], start: int, measure: int) -> int:
    """Behind the last line of the quotation that begins at ``start``; ``start`` where there is none."""
    short_breaks, k = 0, start
    while k < len(lines) and width(lines[k].text) <= NARROW * measure:
        text = lines[k].text
        if _ALONE.fullmatch(text) and not _STARS.fullmatch(text):
            break
        after = lines[k + 1].text if k + 1 < len(lines) else ""
        room = bool(after) and would_fit(text, after, measure)
        if (
            room
            and ends_sentence(text)
            and not _OPENS_QUOTE.match(after)
            and not after[:1].islower()
        ):
            k += 1  # a last line; whatever follows is the author's own
            break
        short_breaks += room
        k += 1
    shorter = all(width(x.text) <= SHORTER * measure for x in lines[start:k])
    if k - start < 2 or not (short_breaks or (shorter and k - start >= MANY)):
        return start
    while k > start and not ends_sentence(lines[k - 1].text):
        k -= 1  # lines of the author's that happen to be short
    return k if k - start >= 2 else start
