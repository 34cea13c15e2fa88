"""What every command says on the terminal, and how: errors, failures, progress, the summary."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.build import Report
    from generator.jobs import Failure
    from generator.parallel import Progress

PROGRESS_FROM = 4  # opinions; fewer are done before a bar could be read


@contextmanager
def clear_errors() -> Iterator[None]:
    """Our own errors say file, line and way out in one line; a traceback would only hide that."""
    from generator.errors import PinciteError

    try:
        yield
    except PinciteError as error:
        raise click.ClickException(str(error)) from error


def need_site(root: Path) -> None:
    """Refuse a folder that is no site."""
    if not (root / "site_src").is_dir():
        raise click.ClickException(
            f"{root.resolve()} holds no site_src: go to the folder of the site, or name it with --root"
        )


def tell(failures: Iterable[Failure]) -> None:
    """The failures, a line each."""
    for failure in failures:
        click.echo(str(failure.error), err=True)


def summary(report: Report) -> str:
    """What a build did, in a line."""
    cases = len(report.corpus.cases)
    failed = f", {len(report.failures)} failed" if report.failures else ""
    files = len(report.written)
    opinions = "opinion" if cases == 1 else "opinions"
    changed = "file" if files == 1 else "files"
    return f"{cases} {opinions} converted{failed}; {files} {changed} changed"


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
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
