"""``pincite check``: what a careful clerk would report, under codes that never change their meaning."""

from __future__ import annotations

import functools
import json
import re

import pytest

from generator.check import check_site, counts, to_json
from generator.convert import convert
from generator.findings import CODES, _mendable, case_findings
from generator.link.tables import read_rows
from generator.model import CaseInfo
from generator.read import read_source
from tests.kit import FIXTURES, ROOT, SEEDS, case_of
from tests.read.tagged.files import CAP_HTML

BYLINE = "JUSTICE WHITE delivered the opinion of the Court."
KNOWN = CaseInfo("A v. B", "1 U.S. 1")


def found(
    text: str, dialect: str = "plain", info: CaseInfo = KNOWN
) -> list[tuple[str, int | None, str]]:
    return [(f.code, f.line, f.level) for f in case_findings(case_of(text, dialect, info), "f.txt")]


def test_a_sound_case() -> None:
    assert found(f"{BYLINE}\nText.[1]\nFOOTNOTES\n[1] See below.") == [("T03", 3, "note")]


@pytest.mark.parametrize(
    ("text", "dialect", "finding"),
    [
        (f"{BYLINE}\nText that stops in the mid", "plain", ("S01", 2, "warning")),
        ("Text.", "plain", ("S02", 1, "warning")),
        (f"{BYLINE}\nThe suit came. 1 It failed. 2", "lexis", ("S03", 2, "note")),
        (
            f"opinion of the court\n{BYLINE.lower()}\ntext.\nbreyer,dissenting\njustice breyer,dissenting.\n"
            "i respectfully dissent.\nthe majority says so,ante,at.",
            "flattened",
            ("S04", 7, "note"),
        ),
        (f"{BYLINE}\nText.\nMore.\nFOOTNOTES\n[1] See below.", "plain", ("S05", 5, "warning")),
        ("Syllabus\nText.", "plain", ("S06", None, "warning")),
        (f"{BYLINE}\nText � and �.", "plain", ("T01", 2, "warning")),
        (f"{BYLINE}\nText   of it.", "lexis", ("T02", 2, "note")),
        (f"OPINION\n{BYLINE}\nText.", "lexis", ("T03", 1, "note")),
        (f"{BYLINE}\nIt\x92s so.", "plain", ("T04", 2, "note")),
        (f"{BYLINE}\nIt\x07s so.", "plain", ("T04", 2, "note")),
    ],
)
def test_findings(text: str, dialect: str, finding: tuple[str, int | None, str]) -> None:
    assert finding in found(text, dialect)


@pytest.mark.parametrize(
    ("info", "told"),
    [
        (CaseInfo(), "name and citation unknown"),
        (CaseInfo(name="A v. B"), "citation unknown"),
        (CaseInfo(citation="1 U.S. 1"), "name unknown"),
        (KNOWN, None),
    ],
)
def test_missing_facts(info: CaseInfo, told: str | None) -> None:
    messages = [
        f.message
        for f in case_findings(case_of(f"{BYLINE}\nText.", "plain", info), "f")
        if f.code == "M01"
    ]
    assert messages == ([told] if told else [])


def test_they_come_in_the_order_of_lines() -> None:
    lines = [
        line or 0 for _, line, _ in found("Text�.\n\nMore� of\x07 it   here", "lexis", CaseInfo())
    ]
    assert lines == sorted(lines)


def test_every_code_that_can_be_raised_is_explained() -> None:
    used = set()
    for path in (ROOT / "generator").rglob("*.py"):
        used |= set(re.findall(r'"([A-Z]\d\d)"', path.read_text(encoding="utf-8")))
    assert used <= set(CODES)


@functools.cache
def _guide() -> str:
    pages = (ROOT / "docs" / "guide").glob("*.md")
    return "".join(p.read_text(encoding="utf-8") for p in pages)


@pytest.mark.parametrize(("code", "meaning"), CODES.items())
def test_every_row_of_the_table_of_codes(code: str, meaning: str) -> None:
    assert re.fullmatch(r"[A-Z]\d\d", code)
    assert meaning == meaning.strip()
    assert not meaning.endswith(".")
    guide = _guide()
    ranges = re.findall(rf"\b{code[0]}(\d\d) ?– ?{code[0]}(\d\d)\b", guide)
    assert code in guide or any(int(a) <= int(code[1:]) <= int(b) for a, b in ranges)


