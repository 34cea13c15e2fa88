"""The docket number, as a caption prints it: one, or several of one shape."""

from __future__ import annotations

import re

# "84-1586", "2019-0345-CR", "12 EAP 1999", "126, Orig.", "84,321", "S123456", "3:15-cv-01234".
NUMBER = (
    r"(?:\d{1,4}[-–](?:[A-Z]{1,3}[-–])?\d{1,6}(?:-[A-Z]{1,4})*|\d{1,4} [A-Z]{2,4} (?:19|20)\d\d"
    r"|\d{1,3}, Orig(?:\.|inal\b)"
    r"|[A-Z]{1,3}[-–]\d{2,4}[-–]\d{2,6}|\d\d[A-Z]\d\d[-–]\d{4}[-–][A-Z]{2}[-–]\d{1,5}"
    r"|\d{1,3},\d{3}|[A-Z]\d{5,6}|\d:\d\d-[a-z]{2}-\d{3,5}|\d{2,6}(?:-[A-Z])?)"
)
# It opens a line, a sentence or a column, or stands before "Argued": "Local No. 70" and "Amendment No. 12" do not.
# What goes on behind it in a manner of its own ("No. 71-1234/5") is not known whole, and not taken.
_DOCKET = re.compile(
    rf"(?:^|(?<=[.;:(—] )|(?<=[ \t]{{2}})|(?P<inside>\b))(?:(?:Docket|Case|Record) )?(?P<label>Nos?)\.\s?"
    rf"(?P<numbers>{NUMBER}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){NUMBER})*)"
    r"(?![\w/]|[-–:,.]\w|,?\s*(?:and\b|&)|,\s*(?:and\b|Nos?\b|\d|Misc|Orig)"
    r"|,?[ ]*(?:and|&|,)?[ ]*\n\s*\d| [A-Z]{1,5}(?: \d|[ ]*$|[.,]))(?(inside)(?=\W+(?:Argued|Decided|Submitted)\b))",
    re.MULTILINE,
)
_LONE = re.compile(rf"^\W*(?:Docket |Case )?No\.\s?(?P<number>{NUMBER})\.?\s*$", re.MULTILINE)


def docket(front: str) -> str | None:
    """``Nos. 03–2211 and 03–2212`` → "Nos. 03-2211, 03-2212"; so also two captions, each below its own number."""
    first = _DOCKET.search(front)
    lone = list(dict.fromkeys(m["number"].replace("–", "-") for m in _LONE.finditer(front)))
    if first and len(lone) > 1 and _shown(first) == f"No. {lone[0]}":
        same = [n for n in lone if _shape(n) == _shape(lone[0])]
        if len(same) == len(lone):
            return f"Nos. {', '.join(same)}"
        return None if len(same) > 1 else _shown(first)
    return _shown(first)


def numbered(value: str | None) -> str | None:
    """A docket number as a field has it, with what stands before one in print: ``84-1586`` → "No. 84-1586"."""
    if value is None:
        return None
    numbers = [x.strip() for x in value.replace("–", "-").split(",")]
    if not all(re.fullmatch(NUMBER, x) for x in numbers):
        return value
    return f"No{'s' if len(numbers) > 1 else ''}. {', '.join(numbers)}"


def _shape(number: str) -> str:
    return re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "9", number))


def _shown(match: re.Match[str] | None) -> str | None:
    """``Nos. 03–2211 and 03–2212`` → "Nos. 03-2211, 03-2212"."""
    if not match:
        return None
    numbers = re.findall(NUMBER, match["numbers"])
    return f"{match['label']}. {', '.join(numbers)}".replace("–", "-")
