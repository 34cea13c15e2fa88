"""How a fault of ``case.yml`` is told: what a key wants, what stands there, and what to write instead."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from generator.model import CaseInfo

if TYPE_CHECKING:
    import yaml

KEYS: tuple[str, ...] = tuple(field.name for field in fields(CaseInfo))
DATES = frozenset({"argued", "decided", "added"})  # the keys whose values are dates
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Which of the known words was meant, if one is near."""
    import difflib

    # Long keys are hostile or an accident, and slow to compare.
    near = difflib.get_close_matches(word[:40].lower().replace(" ", "_"), known, n=1, cutoff=0.6)
    return near[0] if near else None


def key_advice(key: str) -> str:
    """What to write instead of an unknown key."""
    near = nearest(key, KEYS)
    return f"did you mean `{near}`?" if near else f"known are {', '.join(KEYS)}"


def shown(node: yaml.Node) -> str:
    """A key as it stands there."""
    text = node.value if isinstance(node.value, str) else "that is no word"
    return repr(text[:40])


def bad_scalar(key: str, written: str) -> tuple[int, str, str]:
    """Number of the code, message and advice for a scalar that YAML or the calendar refuses."""
    found = repr(one_line(written)[:40])
    if key in DATES and ISO.match(written.strip()):
        return (
            9,
            f"`{key}` is {found}, a day that does not exist",
            "check the month and the day",
        )
    if key in DATES:
        return (
            9,
            f"`{key}` is {found}, not a date",
            f"write YEAR-MONTH-DAY, such as {example(key)}",
        )
    return (
        8,
        f"`{key}` is {found}, not {wanted(key)}",
        f'put it in quotes: {key}: "{one_line(written)[:40]}"',
    )


def kind(value: Any) -> str:
    """What a value is, of the wrong type for its key."""
    if isinstance(value, bool):
        return f"{str(value).lower()} (which YAML also writes yes and no, on and off)"
    if isinstance(value, int | float):
        return (
            f"the number {str(value)[:40]}"
            if not isinstance(value, int) or abs(value) < 10**40
            else "a huge number"
        )
    if isinstance(value, datetime.date):
        return f"the date {value}"
    return repr(value)[:60]


def wanted(key: str) -> str:
    """What type of value a key wants."""
    return (
        "a date" if key in DATES else "a whole number from 1 on" if key == "first_page" else "text"
    )


def example(key: str) -> str:
    """A value that would do."""
    examples = {
        "name": "Malley v. Briggs",
        "citation": "475 U.S. 335",
        "court": "Supreme Court of the United States",
        "docket": "No. 84-1586",
        "argued": "1985-11-13",
        "decided": "1986-03-05",
        "panel": "Posner, Flaum, and Wood, Circuit Judges",
        "vote": "Kagan, J., delivered the opinion of the Court, in which Alito, J., joined.",
        "first_page": "335",
        "dialect": "plain",
        "restore_from": "slip.txt",
        "added": "2026-01-31",
    }
    return examples.get(key, "…")


def type_advice(key: str, written: str) -> str:
    """What to write instead of a value of the wrong type."""
    if key in DATES or key == "first_page":
        return f"write `{key}: {example(key)}`"
    return f'put it in quotes, for without them YAML takes it for something else: {key}: "{one_line(written)[:40]}"'


def one_line(text: str) -> str:
    """Without line ends, control characters and what else YAML does not admit; runs of blanks
    become one.
    """
    kept = (" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)
    admitted = "".join(
        c for c in kept if unicodedata.category(c) not in ("Cs", "Cn") and c != "\ufeff"
    )
    return " ".join(admitted.split())
