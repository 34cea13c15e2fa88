"""The pieces that cross-references are made of: pages, notes, labels of Parts."""

from __future__ import annotations

import re

B = r"\s{1,8}"
_DASH = r"\s{0,2}(?:[-–—]|--)\s{0,6}"
_PAGE = rf"(?:\d{{1,4}}|_{{2,4}})(?:{_DASH}(?:\d{{1,4}}|_{{2,4}}))?(?!\w)"
_NUMBER = rf"\d{{1,3}}(?:{_DASH}\d{{1,3}})?(?!\w)"
# A number that opens the next citation ("ante, at 14, 28 CFR") is no further page.
_NEXT = rf"(?!{B}(?:[A-Z§]|F\.)|\s?\w)"
NUMBERS = rf"{_NUMBER}(?:(?:\s?,{B}(?:and{B})?|{B}and{B}){_NUMBER}{_NEXT}){{0,6}}"
# A note without a number ("ante, at 4, n. (THOMAS, J., concurring)") is the one that has an asterisk.
NOTE = rf"(?:nn?\.\s{{0,6}}(?:{NUMBERS}|\*|(?=\s?\())|notes?{B}{_NUMBER})"
PINS = (
    rf"{_PAGE}(?:\s?,{B}(?:and{B})?(?:pp?\.{B})?{_PAGE}{_NEXT}|{B}and{B}(?:{_PAGE}{_NEXT}|this{B}page)"
    rf"|\s?,?{B}{NOTE}){{0,10}}"
)
# The court's own number of a paragraph: "ante, at ¶ 30", "supra ¶¶ 12–14".
OWN_NUMBERS = rf"¶{{1,2}}\s{{0,3}}{NUMBERS}"
_STEP = r"(?:\s?[-–—]\s?|\.)"
_LABEL = (
    rf"(?:[IVX]{{1,5}}(?:{_STEP}[A-H](?:{_STEP}\d{{1,2}}(?:{_STEP}[a-h])?)?)?"
    r"(?:\(\d\)|\([a-z]\)){0,2}(?!\w))"
)
# What may follow in a list of Parts; a lone I before a word is the pronoun ("in Part II, I explain").
_FURTHER = (
    rf"(?:(?:\s?,{B}(?:and{B}|or{B})?|{B}(?:and|or|through|to){B}|{_DASH})(?!I\s+[a-z]){_LABEL})"
)
LABELS = rf"{_LABEL}{_FURTHER}{{0,9}}"
LETTERS = rf"(?:[A-H]|\d{{1,2}})(?![\w.-])(?:{B}and{B}[A-H](?![\w.]))?"


def pin_of(printed: str | None) -> str | None:
    """Pages as printed, with single blanks, none round a dash, and without "at" or "p."."""
    if printed is None:
        return None
    pin = re.sub(r"\s*(--|[–—-])\s*", r"\1", " ".join(printed.split()))
    return re.sub(r"^(?:at|pp?\.) ", "", pin)


def labels_of(printed: str) -> str:
    """The numbers or labels of a list: hyphens for dashes, commas without blanks ("I,II,IV-B")."""
    label = re.sub(r"\s*(?:--|[–—-])\s*", "-", " ".join(printed.split()))
    return re.sub(r"\s*(?:,\s*(?:and|or)\b|,|\band\b|\bor\b)\s*", ",", label).strip(", ")
