"""Rules of courts: ``Fed. Rule Civ. Proc. 56(c)``, ``Federal Rule of Evidence 404(b)``, ``this Court's Rule 10``.

The sets of rules are in ``generator/data/court_rules.tsv``; keys follow Bluebook Rule 12.9.3 (``Fed. R. Evid.
404(b)``).  A bare "Rule 11" has no authority but its number as ``key``, to be settled by ``rules_for``.  Rules of the
Securities and Exchange Commission ("Rule 10b-5") are regulations and mentions of kind ``statute``.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.cite.code_names import code_letters, state_named, state_names
from generator.cite.law_words import words
from generator.cite.sections import base, read_sections
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RULE = re.compile(r"R(?:ules?\b|\.(?=\s{0,2}(?:Civ|Crim|Evid|App|Bankr|Ct|Juv|Prof)\b))")
# What may stand between "Rule" and its number, as far as the name of the set goes.
_KIND = re.compile(  # without a blank only behind "R.": "Fed.R.Civ.P. 26"
    r"(?:\s{1,3}|(?<=R\.))(?P<kind>(?:of\s{1,3})?(?:Civil|Criminal|Appellate|Bankruptcy|Juvenile)\s{1,3}Procedure|(?:of\s{1,3})?Evidence|of\s{1,3}Court|of\s{1,3}Ct\.|"
    r"(?:of\s{1,3})?Prof(?:essional|\.)\s{1,3}Conduct|(?:Civ|Crim|App|Bankr|Bkrtcy|Juv)\.\s{0,3}P(?:roc)?\.|Evid\.|Ct\.)(?!\w)"
)
_NUMBER = re.compile(r",?\s{1,3}(?:Rules?\s{1,3}|No\.\s{1,3})?(?=\d)")
_BEFORE = re.compile(r"(?P<whose>(?:[\w.,&’'-]+\s{1,3}){0,5}[\w.&’'-]+)\s{1,3}$")
_OF_THE_RULES = re.compile(
    r"(?:,|\s{1,3}(?:of|under))\s{1,3}(?:the\s{1,3})?(?P<named>(?P<whose>[A-Z][\w.]*(?:\s{1,3}[A-Z][\w.]*){0,2})\s{1,3}(?P<word>Rules?)\b(?P<kind>"
    + _KIND.pattern.replace("?P<kind>", "?:")
    + r")?)"
)
_OF_THIS_COURT = re.compile(
    r"\s{1,3}of\s{1,3}(?:this\s{1,3}Court(?:['’]s\s{1,3}Rules)?|the\s{1,3}Supreme\s{1,3}Court|our\s{1,3}Rules)\b(?!\s{1,3}of\s)"
)
_COMMISSION = re.compile(r"(?:10b|13d|13e|14a|14d|14e|16b)[-\u2010-\u2015]\d{1,2}$")
# Kinds before "Rule" that tell the set, but not whose it is: "Civil Rule 54", "Criminal Rule 32".
_ADJECTIVES = {
    "Civil": "Civ. P.", "Criminal": "Crim. P.", "Appellate": "App. P.", "Evidence": "Evid.", "Bankruptcy": "Bankr. P.",
}  # fmt: skip
_LOCAL = frozenset(("Local", "Circuit", "District"))
_NAME_BEFORE = re.compile(r"(?P<word>[A-Z][\w.&’'-]*)\s{1,3}$")
_SET = re.compile(r"(?P<set>R\. Governing § 2254 Cases|\D+) (?P<number>\d.*)$")


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One row of the table."""

    key: str
    whose: tuple[str, ...]
    kind: tuple[str, ...]
    alone: tuple[str, ...]
    first: int | None
    last: int | None


def find_rules(text: str) -> list[Mention]:
    """Rules of courts in ``text``, sorted: with their set, bare, and sets as a whole ("Federal Rules of Evidence").

    A list behind one "Rules" is one mention ("Fed. Rules Civ. Proc. 8(c) and 12(b)"), as with sections of statutes.
    """
    if not any(sign in text for sign in ("Rule", "R.", "FR", "DR ")):
        return []
    out: list[Mention] = []
    alone = list(_named_alone(text))
    end = 0
    for match in _RULE.finditer(text):
        while alone and alone[0].start <= match.end():
            out.append(alone.pop(0))
            end = out[-1].end
        if match.start() < end or text[match.start() - 1 : match.start()].isalnum():
            continue
        found = _mention(text, match, end)
        if found:
            out.append(found)
            end = found.end
    return out + [found for found in alone if found.start >= end]


