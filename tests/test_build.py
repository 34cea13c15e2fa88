"""``pincite build``: a whole site's opinions into ``docs/opinions``, and nothing else touched."""

from __future__ import annotations

import json
import shutil
from typing import cast

import pytest

from generator import build_site
from generator.batch import convert_jobs
from generator.corpus import Corpus
from generator.errors import PinciteError
from generator.files import remove_others, write_if_changed
from generator.jobs import Job, discover
from generator.model import Case
from generator.parallel import PARALLEL_FROM
from generator.render.shelf import MARKER, shelf_table
from generator.site_pages import GENERATED, SOME, templates_of
from tests.kit import FIXTURES, ROOT, SEEDS, case_of, html_of, tree

TEXT = (FIXTURES / "state-v-quill.txt").read_text()


@pytest.fixture
def site(tmp_path):
    """A site with the seeds and the page templates."""
    shutil.copytree(ROOT / "site_src", tmp_path / "site_src")
    shutil.copytree(ROOT / "templates" / "pages", tmp_path / "templates" / "pages")
    (tmp_path / "docs").mkdir()
    return tmp_path


def bring(
    site, slug: str, text: str | bytes = TEXT, name: str = "opinion.txt", facts: str | None = None
):
    folder = site / "site_src" / "opinions" / slug
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    if facts is not None:
        (folder / "case.yml").write_text(facts)
    return folder


def test_the_site(site) -> None:
    report = build_site(site)
    assert report.failures == ()
    assert [c.slug for c in report.corpus.cases] == sorted(SEEDS)
    assert set(tree(site / "docs" / "opinions")) == {"index.md"} | {
        f"{slug}/{name}" for slug in SEEDS for name in (*GENERATED, *SOME)
    }
    data = json.loads((site / "docs/opinions/malley-v-briggs/case.json").read_text())
    assert (data["name"], data["citation"], data["decided"]) == (
        "Malley v. Briggs",
        "475 U.S. 335",
        "1986-03-05",
    )


def test_a_second_build_writes_nothing(site) -> None:
    build_site(site)
    before = {p: p.stat().st_mtime_ns for p in (site / "docs").rglob("*")}
    assert build_site(site).written == ()
    assert {p: p.stat().st_mtime_ns for p in (site / "docs").rglob("*")} == before


def test_only_what_changed_is_written(site) -> None:
    build_site(site)
    raw = site / "site_src/opinions/malley-v-briggs/opinion.txt"
    raw.write_text(raw.read_text().replace("This case presents", "This cause presents", 1))
    opinions = site / "docs/opinions"
    written = [p for p in build_site(site).written if "pagefind" not in p.parts]
    names = {p.relative_to(opinions).as_posix() for p in written}
    # the words changed cite nothing: the table of authorities is the same
    changed = {"malley-v-briggs/" + n for n in (*GENERATED, *SOME) if n != "authorities.md"}
    assert names <= changed
    assert {"malley-v-briggs/index.md", "malley-v-briggs/case.json"} <= names


def test_an_opinion_that_is_gone_leaves_no_page_but_what_people_put_there(site) -> None:
    bring(site, "quill-v-state")
    bring(site, "gone-v-gone")
    build_site(site)
    opinions = site / "docs" / "opinions"
    (opinions / "quill-v-state" / "notes.md").write_text("mine")
    shutil.rmtree(site / "site_src/opinions/quill-v-state")
    shutil.rmtree(site / "site_src/opinions/gone-v-gone")
    build_site(site)
    assert [p.name for p in (opinions / "quill-v-state").iterdir()] == ["notes.md"]
    assert not (opinions / "gone-v-gone").exists()


