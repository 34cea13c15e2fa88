"""``pincite convert`` as a function: what is written for which file, whatever state the file is in."""

from __future__ import annotations

import json
import os

import pytest

from generator import convert_files
from generator.batch import convert_job
from generator.convert import convert, convert_file
from generator.errors import PinciteError, ReadError
from generator.jobs import Job, jobs_for_files
from generator.model import Case, CaseInfo
from generator.render.verify import violations
from tests.kit import FIXTURES, account, html_of, source_of

TEXT = (FIXTURES / "state-v-quill.txt").read_text()
ACCENTS = "JUSTICE WHITE delivered the opinion of the Court.\nSeñor Núñez’s claim arises under § 1983: “any person.”\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.encode() + b"\0" * 50,
        TEXT.replace("letter", "let\0ter").encode(),
        TEXT.rstrip("\n").encode(),
        ("\n\n" + TEXT + "\n\n").encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("latin-1"),
    ],
    ids=[
        "BOM",
        "CRLF",
        "CR",
        "NUL padding",
        "NULs within",
        "no last line end",
        "empty lines",
        "UTF-16",
        "Latin-1",
    ],
)
def test_the_same_text_in_other_bytes(data: bytes, tmp_path) -> None:
    """The structure does not depend on how the text was stored."""
    plain, other = tmp_path / "plain" / "case.txt", tmp_path / "other" / "case.txt"
    for path, content in ((plain, TEXT.encode()), (other, data)):
        path.parent.mkdir()
        path.write_bytes(content)
    cases = [convert_file(path, "case", CaseInfo()) for path in (plain, other)]
    shapes = [[(b.id, b.kind, b.number, b.text) for b in case.blocks] for case in cases]
    assert shapes[0] == shapes[1]
    assert [(w.id, w.author) for w in cases[0].writings] == [
        (w.id, w.author) for w in cases[1].writings
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8"])
def test_offsets_can_be_followed(encoding: str, tmp_path) -> None:
    """They count in the file itself where that is UTF-8, else in the text that is written beside."""
    path = tmp_path / "nunez-v-state.txt"
    path.write_bytes(ACCENTS.encode(encoding))
    report = convert_files([path], tmp_path / "out")
    assert report.failures == ()
    folder = tmp_path / "out" / "nunez-v-state"
    data = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    beside = data["source"]["text"]
    assert beside == (None if encoding == "utf-8" else "source.txt")
    raw = (folder / beside if beside else path).read_bytes().decode("utf-8")
    assert raw == ACCENTS
    assert (folder / "source.txt").read_bytes() == ACCENTS.encode()  # published in any case
    assert account(data, raw) is None
    assert raw[slice(*data["blocks"][1]["source"])] == data["blocks"][1]["text"]


def test_truncated(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ACCENTS.rstrip("\n")[:-12])
    convert_files([path], tmp_path)
    data = json.loads((tmp_path / "a/case.json").read_text())
    assert data["source"]["truncated"] is True
    page = (tmp_path / "a/index.md").read_text()
    assert "The source breaks off here." in page
    assert "It breaks off before its end." in page


def test_a_bad_file_among_good_ones(tmp_path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "page.html").write_text("<!DOCTYPE html><html><body>x</body></html>")
    (tmp_path / "also-good.txt").write_text(ACCENTS)
    files = [*sorted(tmp_path.glob("*.*")), tmp_path / "missing.txt"]
    report = convert_files(files, tmp_path / "out")
    assert [c.slug for c in report.corpus.cases] == ["also-good", "good"]
    assert {f.job.path.name: f.error.code for f in report.failures} == {
        "empty.txt": "R01",
        "binary.txt": "R03",
        "page.html": "R04",
        "missing.txt": "R05",
    }
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"good", "also-good"}


