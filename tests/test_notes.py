"""Editors' notes: how they are read, how their words are found again, how they are shown and published."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from generator.build import build_site, convert_files
from generator.check import check_site
from generator.editorial import editorial_of
from generator.findings import CODES
from generator.jobs import discover
from generator.notes import Note, Placed
from generator.notes.anchor import located, placed
from generator.notes.file import NotesFileError, load_notes
from generator.notes.jsonld import web_annotations
from generator.render.editorial import strands
from generator.render.markdown import environment, opinion_page
from generator.render.notes import body, head
from generator.render.verify import violations
from generator.render.weave import woven
from tests.kit import ROOT, SEEDS, case_of, data_of, html_of, unlike

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Case

GOOD = """\
- at: p1
  exact: a lamp is a light
  kind: explains
  author: A. Reader
  body: It is so.
"""
OPINION = """\
JUSTICE WHITE delivered the opinion of the Court.
The Board says that a Lamp is a  light. We hold that it is not, and a lamp is no harbor.
The Act provides:
"No lamp is lit at the harbor."
and no more than that.
JUSTICE POWELL, dissenting.
A lamp is a light; a lamp is a light at night.
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "notes.yml"
    path.write_text(text, encoding="utf-8")
    return path


def note(exact: str, at: str = "p1", **fields: Any) -> Note:
    return Note(
        at, exact, fields.pop("kind", "explains"), "A. Reader", fields.pop("body", "So."), **fields
    )


# ------------------------------------------------------------------------------------------------- reading


def test_a_note_as_it_is_written(tmp_path) -> None:
    text = """\
- at: fn-3
  exact: "a \\"lamp\\""
  prefix: says that
  suffix: is no harbor
  kind: updates
  author: A. Reader
  date: 2024-02-29
  body: |
    First line
    and the second.

    - a list
"""
    notes, faults = load_notes(written(tmp_path, text))
    assert faults == ()
    assert notes == (
        Note(
            "fn-3",
            'a "lamp"',
            "updates",
            "A. Reader",
            "First line\nand the second.\n\n- a list",
            "says that",
            "is no harbor",
            datetime.date(2024, 2, 29),
        ),
    )
    assert notes[0].line == 1


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_has_no_notes(tmp_path, text) -> None:
    assert load_notes(written(tmp_path, text)) == ((), ())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("at: p1\n", "N05", 1),
        ("- a\n- *a\n", "N04", 2),
        ("- [[[[x]]]]\n", "N04", 1),
        ("- at: p1: p2\n", "N03", 1),
        ("- at: p1\n---\n- at: p2\n", "N03", 2),
    ],
)
def test_a_file_that_is_no_list_of_notes(tmp_path, text, code, line) -> None:
    with pytest.raises(NotesFileError) as caught:
        load_notes(written(tmp_path, text))
    assert (caught.value.code, caught.value.line) == (code, line)
    assert caught.value.advice


def test_a_file_that_is_no_text(tmp_path) -> None:
    path = tmp_path / "notes.yml"
    for data, code in ((b"\xff\xfe\xff", "N01"), (b"#" * 1_000_001, "N02")):
        path.write_bytes(data)
        with pytest.raises(NotesFileError) as caught:
            load_notes(path)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("change", "code", "line", "advice"),
    [
        (("kind: explains", "kind: shouts"), "N09", 4, "explains, questions, updates"),
        (("at: p1", "at: P 1"), "N09", 2, "p11"),
        (("at: p1", "at: ../etc"), "N09", 2, "p11"),
        (("  body", "  date: 2023-02-29\n  body"), "N09", 6, "YEAR-MONTH-DAY"),
        (("  body", "  dat: 2023\n  body"), "N07", 6, "did you mean `date`?"),
        (("  body", "  kind: updates\n  body"), "N06", 6, "line 4"),
        (("  author: A. Reader\n", ""), "N05", 2, "author"),
        (("  author: A. Reader\n", "  author:\n"), "N05", 2, "author"),
        (("exact: a lamp", "exact: " + "x" * 1001), "N08", 3, "fewer"),
        (("body: It is so.", "body: [It, is]"), "N08", 6, ""),
        (("body: It is so.", 'body: "It\\n\\u200bis"'), "N08", 6, "delete"),
        (("author: A. Reader", "author: !!python/name:os.system x"), "N08", 5, "tag"),
    ],
)
def test_one_bad_note_does_not_lose_the_others(tmp_path, change, code, line, advice) -> None:
    assert change[0] in GOOD
    path = written(tmp_path, GOOD.replace("- at", "-\n  at", 1).replace(*change) + GOOD)
    notes, faults = load_notes(path)
    assert [n.at for n in notes] == ["p1"]
    assert [(f.code, f.line) for f in faults] == [(code, line)]
    assert advice in faults[0].advice
    assert faults[0].code in CODES


