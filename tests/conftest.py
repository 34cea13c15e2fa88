"""What the tests share: the site as a reader gets it, and a browser to read it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

# How long one example takes is the machine's affair; speed is measured in benchmarks/.  The examples are the same in
# every run, that a change may be judged by what it changed; PINCITE_EXPLORE=2000 looks for new ones, so many a test.
EXPLORE = int(os.environ.get("PINCITE_EXPLORE", "0"))
settings.register_profile(
    "pincite", deadline=None, derandomize=not EXPLORE, max_examples=EXPLORE or 100
)
settings.load_profile("pincite")

ROOT = Path(__file__).parent.parent

# What a build reads, and what an earlier build may have left among it.
SITE_PARTS = ("mkdocs.yml", "docs", "templates", "site_src")
GENERATED = {ROOT / "docs" / name for name in ("opinions", "authorities", "glossary", "pagefind")}

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_ARGS = (
    "--no-sandbox",  # root, as in most containers
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    # The site must be complete in itself: whatever else a page asks for is not found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the browser, so that ``-m "not browser"`` needs no memory."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class BuiltSite:
    """The built site: its address, ending in a slash, and the directory that is served there."""

    url: str
    path: Path


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        pass


def _leave_out_generated(directory: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(directory, name) in GENERATED or name == "__pycache__"}


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build a copy of the tree as ``mkdocs build --strict`` does, and serve it on loopback."""
    tree = tmp_path_factory.mktemp("tree")
    for part in SITE_PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, tree / part, ignore=_leave_out_generated)
        else:
            shutil.copy2(ROOT / part, tree / part)

    # The tests import this tree's generator; the build shall use the same one.
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    environment.pop("SITE_URL", None)
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tree,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if build.returncode:
        pytest.fail(
            f"mkdocs build --strict exited {build.returncode}:\n{build.stdout}", pytrace=False
        )

    site = tree / "site"
    handler = functools.partial(_QuietHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, name="built-site", daemon=True)
        thread.start()
        yield BuiltSite(url=f"http://127.0.0.1:{server.server_port}/", path=site)
        server.shutdown()
        thread.join()


def find_chromium() -> str | None:
    """Return the path of the system's Chromium: ``PINCITE_CHROMIUM`` if set, else by its names."""
    if wanted := os.environ.get("PINCITE_CHROMIUM"):
        return shutil.which(wanted)
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def _without_browser(reason: str) -> NoReturn:
    if os.environ.get("PINCITE_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason} (PINCITE_REQUIRE_BROWSER=1 forbids to skip)", pytrace=False)
    pytest.skip(f"{reason}; install it, or name one in PINCITE_CHROMIUM")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the session, with no way to any network but loopback."""
    executable = find_chromium()
    if executable is None:
        _without_browser("no Chromium on this machine")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _without_browser("playwright is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=list(CHROMIUM_ARGS), headless=True
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page in a context of its own, so that no test sees another's storage."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
