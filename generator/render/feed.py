"""``feed.xml``: the newest opinions of the site, as Atom (RFC 4287).

An entry bears the day on which its opinion was added (``added`` in ``case.yml``), else the day on which it was decided;
what has neither is left out, for a feed may not be without dates and ours shall not depend on when it was made.
Ids are the addresses of the pages.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generator.render import words
from generator.render.escape import unreserved
from generator.render.metadata import description

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.model import Case

NAME = "feed.xml"
MOST = 50  # entries
_NEVER = datetime.date(1970, 1, 1)  # for the date of a feed without entries


def feed(corpus: Corpus, site: str, title: str) -> str:
    """The feed.  ``site`` is the address of the site, absolute and with a slash at its end; ``title`` its name."""
    dated = [(day, case) for case in corpus.cases if (day := added(case))]
    dated.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].slug))
    newest = max((day for day, _ in dated), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"  <title>{_text(title)}: new opinions</title>",
        f"  <id>{_text(site)}</id>",
        f'  <link rel="self" type="application/atom+xml" href={_attribute(site + NAME)}/>',
        f'  <link rel="alternate" type="text/html" href={_attribute(site)}/>',
        f"  <updated>{_moment(newest)}</updated>",
        f"  <author><name>{_text(title)}</name></author>",
    ]
    for day, case in dated[:MOST]:
        lines += _entry(day, case, f"{site}opinions/{case.slug}/")
    return "\n".join([*lines, "</feed>", ""])


def added(case: Case) -> datetime.date | None:
    """The day that the feed gives a case."""
    return case.info.added or case.info.decided


def _entry(day: datetime.date, case: Case, address: str) -> list[str]:
    name, citation = words.case_name(case), words.citation(case.info)
    title = f"{name}, {citation}" if citation else name
    return [
        "  <entry>",
        f"    <title>{_text(title)}</title>",
        f"    <id>{_text(address)}</id>",
        f'    <link rel="alternate" type="text/html" href={_attribute(address)}/>',
        f"    <updated>{_moment(day)}</updated>",
        *(
            f"    <author><name>{_text(author)}</name></author>"
            for author in dict.fromkeys(w.author for w in case.writings if w.author)
        ),
        f"    <summary>{_text(description(case))}</summary>",
        "  </entry>",
    ]


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_admitted(text))


def _attribute(text: str) -> str:
    return quoteattr(_admitted(text))


def _admitted(text: str) -> str:
    """Without what XML does not admit: controls, lone surrogates, the two non-characters."""
    return "".join(
        c for c in unreserved(text) if not ("\ud800" <= c <= "\udfff" or c in "\ufffe\uffff")
    )
