"""A small site whose cases cite each other in every way, put together by hand."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.corpus import Corpus
from generator.render.authorities import case_authorities_page
from generator.render.citing import citing_index
from generator.render.data import case_data, to_json
from generator.render.markdown import environment, opinion_page
from generator.render.site_authorities import site_authorities_pages
from generator.render.source import source_page
from tests.kit import ROOT
from tests.render.made import small_case

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class CitedSite:
    """Its address, ending in a slash, and the folder that is served there."""

    url: str
    path: Path


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        pass


def _corpus() -> Corpus:
    """*Doe v. Roe* cites *United States v. Leon*, which cites it in turn, at its first paragraph."""
    leon = small_case("united-states-v-leon", "United States v. Leon", "468 U.S. 897", 1984)
    first = replace(leon.references[0], target=("doe-v-roe", "p1"), case="doe-v-roe")
    others = (replace(r, case=None) for r in leon.references[1:])
    return Corpus.of([small_case(), replace(leon, references=(first, *others))])


HOSTILE = '</script><img src=x onerror=alert(1)> & "{{ 7*7 }}"'
HOSTILE_TEXT = """\
JUSTICE O'DOUL delivered the opinion of the Court.

The zyzzyva <script>window.hacked = 1</script> <mark>bit</mark> &lt;b&gt; <img src=x onerror=alert(1)> and flew.
"""


class _BelowSub(_QuietHandler):
    """Serves its folder under ``/sub/`` as GitHub Pages does, with ``404.html`` for what is not there."""

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix("/sub/") if path.startswith("/sub/") else "nowhere"
        return super().translate_path("/" + inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory, "404.html")
        if code != 404 or not lost.is_file():
            super().send_error(code, message, explain)
            return
        body = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def sub_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CitedSite]:
    """The site of the repository with a hostile opinion besides, made for a folder of a domain and served in one."""
    tree = tmp_path_factory.mktemp("sub")
    made = shutil.ignore_patterns("opinions", "authorities", "pagefind")
    shutil.copytree(ROOT / "docs", tree / "docs", ignore=made)
    for name in ("templates", "site_src"):
        shutil.copytree(ROOT / name, tree / name)
    shutil.copy(ROOT / "mkdocs.yml", tree)
    folder = tree / "site_src/opinions/zyzzyva-v-doe"
    folder.mkdir()
    (folder / "opinion.txt").write_text(HOSTILE_TEXT, encoding="utf-8")
    facts = {"name": HOSTILE, "court": HOSTILE, "docket": HOSTILE, "added": "2026-01-31"}
    lines = [f"{key}: {json.dumps(value)}\n" for key, value in facts.items()]
    (folder / "case.yml").write_text("".join(lines), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(ROOT), "SITE_URL": "https://law.example/sub/"},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        pytest.fail(result.stdout + result.stderr, pytrace=False)
    handler = functools.partial(_BelowSub, directory=str(tree / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield CitedSite(f"http://127.0.0.1:{server.server_port}/sub/", tree / "site")
        server.shutdown()


@pytest.fixture(scope="session")
def cited_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CitedSite]:
    """The site as ``mkdocs build --strict`` makes it of the rendered pages, served on loopback."""
    tree = tmp_path_factory.mktemp("cited")
    env = environment(ROOT / "templates" / "pages")
    corpus = _corpus()
    cited_by = citing_index(corpus)
    files = {"index.md": "# Home\n\n[Authorities](authorities/index.md)\n"}
    for case in corpus.cases:
        folder = f"opinions/{case.slug}"
        files |= {
            f"{folder}/index.md": opinion_page(case, env, cited_by.get(case.slug, ())),
            f"{folder}/authorities.md": case_authorities_page(case, env),
            f"{folder}/source.md": source_page(case, env),
            f"{folder}/source.txt": case.source.text,
            f"{folder}/case.json": to_json(case_data(case)),
        }
    pages = site_authorities_pages(corpus, env)
    files |= {f"authorities/{name}": text for name, text in pages.items()}
    for name, text in files.items():
        path = tree / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "templates", tree / "templates")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"(?m)^(nav|plugins):.*\n(?:[ #].*\n|\n)*", "", config) + "\nplugins: []\n"
    (tree / "mkdocs.yml").write_text(config, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    build = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    if build.returncode:
        pytest.fail(build.stdout + build.stderr, pytrace=False)
    handler = functools.partial(_QuietHandler, directory=str(tree / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield CitedSite(f"http://127.0.0.1:{server.server_port}/", tree / "site")
        server.shutdown()
