"""Which law a bare section belongs to: ``§ 1983`` after ``42 U. S. C. § 1983``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.sections import base, limits, order, read_sections
from generator.model import Authority

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
# "42 U.S.C. § 1983", "Del. Code tit. 11, § 636", "Tex. Code Crim. Proc. art. 38.22", "40 C.F.R. pt. 60"
_KEY = re.compile(
    r"(?P<law>.*\S) (?P<mark>§§?|¶¶?|arts?\.|pts?\.) (?P<sections>[^§¶]+?)(?: et seq\.| note)?$"
)
_ACT_AND_CODE = re.compile(r"\b(?:Act|Amendments)\b.*, \d+ U\.S\.C\.")
_OF = re.compile(r"(?P<sections>.+?) of (?P<law>.+)$")
# "et seq." reaches over the sections that follow; how far is not said, so no farther than the hundred it begins in.
# A small number is left alone: "15 U.S.C. § 1 et seq." must not take in § 2 of every other act.
_SMALLEST_OPEN = 100
_SMALLEST_PLAIN = 100  # below, every act has such a section
_NO_CODE = re.compile(r"\b(?:Act|Amendments|Pub\. L\.|Stat\.$)")
_NEAR, _RIVAL = 30, 200  # sections
# The chapter that a number in several parts begins with: "541." of "541.503", "24-34-" of "24-34-306".
_CHAPTER = re.compile(r"(?:\d+[A-Za-z]{0,2}[.:-])+(?=\d+[A-Za-z]{0,2}$)")


@dataclass(frozen=True, slots=True)
class _Law:
    """One law as cited: its title or code with the mark, and the sections."""

    law: str
    mark: str
    parts: tuple[str, ...]
    open: bool


def title_for(section: str, cited: Sequence[Authority]) -> Authority | None:
    """The law that a bare section stands for, given the laws cited before it, in order.

    ``section`` is the ``key`` of a bare mention: ``1983``, ``1658(b)(1)``, ``1981-1983``, ``5845(a), 5861(d)``, or
    ``8 of the Act``.  A short form may be used for a law "already cited" when it is clear which is meant (Bluebook
    Rule 12.10), and the Supreme Court prints ``§ 1983`` for the section it last cited in full.  So the section takes
    the title of the last full citation **of that same section**; its subsections are its own (``42 U.S.C. § 1983``,
    then ``§ 1983(a)`` → ``42 U.S.C. § 1983(a)``).  A citation of a range or of a section "et seq." counts for the
    sections it covers, where no citation names the section itself.  The title of another section's citation is taken
    only where the number leaves no doubt (``_beside``): ``§ 2`` after ``42 U.S.C. § 1983`` is nobody's, and gets
    ``None``.

    The sections of one list (``§§ 1981, 1983``) share a title: it is enough that one of them was cited, unless
    another one was cited under another title.  ``8 of the Act`` belongs to the one act named before; where several
    are named, to none.
    """
    if match := re.fullmatch(r"(\d+) Stat\.", section):  # "17 Stat., at 14"
        volume = f"{match[1]} Stat. "
        return next((a for a in reversed(cited) if a.key.startswith(volume)), None)
    if match := _OF.match(section):
        return _of_the_act(match["sections"], match["law"], cited)
    parts = _parts(section)
    laws = [(authority, law) for authority in reversed(cited) for law in _laws(authority)]
    found: _Law | None = None
    for part in parts:
        named = (law for _, law in laws if _names(law, part))
        covering = (law for _, law in laws if _covers(law, part))
        hit = next(named, None) or next(covering, None)
        if hit and found and hit.law != found.law:
            return None
        found = found or hit
    found = found or _beside(parts, [law for _, law in laws])
    if found is None:
        return None
    for authority, law in laws:
        if law.law == found.law and ", ".join(law.parts) == section:
            return authority
    several = sum(part[0] != "(" for part in parts) > 1 or (
        _is_federal(found.law) and any(limits(part) for part in parts)
    )
    mark = {"§§": "§", "¶¶": "¶", "arts.": "art.", "pts.": "pt."}.get(found.mark, found.mark)
    if several:
        mark = mark * 2 if mark in "§¶" else mark.replace(".", "s.")
    return Authority("statute", f"{found.law} {mark} {section}")


def other_section(cited: Authority, pin: str) -> Authority:
    """The section of the same law that ``id. § 15`` names after ``Mass. Gen. Laws ch. 266, § 14``."""
    match = _KEY.match(cited.key)
    sign = re.match(r"§\s?§?\s?", pin)
    sections = read_sections(pin, sign.end(), several="§" in sign.group()[1:]) if sign else None
    if match is None or sections is None or match["mark"][0] != "§":
        return cited
    mark = "§§" if len(sections.parts) > 1 else "§"
    return Authority("statute", f"{match['law']} {mark} {sections.text}")


def _of_the_act(sections: str, law: str, cited: Sequence[Authority]) -> Authority | None:
    if law not in ("the Act", "that Act", "this Act"):
        return None
    acts = dict.fromkeys(act for a in cited if (act := _act(a)))
    if len(acts) != 1:
        return None
    several = sum(part[0] != "(" for part in _parts(sections)) > 1
    key = f"{next(iter(acts))} {'§§' if several else '§'} {sections}"
    return next((a for a in reversed(cited) if key in (a.key, a.name)), None) or Authority(
        "statute", key
    )


def _act(authority: Authority) -> str | None:
    """The name of the act that an authority is, or is a section of."""
    for printed in (authority.name, authority.key):
        if printed and re.search(r"\b(?:Act|Amendments)\b", printed):
            return re.split(r" §§? |, (?:ch\.|Pub\. L\.|tit\.|\d+ Stat\.)", printed, maxsplit=1)[0]
    return None


def _laws(authority: Authority) -> Iterable[_Law]:
    if authority.kind != "statute":
        return
    for printed in (authority.key, authority.name):
        match = _KEY.match(printed) if printed else None
        # "Sherman Act, 15 U.S.C. § 1 et seq.": the text has the name alone, the rest is the table's.
        if match and not _ACT_AND_CODE.search(match["law"]):
            yield _Law(
                match["law"], match["mark"], _parts(match["sections"]), "et seq." in match.group()
            )


def _parts(sections: str) -> tuple[str, ...]:
    return tuple(sections.removesuffix(" et seq.").removesuffix(" note").split(", "))


def _names(law: _Law, part: str) -> bool:
    """Whether a citation names the section itself, or one of its subsections.  A bare subsection names nothing."""
    return part[0] != "(" and any(base(own) == base(part) for own in law.parts)


def _beside(parts: Sequence[str], laws: Sequence[_Law]) -> _Law | None:
    """The one law of whose sections these are neighbours.

    A number in several parts (``541.503``, ``24-34-306(9)``) names its chapter: it belongs where another section of
    that chapter was cited.  A plain one from ``_SMALLEST_PLAIN`` on belongs to the law of which a section within
    ``_NEAR`` of it was cited, if no other law has one within ``_RIVAL``.
    """
    found: _Law | None = None
    for part in parts:
        if part[0] == "(":
            continue
        one = _neighbour(base(part), laws)
        if one is None or (found and one.law != found.law):
            return None
        found = found or one
    return found


def _neighbour(section: str, laws: Sequence[_Law]) -> _Law | None:
    chapter = _CHAPTER.match(section)
    if chapter:
        near = [law for law in laws if any(_in_chapter(own, chapter[0]) for own in law.parts)]
        return near[0] if len({law.law for law in near}) == 1 else None
    number = _plain(section)
    if number is None or number < _SMALLEST_PLAIN:
        return None
    distances = [
        (abs(own - number), law)
        for law in laws
        for part in law.parts
        if (own := _plain(base(part))) is not None
    ]
    near = [law for distance, law in distances if distance <= _NEAR]
    rivals = {law.law for distance, law in distances if distance <= _RIVAL}
    coded = near and not _NO_CODE.search(
        near[0].law
    )  # sections of an act are counted by nobody's code
    return near[0] if coded and len(rivals) == 1 else None


def _in_chapter(section: str, chapter: str) -> bool:
    own = _CHAPTER.match(base(section))
    return own is not None and own[0] == chapter


def _plain(section: str) -> int | None:
    match = re.fullmatch(r"(\d+)[A-Za-z]{0,2}", section)
    return int(match[1]) if match else None


def _is_federal(law: str) -> bool:
    return "U.S.C." in law or "C.F.R." in law


def _covers(law: _Law, part: str) -> bool:
    """Whether a citation reaches over the section without naming it; only the federal codes number plainly enough."""
    if not _is_federal(law.law):
        return False
    span = limits(part)
    first, last = span or (order(part), order(part))
    if first is None or last is None:
        return False
    if law.open and (start := order(law.parts[0])) and start[0] >= _SMALLEST_OPEN:
        return start <= first and last[0] // 100 == start[0] // 100
    reaches = filter(None, map(limits, law.parts))
    return any(low <= first and last <= high for low, high in reaches)
