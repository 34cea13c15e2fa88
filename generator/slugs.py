"""Slugs: the names of a case in addresses, folders and links.

A slug is made of ASCII lower-case letters, digits and single hyphens between them, so it is safe in
a URL, in HTML, in YAML and as a file name on every system.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 100  # characters
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Device names, which Windows does not let one use for a file or folder.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
# Letters that Unicode does not take apart (NFKD) into an ASCII letter and an accent.
_FOLDED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
# An apostrophe joins what it stands between: "O'Connor" is one word.
_JOINERS = re.compile(r"['’‘ʼ`´]")


def valid_slug(text: str) -> bool:
    """Whether ``text`` may be used as a slug as it stands."""
    return len(text) <= LONGEST and bool(_SLUG.fullmatch(text)) and text not in _RESERVED


def slugify(name: str) -> str:
    """A valid slug for any ``name``; the same name always gives the same slug.

    Every run of other characters becomes a hyphen.  Where that leaves nothing (a name in another
    script) or too much (over 100 characters), a short digest of the name keeps different names
    apart; a reserved name gets ``-case`` behind it. ``slugify`` of a valid slug is that slug.
    """
    # Accents are folded before the case, so that dotted capitals do not come apart afterwards.
    folded = unicodedata.normalize("NFKD", name).casefold().translate(_FOLDED)
    plain = _JOINERS.sub("", "".join(c for c in folded if not unicodedata.combining(c)))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not slug:
        return f"opinion-{_digest(name)}"
    if slug in _RESERVED:
        return f"{slug}-case"
    if len(slug) > LONGEST:
        return f"{_cut(slug, LONGEST - 9)}-{_digest(name)}"
    return slug


def _cut(slug: str, length: int) -> str:
    """At most ``length`` characters, ending with a whole word unless that word is nearly all."""
    words = slug[: length + 1].rpartition("-")[0]
    return words if len(words) > length // 2 else slug[:length].rstrip("-")


def _digest(name: str) -> str:
    """Eight hexadecimal digits.  Not for secrecy."""
    import hashlib

    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
