"""Under ``mkdocs serve`` an edit of one opinion costs one, whatever the number of the others."""

from __future__ import annotations

import os

import pytest

from generator import batch, site_pages
from generator.build import build_site
from generator.errors import PinciteError
from generator.files import write_if_changed
from generator.memo import Memo
from generator.site_pages import templates_of

OPINION = "Justice White delivered the opinion of the Court.\n\nThis is the whole of opinion {}.\n"


@pytest.fixture
def site(tmp_path):
    for number in range(3):
        folder = tmp_path / f"site_src/opinions/case-{number}"
        folder.mkdir(parents=True)
        (folder / "opinion.txt").write_text(OPINION.format(number), encoding="utf-8")
    return tmp_path


@pytest.fixture
def converted(monkeypatch):
    """The slugs that were really converted, in order."""
    seen = []
    real = batch.convert_job

    def watched(job):
        seen.append(job.slug)
        return real(job)

    monkeypatch.setattr(batch, "convert_job", watched)
    return seen


def touch(path, text):
    """Write, and make sure that the time of the file says so on any file system."""
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_only_what_changed_is_converted_again(site, converted):
    memo = Memo()
    build_site(site, memo=memo)
    assert converted == ["case-0", "case-1", "case-2"]
    converted.clear()
    touch(site / "site_src/opinions/case-1/opinion.txt", OPINION.format("one, mended"))
    report = build_site(site, memo=memo)
    assert converted == ["case-1"]
    assert [c.slug for c in report.corpus.cases] == ["case-0", "case-1", "case-2"]
    assert "one, mended" in (site / "docs/opinions/case-1/index.md").read_text(encoding="utf-8")


def test_new_facts_count_as_a_change(site, converted):
    memo = Memo()
    build_site(site, memo=memo)
    converted.clear()
    (site / "site_src/opinions/case-2/case.yml").write_text("name: Doe v. Roe\n", encoding="utf-8")
    report = build_site(site, memo=memo)
    assert converted == ["case-2"]
    assert report.corpus.cases[2].info.name == "Doe v. Roe"


def test_a_page_that_was_deleted_comes_back(site, converted):
    memo = Memo()
    build_site(site, memo=memo)
    page = site / "docs/opinions/case-0/index.md"
    page.unlink()
    build_site(site, memo=memo)
    assert page.is_file()
    assert converted == ["case-0", "case-1", "case-2"]


def test_a_changed_template_renders_all_pages_anew(site, converted):
    templates = site / "templates/pages"
    templates.mkdir(parents=True)
    for source in templates_of().glob("*.j2"):
        (templates / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    memo = Memo()
    build_site(site, memo=memo)
    text = (templates / "opinion.md.j2").read_text(encoding="utf-8")
    touch(templates / "opinion.md.j2", text.replace("**About this text.**", "**On this text.**"))
    build_site(site, memo=memo)
    for number in range(3):
        assert "On this text" in (site / f"docs/opinions/case-{number}/index.md").read_text(
            encoding="utf-8"
        )
    assert converted == ["case-0", "case-1", "case-2"]


def test_a_failure_is_remembered_until_the_file_changes(site, converted):
    memo = Memo()
    bad = site / "site_src/opinions/case-1/opinion.txt"
    bad.write_bytes(b"%PDF-1.4\n" + bytes(range(256)))
    assert [f.job.slug for f in build_site(site, memo=memo).failures] == ["case-1"]
    converted.clear()
    assert [f.job.slug for f in build_site(site, memo=memo).failures] == ["case-1"]
    assert converted == []
    touch(bad, OPINION.format(1))
    assert build_site(site, memo=memo).failures == ()


def test_a_page_that_could_not_be_written_is_tried_again(site, monkeypatch):
    memo = Memo()
    build_site(site, memo=memo)
    touch(site / "site_src/opinions/case-1/opinion.txt", OPINION.format("one, mended"))

    def full(path, text):
        if path.parent.name == "case-1":
            raise PinciteError("cannot be written: full", code="W01", file=str(path))
        return write_if_changed(path, text)

    with monkeypatch.context() as patch:
        patch.setattr(site_pages, "write_if_changed", full)
        report = build_site(site, memo=memo)
    assert [(f.job.slug, f.error.code) for f in report.failures] == [("case-1", "W01")]
    assert build_site(site, memo=memo).failures == ()
    assert "one, mended" in (site / "docs/opinions/case-1/index.md").read_text(encoding="utf-8")


def test_a_folder_where_a_page_should_be_stops_no_other(site):
    (site / "docs/opinions").mkdir(parents=True)
    (site / "docs/opinions/case-1").write_text("a file in the way", encoding="utf-8")
    report = build_site(site)
    assert [(f.job.slug, f.error.code) for f in report.failures] == [("case-1", "W01")]
    assert (site / "docs/opinions/case-2/index.md").is_file()
