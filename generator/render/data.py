"""``case.json``: the case as data, in the shape of ``generator/schema/case.schema.json``."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.link.quotations import Quotation
    from generator.model import (
        Authority,
        Block,
        Case,
        Mark,
        Piece,
        Reference,
        Repair,
        Span,
        Witness,
        Writing,
    )

SCHEMA = 1


def case_data(case: Case) -> dict[str, Any]:
    """The case as a dictionary of plain JSON values; keys in a fixed order."""
    info, source = case.info, case.source
    places = _call_places(case)
    cited: dict[str | None, list[int]] = defaultdict(list)
    for number, ref in enumerate(case.references):
        cited[ref.authority].append(number)
    return {
        "schema": SCHEMA,
        "slug": case.slug,
        "name": info.name,
        "citation": info.citation,
        "court": info.court,
        "docket": info.docket,
        "argued": info.argued.isoformat() if info.argued else None,
        "decided": info.decided.isoformat() if info.decided else None,
        "panel": info.panel,
        "vote": info.vote,
        "first_page": info.first_page,
        "source": {
            "file": source.file,
            "sha256": source.sha256,
            "chars": len(source.text),
            "encoding": source.encoding,
            "dialect": source.dialect,
            "dialect_reason": source.reason,
            "truncated": source.truncated,
            "text": source.extracted,
        },
        **({"witness": _witness(case.witness)} if case.witness else {}),
        "writings": [_writing(w) for w in case.writings],
        "blocks": [_block(b) for b in case.blocks],
        "references": [
            _reference(r, place) for r, place in zip(case.references, places, strict=True)
        ],
        "authorities": [_authority(a, cited[a.key]) for a in case.authorities],
        "quotations": [_quotation(q) for q in case.quotations],
        "pages": [_page(b, m) for b in case.blocks for m in b.marks if m.kind == "page"],
        "other_pages": [
            {**_page(b, m), "reporter": m.reporter}
            for b in case.blocks
            for m in b.marks
            if m.kind == "other-page"
        ],
        "gaps": [{"source": list(g.source), "blanks": g.blanks} for g in case.clean.gaps],
        "repairs": [_repair(r) for r in case.clean.repairs],
    }


def _call_places(case: Case) -> list[Span]:
    """Where each reference stands in its block's text; of a footnote call, its mark knows."""
    calls: dict[tuple[str, Span], list[Span]] = defaultdict(list)
    for block in case.blocks:
        for mark in block.marks:
            if mark.kind == "footnote-call":
                calls[block.id, mark.source].append((mark.start, mark.end))
    return [
        calls[r.block, r.source].pop(0)
        if r.kind == "footnote-call" and calls[r.block, r.source]
        else r.at
        for r in case.references
    ]


def _witness(witness: Witness) -> dict[str, Any]:
    return {
        "file": witness.file,
        "sha256": witness.sha256,
        "dialect": witness.dialect,
        "aligned": witness.aligned,
    }


def to_json(data: dict[str, Any]) -> str:
    """JSON with one block, reference or repair a line: small in a diff, and quick to read by eye."""
    lines = ["{"]
    items = list(data.items())
    for index, (key, value) in enumerate(items):
        comma = "," if index + 1 < len(items) else ""
        if isinstance(value, list) and value:
            rows = [f"    {_compact(row)}" for row in value]
            lines.append(f"  {_compact(key)}: [\n" + ",\n".join(rows) + f"\n  ]{comma}")
        else:
            lines.append(f"  {_compact(key)}: {_compact(value)}{comma}")
    return "\n".join(lines) + "\n}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _writing(writing: Writing) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": writing.id,
        "kind": writing.kind,
        "author": writing.author,
        "joined_by": list(writing.joined_by),
        "source": list(writing.source),
    }
    if writing.joined_note:
        out["joined_note"] = writing.joined_note
    return out


def _block(block: Block) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": block.id,
        "kind": block.kind,
        "number": block.number,
        "writing": block.writing,
        "part": block.part,
        "label": block.label,
        "text": block.text,
        "source": list(block.source),
    }
    if block.level:
        out["level"] = block.level
    if len(block.pieces) > 1:
        out["pieces"] = [_piece(p) for p in block.pieces]
    if block.emphasis:
        out["emphasis"] = [list(span) for span in block.emphasis]
    calls = [_call(m) for m in block.marks if m.kind == "footnote-call"]
    if calls:
        out["calls"] = calls
    return out


def _page(block: Block, mark: Mark) -> dict[str, Any]:
    out: dict[str, Any] = {"page": int(mark.label), "block": block.id, "at": mark.start}
    if mark.kind == "page":
        out["id"] = mark.id
    out["source"] = list(mark.source)
    return out


def _piece(piece: Piece) -> dict[str, Any]:
    out: dict[str, Any] = {"source": list(piece.source), "at": piece.at}
    if piece.join:
        out["join"] = piece.join
    return out


def _call(mark: Mark) -> dict[str, Any]:
    return {"id": mark.id, "label": mark.label, "at": [mark.start, mark.end], "note": mark.target}


def _reference(ref: Reference, at: Span) -> dict[str, Any]:
    out: dict[str, Any] = {
        "source": list(ref.source),
        "block": ref.block,
        "at": list(at),
        "text": ref.text,
        "kind": ref.kind,
        "authority": ref.authority,
        "cite": ref.cite,
        "pin": ref.pin,
        "case": ref.case,
        "target": {"case": ref.target[0], "block": ref.target[1]} if ref.target else None,
        "url": ref.url,
        "status": ref.status,
        "method": ref.method,
    }
    if ref.candidates:
        out["candidates"] = list(ref.candidates)
    if ref.writing:
        out["writing"] = ref.writing
    if ref.antecedent:
        out["antecedent"] = list(ref.antecedent)
    if ref.estimate:
        out["estimate"] = list(ref.estimate)
    return out


def _authority(work: Authority, references: list[int]) -> dict[str, Any]:
    return {
        "key": work.key,
        "kind": work.kind,
        "name": work.name,
        "year": work.year,
        "court": work.court,
        "parallel": list(work.parallel),
        "note": work.note,
        "references": references,
    }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    out: dict[str, Any] = {
        "source": list(quotation.source),
        "block": quotation.block,
        "at": list(quotation.at),
        "target": {"case": quotation.target[0], "block": quotation.target[1]}
        if quotation.target
        else None,
        "match": quotation.match,
    }
    if quotation.there:
        out["there"] = list(quotation.there)
    if quotation.changes:
        out["changes"] = [list(change) for change in quotation.changes]
    if quotation.reference:
        out["reference"] = list(quotation.reference)
    return out


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "source": list(repair.span),
        "kind": repair.kind,
        "text": repair.text,
        "rule": repair.rule,
    }
