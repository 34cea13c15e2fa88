"""Notes at the foot of printed pages: which line begins one, which goes on, and where each is called."""

from __future__ import annotations

import time

from generator.read.slip.flow import paragraphs
from generator.read.slip.notes import calls_of, notes_of
from generator.read.slip.sheets import lines_of, sheets_of

BODY = """The lease was for seven years, and in the fourth of them the
Township wrote that it was over.{0} The tenant sued at once, as
was his right, and the court below gave him nothing for it.{1}
We granted the petition, for the courts of appeals have long"""


def told(
    *pages: tuple[list[str], list[str]], rule: bool = True
) -> list[tuple[str, str, str | None]]:
    """The notes of a writing: label, words, and the four characters before the call."""
    texts = [
        f"Cite as: 590 U. S. ____ (2020)\n{number}\nOpinion of the Court\n"
        + BODY.format(*calls)
        + ("\n——————\n" if rule and foot else "\n")
        + "\n".join(foot)
        for number, (calls, foot) in enumerate(pages, start=1)
    ]
    text = "\f".join(texts)
    lines, at = [], 0
    for own in texts:
        lines.append(lines_of(text, at, at + len(own)))
        at += len(own) + 1
    found = sheets_of(lines)
    notes, strays = notes_of(found, 0)
    assert not strays
    calls = {
        c.label: text[c.span[0] - 4 : c.span[0]]
        for c in calls_of(notes, {k: s.body for k, s in enumerate(found)})
    }
    return [
        (n.label, " ".join(line.text for _, line in n.lines), calls.get(n.label)) for n in notes
    ]


def test_pages_without_end_take_no_time() -> None:
    """Each line is looked at for itself: a page may be as long as the file."""
    began = time.process_time()
    for line in ("1", "SMITH, J., concurs.", "The lease was for seven years.", "*"):
        text = "\n".join([line] * 20_000)
        (sheet,) = sheets_of([lines_of(text, 0, len(text))])
        notes_of([sheet], 0)
        paragraphs(sheet.body)
    assert time.process_time() - began < 5


def test_notes_in_order() -> None:
    assert told((["1", "2"], ["1 See 5 U. S.", "6 (1803).", "2 Ibid."])) == [
        ("1", "1 See 5 U. S. 6 (1803).", "ver."),
        ("2", "2 Ibid.", " it."),
    ]


def test_a_note_runs_over_three_pages() -> None:
    assert told(
        (["1", ""], ["1 See first what is", "said here, and then"]),
        (["", ""], ["what is said there, and at last"]),
        (["", "2"], ["what is said nowhere.", "2 Ibid."]),
    ) == [
        (
            "1",
            "1 See first what is said here, and then what is said there, and at last what is said nowhere.",
            "ver.",
        ),
        ("2", "2 Ibid.", " it."),
    ]


def test_a_missing_page_takes_its_notes_with_it() -> None:
    found = told((["1", ""], ["1 See Doe."]), (["5", "6"], ["5 See Roe.", "6 See Poe."]))
    assert [(label, call) for label, _, call in found] == [
        ("1", "ver."),
        ("5", "ver."),
        ("6", " it."),
    ]


def test_a_figure_within_a_note_begins_none() -> None:
    assert told((["1", ""], ["1 See the court below, at", "5 The court held otherwise."])) == [
        ("1", "1 See the court below, at 5 The court held otherwise.", "ver.")
    ]
    assert len(told((["1", ""], ["1 See the court below.", "3 Collier ¶1305.02."]))) == 1


def test_a_star_page_is_no_note() -> None:
    assert told((["1", ""], ["1 See 1 Blackstone", "*465 (“an infant cannot”)."])) == [
        ("1", "1 See 1 Blackstone *465 (“an infant cannot”).", "ver.")
    ]


def test_a_star_and_a_dagger() -> None:
    assert told((["*", "†"], ["*The brief is late.", "†So is the reply."])) == [
        ("*", "*The brief is late.", "ver."),
        ("†", "†So is the reply.", " it."),
    ]


def test_a_beginning_that_was_put_behind_the_other_notes() -> None:
    found = told(
        (["1", "2"], ["1 See Doe."]),
        (["3", "4"], ["2 See Roe.", "v. Poe, 5 U. S. 6.", "4 See Coe.", "3 Joe"]),
    )
    assert [label for label, _, _ in found] == ["1", "2", "3", "4"]
    assert found[2] == ("3", "3 Joe", "ver.")


def test_a_note_that_runs_on_below_no_rule() -> None:
    wide = "what is said there of the lease, its term, the Township’s wish, and all that had gone before"
    first = [
        "1",
        "See at first what is said here of the lease and of the tenant, and then of the land,",
    ]
    found = told((["1", ""], first), (["", ""], [wide, "and of the law."]), rule=False)
    assert found == [("1", " ".join([*first, wide, "and of the law."]), "ver.")]


def test_the_figure_of_a_rule_is_no_call() -> None:
    body = ["", "", "1", "1 See Doe."]
    text = (
        "Cite as: 590 U. S. ____ (2020)\n1\nOpinion of the Court\nThe petition broke Rule 15.1 by this.\n"
        f"So much is agreed.{body[2]}\n——————\n{body[3]}"
    )
    found = sheets_of([lines_of(text)])
    notes, _ = notes_of(found, 0)
    (call,) = calls_of(notes, {0: found[0].body})
    assert text[call.span[0] - 7 : call.span[0]] == "agreed."


WIDE = [
    "Although the parties did not frame their question to include this threshold inquiry, it",
    "is comprised by the one that they put. See Doe v. Roe, 5 U. S. 6, 7 (1803).",
]
WIDER = [
    "The tenant also says that the Township has waived the point, but nobody argued it below",
    "and nobody can do so here for the first time.",
]


def test_a_label_that_was_put_at_the_end_of_the_page() -> None:
    assert told((["1", ""], [*WIDE, "1"]), (["2", ""], ["2", *WIDER]), rule=False) == [
        ("1", " ".join(WIDE), "ver."),
        ("2", f"2 {' '.join(WIDER)}", "ver."),
    ]
    assert told((["1", "2"], [*WIDE, "2", *WIDER, "1"]), rule=False) == [
        ("1", " ".join(WIDE), "ver."),
        ("2", f"2 {' '.join(WIDER)}", " it."),
    ]


def test_a_figure_at_the_end_of_a_page_without_smaller_type_is_no_label() -> None:
    assert told((["1", ""], ["and Parts", "1"]), rule=False)[0][1] == "1"
