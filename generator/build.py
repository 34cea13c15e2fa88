"""The stages in order.  Read this file to know how an opinion becomes a page.

    discover   the raw files of the site, each with its ``case.yml``
    convert    read → clean → structure → conservation, one case at a time, in parallel where there are many
    corpus     what the cases know of each other
    render     Markdown, case.json and the source page, written only where they change

One bad opinion never stops the others: it becomes a failure in the report, and a page that shows its error.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from generator.casefile import load_case_info
from generator.convert import convert_file
from generator.corpus import Corpus
from generator.errors import PinciteError, ReadError
from generator.files import remove_others, write_if_changed
from generator.model import Case, CaseInfo
from generator.propose import completed
from generator.slugs import slugify, valid_slug

GENERATED = ("index.md", "source.md", "case.json", "source.txt")
PARALLEL_FROM = 8  # cases; below that, starting processes costs more than it saves
RAW_SUFFIXES_IGNORED = frozenset({".yml", ".yaml", ".md~", ".bak", ".swp"})


@dataclass(frozen=True, slots=True)
class Job:
    """One raw file to convert: where it is, the slug of its page, and the file of its facts where there is one."""

    path: Path
    slug: str
    facts: Path | None = None
    dialect: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that came to nothing, and why."""

    job: Job
    error: PinciteError


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the cases, the failures, and the files that changed."""

    corpus: Corpus
    failures: tuple[Failure, ...]
    written: tuple[Path, ...]


Progress = Callable[[Job, int, int], None]


def templates_of(root: Path | None = None) -> Path:
    """Where the page templates are: the site's own, else those of the repository, else those of
    the installed package.
    """
    package = Path(__file__).resolve().parent
    places = [p / "templates" / "pages" for p in (root, package.parent) if p] + [
        package / "_templates" / "pages"
    ]
    return next((p for p in places if (p / "opinion.md.j2").is_file()), places[-1])


# ---------------------------------------------------------------------------------------------------------- discover


def discover(opinions: Path) -> tuple[list[Job], list[Failure]]:
    """The jobs of a site: every folder of ``site_src/opinions`` that holds a file called ``opinion.<something>``."""
    jobs: list[Job] = []
    failures: list[Failure] = []
    for folder in (
        sorted(p for p in opinions.iterdir() if p.is_dir() and not p.name.startswith("."))
        if opinions.is_dir()
        else []
    ):
        raw = sorted(
            p
            for p in folder.glob("opinion.*")
            if p.suffix.lower() not in RAW_SUFFIXES_IGNORED and p.is_file()
        )
        facts = folder / "case.yml"
        job = Job(raw[0] if raw else folder, folder.name, facts if facts.is_file() else None)
        problem = _job_problem(folder, raw)
        if problem:
            failures.append(Failure(replace(job, slug=slugify(folder.name)), problem))
        else:
            jobs.append(job)
    return jobs, failures


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
    """The jobs of ``pincite convert``: the slug comes from the file's name, facts from ``NAME.case.yml`` beside it."""
    jobs: list[Job] = []
    failures: list[Failure] = []
    taken: dict[str, Path] = {}
    for path in sorted(dict.fromkeys(files)):
        slug = slugify(path.stem)
        facts = path.with_name(f"{path.stem}.case.yml")
        job = Job(path, slug, facts if facts.is_file() else None, dialect)
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


# ----------------------------------------------------------------------------------------------------------- convert


def convert_job(job: Job) -> Case | Failure:
    """One case, or why not.  Runs in a worker process, so it returns its error instead of raising it."""
    try:
        info = load_case_info(job.facts) if job.facts else CaseInfo()
        return completed(convert_file(job.path, job.slug, info, job.dialect))
    except PinciteError as error:
        return Failure(job, error)
    except (
        RecursionError,
        MemoryError,
        ValueError,
        AssertionError,
        LookupError,
        TypeError,
    ) as defect:
        message = f"{type(defect).__name__}: {defect}"
        wrapped = PinciteError(
            message,
            code="K00",
            file=str(job.path),
            advice="this is a defect of Pincite: please report it with the file",
        )
        return Failure(job, wrapped)