def rules_for(number: str, cited: Sequence[Authority]) -> Authority | None:
    """The rule that a bare number stands for, given what was cited before it, in order.

    ``number`` is the ``key`` of a bare mention: ``23(b)(3)``, ``8(c), 12(b)``, or with the kind of the set, ``Civ. P.
    54``, or whose it is, ``Fed. R. 41(b)``.  The rule belongs to the set last cited with that same rule (as with
    sections, Bluebook Rule 12.10).  Else, where no other set was cited, to the one that was named as a whole ("the
    Federal Rules of Evidence") or whose kind was said, if it can have the number.  Otherwise ``None``: that Rule 4 of
    one set was cited says nothing of Rule 35.
    """
    wanted, _, number = number.rpartition(" R. ") if " R. " in number else ("", "", number)
    kind, number = (m[1], m[2]) if (m := re.match(r"(\D+\.) (\d.*)", number)) else ("", number)
    if kind == "Local":
        return None
    first = base(number.split(",")[0])
    others: set[str] = set()
    single: set[str] = set()
    for authority in reversed(cited):
        if authority.kind != "rule":
            continue
        match = _SET.match(authority.key)
        name = match["set"] if match else authority.key
        if not name.startswith(wanted) or (kind and not name.endswith(kind)):
            continue
        if match and any(base(part) == first for part in match["number"].split(", ")):
            return (
                authority
                if authority.key == f"{name} {number}"
                else Authority("rule", f"{name} {number}")
            )
        # A set cited for one of its rules says nothing of others; one that is named as a whole does.
        (others if kind or not match else single).add(name)
    if single - others:
        return None
    fits = [name for name in others if name and _can_have(name, first)]
    return Authority("rule", f"{fits[0]} {number}") if len(others) == len(fits) == 1 else None


@functools.cache
def rule_sets() -> tuple[RuleSet, ...]:
    """The table.  ``ValueError`` when a row is malformed."""
    from importlib.resources import files

    text = files("generator").joinpath("data/court_rules.tsv").read_text(encoding="utf-8")
    cells = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if any(len(row) != 6 for row in cells):
        raise ValueError("court_rules.tsv: every row has six cells")

    def names(cell: str) -> tuple[str, ...]:
        return tuple(filter(None, cell.split("; ")))

    return tuple(
        RuleSet(
            r[0],
            names(r[1]),
            names(r[2]),
            names(r[3]),
            int(r[4]) if r[4] else None,
            int(r[5]) if r[5] else None,
        )
        for r in cells[1:]
    )


def set_of(whose: str, kind: str) -> str | None:
    """The key of the set with these words before and behind "Rule": ``Fed.``, ``Civ. Proc.`` → ``Fed. R. Civ. P.``"""
    known = _sets()
    kind = code_letters(kind)
    if key := known.get((code_letters(whose), kind)):
        return key
    for court in (" Sup. Ct.", " Supreme Court", " Ct.", " Court", ""):
        state = state_named(whose.removesuffix(court)) if whose.endswith(court) else None
        if state and (key := known.get(("*" + code_letters(court), kind))):
            return key.replace("*", state)
    return None


@functools.cache
def _sets() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for rule_set in rule_sets():
        for whose in rule_set.whose:
            for kind in rule_set.kind or ("",):
                letters = ("*" if whose[0] == "*" else "") + code_letters(whose)
                out.setdefault((letters, code_letters(kind)), rule_set.key)
    return out


def _can_have(name: str, number: str) -> bool:
    """Whether a set can have a rule of that number; a set whose numbers are unknown can have any."""
    figures = re.match(r"\d+", number)
    for rule_set in rule_sets():
        if (
            rule_set.key == name
            and rule_set.first is not None
            and rule_set.last is not None
            and figures
        ):
            return rule_set.first <= int(figures.group()) <= rule_set.last
    return True


def _mention(text: str, match: re.Match[str], low: int) -> Mention | None:
    plural = match.group() == "Rules"
    kind = _KIND.match(text, match.end())
    name_end = kind.end() if kind else match.end()
    window = text[max(low, match.start() - 60) : match.start()]
    start, key = _set_before(window, " ".join(kind["kind"].split()) if kind else "")
    start = match.start() - len(window) + start if key else match.start()
    number = _NUMBER.match(text, name_end)
    rules = (
        read_sections(text, number.end(), several=plural or "Rules" in number.group())
        if number
        else None
    )
    if key:
        if rules is None:  # the set as a whole; a court's rules without a kind are no name
            return (
                Mention(start, name_end, "rule", Authority("rule", key), method="citation")
                if kind and plural
                else None
            )
        return _full(start, rules.end, f"{key} {rules.text}")
    if rules is None or (kind and not kind["kind"].startswith("of ")):
        return None
    if kind:  # "Rule of Criminal Procedure 45(b)": whose, the text does not say
        return Mention(
            match.start(), rules.end, "rule", key=f"{_kind_key(kind['kind'])}{rules.text}"
        )
    if _COMMISSION.match(rules.text):
        commission = re.search(r"\bSEC\s{1,3}$", window)
        start -= len(commission.group()) if commission else 0
        name = re.sub(r"[\u2010-\u2015]", "-", rules.text)
        return Mention(
            start,
            rules.end,
            "statute",
            Authority("statute", f"17 C.F.R. § 240.{name}"),
            method="citation",
        )
    if behind := _OF_THE_RULES.match(text, rules.end):
        named = (behind["kind"] or "").strip()
        if key := set_of(behind["whose"], " ".join(named.split())):
            return _full(start, behind.end(), f"{key} {rules.text}")
    if behind := _OF_THIS_COURT.match(text, rules.end):
        return _full(start, behind.end(), f"Sup. Ct. R. {rules.text}")
    return _bare(start, rules.end, rules.text, window)


