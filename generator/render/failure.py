"""The page of an opinion that could not be converted: what is wrong with it, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render import escape
from generator.render.markdown import yaml_value

if TYPE_CHECKING:
    import jinja2

    from generator.errors import PinciteError


def failure_page(slug: str, error: PinciteError, env: jinja2.Environment) -> str:
    """The Markdown of the page."""
    return env.get_template("failure.md.j2").render(
        title=yaml_value(slug),
        name=escape.heading(slug),
        code=error.code,
        file=escape.inline(error.file),
        line=error.line,
        message=escape.inline(error.message),
        advice=escape.inline(error.advice),
    )
