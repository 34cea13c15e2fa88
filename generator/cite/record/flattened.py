"""The record in flattened text: all lower case, pages lost.

The cleaning puts back the blank behind a mark; both spellings are read ("app.to pet.for cert.", "app. to pet. for
cert.").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.cite.mentions import in_order
from generator.model import Authority, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOT = r"(?:\.\s?|\s)"
_LIST = r"(?:[.,]\s?|\s)"
_END = r"(?=\s?[.,;)]|\s?$)"
# Where a citation stands: at the block's beginning, behind a stop, behind a signal.
_CITED = re.compile(
    r"(?:^|[.,;?!:)(]\s{0,2}|\b(?:see|also|cf|compare|with|and|quoting|citing|e\.\s?g|accord|from"
    r"|in|but|reply|supp|curiae|omitted|added)[.,]?\s{1,2})$"
)
_PARTY = (
    r"(?:the )?(?:(?:private|state|federal|individual|county|city|municipal) )?"
    r"(?:pe ?ti ?tion ?ers?|re ?spon ?dents?|ap ?pel ?l(?:ant|ee)s?|united states|government"
    r"|plaintiffs?|defendants?|state of [a-z]+)"
)
# "brief for petitioner brief for united states as amicus curiae": what divides two of them is lost.
_NO_OTHER = r"(?!(?:brief|see|citing|quoting|compare)\b)"
_BRIEF = re.compile(
    rf"(?:(?:reply|supp(?:lemental\b|{_DOT})|opening)\s?)?brief(?:"
    rf" (?:for|of) (?:(?:{_NO_OTHER}[a-z0-9'’&-]+[ .,]{{1,2}}){{1,18}}?as am ?ic(?:us|i) cu ?riae\b"
    rf"|{_PARTY}\b|(?:[a-z'’&-]+ ){{0,7}}[a-z'’&-]+{_END})(?: in(?: no\b\.?)?{_END}(?:,\s?pp?\.)?)?"
    rf"| in op ?position\b)|reply brief{_END}"
)
_CERT = rf"pet{_DOT}for (?:cert|rehearing)\b\.?"
_APP = re.compile(
    rf"app\b(?:{_DOT}to {_CERT}|{_DOT}to juris{_DOT}statement\b\.?"
    rf"|{_DOT}to (?:reply to )?brief in op ?position\b"
    r"|\.(?!\s?(?:proc|div|panel|ct|dec|d\.\s?c|cas)\b)"
    r"|(?=,|$| (?:see|internal|emphasis|quoting|citing)\b))"
)
_COURTS = re.compile(
    r"\b(?:crim|civ|ct|bkrtcy|bankr|fed|sup|super|dist|ala|ariz|ark|cal|colo|conn|del|fla|ga|haw"
    r"|ill|ind|kan|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|vt|va|wash"
    r"|wis|wyo|rules?|ussg|u\.\s?s\.\s?c|usc)[. ]{1,3}$"
)
_TR = re.compile(
    rf"tr\.(?:\s?of (?:oral (?:re)?arg(?:ument)?\b\.?|[a-z]+(?: hearing)?{_END})|(?!\s?co\b))"
)
_EXH = r"exhs?\b\.?(?:\s?(?!p\.)[a-z]\b(?!\.\s?[a-z]\.))?"
_OTHER = re.compile(
    rf"{_CERT}|juris{_DOT}statement\b\.?|(?:joint\s|supp{_DOT})app\.|{_EXH}|lodging{_END}"
    r"|complaint(?=,\s?app\b)"
)
_PAGE = r"(?:(?:,\s?)?(?:pp?\.|at\b)|\s(?:pp?\.|at\b))?"
_RECORD = re.compile(
    r"record(?: in nos?\.[^;:?!]{0,60}?hereinafter record)?"
    rf"{_LIST}(?:docs?\b(?:{_LIST}?\(?{_EXH}|\.)?|{_EXH}){_PAGE}"
    rf"|docs?\.(?:\s?{_EXH})?{_PAGE}|record(?=\.)"
)
_WHOLE_SENTENCE = re.compile(r"(?:[.?!]\s{0,2}|\bsee\s|\balso\s)$")


def stands_cited(text: str, at: int) -> bool:
    """Whether what begins at ``at`` stands where a citation does: behind a stop or a signal."""
    return bool(_CITED.search(text, max(0, at - 16), at))


def find_flattened_record(text: str) -> list[Mention]:
    """Mentions of kind ``record`` in flattened text, in order; none has a ``pin``.

    A period that belongs to an abbreviation is inside ("app."), one that ends the sentence is not ("brief for
    respondents").  Ordinary words need the place of a citation: behind a stop or a signal.
    """
    found: list[Mention] = []
    if "app" in text:
        found += _appendices(text)
    if "brief" in text:
        for match in _BRIEF.finditer(text):
            if " as am" in match.group() or stands_cited(text, match.start()):
                found.append(_mention(match))
    if "tr." in text:
        found += [_mention(m) for m in _TR.finditer(text) if stands_cited(text, m.start())]
    if any(word in text for word in ("pet.", "juris", "app.", "exh", "lodging", "complaint,")):
        found += [_mention(m) for m in _OTHER.finditer(text) if stands_cited(text, m.start())]
    if "record" in text or "doc" in text:
        found += [_mention(m) for m in _RECORD.finditer(text) if _document(text, m)]
    return in_order(found)


def _appendices(text: str) -> Iterator[Mention]:
    """``app.`` and ``app. to pet. for cert.``, but not the courts of appeals of the States nor the rules of appeal."""
    for match in _APP.finditer(text):
        at, short = match.start(), match.group().rstrip(".") == "app"
        if text[at - 1 : at].isalnum() or text[at - 1 : at] in ("’", "'", "-"):
            continue
        if short and _COURTS.search(text, max(0, at - 14), at):
            continue
        if match.group() != "app" or stands_cited(text, at):
            yield _mention(match)


def _document(text: str, match: re.Match[str]) -> bool:
    """Whether ``record`` or ``doc.`` stands as a citation; alone, as a whole sentence ("fired. record. see also")."""
    before = text[max(0, match.start() - 16) : match.start()]
    if match.group().startswith("doc"):
        cited = _CITED.search(before) or before.endswith("at ")
        return bool(cited) and not re.search(r"\b[a-z]\.\s?$", before)
    if match.group() == "record":
        return bool(_WHOLE_SENTENCE.search(before))
    return bool(_CITED.search(before)) and not re.search(r"\b(?:the|of)\s$", before)


def _mention(match: re.Match[str]) -> Mention:
    """The mention of a match, under the key as the Court prints it."""
    key = canonical(match.group())
    return Mention(match.start(), match.end(), "record", Authority("record", key))


_FORMS = {  # letters only
    "app": "App.",
    "apptopetforcert": "App. to Pet. for Cert.",
    "apptopetforrehearing": "App. to Pet. for Rehearing",
    "apptojurisstatement": "App. to Juris. Statement",
    "apptoreplytobriefinopposition": "App. to Reply to Brief in Opposition",
    "apptobriefinopposition": "App. to Brief in Opposition",
    "petforcert": "Pet. for Cert.",
    "petforrehearing": "Pet. for Rehearing",
    "jurisstatement": "Juris. Statement",
    "troforalarg": "Tr. of Oral Arg.",
    "troforalargument": "Tr. of Oral Arg.",
    "troforalrearg": "Tr. of Oral Rearg.",
    "tr": "Tr.",
    "jointapp": "Joint App.",
    "suppapp": "Supp. App.",
}
_SMALL = frozenset("for of in as the and to et al on at by v".split())
# The halves of words that were divided at the end of a line.
_DIVIDED = re.compile(
    r"(?<=\bpe) (?=ti)|(?<=\bpeti) (?=tion)|(?<=petition) (?=er)|(?<=\bre) (?=spon)"
    r"|(?<=respon) (?=dent)|(?<=\bop) (?=position)|(?<=\bam) (?=ic)|(?<=\bcu) (?=riae)"
)


def canonical(printed: str) -> str:
    """The key of a flattened form: ``brief for united states as amicus curiae`` → ``Brief for United States as Amicus
    Curiae``.
    """
    known = _FORMS.get(re.sub(r"[\s.,]+", "", printed))
    if known:
        return known
    if printed.startswith(("record", "doc", "exh")):
        item = re.search(r"\bexhs?\.?\s?(?!p\.)([a-z])\b", printed)
        exhibit = f"Exh. {item[1].upper()}" if item else "Exh."
        if printed.startswith("exh"):
            return exhibit
        document = "Record" if printed.startswith("record") else "Doc."
        document += ", Doc." if document == "Record" and "doc" in printed else ""
        return f"{document} ({exhibit})" if item else document
    words = re.sub(
        r" in(?: no)?\.?(?:,\s?pp?)?\.?$", "", re.sub(r"\bet as\b", "et al. as", printed)
    )
    words = re.sub(r"\b(for|of) the ", r"\1 ", _DIVIDED.sub("", words)).rstrip(",.")
    return re.sub(r"[^\s.,]+", lambda m: m[0] if m[0] in _SMALL else m[0].capitalize(), words)
