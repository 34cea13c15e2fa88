"""The commands: thin over ``build.py``.  Heavy imports wait until a command needs them."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.build import Report
    from generator.jobs import Failure
    from generator.parallel import Progress

PROGRESS_FROM = 4  # opinions; fewer are done before a bar could be read

_ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="The folder that holds mkdocs.yml and site_src (default: here).",
)
_WORKERS = click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes to use (default: one a core, from 8 opinions on).",
)
_DIALECT = click.option(
    "--dialect",
    metavar="NAME",
    help="Read the files as this dialect (lexis, plain, slip, …) instead of sniffing.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="pincite", message="pincite %(version)s")
def main() -> None:
    """Turn the raw text of court opinions into pages with numbered paragraphs and working references.

    \b
    A new site, from the first opinion to the page:
        pincite add malley.txt      bring an opinion into site_src/opinions/
        mkdocs serve                read it at http://127.0.0.1:8000
        pincite check               see what is missing or unsure

    \b
    Without a site:
        pincite convert *.txt --out pages/
    """  # noqa: D301 - click wants the character itself


@main.command()
@_ROOT
@_WORKERS
def build(root: Path, workers: int | None) -> None:
    """Convert every opinion of the site into docs/opinions/.

    MkDocs does this by itself (mkdocs serve, mkdocs build); the command is for looking at the result without a site.
    """
    from generator.build import build_site

    _need_site(root)
    with _clear_errors(), _progress() as progress:
        report = build_site(root, workers, progress)
    _tell(report.failures)
    click.echo(_summary(report))
    sys.exit(1 if report.failures else 0)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write <slug>/index.md and <slug>/case.json.",
)
@click.option(
    "--site",
    default=Path(),
    type=click.Path(path_type=Path, file_okay=False),
    help="The site whose site_src/authorities.yml and providers count (default: the current folder).",
)
@_DIALECT
@_WORKERS
def convert(
    files: tuple[Path, ...], out: Path, site: Path, dialect: str | None, workers: int | None
) -> None:
    """Convert raw opinion FILES without building a site.

    The slug of a page comes from the file's name. Facts that a text does not tell (name, citation, dates) are read from
    NAME.case.yml beside NAME.txt. A file that cannot be converted is reported, the others go on,
    and the exit code is 1.
    """
    from generator.build import convert_files

    with _clear_errors(), _progress() as progress:
        report = convert_files(files, out, dialect, workers, progress, site)
    _tell(report.failures)
    click.echo(_summary(report))
    sys.exit(1 if report.failures else 0)


@main.command()
@_ROOT
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON, for other programs.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Notes too: what the pages already say and nobody need mend.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings, not for errors alone.")
@_WORKERS
def check(root: Path, as_json: bool, verbose: bool, strict: bool, workers: int | None) -> None:
    """List what is unresolved, dropped, inserted or unsure in the site's opinions. Writes nothing."""
    from generator.check import check_site, print_report, to_json

    _need_site(root)
    with _clear_errors(), _progress() as progress:
        checked = check_site(root, workers, progress)
    if as_json:
        click.echo(to_json(checked))
    else:
        print_report(checked, verbose=verbose)
    bad = {"error", "warning"} if strict else {"error"}
    sys.exit(1 if any(f.level in bad for f in checked.findings) else 0)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_ROOT
@click.option(
    "--slug", help="The address of the page (default: from the name of the case or file)."
)
@_DIALECT
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def add(file: Path, root: Path, slug: str | None, dialect: str | None, dry_run: bool) -> None:
    """Bring an opinion into the site: sniff FILE, propose its slug and case.yml, and copy it byte for byte.

    Nothing is ever overwritten. Look at the proposed case.yml afterwards: it says where each fact comes from.
    """
    from generator.add import add_opinion

    _need_site(root)
    with _clear_errors():
        added = add_opinion(file, root, slug, dialect, dry_run=dry_run)
    click.echo(added.text())


@contextmanager
def _clear_errors() -> Iterator[None]:
    """Our own errors say file, line and way out in one line; a traceback would only hide that."""
    from generator.errors import PinciteError

    try:
        yield
    except PinciteError as error:
        raise click.ClickException(str(error)) from error


def _need_site(root: Path) -> None:
    if not (root / "site_src").is_dir():
        raise click.ClickException(
            f"{root.resolve()} holds no site_src: go to the folder of the site, or name it with --root"
        )


def _tell(failures: Iterable[Failure]) -> None:
    for failure in failures:
        click.echo(str(failure.error), err=True)


def _summary(report: Report) -> str:
    cases = len(report.corpus.cases)
    failed = f", {len(report.failures)} failed" if report.failures else ""
    files = len(report.written)
    opinions = "opinion" if cases == 1 else "opinions"
    changed = "file" if files == 1 else "files"
    return f"{cases} {opinions} converted{failed}; {files} {changed} changed"


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A progress bar on a terminal; nothing where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task: Any = None

    def step(job: Any, number: int, total: int) -> None:
        nonlocal task
        if total < PROGRESS_FROM:
            return
        if task is None:
            bar.start()
            task = bar.add_task("", total=total)
        bar.update(task, completed=number, description=job.slug[:40])

    try:
        yield step
    finally:
        bar.stop()