class TestABadOpinion:
    @pytest.mark.parametrize(
        ("text", "code"),
        [(b"", "R01"), (bytes(range(256)) * 9, "R03"), (b"%PDF-1.7\n\xe2\xe3", "R11")],
    )
    def test_has_a_page_that_says_so(self, site, text: bytes, code: str) -> None:
        bring(site, "bad-v-worse", text)
        report = build_site(site)
        (failure,) = report.failures
        assert failure.error.code == code
        assert len(report.corpus.cases) == 2
        page = (site / "docs/opinions/bad-v-worse/index.md").read_text()
        html = html_of(page)
        assert f"<strong>{code}</strong>" in html
        assert "could not be converted" in html
        assert str(site) not in page  # where a site was built is nobody's business
        assert "bad-v-worse" in (site / "docs/opinions/index.md").read_text()

    def test_loses_its_old_data(self, site) -> None:
        bring(site, "quill-v-state", TEXT.encode("cp1252").replace(b"letter", b"l\xe9tter"))
        build_site(site)
        folder = site / "docs/opinions/quill-v-state"
        assert (folder / "source.txt").is_file()
        bring(site, "quill-v-state", b"")
        build_site(site)
        assert [p.name for p in folder.iterdir()] == ["index.md"]

    def test_that_is_mended_has_its_page_back(self, site) -> None:
        bring(site, "quill-v-state", b"")
        build_site(site)
        bring(site, "quill-v-state")
        assert build_site(site).failures == ()
        assert (
            "## Black, for the Court" in (site / "docs/opinions/quill-v-state/index.md").read_text()
        )

    def test_facts_at_fault(self, site) -> None:
        bring(site, "quill-v-state", facts="name: x\nname: y\n")
        (failure,) = build_site(site).failures
        assert failure.error.code == "C06"
        assert failure.error.file.endswith("quill-v-state/case.yml")

    @pytest.mark.parametrize(
        "message",
        [
            "<script>x</script>",
            "{{ 7*7 }}",
            "{: #x onclick=y }",
            "[a](javascript:x)",
            "a\n# b",
            "`x`",
        ],
    )
    def test_its_message_is_text(self, site, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*args: object) -> None:
            raise ValueError(message)

        bring(site, "quill-v-state")
        monkeypatch.setattr("generator.convert.structure", broken)
        build_site(site, workers=1)
        html = html_of((site / "docs/opinions/quill-v-state/index.md").read_text())
        assert "<script" not in html
        assert "onclick=" not in html.replace("onclick=y }", "")
        assert 'href="javascript' not in html
        assert html.count("<h1") == 1


@pytest.mark.parametrize(
    ("folder", "names", "code"),
    [
        ("Bad Name", ["opinion.txt"], "R08"),
        ("quill_v_state", ["opinion.txt"], "R08"),
        ("empty", [], "R09"),
        ("empty", ["case.yml"], "R09"),
        ("empty", ["opinion.yml", "opinion.txt.bak"], "R09"),
        ("two", ["opinion.txt", "opinion.html"], "R10"),
    ],
)
def test_folders_at_fault(tmp_path, folder: str, names: list[str], code: str) -> None:
    (tmp_path / folder).mkdir()
    for name in names:
        (tmp_path / folder / name).write_text("x")
    jobs, (failure,) = discover(tmp_path)
    assert (jobs, failure.error.code) == ([], code)
    assert failure.error.advice


