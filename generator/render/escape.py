"""Opinion text as Markdown that comes out as that text, whatever it holds.

Only what Markdown would take for a sign is escaped, so that the file still reads well raw.  The
characters that Python-Markdown lets one escape with a backslash are; the others become HTML entities.
"""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"[\\`*_\[{<>]|&(?=#|\w{1,32};)|~(?=~)|(?<=~)~")
_IN_HEADING = re.compile(_ANYWHERE.pattern + "|#")
_ENTITY = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "~": "&#126;"}
# What begins a list, a heading, a rule or a quotation when it stands first on a line.
_AT_START = re.compile(r"^(?:(?P<number>\d{1,9})(?P<stop>[.)])(?=\s|$)|(?P<sign>[-+#=|:!]))")
# Python-Markdown's own placeholders are made of these two; no text of ours may hold them.
_RESERVED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def inline(text: str) -> str:
    """Text that stands inside a line."""
    return _escaped(text, _ANYWHERE)


def block(text: str) -> str:
    """Text that begins a line."""
    return _begun(inline(text).strip())


def heading(text: str) -> str:
    """Text of a heading: a ``#`` at its end would be taken for a closing one."""
    return _begun(_escaped(text, _IN_HEADING).strip())


def _escaped(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(lambda m: _ENTITY.get(m.group(), "\\" + m.group()), unreserved(text))


def _begun(out: str) -> str:
    """Escaped text whose first sign may begin a list, a heading, a rule or a quotation."""
    match = _AT_START.match(out)
    if not match:
        return out
    if match["number"]:
        # ")" is not among the characters that every Markdown lets one escape by name; the entity serves both.
        stop = "\\." if match["stop"] == "." else "&#41;"
        return f"{match['number']}{stop}{out[match.end() :]}"
    sign = match["sign"]
    return ("\\" + sign if sign in "-+#!" else f"&#{ord(sign)};") + out[match.end() :]


def unreserved(text: str) -> str:
    """Any string without the characters that no page may hold (for front matter and attributes)."""
    return _RESERVED.sub("", text).replace("\r", " ").replace("\n", " ")
