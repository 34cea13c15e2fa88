"""The text of a proposed ``case.yml``, in which every fact says where it was found."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from generator.casefile_words import KEYS, one_line

if TYPE_CHECKING:
    from generator.model import CaseInfo


def dump_case_info(info: CaseInfo, origins: dict[str, str], address: str | None = None) -> str:
    """The text of a ``case.yml``; ``origins`` says for each key where its value was found ("the
    file's name"), ``address`` where the raw file was fetched.

    A value is followed by ``# from …``; unknown keys are left in comments, to be filled in.
    Whatever the values hold, the text is YAML that loads to the same values, but for line ends and
    control characters in them, which become blanks.
    """
    lines = [
        "# What the text itself does not say.  Please check: what stands here was found by a program."
    ]
    if address:
        lines.append(f"# The text was fetched from {one_line(address)}")
    for key in KEYS:
        value = getattr(info, key)
        if isinstance(value, str):
            value = one_line(value) or None
        if value is None and key == "restore_from":  # nothing to be filled in: it names a file
            continue
        if value is None:
            lines.append(f"# {key}:")
            continue
        origin = one_line(origins.get(key, ""))
        lines.append(f"{key}: {_scalar(value)}" + (f"  # from {origin}" if origin else ""))
    return "\n".join(lines) + "\n"


def _scalar(value: str | int | datetime.date) -> str:
    """One value as YAML, in quotes wherever it could be read as anything but itself."""
    if not isinstance(value, str):
        return value.isoformat() if isinstance(value, datetime.date) else str(value)
    import yaml

    if (
        re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 .,'’()&/§–-]*", value)
        and yaml.safe_load(value) == value
    ):
        return value
    quoted: str = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=2**31)
    return quoted.rstrip("\n")
