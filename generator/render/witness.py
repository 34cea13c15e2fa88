"""What the pages say of witnesses: what was taken from which, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render import escape

if TYPE_CHECKING:
    from generator.model import Case

_WORD = re.compile(r"[^\W_]+")


def sentences(case: Case) -> list[str]:
    """For the note at the head of the page; none where nothing is taken from a witness."""
    witness = case.witness
    if witness is None:
        return []
    rule = witness.rule
    kinds = {r.kind for r in case.clean.repairs if r.rule == rule}
    taken = [
        name for kind, name in (("case", "capitals"), ("punctuation", "marks")) if kind in kinds
    ]
    number = sum(
        len(_WORD.findall(r.text))
        for r in case.clean.repairs
        if r.rule == rule and r.kind == "insert"
    )
    if number:
        taken.append(f"{number:,} word{'' if number == 1 else 's'} that it lacks")
    if not taken:
        return [f"Another text of the opinion, {witness.file}, reads the same."]
    what = ", ".join(taken[:-1]) + (" and " if taken[:-1] else "") + taken[-1]
    verb = "is" if taken[-1].startswith("1 word ") and len(taken) == 1 else "are"
    share = int(100 * witness.aligned)
    taken_from = (
        f"{what[0].upper()}{what[1:]} {verb} taken from another text of the opinion, {witness.file}, "
        f"which has {share} of 100 words of this one; what that lacks stays as it was found."
    )
    return [taken_from]


def listed(case: Case) -> str:
    """Markdown for the source page: the other texts that are at hand, and the one that is used."""
    used = case.witness.file if case.witness else None
    names = sorted({*case.witnesses, *([used] if used else [])})
    if not names:
        return ""
    shown = [
        f"{escape.inline(name)}"
        + (" (the page takes from it what the source lacks)" if name == used else "")
        for name in names
    ]
    return f"Other texts of the opinion that are at hand: {', '.join(shown)}."
