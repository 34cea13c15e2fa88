#!/usr/bin/env python3
"""Damage opinions as flattened ones are, but keep their capitals: what ``fit_case_context.py`` learns from.

    python scripts/damage_opinion.py OUT FILE ...

``FILE`` is plain text, paragraphs parted by blank lines.  What is lost was read off flattened opinions: figures,
quotation marks, brackets, dashes, colons and semicolons, possessives, words with a hyphen, reporters with their pages
and the stop behind them, abbreviations of one letter; of an ellipsis a full stop is left.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

# In this order: what is lost, and what is left of it.
LOST = [
    (r"[’‘]", "'"),
    ("\u00ad", ""),
    (r"(?<=\w)-\n\s*", ""),
    (r"\s*\.(?:\s\.){2,3}\s*|\s*…\s*|\s*\*\s\*\s\*\s*", ". "),
    (r"\[(\w)\](?=\w)", r"\1 "),
    (r"\(slip op\.", "(slip"),
    (
        (r"\b\d+ (?:U\. ?S\.|F\. ?[23]d|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|Wall\.|How\.)(?:,? ?(?:at )?[\d_–][\d_–,\- ]*"
        r"(?:,? nn?\. [\d–]+)?)*\s*(?:\(\d{4}\)|\(per curiam\))?[.;]?"),
        "",
    ),
    (
        (r"\b(?:U\. ?S\.(?: C\.)?(?: App\.)?|F\. ?(?:2d|3d)|S\. Ct\.|L\. Ed\.(?: 2d)?|op\.|Dept\.|Bd\.|v\.|Assn\."
        r"|Corp\.|Inc\.|Co\.|[JJ]+\.|C\. ?J\.|i\. ?e\.|e\. ?g\.|L\. Rev\.|Rev\.|Id\.)(?=\W)"),
        "",
    ),
    (r"\b([A-Z])\. ?([A-Z])\.", r"\1\2"),
    (r"\b[A-Z]\.(?= |,)", ""),
    (r"(?<=\w)'s\b|(?<=s)'(?=\W|$)", ""),
    (r"\b\w+(?:-\w+)+\b", ""),
    (r"[“”\"'§¶\[\]*_#$%<>–]", ""),
    (r"[()—:;?!/&+=-]", " "),
    (r"\b\w*\d\w*\b", ""),
    (r"\s+", " "),
    (r"\s+([.,])", r"\1"),
    (r"[.,]*\.[.,]*", "."),
    (r",+", ","),
    (r"([.,])(?=\w)", r"\1 "),
]  # fmt: skip


def damaged(paragraph: str) -> str:
    """A paragraph with its capitals and little else.

    >>> damaged("The State’s claim fails. See Leon, 468 U. S. 897, 922 (1984). [T]he officer . . . knew it.")
    'The State claim fails. See Leon, T he officer. knew it.'
    """
    for lost, left in LOST:
        paragraph = re.sub(lost, left, paragraph)
    return paragraph.strip()


def main(arguments: list[str]) -> int:
    """Write a file of lines for each file."""
    out, *paths = map(Path, arguments)
    for path in paths:
        rows = map(damaged, re.split(r"\n\s*\n", path.read_text(encoding="utf-8")))
        body = "".join(row + "\n" for row in rows if row)
        (out / f"{path.stem}.txt").write_text(body, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