def test_no_code_stands_in_the_table_twice() -> None:
    assert len(CODES) == len(read_rows("findings.tsv"))


@pytest.fixture
def site(tmp_path):
    for name, text in {
        "quill-v-state": (FIXTURES / "state-v-quill.txt").read_text(),
        "empty-v-file": "",
        "alder-v-brook": (FIXTURES / "alder-v-brook.txt").read_text(),
    }.items():
        folder = tmp_path / "site_src" / "opinions" / name
        folder.mkdir(parents=True)
        (folder / "opinion.txt").write_text(text)
    return tmp_path


def test_a_site(site) -> None:
    checked = check_site(site)
    assert [c.slug for c in checked.corpus.cases] == ["alder-v-brook", "quill-v-state"]
    first = checked.findings[0]
    assert (first.code, first.level) == ("R01", "error")
    places = {f.file for f in checked.findings}
    assert places == {
        f"site_src/opinions/{n}/opinion.txt"
        for n in ("quill-v-state", "empty-v-file", "alder-v-brook")
    }
    assert not (site / "docs").exists()  # nothing is written


def test_two_cases_of_one_citation(site) -> None:
    for name in ("quill-v-state", "alder-v-brook"):
        (site / "site_src/opinions" / name / "case.yml").write_text("citation: 1 U.S. 1\n")
    assert [f.message for f in check_site(site).findings if f.code == "X01"] == [
        "1 U.S. 1 is also the citation of alder-v-brook"
    ]


def test_json(site) -> None:
    data = json.loads(to_json(check_site(site)))
    assert set(data) == {"findings", "cases"}
    assert set(data["findings"][0]) == {
        "code", "file", "line", "message", "advice", "level", "within",
    }  # fmt: skip
    quill = data["cases"]["quill-v-state"]
    assert (quill["dialect"], quill["writings"], quill["paragraphs"]) == ("plain", 2, 5)
    assert quill["references"] == {
        "footnote-call": {"resolved": 3},
        "full": {"resolved": 1},
    }


def test_lines_of_an_extracted_text_are_said_to_be_its(tmp_path) -> None:
    """A line of ``source.txt`` is none of ``opinion.html``: the place names the file that it counts in."""
    folder = tmp_path / "site_src" / "opinions" / "alder-v-brook"
    folder.mkdir(parents=True)
    (folder / "opinion.html").write_text(re.sub(r"<aside.*</aside>", "", CAP_HTML, flags=re.DOTALL))
    case = convert(read_source(folder / "opinion.html"), "alder-v-brook", CaseInfo())
    lines = case.source.text.split("\n")
    found = [f for f in check_site(tmp_path).findings if f.line is not None]
    assert found
    for finding in found:
        assert (finding.file, finding.within) == (
            "site_src/opinions/alder-v-brook/opinion.html",
            "source.txt",
        )
        assert finding.place == f"{finding.file} (line {finding.line} of its source.txt)"
        assert lines[(finding.line or 0) - 1]


def test_lines_of_a_text_are_its_own(site) -> None:
    found = [f for f in check_site(site).findings if f.line is not None]
    assert found
    assert {(f.within, f.place == f"{f.file}:{f.line}") for f in found} == {(None, True)}


def test_the_seeds() -> None:
    figures = counts(check_site(ROOT))
    assert {slug: (figures[slug]["writings"], figures[slug]["paragraphs"]) for slug in SEEDS} == {
        "malley-v-briggs": (2, 35),
        "messerschmidt-v-millender": (4, 79),
    }


@pytest.mark.parametrize(
    ("kind", "text", "mendable"),
    [
        ("full", "Foo v. Bar, 1 F.9th 2", True),
        ("statute", "Elm Code § 5", True),
        ("statute", "§ 5(b)", False),
        ("statute", "Section 4 of the Act", False),
        ("statute", "b A", False),
        ("rule", "Rule 35", False),
        ("rule", "Elm County Rule 35", True),
        ("id", "Id., at 5", False),
    ],
)
def test_what_an_entry_of_a_work_can_mend(kind: str, text: str, mendable: bool) -> None:
    assert _mendable(kind, text) is mendable
