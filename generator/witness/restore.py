"""The clean text in the witness's wording, as an OffsetMap over the source.

The letters of a link are the source's, with the witness's capitals.  What lies between two links is taken from the
witness: marks, line ends, and the words that the source lacks.  Words of the source that the witness lacks are kept
where they stand.  Where both have words of their own for the same thing, the source's reading stays: a witness lends
what was lost, it does not correct.

The lines of the new text are the witness's, with its roles and labels; a line of the source that has no word in the
witness stays a line of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.clean.chain import calls_of, emphasis_of, gaps_of, pages_of, repairs_of, tags_of
from generator.errors import WitnessError
from generator.model import CleanLine, CleanText, Tag, Witness
from generator.witness.collation import ENOUGH, collate
from generator.witness.compose import Composer

if TYPE_CHECKING:
    from generator.model import Source
    from generator.witness.collation import Collation


def restored_from(source: Source, own: CleanText, witness: Source) -> tuple[CleanText, Witness]:
    """The restored text, and what is known of the witness.

    Raises ``WitnessError`` (V03) for a witness that has too few of the source's words to be a text of the same opinion.
    """
    collation = collate(source, own, witness)
    if not collation.fits:
        raise WitnessError(
            misfit(collation, witness.file), code="V03", file=witness.file, advice=MISFIT
        )
    known = Witness(
        witness.file,
        witness.sha256,
        witness.dialect,
        round(collation.aligned, 4),
        witness.truncated,
    )
    return restored(source, collation, known.rule), known


def misfit(collation: Collation, name: str) -> str:
    """What is wrong with a witness that does not fit."""
    share, enough = int(100 * collation.aligned), int(100 * ENOUGH)
    return (
        f"the witness {name!r} has {share} of 100 words of the source, and from {enough} on"
        " it would count as a text of the same opinion"
    )


MISFIT = "compare the two texts with `pincite collate`, or take the witness away"


def restored(source: Source, collation: Collation, rule: str) -> CleanText:
    """The source's clean text with what the witness lends it; the repairs that say so have ``rule``."""
    composer = Composer(collation)
    composer.run()
    own, witness = collation.own, collation.witness
    offsets = own.offsets.edited(composer.edits, rule)
    text = offsets.text
    lines, start = [], 0
    for (role, label), line in zip(composer.lines, text.split("\n"), strict=True):
        left = start + len(line) - len(line.lstrip())
        right = start + len(line.rstrip())
        if right > left:
            lines.append(CleanLine((left, right), role, label))
        start += len(line) + 1

    def place(offset: int) -> int:
        return composer.place(witness.now(offset))

    lent = collation.text
    pages = list(pages_of(source, offsets))
    known = {(mark.page, mark.reporter) for mark in pages}
    for mark in lent.pages:
        if (mark.page, mark.reporter) not in known:
            at = place(mark.at)
            pages.append(replace(mark, at=at, source=offsets.to_source((at, at))))
    tags = [Tag(place(tag.at), tag.label) for tag in lent.tags]
    calls = [((place(start), place(end)), label) for (start, end), label in lent.calls]
    emphasis = [(place(start), place(end)) for start, end in lent.emphasis]
    return replace(
        own,
        text=text,
        offsets=offsets,
        lines=tuple(lines),
        repairs=repairs_of(offsets),
        gaps=gaps_of(source, offsets),
        pages=tuple(sorted(pages, key=lambda mark: mark.at)),
        tags=tuple(sorted(tags, key=lambda tag: tag.at)) or tags_of(source, offsets),
        calls=tuple(sorted(calls)) or calls_of(source, offsets),
        emphasis=tuple(sorted(s for s in emphasis if s[0] < s[1])) or emphasis_of(source, offsets),
    )