def _kind_key(kind: str) -> str:
    """How keys name a kind of rules, with a blank behind it: ``of Criminal Procedure`` → ``Crim. P.``"""
    key = set_of("Fed.", " ".join(kind.split()))
    return f"{key.removeprefix('Fed. R. ')} " if key else ""


def _bare(start: int, end: int, number: str, window: str) -> Mention | None:
    """A rule without its set.  A capital before it may say of what kind it is, or that it is no court's at all."""
    before = _NAME_BEFORE.search(window)
    if (
        before is None
        or before["word"].lower().rstrip(".") in words("sentence")
        or before["word"][-1] in ".'’"
    ):
        return Mention(start, end, "rule", key=number)
    word = before["word"]
    begin = start - len(before.group())
    if word in ("Federal", "Fed."):
        return Mention(begin, end, "rule", key=f"Fed. R. {number}")
    if word in _ADJECTIVES:
        return Mention(begin, end, "rule", key=f"{_ADJECTIVES[word]} {number}")
    if word in _LOCAL:
        return Mention(begin, end, "rule", name=f"{word} Rule", key=f"Local R. {number}")
    return None


def _set_before(window: str, kind: str) -> tuple[int, str | None]:
    """Where in ``window`` the words begin that say whose rules follow, and the key of the set."""
    bare = window.rstrip()
    end = len(bare)
    if code_letters(bare[-16:].rsplit(" ", 1)[-1]) not in _last_words():
        return 0, None
    starts: list[int] = []
    at = end
    while at > 0 and len(starts) < 4:
        begin = window.rfind(" ", 0, at) + 1
        word = window[begin:at]
        if word:
            bare = word.lstrip("([\"“'‘")
            if not bare[:1].isalpha() or word[-1] in ";:)" or (word[-1] == "," and bare != "ABA,"):
                break
            starts.append(at - len(bare))
            if bare != word:
                break
        at = begin - 1
    for start in reversed(starts):  # the longest first: "Mich. Sup. Ct." before "Sup. Ct."
        if not (window[start].isupper() or window[start:].startswith(("this ", "our "))) or window[
            start:
        ].startswith(("The ", "And ")):
            continue
        if key := set_of(" ".join(window[start:end].split()), kind):
            return start, key
    return 0, None


@functools.cache
def _last_words() -> frozenset[str]:
    """The words that can stand right before "Rule" in the name of a set, as letters."""
    names = [name.replace("*", "") for rule_set in rule_sets() for name in rule_set.whose]
    names += [name.replace(".", ". ") for name in state_names()]
    ends = [name.split()[-1] for name in names if name.strip()]
    return frozenset(code_letters(name) for name in (*ends, *state_names()))  # "N. J.", "N.J."


@functools.cache
def _alone() -> re.Pattern[str]:
    names = {name: rule_set.key for rule_set in rule_sets() for name in rule_set.alone}
    forms = "|".join(
        re.sub(r"\\?\s+", r"\\s{1,3}", re.escape(n)) for n in sorted(names, key=len, reverse=True)
    )
    return re.compile(rf"(?P<name>{forms})s?(?:\s{{1,3}}|,\s{{1,3}})(?=\d)")


def _named_alone(text: str) -> Iterator[Mention]:
    """Sets with a name of their own: "FRCP 12", "Disciplinary Rule 7-104"."""
    keys = {code_letters(name): rule_set.key for rule_set in rule_sets() for name in rule_set.alone}
    for match in _alone().finditer(text):
        rules = read_sections(text, match.end(), several=match.group().rstrip().endswith("s"))
        if rules:
            yield _full(
                match.start(), rules.end, f"{keys[code_letters(match['name'])]} {rules.text}"
            )


def _full(start: int, end: int, key: str) -> Mention:
    return Mention(start, end, "rule", Authority("rule", key), method="citation")
