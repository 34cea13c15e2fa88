"""The stages in order.  Read this file to know how an opinion becomes a page.

    discover   the raw files of the site, each with its ``case.yml``
    convert    read → clean → structure → conservation, one case at a time, in parallel where there are many
    corpus     what the cases know of each other
    render     Markdown, case.json and the source page, written only where they change

One bad opinion never stops the others: it becomes a failure in the report, and a page that shows its error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.casefile import load_case_info
from generator.convert import convert_file
from generator.corpus import Corpus
from generator.errors import PinciteError
from generator.files import remove_others, write_if_changed
from generator.jobs import Failure, Job, discover, jobs_for_files
from generator.model import Case, CaseInfo
from generator.parallel import Progress, mapped
from generator.read import EXTRACTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

GENERATED = ("index.md", "source.md", "case.json", EXTRACTED)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the cases, the failures, and the files that changed."""

    corpus: Corpus
    failures: tuple[Failure, ...]
    written: tuple[Path, ...]


@dataclass(slots=True)
class Memo:
    """What earlier builds of the same process made, for ``mkdocs serve``: with thousands of opinions,
    an edit of one shall cost one.

    ``converted`` holds the results with the stamps of their files, ``rendered`` the cases whose files
    stand in ``docs/``. A page that comes to depend on other cases must be rendered anew when they
    change; none does yet.
    """

    converted: dict[Job, tuple[object, Case | Failure]] = field(default_factory=dict)
    rendered: dict[str, Case] = field(default_factory=dict)
    templates: object = None


def templates_of(root: Path | None = None) -> Path:
    """Where the page templates are: the site's own, else those of the repository, else those of
    the installed package.
    """
    package = Path(__file__).resolve().parent
    places = [p / "templates" / "pages" for p in (root, package.parent) if p] + [
        package / "_templates" / "pages"
    ]
    return next((p for p in places if (p / "opinion.md.j2").is_file()), places[-1])


# ----------------------------------------------------------------------------------------------------------- convert


def convert_job(job: Job) -> Case | Failure:
    """One case, or why not.  Runs in a worker process, so it returns its error instead of raising it."""
    try:
        info = load_case_info(job.facts) if job.facts else CaseInfo()
        return convert_file(job.path, job.slug, info, job.dialect)
    except PinciteError as error:
        return Failure(job, error)
    except Exception as defect:
        return Failure(job, _defect(defect, job.path))


def _defect(defect: Exception, path: Path) -> PinciteError:
    """An exception that should not have been, as an error that can be reported."""
    return PinciteError(
        f"{type(defect).__name__}: {defect}",
        code="K00",
        file=str(path),
        advice="this is a defect of Pincite: please report it with the file",
    )


def convert_jobs(
    jobs: Sequence[Job],
    workers: int | None = None,
    progress: Progress | None = None,
    memo: Memo | None = None,
) -> list[Case | Failure]:
    """All jobs, results in the order of the jobs whatever the number of workers.

    What ``memo`` holds of an earlier build is taken where neither the raw file nor its facts have changed since.
    """
    memo = memo if memo is not None else Memo()
    stamps = {job: _stamp(job) for job in jobs}
    new = [job for job in jobs if memo.converted.get(job, (None, None))[0] != stamps[job]]
    found = dict(zip(new, mapped(convert_job, new, workers, progress), strict=True))
    memo.converted = {
        job: (stamps[job], found[job] if job in found else memo.converted[job][1]) for job in jobs
    }
    return [memo.converted[job][1] for job in jobs]


def _stamp(job: Job) -> tuple[tuple[int, int] | None, ...]:
    """What changes when a job's files do: time and size of each."""
    out: list[tuple[int, int] | None] = []
    for path in (job.path, job.facts):
        try:
            stat = path.stat() if path else None
        except OSError:
            stat = None
        out.append((stat.st_mtime_ns, stat.st_size) if stat else None)
    return tuple(out)


# ------------------------------------------------------------------------------------------------------------ render


