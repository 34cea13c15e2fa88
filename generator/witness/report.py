"""``pincite collate``: each witness of an opinion held against its source, as a careful clerk would report it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from generator.casefile import load_case_info
from generator.clean import clean
from generator.errors import PinciteError, WitnessError
from generator.findings import visible
from generator.jobs import discover
from generator.model import CaseInfo
from generator.read import read_source
from generator.witness.collation import collate
from generator.witness.differences import KINDS, Difference, differences
from generator.witness.files import read_witness, witness_files

if TYPE_CHECKING:
    from pathlib import Path

    from generator.jobs import Job
    from generator.model import Source

SHOWN = 70  # characters of either text in a line of the report
QUIET = frozenset({"capitals", "marks"})  # counted, and listed with -v only


@dataclass(frozen=True, slots=True)
class Collated:
    """One witness: its name and dialect, how much of either text stands in the other (0 to 1), and the differences."""

    witness: str
    dialect: str
    aligned: float
    used: float
    fits: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The witnesses of one opinion; ``errors`` of those that cannot be read."""

    file: str
    collated: tuple[Collated, ...]
    errors: tuple[PinciteError, ...]


def collate_opinion(root: Path, slug: str, witness: Path | None = None) -> Report:
    """Hold the witnesses of an opinion of the site against its source, or the one file that is named.

    Raises ``PinciteError`` for an opinion that is not there or cannot be read, ``WitnessError`` (V01) where it has no
    witness.
    """
    job = _job(root, slug)
    info = load_case_info(job.facts) if job.facts else CaseInfo()
    source = read_source(job.path, info.dialect)
    own = clean(source)
    collated, errors = [], []
    for path in _chosen(job, witness):
        try:
            other = read_source(path) if witness else read_witness(path.parent, path.name)
        except PinciteError as error:
            errors.append(error)
            continue
        found = collate(source, own, other)
        collated.append(
            Collated(
                path.name,
                other.dialect,
                round(found.aligned, 4),
                round(found.used, 4),
                found.fits,
                tuple(differences(found)),
            )
        )
    return Report(_relative(job.path, root), tuple(collated), tuple(errors))


def fit(job: Job, source: Source) -> list[WitnessError]:
    """What is wrong with the witnesses of an opinion: those that cannot be read, and those of another opinion."""
    from generator.witness.restore import MISFIT, misfit

    out = []
    own = clean(source)
    for path in witness_files(job.witnesses):
        try:
            found = collate(source, own, read_witness(path.parent, path.name))
        except WitnessError as error:
            error.file = str(path)
            out.append(error)
            continue
        if not found.fits:
            message = misfit(found, path.name)
            out.append(WitnessError(message, code="V03", file=str(path), advice=MISFIT))
    return out


def _job(root: Path, slug: str) -> Job:
    jobs, failures = discover(root / "site_src" / "opinions")
    for failure in failures:
        if failure.job.slug == slug:
            raise failure.error
    job = next((j for j in jobs if j.slug == slug), None)
    if job is None:
        known = ", ".join(j.slug for j in jobs[:8]) + (", …" if len(jobs) > 8 else "")
        raise PinciteError(
            f"there is no opinion {slug!r}",
            code="V04",
            file=str(root / "site_src" / "opinions"),
            advice=f"name one of: {known}" if known else "pincite add brings one in",
        )
    return job


def _chosen(job: Job, witness: Path | None) -> list[Path]:
    """The file that is named, as it stands or by its name in ``witnesses/``; else all that are there."""
    folder = job.witnesses
    if witness is not None:
        inside = folder / witness.name if folder and witness.name == str(witness) else None
        return [inside if inside and inside.is_file() and not witness.is_file() else witness]
    found = witness_files(folder)
    if not found:
        raise WitnessError(
            "there is no other text of this opinion",
            code="V01",
            file=str(folder),
            advice="put one into this folder, or name one with --witness",
        )
    return found


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


# ------------------------------------------------------------------------------------------------------- the report


def counts(collated: Collated) -> dict[str, int]:
    """How many differences there are of each kind."""
    found = Counter(d.kind for d in collated.differences)
    return {kind: found[kind] for kind in KINDS}


def to_json(report: Report) -> str:
    """``{"file": …, "witnesses": [{"witness", "aligned", …, "counts", "differences"}], "errors": […]}``."""
    data: dict[str, Any] = {
        "file": report.file,
        "witnesses": [
            {
                "witness": c.witness,
                "dialect": c.dialect,
                "aligned": c.aligned,
                "used": c.used,
                "fits": c.fits,
                "counts": counts(c),
                "differences": [asdict(d) for d in c.differences],
            }
            for c in report.collated
        ],
        "errors": [
            {"code": e.code, "file": e.file, "message": e.message, "advice": e.advice}
            for e in report.errors
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def line_of(report: Report, witness: str, found: Difference) -> str:
    """One difference as a line: ``opinion.txt:12: lost “Jerry Ray” · slip.txt:40``."""
    here, there = _quoted(found.source), _quoted(found.witness)
    what = {"lost": there, "extra": here}.get(found.kind, f"{here} for {there}")
    return visible(
        f"{report.file}:{found.line}: {KINDS[found.kind]}: {what} ({witness}:{found.witness_line})"
    )


def _misfit(report: Report, collated: Collated) -> str:
    share = int(100 * collated.aligned)
    return (
        f"{report.file}: V03 {collated.witness} is no text of this opinion:"
        f" it has {share} of 100 of its words"
    )


def _quoted(text: str) -> str:
    text = text.strip('“”"')
    if not text:
        return "nothing"
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[: SHOWN - 1].rstrip()}…”"


def print_report(report: Report, *, verbose: bool) -> None:
    """One line a difference, capitals and marks only when ``verbose``; then what there is of each kind."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False)
    for error in report.errors:
        console.print(Text(visible(str(error)), style="bold red"))
    hidden = 0
    for collated in report.collated:
        if not collated.fits:
            console.print(Text(visible(_misfit(report, collated)), style="yellow"))
            continue
        for found in collated.differences:
            if found.kind in QUIET and not verbose:
                hidden += 1
                continue
            console.print(Text(line_of(report, collated.witness, found)))
    fitting = [c for c in report.collated if c.fits]
    if fitting:
        table = Table(title=None, header_style="", box=None, pad_edge=False)
        table.add_column("")
        for collated in fitting:
            table.add_column(Text(visible(collated.witness)), justify="right", overflow="fold")
        rows: list[tuple[str, list[str]]] = [
            ("dialect", [c.dialect for c in fitting]),
            ("words of the source in it", [f"{100 * c.aligned:.1f} %" for c in fitting]),
            ("its words in the source", [f"{100 * c.used:.1f} %" for c in fitting]),
        ]
        rows += [(KINDS[kind], [f"{counts(c)[kind]:,}" for c in fitting]) for kind in KINDS]
        for name, cells in rows:
            table.add_row(name, *cells)
        console.print(table)
    if hidden:
        console.print(f"{hidden:,} differences in capitals and marks: -v shows them")
