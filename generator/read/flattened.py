"""The ``flattened`` dialect: lower case, no digits, no quotation marks, blanks after punctuation gone.

Such texts come from a corpus that was prepared for counting words.  What is left of a slip opinion's layout::

    (syllabus, a paragraph a line)
    roberts,delivered the opinion of the court,in which scalia,…joined.breyer,filed a concurring opinion.
    opinion of the court                                       a running head opens each writing
    notice this opinion is subject to formal revision …
    curt messerschmidt,et,petitioners brenda millender         the caption, before every writing
    on writ of certiorari to the united states court of appeals for the ninth circuit
    chief justice roberts delivered the opinion of the court.  the byline
    …
    (the footnotes of all writings, without their numbers, after the last opinion)

Caption, writ, byline and first paragraph may also have run into one line.
"""

from __future__ import annotations

import re

from generator.model import Segment, SegmentRole, Span
from generator.read.lines import line_spans, trimmed

_NAME = r"[a-z'’-]+(?: [a-z'’-]+)?"
_STANCE = r"(?:concurring|dissenting|specially concurring)"
_HEAD = re.compile(
    rf"(?:opinion of the court|per curiam|syllabus|appendix to (?:the )?opinion.*|in chambers"
    rf"|(?:opinion|statement|memorandum) of {_NAME},?(?: {_NAME})?"
    rf"|{_NAME}, ?{_STANCE}(?: (?:in|from|and|part|the|judgment|result|denial|of|certiorari|{_STANCE}))*)\s*,?"
)
_VOTE = re.compile(
    rf"{_NAME},?(?: [a-z]\. ?j\.,?)? ?"
    r"(?:delivered the opinion (?:of the court|for a unanimous court)|announced the judgment of the court)"
)
_VOTE_SIGN = re.compile(
    r",joined\b|\bin which\b.*\bjoin|\bfiled (?:an?|dissenting|concurring|the)\b|took no part|unanimous"
)
_NOTICE = re.compile(
    r"notice(?:\s+| ?:?)this opinion is subject to formal revision.*?goes to press\.", re.DOTALL
)
_WRIT = re.compile(
    r"\bon (?:petitions? for (?:a )?writs? of|writs? of|appeals? from|application|motion|bill of complaint|exceptions"
    r"|certificate|cross-petitions?)\b"
    r"|\b(?:certiorari to|appeal from) the "
)
_BYLINE = re.compile(
    rf"(?:the )?(?:chief )?justice(?: {_NAME})?"
    rf"(?: (?:delivered the (?:opinion|judgment)|announced the judgment)\b[^.]*"
    rf"|(?:, ?with whom [^.]{{3,300}}? joins?\b[^.]{{0,120}}?)?, ?{_STANCE}\b[^.]*"
    rf"|, ?with whom [^.]{{3,300}}? joins?\b[^.]*)(?:\.|$)"
    r"|per curiam\.?(?=$|[a-z])"
)
_NO_PART = re.compile(r"(?:the )?(?:chief )?justice [^.]{2,60} took no part in the [^.]{5,80}\.")
_DISPOSITION = re.compile(
    r"(?:[a-z0-9 ]{1,24}\.){0,3}?(?:(?:judgment )?(?:affirmed|reversed|vacated|dismissed)(?: in part)?"
    r"(?:[ ,]+(?:and )?(?:affirmed|reversed|remanded|vacated|dismissed)(?: in part)?)*)\.?"
)
# The words with which a Justice closes a separate writing: what stands behind the last of them is footnotes.
_CLOSING = re.compile(
    r"\bi (?:respectfully |therefore |thus |accordingly |also |must |would |can only |can not |,? ?with respect, ?)*"
    r"(?:dissent|concur|join|affirm|reverse|vacate|remand|agree with the judgment)\b[^.]*\.?$"
    r"|\b(?:judgment|decision)\b[^.]*\b(?:affirmed|reversed|vacated|remanded)[^.]*\.?"
    r"(?:i (?:respectfully )?dissent\.)?$"
    r"|\b(?:respectfully|with respect,?) ?i? ?dissent\.?$|\bi dissent\.?$|\bit is so ordered\.?$"
)
# How a separate writing speaks of the Court, and how the Court's notes speak of themselves and of separate writings.
_SEPARATE_VOICE = re.compile(
    r"\b(?:the majority|the court (?:also |instead |again )?[a-z]+s\b|ante\b|i (?:would|do not|think|believe))"
)
_COURT_VOICE = re.compile(
    r"\b(?:the dissent|the concurrence|we (?:hold|express|need not|disagree|granted))\b"
)
_POST = re.compile(r"\bpost,")
_INTRODUCED = 2  # so many times as long as an introduction is at least what follows it


def segments(text: str) -> tuple[Segment, ...]:
    """The lines, cut further where caption, byline and text have run together; see the module's picture."""
    lines = [span for span in line_spans(text) if span[1] > span[0]]
    heads = [
        k
        for k, (s, e) in enumerate(lines)
        if e - s <= 90 and _HEAD.fullmatch(text[s:e]) and _opens_writing(text, lines, k)
    ]
    out = _front(text, lines[: heads[0]] if heads else [], bool(heads))
    first = heads[0] if heads else 0
    seeking = True  # between a running head and its byline
    for k in range(first, len(lines)):
        start, end = lines[k]
        if k in heads:
            out.append(Segment((start, end), "running-head", text[start:end]))
            seeking = True
        elif seeking:
            parts, found = _opening(text, start, end, after_head=bool(heads))
            out.extend(parts)
            seeking = not found
        else:
            out.append(_line(text, start, end))
    return _with_notes(text, out)


