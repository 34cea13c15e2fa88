"""The word lists of ``generator/data/law_words.yml``."""

from __future__ import annotations

import functools


@functools.cache
def words(name: str) -> frozenset[str]:
    """One of the lists, in lower case.  ``KeyError`` when there is none of that name."""
    from importlib.resources import files

    import yaml

    text = files("generator").joinpath("data/law_words.yml").read_text(encoding="utf-8")
    return frozenset(yaml.safe_load(text)[name].split())
