"""What Pagefind is told, and when it is asked."""

from __future__ import annotations

import asyncio
import datetime
import gzip
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator import search
from generator.build import build_site
from generator.corpus import Corpus
from generator.model import CaseInfo
from generator.search import ENTRY, STAMP, digest_of, ready, records, update_index
from generator.terms import SUPREME_COURT
from tests.kit import case_of
from tests.render.made import small_case

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

TEXT = """\
Syllabus

Held: the lamp is lit.

JUSTICE WHITE delivered the opinion of the Court.

I

The lamp was lit. [1] It burned.

The Act provides:

"No lamp is lit at the harbor."

[1] So it was.

JUSTICE POWELL, dissenting.

The lamp is out.
"""
INFO = CaseInfo(
    name="Doe v. Roe",
    citation="500 U.S. 1",
    court=SUPREME_COURT,
    decided=datetime.date(1991, 3, 5),
)


@pytest.fixture
def case():
    return case_of(TEXT, "plain", INFO)


def by_url(case):
    return {r.url: r for r in records(case)}


class TestRecords:
    def test_one_for_the_case_and_one_for_each_passage(self, case):
        passages = [b.id for b in case.blocks if b.kind in ("paragraph", "blockquote", "footnote")]
        assert passages
        wanted = ["opinions/doe-v-roe/", *(f"opinions/doe-v-roe/#{b}" for b in passages)]
        assert list(by_url(case)) == wanted

    def test_the_case_is_found_by_its_name_and_citation_and_not_by_its_writings(self, case):
        whole = by_url(case)["opinions/doe-v-roe/"]
        assert whole.content.startswith("Doe v. Roe. 500 U.S. 1 (1991). ")
        assert whole.filters == {
            "case": ["Doe v. Roe", "500 U.S. 1 (1991)"],
            "court": [SUPREME_COURT],
            "term": ["October Term 1990"],
        }

    def test_a_passage_is_filtered_by_its_writing(self, case):
        dissent = next(r for r in records(case) if r.content == "The lamp is out.")
        assert dissent.filters["kind"] == ["dissent"]
        assert dissent.filters["author"] == ["Powell"]
        assert dissent.filters["writing"] == ["Powell, dissenting"]

    def test_the_syllabus_has_a_kind_and_no_author(self, case):
        syllabus = next(r for r in records(case) if "Held" in r.content)
        assert syllabus.filters["kind"] == ["syllabus"]
        assert "author" not in syllabus.filters

    def test_headings_and_bylines_are_no_passages(self, case):
        assert not [r for r in records(case) if "delivered the opinion" in r.content]

    def test_a_call_is_no_part_of_the_words(self, case):
        assert [m for b in case.blocks for m in b.marks if m.kind == "footnote-call"]
        assert "The lamp was lit. It burned." in [r.content for r in records(case)]

    def test_what_is_unknown_is_no_filter(self):
        for record in records(case_of("PER CURIAM.\nText.", "plain")):
            assert not {"court", "term"} & set(record.filters)


class TestDigest:
    def test_it_changes_with_any_part_of_a_record_and_with_the_release(self, case):
        found = list(records(case))
        first = digest_of(found, "1.5.2")
        assert first == digest_of(list(records(case)), "1.5.2")
        others = [
            digest_of(found, "1.5.3"),
            digest_of(found[1:], "1.5.2"),
            digest_of([replace(found[0], content="x"), *found[1:]], "1.5.2"),
            digest_of([replace(found[0], url="x"), *found[1:]], "1.5.2"),
            digest_of([replace(found[0], filters={}), *found[1:]], "1.5.2"),
        ]
        assert len({first, *others}) == 6


