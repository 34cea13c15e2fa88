"""The pages of a case: what they are made of, and the files they become."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.editorial import Editorial
from generator.errors import PinciteError, defect_of
from generator.files import write_if_changed
from generator.jobs import Failure, Job
from generator.link.urls import DEFAULT_ORDER
from generator.notes.jsonld import FILE, web_annotations
from generator.parallel import mapped
from generator.read import EXTRACTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.glossary import Use
    from generator.link.backlinks import Backlink
    from generator.model import Case
    from generator.notes import Placed
    from generator.render.answers import Answers
    from generator.render.cards import Excerpt
    from generator.render.citing import Citing

    Links = Mapping[tuple[str, str], tuple[Backlink, ...]]

GENERATED = ("index.md", "source.md", "authorities.md", "case.json", "cards.json", EXTRACTED)
EXCHANGE = "exchange.md"  # of a case whose writings refer to each other
SOME = (EXCHANGE, FILE)  # what only some cases have


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


def templates_of(root: Path | None = None) -> Path:
    """Where the page templates are: the site's own, else those of the repository, else those of
    the installed package.
    """
    package = Path(__file__).resolve().parent
    places = [p / "templates" / "pages" for p in (root, package.parent) if p] + [
        package / "_templates" / "pages"
    ]
    return next((p for p in places if (p / "opinion.md.j2").is_file()), places[-1])


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
            return Failure(job, defect_of(defect, Path(case.slug)))


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