def convert_jobs(
    jobs: Sequence[Job], workers: int | None = None, progress: Progress | None = None
) -> list[Case | Failure]:
    """All jobs, results in the order of the jobs whatever the number of workers."""
    count = workers if workers is not None else min(os.cpu_count() or 1, len(jobs))
    if count <= 1 or len(jobs) < PARALLEL_FROM:
        return list(_watched(map(convert_job, jobs), jobs, progress))
    with ProcessPoolExecutor(count) as pool:
        return list(_watched(run(pool, jobs), jobs, progress))


def run(executor: Executor, jobs: Sequence[Job]) -> Iterator[Case | Failure]:
    """The jobs on any executor of the standard interface, in order."""
    return executor.map(convert_job, jobs)


def _watched(
    results: Iterable[Case | Failure], jobs: Sequence[Job], progress: Progress | None
) -> Iterator[Case | Failure]:
    for number, (job, result) in enumerate(zip(jobs, results, strict=True), start=1):
        if progress:
            progress(job, number, len(jobs))
        yield result


# ------------------------------------------------------------------------------------------------------------ render


def write_case(case: Case, folder: Path, templates: Path) -> list[Path]:
    """Write a case's files into ``folder``; the paths that changed."""
    from generator.render.data import case_data, to_json
    from generator.render.markdown import environment, opinion_page
    from generator.render.source import source_page

    env = environment(templates)
    texts = {
        "index.md": opinion_page(case, env),
        "source.md": source_page(case, env),
        "case.json": to_json(case_data(case)),
    }
    if case.source.extracted:
        texts[case.source.extracted] = case.source.text
    written = [
        folder / name for name, text in texts.items() if write_if_changed(folder / name, text)
    ]
    if not case.source.extracted:
        (folder / "source.txt").unlink(missing_ok=True)
    return written


def write_failure(failure: Failure, folder: Path, templates: Path) -> list[Path]:
    """The page of an opinion that could not be converted."""
    from generator.render.failure import failure_page
    from generator.render.markdown import environment

    for name in GENERATED[1:]:
        (folder / name).unlink(missing_ok=True)
    page = folder / "index.md"
    text = failure_page(failure.job.slug, failure.error, environment(templates))
    return [page] if write_if_changed(page, text) else []


def relative_to(root: Path, failure: Failure) -> Failure:
    """The failure with its file named from the site's folder: pages are published, and where a site
    was built is nobody's business.
    """
    path = Path(failure.error.file)
    if path.is_relative_to(root):
        failure.error.file = path.relative_to(root).as_posix()
    return failure


def convert_files(
    files: Iterable[Path],
    out: Path,
    dialect: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """``pincite convert``: the given files, as one corpus, into ``out/<slug>/``.  Failures write nothing."""
    jobs, failures = jobs_for_files(files, dialect)
    results = convert_jobs(jobs, workers, progress)
    corpus = Corpus.of(r for r in results if isinstance(r, Case))
    failures += [r for r in results if isinstance(r, Failure)]
    written = [
        path for case in corpus.cases for path in write_case(case, out / case.slug, templates_of())
    ]
    return Report(corpus, tuple(failures), tuple(written))


def build_site(root: Path, workers: int | None = None, progress: Progress | None = None) -> Report:
    """``pincite build``: every opinion of ``root/site_src`` into ``root/docs/opinions``."""
    from generator.render.shelf import shelf_page

    templates = templates_of(root)
    opinions = root / "docs" / "opinions"
    jobs, failures = discover(root / "site_src" / "opinions")
    results = convert_jobs(jobs, workers, progress)
    corpus = Corpus.of(r for r in results if isinstance(r, Case))
    failures += [r for r in results if isinstance(r, Failure)]
    failures = sorted((relative_to(root, f) for f in failures), key=lambda f: f.job.slug)
    written = [
        path for case in corpus.cases for path in write_case(case, opinions / case.slug, templates)
    ]
    for failure in failures:
        written += write_failure(failure, opinions / failure.job.slug, templates)
    shelf = shelf_page(corpus, [f.job.slug for f in failures], templates)
    if write_if_changed(opinions / "index.md", shelf):
        written.append(opinions / "index.md")
    keep = [c.slug for c in corpus.cases] + [f.job.slug for f in failures]
    remove_others(opinions, keep, GENERATED)
    return Report(corpus, tuple(failures), tuple(written))
