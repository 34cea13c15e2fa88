"""The record of the case at hand: appendix, briefs, transcripts, exhibits, petitions.

Forms (the Supreme Court's own style; Bluebook Rule 10.8.3 and Bluepages Rule B17)::

    App. 39, 56                          App. to Pet. for Cert. 12a, n. 3           3 Tr. 5
    Brief for Respondents 8              Brief for United States as Amicus Curiae 12, n. 3
    Tr. of Oral Arg. 27–29               Record, Doc. 51 (Exh. C), pp. 5–6          Complaint ¶ 18
    Brief for Appellant in No. 07–55518 (CA9), p. 41 (hereinafter CA9 Brief) … CA9 Brief 42

A mention spans the whole citation with its pages.  Its authority has the paper's name without them (``App.``,
``Brief for Respondents``, ``Record, Doc. 51 (Exh. C)``), and ``pin`` the pages as printed.  The abbreviations are
rows of ``generator/data/record_forms.tsv``.  All functions are pure; offsets count in the text given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cite.mentions import in_order
from generator.cite.record.briefs import find_briefs
from generator.cite.record.flattened import find_flattened_record
from generator.cite.record.papers import Form, find_papers, forms
from generator.cite.record.shortnames import (
    definitions,
    find_defined,
    find_flattened_defined,
    hereinafters,
)

if TYPE_CHECKING:
    from generator.model import Mention

__all__ = [
    "Form",
    "definitions",
    "find_defined",
    "find_flattened_defined",
    "find_flattened_record",
    "find_record",
    "forms",
    "hereinafters",
]


def find_record(text: str) -> list[Mention]:
    """Mentions of kind ``record`` in mixed-case text, in order.

    Reporters (``Cal. App. 3d``), appendices of statutes and opinions, the Congressional Record and the words in
    ordinary use ("the record", "his brief") are none.  Papers under a short name of the opinion's own are found by
    ``find_defined``.
    """
    return in_order([*find_papers(text), *find_briefs(text)])