class TestIndex:
    def test_it_holds_every_record_and_no_search_box_of_pagefinds_own(self, case, tmp_path):
        written, problem = update_index(Corpus((case,)), tmp_path / "pagefind")
        assert problem is None
        assert ready(tmp_path / "pagefind")
        entry = json.loads((tmp_path / "pagefind" / ENTRY).read_text())
        assert entry["languages"]["en"]["page_count"] == len(list(records(case)))
        names = {p.name for p in written}
        assert {"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind", ENTRY} <= names
        assert not [n for n in names if "ui" in n or "highlight" in n]
        fragments = sorted((tmp_path / "pagefind/fragment").iterdir())
        texts = [gzip.decompress(p.read_bytes()).decode("utf-8", "replace") for p in fragments]
        assert any("The lamp is out." in t and "opinions/doe-v-roe/#p" in t for t in texts)

    def test_the_same_records_make_it_once(self, case, tmp_path, monkeypatch):
        corpus = Corpus((case,))
        update_index(corpus, tmp_path)
        monkeypatch.setattr(search, "_made", lambda *_: pytest.fail("made anew"))
        assert update_index(corpus, tmp_path) == ([], None)

    def test_the_same_records_give_the_same_passages_and_words(self, case, tmp_path):
        """Pagefind lists the values of a filter in an order that changes: those files, and what names them, differ."""
        corpus = Corpus((case, small_case("a-v-b")))
        trees = []
        for place in (tmp_path / "one", tmp_path / "two"):
            assert update_index(corpus, place)[1] is None
            names = {p.relative_to(place).as_posix(): p for p in search._files(place)}
            fixed = {n: p for n, p in names.items() if not re.search(r"^filter/|meta$|entry", n)}
            assert len(names) - len(fixed) <= 2 + 6  # the six filters, the meta file, the entry
            trees.append({name: path.read_bytes() for name, path in fixed.items()})
        assert trees[0] == trees[1]

    def test_what_is_gone_is_no_longer_found(self, case, tmp_path):
        other = small_case("a-v-b")
        update_index(Corpus((other, case)), tmp_path)
        before = len(list((tmp_path / "fragment").iterdir()))
        (tmp_path / "mine.txt").write_text("kept")
        update_index(Corpus((case,)), tmp_path)
        now = len(list((tmp_path / "fragment").iterdir()))
        assert before - now == len(list(records(other)))
        update_index(Corpus(()), tmp_path)
        assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]

    @pytest.mark.parametrize(
        ("program", "said"), [("/nowhere/pagefind", "cannot be run"), ("/bin/false", "ended")]
    )
    def test_without_the_program_there_is_a_reason_and_no_old_index(
        self, case, tmp_path, monkeypatch, program, said
    ):
        update_index(Corpus((case,)), tmp_path)
        (tmp_path / STAMP).write_text("older")
        monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
        written, problem = update_index(Corpus((case,)), tmp_path)
        assert written == []
        assert problem is not None
        assert said in problem
        assert not ready(tmp_path)

    def test_hostile_words_are_text(self, tmp_path):
        hostile = "PER CURIAM.\nA <script>alert(1)</script> \x07 \u2028 & ]]> \U0001f4a1 lamp.\n"
        info = CaseInfo(name='"><img src=x onerror=alert(1)>', court="{{ 7*7 }}")
        _, problem = update_index(Corpus((case_of(hostile, "plain", info),)), tmp_path)
        assert problem is None


def test_a_build_makes_the_index_and_says_why_not(tmp_path, monkeypatch):
    folder = tmp_path / "site_src/opinions/doe-v-roe"
    folder.mkdir(parents=True)
    (folder / "opinion.txt").write_text(TEXT, encoding="utf-8")
    report = build_site(tmp_path)
    assert report.searchless is None
    assert ready(tmp_path / "docs/pagefind")
    assert build_site(tmp_path).written == ()
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")
    (folder / "opinion.txt").write_text(TEXT + "\nAnd more.\n", encoding="utf-8")
    report = build_site(tmp_path)
    assert "PAGEFIND_BINARY_PATH" in (report.searchless or "")
    assert not (tmp_path / "docs/pagefind").exists()
    assert (tmp_path / "docs/opinions/doe-v-roe/index.md").is_file()


def test_files_are_waited_for_until_they_are_filled(tmp_path: Path) -> None:
    """Pagefind answers before its last files are written: an empty one would end the search of the whole site."""
    (tmp_path / search.ENTRY).write_bytes(b"")

    async def filled() -> str:
        waiting = asyncio.create_task(search._reached(tmp_path, seconds=5))
        await asyncio.sleep(0.1)
        assert not waiting.done()
        (tmp_path / search.ENTRY).write_bytes(b"{}")
        await waiting
        return "filled"

    assert _run(filled()) == "filled"


def test_files_that_stay_empty_are_no_index(tmp_path: Path) -> None:
    (tmp_path / search.ENTRY).write_bytes(b"")
    with pytest.raises(search._EndedError, match="empty"):
        _run(search._reached(tmp_path, seconds=0.1))


def _run(work: Coroutine[object, object, object]) -> object:
    """Run ``work`` in a thread of its own: the tests with a browser leave a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
