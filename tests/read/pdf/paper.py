"""A small press: lines with places to the bytes of a PDF, in two of the standard fonts, as a writer of PDFs does it."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.read.slip.measure import width

LEFT, RIGHT, TOP = 156.0, 456.0, 670.0
SIZE, LEADING = 11.0, 13.0


def bytes_of(pages: list[list[str]], trailer: str = "") -> bytes:
    """A PDF of pages, each a list of operators that set text."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * k} 0 R' for k in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>",
    ]
    for k, page in enumerate(pages):
        stream = "BT\n" + "\n".join(page) + "\nET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * k} 0 R >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    out = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for k, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{k} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return (
        out
        + (
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\n"
            f"startxref\n{table}\n%%EOF\n"
        ).encode()
    )


def text_width(text: str, size: float) -> float:
    """The width of a line in Times Roman."""
    return width(text) * size / 1000


@dataclass
class Page:
    """Sets lines down a page."""

    y: float = TOP
    done: list[str] = field(default_factory=list)

    def put(self, text: str, left: float, size: float = SIZE, *, y: float | None = None) -> Page:
        """One line at a place.  Between tildes is italic; between carets is raised and small."""
        at = self.y if y is None else y
        x = left
        for mark, words in _parts(text):
            if not words:
                continue
            font, own, rise = {"~": ("/F2", size, 0.0), "^": ("/F1", size * 0.64, size * 0.28)}.get(
                mark, ("/F1", size, 0.0)
            )
            shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            self.done.append(f"{font} {own:.2f} Tf 1 0 0 1 {x:.2f} {at + rise:.2f} Tm ({shown}) Tj")
            x += text_width(words, own)
        if y is None:
            self.y -= LEADING * size / SIZE
        return self

    def head(self, left: str, middle: str, right: str, below: str) -> Page:
        """The two lines of a page's head."""
        y = self.y
        if left:
            self.put(left, LEFT, 9, y=y)
        self.put(middle, (LEFT + RIGHT - text_width(middle, 9)) / 2, 9, y=y)
        if right:
            self.put(right, RIGHT - text_width(right, 9), 9, y=y)
        self.y -= 22
        self.centred(below, 9)
        self.y -= 10
        return self

    def centred(self, text: str, size: float = SIZE) -> Page:
        """A line in the middle."""
        return self.put(text, (LEFT + RIGHT - text_width(text, size)) / 2, size)

    def lines(self, words: str, *, first: float = 11, rest: float = 0, size: float = SIZE) -> Page:
        """Lines as given, each filled to the right margin by spreading its words, but for the last."""
        own = words.strip().split("\n")
        for k, line in enumerate(own):
            left = LEFT + (rest if k else first)
            if k < len(own) - 1 and "~" not in line and "^" not in line:
                room = RIGHT - left - text_width(line, size)
                blanks = line.count(" ") or 1
                self.done.append(f"{max(0.0, room / blanks):.3f} Tw")
                self.put(line, left, size)
                self.done.append("0 Tw")
            else:
                self.put(line, left, size)
        return self

    def foot(self, rule: str = "——————") -> Page:
        """The rule above the notes."""
        self.y -= 6
        if rule:
            self.put(rule, LEFT)
        return self


def _parts(text: str) -> list[tuple[str, str]]:
    out, mark, words = [], "", ""
    for char in text:
        if char in "~^":
            out.append((mark, words))
            mark, words = ("" if mark == char else char), ""
        else:
            words += char
    return [*out, (mark, words)]
