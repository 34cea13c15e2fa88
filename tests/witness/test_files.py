"""The folder ``witnesses/``, the key ``restore_from``, and what is wrong with either."""

from __future__ import annotations

import os
import re

import pytest

from generator.batch import convert_job
from generator.build import build_site
from generator.casefile import load_case_info
from generator.check import check_site
from generator.errors import CaseFileError, WitnessError
from generator.jobs import Failure, discover, jobs_for_files
from generator.memo import Memo
from generator.model import Case
from generator.witness.files import is_file_name, read_witness, witness_files
from tests.witness.pair import LOST, WHOLE


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site_src/opinions/roe-v-doe"
    (folder / "witnesses").mkdir(parents=True)
    (folder / "opinion.txt").write_text(LOST, encoding="utf-8")
    (folder / "witnesses/slip.txt").write_text(WHOLE, encoding="utf-8")
    (folder / "case.yml").write_text("name: Roe v. Doe\nrestore_from: slip.txt\n", encoding="utf-8")
    return tmp_path


def folder_of(site):
    return site / "site_src/opinions/roe-v-doe"


@pytest.mark.parametrize("name", ["slip.txt", "slip opinion (2nd print).txt", "Größe.html", "a"])
def test_names(name):
    assert is_file_name(name)


BAD = [
    "",
    ".",
    "..",
    "../opinion.txt",
    "a/b.txt",
    "a\\b.txt",
    "/etc/passwd",
    "C:slip.txt",
    ".hidden",
    "a\nb",
    "a\0b",
    "x" * 201,
]


@pytest.mark.parametrize("name", BAD)
def test_no_names(name):
    assert not is_file_name(name)


@pytest.mark.parametrize(
    "name", ["../opinion.txt", "/etc/passwd", "witnesses/slip.txt", "..", "a\\\\b"]
)
def test_a_path_in_the_case_file_is_refused_by_line(tmp_path, name):
    path = tmp_path / "case.yml"
    path.write_text(f'name: Roe v. Doe\nrestore_from: "{name}"\n', encoding="utf-8")
    with pytest.raises(CaseFileError) as caught:
        load_case_info(path)
    assert (caught.value.code, caught.value.line) == ("C14", 2)


def test_a_link_out_of_the_folder_is_no_witness(site):
    folder = folder_of(site) / "witnesses"
    (folder / "leads-out.txt").symlink_to(site / "secret.txt")
    (site / "secret.txt").write_text(WHOLE, encoding="utf-8")
    (folder / "turns.txt").symlink_to(folder / "turns.txt")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    (folder / "sub").mkdir()
    assert [p.name for p in witness_files(folder)] == ["slip.txt"]
    with pytest.raises(WitnessError, match="leads out") as caught:
        read_witness(folder, "leads-out.txt")
    assert caught.value.code == "V02"


def failure_of(site, text, witness=None):
    folder = folder_of(site)
    (folder / "case.yml").write_text(text, encoding="utf-8")
    if witness is not None:
        (folder / "witnesses/slip.txt").write_bytes(witness)
    result = convert_job(discover(site / "site_src/opinions")[0][0])
    assert isinstance(result, Failure)
    return result.error


def test_what_is_wrong_names_the_file_and_the_line(site):
    missing = failure_of(site, "name: Roe v. Doe\n\nrestore_from: slap.txt\n")
    assert (missing.code, missing.line) == ("V01", 3)
    assert missing.file.endswith("roe-v-doe/case.yml")
    assert "slip.txt" in missing.advice
    empty = failure_of(site, "restore_from: slip.txt\n", b"")
    assert (empty.code, empty.line) == ("V02", 1)
    assert "R01" in empty.message
    foreign = failure_of(
        site, "restore_from: slip.txt\n", b"A will needs two witnesses who sign it. " * 30
    )
    assert (foreign.code, foreign.line) == ("V03", 1)
    assert "of 100 words" in foreign.message


def test_witnesses_are_no_opinions(site):
    folder = folder_of(site)
    (folder / "witnesses/opinion.txt").write_text(WHOLE, encoding="utf-8")
    jobs, failures = discover(site / "site_src/opinions")
    assert [job.slug for job in jobs] == ["roe-v-doe"]
    assert not failures
    assert jobs[0].path.name == "opinion.txt"


def test_convert_reads_them_beside_the_file(tmp_path):
    (tmp_path / "roe.txt").write_text(LOST, encoding="utf-8")
    (tmp_path / "roe.case.yml").write_text("restore_from: slip.txt\n", encoding="utf-8")
    (tmp_path / "roe.witnesses").mkdir()
    (tmp_path / "roe.witnesses/slip.txt").write_text(WHOLE, encoding="utf-8")
    case = convert_job(jobs_for_files([tmp_path / "roe.txt"])[0][0])
    assert isinstance(case, Case)
    assert case.witness is not None
    assert case.witness.file == "slip.txt"
    assert case.witness.aligned == 1.0


def touch(path, text):
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_change_of_the_witness_is_a_change_of_the_page(site):
    memo = Memo()
    build_site(site, memo=memo)
    page = site / "docs/opinions/roe-v-doe/case.json"
    assert "See Elm v. Oak, 12" in page.read_text(encoding="utf-8")
    assert not build_site(site, memo=memo).written
    touch(folder_of(site) / "witnesses/slip.txt", WHOLE.replace("Elm", "Ash"))
    build_site(site, memo=memo)
    assert "See elm Oak, 12" in page.read_text(encoding="utf-8")  # the source's own word stays
    (folder_of(site) / "witnesses/other.txt").write_text(WHOLE, encoding="utf-8")
    build_site(site, memo=memo)
    source = (site / "docs/opinions/roe-v-doe/source.md").read_text(encoding="utf-8")
    assert "other.txt, slip.txt (the page takes from it" in source.replace("\\", "")


def test_the_note_says_what_was_taken(site):
    build_site(site)
    page = (site / "docs/opinions/roe-v-doe/index.md").read_text(encoding="utf-8").replace("\\", "")
    assert (
        "words that it lacks are taken from another text of the opinion, slip.txt, which has 100 of 100 words"
        in page
    )


def test_check_names_a_witness_that_does_not_fit(site):
    folder = folder_of(site) / "witnesses"
    (folder / "will.txt").write_text(
        "A will needs two witnesses who sign it. " * 30, encoding="utf-8"
    )
    (folder / "blank.txt").write_text("\n", encoding="utf-8")
    found = [(f.code, f.file, f.level) for f in check_site(site).findings if f.code.startswith("V")]
    place = "site_src/opinions/roe-v-doe/witnesses"
    assert found == [
        ("V02", f"{place}/blank.txt", "warning"),
        ("V03", f"{place}/will.txt", "warning"),
    ]


def test_a_name_that_is_markup_is_text(site):
    folder = folder_of(site)
    name = "{{ 7+7 }} [x](y) & 'z'.txt"
    (folder / "witnesses/slip.txt").rename(folder / "witnesses" / name)
    (folder / "case.yml").write_text(f'restore_from: "{name}"\n', encoding="utf-8")
    report = build_site(site)
    assert not report.failures
    pages = [
        (site / "docs/opinions/roe-v-doe" / p).read_text(encoding="utf-8")
        for p in ("index.md", "source.md")
    ]
    for page in pages:
        assert "{{ 7+7 }}" in page.replace("\\", "")
        assert not re.search(r"(?<!\\)\[x\]\(y\)", page)
