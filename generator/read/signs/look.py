"""What the questions are put to: a text, and samples of it."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE = 60_000  # characters from each of the head, the middle and the tail
BLANKS = " \t\n\r\v\f\0\ufeff\xa0\u200b"
# The dialect and the evidence for it.
Answer = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Look:
    """What the questions are put to.  ``whole`` is the text itself; ``sample`` its head, middle and
    tail, cut at lines.
    """

    whole: str
    head: str
    sample: str
    lead: str  # the beginning, without blanks and a byte-order mark
    trail: str  # the end, without blanks
    file: str

    def lines(self) -> list[str]:
        """The lines of the sample that are not blank, without the blanks around them."""
        return [line for raw in self.sample.splitlines() if (line := raw.strip(BLANKS))]


def look_at(text: str, file: str) -> Look:
    """The samples of a text.  ``file`` is its name."""
    head, parts = text[:SAMPLE], [text[:SAMPLE]]
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        parts += [_from_line(text[middle : middle + SAMPLE]), _from_line(text[-SAMPLE:])]
    else:
        parts = [text]
    return Look(
        text, head, "\n".join(parts), head.lstrip(BLANKS), text[-SAMPLE:].rstrip(BLANKS), file
    )


def _from_line(stretch: str) -> str:
    """From the first whole line on: half a line may look like something that it is not."""
    return stretch.partition("\n")[2] or stretch


def quoted(evidence: str) -> str:
    """Evidence, short enough for a sentence, without what a terminal might take for a command."""
    shown = "".join(c if c.isprintable() else " " for c in evidence).strip()
    return shown if len(shown) <= 60 else f"{shown[:57]}…"
