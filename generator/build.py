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

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.batch import convert_jobs
from generator.corpus import Corpus
from generator.editorial import editorial_of
from generator.errors import PinciteError, reported
from generator.files import remove_others, write_if_changed
from generator.guidance import guidance_of
from generator.jobs import Failure, Job, discover, jobs_for_files
from generator.memo import Memo
from generator.model import Case
from generator.refer import Guidance, refer
from generator.restore import restore
from generator.site_pages import (
    GENERATED,
    SOME,
    pages_of,
    template_errors,
    templates_of,
    write_failure,
    write_pages,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.editorial import Editorial
    from generator.parallel import Progress
    from generator.site_pages import Page


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: the cases, the failures, the files that changed, and what is wrong with notes and glossary."""

    corpus: Corpus
    failures: tuple[Failure, ...]
    written: tuple[Path, ...]
    faults: tuple[PinciteError, ...] = ()
    searchless: str | None = None  # why the site has no search


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
    failures += [Failure(j, reported(failed[j.slug], j.path)) for j in jobs if j.slug in failed]
    return Corpus.of(cases), failures


def relative_to(root: Path, failure: Failure) -> Failure:
    """The failure with its file named from the site's folder: pages are published, and where a site
    was built is nobody's business.
    """
    path = Path(failure.error.file)
    if path.is_relative_to(root):
        failure.error.file = path.relative_to(root).as_posix()
    return failure


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
