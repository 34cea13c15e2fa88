"""Takes the characters of a PDF out, in a process of its own: the file on standard input, JSON on standard output.

A PDF is a program of a kind, and PDFium, which runs it, is written in C++.  Here it can crash, or ask for all memory
or time, and only this process ends.  So this file stands alone: it imports nothing of ours.

The answer is ``{"pages": [{"width", "height", "runs": [run, …]}]}``, each run ``[text, left, right, baseline, size,
italic, small, turned]``, lengths in points, ``baseline`` from the foot of the page; or ``{"error": "password" |
"damaged" | "pages" | "text"}``.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

PAGES = 2_000  # the longest opinions have some three hundred
CHARACTERS = 3_000_000
SECONDS = 7  # of processor time
MEMORY = 1_000_000_000  # bytes
TURNED = 0.1  # of the baseline's direction: what is no line of text set level
GAP = 2.2  # ems from one character's origin to the next: what is no space between words
_FORCED_ITALIC = 64  # a bit of the font's flags
_LINE_ENDS = (10, 13)
_HYPHENS = {2: "-", 0xAD: "-"}  # how PDFium gives a hyphen that breaks a word


def main() -> None:
    """Read, take out, write."""
    _limit()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


def _limit() -> None:
    """Let the system stop this process, where it can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(data: bytes) -> dict[str, Any]:
    """The pages, or what is wrong."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        return {"error": "password" if locked else "damaged"}
    if len(document) > PAGES:
        return {"error": "pages"}
    pages, count = [], 0
    for index in range(len(document)):
        try:
            page = document[index]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return {"error": "damaged"}
        count += text.count_chars()
        if count > CHARACTERS:
            return {"error": "text"}
        width, height = page.get_size()
        pages.append({"width": width, "height": height, "runs": _Runs(text).gather()})
        text.close()
        page.close()
    return {"pages": pages}


def _quick(function: Any, result: Any) -> Any:
    """A function of PDFium's that is called for every character, called with plain addresses: three times as fast."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address
    return ctypes.PYFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int)(address)


_code_at = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_object_at = _quick(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)  # its address will do


class _Style:
    """How the characters of one text object are set."""

    def __init__(self, text: Any, index: int) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(text, index) * scale
        name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(text, index, name, 256, flags)
        font = name.value.decode("utf-8", "replace").rpartition("+")[2].lower()
        self.size = _finite(size)
        self.italic = "italic" in font or "oblique" in font or bool(flags.value & _FORCED_ITALIC)
        self.small = "smallcap" in font or "sc-" in font or font.endswith("sc")
        along = math.hypot(matrix.a, matrix.b)
        self.turned = along > 0 and (abs(matrix.b) > TURNED * along or matrix.a < 0)


class _Runs:
    """Gathers stretches of characters that one text object sets, without wide gaps, in the order of the file."""

    def __init__(self, page: Any) -> None:
        self.text = page.raw
        self.count = page.count_chars()
        self.found: list[list[Any]] = []
        self.chars: list[str] = []
        self.style: _Style | None = None
        self.owner: int | None = None  # the address of the text object
        self.begun = (0.0, 0.0)
        self.last = 0  # the last character that shows
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def gather(self) -> list[list[Any]]:
        """All runs of the page."""
        address = ctypes.cast(self.text, ctypes.c_void_p).value
        for index in range(self.count):
            code = _code_at(address, index)
            if code in _LINE_ENDS:
                self._end()
                self.owner = None
                continue
            char = _HYPHENS.get(code) or chr(code)
            owner = _object_at(address, index)
            if owner and owner == self.owner and self.last == index - 1 and not char.isspace():
                self.chars.append(char)  # within a word, as most are
                self.last = index
            elif owner:
                self._add(index, char, owner)
            elif self.chars:  # a blank that PDFium put there
                self.chars.append(" ")
        self._end()
        return self.found

    def _add(self, index: int, char: str, owner: int) -> None:
        if owner != self.owner or self.style is None:
            self._end()
            self.style, self.owner = _Style(self.text, index), owner
        if char.isspace():
            self.chars.append(" ")
            return
        if not self.chars or self.chars[-1] == " ":
            pdfium.FPDFText_GetCharOrigin(self.text, index, self._x, self._y)
            place = (_finite(self._x.value), _finite(self._y.value))
            if not any(c != " " for c in self.chars):
                self.begun = place  # the run begins where it shows
            elif place[0] - _right(self.text, self.last) > GAP * self.style.size:
                self._end()
                self.begun = place
        self.chars.append(char)
        self.last = index

    def _end(self) -> None:
        chars, style = self.chars, self.style
        self.chars = []
        if style is None or all(c == " " for c in chars):
            return
        self.found.append(
            [
                "".join(chars),
                round(self.begun[0], 2),
                round(_right(self.text, self.last), 2),
                round(self.begun[1], 2),
                round(style.size, 2),
                style.italic,
                style.small,
                style.turned,
            ]
        )


def _right(text: Any, index: int) -> float:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return _finite(right.value)


def _finite(number: float) -> float:
    """A damaged matrix places text nowhere: it is read as if at the edge of the page, so that no word is lost."""
    return number if math.isfinite(number) else 0.0


if __name__ == "__main__":
    main()