@contextmanager
def template_errors(templates: Path) -> Iterator[None]:
    """Turn the errors of Jinja2 into one that names the template and its line (P01)."""
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        yield
    except TemplateError as error:
        syntax = error if isinstance(error, TemplateSyntaxError) else None
        name = syntax.name if syntax and syntax.name else "a page template"
        raise PinciteError(
            f"{type(error).__name__}: {error.message}",
            code="P01",
            file=str(templates / name) if syntax else str(templates),
            line=syntax.lineno if syntax else None,
            advice="mend the template; no page can be written with it",
        ) from error


@dataclass(frozen=True, slots=True)
class _Writer:
    """``write_case`` for one output folder, as worker processes can take it."""

    out: Path
    templates: Path

    def __call__(self, case: Case) -> list[Path] | Failure:
        job = Job(Path(case.source.file), case.slug)
        try:
            return write_case(case, self.out / case.slug, self.templates)
        except PinciteError as error:
            if error.code == "P01":  # a broken template breaks every page: one error says it
                raise
            return Failure(job, error)
        except Exception as defect:
            return Failure(job, _defect(defect, Path(case.slug)))


def write_cases(
    cases: Sequence[Case], out: Path, templates: Path, workers: int | None = None
) -> tuple[list[Path], list[Failure]]:
    """Write the pages of many cases: the files that changed, and the cases that could not be written."""
    results = mapped(_Writer(out, templates), cases, workers)
    written = [path for paths in results if isinstance(paths, list) for path in paths]
    return written, [failure for failure in results if isinstance(failure, Failure)]


def write_case(case: Case, folder: Path, templates: Path) -> list[Path]:
    """Write a case's files into ``folder``; the paths that changed."""
    from generator.render.data import case_data, to_json
    from generator.render.markdown import environment, opinion_page
    from generator.render.source import source_page

    env = environment(templates)
    with template_errors(templates):
        page, source = opinion_page(case, env), source_page(case, env)
    texts = {
        "index.md": page,
        "source.md": source,
        "case.json": to_json(case_data(case)),
        EXTRACTED: case.source.text,  # published too, so that offsets can be followed on the site
    }
    return [folder / name for name, text in texts.items() if write_if_changed(folder / name, text)]


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
    written, unwritten = write_cases(corpus.cases, out, templates_of(), workers)
    return Report(corpus, (*failures, *unwritten), tuple(written))


def build_site(
    root: Path,
    workers: int | None = None,
    progress: Progress | None = None,
    memo: Memo | None = None,
) -> Report:
    """``pincite build``: every opinion of ``root/site_src`` into ``root/docs/opinions``."""
    from generator.render.shelf import shelf_page

    memo = memo if memo is not None else Memo()
    templates = templates_of(root)
    opinions = root / "docs" / "opinions"
    jobs, failures = discover(root / "site_src" / "opinions")
    results = convert_jobs(jobs, workers, progress, memo)
    corpus = Corpus.of(r for r in results if isinstance(r, Case))
    failures += [r for r in results if isinstance(r, Failure)]
    failures = sorted((relative_to(root, f) for f in failures), key=lambda f: f.job.slug)
    stale = _stale(corpus, memo, opinions, templates)
    written, unwritten = write_cases(stale, opinions, templates, workers)
    lost = {f.job.slug for f in unwritten}
    memo.rendered = {case.slug: case for case in corpus.cases if case.slug not in lost}
    for failure in failures:
        written += write_failure(failure, opinions / failure.job.slug, templates)
    failures += [relative_to(root, f) for f in unwritten]
    shelf = shelf_page(corpus, [f.job.slug for f in failures], templates)
    if write_if_changed(opinions / "index.md", shelf):
        written.append(opinions / "index.md")
    keep = [c.slug for c in corpus.cases] + [f.job.slug for f in failures]
    remove_others(opinions, keep, GENERATED)
    return Report(corpus, tuple(failures), tuple(written))


def _stale(corpus: Corpus, memo: Memo, opinions: Path, templates: Path) -> list[Case]:
    """The cases whose pages are not those that ``memo`` saw written, or are gone; all of them when
    a template has changed.
    """
    now = tuple(sorted((p.name, p.stat().st_mtime_ns) for p in templates.glob("*.j2")))
    known = memo.rendered if memo.templates == now else {}
    stale = [
        case
        for case in corpus.cases
        if known.get(case.slug) is not case
        or not all((opinions / case.slug / name).is_file() for name in GENERATED)
    ]
    memo.templates = now
    return stale
