"""One case from raw file to ``Case``: the stages that need no other case.

Pure, so cases can be converted in parallel.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.clean import clean
from generator.conservation import hold_to_account
from generator.errors import encodable
from generator.justices import misread
from generator.model import Case, CaseInfo, CleanText, Source, Witness
from generator.propose import completed
from generator.read import read_source
from generator.structure import structure
from generator.structure.bylines import CHIEF
from generator.witness import marked, restored_from
from generator.witness.files import read_witness, witness_files

if TYPE_CHECKING:
    from pathlib import Path


def convert_file(
    path: Path,
    slug: str,
    info: CaseInfo,
    dialect: str | None = None,
    witnesses: Path | None = None,
) -> Case:
    """Read and convert one raw file.  ``dialect`` wins over ``case.yml``, which wins over sniffing.

    ``witnesses`` is the folder where other texts of the opinion may be, one of which ``info.restore_from`` names.
    Raises ``ReadError`` for a file that cannot be read, ``WitnessError`` for a witness that cannot be used,
    ``ConservationError`` for a letter lost or invented.
    """
    source = read_source(path, dialect or info.dialect)
    names = tuple(encodable(p.name) for p in witness_files(witnesses))
    witness = None
    if info.restore_from:
        witness = read_witness(witnesses or path.parent / "witnesses", info.restore_from)
    return replace(convert(source, slug, info, str(path), witness), witnesses=names)


def convert(
    source: Source,
    slug: str,
    info: CaseInfo,
    place: str | None = None,
    witness: Source | None = None,
) -> Case:
    """Clean → structure → conservation.  ``place`` is what errors call the file.

    With a ``witness`` the text is restored from it before anything else is made of it: the later stages see it as one
    of the witness's dialect.

    Facts that ``info`` leaves out are taken from the text where it tells them; a date found so may
    tell in turn which Chief Justice the bylines mean, or whose names a scanner misread, and they are read again.
    """
    text, lender = clean(source), None
    if witness is not None:
        text, lender = restored_from(source, text, witness)
    case = _structured(source, slug, info, text, lender)
    info = completed(case)
    if info.decided != case.info.decided and (_chief_unnamed(case) or _misread(case, info)):
        case = _structured(source, slug, info, text, lender)
    case = replace(case, info=info)
    hold_to_account(source, case.blocks, text.repairs, place)
    return case


def _structured(
    source: Source, slug: str, info: CaseInfo, text: CleanText, witness: Witness | None
) -> Case:
    reading = replace(source, dialect=witness.dialect) if witness else source
    built = structure(reading, text, info.decided, info.vote)
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
        blocks=marked(built.blocks, text, source.text) if witness else built.blocks,
        references=references,
        truncated=source.truncated and (witness is None or witness.truncated),
        witness=witness,
    )


def _misread(case: Case, info: CaseInfo) -> bool:
    named = {n for w in case.writings for n in (w.author, *w.joined_by) if n}
    return info.decided is not None and bool(misread(named, info.decided))


def _chief_unnamed(case: Case) -> bool:
    return any(CHIEF in (w.author, *w.joined_by) for w in case.writings)
