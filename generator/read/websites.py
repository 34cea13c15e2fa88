"""Saved web pages: of which site one is, and what to do with those that cannot be read.

A page says where it comes from in its ``canonical`` address, in what it tells other sites (``og:url``), and in the
comment that browsers and their extensions put before a page that they save.  What it merely links to says nothing.
"""

from __future__ import annotations

import re

_ADDRESS = r"""https?://(?P<host>[\w.-]{1,80})"""
_SAYS = (
    re.compile(rf"<!--\s*saved from url=\(\d+\){_ADDRESS}", re.IGNORECASE),
    re.compile(rf"<!--\s*Page saved with SingleFile\s+url:\s*{_ADDRESS}", re.IGNORECASE),
    re.compile(
        rf"""<link\b[^<>]{{0,300}}\brel=["']?canonical\b[^<>]{{0,300}}?\bhref=["']?{_ADDRESS}""",
        re.IGNORECASE,
    ),
    re.compile(
        rf"""<link\b[^<>]{{0,300}}\bhref=["']?{_ADDRESS}[^<>]{{0,300}}\brel=["']?canonical\b""",
        re.IGNORECASE,
    ),
    re.compile(
        rf"""<meta\b[^<>]{{0,100}}\bog:url["']?\s[^<>]{{0,100}}?\bcontent=["']?{_ADDRESS}""",
        re.IGNORECASE,
    ),
)
_TITLE = re.compile(r"<title\b[^<>]*>(?P<title>[^<]{1,500})</title>", re.IGNORECASE)
_CITATION = re.compile(
    r"\b(\d{1,4} (?:U\.\s?S\.|F\.(?:\s?(?:2d|3d|4th))?|F\.\s?Supp\.(?:\s?[23]d)?) \d{1,4})\b"
)
# Sites that show opinions, by the end of their host's name.
_SITES = {
    "justia.com": "Justia",
    "findlaw.com": "FindLaw",
    "law.cornell.edu": "the Legal Information Institute",
    "scholar.google.com": "Google Scholar",
    "casetext.com": "Casetext",
    "oyez.org": "Oyez",
    "leagle.com": "Leagle",
    "openjurist.org": "OpenJurist",
    "casemine.com": "Casemine",
    "vlex.com": "vLex",
    "westlaw.com": "Westlaw",
    "lexis.com": "Lexis",
    "govinfo.gov": "govinfo",
    "supremecourt.gov": "the Supreme Court's site",
    "wikisource.org": "Wikisource",
    "courtlistener.com": "CourtListener",
}


_MADE_BY = re.compile(
    r"""<meta\b[^<>]{0,100}\bname=["']?generator["']?\s[^<>]{0,100}?\bcontent=["']?"""
    r"""(?P<maker>LibreOffice|OpenOffice|Microsoft Word"""
    r"""|Aspose|WordPerfect)""",
    re.IGNORECASE,
)


def _host(head: str) -> str | None:
    return next((m["host"].lower() for says in _SAYS if (m := says.search(head))), None)


def is_courtlistener(head: str) -> bool:
    """Whether a page is one of CourtListener: it says so, or at least its title ends with that name."""
    title = _TITLE.search(head)
    host = _host(head) or ""
    return site_of(head) == "CourtListener" or (
        not host and title is not None and title["title"].rstrip().endswith("CourtListener.com")
    )


def site_of(head: str) -> str | None:
    """The name of the site that a page says it is from, where it is known to show opinions; or of the word processor
    that has made it.
    """
    if made := _MADE_BY.search(head):
        return f"the kind that {made['maker']} saves"
    host = _host(head)
    return next(
        (name for end, name in _SITES.items() if host and f".{host}".endswith(f".{end}")), None
    )


def way_out(dialect: str, head: str) -> str:
    """What to do with a web page that a word processor has made, or whose title names the citation of its case; "" for
    all others.
    """
    if dialect == "html" and _MADE_BY.search(head):
        return "open it in a word processor and save it as .docx, or its text as a plain .txt file in UTF-8"
    title = _TITLE.search(head) if dialect == "html" else None
    cited = _CITATION.search(" ".join(title["title"].split())) if title else None
    if not cited:
        return ""
    return (
        f'pincite fetch "{cited[1]}" brings the case from CourtListener; else take the PDF that the page offers, or'
        " copy the opinion's text into a plain .txt file"
    )
