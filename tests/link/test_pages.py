"""The pages of a case: as marked, and as inferred where the marks are lost."""

from __future__ import annotations

import itertools
import random
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.link.page_borders import Known, leaves
from generator.link.page_evidence import STYLES, FixedPoint, Pin, page_system, pages_of
from generator.link.page_fill import Heads, Style, first_fill, short_fill, whole_fill
from generator.link.page_stream import Place, Stream
from generator.link.pages import PageMap, page_map
from generator.model import CaseInfo
from tests.kit import case_of

if TYPE_CHECKING:
    from generator.model import Case

US = STYLES["U.S."]
WORDS = "the of and court statute petitioner that in to a is not officer warrant judgment".split()


def printed(
    pages: int, *, mark: str = "   ", seed: int = 1, noise: int = 2
) -> tuple[str, list[int]]:
    """An opinion of so many pages as a service prints it, and where its pages begin once its blanks are single.

    ``mark`` stands where a page begins; ``noise`` more of them stand on a page where none does.
    """
    rng = random.Random(seed)
    text = ""
    heads = [0]
    room = US.full
    while len(heads) <= pages:
        sentence = " ".join(rng.choice(WORDS) for _ in range(14)).capitalize() + ". "
        cut = 0
        if len(sentence) > room:
            cut = sentence.find(" ", max(0, int(room) - 8))
            heads.append(len(re.sub(" +", " ", text + sentence[: cut + 1])))
            room += US.full
        elif rng.random() < noise * len(sentence) / US.full:
            cut = sentence.find(" ", 20)
        room -= len(sentence)
        text += sentence[:cut] + mark + sentence[cut + 1 :] if cut else sentence
        if rng.random() < 0.1:
            text = text.rstrip() + "\n"
            room -= 28
    return text, heads[:pages]


def head_offsets(case: Case, heads: list[int]) -> list[int]:
    """The clean offsets of page heads."""
    start = case.clean.text.index("\n") + 1
    return [start + h for h in heads]


def opinion(text: str, info: CaseInfo | None = None) -> Case:
    head = "JUSTICE WHITE delivered the opinion of the Court.\n"
    return case_of(head + text.rstrip() + "\nThe judgment is affirmed.\n", "lexis", info)


def starts(pages: PageMap, number: int, writing: str | None = None) -> int | None:
    """The clean offset at which a page most probably begins."""
    extents = pages.extents(number, writing)
    return max(extents, key=lambda e: e.probability).start if extents else None


# ---------------------------------------------------------------------------------------------------- pins


@pytest.mark.parametrize(
    ("pin", "pages"),
    [
        ("341", [(341, 341)]),
        ("334-335", [(334, 335)]),
        ("334–35", [(334, 335)]),
        ("1198--99", [(1198, 1199)]),
        ("2, 11", [(2, 2), (11, 11)]),
        ("10, n. 9", [(10, 10)]),
        ("10, and nn. 3–5", [(10, 10)]),
        ("n. 3", []),
        ("___", []),
        ("350-341", [(350, 350)]),  # a slip of the pen, not 1,300 pages
        ("1-999", [(1, 1)]),
        (None, []),
    ],
)
def test_pages_of_a_pin(pin: str | None, pages: list[tuple[int, int]]) -> None:
    assert pages_of(pin) == pages


# ---------------------------------------------------------------------------------------------- star pages

MARKED = """JUSTICE WHITE delivered the opinion of the Court.
The first page has only this much on it. [*338] The second goes on with its argument for a good while.
A paragraph that lies on the second page altogether and does not leave it.
One that begins there [*339] and ends on the third, as so many do.
JUSTICE POWELL, dissenting.
This stands on the third page, too, below the end of the opinion. [*340] And this does not.
"""


def test_marked_pages_run_on_through_the_writings() -> None:
    case = case_of(MARKED, "lexis")
    pages = page_map(case, ())
    assert (pages.system, pages.known, pages.restarts) == ("star", True, False)

    def on(page: int, writing: str) -> list[str]:
        return [case.blocks[k].text[:9] for k in sorted(pages.shares((page, page), writing))]

    assert on(337, "majority") == ["The first"]
    assert on(338, "majority") == ["The first", "A paragra", "One that "]
    assert on(339, "majority") == ["One that "]
    assert on(339, "powell") == ["This stan"]
    assert on(340, "powell") == ["This stan"]
    assert on(338, "powell") == on(341, "powell") == []
    assert sorted(pages.shares((338, 339), "majority")) == sorted(
        {*pages.shares((338, 338), "majority"), *pages.shares((339, 339), "majority")}
    )


