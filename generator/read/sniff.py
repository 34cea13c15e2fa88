"""Which dialect a text is written in, and the evidence for it.

The questions are asked in a fixed order, from signs that nothing else has (the braces of JSON, the
tags of Lexis) to those that other texts may share; what answers none of them is ``plain``.  Only
samples of a long text are looked at, but for small JSON files, which are parsed.  What an opinion
merely quotes is never enough: a format must hold from the file's beginning to its end.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from generator.read.dialects import READABLE, Sniffed
from generator.read.websites import is_courtlistener, site_of, way_out

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = 60_000  # characters from each of the head, the middle and the tail
_PARSED = 2_000_000  # JSON up to so many characters is parsed to be sure that it is JSON


@dataclass(frozen=True, slots=True)
class _Look:
    """What the questions are put to.  ``whole`` is the text itself; ``sample`` its head, middle and
    tail, cut at lines.
    """

    whole: str
    head: str
    sample: str
    lead: str  # the beginning, without blanks and a byte-order mark
    trail: str  # the end, without blanks
    file: str

    def lines(self) -> list[str]:
        """The lines of the sample that are not blank, without the blanks around them."""
        return [line for raw in self.sample.splitlines() if (line := raw.strip(_BLANKS))]


_BLANKS = " \t\n\r\v\f\0\ufeff\xa0\u200b"


def sniff(text: str, file: str) -> Sniffed:
    """The dialect of ``text``.  ``file`` is its name, of which only the ending counts (``.md``).
    Never raises.
    """
    look = _look(text, file)
    for question in _QUESTIONS:
        if answer := question(look):
            dialect, reason = answer
            return Sniffed(dialect, reason, dialect in READABLE, way_out(dialect, look.head))
    return Sniffed(
        "plain",
        "it shows no sign of any other format, so its writings are found by their bylines",
        support=True,
    )


Answer = tuple[str, str] | None


def _look(text: str, file: str) -> _Look:
    head, parts = text[:SAMPLE], [text[:SAMPLE]]
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        parts += [_from_line(text[middle : middle + SAMPLE]), _from_line(text[-SAMPLE:])]
    else:
        parts = [text]
    return _Look(
        text, head, "\n".join(parts), head.lstrip(_BLANKS), text[-SAMPLE:].rstrip(_BLANKS), file
    )


def _from_line(stretch: str) -> str:
    """From the first whole line on: half a line may look like something that it is not."""
    return stretch.partition("\n")[2] or stretch


# --- RTF and JSON


def _rtf(look: _Look) -> Answer:
    if re.match(r"\{\\rtf\d?(?![a-z])", look.lead):
        return "rtf", "it begins with the mark of rich text, {\\rtf"
    return None


_JSON_OPENING = re.compile(
    r'(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:\s*(?:["\[{\d-]|true|false|null)'
)
_JSON_KEY = re.compile(r'(?<!\\)"(\w{1,60})"\s*:')
_HARVARD_DATA = re.compile(
    r'(?<!\\)"(?:data|casebody)"\s*:\s*"\s*(?:<\?xml[^>]{0,200}\?>(?:\s|\\n|\\r)*)?<casebody\b'
)


def _json(look: _Look) -> Answer:
    if not _JSON_OPENING.match(look.lead) or not _holds_as_json(look):
        return None
    # In a small file every key counts; in a big one those of the sample.
    text = look.whole if len(look.whole) <= _PARSED else look.sample
    keys = {match.group(1) for match in _JSON_KEY.finditer(text)}
    if _HARVARD_DATA.search(text):
        return "harvard-xml", 'it is JSON whose "casebody" holds XML of the Harvard scheme'
    if "casebody" in keys:
        return "cap", 'it is JSON with a "casebody", as the Caselaw Access Project gives it'
    if sign := next(
        (
            key
            for key in ("html_with_citations", "sub_opinions", "plain_text", "resource_uri")
            if key in keys
        ),
        None,
    ):
        return "courtlistener", f'it is JSON with a "{sign}", as CourtListener\'s API gives it'
    return "json", "it is JSON from beginning to end"


def _holds_as_json(look: _Look) -> bool:
    """Whether a text that begins like JSON is JSON to its end.  A download that broke off counts
    when it has many keys.
    """
    if len(look.whole) > _PARSED:
        return look.trail.endswith(("}", "]")) and len(_JSON_KEY.findall(look.head)) >= 3
    import json

    try:
        json.loads(look.whole.strip(_BLANKS), strict=False)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and is_json_lines(look.whole):
            return True
        broke_off = error.msg.startswith("Unterminated string") or error.pos >= len(error.doc)
        return broke_off and len(_JSON_KEY.findall(look.whole)) >= 5
    except RecursionError:  # a thousand brackets in one another: no opinion, whatever it is
        return True
    except ValueError:  # a number of thousands of digits
        return False
    return True


def is_json_lines(text: str) -> bool:
    """Whether a text is several objects of JSON, one a line: the first and the last line are looked at."""
    import json

    rows = [row for row in text.strip(_BLANKS).split("\n") if row.strip()]
    try:
        ends = [json.loads(row, strict=False) for row in (rows[0], rows[-1])]
    except (ValueError, RecursionError, IndexError):
        return False
    return len(rows) > 1 and all(isinstance(end, dict) for end in ends)


# --- tags

_LEXIS_TAG = re.compile(
    r"^[ \t]*</?(?:opinion|concur|dissent|separate|percuriam|syllabus)\b[^<>\n]*\b(?:author|text)\s*=[^<>\n]*>[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LEXIS_BY = re.compile(r"^[ \t]*(?:CONCUR|DISSENT|OPINION)[ \t]?BY:[ \t]*(?=\S)", re.MULTILINE)
_STAR_PAGE = re.compile(r"\[\*{1,4}\d{1,5}\](?!\()")


_LEXIS_TITLED = re.compile(
    r"^[ \t]*(?:Concur|Dissent|Opinion) by: (?=[^a-z\n]{3,60}$)", re.MULTILINE
)
# Lines that only Westlaw's print has.
_WESTLAW = re.compile(
    r"^[ \t]*(?:KeyCite (?:\w+ Flag|Overruling Risk)\b.*|West Headnotes(?: \(\d+\))?|West Codenotes|All Citations"
    r"|Attorneys and Law Firms|Only the Westlaw citation is currently available\."
    r"|End of Document\s*©.*)[ \t]*$",
    re.MULTILINE,
)


def _lexis_markers(look: _Look) -> Answer:
    """Tags, ``CONCUR BY:`` lines, or a first line that says OPINION and nothing else."""
    if tag := _LEXIS_TAG.search(look.sample):
        return "lexis", f"it has the tags of Lexis, such as {_quoted(tag.group())}"
    if by := _LEXIS_BY.search(look.sample) or _LEXIS_TITLED.search(look.sample):
        line = look.sample[by.start() :].splitlines()[0]
        return "lexis", f"it has the headings of Lexis, such as {_quoted(line)}"
    if sign := _WESTLAW.search(look.sample):
        return "lexis", f"it has the headings of Westlaw, such as {_quoted(sign.group())}"
    lines = look.lines()
    if lines and re.fullmatch(r"OPINION:?", lines[0]) and not _wrapped(lines):
        return (
            "lexis",
            "its first line is OPINION, and each paragraph is one line, as Lexis gives it",
        )
    return None


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines are those of a page, not of paragraphs: then OPINION is but the title that
    some courts print.
    """
    lengths = [len(line) for line in lines[1:]]
    return len(lengths) > 8 and median(lengths) < 100 and max(lengths) < 200


