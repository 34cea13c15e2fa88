"""The tables that Pincite ships under ``generator/data``: tab-separated, comments first, then a line of headings."""

from __future__ import annotations


def read_rows(file: str) -> list[list[str]]:
    """The cells of each row of a table, without comments and headings."""
    from importlib.resources import files

    text = files("generator").joinpath(f"data/{file}").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and line[0] != "#"][1:]
