"""The stages in order.  Read this file to know how an opinion becomes a page.

    discover   the raw files of the site, each with its ``case.yml``
    convert    read → clean → structure → conservation, one case at a time, in parallel where there are many
    refer      what each case cites, and where that leads (the cases together)
    restore    capitals, blanks and words that a flattened text has lost, as far as they can be known
    corpus     what the cases know of each other
    render     Markdown, case.json and the source page, written only where they change
    search     the index of all passages, made anew only where one has changed

One bad opinion never stops the others: it becomes a failure in the report, and a page that shows its error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.casefile import key_line, load_case_info
from generator.convert import convert_file
from generator.corpus import Corpus
from generator.editorial import Editorial, editorial_of
from generator.errors import PinciteError, WitnessError
from generator.files import remove_others, write_if_changed
from generator.guidance import guidance_of
from generator.jobs import Failure, Job, discover, jobs_for_files
from generator.link.urls import DEFAULT_ORDER
from generator.model import Case, CaseInfo
from generator.notes.jsonld import FILE, web_annotations
from generator.parallel import Progress, mapped
from generator.read import EXTRACTED
from generator.refer import Cache, Guidance, refer
from generator.restore import Cache as Restorations
from generator.restore import restore
from generator.witness.files import witness_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.glossary import Use
    from generator.link.backlinks import Backlink
    from generator.notes import Placed
    from generator.render.answers import Answers
    from generator.render.cards import Excerpt
    from generator.render.citing import Citing

    Links = Mapping[tuple[str, str], tuple[Backlink, ...]]
from contextlib import contextmanager

GENERATED = ("index.md", "source.md", "authorities.md", "case.json", "cards.json", EXTRACTED)
EXCHANGE = "exchange.md"  # of a case whose writings refer to each other
SOME = (EXCHANGE, FILE)  # what only some cases have


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the cases, the failures, the files that changed, and what is wrong with notes and glossary."""

    corpus: Corpus
    failures: tuple[Failure, ...]
    written: tuple[Path, ...]
    faults: tuple[PinciteError, ...] = ()
    searchless: str | None = None  # why the site has no search


@dataclass(frozen=True, slots=True)
class Page:
    """What a case's pages are made of: the case, the cases of the site that cite it, and who answers which passage.

    ``answers`` are the marks beside its paragraphs, by block, and ``links`` what they and the exchange page are made
    from.  ``excerpts`` are the passages of other cases that its cards show; ``providers`` the public pages to which
    they link.  ``notes`` and ``terms``: what people wrote of it, and the terms of the glossary that it uses.
    """

    case: Case
    cited_by: tuple[Citing, ...] = ()
    answers: tuple[tuple[str, Answers], ...] = ()
    links: Links = field(default_factory=dict, compare=False)
    excerpts: tuple[Excerpt, ...] = ()
    providers: tuple[str, ...] = DEFAULT_ORDER
    notes: tuple[Placed, ...] = ()
    terms: tuple[Use, ...] = ()


def pages_of(
    corpus: Corpus, providers: Sequence[str] = (), editorial: Editorial | None = None
) -> list[Page]:
    """The pages of all cases, sorted by slug.  ``providers``: the public pages to link to, by preference."""
    from generator.link.backlinks import backlinks, by_case
    from generator.render.answers import answer_lines
    from generator.render.cards import excerpts
    from generator.render.citing import citing_index

    index = citing_index(corpus)
    links = by_case(backlinks(corpus, {c.slug: c.quotations for c in corpus.cases}))
    cases = {c.slug: c for c in corpus.cases}
    order = tuple(providers) or DEFAULT_ORDER
    people = editorial or Editorial()
    out = []
    for case in corpus.cases:
        own = links.get(case.slug, {})
        lines = tuple(answer_lines(case, own).items())
        out.append(
            Page(
                case,
                index.get(case.slug, ()),
                lines,
                own,
                excerpts(case, cases),
                order,
                people.placed(case),
                people.uses(case),
            )
        )
    return out


@dataclass(slots=True)
class Memo:
    """What earlier builds of the same process made, for ``mkdocs serve``: with thousands of opinions,
    an edit of one shall cost one.

    ``converted`` holds the results with the stamps of their files, ``references`` what was cited and linked,
    ``restored`` what was restored, ``rendered`` the pages that stand in ``docs/``.  A page shows its case and who cites
    it: it is rendered anew when either changes.
    """

    converted: dict[Job, tuple[object, Case | Failure]] = field(default_factory=dict)
    references: Cache = field(default_factory=Cache)
    restored: Restorations = field(default_factory=Restorations)
    rendered: dict[str, Page] = field(default_factory=dict)
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
        return convert_file(job.path, job.slug, info, job.dialect, job.witnesses)
    except WitnessError as error:  # what names the witness is the place to mend
        if job.facts:
            error.file, error.line = str(job.facts), key_line(job.facts, "restore_from")
        return Failure(job, error)
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


