"""``pincite check``: the findings of a whole site, as a careful clerk would report them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from generator.build import convert_jobs, relative_to
from generator.corpus import Corpus
from generator.findings import case_findings, failure_finding
from generator.jobs import Failure, Job, discover
from generator.model import Case, Finding

if TYPE_CHECKING:
    from pathlib import Path

    from generator.parallel import Progress


@dataclass(frozen=True, slots=True)
class Checked:
    """All cases and findings of a site."""

    corpus: Corpus
    findings: tuple[Finding, ...]


def check_site(root: Path, workers: int | None = None, progress: Progress | None = None) -> Checked:
    """Convert everything in memory and collect the findings; files are named relative to ``root``."""
    jobs, failures = discover(root / "site_src" / "opinions")
    results = convert_jobs(jobs, workers, progress)
    cases = [r for r in results if isinstance(r, Case)]
    places = {job.slug: _relative(job, root) for job in jobs}
    failures += [r for r in results if isinstance(r, Failure)]
    findings = [failure_finding(relative_to(root, f).error) for f in failures]
    corpus = Corpus.of(cases)
    for case in corpus.cases:
        findings += case_findings(case, places[case.slug])
    findings += corpus.findings(places)
    return Checked(corpus, tuple(findings))


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
        place = finding.file if finding.line is None else f"{finding.file}:{finding.line}"
        advice = f" — {finding.advice}" if finding.advice else ""
        console.print(
            Text.assemble(
                f"{place}: ", (finding.code, styles[finding.level]), f" {finding.message}{advice}"
            )
        )
    table = Table(title=None, header_style="", box=None, pad_edge=False)
    for name in ("opinion", "dialect", "writings", "¶¶", "references", "repairs"):
        table.add_column(
            name,
            justify="right" if name in ("writings", "¶¶") else "left",
            overflow="fold",
            no_wrap=name == "opinion",
        )
    for slug, row in counts(checked).items():
        references = "; ".join(
            f"{kind} " + ", ".join(f"{n} {status}" for status, n in by.items())
            for kind, by in row["references"].items()
        )
        repairs = ", ".join(f"{n:,} {kind}" for kind, n in row["repairs"].items())
        table.add_row(
            Text(slug),
            row["dialect"],
            str(row["writings"]),
            str(row["paragraphs"]),
            references,
            repairs,
        )
    console.print(table)
    levels = Counter(f.level for f in checked.findings)
    hidden = f" ({levels['note']:,} notes: -v shows them)" if levels["note"] and not verbose else ""
    errors, warnings = (_plural(levels[name], name) for name in ("error", "warning"))
    console.print(f"{errors}, {warnings}{hidden}")


def _plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