def _lexis_pages(look: _Look) -> Answer:
    pages = _STAR_PAGE.findall(look.sample)
    # One mark of one digit may be a note.
    if len(pages) > 1 or (pages and len(pages[0]) > 4):
        return "lexis", f"it has star pages as Lexis prints them, such as {pages[0]}"
    return None


_COLUMBIA = re.compile(
    r"<(reporter_caption|citation_line|opinion_text|opinion_byline|dissent_text|concurrence_text|footnote_body)\b"
)
_ELEMENT = re.compile(r"<([A-Za-z_][\w.-]*(?::[\w.-]+)?)(?=[\s/>])")
_PROLOGUE = re.compile(r"(?:\s+|<!--(?:(?!-->).){0,5000}-->|<\?(?:(?!\?>).){0,500}\?>)+", re.DOTALL)
_BLOCK_TAGS = frozenset(
    """html head body div p pre span section article main header table center blockquote h1 h2 h3 h4
    br hr a meta title""".split()
)
_HTML_TAG = re.compile(
    r"</?(?:" + "|".join(sorted(_BLOCK_TAGS)) + r")\b[^<>]{0,500}>", re.IGNORECASE
)


# Signs of the collections that give opinions as HTML.
_CASEBODY_HTML = re.compile(r"""<section\b[^<>]*\bclass=["']casebody["']""")
_RESOURCE_ORG = re.compile(r"""<p\b[^<>]*\bclass=["']case_cite["']""")
_COURTLISTENER_HTML = re.compile(
    r"""<(?:span\b[^<>]*\bclass=["'](?:star-pagination|citation(?: no-link)?)["']|pre class=["']inline["'])"""
)


