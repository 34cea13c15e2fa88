"""What a format itself marks: pages, calls, italics, and paragraphs that a page's end parts."""

from __future__ import annotations

import hashlib

from generator.conservation import check
from generator.convert import convert
from generator.model import CaseInfo, Segment, Source, SourceCall, SourcePage
from generator.render.data import case_data
from generator.render.markdown import environment, opinion_page
from tests.kit import ROOT

FIRST = "JUSTICE KAGAN delivered the opinion of the Court."
HEAD = "2 DOE v. ROE"
NOTE = "1 See Roe, at 3, where the deter"
LINES = (
    ("text", "", FIRST),
    ("text", "", "The question is one of costs, which a court may exami"),
    ("running-head", "", HEAD),
    ("text", "none", "ne of its own motion.1 So it did, in the case that"),
    ("footnote", "", NOTE),
    ("running-head", "", "3 DOE v. ROE"),
    ("text", "blank", "we review here."),
    ("footnote", "none", "mination is explained."),
    ("heading", "", "II"),
    ("blockquote", "", "A court may examine."),
    ("text", "", "We affirm."),
)


def made() -> Source:
    text, segments = "", []
    for role, join, words in LINES:
        start = len(text)
        text += words + "\n"
        label = "1" if words == NOTE else None
        segments.append(Segment((start, start + len(words)), role, label, join))  # type: ignore[arg-type]
    call = text.index("motion.1") + len("motion.")
    said = text.index("own motion")
    return Source(
        file="opinion.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        dialect="slip",
        reason="made",
        segments=tuple(segments),
        emphasis=((said, said + 3),),
        pages=(
            SourcePage(text.index("JUSTICE"), 1),
            SourcePage(text.index("ne of its"), 2),
            SourcePage(text.index("We affirm"), 9, "S. Ct."),
        ),
        calls=(SourceCall((call, call + 1), "1"),),
        facts=CaseInfo(docket="No. 09-1"),
    )


def test_a_paragraph_goes_on_over_the_page() -> None:
    case = convert(made(), "doe-v-roe", CaseInfo())
    text = {b.id: b.text for b in case.blocks}
    assert text["p1"] == (
        "The question is one of costs, which a court may examine of its own motion.1 So it did, "
        "in the case that we review here."
    )
    assert text["fn-1"] == "1 See Roe, at 3, where the determination is explained."
    assert [b.kind for b in case.blocks] == [
        "byline",
        "paragraph",
        "heading",
        "blockquote",
        "paragraph",
        "footnote",
    ]
    assert check(case.source.text, case.blocks, case.clean.repairs) is None


def test_marks_lie_where_the_source_has_them() -> None:
    case = convert(made(), "doe-v-roe", CaseInfo())
    first = next(b for b in case.blocks if b.id == "p1")
    call = next(m for m in first.marks if m.kind == "footnote-call")
    page = next(m for m in first.marks if m.kind == "page")
    assert (first.text[call.start : call.end], call.target) == ("1", "fn-1")
    assert first.text[page.start :].startswith("ne of its own")
    assert [first.text[s:e] for s, e in first.emphasis] == ["own"]
    assert case.info.docket == "No. 09-1"
    data = case_data(case)
    assert [(p["page"], p["block"]) for p in data["pages"]] == [(1, "majority-byline"), (2, "p1")]
    assert [(p["page"], p["reporter"]) for p in data["other_pages"]] == [(9, "S. Ct.")]


def test_it_is_one_paragraph_on_the_page() -> None:
    case = convert(made(), "doe-v-roe", CaseInfo())
    page = opinion_page(case, environment(ROOT / "templates" / "pages"))
    assert "p1-c1" not in page
    assert 'exami<a id="page-2" class="page">[2]</a>ne of its own motion.<sup' in page


def typed(*lines: tuple[str, str, str | None], calls: str = "") -> Source:
    """A source of ``(role, text, label)``; every ``calls`` in a text is a call of note 1."""
    text, segments, marked = "", [], []
    for role, words, label in lines:
        start = len(text)
        text += words + "\n"
        segments.append(Segment((start, start + len(words)), role, label))  # type: ignore[arg-type]
        if calls and role == "text" and calls in words:
            at = start + words.index(calls)
            marked.append(SourceCall((at, at + len(calls)), "1"))
    return Source(
        "a.json", "0" * 64, text, "cap", "made", segments=tuple(segments), calls=tuple(marked)
    )


def test_a_format_types_its_writings_where_the_byline_says_less() -> None:
    case = convert(
        typed(
            ("byline", "BURKE, J.", "majority:Burke"),
            ("text", "We affirm.", None),
            ("byline", "TOBRINER, J.", "dissent:Tobriner"),  # bare: the type tells
            ("text", "I would not.", None),
            ("byline", "PETERS, J., concurring.", "dissent:Peters"),  # not bare: the words tell
            ("text", "I would.", None),
            ("text", "I agree with nobody.", "concurrence:"),  # none: the type tells all
            ("byline", "Per Curiam opinion, as follows", "majority:"),
            ("text", "So ordered.", None),
        ),
        "doe-v-roe",
        CaseInfo(),
    )
    assert [(w.kind, w.author) for w in case.writings] == [
        ("majority", "Burke"),
        ("dissent", "Tobriner"),
        ("concurrence", "Peters"),
        ("concurrence", None),
        ("per-curiam", None),
    ]
    assert [b.kind for b in case.blocks if b.text == "I agree with nobody."] == ["paragraph"]
    assert check(case.source.text, case.blocks, case.clean.repairs) is None


def test_notes_behind_all_writings_go_to_those_that_call_them() -> None:
    case = convert(
        typed(
            ("byline", "BURKE, J.", None),
            ("text", "We affirm.(1)", None),
            ("byline", "TOBRINER, J., dissenting.", None),
            ("text", "I would not.(1)", None),
            ("footnote", "1 From all.", "1"),
            ("footnote", "1 From some.", "1"),
            calls="(1)",
        ),
        "doe-v-roe",
        CaseInfo(),
    )
    assert [(b.id, b.text) for b in case.blocks if b.kind == "footnote"] == [
        ("fn-1", "1 From all."),
        ("tobriner-fn-1", "1 From some."),
    ]


def test_pages_that_every_writing_counts_anew_have_ids_of_their_own() -> None:
    text = "JUSTICE KAGAN delivered the opinion of the Court.\nWe affirm.\nJUSTICE ALITO, dissenting.\nI would not.\n"
    starts = [text.index(w) for w in ("JUSTICE K", "We", "JUSTICE A", "I would")]
    ends = [text.index("\n", s) for s in starts]
    source = Source(
        file="opinion.txt",
        sha256="0" * 64,
        text=text,
        dialect="slip",
        reason="made",
        segments=tuple(Segment(s) for s in zip(starts, ends, strict=True)),
        pages=(SourcePage(starts[0], 1), SourcePage(starts[2], 1)),
    )
    case = convert(source, "doe-v-roe", CaseInfo())
    ids = [m.id for b in case.blocks for m in b.marks]
    assert ids == ["page-1", "alito-page-1"]