# ------------------------------------------------------------------------------------------------- finding

LAMP = "The Board says that a Lamp is a  light. We hold that it is not, and a lamp is no harbor."


@pytest.mark.parametrize(
    ("exact", "found", "how"),
    [
        ("a lamp is no harbor", "a lamp is no harbor", "exact"),
        ("a lamp is a light", "a Lamp is a  light", "letters"),
        ("“A lamp, is a light!”", "a Lamp is a  light", "letters"),
        ("board says that the lamp is a light", "Board says that a Lamp is a  light", "alike"),
        ("a lamp", "a lamp", "exact"),
        ("a harbor is a lamp", None, "lost"),
        ("the owner refused to put it out", None, "lost"),
        ("lump", None, "lost"),  # four letters are alike by chance
        ("!?", None, "lost"),
    ],
)
def test_the_words_of_a_note_are_found_again(exact, found, how) -> None:
    span, said, likeness = located(LAMP, note(exact))
    assert said == how
    assert (LAMP[span[0] : span[1]] if span else None) == found
    assert (likeness < 100) == (how in ("alike", "lost"))


@pytest.mark.parametrize(
    ("around", "start", "how"),
    [
        ({}, 0, "ambiguous"),
        ({"suffix": "at night"}, 19, "exact"),
        ({"prefix": "light;"}, 19, "exact"),
        ({"prefix": "harbor"}, 0, "ambiguous"),  # fits neither
    ],
)
def test_the_words_around_tell_which_of_several_is_meant(around, start, how) -> None:
    text = "A lamp is a light; a lamp is a light at night.".replace("A lamp", "a lamp")
    span, said, _ = located(text, note("a lamp is a light", **around))
    assert span == (start, start + 17)
    assert said == how


def test_notes_are_numbered_in_the_order_of_the_page() -> None:
    case = case_of(OPINION, "plain")
    notes = [note("at night", "p3"), note("x", "p99"), note("no harbor"), note("says")]
    assert [(n.note.exact, n.number, n.block, n.how) for n in placed(case, notes)] == [
        ("says", 1, "p1", "exact"),
        ("no harbor", 2, "p1", "exact"),
        ("at night", 3, "p3", "exact"),
        ("x", 4, None, "nowhere"),
    ]


# ------------------------------------------------------------------------------------------------- the body


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*Harlow* is **the** `test`.", "*Harlow* is **the** `test`."),
        ("see [¶ 11](#p11)", "see [¶ 11](#p11)"),
        (
            "[*Malley* ¶ 1](../malley-v-briggs/#p1)",
            "[*Malley* ¶ 1](../malley-v-briggs/index.md#p1)",
        ),
        ("[here](https://example.org/a_b)", "[here](https://example.org/a_b)"),
        ("one\ntwo\n\nthree", "one two\n\nthree"),
        ("- a\n- b\n  c", "- a\n- b c"),
        ("3. a\n7. b", "1. a\n2. b"),
        # What must stay text.
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:alert)", "\\[x](javascript:alert)"),
        ("[x](//evil.example)", "\\[x](//evil.example)"),
        ("[x](../../../etc)", "\\[x](../../../etc)"),
        ("[x][r1] ![y](#p1)", "\\[x]\\[r1] !\\[y](#p1)"),
        ("# no heading", "&#35; no heading"),
        ("> no quotation", "&gt; no quotation"),
        ("1986. A year", "1986&#46; A year"),
        ("{{ x }} {: #p1 }", "\\{\\{ x }} \\{: #p1 }"),
        ("2 * 3 * 4 and snake_case_name", "2 \\* 3 \\* 4 and snake\\_case\\_name"),
    ],
)
def test_the_body_is_markdown_of_a_small_kind(text, markdown) -> None:
    assert body(text) == markdown


def test_the_head_says_what_sort_of_note_it_is_and_whose() -> None:
    dated = note('a "lamp" burns', kind="updates", date=datetime.date(2024, 2, 29))
    assert head(Placed(dated, 1, "p1", (0, 5), "exact")) == (
        "**Since then** on “a ‘lamp’ burns” · A. Reader, February 29, 2024, not the Court"
    )
    assert "no longer stand here" in head(Placed(dated, 1, "p1", None, "lost", 0))
    assert "not on this page (p1)" in head(Placed(dated, 1, None, None, "nowhere", 0))
    assert "differ a little" in head(Placed(dated, 1, "p1", (0, 5), "alike", 90))


