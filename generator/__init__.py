"""Pincite: annotated court opinions as a static site.

The stages, and where they live::

    read        raw bytes → Source              generator.read       (one reader per dialect)
    clean       Source → CleanText              generator.clean      (a chain of small named rules)
    structure   CleanText → writings, blocks    generator.structure
    conservation  the account of every letter   generator.conservation
    cite        blocks → references             generator.cite          (what each refers to)
    link        references → targets            generator.link          (where each leads)
    refer       both, over all cases            generator.refer
    restore     a flattened case → its words    generator.restore
    corpus      what cases know of each other   generator.corpus
    render      Case → Markdown, case.json      generator.render
    build       the stages in order             generator.build

The words in which they speak are in ``generator.model``.  The public names below load on first use, so that
``import generator`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.build import Report, build_site, convert_files
    from generator.casefile import load_case_info
    from generator.convert import convert_file
    from generator.errors import PinciteError
    from generator.model import Block, Case, CaseInfo, Finding, Reference, Source, Writing
    from generator.read import read_bytes, read_source

__version__ = "0.1.0"

_HOMES = {
    "Block": "model",
    "Case": "model",
    "CaseInfo": "model",
    "Finding": "model",
    "PinciteError": "errors",
    "Reference": "model",
    "Report": "build",
    "Source": "model",
    "Writing": "model",
    "build_site": "build",
    "convert_file": "convert",
    "convert_files": "build",
    "load_case_info": "casefile",
    "read_bytes": "read",
    "read_source": "read",
}

__all__ = [
    "Block",
    "Case",
    "CaseInfo",
    "Finding",
    "PinciteError",
    "Reference",
    "Report",
    "Source",
    "Writing",
    "build_site",
    "convert_file",
    "convert_files",
    "load_case_info",
    "read_bytes",
    "read_source",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