def test_what_is_no_opinion_is_passed_over(tmp_path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("x")
    (tmp_path / "quill").mkdir()
    for name in ("opinion.txt", "opinion.bak", "notes.yml", "case.yml"):
        (tmp_path / "quill" / name).write_text("x")
    jobs, failures = discover(tmp_path)
    assert [(j.slug, j.path.name, j.facts is not None) for j in jobs] == [
        ("quill", "opinion.txt", True)
    ]
    assert failures == []
    assert discover(tmp_path / "missing") == ([], [])


def test_results_come_in_the_order_of_the_jobs(tmp_path) -> None:
    for n in range(PARALLEL_FROM + 1):
        (tmp_path / f"case-{n}").mkdir()
        (tmp_path / f"case-{n}" / "opinion.txt").write_text(TEXT if n != 3 else "")
    jobs, _ = discover(tmp_path)
    seen: list[tuple[str, int, int]] = []
    results = convert_jobs(
        jobs, 2, lambda job, n, total: seen.append((cast("Job", job).slug, n, total))
    )
    assert [r.slug if isinstance(r, Case) else r.job.slug for r in results] == [
        j.slug for j in jobs
    ]
    assert [isinstance(r, Case) for r in results].index(False) == 3
    assert seen == [(j.slug, n, len(jobs)) for n, j in enumerate(jobs, start=1)]


def test_a_site_may_have_templates_of_its_own(site, tmp_path) -> None:
    assert templates_of(site) == site / "templates" / "pages"
    assert templates_of(tmp_path / "nowhere") == ROOT / "templates" / "pages"
    (site / "templates/pages/opinion.md.j2").write_text(
        "---\n{{ front }}---\n\n# mine: {{ name }}\n"
    )
    build_site(site)
    assert (
        "# mine: Malley v. Briggs" in (site / "docs/opinions/malley-v-briggs/index.md").read_text()
    )


class TestFiles:
    def test_write_if_changed(self, tmp_path) -> None:
        path = tmp_path / "new" / "file.txt"
        assert write_if_changed(path, "é\n")
        assert path.read_bytes() == "é\n".encode()
        assert not write_if_changed(path, "é\n")
        assert write_if_changed(path, "e\r\n")
        assert path.read_bytes() == b"e\r\n"
        assert [p.name for p in path.parent.iterdir()] == ["file.txt"]  # nothing half written stays

    def test_whole_or_not_at_all(self, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "file.txt"
        write_if_changed(path, "old")
        monkeypatch.setattr(
            "pathlib.Path.replace", lambda *a: (_ for _ in ()).throw(OSError("full"))
        )
        with pytest.raises(PinciteError, match="W01 cannot be written: full"):
            write_if_changed(path, "new")
        assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"file.txt": "old"}

    def test_remove_others_follows_no_link(self, tmp_path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        (outside / "index.md").write_text("x")
        opinions = tmp_path / "opinions"
        opinions.mkdir()
        (opinions / "link").symlink_to(outside)
        assert remove_others(opinions, [], ["index.md"]) == []
        assert (outside / "index.md").exists()
        assert remove_others(tmp_path / "missing", [], []) == []


class TestShelf:
    def test_the_newest_first(self, site) -> None:
        report = build_site(site)
        table = shelf_table(report.corpus, ["bad-v-worse"])
        rows = [line for line in table.splitlines() if line.startswith("| [")]
        assert [r.split("]")[0][3:] for r in rows] == [
            "Messerschmidt v. Millender",
            "Malley v. Briggs",
            "bad-v-worse",
        ]
        assert "475 U.S. 335 (1986)" in rows[1]
        assert "White</span>, for the Court; " in rows[1]
        assert "Powell</span>, concurring in part and dissenting in part" in rows[1]

    def test_empty(self) -> None:
        assert "pincite add" in shelf_table(Corpus(()), [])

    def test_its_place_is_in_the_home_page(self) -> None:
        assert MARKER in (ROOT / "docs/index.md").read_text()

    @pytest.mark.parametrize(
        "name", ["a | b", "[a](javascript:x)", "<b>x</b>", "x](y)", "{{ 7*7 }}", "a\nb"]
    )
    def test_names_are_text(self, name: str) -> None:
        from bs4 import BeautifulSoup

        from generator.model import CaseInfo

        case = case_of("PER CURIAM.\nText.", "plain", CaseInfo(name=name, court=name))
        soup = BeautifulSoup(html_of(shelf_table(Corpus((case,)), [])), "html.parser")
        cells = [td.get_text() for td in soup.find_all("td")]
        assert [" ".join(c.split()) for c in cells[:2]] == [" ".join(name.split())] * 2
        assert [a["href"] for a in soup.find_all("a")] == ["doe-v-roe/index.md"]


class TestCorpus:
    def test_by_slug_whatever_the_order(self) -> None:
        cases = [case_of(TEXT, slug=s) for s in ("b", "a", "c")]
        assert Corpus.of(cases) == Corpus.of(reversed(cases))
        assert [c.slug for c in Corpus.of(cases).cases] == ["a", "b", "c"]
