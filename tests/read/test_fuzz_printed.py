"""Slip texts and PDFs that are cut or damaged end in a page or in a clear refusal, and lose nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.conservation import check
from generator.convert import convert
from generator.errors import ReadError
from generator.model import CaseInfo, Source
from generator.read import read_bytes
from tests.read.pdf.alder import PDF
from tests.read.slip.printed import SLIP

# What the readers look for, wherever it may stand.
PIECES = (
    "\f", "\n", "\n\n", "——————\n", "1 ", "2\n", "*", "II\n", "Cite as: 566 U. S. ____ (2012)\n", "Syllabus\n", "-\n",
    "“", "JUSTICE ALITO, dissenting.\n", "[April 27, 2012]\n", "(Slip Opinion)\n", "\xad\n", "\ufeff", "\x00", "SUPREME"
    " COURT OF THE UNITED STATES\n", "No. 10–4321\n", "so ordered.\n", "\u2028", "𝔘", "ﬁ",
)  # fmt: skip
EDIT = st.tuples(st.floats(0, 1), st.integers(0, 400), st.sampled_from((*PIECES, "")))


def turned(text: str, edits: list[tuple[float, int, str]]) -> str:
    """The text with stretches replaced, one after the other."""
    for where, length, piece in edits:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + length :]
    return text


def holds(data: bytes, name: str, dialect: str | None) -> None:
    """Convert; what cannot be read says why."""
    found: Source | ReadError
    try:
        found = read_bytes(data, name, dialect)
    except ReadError as error:
        found = error
    if isinstance(found, ReadError):
        assert found.code.startswith("R")
        assert found.advice
        return
    source = found
    case = convert(source, "case", CaseInfo())
    assert check(case.source.text, case.blocks, case.clean.repairs) is None
    spans = [s.span for s in source.segments]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


# A title that runs on over a page whose predecessor has lost its head: the head is none of it.
@example([(0.0, 1, "\x0c"), (0.3125, 0, "so ordered.\n")])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDIT, max_size=6))
def test_slip(edits: list[tuple[float, int, str]]) -> None:
    holds(turned(SLIP, edits).encode("utf-8", "replace"), "alder.txt", "slip")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDIT, min_size=1, max_size=4))
def test_pdf_streams(edits: list[tuple[float, int, str]]) -> None:
    """The text within a PDF is turned; it stays a PDF."""
    holds(turned(PDF.decode("latin-1"), edits).encode("latin-1", "replace"), "alder.pdf", None)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.floats(0, 1), st.binary(max_size=40), st.floats(0, 1))
def test_pdf_bytes(where: float, noise: bytes, end: float) -> None:
    at = int(where * len(PDF))
    data = PDF[:at] + noise + PDF[at + len(noise) :]
    holds(data[: max(8, int(end * len(data)))], "alder.pdf", None)


@pytest.mark.parametrize("end", [200, 1200, 3000, 5000])
def test_a_pdf_that_broke_off(end: int) -> None:
    holds(PDF[:end], "alder.pdf", None)