def _said(error: Exception, path: Path) -> PinciteError:
    """What a stage returned instead of a case, as an error of that file."""
    if not isinstance(error, PinciteError):
        return _defect(error, path)
    error.file = str(path)
    return error


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


def _stamp(job: Job) -> tuple[tuple[str, int, int] | None, ...]:
    """What changes when a job's files do, its witnesses included: name, time and size of each."""
    out: list[tuple[str, int, int] | None] = []
    for path in (job.path, job.facts, *witness_files(job.witnesses)):
        try:
            stat = path.stat() if path else None
        except OSError:
            stat = None
        out.append((path.name, stat.st_mtime_ns, stat.st_size) if path and stat else None)
    return tuple(out)


# ------------------------------------------------------------------------------------------------------------- refer


def corpus_of(
    jobs: Sequence[Job],
    guidance: Guidance,
    workers: int | None = None,
    progress: Progress | None = None,
    memo: Memo | None = None,
) -> tuple[Corpus, list[Failure]]:
    """Convert all jobs, find and link their references, restore what was flattened: the corpus, and what failed."""
    memo = memo if memo is not None else Memo()
    results = convert_jobs(jobs, workers, progress, memo)
    cases, failed = refer(
        [r for r in results if isinstance(r, Case)], guidance, workers, memo.references
    )
    cases, lost = restore(cases, workers, memo.restored)
    failed.update(lost)
    failures = [r for r in results if isinstance(r, Failure)]
    failures += [Failure(j, _said(failed[j.slug], j.path)) for j in jobs if j.slug in failed]
    return Corpus.of(cases), failures


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
    """``write_page`` for one output folder, as worker processes can take it."""

    out: Path
    templates: Path

    def __call__(self, page: Page) -> list[Path] | Failure:
        case = page.case
        job = Job(Path(case.source.file), case.slug)
        try:
            return write_page(page, self.out / case.slug, self.templates)
        except PinciteError as error:
            if error.code == "P01":  # a broken template breaks every page: one error says it
                raise
            return Failure(job, error)
        except Exception as defect:
            return Failure(job, _defect(defect, Path(case.slug)))


def write_pages(
    pages: Sequence[Page], out: Path, templates: Path, workers: int | None = None
) -> tuple[list[Path], list[Failure]]:
    """Write the pages of many cases: the files that changed, and the cases that could not be written."""
    results = mapped(_Writer(out, templates), pages, workers)
    written = [path for paths in results if isinstance(paths, list) for path in paths]
    return written, [failure for failure in results if isinstance(failure, Failure)]


def write_page(page: Page, folder: Path, templates: Path) -> list[Path]:
    """Write a case's files into ``folder``; the paths that changed."""
    from generator.render.authorities import case_authorities_page
    from generator.render.cards import cards_json
    from generator.render.data import case_data, to_json
    from generator.render.exchange import exchange_page
    from generator.render.markdown import environment, opinion_page
    from generator.render.source import source_page

    env, case = environment(templates), page.case
    with template_errors(templates):
        exchange = exchange_page(case, env, page.links)
        has = exchange is not None
        opinion = opinion_page(
            case,
            env,
            page.cited_by,
            dict(page.answers),
            page.notes,
            exchange=has,
            glossary=bool(page.terms),
        )
        source = source_page(case, env, exchange=has)
        authorities = case_authorities_page(case, env, exchange=has)
    texts = {
        "index.md": opinion,
        "source.md": source,
        "authorities.md": authorities,
        "case.json": to_json(case_data(case)),
        "cards.json": cards_json(case, page.links, page.excerpts, page.providers),
        EXTRACTED: case.source.text,  # published too, so that offsets can be followed on the site
    }
    if exchange is not None:
        texts[EXCHANGE] = exchange
    if page.notes:
        texts[FILE] = web_annotations(case, page.notes)
    for name in SOME:
        if name not in texts and (folder / name).is_file():
            (folder / name).unlink()
    return [folder / name for name, text in texts.items() if write_if_changed(folder / name, text)]