def _tagged(look: _Look) -> Answer:
    """XML and HTML: what begins with a tag, ends with one, and has some in between."""
    if not look.lead.startswith("<"):
        return None
    if _CASEBODY_HTML.search(look.head):
        return (
            "cap",
            "it has a <section> of the class casebody, as the Caselaw Access Project gives it",
        )
    declared = look.lead.startswith("<?xml ")
    prologue = _PROLOGUE.match(look.lead)
    body = look.lead[prologue.end() :] if prologue else look.lead
    if re.match(r"<(?:!doctype\s+)?html\b", body, re.IGNORECASE):
        return _web_page(look, body)
    body = re.sub(r"^<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>\s*", "", body)
    root = _ELEMENT.match(body)
    if not root:
        return None
    name = root.group(1)
    if name == "casebody" or (declared and "HLS.Libr.US_Case_Law" in look.head):
        return "harvard-xml", "it begins with the <casebody> of the Harvard scheme"
    if name == "opinion" and (columbia := _COLUMBIA.search(look.head)):
        return (
            "columbia-xml",
            f"it is an <opinion> with a <{columbia.group(1)}>, as the Columbia collection has it",
        )
    if name.lower() in _BLOCK_TAGS and (sign := _COURTLISTENER_HTML.search(look.head)):
        return (
            "courtlistener",
            f"it is HTML with {_quoted(sign.group())}, as CourtListener gives it",
        )
    if (
        name.lower() in _BLOCK_TAGS
        and look.trail.endswith(">")
        and len(_HTML_TAG.findall(look.sample)) >= 4
    ):
        return "html", f"it begins with <{name}> and is tagged as HTML to its end"
    if look.trail.endswith((f"</{name}>", "/>")) or (declared and look.trail.endswith(">")):
        return "xml", f"it is one <{name}> element from beginning to end"
    return None


def _web_page(look: _Look, body: str) -> Answer:
    """A whole page: of CourtListener, of a collection that it has pages of, or of any other site."""
    if is_courtlistener(look.head):
        return "courtlistener", "it is a saved page of CourtListener"
    if _RESOURCE_ORG.search(look.head):
        return "courtlistener", "it is a page of public.resource.org, as CourtListener has them too"
    if sign := _COURTLISTENER_HTML.search(look.head):
        return (
            "courtlistener",
            f"it is HTML with {_quoted(sign.group())}, as CourtListener gives it",
        )
    if site := site_of(look.head):
        return "html", f"it is a page of {site}"
    if body[:2] != "<!" and len(_HTML_TAG.findall(look.sample)) < 4:
        return None
    return "html", f"it begins with {_quoted(body.partition('>')[0])}>"


_ARCHIVED = re.compile(
    r"(?:From: <Saved by|MIME-Version: 1\.0\b)(?:[^\n]*\n){1,20}?[^\n]*\bmultipart/related\b",
    re.IGNORECASE,
)


def _archived(look: _Look) -> Answer:
    if _ARCHIVED.match(look.lead):
        return "mhtml", "it begins as the archive of a web page does, with MIME headers"
    return None


# --- kinds of text

_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} +\S.*$", re.MULTILINE)
_MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|/opinion/)[^()\s]{1,300}\)")
_MARKDOWN_STRONG = re.compile(r"^\*\*[^*\n]{1,200}\*\*\s*$", re.MULTILINE)


def _markdown(look: _Look) -> Answer:
    """By its name; without it only where Markdown is all over the text, for an opinion may quote
    some.
    """
    if _MARKDOWN_NAME.search(look.file):
        return "casebook-markdown", "its name says that it is Markdown"
    headings = len(_MARKDOWN_HEADING.findall(look.sample))
    others = len(_MARKDOWN_LINK.findall(look.sample)) + len(_MARKDOWN_STRONG.findall(look.sample))
    if headings >= 3 and headings + others >= 8:
        return (
            "casebook-markdown",
            f"it has {headings} Markdown headings, and {others} links or lines in bold",
        )
    return None


