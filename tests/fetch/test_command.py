"""``pincite fetch``, as people call it: into a site, or into a file; and never by itself."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from generator import read
from generator.casefile import load_case_info
from generator.cli import main
from generator.errors import PinciteError
from generator.fetch.settings import PUBLIC, settings_for
from generator.model import CaseInfo, Segment
from generator.read.dialects import Sniffed
from generator.read.reading import Reading
from tests.fetch.server import Answer
from tests.kit import ROOT, tree


@pytest.fixture
def site(tmp_path):
    (tmp_path / "site_src" / "opinions").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def _any_json_is_an_opinion(monkeypatch):
    """How a format is read is the readers' affair: here every file is one paragraph with a name and a docket."""
    facts = CaseInfo(name="Lamp v. Quill", docket="No. 84-1586")

    def reader(raw: object) -> Reading:
        text = "PER CURIAM.\n\nWe hold so, and nothing else."
        return Reading(text, (Segment((0, 11)), Segment((13, len(text)))), facts=facts)

    monkeypatch.setitem(read.READERS, "plain", reader)
    monkeypatch.setattr(read, "sniff", lambda *_: Sniffed("plain", "it is a test", True))


def run(*arguments: object):
    return CliRunner().invoke(main, ["fetch", *map(str, arguments)])


@pytest.mark.usefixtures("_any_json_is_an_opinion")
class TestIntoTheSite:
    def test_an_opinion_with_its_facts_and_its_origin(self, courtlistener, site) -> None:
        result = run("475 U.S. 335", "--base", courtlistener.base, "--root", site)
        assert result.exit_code == 0, result.output
        folder = site / "site_src/opinions/lamp-v-quill"
        assert sorted(p.name for p in folder.iterdir()) == ["case.yml", "opinion.json"]
        assert load_case_info(folder / "case.yml").docket == "No. 84-1586"
        assert (
            f"# The text was fetched from {courtlistener.base}clusters/900/"
            in (folder / "case.yml").read_text()
        )
        assert b'"docket_number": "84-1586"' in (folder / "opinion.json").read_bytes()

    def test_by_number_and_slug_of_ones_own(self, courtlistener, site) -> None:
        result = run(
            "--cluster", 900, "--slug", "lamps", "--base", courtlistener.base, "--root", site
        )
        assert result.exit_code == 0, result.output
        assert (site / "site_src/opinions/lamps/opinion.json").is_file()

    def test_from_cap(self, cap, site) -> None:
        result = run("475 U.S. 335", "--from", "cap", "--base", cap.base, "--root", site)
        assert result.exit_code == 0, result.output
        assert (site / "site_src/opinions/lamp-v-quill/opinion.json").is_file()

    def test_a_dry_run(self, courtlistener, site) -> None:
        result = run("475 U.S. 335", "--base", courtlistener.base, "--root", site, "--dry-run")
        assert (result.exit_code, tree(site)) == (0, {})
        assert "would write" in result.output

    def test_twice(self, courtlistener, site) -> None:
        arguments = ("475 U.S. 335", "--base", courtlistener.base, "--root", site)
        run(*arguments)
        before = tree(site)
        again = run(*arguments)
        assert (again.exit_code, tree(site)) == (1, before)
        assert "A04" in again.stderr

    def test_as_a_witness(self, courtlistener, cap, site) -> None:
        run("475 U.S. 335", "--base", courtlistener.base, "--root", site)
        same = ("475 U.S. 335", "--from", "cap", "--base", cap.base, "--root", site)
        assert "A04" in run(*same, "--html").stderr
        result = run(*same, "--as-witness")
        assert result.exit_code == 0, result.output
        assert (site / "site_src/opinions/lamp-v-quill/witnesses/lamp-v-quill.json").is_file()
        assert "restore_from: lamp-v-quill.json" in result.output


class TestIntoAFile:
    def test_it_is_the_answer_byte_for_byte(self, cap, tmp_path) -> None:
        out = tmp_path / "case.html"
        arguments = ("475 U.S. 335", "--from", "cap", "--html", "--base", cap.base, "--out", out)
        assert run(*arguments).exit_code == 0
        assert out.read_bytes() == b"<section class='casebody'></section>"
        again = run(*arguments)
        assert again.exit_code == 1
        assert "A02" in again.stderr

    def test_a_folder_that_is_not_there(self, cap, tmp_path) -> None:
        out = tmp_path / "no" / "case.json"
        result = run("475 U.S. 335", "--from", "cap", "--base", cap.base, "--out", out)
        assert "A03" in result.stderr

    def test_nothing_is_written_when_it_fails(self, server, tmp_path) -> None:
        server.says("/api/clusters/1/", Answer(b"{", length=10))
        result = run("--cluster", 1, "--base", server.base, "--out", tmp_path / "x.json")
        assert result.exit_code == 1
        assert "F05" in result.stderr
        assert tree(tmp_path) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("475 U.S. 335", "--cluster", 5),
        ("--cluster", 5, "--from", "cap"),
        ("475 U.S. 335", "--html"),
        ("475 U.S. 335", "--file", "0335-01"),
        ("--cluster", 0),
        ("475 U.S. 335", "--force", "--as-witness"),
    ],
)
def test_what_makes_no_sense(arguments) -> None:
    assert run(*arguments).exit_code == 2


class TestSettings:
    def test_the_public_servers(self) -> None:
        assert settings_for("courtlistener", environment={}).base == PUBLIC["courtlistener"]
        assert settings_for("cap", ROOT, environment={}).base == PUBLIC["cap"]

    def test_who_goes_first(self, tmp_path) -> None:
        (tmp_path / "mkdocs.yml").write_text(
            "site_url: !ENV [X, '']\nplugins:\n  - pincite:\n      fetch:\n        cap: http://a.invalid/x\n"
        )
        environment = {"PINCITE_CAP": "http://b.invalid"}
        assert settings_for("cap", tmp_path, environment={}).base == "http://a.invalid/x/"
        assert settings_for("cap", tmp_path, environment=environment).base == "http://b.invalid/"
        assert (
            settings_for("cap", tmp_path, "http://c.invalid", environment).base
            == "http://c.invalid/"
        )

    def test_the_token_is_courtlisteners_alone(self) -> None:
        environment = {"COURTLISTENER_TOKEN": " abc\n"}
        assert settings_for("courtlistener", environment=environment).token == "abc"
        assert settings_for("cap", environment=environment).token is None

    @pytest.mark.parametrize(
        "base", ["courts", "ftp://a.invalid", "http://", "http://a.invalid/?x=1", 5]
    )
    def test_no_address(self, base) -> None:
        with pytest.raises(PinciteError) as caught:
            settings_for("cap", base=base, environment={})
        assert caught.value.code == "F09"


def test_no_build_can_fetch() -> None:
    """Neither the build nor the plugin nor ``check`` so much as loads what opens a connection."""
    code = (
        "import sys, generator.build, generator.check, generator.mkdocs_plugin\n"
        "print([m for m in sys.modules if m.startswith(('httpx', 'generator.fetch'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"
