"""MkDocs alone does everything: build, serve, failures, and nothing twice."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MALLEY = "site_src/opinions/malley-v-briggs/opinion.txt"
MILLENDER = "site_src/opinions/messerschmidt-v-millender/opinion.txt"


@pytest.fixture
def tree(tmp_path):
    """A copy of the site's sources."""
    for name in ("docs", "templates", "site_src"):
        shutil.copytree(
            ROOT / name,
            tmp_path / name,
            ignore=shutil.ignore_patterns("opinions") if name == "docs" else None,
        )
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def run(tree, *args, program="mkdocs"):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", program, *args],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_one_command_builds_the_whole_site(tree, program):
    result = run(tree, "build", "--strict", "-f", "mkdocs.yml", program=program)
    assert result.returncode == 0, result.stderr
    page = (tree / "site/opinions/malley-v-briggs/index.html").read_text(encoding="utf-8")
    assert 'id="p35"' in page
    assert (tree / "site/opinions/messerschmidt-v-millender/case.json").is_file()
    home = (tree / "site/index.html").read_text(encoding="utf-8")
    assert 'href="opinions/malley-v-briggs/"' in home


def test_a_second_build_writes_nothing(tree):
    assert run(tree, "build", "-q").returncode == 0
    before = {p: p.stat().st_mtime_ns for p in (tree / "docs").rglob("*") if p.is_file()}
    assert run(tree, "build", "-q").returncode == 0
    assert before == {p: p.stat().st_mtime_ns for p in (tree / "docs").rglob("*") if p.is_file()}


def test_an_opinion_that_goes_takes_its_pages_with_it(tree):
    run(tree, "build", "-q")
    shutil.rmtree(tree / "site_src/opinions/malley-v-briggs")
    (tree / "docs/opinions/messerschmidt-v-millender/mine.md").write_text(
        "# Mine\n", encoding="utf-8"
    )
    assert run(tree, "build", "-q").returncode == 0
    assert not (tree / "docs/opinions/malley-v-briggs").exists()
    assert (tree / "docs/opinions/messerschmidt-v-millender/mine.md").is_file()


def test_a_broken_opinion_shows_its_error_and_the_rest_stays_up(tree):
    (tree / MALLEY).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    result = run(tree, "build")
    assert result.returncode == 0
    assert "R03" in result.stderr
    page = (tree / "site/opinions/malley-v-briggs/index.html").read_text(encoding="utf-8")
    assert 'class="error"' in page
    assert "R03" in page
    assert str(tree) not in page
    assert 'id="p79"' in (tree / "site/opinions/messerschmidt-v-millender/index.html").read_text(
        encoding="utf-8"
    )
    assert "could not be converted" in (tree / "site/index.html").read_text(encoding="utf-8")
    assert run(tree, "build", "--strict").returncode != 0


def test_a_wrong_fact_names_its_file_and_line(tree):
    facts = tree / "site_src/opinions/malley-v-briggs/case.yml"
    facts.write_text("name: Malley v. Briggs\ndecided: 1986-13-05\n", encoding="utf-8")
    result = run(tree, "build")
    assert "site_src/opinions/malley-v-briggs/case.yml:2: C09" in result.stderr


def test_html_that_shows_other_letters_is_reported(tree):
    """The last account (K02): a template that loses a word does not pass."""
    template = tree / "templates/pages/opinion.md.j2"
    text = template.read_text(encoding="utf-8")
    assert "(source.md#L{{ entry.line }}) {{ entry.text }}" in text
    template.write_text(
        text.replace(
            "{{ entry.line }}) {{ entry.text }}", "{{ entry.line }}) {{ entry.text[5:] }}"
        ),
        encoding="utf-8",
    )
    result = run(tree, "build", "--strict")
    assert result.returncode != 0
    assert "K02" in result.stderr


class Server:
    """``mkdocs serve`` in a process of its own."""

    def __init__(self, tree):
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.log = tree / "serve.log"
        self.file = self.log.open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{self.port}"],
            cwd=tree,
            env=os.environ | {"PYTHONPATH": str(tree), "PYTHONUNBUFFERED": "1"},
            stdout=self.file,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )

    def page(self, place):
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/{place}", timeout=5
            ) as answer:
                return answer.read().decode("utf-8")
        except (urllib.error.URLError, OSError):
            return ""

    def builds(self):
        return self.log.read_text(encoding="utf-8").count("Documentation built")

    def wait(self, condition, seconds=40):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.2)
        return False

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.file.close()


@pytest.fixture
def serving(tree):
    """A server on a copy of the sources that has its own generator to edit."""
    shutil.copytree(
        ROOT / "generator", tree / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    server = Server(tree)
    yield tree, server
    server.stop()


def test_an_edit_rebuilds_once_and_a_broken_file_does_not_bring_the_site_down(serving):
    tree, server = serving
    place = "opinions/malley-v-briggs/"
    assert server.wait(lambda: "This case presents" in server.page(place)), server.log.read_text(
        encoding="utf-8"
    )
    first = server.builds()

    text = (tree / MALLEY).read_text(encoding="utf-8")
    (tree / MALLEY).write_text(
        text.replace("This case presents", "This cause presents"), encoding="utf-8"
    )
    assert server.wait(lambda: "This cause presents" in server.page(place))
    time.sleep(3)  # a loop would have begun by now
    assert server.builds() == first + 1

    (tree / MALLEY).write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert server.wait(lambda: 'class="error"' in server.page(place))
    assert "R11" in server.log.read_text(encoding="utf-8")
    assert 'id="p79"' in server.page("opinions/messerschmidt-v-millender/")

    (tree / MALLEY).write_text(text, encoding="utf-8")
    assert server.wait(lambda: "This case presents" in server.page(place))

    words = tree / "generator/render/words.py"
    words.write_text(
        words.read_text(encoding="utf-8").replace('"for the Court"', '"speaking for the Court"'),
        encoding="utf-8",
    )
    assert server.wait(
        lambda: (
            "White, speaking for the Court"
            in server.page(place).replace('<span class="who">White</span>', "White")
        )
    )

    template = tree / "templates/pages/opinion.md.j2"
    template.write_text(
        template.read_text(encoding="utf-8").replace(
            "The source breaks off here.", "Here the source ends."
        ),
        encoding="utf-8",
    )
    assert server.wait(
        lambda: "Here the source ends." in server.page("opinions/messerschmidt-v-millender/")
    )
    before = server.builds()
    time.sleep(3)
    assert server.builds() == before
