"""Where each writing begins, whose it is, and who joins it."""

from __future__ import annotations

import itertools
import re
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from generator.justices import surname
from generator.model import WritingKind
from generator.structure.bylines import (
    Byline,
    VoteLine,
    parse_byline,
    parse_vote,
    stance,
)
from generator.structure.drafts import Divided, Draft, complete, surname_id, with_names
from generator.structure.paragraphs import SYLLABUS_HEAD
from generator.structure.votes import NAMES_FOLLOW, Join, Told, bench, parse_told, signature

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from generator.model import CleanLine, CleanText

# Ids that the page itself uses: a judge of such a name gets another.
_RESERVED_ID = re.compile(
    r"p\d+|l\d+|about|truncated|text|front|majority|syllabus|(?:part|page|fn|fnref)-?\d*"
)
_TAG_KINDS: dict[str, WritingKind] = {
    "concur": "concurrence",
    "dissent": "dissent",
    "opinion": "majority",
    "percuriam": "per-curiam",
    "separate": "statement",
}
_CAPTION_SIGN = re.compile(
    r"\bv\.?\s|^no\.?s?\.? ?\d"
    r"|\b(?:argued|decided|filed|submitted|certiorari|on writ|appeal from|petitioners?|respondents?"
    r"|appell(?:ants?|ees?)|plaintiffs?|defendants?|supreme court|court of appeals|u\. ?s\. \d|docket)\b",
    re.IGNORECASE,
)
_PANEL = re.compile(r"(?:before|present|panel)\b:?\s", re.IGNORECASE)
_LISTED = re.compile(r"judges?:\s*", re.IGNORECASE)  # before the line-up, in the print of a service
# What a judge says at once whose byline does not: "Mr. Justice FRANKFURTER. Although …, I join his opinion because …".
_SET_APART = 150  # characters; a longer line that is set in is no vote and no signature
_VOICE = re.compile(
    r"\bI (?:also |therefore |must |fully |wholly |reluctantly |respectfully |would )*(?P<does>concur|dissent|join)\b"
)
# One judge who says "I" in what follows "WHITE, J., dissents." has an opinion there.
_FIRST_PERSON = re.compile(
    r"(?<![\w.])(?<!\b(?:Part|Type|Acts) )(?<!\b(?:Title|Class|Count|Phase) )(?<!\bArticle )(?<!\bChapter )I (?=[a-z])"
)
_TITLE_ONLY = re.compile(
    r"(?:separate )?(?:concurring|dissenting)(?: and (?:concurring|dissenting))? opinion\.?",
    re.IGNORECASE,
)
_OPENING = 400  # characters of the first paragraph
COURT: frozenset[str] = frozenset({"majority", "plurality", "per-curiam"})
PROSE = 200  # characters; a line before the first byline that is longer is no line of a caption
CAPTION_LIMIT = 400  # characters; a caption with all its parties rarely has more


def divide(clean: CleanText, decided: datetime.date | None, vote: str | None = None) -> Divided:
    """Cut the lines into writings at their bylines; what stands before a byline as its caption goes with it.

    ``vote`` is a line-up that is known beside the text: what the text says goes before it.
    """
    return _Divider(clean, decided, vote).run()


