"""The theme's CSS and JavaScript as a finished site serves them: without comments and the blanks that only people need.

The files of the repository stay as they are read and edited; there is nothing to build before a page can be served.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.files import write_if_changed

if TYPE_CHECKING:
    from pathlib import Path

# The theme's folders; what people add to their site is theirs, and stays as it is.
_FOLDERS = ("css", "js")


def minify(site: Path, theme: Path) -> None:
    """Shrink the files of ``site`` that come from ``theme``, by rcssmin and rjsmin, in place."""
    for folder in _FOLDERS:
        for own in sorted((theme / folder).glob(f"*.{folder}")):
            path = site / folder / own.name
            if path.is_file():
                write_if_changed(path, _minified(own.read_text(encoding="utf-8"), folder))


def _minified(text: str, kind: str) -> str:
    import rcssmin
    import rjsmin

    return str(rcssmin.cssmin(text) if kind == "css" else rjsmin.jsmin(text))