def write_failure(failure: Failure, folder: Path, templates: Path) -> list[Path]:
    """The page of an opinion that could not be converted."""
    from generator.render.failure import failure_page
    from generator.render.markdown import environment

    for name in (*GENERATED[1:], *SOME):
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
    site: Path | None = None,
) -> Report:
    """``pincite convert``: the given files, as one corpus, into ``out/<slug>/``.  Failures write nothing.

    ``site`` is the folder of a site whose ``authorities.yml`` and providers count.
    """
    guidance = guidance_of(site)
    jobs, failures = jobs_for_files(files, dialect)
    corpus, failed = corpus_of(jobs, guidance, workers, progress)
    failures += failed
    written, unwritten = write_pages(
        pages_of(corpus, guidance.providers), out, templates_of(), workers
    )
    return Report(corpus, (*failures, *unwritten), tuple(written))


def build_site(
    root: Path,
    workers: int | None = None,
    progress: Progress | None = None,
    memo: Memo | None = None,
    providers: Sequence[str] | None = None,
) -> Report:
    """``pincite build``: every opinion of ``root/site_src`` into ``root/docs/opinions``.

    ``providers`` are the public pages to link to, by preference, where ``mkdocs.yml`` does not say.
    """
    from generator.render.shelf import shelf_page
    from generator.search import update_index

    memo = memo if memo is not None else Memo()
    templates = templates_of(root)
    opinions = root / "docs" / "opinions"
    jobs, failures = discover(root / "site_src" / "opinions")
    guidance = guidance_of(root, providers)
    corpus, failed = corpus_of(jobs, guidance, workers, progress, memo)
    failures += failed
    failures = sorted((relative_to(root, f) for f in failures), key=lambda f: f.job.slug)
    editorial = editorial_of(root, jobs)
    pages = pages_of(corpus, guidance.providers, editorial)
    stale = _stale(pages, memo, opinions, templates)
    written, unwritten = write_pages(stale, opinions, templates, workers)
    lost = {f.job.slug for f in unwritten}
    memo.rendered = {p.case.slug: p for p in pages if p.case.slug not in lost}
    for failure in failures:
        written += write_failure(failure, opinions / failure.job.slug, templates)
    failures += [relative_to(root, f) for f in unwritten]
    shelf = shelf_page(corpus, [f.job.slug for f in failures], templates)
    if write_if_changed(opinions / "index.md", shelf):
        written.append(opinions / "index.md")
    keep = [c.slug for c in corpus.cases] + [f.job.slug for f in failures]
    remove_others(opinions, keep, (*GENERATED, *SOME))
    if stale or written or lost:
        written += _write_tables(corpus, root / "docs" / "authorities", templates)
    written += _write_glossary(corpus, editorial, pages, root / "docs" / "glossary", templates)
    _, searchless = update_index(corpus, root / "docs" / "pagefind")  # its files are not counted
    return Report(corpus, tuple(failures), tuple(written), editorial.faults, searchless)


def _write_glossary(
    corpus: Corpus, editorial: Editorial, pages: Sequence[Page], folder: Path, templates: Path
) -> list[Path]:
    """The page of the glossary; none where there is no term."""
    from generator.render.glossary import glossary_page
    from generator.render.markdown import environment

    path = folder / "index.md"
    if not editorial.glossary.terms:
        if path.is_file():
            path.unlink()
        return []
    terms = {page.case.slug: page.terms for page in pages}
    used = [(case, terms[case.slug]) for case in corpus.by_date()]
    with template_errors(templates):
        text = glossary_page(editorial.glossary, used, environment(templates))
    return [path] if write_if_changed(path, text) else []


def _write_tables(corpus: Corpus, folder: Path, templates: Path) -> list[Path]:
    """The tables of authorities of the whole site; a page that is no longer made goes."""
    from generator.render.markdown import environment
    from generator.render.site_authorities import site_authorities_pages

    with template_errors(templates):
        texts = site_authorities_pages(corpus, environment(templates))
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else ():
        if path.name not in texts:
            path.unlink()
    return [folder / name for name, text in texts.items() if write_if_changed(folder / name, text)]


def _stale(pages: Sequence[Page], memo: Memo, opinions: Path, templates: Path) -> list[Page]:
    """The cases whose pages are not those that ``memo`` saw written, or are gone; all of them when
    a template has changed.
    """
    now = tuple(sorted((p.name, p.stat().st_mtime_ns) for p in templates.glob("*.j2")))
    known = memo.rendered if memo.templates == now else {}
    stale = [
        page
        for page in pages
        if (seen := known.get(page.case.slug)) is None
        or seen.case is not page.case
        or seen != page
        or not all((opinions / page.case.slug / name).is_file() for name in GENERATED)
    ]
    memo.templates = now
    return stale
