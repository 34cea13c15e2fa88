"""One case from raw file to ``Case``: the stages that need no other case.

Pure, so cases can be converted in parallel.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.clean import clean
from generator.conservation import hold_to_account
from generator.model import Case, CaseInfo, CleanText, Source
from generator.propose import completed
from generator.read import read_source
from generator.structure import structure
from generator.structure.bylines import CHIEF

if TYPE_CHECKING:
    from pathlib import Path


def convert_file(path: Path, slug: str, info: CaseInfo, dialect: str | None = None) -> Case:
    """Read and convert one raw file.  ``dialect`` wins over ``case.yml``, which wins over sniffing.

    Raises ``ReadError`` for a file that cannot be read, ``ConservationError`` for a letter lost or invented.
    """
    return convert(read_source(path, dialect or info.dialect), slug, info, place=str(path))


def convert(source: Source, slug: str, info: CaseInfo, place: str | None = None) -> Case:
    """Clean → structure → conservation.  ``place`` is what errors call the file.

    Facts that ``info`` leaves out are taken from the text where it tells them; a date found so may
    tell in turn which Chief Justice the bylines mean, and they are read again.
    """
    text = clean(source)
    case = _structured(source, slug, info, text)
    info = completed(case)
    if info.decided != case.info.decided and _chief_unnamed(case):
        case = _structured(source, slug, info, text)
    case = replace(case, info=info)
    hold_to_account(source, case.blocks, text.repairs, place)
    return case


def _structured(source: Source, slug: str, info: CaseInfo, text: CleanText) -> Case:
    built = structure(source, text, info.decided)
    references = tuple(
        replace(r, target=(slug, r.target[1])) if r.target and not r.target[0] else r
        for r in built.references
    )
    return Case(
        slug=slug,
        info=info,
        source=source,
        clean=text,
        writings=built.writings,
        blocks=built.blocks,
        references=references,
        truncated=source.truncated,
    )


def _chief_unnamed(case: Case) -> bool:
    return any(CHIEF in (w.author, *w.joined_by) for w in case.writings)