class _Divider:
    def __init__(
        self, clean: CleanText, decided: datetime.date | None, vote: str | None = None
    ) -> None:
        self.clean, self.decided, self.known_vote = clean, decided, vote
        self.drafts: list[Draft] = []
        self.front: list[CleanLine] = []
        self.notes: list[tuple[CleanLine, Draft | None]] = []
        self.votes: list[VoteLine] = []
        self.joins: list[Join] = []  # those that name whom they join
        self.following = ""  # the line behind the one at hand
        self.goes_on = ""  # what the next page has of the line-up at hand
        self.names_follow = False  # behind "We concur:", a name a line
        self.waiting: list[
            CleanLine
        ] = []  # captions and notices that belong to the writing whose byline follows
        self.tags: list[str] = []
        self.used: dict[str, int] = {}

    def run(self) -> Divided:
        events = list(self._events())
        for k, item in enumerate(events):
            self.following = next(
                (self._text(x) for x in events[k + 1 : k + 3] if not isinstance(x, str)), ""
            )
            self.goes_on = self._joined(events[k + 1 :]) if _is_vote(item) else ""
            if isinstance(item, str):
                self.tags.append(item)
            elif item.label and item.role in ("text", "byline") and not item.join:
                self._typed(item, parse_byline(self._text(item), self.decided))
            else:
                self._line(item)
        for line in self._claimed():
            self._current(line)
        if not self.drafts and self.front:  # no byline anywhere: one writing, its author unknown
            cut = self._front_end()
            body = self.front[cut:]
            self.front = [
                replace(line, role="caption") if line.role == "text" else line
                for line in self.front[:cut]
            ]
            self._open(Byline("majority", None))
            self.drafts[-1].lines.extend(body)
        known = parse_vote(self.known_vote, self.decided) if self.known_vote else None
        self.votes += [known] if known else []
        complete(self.drafts, self.votes, self.joins, self.decided, self._id)
        return Divided(self.front, self.drafts, self.notes, self.votes)

    def _events(self) -> Iterable[CleanLine | str]:
        """Lines, and between them the labels of the markup that was dropped there."""
        tags = deque(self.clean.tags)
        lines = deque(self.clean.lines)
        while tags or lines:
            if tags and (not lines or tags[0].at <= lines[0].span[0]):
                yield tags.popleft().label
            else:
                yield lines.popleft()

    def _text(self, line: CleanLine) -> str:
        return self.clean.text[line.span[0] : line.span[1]]

    def _joined(self, events: Sequence[CleanLine | str]) -> str:
        """The lines that go on with what stands before ``events``."""
        lines = (x for x in events if not isinstance(x, str))
        joined = itertools.takewhile(lambda x: x.join, lines)
        return "".join((" " if x.join == "blank" else "") + self._text(x) for x in joined)

    def _line(self, line: CleanLine) -> None:
        text = self._text(line)
        if line.role == "footnote":
            self.notes.append((line, self.drafts[-1] if self.drafts else None))
            return
        if line.join and self.drafts:  # it goes on with what was begun, whatever it looks like
            self.drafts[-1].lines.append(line)
            return
        if line.role == "syllabus" or (
            line.role == "text" and not self._in_opinion() and SYLLABUS_HEAD.fullmatch(text)
        ):
            self._syllabus(line)
            return
        if self._speaks(line, text) or self._of_the_head(line, text):
            return
        byline = parse_byline(text, self.decided) if line.role in ("text", "byline") else None
        in_transcript = text.startswith("THE COURT") and self._in_opinion()
        prose = line.role == "text" and self._in_syllabus() and not _plain_opening(text)
        if in_transcript or prose:
            byline = None
        if byline and self._repeats(byline):
            self.tags.clear()
            self._current(replace(line, role="byline"))
            return
        if byline and _is_bare(text):
            byline = self._bare(byline)
        if byline:
            self._open(byline)
            self.drafts[-1].lines.extend([*self._claimed(), replace(line, role="byline")])
            return
        if self.tags:
            self._open(self._tagged())
        if self._in_opinion() or self._in_syllabus():
            self._current(line)
        else:
            self.front.append(line)

    def _speaks(self, line: CleanLine, text: str) -> bool:
        """Open the writing that "WHITE, J., dissents." heads, where the judge's own words follow; whether it did."""
        voiced = self._voiced(line, text)
        if voiced:
            self._open(voiced)
            self.drafts[-1].lines.extend([*self._claimed(), replace(line, role="byline")])
        return voiced is not None

    def _voiced(self, line: CleanLine, text: str) -> Byline | None:
        if line.role not in ("text", "byline", "heading") or not self._in_opinion():
            return None
        if len(text) > _SET_APART:
            return None
        if not _FIRST_PERSON.search(self.following[:_OPENING]) or parse_byline(self.following):
            return None
        if _TITLE_ONLY.fullmatch(text):
            return Byline(stance(text), None)
        told = parse_told(text, self.decided)
        if told is None or len(told.writings) > 1 or re.search(r"\bjoins?\b|particip|sit\b", text):
            return None
        said = told.writings[0] if told.writings else None
        who = re.match(r"(.{3,60}?),? (?:concur|dissent)s\b", text)
        names = bench(who[1], self.decided) if who else []
        opened = said or (Byline(stance(text), names[0]) if len(names) == 1 else None)
        return (
            None if opened is None or opened.author in {d.author for d in self.drafts} else opened
        )

    def _of_the_head(self, line: CleanLine, text: str) -> bool:
        """Take captions, notices and what is told of the votes; whether the line was one of them."""
        listed = _LISTED.match(text) if line.role == "caption" else None
        said = (text[listed.end() :] if listed else text) + self.goes_on
        known = line.role == "vote" or listed or (line.role != "notice" and not self._in_opinion())
        vote = parse_vote(said, self.decided) if known else None
        if line.role in ("caption", "notice") and not listed:
            self._aside(replace(line, role="vote") if vote else line)
            self.votes += [vote] if vote else []
            return True
        told = None if vote else self._told(line, said)
        if vote:
            self.votes.append(vote)
        elif told:
            self._join(told)
        elif not listed:
            return False
        if listed:
            self._aside(replace(line, role="vote") if vote or told else line)
        else:
            (self.drafts[-1].lines if self.drafts else self.front).append(
                replace(line, role="vote")
            )
        return True

    def _aside(self, line: CleanLine) -> None:
        """The title of the case, or what stands over the next writing."""
        (self.waiting if self.drafts else self.front).append(line)

    def _typed(self, line: CleanLine, byline: Byline | None) -> None:
        """A writing that the format opens here: its label says ``kind:Author``, or ``kind:Author;Joiner;…``, and
        holds where the words of the byline say less.
        """
        kind, _, names = (line.label or "").partition(":")
        author, *joined = names.split(";")
        known = next((k for k in get_args(WritingKind) if k == kind), None)
        if byline is None:
            opened = Byline(
                known or ("statement" if self._in_opinion() else "majority"),
                author or None,
                tuple(joined),
            )
            if re.match(r"per curiam\b", self._text(line), re.IGNORECASE):
                opened = Byline("per-curiam", None)
        elif known and _is_bare(self._text(line)):
            opened = replace(byline, kind=known)
            line = replace(line, role="byline")
        else:
            opened = byline
            line = replace(line, role="byline")
        self._open(opened)
        self.drafts[-1].lines.extend([*self._claimed(), replace(line, label=None)])

    def _told(self, line: CleanLine, text: str) -> Told | None:
        """What a line tells of judges without a writing of their own: a line of its own, below the text or above it."""
        if line.role == "blockquote" and (len(text) > _SET_APART or text[:1] in "\"“‘'"):
            return None
        if line.role not in ("text", "byline", "vote", "caption", "blockquote"):
            return None
        signed = signature(text, self.decided) if self._in_opinion() else ()
        if signed:
            return Told((Join(signed, court=True),) if self.names_follow else ())
        if self.names_follow and _is_bare(text) and (byline := parse_byline(text, self.decided)):
            return Told((Join(tuple(n for n in (byline.author,) if n), court=True),))
        self.names_follow = self._in_opinion() and bool(NAMES_FOLLOW.fullmatch(text))
        return Told() if self.names_follow else parse_told(text, self.decided)

    def _join(self, told: Told) -> None:
        if told.writings:
            self.votes.append(VoteLine(told.writings))
        now = self.drafts[-1] if self._in_opinion() else None
        for join in told.joins:
            if join.author:
                self.joins.append(join)
            elif now and (now.kind in COURT or not join.court):
                now.joined_by = with_names(now, join.names)

    def _repeats(self, byline: Byline) -> bool:
        """Whether a byline names the writing that is going on: a running head that has stayed in a
        plain text (``KAGAN, J.,
        dissenting``), or the byline itself behind such a head.  Nobody writes twice in the same capacity.
        """
        now = self.drafts[-1] if self.drafts else None
        if (
            now is None
            or now.author is None
            or (now.author, now.kind) != (byline.author, byline.kind)
        ):
            return False
        if byline.joined_by and not now.joined_by:
            now.joined_by, now.joined_note = byline.joined_by, byline.joined_note
        return True

    def _bare(self, byline: Byline) -> Byline | None:
        """A name and an office alone ("Boudin, Circuit Judge.") head the opinion of the court or list its panel.

        Where the one before has no text yet, that was a list: it becomes a caption.  Once the court's
        opinion has begun, such a line heads nothing, unless the one who is named says "I concur" or "I dissent" next.
        """
        court = [d for d in self.drafts if d.kind in COURT]
        if not court:
            return byline
        if court[-1] is self.drafts[-1] and not any(
            line.role == "text" for line in court[-1].lines
        ):
            listed = self.drafts.pop()
            self.used[listed.id] -= 1
            self.front.extend(replace(line, role="caption") for line in listed.lines)
            return byline
        voice = _VOICE.search(self.following[:_OPENING])
        if voice and byline.author not in {d.author for d in self.drafts}:
            return replace(
                byline, kind=stance(voice["does"] if voice["does"] != "join" else "concur")
            )
        return None

    def _in_opinion(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].kind != "syllabus"

    def _in_syllabus(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].kind == "syllabus"

    def _claimed(self) -> list[CleanLine]:
        claimed, self.waiting = self.waiting, []
        return claimed

    def _current(self, line: CleanLine) -> None:
        if not self.drafts:
            self._open(Byline("majority", None))
        self.drafts[-1].lines.extend([*self._claimed(), line])

    def _syllabus(self, line: CleanLine) -> None:
        if not self._in_syllabus():
            self.front += self._claimed()  # the title above a syllabus is the case's
            self.drafts.append(Draft(self._id("syllabus"), "syllabus", None))
        if not SYLLABUS_HEAD.fullmatch(self._text(line)):
            self.drafts[-1].lines.append(replace(line, role="text"))
        else:
            self.drafts[-1].lines.append(line)

    def _tagged(self) -> Byline:
        """What the tags before a writing without a byline say: kind, and the author in capitals."""
        kinds = {tag.partition(":")[0] for tag in self.tags}
        author = next(
            (a for a in (tag.partition(":")[2] for tag in reversed(self.tags)) if a), None
        )
        if {"concur", "dissent"} <= kinds:
            kind: WritingKind = "concurrence-in-part-dissent-in-part"
        else:
            kind = next((_TAG_KINDS[k] for k in _TAG_KINDS if k in kinds), "majority")
        if author and re.search(r"\bcuriam\b", author, re.IGNORECASE):
            return Byline("per-curiam" if kind == "majority" else kind, None)
        return Byline(kind, surname(author) if author else None)

    def _open(self, byline: Byline) -> None:
        self.tags.clear()
        if not self.drafts and byline.kind not in COURT:
            self._unnamed_majority()
        court = byline.kind in COURT
        if court and not any(d.id == "majority" for d in self.drafts):
            ident = "majority"
        else:
            ident = surname_id(byline.author) or byline.kind
            ident = f"opinion-{ident}" if _RESERVED_ID.fullmatch(ident) else ident
        self.drafts.append(
            Draft(self._id(ident), byline.kind, byline.author, byline.joined_by, byline.joined_note)
        )

    def _unnamed_majority(self) -> None:
        """Before the first separate writing stands the opinion of the court, though its byline was not found."""
        cut = self._front_end()
        body = self.front[cut:]
        if not any(line.role == "text" and len(self._text(line)) > PROSE for line in body):
            return
        self.front = self.front[:cut]
        self.drafts.append(Draft(self._id("majority"), "majority", None, lines=body))

    def _front_end(self) -> int:
        """How many of the lines before any byline are the head of the case: those that are known to be, or look so."""
        known = 0
        for k, line in enumerate(self.front, 1):
            if line.role in ("caption", "notice"):
                known = k
            elif len(self._text(line)) > PROSE:
                break
        return max(_caption_end([self._text(line) for line in self.front]), known)

    def _id(self, wanted: str) -> str:
        self.used[wanted] = self.used.get(wanted, 0) + 1
        return wanted if self.used[wanted] == 1 else f"{wanted}-{self.used[wanted]}"


def _is_vote(item: CleanLine | str) -> bool:
    return not isinstance(item, str) and item.role == "vote"


def _is_bare(text: str) -> bool:
    """Whether a byline says nothing of what the judge does with the case."""
    return not re.search(
        r"deliver|announc|concur|dissent|dubitante|curiam|opinion|statement", text, re.IGNORECASE
    )


def _plain_opening(text: str) -> bool:
    """In a syllabus the Reporter says who "delivered the opinion …, concluding that …"; a byline stops short."""
    return "concluding" not in text and len(text) < 250


def _caption_end(lines: Sequence[str]) -> int:
    """How many of the first lines are a caption: short ones that carry its signs, in an unbroken run from the top."""
    end = 0
    for index, line in enumerate(lines[:40]):
        if len(line) > CAPTION_LIMIT or (
            len(line) > 90 and line.rstrip().endswith(".") and not line.isupper()
        ):
            break
        named = bench(_PANEL.sub("", line))  # "HASTINGS, C.J., and BOSLAUGH and WHITE, JJ."
        if _CAPTION_SIGN.search(line) or (line.isupper() and len(line) > 3) or len(named) > 1:
            end = index + 1
    return end
