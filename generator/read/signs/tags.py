"""XML, HTML, and archives of web pages."""

from __future__ import annotations

import re

from generator.read.signs.look import Answer, Look, quoted
from generator.read.websites import is_courtlistener, site_of

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


def tagged(look: Look) -> Answer:
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
            f"it is HTML with {quoted(sign.group())}, as CourtListener gives it",
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


def _web_page(look: Look, body: str) -> Answer:
    """A whole page: of CourtListener, of a collection that it has pages of, or of any other site."""
    if is_courtlistener(look.head):
        return "courtlistener", "it is a saved page of CourtListener"
    if _RESOURCE_ORG.search(look.head):
        return "courtlistener", "it is a page of public.resource.org, as CourtListener has them too"
    if sign := _COURTLISTENER_HTML.search(look.head):
        return (
            "courtlistener",
            f"it is HTML with {quoted(sign.group())}, as CourtListener gives it",
        )
    if site := site_of(look.head):
        return "html", f"it is a page of {site}"
    if body[:2] != "<!" and len(_HTML_TAG.findall(look.sample)) < 4:
        return None
    return "html", f"it begins with {quoted(body.partition('>')[0])}>"


_ARCHIVED = re.compile(
    r"(?:From: <Saved by|MIME-Version: 1\.0\b)(?:[^\n]*\n){1,20}?[^\n]*\bmultipart/related\b",
    re.IGNORECASE,
)


def archived(look: Look) -> Answer:
    """A web page saved with all its files (MHTML)."""
    if _ARCHIVED.match(look.lead):
        return "mhtml", "it begins as the archive of a web page does, with MIME headers"
    return None
