"""The work of a build: which raw file becomes which page, and what is wrong with a folder or a name."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.errors import PinciteError, ReadError
from generator.slugs import slugify, valid_slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

RAW_SUFFIXES_IGNORED = frozenset({".yml", ".yaml", ".bak", ".swp", ".tmp", ".orig"})


@dataclass(frozen=True, slots=True)
class Job:
    """One raw file to convert: where it is, the slug of its page, and the file of its facts where there is one.

    ``witnesses`` is the folder where other texts of the same opinion may be; it need not exist.
    """

    path: Path
    slug: str
    facts: Path | None = None
    dialect: str | None = None
    witnesses: Path | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that came to nothing, and why."""

    job: Job
    error: PinciteError


def discover(opinions: Path) -> tuple[list[Job], list[Failure]]:
    """The jobs of a site: every folder of ``site_src/opinions`` that holds a file called ``opinion.<something>``."""
    jobs: list[Job] = []
    failures: list[Failure] = []
    for folder in _folders(opinions):
        raw = sorted(
            p
            for p in folder.glob("opinion.*")
            if p.suffix.lower() not in RAW_SUFFIXES_IGNORED and "~" not in p.name and p.is_file()
        )
        facts = folder / "case.yml"
        job = Job(
            raw[0] if raw else folder,
            folder.name,
            facts if os.path.lexists(facts) else None,
            witnesses=folder / "witnesses",
        )
        problem = _job_problem(folder, raw)
        if problem:
            failures.append(Failure(job, problem))
        else:
            jobs.append(job)
    taken = {job.slug for job in jobs}
    return jobs, [replace(f, job=replace(f.job, slug=_free(f.job.slug, taken))) for f in failures]


def _folders(opinions: Path) -> list[Path]:
    if not opinions.is_dir():
        return []
    return sorted(p for p in opinions.iterdir() if p.is_dir() and not p.name.startswith("."))


def _free(name: str, taken: set[str]) -> str:
    """A slug for the page of a failure that no other page has; it counts as taken from then on."""
    slug = slugify(name)
    number = 2
    while slug in taken:
        slug = slugify(f"{slugify(name)[:90]}-{number}")
        number += 1
    taken.add(slug)
    return slug


def _job_problem(folder: Path, raw: Sequence[Path]) -> PinciteError | None:
    if not valid_slug(folder.name):
        return ReadError(
            f"{folder.name!r} cannot be the address of a page",
            code="R08",
            file=str(folder),
            advice=f"rename the folder, for example to {slugify(folder.name)!r}: small letters, digits and hyphens",
        )
    if not raw:
        return ReadError(
            "there is no opinion here",
            code="R09",
            file=str(folder),
            advice="put the raw text here as opinion.txt",
        )
    if len(raw) > 1:
        names = ", ".join(p.name for p in raw)
        return ReadError(
            f"which of {names} is the opinion?",
            code="R10",
            file=str(folder),
            advice="leave one file called opinion.*",
        )
    return None


def jobs_for_files(
    files: Iterable[Path], dialect: str | None = None
) -> tuple[list[Job], list[Failure]]:
    """The jobs of ``pincite convert``: the slug comes from the file's name, facts from ``NAME.case.yml`` beside it,
    and witnesses from the folder ``NAME.witnesses``.
    """
    jobs: list[Job] = []
    failures: list[Failure] = []
    taken: dict[str, Path] = {}
    once = {path.resolve(): path for path in sorted(files, reverse=True)}.values()
    # A .txt goes first: what else has its name is the same opinion in a format that may be refused.
    for path in sorted(once, key=lambda p: (p.suffix.lower() != ".txt", p)):
        slug = slugify(path.stem)
        facts = path.with_name(f"{path.stem}.case.yml")
        witnesses = path.with_name(f"{path.stem}.witnesses")
        job = Job(path, slug, facts if os.path.lexists(facts) else None, dialect, witnesses)
        if slug in taken:
            error = ReadError(
                f"its page would be {slug!r}, as that of {taken[slug]}",
                code="R07",
                file=str(path),
                advice="rename one of the two files",
            )
            failures.append(Failure(job, error))
        else:
            taken[slug] = path
            jobs.append(job)
    return jobs, failures
