"""Parts: ``I``, ``A``, ``1`` on lines of their own, and where each stands in the outline (II → II–A → II–A–1)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LABEL = re.compile(
    r"(?:(?:PART|Part)\s+)?(?P<label>[IVXL]{1,7}(?:[-–—][A-Z](?:[-–—]\d{1,2})?)?|[A-Z]|\d{1,2}|\(?[a-z]\)|[a-z]|\([ivx]+\)|\(\d{1,2}\))\.?",
    re.ASCII,
)
_TITLED = re.compile(
    r"(?:(?:PART|Part)\s+)?(?P<label>[IVXL]{1,7}|[A-Z]|\d{1,2})\.\s+(?P<title>[A-Z“\"][^.?!]{2,90})",
    re.ASCII,
)
_RULE = re.compile(r"(?:[*•·—–_#-]\s*){3,}|⁂|—")
_CAPITALS = re.compile(r"[A-Z][A-Z’'&,\s-]{3,60}")
# Words that head a section in the opinions of courts without numbered parts.
_SECTION = frozenset(
    """BACKGROUND DISCUSSION ANALYSIS CONCLUSION FACTS INTRODUCTION OPINION DISPOSITION JURISDICTION ORDER SYLLABUS
    STANDARD OF REVIEW PROCEDURAL HISTORY FACTUAL AND BACKGROUND STATEMENT CASE THE ISSUE ISSUES
    MERITS DECISION""".split()
)

# In small letters only these, and nothing else on the line.
_SECTION_WORD = re.compile(
    r"Analysis|Background|Conclusion|Discussion|Facts|Introduction|Standards? of Review"
    r"|(?:Factual and |Facts and )?Procedural (?:History|Background)|Factual (?:History|Background)|Statement of Facts"
    r"|Legal Standards?|Issues? Presented|Jurisdiction"
)
_APPENDIX = re.compile(
    r"(?:APPENDI(?:X|XES|CES)|Appendi(?:x|xes|ces))(?: (?:[A-Z]|[IVX]{1,4}|\d{1,2}))?"
    r"(?: (?i:to (?:the )?(?:[a-z]+ )?(?:opinion|dissent|concurrence|statement)\b)[\w ,.'’]{0,60})?"
    r"(?:\s?[-–—]+\s?(?:Continued|CONTINUED))?\.?"
)
_FRAMED = re.compile(r"[-–—]\s?(?P<label>[IVXL]{1,7}|[A-Z]|\d{1,2})\.?\s?[-–—]", re.ASCII)
_TITLE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as printed: ``label`` is its number or letter, ``None`` for a title without one or a rule of stars."""

    label: str | None
    title: str | None = None
    rule: bool = False


def parse_heading(line: str) -> Heading | None:
    """The heading that ``line`` is, or ``None``.

    A bare number or letter, several that name a part from the top ("II–A"), one with a title ("II. Standard of
    Review"), a rule of stars, capitals that name a section, or one of the words that courts head a section with.
    """
    line = " ".join(line.split())
    if not line or len(line) > 120:
        return None
    if _RULE.fullmatch(line):
        return Heading(None, rule=True)
    bare = _LABEL.fullmatch(line) or _FRAMED.fullmatch(line)
    if bare:
        top = re.split("[-–—]", bare["label"])[0]
        if top != bare["label"] and not roman_value(top):
            return None
        return Heading(bare["label"].strip("()"))
    titled = _TITLED.fullmatch(line)
    if titled and len(titled["title"].split()) <= 12:
        return Heading(titled["label"], titled["title"])
    if _SECTION_WORD.fullmatch(line) or _APPENDIX.fullmatch(line):
        return Heading(None, line)
    if _CAPITALS.fullmatch(line.rstrip(".:")) and any(
        w in _SECTION for w in re.findall(r"[A-Z]{4,}", line)
    ):
        return Heading(None, line)
    return None


def is_bare_label(line: str) -> bool:
    """Whether a heading is a number or a letter and nothing else."""
    return bool(_LABEL.fullmatch(line) or _FRAMED.fullmatch(line))


def titles_label(line: str) -> bool:
    """Whether a line directly behind a bare "II" is its title: a section's word, or a few words with capitals and no
    stop.
    """
    heading = parse_heading(line)
    if heading is not None:
        return heading.label is None and not heading.rule
    words = line.split()
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return (
        0 < len(words) <= _TITLE_WORDS
        and line[0].isupper()
        and (line[-1].isalpha() or line[-1] == ")")
        and len(long) > 0
        and all(w[0].isupper() for w in long)
    )


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral in capitals, or ``None``."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    value: int
    label: str


