"""The commands, as people call them."""

from __future__ import annotations

import importlib.metadata
import json
import shutil

import pytest
from click.testing import CliRunner

import generator
from generator.cli import main
from generator.site_pages import GENERATED, SOME
from tests.kit import FIXTURES, ROOT, pincite, tree

GOOD = FIXTURES / "state-v-quill.txt"


@pytest.fixture
def site(tmp_path):
    root = tmp_path / "site"
    shutil.copytree(ROOT / "site_src", root / "site_src")
    (root / "docs").mkdir()
    return root


def run(*arguments: object):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.mark.parametrize("command", [[], ["build"], ["convert"], ["check"], ["add"]])
def test_help_teaches(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output
    assert len(result.output.splitlines()) > 8
    assert run(*command, "-h").output == result.output


def test_version() -> None:
    assert run("--version").output == f"pincite {importlib.metadata.version('pincite')}\n"
    assert generator.__version__ == importlib.metadata.version("pincite")


def test_help_imports_nothing_heavy() -> None:
    """Starting costs little because every heavy library waits until a command needs it."""
    code = (
        "import sys\nfrom generator.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print('LOADED', sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    result = pincite("-c", code, module=())
    assert result.returncode == 0, result.stderr
    loaded = set(eval(result.stdout.rpartition("LOADED ")[2]))
    heavy = {
        "mkdocs",
        "bs4",
        "lxml",
        "pygments",
        "yaml",
        "jinja2",
        "markdown",
        "rich",
        "ftfy",
        "asyncio",
    }
    assert loaded & heavy == set()
    assert "click" in loaded


def test_the_module_is_the_command(tmp_path) -> None:
    """``python -m generator`` does what ``pincite`` does."""
    entry = "import sys; from generator.cli import main; sys.argv[0] = 'pincite'; main()"
    outputs = []
    for number, module in enumerate((["-m", "generator"], ["-c", entry])):
        out = tmp_path / str(number)
        result = pincite("convert", GOOD, "--out", out, module=module)
        outputs.append((result.returncode, result.stdout, tree(out)))
    assert outputs[0] == outputs[1]
    assert outputs[0][0] == 0
    (script,) = (
        e for e in importlib.metadata.entry_points(group="console_scripts") if e.name == "pincite"
    )
    assert script.value == "generator.cli:main"


class TestConvert:
    def test_good(self, tmp_path) -> None:
        result = run("convert", GOOD, "--out", tmp_path)
        files = len(GENERATED)
        assert (result.exit_code, result.output) == (
            0,
            f"1 opinion converted; {files} files changed\n",
        )
        assert set(tree(tmp_path)) == {f"state-v-quill/{n}" for n in GENERATED}

    def test_a_bad_one_among_good_ones(self, tmp_path) -> None:
        bad = tmp_path / "bad.txt"
        bad.write_bytes(b"")
        result = run(
            "convert", bad, GOOD, FIXTURES / "alder-v-brook.txt", "--out", tmp_path / "out"
        )
        assert result.exit_code == 1
        assert f"{bad}: R01" in result.stderr
        assert (
            result.stdout == f"2 opinions converted, 1 failed; {2 * len(GENERATED)} files changed\n"
        )
        assert {p.name for p in (tmp_path / "out").iterdir()} == {"state-v-quill", "alder-v-brook"}

    def test_in_a_dialect(self, tmp_path) -> None:
        run("convert", GOOD, "--out", tmp_path, "--dialect", "lexis")
        data = json.loads((tmp_path / "state-v-quill/case.json").read_text())
        assert data["source"]["dialect"] == "lexis"

    def test_an_unknown_dialect(self, tmp_path) -> None:
        result = run("convert", GOOD, "--out", tmp_path, "--dialect", "klingon")
        assert result.exit_code == 1
        assert "R06" in result.stderr
        assert "lexis" in result.stderr

    @pytest.mark.parametrize(
        "arguments", [["--out", "x"], [str(GOOD)], [str(GOOD), "--out", "x", "--workers", "0"]]
    )
    def test_usage(self, arguments: list[str]) -> None:
        assert run("convert", *arguments).exit_code == 2

    def test_no_traceback_for_any_bytes(self, tmp_path) -> None:
        for n, data in enumerate(
            [b"\xff" * 300, b"\0", b"\x80\x81", b"{\\rtf1", b"[{", b"<", b"\n" * 9, b"a"]
        ):
            (tmp_path / f"{n}.txt").write_bytes(data)
        result = pincite("convert", *sorted(tmp_path.glob("*.txt")), "--out", tmp_path / "out")
        assert result.returncode == 1
        assert "Traceback" not in result.stderr + result.stdout
        assert "K00" not in result.stderr


class TestBuild:
    def test_good(self, site) -> None:
        result = run("build", "--root", site)
        assert result.exit_code == 0, result.output
        tables = len(list((site / "docs/authorities").glob("*.md")))
        assert tables
        assert result.output.startswith(
            f"2 opinions converted; {2 * len((*GENERATED, *SOME)) + 2 + tables} files changed"
        )
        assert run("build", "--root", site).output.startswith(
            "2 opinions converted; 0 files changed"
        )

    def test_bad(self, site) -> None:
        (site / "site_src/opinions/malley-v-briggs/opinion.txt").write_bytes(b"")
        result = run("build", "--root", site)
        assert result.exit_code == 1
        assert "malley-v-briggs/opinion.txt: R01" in result.stderr
        assert (site / "docs/opinions/messerschmidt-v-millender/case.json").is_file()

    @pytest.mark.parametrize("command", ["build", "check"])
    def test_no_site(self, tmp_path, command: str) -> None:
        result = run(command, "--root", tmp_path)
        assert result.exit_code == 1
        assert "--root" in result.stderr


class TestCheck:
    def test_the_table(self, site) -> None:
        result = run("check", "--root", site)
        assert result.exit_code == 0
        assert "malley-v-briggs" in result.output
        assert "opinion.txt:117: S01" in result.output
        assert "T02" not in result.output  # notes wait for -v
        assert "T02" in run("check", "--root", site, "-v").output

    def test_json(self, site) -> None:
        data = json.loads(run("check", "--root", site, "--json").output)
        assert set(data["cases"]) == {"malley-v-briggs", "messerschmidt-v-millender"}

    def test_strict(self, site) -> None:
        assert run("check", "--root", site, "--strict").exit_code == 1

    def test_an_error(self, site) -> None:
        (site / "site_src/opinions/malley-v-briggs/opinion.txt").write_bytes(b"")
        assert run("check", "--root", site).exit_code == 1

    def test_a_message_is_no_markup(self, site) -> None:
        """What a file holds must not be taken for the terminal's own markup."""
        raw = site / "site_src/opinions/malley-v-briggs/opinion.txt"
        raw.write_text("[bold]OPINION[/bold] [/nonsense]\x1b[31m and")
        result = run("check", "--root", site, "-v")
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "[/bold] [/nonsense]" in result.output
        assert "\\x1b[31m" in result.output
        assert "\x1b" not in result.output

    def test_it_writes_nothing(self, site) -> None:
        before = tree(site)
        run("check", "--root", site)
        assert tree(site) == before


class TestAdd:
    def test_good(self, site) -> None:
        result = run("add", GOOD, "--root", site)
        assert result.exit_code == 0, result.output
        assert (
            site / "site_src/opinions/quill-v-state/opinion.txt"
        ).read_bytes() == GOOD.read_bytes()
        assert run("build", "--root", site).exit_code == 0

    def test_twice(self, site) -> None:
        run("add", GOOD, "--root", site)
        result = run("add", GOOD, "--root", site)
        assert result.exit_code == 1
        assert "A04" in result.stderr

    def test_dry_run(self, site) -> None:
        before = tree(site)
        assert run("add", GOOD, "--root", site, "--dry-run").exit_code == 0
        assert tree(site) == before


def test_progress_on_a_terminal_only(tmp_path) -> None:
    files = []
    for n in range(5):
        files.append(tmp_path / f"case-{n}.txt")
        files[-1].write_bytes(GOOD.read_bytes())
    result = pincite("convert", *files, "--out", tmp_path / "out")
    assert (result.stderr, result.stdout) == (
        "",
        f"5 opinions converted; {5 * len(GENERATED)} files changed\n",
    )


def test_the_public_api() -> None:
    for name in generator.__all__:
        assert getattr(generator, name) is not None
    assert set(generator.__all__) == set(generator._HOMES)
    with pytest.raises(AttributeError, match="nonsense"):
        _ = generator.nonsense
