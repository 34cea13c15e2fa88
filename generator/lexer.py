"""A Pygments lexer for raw opinions, whatever their dialect: ``pygmentize -l opinion opinion.txt``.

It colours what a reader of a raw file looks for: markup and running heads, bylines, part headings,
citations, section signs, quotations, footnote calls and cross-references.  It never loses a character:
a lexer's output, put together, is its input.
"""

from __future__ import annotations

from typing import ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Punctuation,
    String,
    Text,
    Whitespace,
)

_REPORTER = (
    r"U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|F\.(?: ?[23]d| ?4th| ?Supp\.(?: ?[23]d)?)?|Fed\. ?Appx\."
    r"|Cranch|Wheat\.|Pet\.|How\.|Wall\.|Dall\.|How\. ?St\. ?Tr\."
    r"|(?:So|N\. ?[EW]|S\. ?[EW]|A|P)\.(?: ?[23]d)?|Cal\.(?: ?\dth)?|N\. ?Y\.(?: ?[23]d)?"
)
_HEADS = (
    r"^(?:opinion of the court|opinion of [a-z'’ -]{2,30},?|per curiam"
    r"|[a-z'’ -]{2,30}, ?(?:concurring|dissenting)[a-z ]*)[ \t]*$"
)
_BYLINE = (
    r"(?i)^(?:the |mr\. )?(?:chief )?justice\b[^\n]{0,200}?"
    r"\b(?:delivered the opinion|announced the judgment|concurring|dissenting)\b[^\n]*$"
)


class OpinionLexer(RegexLexer):
    """Raw court opinions: tagged, flattened or plain text."""

    name = "Court opinion"
    aliases: ClassVar[list[str]] = ["opinion"]
    filenames: ClassVar[list[str]] = ["opinion.txt"]
    mimetypes: ClassVar[list[str]] = ["text/x-court-opinion"]
    url = "https://en.wikipedia.org/wiki/Law_report"
    version_added = ""

    tokens: ClassVar[dict[str, list[tuple[object, ...]]]] = {
        "root": [
            (r"\n", Whitespace),
            # Lines that are no words of the court.
            (
                r"^(\ufeff?)(OPINION|CONCUR|DISSENT|SYLLABUS)([ \t]*)$",
                bygroups(Whitespace, Keyword, Whitespace),
            ),
            (
                r"^((?:OPINION|CONCUR|DISSENT|CONCURRENCE)(?: BY)?:)(.*)$",
                bygroups(Keyword, Name.Function),
            ),
            (
                r"^(</?)(\w+)((?:\s+\w+=\"[^\"\n]*\")*)(\s*>)[ \t]*$",
                bygroups(Punctuation, Name.Tag, Name.Attribute, Punctuation),
            ),
            (
                _HEADS,
                Comment,
            ),
            (r"^notice this opinion is subject to formal revision.*$", Comment),
            # Bylines and the headings of parts.
            (
                _BYLINE,
                Generic.Heading,
            ),
            (r"(?i)^per curiam\.?[ \t]*$", Generic.Heading),
            (r"^(?:[IVXL]{1,6}|[A-Z]|\d{1,2})\.?[ \t]*$", Generic.Subheading),
            (r"^(?:\* ?){3,}[ \t]*$", Generic.Subheading),
            (r"(?i)^it is so ordered\.[ \t]*$", Generic.Strong),
            # Citations.
            (
                rf"\b\d{{1,4}} (?:{_REPORTER}) (?:\d{{1,5}}|_{{2,}})(?:, \d{{1,5}}(?:[-–]\d{{1,5}})?)?",
                Literal,
            ),
            (r"\b\d{1,2} ?U\. ?S\. ?C\.(?: ?§{1,2} ?\d+[a-z]?(?:\([\w]+\))*)?", Literal),
            (r"§{1,2} ?\d+[\w.]*(?:\(\w+\))*|§{1,2}", Literal),
            (r"\b(?:[Ii]d\.|[Ii]bid\.)(?:,? at \d+(?:[-–]\d+)?(?:, n\. ?\d+)?)?", Name.Function),
            (r"\b(?:[Aa]nte|[Pp]ost|[Ss]upra|[Ii]nfra)\b(?:, at \d+(?:[-–]\d+)?)?", Name.Function),
            # Star pages and footnote calls.
            (r"\[\*+\d+\]", Number),
            (r"\[(?:fn|FN)?\d{1,3}\]", Number),
            (
                rf"(?<=[.,;:?!\"”’)])( +)(\d{{1,3}})(?=[ \n])(?! (?:{_REPORTER}|How\. ?St))",
                bygroups(Whitespace, Number),
            ),
            # Quotations within a line: a lost closing mark must not run away with the rest of the file.
            (r"\"[^\"\n]{1,2000}\"|“[^”\n]{1,2000}”", String),
            # Words in a row are one token: most of an opinion is words.
            (r"(?:(?!(?:id|ibid|ante|post|supra|infra)\b)[a-z]+[ \t]+)+", Text),
            (r"[^\W\d_]+", Text),
            (r"[ \t]+", Whitespace),
            (r"\d+", Text),
            (r".", Text),
        ],
    }
