"""The thin adapter to MkDocs (and ProperDocs): builds before MkDocs reads ``docs/``, and says what to watch.

    plugins:
      - pincite:
          providers: [courtlistener, justia]  # may be left out

``mkdocs serve`` and ``mkdocs build`` then do everything.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.pincite")

PACKAGE = Path(__file__).resolve().parent
GENERATED = ("opinions", "authorities", "pagefind")  # folders of docs/ that the build writes
_OPINION = re.compile(r"opinions/(?P<slug>[^/]+)/index\.md")
_TABLE = re.compile(r"authorities/[^/]+\.md|opinions/[^/]+/authorities\.md")


class PincitePlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call, unused-ignore]
    """Runs the build; holds the finished pages against ``case.json``."""

    config_scheme = (
        ("providers", config_options.Type(list, default=[])),
        (
            "fetch",
            config_options.Type(dict, default={}),
        ),  # read by `pincite fetch`, never by a build
    )

    def __init__(self) -> None:
        self.report: Any = None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Convert what is new, before MkDocs looks for pages."""
        self._reload_changed_code()
        from generator.build import Memo, build_site
        from generator.errors import PinciteError

        memo = _loaded.setdefault("memo", Memo())
        try:
            providers = self.config["providers"] or None
            self.report = build_site(_root(config), memo=memo, providers=providers)
        except PinciteError as error:
            raise PluginError(str(error)) from error
        for failure in self.report.failures:
            log.warning("%s", failure.error)

    def _reload_changed_code(self) -> None:
        """Under ``mkdocs serve`` an edit of the generator counts at once: its modules are forgotten and load anew."""
        now = _fingerprint()
        if now == _loaded["code"]:
            return
        _loaded.clear()
        _loaded["code"] = now
        sys.dont_write_bytecode = (
            True  # a new .pyc beside the watched code would set off one build more
        )
        for name in [n for n in sys.modules if n.startswith("generator.") and n != __name__]:
            del sys.modules[name]
        log.info("the generator has changed and is loaded anew")

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Put the table of opinions where a hand-written page asks for it."""
        from generator.render.shelf import MARKER, shelf_table

        if MARKER not in markdown or self.report is None:
            return markdown
        depth = page.file.src_uri.count("/")
        failed = [f.job.slug for f in self.report.failures]
        return markdown.replace(
            MARKER, shelf_table(self.report.corpus, failed, "../" * depth + "opinions/")
        )

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Hold the HTML of an opinion's page against its ``case.json``."""
        from generator.render.verify import live, violations

        if _TABLE.fullmatch(page.file.src_uri):
            for problem in live(html):
                log.warning("%s: K02 %s", page.file.src_uri, problem)
        match = _OPINION.fullmatch(page.file.src_uri)
        data = Path(config.docs_dir, "opinions", match["slug"], "case.json") if match else None
        if data is None or not data.is_file():
            return html
        for problem in violations(html, json.loads(data.read_text(encoding="utf-8"))):
            log.warning("%s: K02 %s", page.file.src_uri, problem)
        return html

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Watch what people edit, and not what the build itself writes into ``docs/``: no build sets off another."""
        docs, root = Path(config.docs_dir), _root(config)
        server.unwatch(str(docs))
        server.watch(str(docs), recursive=False)
        for folder in sorted(p for p in docs.iterdir() if p.is_dir() and p.name not in GENERATED):
            server.watch(str(folder))
        for folder in (root / "site_src", root / "templates", PACKAGE):
            if folder.is_dir():
                server.watch(str(folder))
        return server


def _root(config: MkDocsConfig) -> Path:
    """The folder of ``mkdocs.yml``."""
    return Path(config.config_file_path).resolve().parent


def _fingerprint() -> str:
    """A digest of the generator's own code and tables."""
    digest = hashlib.sha256()
    for path in sorted(
        p
        for p in PACKAGE.rglob("*")
        if p.suffix in (".py", ".tsv", ".json", ".yml") and p.is_file()
    ):
        stat = path.stat()
        digest.update(f"{path}:{stat.st_mtime_ns}:{stat.st_size}\n".encode())
    return digest.hexdigest()


# The code that is loaded, and what it has made.  Kept by the module, for MkDocs makes a new plugin for every build.
_loaded: dict[str, Any] = {"code": _fingerprint()}
