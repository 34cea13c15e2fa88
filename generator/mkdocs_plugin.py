"""The thin adapter to MkDocs (and ProperDocs): builds before MkDocs reads ``docs/``, and says what to watch.

    plugins:
      - pincite:
          providers: [courtlistener, justia]  # may be left out

``mkdocs serve`` and ``mkdocs build`` then do everything.
"""

from __future__ import annotations

import gzip
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
GENERATED = (
    "opinions",
    "authorities",
    "glossary",
    "pagefind",
)  # folders of docs/ that the build writes
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
        self._strands: Any = None  # by slug, of this build

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Convert what is new, before MkDocs looks for pages."""
        self._reload_changed_code()
        from generator.build import build_site
        from generator.errors import PinciteError
        from generator.memo import Memo
        from generator.search import ready

        self._strands = None
        memo = _loaded.setdefault("memo", Memo())
        try:
            providers = self.config["providers"] or None
            self.report = build_site(_root(config), memo=memo, providers=providers)
        except PinciteError as error:
            raise PluginError(str(error)) from error
        for failure in self.report.failures:
            log.warning("%s", failure.error)
        for fault in self.report.faults:
            log.warning("%s", fault)
        if self.report.searchless:
            log.warning("the site has no search: %s", self.report.searchless)
        config.extra["pincite_search"] = ready(Path(config.docs_dir, "pagefind"))

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
        """Put the table of opinions, and the picture of who cites whom, where a hand-written page asks for them."""
        from generator.render import graph, shelf

        if self.report is None:
            return markdown
        corpus, base = self.report.corpus, "../" * page.file.src_uri.count("/") + "opinions/"
        if shelf.MARKER in markdown:
            failed = [f.job.slug for f in self.report.failures]
            markdown = markdown.replace(shelf.MARKER, shelf.shelf_table(corpus, failed, base))
        if graph.MARKER in markdown:
            drawn = graph.graph_section(corpus, base, f"{base}index.md#citing")
            markdown = markdown.replace(graph.MARKER, drawn or "None cites another yet.")
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Weave marks into the words of an opinion's page; hold its HTML against ``case.json`` and the source."""
        from generator.render.verify import live, violations

        if _TABLE.fullmatch(page.file.src_uri):
            for problem in live(html):
                log.warning("%s: K02 %s", page.file.src_uri, problem)
        match = _OPINION.fullmatch(page.file.src_uri)
        data = Path(config.docs_dir, "opinions", match["slug"], "case.json") if match else None
        if data is None or not data.is_file():
            return html
        html = self._woven(html, data.parent.name)
        source = data.with_name("source.txt").read_bytes().decode("utf-8")
        for problem in violations(html, json.loads(data.read_text(encoding="utf-8")), source):
            log.warning("%s: K02 %s", page.file.src_uri, problem)
        return self._with_quotations(html, data.parent.name)

    def _woven(self, html: str, slug: str) -> str:
        """The page with all strands but those of quotations; as it is where the case is not of this build."""
        from generator.render.editorial import strands
        from generator.render.strands import strands_of
        from generator.render.weave import woven

        shown = _loaded["memo"].rendered.get(slug) if self.report else None
        if shown is None:
            return html
        own = [*strands(shown.notes, shown.terms), *strands_of(shown.case)]
        return woven(html, shown.case.blocks, own)

    def _with_quotations(self, html: str, slug: str) -> str:
        """The page that has been checked, with the words that are quoted elsewhere marked."""
        from generator.render.quoted import quoted_strands
        from generator.render.weave import woven

        if self.report is None:
            return html
        if self._strands is None:
            self._strands = quoted_strands(self.report.corpus)
        case = self.report.corpus.case(slug)
        return woven(html, case.blocks, self._strands.get(slug, ())) if case else html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Shrink the theme's files; write the feed, where the site's address is known, and the packed sitemap without
        the time of its making.
        """
        from generator.files import write_bytes_if_changed, write_if_changed
        from generator.minify import minify
        from generator.render.feed import NAME, feed

        site = Path(config.site_dir)
        if config.theme.custom_dir:
            minify(site, Path(config.theme.custom_dir))
        if config.site_url and self.report is not None:
            address = config.site_url.rstrip("/") + "/"
            write_if_changed(site / NAME, feed(self.report.corpus, address, config.site_name))
        sitemap = site / "sitemap.xml"
        if sitemap.is_file():
            packed = gzip.compress(sitemap.read_bytes(), mtime=0)
            write_bytes_if_changed(site / "sitemap.xml.gz", packed)

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
