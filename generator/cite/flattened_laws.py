"""What a flattened text has kept of its laws: ``cal.penal code ann.a``, ``fed.rule evid.b``, ``stat.``, ``a,d``.

All figures and signs are lost, so hardly any remnant tells its law; ``complete_law`` finds it among laws that are
known from elsewhere.  Of ``U. S. C.`` nothing is left: the only trace of such a citation are the letters of its
subsections (``26 U. S. C. §§ 5845(a), 5861(d)`` → ``a,d``), and of one without subsections there is none.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from generator.cite.act_table import known_act, named_acts
from generator.cite.code_names import code_letters, code_name, known_code, state_named
from generator.cite.flattened_letters import PUBLISHER, find_letters, grouped, read_letters
from generator.cite.rules import set_of
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACE = re.compile(r",? ?(?:tit|arts?|ch|rule)(?:\.|(?=[ ,]))")
_ANCHOR = re.compile(
    r"(?:code|stat|laws|rules?|cfr|fed\. ?reg|exec\. ?order|treas\. ?reg|act|amendments(?= of[.,\n]))(?![a-z])"
)
_MORE_OF_CODE = re.compile(
    r"(?:[. ] ?(?:crim|civ)\. ?proc|[. ] ?evid)?(?:[. ] ?serv)?(?:[. ] ?ann(?:o|otated)?(?![a-z]))?\.?"
)
_CODE_WORDS_BEFORE, _ACT_WORDS_BEFORE = 5, 9
# States that have no shorter name: nothing marks "ohio" as part of a citation but the code's name behind it.
_UNSHORTENED = frozenset(("alaska", "guam", "hawaii", "idaho", "iowa", "ohio", "utah"))
_KIND = re.compile(
    r"(?:\.| )\s?(?P<kind>(?:of )?(?:civil|criminal|appellate|bankruptcy) procedure|(?:of )?evidence|of court|"
    r"of professional conduct|(?:civ|crim|app|juv|bankr|bkrtcy)\.\s?proc|evid)(?P<stop>\.)?(?(stop)|(?![a-z]))"
)
_RULES_BEFORE = re.compile(r"(?:^|(?<=[^a-z]))(fed|federal|sup\.\s?ct|[a-z]+)[. ]{1,2}$")
_OTHERS = {
    "cfr": "C.F.R.",
    "fed.reg": "Fed. Reg.",
    "exec.order": "Exec. Order",
    "treas.reg": "Treas. Reg.",
}
_INITIAL = re.compile(r"(?:^|[^a-z])(?P<letter>[nrswd])\. ?$")
_ORPHAN = re.compile(r" of(?=[.,\n]|$)")  # "civil rights act of", its year is lost
_RULE_LETTER = re.compile(r" [b-h](?=[.,\n]|$| [a-z]{2,})")
_SECTION_OF = re.compile(
    r"(?:(?<![a-z])(?:sections?|titles? (?P<title>[ivxl]{1,5}))(?: (?P<letters>[a-z](?:[ ,][a-z])*))?|"
    r"(?<![a-z])(?P<alone>[b-z](?:[ ,] ?[a-z])*)) of the $"
)
_REMNANT = re.compile(r"(?P<code>.*?)\s*(?P<letters>(?:\([a-z]+\))(?:(?:, )?\([a-z]+\))*)?$")


def find_flattened_laws(text: str) -> list[Mention]:
    """What is left of statutes and rules in a text of the flattened dialect, sorted; spans as the remnant is printed.

    ``key`` is the code and the letters that survive (``Cal. Penal Code (a)``, ``Fed. R. Evid. (a)(b)(i)``, ``(a),
    (d)``), for ``complete_law``; ``authority`` is set only for acts named as a whole.  A letter alone counts between
    two marks (``.b.``), and in running text only between words that go with a section (``under b,``): letters are
    also what is left of "[b]ecause", of the parts of a syllabus, of exhibits and reporters.
    """
    out: list[Mention] = []
    end = 0
    for match in _ANCHOR.finditer(text):
        if match.start() < end or text[match.start() - 1 : match.start()].isalpha():
            continue
        found = _anchored(text, match, end)
        if found:
            out.append(found)
            end = found.end
    out += find_letters(text)
    return _apart(out)


def _apart(found: list[Mention]) -> list[Mention]:
    """Sorted, without overlap: of two that overlap the first, of two that begin together the longer."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not out or mention.start >= out[-1].end:
            out.append(mention)
    return out


