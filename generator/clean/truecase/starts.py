"""Where sentences begin in a text that has lost its figures, quotation marks and half its citations.

A full stop ends a sentence unless it stands behind an abbreviation.  But figures are lost: of ``App. 45. The`` there
is ``app. the`` left, so an abbreviation that figures followed ends a sentence if what comes next looks like a
beginning. Commas end sentences as well: ``Walker v. Martin, 562 U. S. ___. The bar`` has become ``walker martin,
the bar``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

# After these the sentence always goes on: "Dr. Smith", "Cf. Leon", "et al. as amici".
GOING_ON = frozenset(
    """cf eg mr mrs ms dr prof no nos pet tr sgt lt capt gen col hon st id rev pub civ crim evid proc dist exh art
    arts ann div bd ct ch supp vol nn reg etc""".split()
)
# After these a figure has gone, and with it the end of a sentence perhaps: a beginner must follow.
MAYBE = frozenset(
    """stat cl fed ed cir cal wall cong sess amdt par sec al cranch wheat how misc inc co corp jr sr so
    docs""".split()
)
# After these a sentence ends unless what follows goes on with the citation.
OFTEN = frozenset("app cert pp p arg doc ibid".split())
# Of these there are pages as well: "App. pp. 8-12".
PAPERS = frozenset("app doc docs cert exh stat cong rep proc".split())
ABBREVIATIONS = GOING_ON | MAYBE | OFTEN
# Words that begin a sentence, or at least hardly ever go on after an abbreviation.
BEGINNERS = frozenset(
    """the we he she it this that these those in but although though because if when while since as for there here
    nor thus moreover indeed however nonetheless nevertheless accordingly first second third finally under our his
    her its their they see had after before what who where whether not only even both neither one no some such all
    any with by on at i petitioner respondent petitioners respondents congress a an of rather instead given
    unlike""".split()
)
# Behind a State's abbreviation and its period the citation goes on; the full names serve to know a State's rules.
STATES = frozenset(
    """ala ariz ark cal colo conn del fla ga haw ill ind kan ky la mass md me mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo alabama alaska arizona arkansas california colorado connecticut delaware
    florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts
    michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee
    texas utah vermont virginia wisconsin wyoming""".split()
)
_NOT_AFTER = {
    "app": frozenset({"to", "and", "for", "of"}),
    "pp": frozenset({"to", "and", "under", "of", "a"}),
    "stat": frozenset({"to", "as", "an", "but", "and"}),
    "cl": frozenset({"see", "and", "is"}),
    "so": frozenset({"on", "at", "a"}),
}
# Words with which no sentence begins, whatever stands before: a stop before them is left of a lost word ("giving
# rise. to").
_NEVER = frozenset(
    "is was are were has than or whom of hereinafter emphasis citation citations bracketed".split()
)
# What explains a citation, in parentheses that are lost.
_EXPLAINING = frozenset("quoting citing noting".split())
# Words that go on after a citation rather than begin a sentence.
_CONTINUING = frozenset(
    """and or see is was at are were has have had quoting citing which who whose that cert accord affd overruled
    aff reversed internal emphasis omitted dissenting concurring slip opinion per en with brackets alteration
    alterations first supra infra ante post ibid held holds rev vacated cf app to of nor than""".split()
)
# What is left of "Id., at 729, n. 3" begins with "at".
_REMNANT_WORDS = frozenset(
    "quoting citing opinion emphasis and n nn slip internal footnote plurality dissenting concurring see".split()
)
SIGNALS = frozenset("see cf accord compare quoting citing also but eg e g generally contra".split())
# Letters under which a syllabus sets out what was held; "(a)" has its brackets back before this stage.
_LETTERS = frozenset("bcdefgh")


def starts(
    words: Sequence[str],
    gaps: Sequence[str],
    cited: Container[int] = (),
    syllabus: bool = False,
    headed: Container[int] = (),
) -> list[int]:
    """The indices of words that begin a sentence.

    ``gaps[i]`` stands before ``words[i]``, ``gaps[len(words)]`` behind the last.  ``cited``: words that are the
    last of a citation which could end a sentence.  ``syllabus``: letters before a sentence are those of its
    paragraphs; ``headed``: those ``a`` that are such letters.
    """
    out: list[int] = []
    pending = bool(words)
    for i, word in enumerate(words):
        gap = gaps[i]
        if not (pending or i in headed or (gap != " " and _ends(i, gap, words, cited))):
            continue
        pending = False
        after = gaps[i + 1]
        if "(" in gap and ")" in after and len(word) == 1:
            pending = True  # "(a) Qualified immunity"
        elif (syllabus and word in _LETTERS and after == " ") or i in headed:
            pending = True
        elif i == 0 and word == "q" and after == " ":
            out.append(i)  # the question of a deposition
            pending = True
        elif syllabus and word == "held" and i + 1 < len(words):
            out.append(i)
            pending = True  # "Held: The officers"
        elif len(word) == 1 and after.startswith(".") and word != "i":
            pending = True  # what is left of "§ 1658(b). The"
        elif word == "a" and after.startswith(","):
            continue  # what is left of "26 U. S. C. § 5845(a),"
        elif word == "i" and words[i - 1] == "cert":
            continue  # "Pet. for Cert. i"
        elif not _is_remnant(i, words, gaps):
            out.append(i)
    return out


def _ends(i: int, gap: str, words: Sequence[str], cited: Container[int]) -> bool:
    """Whether a sentence ends before ``words[i]``."""
    if "?" in gap or "!" in gap:
        return True
    before, word = words[i - 1], words[i]
    if "." in gap:
        if word in _NEVER or before in GOING_ON:
            return False
        if len(before) == 1 and before not in "ai":
            return word in BEGINNERS and word not in _NOT_AFTER["pp"]
        if before in OFTEN:
            return not (
                word in _CONTINUING or word.endswith("ing") or word in _NOT_AFTER.get(before, ())
            )
        if word in _EXPLAINING and before == "at":
            return False
        if before in MAYBE or (before in STATES and len(before) < 6):
            return word in BEGINNERS and word not in _NOT_AFTER.get(before, _CONTINUING)
        return True
    return (
        "," in gap
        and i - 1 in cited
        and word not in _CONTINUING | _NEVER
        and not word.endswith("ing")
    )


def _is_remnant(i: int, words: Sequence[str], gaps: Sequence[str]) -> bool:
    """``at`` of a lost "Id., at 729": a mark behind it, or a word that speaks of the citation."""
    if words[i] != "at":
        return False
    return gaps[i + 1] != " " or (i + 1 < len(words) and words[i + 1] in _REMNANT_WORDS)
