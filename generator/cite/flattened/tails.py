"""What follows the name of a case when its numbers are gone: the remnants of its parentheses and of its reporter.

::

    ryburn huff,per curiam slip,at          (2012) (per curiam) (slip op., at 6–8)
    johnson united states,opinion of jackson    (opinion of Jackson, J.)
    gonzalez crosby,stevens,dissenting      (Stevens, J., dissenting)
    holland state,so.fla                    773 So. 2d 1065 (Fla. 2000)
    in re jorge,ariz.app                    202 Ariz. 277 (App. 2002)
    bailey glover,wall.                     21 Wall. 342

The order is that of the Bluebook (Rules 10.5 and 10.6): court and year, then what tells the writing.  What explains the
citation ("holding that …", "internal quotation marks omitted") does not belong to it.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from generator.cite.flattened.vocabulary import is_name, lists
from generator.justices import is_justice

_PER_CURIAM = re.compile(r"[,. ]{1,2}per cu ?riam(?![^\W\d_])")
_EN_BANC = re.compile(r"[,. ]{1,2}en banc(?![^\W\d_])")
# "slip,at" and "at slip,at"; of a page on the slip opinion without "op., at" only "slip" is left.
SLIP = re.compile(
    r"[,. ]{0,2}(?<![^\W\d_])(?:at,? )?slip(?: op)?(?:[,.]{0,2} ?at(?![^\W\d_]))?(?![^\W\d_])"
)
_OPINION = re.compile(r"[,. ]{1,2}opinion of ([^\W\d_]{2,20})(?: ([^\W\d_]{2,20}))?(?![^\W\d_])")
_PLURALITY = re.compile(r"[,. ]{1,2}(?:joint |plurality )opinion(?![^\W\d_])")
_SIDE = r"(?:concurring|dissenting)(?: in (?:part|(?:the )?(?:judgment|result)))?"
_STANCE = re.compile(
    rf"[,. ]{{1,2}}([^\W\d_]{{2,20}})(?:,| and [^\W\d_]{{2,20}},) ?{_SIDE}(?: and {_SIDE})?(?![^\W\d_])"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """What was read behind a name: where it ends, and what it tells of the case.

    ``author``: surname in lower case of the writing's author.  ``lower_court``: the case is no decision of the Supreme
    Court.
    """

    end: int
    per_curiam: bool = False
    author: str | None = None
    lower_court: bool = False
    slip: bool = False


def read_tail(text: str, at: int) -> Tail:
    """The remnants that follow a name that ends at ``at``, in a text in lower case; an empty tail ends there too."""
    court = _remnants().match(text, at)
    early = None if court else _nominative().match(text, at)
    end = court.end() if court else early.end() if early else at
    per_curiam = slip = False
    author: str | None = None
    while True:
        if match := _PER_CURIAM.match(text, end):
            per_curiam = True
        elif match := SLIP.match(text, end):
            slip = True
        elif found := read_writing(text, end):
            end, author = found
            continue
        else:
            match = _EN_BANC.match(text, end) or _PLURALITY.match(text, end)
        if not match:
            break
        end = match.end()
    return Tail(end, per_curiam, author, court is not None, slip)


def read_writing(text: str, at: int) -> tuple[int, str] | None:
    """A parenthesis that tells the author of a writing, at ``at``: (its end, the surname in lower case)."""
    if match := _OPINION.match(text, at):
        first, second = match.group(1), match.group(2)
        if second and is_justice(f"{first} {second}"):
            return match.end(), second
        if is_justice(first):
            return match.end(1), first
    if (match := _STANCE.match(text, at)) and (
        is_justice(match.group(1)) or is_name(match.group(1))
    ):
        return match.end(), match.group(1)
    return None


@functools.cache
def _nominative() -> re.Pattern[str]:
    """What is left of 21 Wall. 342 in "bailey glover,wall."."""
    return re.compile(rf"[,.](?:{'|'.join(sorted(lists().nominative))})(?=\.)")


@functools.cache
def _remnants() -> re.Pattern[str]:
    """Words of reporters and courts: the first shows that it is one, the others go on."""
    table = lists()
    dotted = "|".join(sorted(table.lower_courts_with_period))
    alone = "|".join(sorted(table.lower_courts_alone))
    all_of_them = "|".join(
        sorted(
            table.lower_courts_with_period | table.lower_courts_alone | table.lower_courts_further
        )
    )
    letter = r"[^\W\d_]"
    # Only behind a comma, and no code: neither "gates.cal.law allows" nor "gates,cal.penal code ann."
    start = r"(?:,no\.(?=(?:wl|cv|civ)[., ])|, ?)"
    code = rf"\.{letter}{{0,9}}[. ]?(?:code|const|stat|ann|laws|rule)"
    return re.compile(
        rf"{start}(?:(?:{dotted})(?=\.)(?!{code})|(?:{alone})(?=[., ]|$)|app\.(?:div|dc|cadc)(?!{letter}))"
        # "app" goes on only where it is no appendix: "cal.app.", not "app.to pet.for cert."
        rf"(?:[., ]{{1,2}}(?!app\.to )(?:{all_of_them})(?!{letter})){{0,6}}"
    )
