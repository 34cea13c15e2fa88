"""Lines to paragraphs: where a printer's line ends because the paragraph does, and which lines are a quotation set in.

The text of a PDF has neither indents nor blank lines between paragraphs.  What is left is the measure: see
``measure``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.read.slip.breaks import COUNTED, JOINED, SURE, weight
from generator.read.slip.ends import ALONE, OPENS_QUOTE, STARS, ends_sentence, first_word, would_fit
from generator.read.slip.inset import begins_quoted, quoted_lines
from generator.read.slip.measure import full_width, joined, last_width, usual_of, width
from generator.read.slip.torn import cells_of, refitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.read.slip.sheets import Line

Kind = Literal["text", "blockquote", "alone", "cells"]

_SYLLABUS_PAGES = re.compile(r"Pp?\. ?[\d–−-]+(?:, [\d–−-]+)*\.$")
# The last line of a syllabus: "541 F. 3d 425, reversed and remanded."
_RESULT = re.compile(
    r"(?:(?:No\. )?\d+ .{2,40}\d|.{0,60}[Rr]eported below: .{4,40}\d),? (?:affirmed|reversed|vacated|dismissed|remanded"
    r"|certiorari dismissed|appeal dismissed)\b.{0,60}\."
)


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
    lines = refitted(lines, measure)
    quoted = quoted_lines(lines, measure)
    cells = cells_of(lines, measure)
    out: list[list[Line]] = []
    kinds: list[Kind] = []
    for k, line in enumerate(lines):
        kind: Kind = "cells" if cells[k] else "blockquote" if quoted[k] else "text"
        if kind == "text" and _stands_alone(line.text, lines[k - 1].text if k else ""):
            kind = "alone"
        if out and not (
            kind != kinds[-1]
            or (kind == "blockquote" and begins_quoted(out[-1], line))
            or _begins(lines[k - 1], line, kind, measure)
            or (kind == "text" and _opens(lines, k, measure, out[-1]))
        ):
            out[-1].append(line)
        else:
            out.append([line])
            kinds.append(kind)
    return [Paragraph(kind, tuple(own)) for kind, own in zip(kinds, out, strict=True)]


def _stands_alone(text: str, above: str) -> bool:
    """Whether a line is a heading, a break or a disposition.  A figure is none that goes on with the line above it, as
    in "Pp. 4–" "5."
    """
    if STARS.fullmatch(text):
        return True
    if not ALONE.fullmatch(text):
        return False
    goes_on = above and not ends_sentence(above) and not ALONE.fullmatch(above)
    return not (text[0].isdigit() and goes_on)


def _begins(before: Line, line: Line, kind: Kind, measure: int) -> bool:
    """Whether ``line`` begins a paragraph behind ``before``, which is of its kind, by other signs than the weighed."""
    if kind == "cells":
        return False
    if kind == "alone":
        return not (STARS.fullmatch(line.text) and STARS.fullmatch(before.text))
    if not ends_sentence(before.text) or line.text[:1].islower():
        return False
    if _SYLLABUS_PAGES.search(before.text) or line.text.startswith("Held:"):
        return True
    if _RESULT.fullmatch(before.text) or _RESULT.fullmatch(line.text):
        return True
    if kind != "blockquote" or not OPENS_QUOTE.match(line.text):
        return False
    return would_fit(before.text, line.text, measure)


def _opens(lines: Sequence[Line], k: int, measure: int, above: Sequence[Line]) -> bool:
    """Whether line ``k`` opens a paragraph, as ``breaks`` weighs the signs; ``above``: the lines of the one before."""
    before, line = lines[k - 1].text, lines[k].text
    if not ends_sentence(before) or line[:1].islower():
        return False
    if before.endswith(":") and not OPENS_QUOTE.match(line):
        return False
    if before[-1].isdigit() and width(before) + width(line) <= measure:
        return False  # a line that the raised figure of a note tore
    usual = usual_of(measure)
    room = (last_width(before, usual) + width(" ") + width(first_word(line))) / usual
    share = last_width(line, usual) / usual
    sure = SURE + min(2, joined(before, usual)) * JOINED
    count = sum(1 + joined(x.text, usual) for x in above[:COUNTED])
    return weight(before, line, room=room, share=share, lines=count) >= sure