def test_marked_pages_that_begin_anew_in_each_writing() -> None:
    text = MARKED.replace("[*338]", "[*2]").replace("[*339]", "[*3]").replace("[*340]", "[*2]")
    case = case_of(text, "lexis")
    pages = page_map(case, ())
    assert pages.restarts
    first = [k for k, b in enumerate(case.blocks) if b.text.startswith("This stands")]
    assert sorted(pages.shares((1, 1), "powell")) == first
    assert len(pages.shares((2, 2), "majority")) == 3


def test_nothing_known() -> None:
    pages = page_map(opinion("A short one."), ())
    assert pages.system is None
    assert not pages.known
    assert pages.shares((1, 3), "majority") == {}


# -------------------------------------------------------------------------------------------- lost pages


@pytest.mark.parametrize("mark", [" ", "   ", "    "])
def test_lost_pages_are_found_between_fixed_points(mark: str) -> None:
    """Twelve pages, two of them known: the others lie where they were printed."""
    text, heads = printed(12, mark=mark)
    case = opinion(text)
    clean = head_offsets(case, heads)
    pins = [
        Pin(-1, (700 + k, 700 + k), ("majority",), places=((clean[k] + 900, 0.99),)) for k in (2, 9)
    ]
    pages = page_map(case, pins)
    assert pages.system == "U.S."
    found = [starts(pages, 700 + k) for k in range(1, 12)]
    off = [abs((f or 0) - h) for f, h in zip(found, clean[1:], strict=True)]
    # Without traces nothing tells how much of its first page the opinion takes.
    assert max(off) < (US.full / 2 if mark == " " else 100)


def test_a_point_from_another_case_fixes_the_pages() -> None:
    text, _ = printed(6)
    case = opinion(text)
    block = max(case.blocks, key=lambda b: len(b.text))
    at = case.blocks.index(block)
    pages = page_map(case, (), [FixedPoint(block.id, 10, (475, 475))])
    assert pages.system == "U.S."
    assert pages.shares((475, 475), "majority")[at][0] > 0.9
    assert page_map(case, (), [FixedPoint("p999", 0, (475, 475))]).shares((475, 475), "x") == {}


def test_a_contradicting_point_only_costs_itself() -> None:
    text, heads = printed(10)
    case = opinion(text)
    at = [h + 900 for h in head_offsets(case, heads)]
    right = [
        Pin(-1, (20 + k, 20 + k), ("majority",), places=((at[k], 0.99),)) for k in (1, 3, 6, 8)
    ]
    wrong = Pin(-1, (29, 29), ("majority",), places=((at[4], 0.99),))
    case = opinion(text, CaseInfo(first_page=18))
    with_it = page_map(case, [*right, wrong])
    without = page_map(case, right)
    for page in range(21, 29):
        assert starts(with_it, page) == starts(without, page)


# ------------------------------------------------------------------------------------------ the page system