class Outline:
    """Follows the headings of one writing and tells where each belongs.

    ``I`` may be the first part or the ninth letter, ``C`` the third letter or a hundred: what goes on from a level
    that is open decides, the deepest first; else what can begin a new, deeper level; else the Roman reading.
    """

    def __init__(self) -> None:
        self._stack: list[_Level] = []

    def path(self) -> tuple[str, ...]:
        """The labels from the top down to where we are: ``("II", "A")``."""
        return tuple(level.label for level in self._stack)

    def enter(self, heading: Heading) -> tuple[str, ...] | None:
        """Step to ``heading``; its path, or ``None`` where no outline would number so (a stray line)."""
        if heading.label is None:
            if self._titles_part(heading):
                return None
            self._stack.clear()
            return () if heading.rule else (heading.title or "",)
        labels = re.split("[-–—]", heading.label)
        if len(labels) > 1:
            return self._composite(labels)
        readings = [
            _Level(style, value, heading.label) for style, value in _readings(heading.label)
        ]
        place = (
            self._next(readings)
            or self._deeper(readings)
            or self._skipping(readings)
            or self._first(readings)
        )
        if place is None:
            return None
        depth, level = place
        self._stack[depth:] = [level]
        return self.path()

    def _titles_part(self, heading: Heading) -> bool:
        """Whether a section's word in small letters ("Background") is the title of the Roman part that it stands in.

        "Conclusion" ends an outline that is deeper than its parts.
        """
        if not self._stack or self._stack[0].style != "roman":
            return False
        ends = heading.title == "Conclusion" and len(self._stack) > 1
        return bool(_SECTION_WORD.fullmatch(heading.title or "")) and not ends

    def _composite(self, labels: list[str]) -> tuple[str, ...] | None:
        """Step to "II–A": to each of its labels from the top, but for those that are open already."""
        before = list(self._stack)
        for depth, label in enumerate(labels):
            last = depth == len(labels) - 1
            if not last and self.path()[: depth + 1] == tuple(labels[: depth + 1]):
                continue
            path = self.enter(Heading(label))
            if path is None or path != tuple(labels[: depth + 1]):
                self._stack = before
                return None
        return self.path()

    def _next(self, readings: list[_Level]) -> tuple[int, _Level] | None:
        """What goes on from an open level, the deepest first: II after I."""
        for depth in range(len(self._stack) - 1, -1, -1):
            above = self._stack[depth]
            for level in readings:
                if level.style == above.style and level.value == above.value + 1:
                    return depth, level
        return None

    def _deeper(self, readings: list[_Level]) -> tuple[int, _Level] | None:
        """What begins a new level: A below II.  The top level is numbered I or A; (i) stands below a letter only."""
        taken = {level.style for level in self._stack}
        for level in readings:
            if level.style == "lower-roman" and not taken & {"upper", "lower"}:
                continue
            top = bool(self._stack) or level.style in ("roman", "upper")
            if level.value == 1 and level.style not in taken and top:
                return len(self._stack), level
        return None

    def _skipping(self, readings: list[_Level]) -> tuple[int, _Level] | None:
        """What goes on from an open level when up to two numbers in between were lost."""
        for depth, above in enumerate(self._stack):
            for level in readings:
                if level.style == above.style and above.value < level.value <= above.value + 3:
                    return depth, level
        return None

    def _first(self, readings: list[_Level]) -> tuple[int, _Level] | None:
        """The first heading of an outline whose beginning was lost."""
        limits = {"roman": 12, "upper": 3}
        for level in readings if not self._stack else ():
            if level.value <= limits.get(level.style, 0):
                return 0, level
        return None


def _readings(label: str) -> list[tuple[str, int]]:
    """What a label may count: ``[("roman", 1), ("upper", 9)]`` for I."""
    out: list[tuple[str, int]] = []
    roman = roman_value(label)
    if roman:
        out.append(("roman", roman))
    if len(label) == 1 and "A" <= label <= "Z":
        out.append(("upper", ord(label) - 64))
    if label.isdigit():
        out.append(("arabic", int(label)))
    if len(label) == 1 and "a" <= label <= "z":
        out.append(("lower", ord(label) - 96))
    if label.islower() and (len(label) > 1 or label in "ivx"):
        out.append(("lower-roman", roman_value(label.upper()) or 0))
    return out


def label_slug(label: str) -> str:
    """The label of a part or a footnote as a piece of an id: ``II`` → ``ii``, ``*`` → ``star``."""
    low = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
    return low or {"*": "star", "**": "star-2", "***": "star-3", "†": "dagger"}.get(label, "x")
