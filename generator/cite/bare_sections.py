"""Bare sections: ``§ 1983``, ``section 13(c)``, ``Section 2 of the Act``, ``LHWCA § 33(g)``.

No section of a statute stands behind the title of a book ("W. LaFave, Search and Seizure § 4.6"), an article of the
Constitution ("Art. I, § 8, cl. 3"), a Restatement, a uniform or model law, behind *id.* or *supra*, and before "of
the contract", "of the bill", "of the Fourteenth Amendment".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cite.act_table import known_act
from generator.cite.acts import section_of
from generator.cite.code_names import code_name
from generator.cite.codes import code_after
from generator.cite.federal import signed
from generator.cite.law_words import words
from generator.cite.sections import base, read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.cite.sections import Sections

# Patterns begin with a letter that is rare or a pair: they are looked for in the whole text.
_SIGN = re.compile(r"§\s?§?")
_WRITTEN = re.compile(r"ec(?:tion(?:s\b|(?=\s))\s{0,4}|s?\.\s{1,4})(?=\d)")
_REPEATS = re.compile(r"(?<![\w.])[Ii](?:bi)?d\.,?$")
# "chapter 265, section 22B of Massachusetts General Laws"
_PLACE_BEFORE = re.compile(
    r"\b(?P<sort>[Tt]itle|[Cc]hapter|[Cc]h\.)\s{1,3}(?P<number>\d[\w.-]{0,8}),\s{1,3}$"
)
_ORDINAL = re.compile(r"[IVXLC]{1,6}$|\d{1,2}$")
_UNIFORM = re.compile(
    r"\b(?:Model|Uniform|U\.\s?C\.\s?C\.|UCC|MPC|Restatement|Principles|Canons?)\b[^.;§]{0,40}$"
)
_NO_SECTION_AFTER = re.compile(r",\s{1,3}(?:cls?\.|pp?\.|col\.|[Cc]omments?\b|[Cc]mt\.|[Ii]llus)")
_OF = re.compile(
    r"\s{1,4}of\s{1,4}(?P<which>(?:the|that|this|such|its|these|an?|their|his|our|said)\s{1,4})?"
    r"(?P<sort>(?:\d{4}|present|original|amended|former|federal|same|new|old|state|State)\s{1,4})?(?P<what>[\w’'-]+)(?P<next>\s{1,3}[\w-]+)?"
)
_ACTS = frozenset(("Act", "act", "Acts"))
# "section 688 of title 46, Appendix", as the Code itself speaks
_TITLE_OF = re.compile(
    r"\s{1,4}of\s{1,4}[Tt]itle\s{1,3}(?P<title>\d{1,2})\b(?P<app>,?\s{1,3}App(?:endix|x?\.))?(?!\s{1,3}of\s{1,3}the\s{1,3}[A-TV-Z])"
)
_CODE_OF = re.compile(
    r"\s{1,4}of\s{1,4}the\s{1,4}(?P<code>Internal\s{1,3}Revenue\s{1,3}Code(?:\s{1,3}of\s{1,3}19(?:54|86))?|Bankruptcy\s{1,3}Code|"
    r"(?:[A-Z][a-z.]+\s{1,3}){1,4}(?:Code|Law|Statutes)\b)(?!\s{1,3}of\s{1,3}1939)"
)
_CODE_BEFORE = re.compile(
    r"(?:\b[A-Z][\w.&'’-]*\s{1,3}(?:(?:&|and)\s{1,3})?){1,4}(?:Code|Statutes|Ann\.)(?:\s{1,3}Ann\.)?,?\s{0,3}$"
)
_FEDERAL_CODES = {"Internal": "26 U.S.C.", "Bankruptcy": "11 U.S.C."}
_INITIALS_BEFORE = re.compile(r"(?<![\w.&-])(?P<name>[A-Z]{3,8})\s{1,3}$")
_INITIALS = re.compile(r"[A-Z]{3,8}$")
# Between two sections of one citation: "Tenn. Code Ann. § 39-2-203(j)(8) (1982) (repealed); § 39-13-204(j)(8)".
_BETWEEN = re.compile(
    r"(?:\s{1,3}\([^()]{1,60}\)){0,2}\s{0,2}(?:[;,]|,?\s{1,3}(?:and|or|&))\s{1,4}(?:(?:and|or)\s{1,3})?$"
)
_TITLED = re.compile(r"(?P<law>.*\S) (?:§§?|¶¶?) (?P<first>\S+)")


def find_bare(text: str, full: Iterable[Mention], acts: Iterable[Mention]) -> Iterator[Mention]:
    """The bare sections of ``text`` outside the mentions given, in order.

    One that goes on from a full citation before it in the same breath ("42 U.S.C. § 1981 and § 1983") has its title.
    """
    taken = sorted((*full, *acts), key=lambda m: m.start)
    at = 0  # the first of them that ends behind the sign at hand
    end, law = -1, None  # where the last citation ended, and what it was; None: it was no statute
    for begin, sign_end, plural in _signs(text):
        while at < len(taken) and taken[at].end <= begin:
            end, law = taken[at].end, taken[at]
            at += 1
        if (at < len(taken) and taken[at].start <= begin) or begin < end:
            continue
        start = sign_end
        while start < len(text) and text[start].isspace():
            start += 1
        sections = read_sections(text, start, several=plural)
        if sections is None:
            continue
        joined = 0 <= end <= begin < end + 140 and _BETWEEN.match(text[end:begin])
        found = None
        # "Restatement § 402A and § 402B": what goes on from something else is something else.
        if not (joined and law is None) and _allowed(text, begin, sections.end):
            found = _mention(text, begin, sections, plural)
            if found and joined and law and found.authority is None and found.name is None:
                found = _going_on(found, law, plural)
        end, law = (found.end if found else sections.end), found
        if found:
            yield found


def _signs(text: str) -> list[tuple[int, int, bool]]:
    """Where section signs and the word stand, each with its end and whether it is a plural, in order."""
    found = [(m.start(), m.end(), m.group().count("§") == 2) for m in _SIGN.finditer(text)]
    for match in _WRITTEN.finditer(text):
        start = match.start() - 1
        if start >= 0 and text[start] in "Ss" and not text[start - 1 : start].isalnum():
            found.append((start, match.end(), "s" in match.group()))
    return sorted(found)


def _allowed(text: str, start: int, end: int) -> bool:
    """Whether a section there can be one of a statute, by the words next to it."""
    if text.startswith(",", end) and _NO_SECTION_AFTER.match(text, end):
        return False
    last = start
    while last > 0 and text[last - 1].isspace():
        last -= 1
    before = text[max(0, last - 80) : last]
    if _REPEATS.search(before[-6:]):
        return False
    word = before[-24:].rsplit(None, 1)[-1] if before else ""
    bare = word.lstrip("([{\"“'‘—–-")
    if bare[-1:].isalpha():
        if bare[0].islower() or bare.lower() in words("sentence"):
            return True  # most: "under § 1983"
        # A title stands before it, but for initials and codes without their State: "ERISA § 502", "Penal Code § 187".
        return bool(_INITIALS.match(bare) or bare in ("Code", "Statutes")) and not _UNIFORM.search(
            before
        )
    if word[-1:] in (",", ")", ".", ";") and _is_other(before):
        return False
    if bare.endswith(".") and bare[0].isupper():
        return len(bare) > 2 and bare[:-1].lower() not in words("title-abbreviations")
    return True


def _is_other(before: str) -> bool:
    """Whether what ends there with a mark has sections and is no statute: a constitution, bill, book, newspaper."""
    if before.endswith(")"):  # the year of a book: "(3d ed. 1986) § 4.2"
        return before[-5:-1].isdigit() and "(" in before[-48:]
    last = [word.strip('(["“') for word in before[-56:].split()[-5:]]
    bare = [word.rstrip(",;").lower() for word in last]
    if not last:
        return False
    articles = words("articles")
    if bare[-1] in articles:
        return True
    if len(bare) > 1 and bare[-2] in articles and _ORDINAL.match(last[-1].rstrip(",;.")):
        return True
    if not last[-1].endswith(","):
        return False
    title = last[-1][0].isupper() and bare[-1] in words("book-endings")
    if bare[-1] in words("not-of-a-statute") or title or (bare[-2:-1] and bare[-2] == "ch."):
        return True
    year = bare[-1].isdigit() and len(bare[-1]) == 4 and len(last) > 1 and last[-2].endswith(",")
    return year or "id.," in (word.lower() for word in last)


def _mention(text: str, start: int, sections: Sections, plural: bool) -> Mention | None:
    end, key = sections.end, sections.text
    of = _OF.match(text, end)
    if of and (coded := _of_code(text, start, sections, plural)):
        return coded
    before = text[max(0, start - 64) : start]
    if before[-4:].rstrip()[-1:].isupper() and (initials := _INITIALS_BEFORE.search(before)):
        return _of_initials(
            text, start - len(initials.group()), end, initials["name"], sections, end, plural
        )
    if before.rstrip(" ,").endswith(("Code", "Ann.", "Statutes")) and (
        unnamed := _CODE_BEFORE.search(before)
    ):  # the Penal Code of a State that the text does not say
        name, begin = " ".join(unnamed.group().split()).rstrip(","), start - len(unnamed.group())
        if code := code_name(name):  # "Indiana Code section 31-16-6-2"
            return _full(begin, end, f"{code} {signed(_sign(plural), sections)}")
        return _of(begin, end, key, name)
    if of is None:
        return Mention(start, end, "statute", key=key)
    what, after = of["what"], (of["next"] or "").strip()
    what = re.sub(r"['’]s?$", "", what)
    if words("no-statute") & {what.lower(), after.lower()}:
        return None
    law_end = of.start("what") + len(what)
    if what in _ACTS and not after[:1].isupper():
        return _of(start, law_end, key, f"the {(of['sort'] or '').strip()} Act".replace("  ", " "))
    if (of["sort"] or "")[:1].isdigit():  # "of the 1934 enactment": not the law last cited
        return _of(start, law_end, key, f"the {of['sort'].strip()} {what}")
    if what.lower() in words("at-hand") and of["which"] and not after[:1].isupper():
        return Mention(start, law_end, "statute", key=key)
    if _INITIALS.match(what) and of["which"]:
        return _of_initials(text, start, law_end, what, sections, law_end, plural)
    return Mention(start, end, "statute", key=key)


def _of_code(text: str, start: int, sections: Sections, plural: bool) -> Mention | None:
    """A section of a title or of a code that is named behind it."""
    end = sections.end
    if title := _TITLE_OF.match(text, end):
        law = f"{int(title['title'])} U.S.C.{' App.' if title['app'] else ''}"
        return _full(start, title.end(), f"{law} {signed('§§' if plural else '§', sections)}")
    if code := code_after(text, end):
        chapter = _PLACE_BEFORE.search(text, max(0, start - 24), start)
        where = (
            f" {'tit.' if chapter['sort'][0] in 'Tt' else 'ch.'} {chapter['number']},"
            if chapter
            else ""
        )
        begin = chapter.start() if chapter else start
        return _full(begin, code.end, f"{code.name}{where} {signed(_sign(plural), sections)}")
    if named := _CODE_OF.match(text, end):
        federal = _FEDERAL_CODES.get(named["code"].split()[0])
        if federal:
            return _full(
                start, named.end(), f"{federal} {signed('§§' if plural else '§', sections)}"
            )
        return _of(start, named.end(), sections.text, "the " + " ".join(named["code"].split()))
    return None


def _of_initials(
    text: str, start: int, end: int, initials: str, sections: Sections, cited: int, plural: bool
) -> Mention:
    """A section of an act that is called by initials: those that everybody knows, else those of this text."""
    act = known_act(initials)
    if act is None:
        return _of(start, end, sections.text, f"the {initials}")
    authority = section_of(act.name, sections.text, text, cited, several=plural)
    return Mention(start, end, "statute", authority, name=initials, method="citation")


def _of(start: int, end: int, sections: str, law: str) -> Mention:
    return Mention(start, end, "statute", name=law, key=f"{sections} of {law}")


def _full(start: int, end: int, key: str) -> Mention:
    return Mention(start, end, "statute", Authority("statute", key), method="citation")


def _going_on(found: Mention, before: Mention, plural: bool) -> Mention:
    """The section with the title of the citation it goes on from, where its number is of the same build."""
    match = _TITLED.match(before.authority.key) if before.authority else None
    if match is None or not found.key or _build(match["first"]) != _build(found.key):
        return found
    sign = _sign(plural)
    return replace(
        found,
        authority=Authority("statute", f"{match['law']} {sign} {found.key}"),
        key=None,
        method="citation",
    )


def _sign(plural: bool) -> str:
    return "§§" if plural else "§"


def _build(section: str) -> str:
    """How a number looks: ``1983`` → ``0000``, ``39-2-203(j)`` → ``0-0-0``; in one code neighbours look alike."""
    number = base(section.split(",", maxsplit=1)[0])
    return (
        re.sub(r"\d+", "0", number) if re.search(r"[-.:]", number) else re.sub(r"\d", "0", number)
    )