def complete_law(key: str, known: Sequence[Authority]) -> tuple[Authority, ...]:
    """The laws among ``known`` that a remnant can be: of the same code, with the same letters in the same order.

    One: it is that; several: ambiguous, unless one is the set as a whole; none: unresolved.  Letters without a code can
    only be of the U.S. Code, whose name is lost, and must be two at least: a single letter fits too much.
    """
    match = _REMNANT.match(key)
    if match is None:
        return ()
    letters = tuple(
        tuple(re.findall(r"\((\w+)\)", group)) for group in (match["letters"] or "").split(", ")
    )
    code = match["code"]
    if not code and sum(map(len, letters)) < 2:
        return ()
    out: dict[str, Authority] = {}
    for authority in known:
        if authority.kind not in ("statute", "rule"):
            continue
        for spelled in (authority.key, authority.name or ""):
            its_code, its_letters = _lettered(spelled)
            if its_letters == letters and (
                its_code == code if code else its_code.endswith("U.S.C.")
            ):
                out.setdefault(authority.key, authority)
    return (out[code],) if code in out else tuple(out.values())


@functools.lru_cache(maxsize=4096)
def _lettered(spelled: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """A law's code without figures, and the letters of its subsections, as a flattened text would have them."""
    match = re.match(
        r"(?P<code>.*?\D)\s?(?:(?:§§?|¶¶?|arts?\.|pts?\.)\s|(?<=\.\s))(?P<sections>\d.*)$", spelled
    )
    if match is None:
        return spelled, ((),)
    code = re.sub(
        r"^\d+ (?=C\.F\.R\.|Fed\. Reg\.|Stat\.)|(?: tit\. \w+,| ch\. \w+,| art\. \w+,)",
        "",
        match["code"],
    ).strip()
    groups = [re.findall(r"\(([A-Za-z]+)\)", part) for part in match["sections"].split(", ")]
    return code, tuple(tuple(sub.lower() for sub in group) for group in groups)


def _anchored(text: str, match: re.Match[str], low: int) -> Mention | None:
    word = match.group()
    if word in ("code", "stat", "laws"):
        return _code(text, match, low) or (_session_law(text, match) if word == "stat" else None)
    if word in ("rule", "rules"):
        return _rule(text, match, low)
    if word in ("act", "amendments"):
        return _act(text, match, low)
    end = match.end() + text.startswith(".", match.end()) * ("." in word)
    letters, end = read_letters(text, end)
    return Mention(
        match.start(), end, "statute", key=f"{_OTHERS[word.replace(' ', '')]} {letters}".strip()
    )


def _word_before(text: str, at: int, low: int) -> tuple[int, str, str] | None:
    """The word that ends at ``at`` or before a full stop or blank there: its place, itself, and what joins them."""
    chunk = text[max(low, at - 24) : at]
    word = chunk.rstrip(" .")
    cut = max(word.rfind(" "), word.rfind("."), word.rfind(","), word.rfind("\n")) + 1
    joint = chunk[len(word) :]
    if not word[cut:].isalpha() or len(joint) > 2:
        return None
    return at - len(chunk) + cut, word[cut:], joint[:1]


def _code(text: str, match: re.Match[str], low: int) -> Mention | None:
    """A state code: "cal.penal code ann.b west", "tex.code crim.proc.art.a vernon supp.", "fla.stat."."""
    start = match.start()
    for _ in range(_CODE_WORDS_BEFORE):
        before = _word_before(text, start, low)
        if before is None:
            return None
        start, word, joint = before
        if word in ("code", "laws", "the", "see"):
            return None
        state = state_named(word)
        if joint == "." and (
            initial := _INITIAL.search(text, max(low, start - 4), start)
        ):  # "n.y.penal law"
            start, state = initial.start("letter"), state_named(initial["letter"] + word)
        if state and (joint == "." or word in _UNSHORTENED):
            break
    else:
        return None
    more = _MORE_OF_CODE.match(text, match.end())
    end = more.end() if more else match.end()
    printed = text[start:end]
    bare = printed.removesuffix(".").removesuffix("ann").replace(".", " ").title()
    name = known_code(code_letters(printed)) or code_name(bare) or printed
    letters, end = _tail(text, end)
    return Mention(start, end, "statute", key=f"{name} {letters}".strip())


def _session_law(text: str, match: re.Match[str]) -> Mention | None:
    """The "stat.", with the chapter before it, that is left of "ch. 22, 17 Stat. 13"."""
    if text[match.end() : match.end() + 1] != ".":
        return None
    before = text[max(0, match.start() - 8) : match.start()]
    if before.rstrip().endswith(("rev.", "gen.", "comp.", "cons.", "ann.")):
        return None
    start = match.start()
    if before.rstrip().endswith("ch."):
        start -= len(before) - before.rindex("ch.")
    return Mention(start, match.end() + 1, "statute", key="Stat.")


def _rule(text: str, match: re.Match[str], low: int) -> Mention | None:
    kind = _KIND.match(text, match.end())
    before = _RULES_BEFORE.search(text, max(low, match.start() - 16), match.start())
    key = None
    if before:
        whose = (
            "Fed."
            if before[1] in ("fed", "federal")
            else state_named(before[1]) or ("Sup. Ct." if "sup" in before[1] else "")
        )
        key = set_of(whose, kind["kind"] if kind else "") if whose else None
    if key and before:
        letters, end = _tail(text, kind.end() if kind else match.end())
        if kind and not letters and match.group() == "rules" and kind["kind"].startswith("of "):
            return Mention(before.start(1), end, "rule", Authority("rule", key), method="name")
        return Mention(before.start(1), end, "rule", key=f"{key} {letters}".strip())
    if kind is None and match.group() == "rule" and (one := _RULE_LETTER.match(text, match.end())):
        return Mention(match.start(), one.end(), "rule", key=f"({one.group().strip()})")
    return None


def _act(text: str, match: re.Match[str], low: int) -> Mention | None:
    """An act of the table by its name; the year is lost."""
    start, found = match.start(), None
    for count in range(_ACT_WORDS_BEFORE):
        before = _word_before(text, start, low)
        if before is None or before[2] != " " or before[1] == "the":
            break
        start = before[0]
        if named_acts(text[start : match.end()]) and (
            count or text[max(0, start - 4) : start] == "the "
        ):
            found = start
    if found is None:
        return None
    name = text[found : match.end()]
    rows, start, end = named_acts(name), found, match.end()
    section = _SECTION_OF.search(text, max(low, start - 40), start)
    letters = ""
    if section:
        titled = f"title {section['title']} of the {name}" if section["title"] else ""
        start, letters = section.start(), section["letters"] or section["alone"] or ""
        if titled:
            rows = named_acts(titled) or rows
    if following := _ORPHAN.match(text, end):
        end = following.end()
    act = rows[0] if len(rows) == 1 else known_act(name)
    before = _word_before(text, found, low)
    if before and state_named(before[1]):  # a State's own
        return Mention(start, end, "statute", name=name, key=f"{before[1]} {name}")
    if section and not (act and act.name.startswith("Title")):
        # Which section, the text has lost: the act as a whole would be the wrong answer.
        key = f"{act.name if act else name} {grouped(letters)}".strip()
        return Mention(start, end, "statute", name=name, key=key)
    if act:
        return Mention(start, end, "statute", act.authority, name=name, method="name")
    fits = tuple(row.authority for row in rows)
    return Mention(start, end, "statute", candidates=fits, name=name, key=name, method="name")


def _tail(text: str, end: int) -> tuple[str, int]:
    """Letters, publisher and "supp." behind a code: the letters as keys have them, and the end."""
    for _ in range(2):
        if place := _PLACE.match(text, end):
            end = place.end()
    letters, end = read_letters(text, end)
    for _ in range(4):
        publisher = PUBLISHER.match(text, end)
        if publisher is None:
            break
        end = publisher.end()
    return letters, end