def system_of(pages: list[int], chars: int, first: int | None = None) -> str:
    """The system of pins spread evenly over an opinion of so many characters."""
    text, _ = printed(max(2, chars // 2100), mark=" ", noise=0)
    case = opinion(text, CaseInfo(first_page=first))
    stream = Stream(case, ["majority"])
    places = stream.places()
    step = (places[-1].at - places[0].at) / len(pages)
    pins = [
        Pin(-1, (p, p), ("majority",), places=((int(places[0].at + step * (k + 0.5)), 0.99),))
        for k, p in enumerate(pages)
    ]
    return page_system(stream, places, pins)


@pytest.mark.parametrize(
    ("pages", "chars", "first", "system"),
    [
        ([1, 4, 8, 11], 25_000, None, "slip"),
        ([338, 341, 345, 348], 25_000, None, "U.S."),
        ([1094, 1095, 1096, 1098], 25_000, None, "S. Ct."),
        ([7, 11], 25_000, 2, "U.S."),  # the volume begins with this case
        ([3], 25_000, None, "slip"),
        ([40, 44], 25_000, None, "U.S."),  # more pages than the writing has
    ],
)
def test_how_the_pages_count(pages: list[int], chars: int, first: int | None, system: str) -> None:
    assert system_of(pages, chars, first) == system


def test_slip_pages_begin_anew_in_each_writing() -> None:
    text, _ = printed(5, mark=" ", noise=0)
    other, _ = printed(4, mark=" ", noise=0, seed=2)
    case = case_of(
        f"JUSTICE WHITE delivered the opinion of the Court.\n{text.rstrip()}\n"
        f"JUSTICE POWELL, dissenting.\n{other.rstrip()}\n",
        "lexis",
    )
    pins = [Pin(-1, (3, 3), ("majority",)), Pin(-1, (2, 2), ("powell",))]
    pages = page_map(case, pins)
    assert pages.system == "slip"
    assert pages.restarts
    ours, theirs = starts(pages, 2, "majority"), starts(pages, 2, "powell")
    assert ours is not None
    assert theirs is not None
    assert ours < theirs
    # A slip opinion's first page is half taken by its caption.
    assert ours - (starts(pages, 1, "majority") or 0) < 1700


# ---------------------------------------------------------------------------------------------- the printer


def test_how_full_pages_are() -> None:
    full = whole_fill(US.full, 0, 0, US, odd=True)
    assert full > whole_fill(US.full - 300, 0, 0, US, odd=True)
    assert whole_fill(US.full - 600, 1, 0, US, odd=True) > whole_fill(US.full, 1, 0, US, odd=True)
    assert whole_fill(US.full - 600, 0, 1, US, odd=True) > whole_fill(
        US.full - 600, 0, 0, US, odd=True
    )
    assert whole_fill(US.full - 600, 0, 0, US, odd=False) == float("-inf")
    assert short_fill(100, US) == short_fill(2000, US) > short_fill(2600, US)
    slip = STYLES["slip"]
    assert first_fill(1200, slip, short=False) > first_fill(1900, slip, short=False)
    assert first_fill(200, slip, short=True) > first_fill(200, slip, short=False)


def test_what_stands_at_the_head_of_a_page() -> None:
    heads = Heads()
    gap = [heads.of(Place(0, 0, 0, "gap", blanks)) for blanks in (2, 3, 4, 9)]
    assert gap == sorted(gap)
    assert heads.of(Place(0, 0, 0, "silent")) < heads.of(Place(0, 0, 0, "paragraph")) < gap[-1]


def test_the_stream_counts_lines_notes_and_writings() -> None:
    case = case_of(
        "JUSTICE WHITE delivered the opinion of the Court.\nI\nIt was lost. 1 He sued.\nHe won. 2 So be it.\n"
        "JUSTICE POWELL, dissenting.\nI do not agree.   Not at all.\n",
        "lexis",
    )
    stream = Stream(case, ["majority", "powell"])
    places = stream.places()
    assert places[0].kind == "start"
    assert {"writing", "end"} <= {p.kind for p in places}
    assert [p.at for p in places] == sorted({p.at for p in places})
    assert [p.fill for p in places] == sorted(p.fill for p in places)
    assert places[-1].calls == 2
    assert stream.call("majority", "2") is not None
    assert stream.call("powell", "2") is None
    assert list(stream.spans()) == ["majority", "powell"]


# --------------------------------------------------------------------------------------- what always holds

_FACTS = st.lists(
    st.tuples(st.integers(0, 12_000), st.integers(95, 125), st.integers(0, 3)), max_size=8
)


@settings(max_examples=40, deadline=None)
@given(facts=_FACTS, gaps=st.lists(st.integers(1, 11_999), max_size=30, unique=True))
@example(facts=[(1, 102, 1), (1, 103, 0), (1, 103, 0)], gaps=[1])  # more pages than fit
def test_the_map_never_runs_backwards(facts: list[tuple[int, int, int]], gaps: list[int]) -> None:
    """Whatever is said of its pages: every place is on one page, and a later page begins later."""
    ats = sorted({0, 12_000, *gaps, *range(500, 12_000, 500)})
    places = [
        Place(
            at,
            float(at),
            0,
            "start" if at == 0 else "end" if at == 12_000 else "gap" if at in gaps else "paragraph",
            3,
        )
        for at in ats
    ]
    known = [Known(at, low, low + width) for at, low, width in facts]
    found = leaves(places, US, range(100, 101), known)
    for at in (0, 1, 6_001, 11_999):
        assert sum(x.probability for x in found if x.start <= at < x.end) == pytest.approx(
            1, abs=0.1
        )

    def begun(page: int, at: int) -> float:
        return sum(x.probability for x in found if x.page == page and x.start <= at)

    last = max(x.page for x in found)
    for page, at in itertools.product(range(100, last), range(0, 12_000, 1_500)):
        assert begun(page + 1, at) <= begun(page, at) + 0.1


@pytest.mark.parametrize("pages", [(), (Place(0, 0, 0, "start"),)])
def test_no_text_no_pages(pages: tuple[Place, ...]) -> None:
    assert leaves(pages, Style("x", 100, 10), range(1, 2)) == []