def test_two_files_of_one_slug(tmp_path) -> None:
    for name in ("Quill v. State.txt", "quill-v-state.txt"):
        (tmp_path / name).write_text(TEXT)
    report = convert_files(sorted(tmp_path.glob("*.txt")), tmp_path / "out")
    assert [c.slug for c in report.corpus.cases] == ["quill-v-state"]
    (failure,) = report.failures
    assert failure.error.code == "R07"
    assert "Quill v. State.txt" in str(failure.error)


def test_a_name_that_is_no_utf8(tmp_path) -> None:
    """Names of files are bytes on some systems; what cannot be written as text is shown as damaged."""
    good, bad = (tmp_path / os.fsdecode(name) for name in (b"l\xe9tter.txt", b"emp\xfft\xe9.txt"))
    try:
        good.write_text(TEXT)
        bad.write_text("")
    except OSError:
        pytest.skip("this file system allows no such name")
    report = convert_files([good, bad], tmp_path / "out")
    (case,) = report.corpus.cases
    data = json.loads((tmp_path / "out" / case.slug / "case.json").read_text(encoding="utf-8"))
    assert data["source"]["file"] == "l�tter.txt"
    assert "emp�t�.txt: R01" in str(report.failures[0].error)


def test_one_file_named_twice_is_one_file(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    jobs, failures = jobs_for_files([path, path])
    assert (len(jobs), failures) == (1, [])


class TestFacts:
    def convert(self, tmp_path, facts: str) -> dict:
        (tmp_path / "a.txt").write_text(ACCENTS)
        (tmp_path / "a.case.yml").write_text(facts)
        report = convert_files([tmp_path / "a.txt"], tmp_path / "out")
        for failure in report.failures:
            raise failure.error
        data: dict = json.loads((tmp_path / "out/a/case.json").read_text())
        return data

    def test_are_read_beside_the_file(self, tmp_path) -> None:
        data = self.convert(
            tmp_path, "name: Núñez v. State\ncitation: 1 U.S. 1\ndecided: 1986-03-05\n"
        )
        assert (data["name"], data["citation"], data["decided"]) == (
            "Núñez v. State",
            "1 U.S. 1",
            "1986-03-05",
        )

    def test_a_fault_in_them_stops_the_case_and_names_its_line(self, tmp_path) -> None:
        with pytest.raises(PinciteError, match=r"a\.case\.yml:2: C\d\d") as caught:
            self.convert(tmp_path, "name: Núñez v. State\nnonsense: x\n")
        assert caught.value.line == 2

    def test_the_dialect_may_be_said_there(self, tmp_path) -> None:
        assert self.convert(tmp_path, "dialect: lexis\n")["source"]["dialect"] == "lexis"

    def test_the_command_line_wins(self, tmp_path) -> None:
        (tmp_path / "a.txt").write_text(ACCENTS)
        case = convert_file(tmp_path / "a.txt", "a", CaseInfo(dialect="lexis"), "plain")
        assert case.source.dialect == "plain"


def test_a_defect_is_told_and_stops_nobody(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise LookupError("gone")

    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    monkeypatch.setattr("generator.convert.structure", broken)
    result = convert_job(Job(path, "a"))
    assert not isinstance(result, Case)
    assert (result.error.code, result.error.file) == ("K00", str(path))
    assert "gone" in result.error.message


def test_errors_travel_between_processes() -> None:
    import pickle

    error = ReadError("what", code="R01", file="f.txt", line=3, advice="do")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (ReadError, "f.txt:3: R01 what (do)")


def test_references_know_their_case() -> None:
    case = convert(source_of(TEXT), "quill-v-state", CaseInfo())
    targets = {r.target[0] for r in case.references if r.target}
    assert targets == {"quill-v-state"}


@pytest.mark.parametrize("name", ["index.md"])
def test_the_page_is_what_it_should_be(name: str, tmp_path) -> None:
    for path in FIXTURES.glob("*.txt"):
        convert_files([path], tmp_path)
        folder = tmp_path / path.stem
        data = json.loads((folder / "case.json").read_text(encoding="utf-8"))
        html = html_of((folder / name).read_text(encoding="utf-8"))
        assert list(violations(html, data)) == []