# ------------------------------------------------------------------------------------------------- the page

HOSTILE = note(
    "a lamp is no harbor",
    body="<b onclick=x>no</b> {{ 7*7 }} [x](javascript:1) `<i>`\n\n1. one\n2. two",
)


def page(case: Case, *notes: Note) -> tuple[str, BeautifulSoup]:
    """The HTML of the page as the plugin leaves it, and the same read."""
    found = placed(case, notes)
    markdown = opinion_page(case, environment(ROOT / "templates" / "pages"), (), {}, found)
    html = woven(html_of(markdown), case.blocks, strands(found, ()))
    return html, BeautifulSoup(html, "lxml")


def test_notes_stand_under_their_paragraphs_and_their_words_are_marked() -> None:
    case = case_of(OPINION, "plain")
    html, soup = page(case, note("a lamp is a light"), note("lit at the harbor", "p2-q1"))
    assert [m.get_text() for m in soup.find_all("mark")] == [
        "a Lamp is a light",
        "lit at the harbor",
    ]
    first, second = soup.find_all("aside", class_="note-ed")
    before = first.find_previous_sibling("p")
    assert before is not None
    assert before["id"] == "p1"
    # A block quote is part of its paragraph, which goes on after it.
    previous = second.find_previous_sibling()
    assert previous is not None
    assert previous.get("id") == "p2-c1"
    assert list(violations(html, data_of(case))) == []
    assert list(unlike(html, case)) == []


def test_a_note_is_never_lost() -> None:
    case = case_of(OPINION, "plain")
    html, soup = page(case, note("words that are gone"), note("of another case", "p99"))
    lost, stray = soup.find_all("aside", class_="note-ed")
    before = lost.find_previous_sibling("p")
    assert before is not None
    assert before["id"] == "p1"
    assert "words that are gone" in lost.get_text()
    assert stray.find_parent("section", class_="strays")
    assert "p99" in stray.get_text()
    assert not soup.find_all("mark")
    assert list(violations(html, data_of(case))) == []


def test_what_a_note_holds_is_text() -> None:
    case = case_of(OPINION, "plain")
    html, soup = page(case, HOSTILE)
    assert list(violations(html, data_of(case))) == []
    aside = soup.find("aside", class_="note-ed")
    assert aside is not None
    text = aside.get_text()
    assert "<b onclick=x>no</b>" in text
    assert "{{ 7*7 }}" in text
    assert "javascript:1" in text
    assert [c.get_text() for c in aside.find_all("code")] == ["<i>"]
    assert not aside.find_all("a")


def test_the_account_knows_notes_from_what_comes_out_of_an_opinion_alive() -> None:
    case = case_of(OPINION, "plain")
    html, _ = page(case, HOSTILE)
    data = data_of(case)
    for live in ("<code>x</code>", "<mark>x</mark>", '<mark class="other">x</mark>', "<ol></ol>"):
        broken = html.replace("<h2", live + "<h2", 1)
        assert any("came out of the text" in p for p in violations(broken, data)), live
    cut = html.replace("a lamp is no harbor</mark>", "a lamp is no</mark>")
    assert any(p.startswith("block p1 shows") for p in violations(cut, data))


# --------------------------------------------------------------------------------------------- the annotations


def test_notes_are_published_as_web_annotations() -> None:
    case = case_of(OPINION, "plain")
    day = datetime.date(2024, 2, 29)
    notes = [
        note("a lamp is a light", date=day),
        note("gone", kind="questions", prefix="is "),
        note("x", "p99"),
    ]
    data = json.loads(web_annotations(case, placed(case, notes)))
    # https://www.w3.org/TR/annotation-model/: what a collection, a page and an annotation must have
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert data["type"] == "AnnotationCollection"
    assert data["first"]["type"] == "AnnotationPage"
    items = data["first"]["items"]
    assert data["total"] == len(items) == 3
    assert len({item["id"] for item in items}) == 3
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in ("commenting", "questioning")
        assert item["target"]["source"] == "./"
        assert item["body"][0]["type"] == "TextualBody"
    assert items[0]["created"] == "2024-02-29T00:00:00Z"
    assert items[0]["target"]["selector"] == {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
        "value": "p1",
        "refinedBy": {
            "type": "TextQuoteSelector",
            "exact": "a Lamp is a light",  # as the page has it
            "prefix": "The Board says that ",
            "suffix": ". We hold that it is not, and a ",
        },
    }
    assert items[1]["target"]["selector"]["refinedBy"] == {
        "type": "TextQuoteSelector", "exact": "gone", "prefix": "is ",
    }  # fmt: skip
    assert items[2]["target"]["selector"] == {"type": "TextQuoteSelector", "exact": "x"}


