"""The characters of a PDF with their places, through ``worker``; what cannot be read is refused with a reason."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import ReadError

WAIT = 30  # seconds; the worker stops itself before, but where its system cannot stop it
_WORKER = Path(__file__).with_name("worker.py")
_ANOTHER_COPY = "download the file again, or save the opinion's text as a plain .txt file"
_REFUSALS: dict[str, tuple[str, str]] = {
    "password": (
        "the PDF is locked with a password",
        "open it with its password and print it to a new PDF",
    ),
    "damaged": ("the PDF is damaged", _ANOTHER_COPY),
    "pages": ("the PDF has more than 2,000 pages", "give each opinion a file of its own"),
    "text": ("the PDF has more than 3 million characters", "give each opinion a file of its own"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are set alike, on one baseline and without wide gaps.  Lengths are in points, from the lower
    left corner of the page.  ``small``: in small capitals; ``turned``: not set level.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    italic: bool = False
    small: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the PDF and what is set on it, in the order of the file."""

    width: float
    height: float
    runs: tuple[Run, ...]


def pages_of(data: bytes, place: str) -> list[Page]:
    """The pages of a PDF.  Raises ``ReadError``: R11 where it cannot be opened, R12 where it holds no text."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_WORKER)],
            input=data,
            capture_output=True,
            timeout=WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise _refusal("the PDF takes too long to read", _ANOTHER_COPY, place) from problem
    except OSError as problem:
        raise _refusal(f"no PDF can be read here: {problem}", _ANOTHER_COPY, place) from problem
    if done.returncode != 0:
        raise _refusal(
            "the PDF is damaged, or takes more time or memory than any opinion",
            _ANOTHER_COPY,
            place,
        )
    found: dict[str, Any] = json.loads(done.stdout)
    if "error" in found:
        raise _refusal(*_REFUSALS[found["error"]], place)
    pages = [
        Page(p["width"], p["height"], tuple(Run(*run) for run in p["runs"])) for p in found["pages"]
    ]
    if not any(c.isalnum() for page in pages for run in page.runs for c in run.text):
        raise ReadError(
            "the PDF holds pictures of pages, but no text",
            code="R12",
            file=place,
            advice="have a program recognise its text (OCR), and look that over",
        )
    return pages


def _refusal(what: str, advice: str, place: str) -> ReadError:
    return ReadError(what, code="R11", file=place, advice=advice)
