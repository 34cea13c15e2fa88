"""Do *ante*, *post*, *supra* and *infra* lead to the right passage?  Measured over opinions whose pages are known.

    python benchmarks/pinpoints.py FOLDER...

A folder holds ``NAME.truth.json`` beside ``NAME.txt`` and, if there is one, ``NAME.marked.txt`` (the same text with
star pages).  The truth lists ``writings`` (``span``), ``pages`` (``writing``, ``page``, ``span``) and ``pinpoints``:
``span``, ``form``, ``from``, ``writing``, ``pages``, ``spans`` (the text of those pages) and, where the words quoted
before the reference stand at one place only, ``passage``; all spans are offsets into ``NAME.txt``.

* page: of all pinpoints, the target lies on the true page (shares ten characters with it);
* passage: of those with one, the target holds the words quoted;
* wrong: of all pinpoints, a target is given that does not lie on the true page.

Beside them two baselines, which need a page number.  *Straight line*: the page on which the opinions begin is known,
and every page is as long as a typical one.  *Range known*: the first and the last page of the writing are known, and
the pages between are of one length.  Both give the block in the middle of the page.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cite.case import cite
from generator.convert import convert_file
from generator.link.authorities import Known
from generator.link.crossrefs import PLACED, resolve_cross_references
from generator.link.page_evidence import STYLES
from generator.link.quotations import Passages
from generator.model import CaseInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.model import Case, Reference, Span

TOUCH = 10
MARK = re.compile(r"\[\*+\d+\]")


def is_placed(reference: Reference) -> bool:
    """Whether a reference names a page: also "Part II-A, ante, at 13"."""
    return reference.kind in PLACED or (reference.kind == "part" and reference.pin is not None)


def resolved(path: Path) -> Case:
    """One opinion by itself, its cross-references resolved."""
    case = convert_file(path, path.name.split(".")[0].lower(), CaseInfo())
    case = cite(case, Known.of([case]))
    unplaced = (replace(r, target=None) if is_placed(r) else r for r in case.references)
    case = replace(case, references=tuple(unplaced))
    return resolve_cross_references(case, Passages.of([case]), {})[0]


def to_unmarked(marked: str, plain: str) -> Callable[[Span], Span]:
    """The way from offsets in the text with star pages to those in the text without: sign by sign, blanks apart."""
    taken = {k for m in MARK.finditer(marked) for k in range(*m.span())}
    ours = [k for k, c in enumerate(marked) if k not in taken and not c.isspace()]
    theirs = [k for k, c in enumerate(plain) if not c.isspace()]
    if len(ours) != len(theirs):
        raise SystemExit("the marked text is not the plain one with marks")

    def convert(span: Span) -> Span:
        first, last = bisect_left(ours, span[0]), bisect_left(ours, span[1]) - 1
        return theirs[min(first, len(theirs) - 1)], theirs[max(last, 0)] + 1

    return convert


def overlap(a: Sequence[int], b: Sequence[int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


class Opinion:
    """One file with its truth."""

    def __init__(self, truth: Path, path: Path) -> None:
        self.truth: dict[str, Any] = json.loads(truth.read_text(encoding="utf-8"))
        self.case = resolved(path)
        plain = truth.with_name(truth.name.replace(".truth.json", ".txt"))
        if path == plain:
            self.place: Callable[[Span], Span] = lambda span: span
        else:
            with (
                path.open(encoding="utf-8", newline="") as ours,
                plain.open(encoding="utf-8", newline="") as theirs,
            ):
                self.place = to_unmarked(ours.read(), theirs.read())
        firsts = {p["writing"]: p["page"] for p in reversed(self.truth["pages"])}
        self.restarts = list(firsts.values()).count(1) > 1
        self.blocks = {b.id: b for b in self.case.blocks}
        self.spans = {
            b.id: [self.place(p.source) for p in b.pieces]
            for b in self.case.blocks
            if b.writing not in (None, "syllabus")
        }
        self.references = [(self.place(r.source), r) for r in self.case.references if is_placed(r)]

    def pinpoints(self) -> Iterator[dict[str, Any]]:
        """Those whose writing is in the text."""
        for row in self.truth["pinpoints"]:
            if self.truth["writings"][row["writing"]]["span"]:
                yield row

    def reference(self, row: dict[str, Any]) -> Reference | None:
        best = max(self.references, key=lambda r: overlap(r[0], row["span"]), default=None)
        return best[1] if best and overlap(best[0], row["span"]) else None

    def touches(self, block: str, spans: Sequence[Sequence[int]]) -> bool:
        return any(
            overlap(mine, span) >= min(TOUCH, span[1] - span[0])
            for mine in self.spans.get(block, ())
            for span in spans
        )

    def at(self, offset: float) -> str | None:
        """The block nearest to an offset of the plain text."""
        return min(
            (b for b in self.spans if self.blocks[b].kind in ("paragraph", "blockquote")),
            key=lambda b: min(max(s[0] - offset, offset - s[1], 0.0) for s in self.spans[b]),
            default=None,
        )

    def straight(self, page: int, writing: int) -> str | None:
        """The first baseline.  Slip pages begin anew in each writing."""
        pages = [p for p in self.truth["pages"] if not self.restarts or p["writing"] == writing]
        if not pages:
            return None
        typical = STYLES["slip" if self.restarts else "U.S."].full
        return self.at(pages[0]["span"][0] + (page - pages[0]["page"] + 0.5) * typical)

    def ranged(self, page: int, writing: int) -> str | None:
        """The second baseline."""
        span = self.truth["writings"][writing]["span"]
        pages = [p["page"] for p in self.truth["pages"] if p["writing"] == writing]
        if not pages:
            return None
        share = (page - min(pages) + 0.5) / (max(pages) - min(pages) + 1)
        return self.at(span[0] + share * (span[1] - span[0]))


def measure(opinions: Sequence[Opinion]) -> Counter[str]:
    """The counts over some opinions."""
    count: Counter[str] = Counter()
    for opinion in opinions:
        for row in opinion.pinpoints():
            passage = row.get("passage")
            count["all"] += 1
            count["passages"] += bool(passage)
            page = row["pages"][0]
            for name, block in (
                ("straight", opinion.straight(page, row["writing"])),
                ("ranged", opinion.ranged(page, row["writing"])),
            ):
                count[name] += bool(block) and opinion.touches(block or "", row["spans"])
                count[f"{name} passage"] += bool(
                    passage and block and opinion.touches(block, [passage])
                )
            reference = opinion.reference(row)
            count["missed"] += reference is None
            if reference is None or reference.target is None:
                continue
            right = opinion.touches(reference.target[1], row["spans"])
            count["page"] += right
            count["wrong"] += not right
            count[f"by {reference.method}"] += 1
            if passage:
                count["passage"] += opinion.touches(reference.target[1], [passage])
    return count


def row_of(name: str, files: int, count: Counter[str]) -> str:
    def share(what: str, of: str = "all") -> str:
        return f"{count[what] / count[of]:8.3f}" if count[of] else f"{'–':>8s}"

    return (
        f"{name:28s} {files:5d} {count['all']:9d} {count['missed']:6d} {share('page')}"
        f" {share('passage', 'passages')} {share('wrong')}  {share('straight')}"
        f" {share('straight passage', 'passages')}  {share('ranged')}"
        f" {share('ranged passage', 'passages')}   "
        + ", ".join(f"{k[3:]} {v}" for k, v in sorted(count.items()) if k.startswith("by "))
    )


def main(folders: list[str]) -> None:
    if not folders:
        print("pinpoints.py: give it folders of opinions whose pages are known", file=sys.stderr)
        return
    print(
        f"{'':28s} {'':5s} {'':9s} {'not':>6s} {'':26s}   {'straight line':>16s}   {'range known':>16s}\n"
        f"{'files':28s} {'':5s} {'pinpoints':>9s} {'found':>6s} {'page':>8s} {'passage':>8s}"
        f" {'wrong':>8s}  {'page':>8s} {'passage':>8s}  {'page':>8s} {'passage':>8s}   targets given by"
    )
    for folder in map(Path, folders):
        truths = sorted(folder.glob("*.truth.json"))
        for suffix in (".txt", ".marked.txt"):
            pairs = [(t, t.with_name(t.name.replace(".truth.json", suffix))) for t in truths]
            opinions = [Opinion(truth, path) for truth, path in pairs if path.exists()]
            if opinions:
                name = f"{folder.name}/*{suffix}"
                print(row_of(name, len(opinions), measure(opinions)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