# ------------------------------------------------------------------------------------------------- the site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site_src/opinions/lamp-v-board"
    folder.mkdir(parents=True)
    (folder / "opinion.txt").write_text(OPINION, encoding="utf-8")
    (folder / "notes.yml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_note_changes_the_page_and_its_file_goes_with_the_last(site) -> None:
    page_, data = (site / "docs/opinions/lamp-v-board" / n for n in ("index.md", "notes.jsonld"))
    notes = site / "site_src/opinions/lamp-v-board/notes.yml"
    build_site(site)
    assert "It is so." in page_.read_text()
    assert build_site(site).written == ()
    notes.write_text(GOOD.replace("It is so.", "It was so."))
    assert set(build_site(site).written) == {page_, data}
    notes.unlink()
    build_site(site)
    assert "It was so." not in page_.read_text()
    assert not data.exists()


def test_the_same_process_sees_that_a_note_has_changed(site) -> None:
    from generator.memo import Memo

    memo = Memo()
    page_ = site / "docs/opinions/lamp-v-board/index.md"
    build_site(site, memo=memo)
    notes = site / "site_src/opinions/lamp-v-board/notes.yml"
    notes.write_text(GOOD.replace("It is so.", "It was so."))
    build_site(site, memo=memo)
    assert "It was so." in page_.read_text()


def test_check_says_which_notes_have_lost_their_words(site) -> None:
    def bad(at: str, exact: str) -> str:
        return GOOD.replace("p1", at).replace("a lamp is a light", exact)

    path = site / "site_src/opinions/lamp-v-board/notes.yml"
    path.write_text(
        GOOD
        + bad("p1", "nothing of the kind")
        + bad("p1", "board says that the lamp is a light")
        + bad("p3", "lamp is a light")
        + bad("p99", "and no more than that")
        + bad("p1", "at night")
        + GOOD.replace("explains", "shouts")
    )
    found = [f for f in check_site(site).findings if f.code.startswith("N")]
    assert [(f.code, f.line, f.level) for f in found] == [
        ("N09", 33, "error"),
        ("N11", 6, "warning"),
        ("N12", 11, "warning"),
        ("N13", 16, "warning"),
        ("N10", 21, "warning"),
        ("N11", 26, "warning"),
    ]
    assert {f.file for f in found} == {"site_src/opinions/lamp-v-board/notes.yml"}
    advice = {f.line: f.advice for f in found}
    assert "at: p3" in advice[26]
    assert "at: p2" in advice[21]


def test_a_bad_note_is_told_and_stops_nothing(site) -> None:
    path = site / "site_src/opinions/lamp-v-board/notes.yml"
    path.write_text(GOOD + GOOD.replace("explains", "shouts"))
    report = build_site(site)
    assert [(f.code, f.file) for f in report.faults] == [
        ("N09", "site_src/opinions/lamp-v-board/notes.yml")
    ]
    assert report.failures == ()
    assert "It is so." in (site / "docs/opinions/lamp-v-board/index.md").read_text()


def test_convert_knows_no_notes(site, tmp_path) -> None:
    out = tmp_path / "out"
    convert_files([site / "site_src/opinions/lamp-v-board/opinion.txt"], out)
    assert not list(out.rglob("notes.jsonld"))


@pytest.mark.parametrize("slug", sorted(SEEDS))
def test_the_notes_of_the_seeds_stand_on_their_words(slug) -> None:
    """At least eight a case, each found without guessing, and each link of theirs to a passage that there is."""
    from generator.build import corpus_of
    from generator.guidance import guidance_of

    jobs, _ = discover(ROOT / "site_src/opinions")
    corpus, _ = corpus_of(jobs, guidance_of(ROOT))
    editorial = editorial_of(ROOT, jobs)
    assert editorial.faults == ()
    cases = {c.slug: c for c in corpus.cases}
    notes = editorial.placed(cases[slug])
    assert len(notes) >= 8
    assert {n.how for n in notes} <= {"exact", "letters"}
    ids = {name: {b.id for b in case.blocks} for name, case in cases.items()}
    for placed_note in notes:
        soup = BeautifulSoup(html_of(f"---\nt: x\n---\n{body(placed_note.note.body)}"), "lxml")
        for link in soup.find_all("a"):
            where, _, block = str(link["href"]).partition("#")
            other = where.split("/")[1] if where else slug
            assert block in ids[other], link
