"""``pincite check``: the findings of a whole site, as a careful clerk would report them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from generator.build import corpus_of, relative_to
from generator.editorial import editorial_of
from generator.findings import case_findings, failure_finding, visible
from generator.guidance import guidance_of
from generator.jobs import Failure, Job, discover
from generator.model import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.parallel import Progress


@dataclass(frozen=True, slots=True)
class Checked:
    """All cases and findings of a site."""

    corpus: Corpus
    findings: tuple[Finding, ...]


def check_site(root: Path, workers: int | None = None, progress: Progress | None = None) -> Checked:
    """Convert everything in memory and collect the findings; files are named relative to ``root``."""
    jobs, failures = discover(root / "site_src" / "opinions")
    corpus, failed = corpus_of(jobs, guidance_of(root), workers, progress)
    failures += failed
    places = {job.slug: _relative(job, root) for job in jobs}
    findings = [failure_finding(relative_to(root, f).error) for f in failures]
    for case in corpus.cases:
        findings += case_findings(case, places[case.slug])
    findings += _witnesses(jobs, corpus, root)
    findings += corpus.findings(places)
    findings += editorial_of(root, jobs).findings(corpus.cases)
    return Checked(corpus, tuple(findings))


def _witnesses(jobs: Sequence[Job], corpus: Corpus, root: Path) -> list[Finding]:
    """Witnesses that do not fit; one that the page is restored from has been held against its source already."""
    from generator.witness.report import fit

    sources = {case.slug: case.source for case in corpus.cases}
    out = []
    for job in jobs:
        for error in fit(job, sources[job.slug]) if job.slug in sources else ():
            named = relative_to(root, Failure(job, error)).error
            out.append(
                Finding(
                    named.code, named.file, None, visible(named.message), named.advice, "warning"
                )
            )
    return out


def _relative(job: Job, root: Path) -> str:
    try:
        return job.path.relative_to(root).as_posix()
    except ValueError:
        return str(job.path)


def counts(checked: Checked) -> dict[str, dict[str, Any]]:
    """The figures of the summary table by slug: references by kind and status, repairs by kind, blocks by kind."""
    out: dict[str, dict[str, Any]] = {}
    for case in checked.corpus.cases:
        references: dict[str, Counter[str]] = {}
        for ref in case.references:
            references.setdefault(ref.kind, Counter())[ref.status] += 1
        out[case.slug] = {
            "dialect": case.source.dialect,
            "writings": len([w for w in case.writings if w.kind != "syllabus"]),
            "paragraphs": sum(1 for b in case.blocks if b.number is not None),
            "references": {
                kind: dict(sorted(by.items())) for kind, by in sorted(references.items())
            },
            "repairs": dict(sorted(Counter(r.kind for r in case.clean.repairs).items())),
            "truncated": case.truncated,
        }
    return out


def to_json(checked: Checked) -> str:
    """``{"findings": […], "cases": {slug: counts}}``."""
    data = {"findings": [asdict(f) for f in checked.findings], "cases": counts(checked)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def print_report(checked: Checked, *, verbose: bool) -> None:
    """One line a finding, file and place first; then the summary table."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False)
    styles = {"error": "bold red", "warning": "yellow", "note": "dim"}
    for finding in checked.findings:
        if finding.level == "note" and not verbose:
            continue
        advice = f" — {finding.advice}" if finding.advice else ""
        console.print(
            Text.assemble(
                f"{finding.place}: ",
                (finding.code, styles[finding.level]),
                f" {finding.message}{advice}",
            )
        )
    table = Table(title=None, header_style="", box=None, pad_edge=False)
    numbers = ("writings", "¶¶", "references", "resolved", "ambiguous", "unresolved")
    for name in ("opinion", "dialect", *numbers, "repairs"):
        table.add_column(name, justify="right" if name in numbers else "left", no_wrap=True)
    for slug, row in counts(checked).items():
        states = Counter[str]()
        for by in row["references"].values():
            states.update(by)
        repairs = ", ".join(f"{n:,} {kind}" for kind, n in row["repairs"].items())
        table.add_row(
            Text(slug),
            row["dialect"],
            str(row["writings"]),
            str(row["paragraphs"]),
            f"{states.total():,}",
            *(f"{states[state]:,}" for state in ("resolved", "ambiguous", "unresolved")),
            repairs,
        )
    # As broad as it is: beside a long slug a window of 80 letters leaves the last column one.
    Console(width=10_000, highlight=False).print(table)
    levels = Counter(f.level for f in checked.findings)
    hidden = f" ({levels['note']:,} notes: -v shows them)" if levels["note"] and not verbose else ""
    errors, warnings = (_plural(levels[name], name) for name in ("error", "warning"))
    console.print(f"{errors}, {warnings}{hidden}")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
