"""Block quotes: which lines are another's words set apart, and which lines go on with the sentence after them.

In mixed-case text a block quote shows by the quotation mark that it opens with; the flattened dialect has no marks,
and two other signs serve: a lead-in that stops short, and the questions and answers of a deposition.
"""

from __future__ import annotations

import re

_OPEN = re.compile(r"[\"“]|['‘](?=[\"“\w])|``")
_DOTS = re.compile(r"(?:\. ?){3,}|(?:\* ?){3,}")
# What may follow the closing mark of a block quote on the same line: its citation, an aside in parentheses, a call.
_AFTER_QUOTE = re.compile(
    r"[\s.,;]*(?:\d{1,3}\s*)?(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[\s.,;]*|\[[^\]]*\][\s.]*)*(?:\d{1,3}\s*)?$"
)
_CITATION = re.compile(r"\d|§|\b(?:Id|Ibid|App|Tr|Brief|Record|Ante|Post|supra)\b", re.IGNORECASE)
# ``"In some ways," the Court said``: a mark that closes before a lower-case word is followed by the author's own.
_ATTRIBUTION = re.compile(r"[,.?!—][\"”] [a-z]")
# Verbs that introduce another's words; with "that" or "by" the sentence is complete, with "as" it points back.
# Those that are nouns or adjectives as well ("the States", "an established right") count as the very last word alone.
_LEAD_VERB = re.compile(
    r"(?<!\bas )\b(?:provides?|provided|follows|explained|explains|held|described|describes|wrote|writes|said|says"
    r"|declared|declares|testified|observed|instructed|recited|quoted|defines|set (?:out|forth)|put it)\b"
    r"(?! ?(?:that|by)\b)"
    r"|(?<!united )(?<!the )\b(?:states?|stated|reads?)(?: in (?:relevant|pertinent) part| as follows)?$"
)
_LEAD_REACH = 12  # words from the verb to the end of the lead-in
_OWN_VOICE = re.compile(r"\b(?:we|our|i|this court|the court|ante|post)\b")
# A citation whose figures are lost: "…street gang. at." closes a quotation as "Id., at 52." does.
_BARE_CITE = re.compile(r"(?:\b(?:id|ibid|app|supra|ante)\b[^a-z]*(?:at)?|[.?!,]\s*at)\s*\.?$")
_RUN = 3  # a quotation of more lines than this without a citation is not told from text


def is_block_quote(line: str, before: str | None, before_is_quote: bool, open_quote: bool) -> bool:
    """Whether a line of mixed-case text is (part of) a block quote.

    ``before`` is the line above within the writing, ``open_quote`` whether the block quote above has not closed
    yet.  A paragraph that merely begins with quoted words goes on after them in the author's own: that is told by what
    follows the last closing mark.
    """
    if _DOTS.fullmatch(line):
        return before_is_quote or bool(before and before.endswith(":"))
    opening = _OPEN.match(line)
    if not opening:
        return False
    if _author_goes_on(line):
        return False
    if before_is_quote or open_quote:
        return True
    if before is None:
        return False
    # A whole line between marks stands apart whatever came before it; so does an unclosed one (more is to follow).
    return (
        before.rstrip().endswith((":", ",", "—", "-", "–"))
        or not _ends_sentence(before)
        or len(line) > 60
    )


def is_between(before: str, after: str) -> bool:
    """Whether a line without marks lies within a block quote that goes on: what the line above quotes
    or reads out in turn ("section 3, which says:"), before the next marked line.
    """
    return before.rstrip().endswith(":") and bool(_OPEN.match(after)) and not _author_goes_on(after)


def stays_open(line: str) -> bool:
    """Whether a quoting line opens with a mark that it does not close: the quotation runs over paragraphs."""
    straight = line.count('"')
    return straight % 2 == 1 or line.count("“") > line.count("”")


def _author_goes_on(line: str) -> bool:
    """Whether unquoted words that are no citation follow the last closing mark."""
    closings = [m.end() for m in re.finditer(r"[\"”](?!\w)", line) if m.start() > 0]
    if not closings:
        return False
    if _ATTRIBUTION.search(line):
        return True
    if _closes_before_a_word(line):
        return True
    rest = line[closings[-1] :]
    if _AFTER_QUOTE.fullmatch(rest):
        # The last marks may be a later quotation's: everything between must then be quoted or citation too.
        return _unquoted_words(line) > max(12, len(line.split()) // 3)
    sentence = rest.strip(" .,;)")
    last = re.split(r"(?<=[.?!)])\s+(?=[A-Z\"“])", sentence)[-1]
    return not (_CITATION.search(last) and len(sentence.split()) <= 30)


def _closes_before_a_word(line: str) -> bool:
    """``"Probable cause" is a term of art``: the first pair of marks closes without a stop, and
    the sentence goes on.
    """
    if line[0] not in '"“':
        return False
    second = re.search(r"[\"“”]", line[1:])
    if not second or (second.group() == "“"):
        return False
    end = 1 + second.start()
    return bool(re.match(r"[\"”] [a-z]", line[end:])) and not line[end - 1].isspace()


def _unquoted_words(line: str) -> int:
    """Words outside the quotation marks of a line that opens with one."""
    pieces = re.split(r'"|[“”]', line)
    outside = pieces[2::2] if line[:1] in '"“' else pieces[0::2]
    return sum(len(re.findall(r"[a-z]{2,}", p)) for p in outside[:-1])


def _ends_sentence(line: str) -> bool:
    return bool(re.search(r"[.?!][\"”’')\]]*(?:\s*\[?\d{1,3}\]?)?\s*$", line))


def continues_sentence(line: str) -> bool:
    """Whether a line after a block quote plainly goes on with the sentence before it: it begins in lower case."""
    return bool(re.match(r"[a-z]", line)) and not re.match(r"[a-z]\)|[ivx]+\.", line)


def flattened_quotes(lines: list[str]) -> set[int]:
    """The indices of the lines of a flattened writing that are block quotes.

    * A run of deposition lines: ``q …`` and the ``q …`` or ``a …`` lines that follow without a break.  (``a`` alone is
      an article.)
    * After a line that leads in ("the search warrant described the property that would be the object of the search")
      and has lost its colon: the next line, and further lines up to the citation with which the quotation closes.
    """
    out: set[int] = set()
    index = 0
    while index < len(lines):
        if lines[index].startswith("q "):
            while index < len(lines) and lines[index].startswith(("q ", "a ")):
                out.add(index)
                index += 1
            continue
        if (
            leads_in(lines[index])
            and index + 1 < len(lines)
            and not lines[index + 1].startswith("q ")
        ):
            last = _quote_end(lines, index + 1)
            out.update(range(index + 1, last + 1))
            index = last
        index += 1
    return out


def leads_in(line: str) -> bool:
    """Whether a flattened line stops short with a verb of quoting among its last words."""
    if re.search(r"[.?!,]\s*$", line):
        return False
    clause = re.split(r"[.?!;]", line)[-1]
    words = clause.split()
    tail = " ".join(words[-_LEAD_REACH:])
    return len(words) > 1 and bool(_LEAD_VERB.search(tail))


def _quote_end(lines: list[str], first: int) -> int:
    """The last line of the quotation that begins at ``first``: the one with its citation, else the first alone."""
    for index in range(first, min(first + _RUN, len(lines))):
        if index > first and _OWN_VOICE.search(lines[index]):
            return first
        if _BARE_CITE.search(lines[index]):
            return index
    return first
