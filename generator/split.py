"""``pincite split``: a file that holds several cases, to a file for each, byte for byte."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from generator.errors import PinciteError, ReadError
from generator.read.binary import binary_dialect
from generator.read.decode import SIZE_LIMIT, check_size, decode
from generator.read.slip.several import cases_of
from generator.read.slip.sheets import sheets
from generator.slugs import slugify

if TYPE_CHECKING:
    from pathlib import Path

_Case = TypeVar("_Case")
BLANKS = "\ufeff\0 \t\r\n"
_RESULTS = re.compile(
    r'\{\s*(?:"(?:count|next|previous)"\s*:\s*(?:null|\d+|"[^"\n]*")\s*,\s*)*"results"\s*:\s*(?=\[)'
)
_OBJECT = re.compile(r"[\s,\[]*\{")
_LINE_END = re.compile(r"[\n\f]")
_ONE_BYTE = re.compile(rb"[\n\f]")


@dataclass(frozen=True, slots=True)
class Part:
    """A case of a file: its bytes ``start`` up to ``end``, and the name of the file for it."""

    start: int
    end: int
    name: str


def parts_of(data: bytes, stem: str, suffix: str, place: str) -> list[Part]:
    """The cases of a text with printed pages, or of a list or of lines of JSON.  Raises ``ReadError`` (R13) where it is
    none of these, or holds one case only.
    """
    if binary_dialect(data):
        raise ReadError(
            "only a text can be split",
            code="R13",
            file=place,
            advice="print the pages of each case to a file of its own",
        )
    decoded = decode(data, place)
    if decoded.encoding.startswith("utf-16") or decoded.encoding.startswith("utf-32"):
        raise ReadError(
            f"a text in {decoded.encoding} cannot be split",
            code="R13",
            file=place,
            advice="save it in UTF-8",
        )
    if decoded.text.lstrip(BLANKS)[:1] in ("[", "{"):
        if decoded.text.encode("utf-8", "replace") != data:
            raise ReadError(
                f"JSON in {decoded.encoding} cannot be split",
                code="R13",
                file=place,
                advice="save it in UTF-8",
            )
        return _found(json_parts(decoded.text, stem), place)
    pages = sheets(decoded.text)
    found = cases_of(pages)
    _found(found, place)
    # Line ends are the same in the text and in the bytes, whatever stands between them.
    ends = [m.end() for m in _ONE_BYTE.finditer(data)]
    starts = [0]
    for case in found[1:]:
        sheet = pages[case.sheet]
        first = min(line.start for line in [*sheet.head, *sheet.body])
        starts.append(ends[len(_LINE_END.findall(decoded.text, 0, first)) - 1])
    named = [slugify(case.name) if case.name else "case" for case in found]
    spans = pairwise([*starts, len(data)])
    return [
        Part(start, end, f"{stem}-{k}-{name}{suffix}")
        for k, ((start, end), name) in enumerate(zip(spans, named, strict=True), start=1)
    ]


def _found(cases: list[_Case], place: str) -> list[_Case]:
    """The cases, where there are several."""
    if len(cases) < 2:
        raise ReadError(
            "no second case was found in the file",
            code="R13",
            file=place,
            advice="pincite add takes it as it is",
        )
    return cases


def json_parts(text: str, stem: str) -> list[Part]:
    """The objects of a list, of an API's ``results``, or of lines of JSON, each with the bytes that it has there."""
    decoder = json.JSONDecoder(strict=False)
    at = len(text) - len(text.lstrip(BLANKS))
    if answer := _RESULTS.match(text, at):
        at = answer.end()
    spans: list[tuple[int, int, str]] = []
    try:
        while (opening := _OBJECT.match(text, at)) is not None:
            value, end = decoder.raw_decode(text, opening.end() - 1)
            spans.append((opening.end() - 1, end, _name(value)))
            at = end
    except (ValueError, RecursionError):  # broken: pincite add says where
        return []
    out, done, byte = [], 0, 0
    for k, (start, end, name) in enumerate(spans, start=1):
        first = byte + len(text[done:start].encode())
        byte, done = first + len(text[start:end].encode()), end
        out.append(Part(first, byte, f"{stem}-{k}-{name}.json"))
    return out


def _name(case: object) -> str:
    fields = case if isinstance(case, dict) else {}
    said = (fields.get(key) for key in ("name_abbreviation", "case_name", "name", "id"))
    return slugify(next((str(x)[:80] for x in said if x), "case")) or "case"


def split_file(file: Path, out: Path) -> list[Path]:
    """Write each case of ``file`` into ``out``; nothing is overwritten.  Raises ``PinciteError`` (A03, R05, R13)."""
    try:
        check_size(file.stat().st_size, str(file))
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as problem:
        raise ReadError(
            f"cannot be read: {problem.strerror or problem}", code="R05", file=str(file)
        ) from problem
    parts = parts_of(data, slugify(file.stem) or "case", ".txt", str(file))
    paths = [out / part.name for part in parts]
    taken = next((path for path in paths if path.exists()), None)
    if taken:
        raise PinciteError(
            "is there already", code="A03", file=str(taken), advice="name another folder with --out"
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        for part, path in zip(parts, paths, strict=True):
            with path.open("xb") as stream:
                stream.write(data[part.start : part.end])
    except OSError as problem:
        raise PinciteError(
            f"cannot be written: {problem.strerror or problem}", code="A03", file=str(out)
        ) from problem
    return paths
