"""Editors' notes on the page: each under the paragraph that it is about, and plainly not the Court's.

The body of a note is Markdown of a small kind: emphasis, code, links, lists.  Everything else in it is text, HTML
above all.  What comes out is Markdown again, which the site's own Markdown then reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render import escape, words
from generator.render.references import web_address
from generator.slugs import valid_slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.notes import Placed

_KIND = {"explains": "Explains", "questions": "Question", "updates": "Since then"}
_LONGEST_QUOTE = 90  # characters of the words that the head of a note repeats
_BULLET = re.compile(r"(?:[-*]|\d{1,3}\.) +(?=\S)")
# In this order: what is code is nothing else, and a link may hold emphasis.
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|(?<!!)\[(?P<text>[^\[\]\n]+)\]\((?P<url>[^()\s]+)\)"
    r"|\*\*(?=\S)(?P<strong>[^*\n]+?)(?<=\S)\*\*"
    r"|(?<![\w*])(?P<mark>[*_])(?=\S)(?P<em>[^*_\n]+?)(?<=\S)(?P=mark)(?![\w*])"
)
_PLACE = re.compile(r"#[a-z0-9]+(?:-[a-z0-9]+)*")
_PAGE = re.compile(r"\.\./(?P<slug>[a-z0-9-]+)/(?P<place>#[a-z0-9]+(?:-[a-z0-9]+)*)?")


def note_lines(placed: Placed) -> tuple[str, str]:
    """The head and the body of a note, as Markdown."""
    return head(placed), body(placed.note.body)


def head(placed: Placed) -> str:
    """What sort of note it is, on which words, by whom and of what day."""
    note = placed.note
    about = {
        "lost": f"on words that no longer stand here: “{_quoted(note.exact)}”",
        "nowhere": f"on a passage that is not on this page ({note.at}): “{_quoted(note.exact)}”",
    }.get(placed.how, f"on “{_quoted(note.exact)}”")
    if placed.how == "alike":
        about += " (the words here differ a little)"
    day = words.day(note.date) if note.date else ""
    signed = ", ".join(part for part in (escape.inline(note.author), day, "not the Court") if part)
    return f"**{_KIND[note.kind]}** {about} · {signed}"


def _quoted(text: str) -> str:
    """The beginning of the words, in whole words, and marks of quotation in them as they stand within a quotation."""
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
    text = re.sub(r"(?<!\S)[\"“]", "‘", text)
    return escape.inline(re.sub(r"[\"”]", "’", text))


def body(text: str) -> str:
    """The body: paragraphs and flat lists, with a blank line between."""
    out: list[str] = []
    for chunk in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        items = list(_items(lines))
        if items:
            out.append("\n".join(items))
        elif lines:
            out.append(escape_first(inline(" ".join(lines))))
    return "\n\n".join(out)


def _items(lines: Sequence[str]) -> Iterator[str]:
    """The entries of a list; nothing when the first line begins none."""
    if not lines or not _BULLET.match(lines[0]):
        return
    items: list[tuple[str, str]] = []
    for line in lines:
        match = _BULLET.match(line)
        if match:
            items.append((match.group().strip(), line[match.end() :]))
        else:
            sign, before = items[-1]
            items[-1] = (sign, f"{before} {line}")
    ordered = items[0][0][0].isdigit()
    for number, (_, item) in enumerate(items, 1):
        yield f"{f'{number}.' if ordered else '-'} {escape_first(inline(item))}"


def inline(text: str) -> str:
    """One line: what is allowed stays Markdown, the rest is escaped."""
    out, cursor = [], 0
    for match in _INLINE.finditer(text):
        out += [escape.inline(text[cursor : match.start()]), _shown(match)]
        cursor = match.end()
    return "".join([*out, escape.inline(text[cursor:])])


def _shown(match: re.Match[str]) -> str:
    if match["code"] is not None:
        return f"`{escape.unreserved(match['code'])}`"
    if match["strong"] is not None:
        return f"**{inline(match['strong'])}**"
    if match["em"] is not None:
        return f"*{inline(match['em'])}*"
    where = address(match["url"])
    if where is None:
        return escape.inline(match.group())
    return f"[{inline(match['text'])}]({where})"


def address(url: str) -> str | None:
    """Where a link of a note may lead: the web, a place of this page, a page of another case; else ``None``."""
    if _PLACE.fullmatch(url):
        return url
    page = _PAGE.fullmatch(url)
    if page and valid_slug(page["slug"]):
        return f"../{page['slug']}/index.md{page['place'] or ''}"
    return web_address(url)


def escape_first(line: str) -> str:
    """A line that begins with no sign that Markdown would take for a heading, a list or a quotation."""
    match = re.match(r"(\d{1,9})([.)])(?=\s|$)|[-+#=|:!>~]", line)
    if not match:
        return line
    if match[1]:
        return f"{match[1]}&#{ord(match[2])};{line[match.end() :]}"
    return f"&#{ord(match.group())};{line[1:]}"