# A sign of the printed page → its name.  Each is a line, so that a sentence which speaks of slip
# opinions is none.
_SLIP_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"^[ \t\f]*\(Slip Opinion\)(?:[ \t]{2,}.*)?[ \t]*$", re.MULTILINE),
        "the line “(Slip Opinion)”",
    ),
    (
        re.compile(r"^[ \t\f]*Cite as: *\d{1,4} U\. ?S\. +(?:_+|\d+) *\(\d{4}\)", re.MULTILINE),
        "running heads “Cite as: … U. S. ____”",
    ),
    (re.compile(r"\bPAGES PGT: ?[A-Z]+"), "the typesetter's mark “PAGES PGT”"),
    (
        re.compile(r"^[ \t\f]*OCTOBER TERM, \d{4}(?:[ \t]{2,}\d+)?[ \t]*$", re.MULTILINE),
        "the head “OCTOBER TERM”",
    ),
    (
        # The page number and the running head, in either order, with the case's name or blank lines
        # between.
        re.compile(
            r"^[ \t\f]*(?:\d{1,4}[ \t]*|\d{1,4}[ \t]+[A-Z][^\n]{5,90}|Cite as:[^\n]{10,60} \d{1,4}[ \t]*)\n"
            r"(?:[^\n]{0,90}\n){0,4}?[ \t]*(?:Opinion of the Court|Per Curiam|Syllabus"
            r"|(?:Opinion|Statement) of [A-Z]\w+, (?:C\. ?)?J\."
            r"|[A-Z]\w+, (?:C\. ?)?J\., (?:concurring|dissenting)[^\n]{0,40})[ \t]*$",
            re.MULTILINE,
        ),
        "running heads beside page numbers",
    ),
)


def _slip(look: _Look) -> Answer:
    found = (name for pattern, name in _SLIP_SIGNS if pattern.search(look.sample))
    signs = list(islice(found, 2))
    if look.sample.count("\f") > 1:
        signs.append("form feeds between pages")
    # Form feeds and page numbers alone are what other courts' opinions have as well.
    if len(signs) >= 2:
        return "slip", f"it has {signs[0]} and {signs[1]}, as the text of the Court's PDFs does"
    return None


_MARK = re.compile(r"[,.;:?!](?=[^\W\d_]|[ \t])")
_GLUED = re.compile(r"[,.;:?!](?=[^\W\d_])")
_FAIR_LENGTH = 300  # letters; in fewer, capitals and digits may be missing by chance
# Measured on eleven flattened texts: no capital, no digit, and no mark within a line that is not
# glued to the next word; on fifty other opinions: capitals from 0.026 of the letters, digits from
# 0.022, glued marks up to 0.11.
_FEW = 0.003
_MOSTLY = 0.5
_COMMON_CAPITALS = "TCSAI"


def _flattened(look: _Look) -> Answer:
    text = look.sample
    if sum(map(text.count, _COMMON_CAPITALS)) > _FEW * len(text):
        return None  # as nearly always, and soon known
    counted = Counter(text).items()
    upper, lower, digits = (
        sum(count for char, count in counted if known(char))
        for known in (str.isupper, str.islower, str.isdigit)
    )
    marks, glued = len(_MARK.findall(text)), len(_GLUED.findall(text))
    if (
        lower < _FAIR_LENGTH
        or marks < 4
        or upper > _FEW * lower
        or digits > _FEW * lower
        or glued < _MOSTLY * marks
    ):
        return None
    return "flattened", (
        f"{upper} capitals and {digits} digits among {lower:,} letters, and"
        f" {glued / marks:.0%} of its punctuation is glued to the next word"
    )


def _quoted(evidence: str) -> str:
    """Evidence, short enough for a sentence, without what a terminal might take for a command."""
    shown = "".join(c if c.isprintable() else " " for c in evidence).strip()
    return shown if len(shown) <= 60 else f"{shown[:57]}…"


# Lexis before XML: its tags may open a file.  Markdown before slip: casebooks hold whole slip
# opinions.  Star pages last of all marks, for other formats quote them.
_QUESTIONS: tuple[Callable[[_Look], Answer], ...] = (
    _rtf,
    _archived,
    _json,
    _lexis_markers,
    _tagged,
    _flattened,
    _markdown,
    _slip,
    _lexis_pages,
)