def _opens_writing(text: str, lines: list[Span], k: int) -> bool:
    """A running head is one only if a byline or a caption's writ follows soon: a paragraph may be as short as one."""
    ahead = " ".join(text[s:e] for s, e in lines[k + 1 : k + 6])[:3000]
    return bool(_BYLINE.search(ahead) or _WRIT.search(ahead) or _NOTICE.search(ahead))


def _front(text: str, lines: list[Span], has_head: bool) -> list[Segment]:
    """The syllabus, the judgment below and the vote line: all that stands before the first running head."""
    out: list[Segment] = []
    for start, end in lines if has_head else []:
        line = text[start:end]
        vote = _vote_start(line)
        if vote is None:
            role: SegmentRole = (
                "disposition" if end - start < 80 and _DISPOSITION.fullmatch(line) else "syllabus"
            )
            out.append(Segment((start, end), role))
            continue
        if vote:
            before = trimmed(text, start, start + vote)
            out.append(
                Segment(
                    before,
                    "disposition"
                    if _DISPOSITION.fullmatch(text[before[0] : before[1]])
                    else "syllabus",
                )
            )
        out.append(Segment((start + vote, end), "vote"))
    return out


def _vote_start(line: str) -> int | None:
    """Where the vote line begins in ``line``: at a sentence that opens with a Justice's bare name."""
    if "delivered the opinion" not in line and "announced the judgment" not in line:
        return None  # nor need each word be asked whether it is the name
    for match in _VOTE.finditer(line):
        at_start = match.start() == 0 or line[match.start() - 1] == "."
        if (
            at_start
            and _VOTE_SIGN.search(line, match.start())
            and not match.group().startswith("justice ")
        ):
            return match.start()
    return None


def _opening(text: str, start: int, end: int, *, after_head: bool) -> tuple[list[Segment], bool]:
    """Cut a line of a writing's opening into notice, caption, writ, byline and text; True once the byline came."""
    out: list[Segment] = []
    notice = _NOTICE.match(text, start, end)
    if notice:
        out.append(Segment((start, notice.end()), "notice"))
        start = trimmed(text, notice.end(), end)[0]
    if start >= end:
        return out, False
    byline = _byline(text, start, end)
    stop = byline[0] if byline else end
    if not byline and not (_WRIT.search(text, start, end) or end - start < 400):
        out.append(_line(text, start, end))  # a long line that is neither: the byline is lost
        return out, True
    if not after_head and not byline:
        out.append(_line(text, start, end))
        return out, True
    writ = _WRIT.search(text, start, stop)
    cut = writ.start() if writ else stop
    out += [
        Segment(span, "caption")
        for span in (trimmed(text, start, cut), trimmed(text, cut, stop))
        if span[1] > span[0]
    ]
    if byline:
        out.append(Segment(byline, "byline"))
        rest = trimmed(text, byline[1], end)
        if rest[1] > rest[0]:
            out.append(Segment(rest))
    return out, byline is not None


def _byline(text: str, start: int, end: int) -> Span | None:
    match = _BYLINE.search(text, start, end)
    while match:
        before = text[start : match.start()]
        # Inside a sentence ("as justice breyer,dissenting,says") it is no byline: the caption before it has no full
        # stop of prose.
        if match.start() == start or before.endswith((" ", ".", ",")):
            return match.span()
        match = _BYLINE.search(text, match.end(), end)
    return None


def _line(text: str, start: int, end: int) -> Segment:
    if _NO_PART.fullmatch(text, start, end):
        return Segment((start, end), "vote")
    return Segment((start, end))


def _with_notes(text: str, parts: list[Segment]) -> tuple[Segment, ...]:
    """Mark what stands behind the last writing's closing words as footnotes.

    An introduction may close like an opinion too ("For these reasons, I respectfully dissent."), so the last closing
    counts; and where what follows is much longer than what stands before it, and speaks as a separate writing does,
    of "the Court" and "the majority", and hardly as the Court's own notes do, the writing has not ended there.
    """
    last_byline = max((k for k, part in enumerate(parts) if part.role == "byline"), default=None)
    if last_byline is None:
        return tuple(parts)
    closings = [
        k
        for k in range(last_byline + 1, len(parts))
        if parts[k].role == "text"
        and _CLOSING.search(_last_sentence(text[parts[k].span[0] : parts[k].span[1]]))
    ]
    if not closings:
        return tuple(parts)
    first = closings[-1] + 1
    # Behind the last writing none is left to which it could point: at the latest there the notes begin.
    post = next((k for k in range(first, len(parts)) if _POST.search(text, *parts[k].span)), None)
    before, behind = parts[last_byline + 1 : first], parts[first:post]
    if _goes_on(_joined(text, before), _joined(text, behind)):
        first = len(parts) if post is None else post
    return tuple(
        Segment(part.span, "footnote") if k >= first and part.role == "text" else part
        for k, part in enumerate(parts)
    )


def _goes_on(before: str, behind: str) -> bool:
    """Whether a writing goes on behind a closing: ``before`` is what it has said, ``behind`` what follows."""
    separate, court = len(_SEPARATE_VOICE.findall(behind)), len(_COURT_VOICE.findall(behind))
    return separate >= 3 and separate > 8 * court and len(behind) >= _INTRODUCED * len(before)


def _joined(text: str, parts: list[Segment]) -> str:
    return " ".join(text[part.span[0] : part.span[1]] for part in parts)


def _last_sentence(line: str) -> str:
    """The last sentence and the one before it, when the last is as short as "i respectfully dissent."."""
    pieces = re.split(r"(?<=[a-z])\.(?=\S)", line.rstrip())
    return pieces[-1] if len(pieces[-1]) > 40 or len(pieces) < 2 else ".".join(pieces[-2:])
