"""The commands: thin over ``build.py``.  Heavy imports wait until a command needs them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from generator.console import clear_errors, need_site, progress_bar, summary, tell

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

    need_site(root)
    with clear_errors(), progress_bar() as progress:
        report = build_site(root, workers, progress)
    tell(report.failures)
    for fault in report.faults:
        click.echo(str(fault), err=True)
    if report.searchless:
        click.echo(f"the site has no search: {report.searchless}", err=True)
    click.echo(summary(report))
    sys.exit(1 if report.failures or report.faults else 0)


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

    with clear_errors(), progress_bar() as progress:
        report = convert_files(files, out, dialect, workers, progress, site)
    tell(report.failures)
    click.echo(summary(report))
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

    need_site(root)
    with clear_errors(), progress_bar() as progress:
        checked = check_site(root, workers, progress)
    if as_json:
        click.echo(to_json(checked))
    else:
        print_report(checked, verbose=verbose)
    bad = {"error", "warning"} if strict else {"error"}
    sys.exit(1 if any(f.level in bad for f in checked.findings) else 0)


_SLUG = click.option(
    "--slug", help="The address of the page (default: from the name of the case or file)."
)
_DRY_RUN = click.option(
    "--dry-run", is_flag=True, help="Show what would be written, and write nothing."
)
_FORCE = click.option(
    "--force", is_flag=True, help="Add the case though it is on the site already."
)
_AS_WITNESS = click.option(
    "--as-witness",
    is_flag=True,
    help="Put the file into the witnesses/ of the opinion that is the same case (or that --slug names).",
)


@main.command()
@click.argument("slug")
@_ROOT
@click.option(
    "--witness",
    type=click.Path(path_type=Path, dir_okay=False),
    help="One text only: a name in witnesses/, or any file (default: all of witnesses/).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people, or for other programs.",
)
@click.option("-v", "--verbose", is_flag=True, help="Differences in capitals and marks too.")
def collate(slug: str, root: Path, witness: Path | None, form: str, verbose: bool) -> None:
    """Hold other texts of the opinion SLUG against its source, and list where they differ, word by word."""
    from generator.witness.report import collate_opinion, print_report, to_json

    need_site(root)
    with clear_errors():
        report = collate_opinion(root, slug, witness)
    if form == "json":
        click.echo(to_json(report))
    else:
        print_report(report, verbose=verbose)
    sys.exit(1 if report.errors or not all(c.fits for c in report.collated) else 0)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_ROOT
@_SLUG
@_DIALECT
@_DRY_RUN
@_FORCE
@_AS_WITNESS
def add(
    file: Path,
    root: Path,
    slug: str | None,
    dialect: str | None,
    dry_run: bool,
    force: bool,
    as_witness: bool,
) -> None:
    """Bring an opinion into the site: sniff FILE, propose its slug and case.yml, and copy it byte for byte.

    Nothing is ever overwritten, and a case that is on the site already is not added twice.
    Look at the proposed case.yml afterwards: it says where each fact comes from.
    """
    from generator.add import add_opinion

    need_site(root)
    _one_of(force, as_witness)
    with clear_errors():
        added = add_opinion(
            file, root, slug, dialect, dry_run=dry_run, force=force, as_witness=as_witness
        )
    click.echo(added.text())


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The folder for the files (default: here).",
)
def split(file: Path, out: Path) -> None:
    """Write each case of FILE, the text of several slip opinions or of a volume's pages, or a list or lines of JSON,
    to a file of its own.

    Nothing is ever overwritten, and every byte of FILE is in one of the files, but those between two cases in JSON.
    """
    from generator.split import split_file

    with clear_errors():
        paths = split_file(file, out)
    for path in paths:
        click.echo(f"wrote {path}")


@main.command()
@click.argument("citation", required=False)
@click.option(
    "--cluster", type=click.IntRange(min=1), help="The number of a case on CourtListener."
)
@click.option(
    "--from",
    "server",
    type=click.Choice(["courtlistener", "cap"]),
    default="courtlistener",
    help="CourtListener (default) or the Caselaw Access Project.",
)
@click.option("--html", is_flag=True, help="With --from cap: the case as HTML, not JSON.")
@click.option("--file", "which", help="With --from cap: which of several cases on the page.")
@click.option("--base", metavar="ADDRESS", help="Another server with the same interface.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the file here, and nothing into a site.",
)
@_ROOT
@_SLUG
@_DRY_RUN
@_FORCE
@_AS_WITNESS
def fetch(
    citation: str | None,
    cluster: int | None,
    server: str,
    html: bool,
    out: Path | None,
    **rest: Any,
) -> None:
    """Fetch one case by its CITATION or its number, and add it to the site.

    \b
    A citation is the page on which the case begins: "475 U.S. 335".
    CourtListener wants the API token of an account, in the environment variable COURTLISTENER_TOKEN.
    The Caselaw Access Project wants none, and ends in 2018.
    A build never fetches anything.
    """  # noqa: D301 - click wants the character itself
    from generator.fetch.bring import Wanted, bring, write_out

    if (citation is None) == (cluster is None):
        raise click.UsageError("name a citation or a --cluster, one of them")
    if cluster is not None and server == "cap":
        raise click.UsageError("--cluster is a number of CourtListener")
    if server != "cap" and (html or rest["which"]):
        raise click.UsageError("--html and --file go with --from cap")
    _one_of(rest["force"], rest["as_witness"])
    root: Path = rest.pop("root")
    if out is None:
        need_site(root)
    wanted = Wanted(server, citation, cluster, "html" if html else "json", rest.pop("which"))
    with clear_errors():
        fetched = bring(wanted, root, rest.pop("base"), lambda said: click.echo(said, err=True))
        if out is not None:
            click.echo(write_out(fetched, out))
            return
        from generator.add import add_fetched

        added = add_fetched(fetched, root, **rest)
    click.echo(f"fetched {fetched.address}\n{added.text()}")


def _one_of(force: bool, as_witness: bool) -> None:
    if force and as_witness:
        raise click.UsageError("--force and --as-witness exclude each other")
