"""How a case is described."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.model import CaseInfo
from generator.render.metadata import LONGEST, bibliography, description, opening
from tests.kit import case_of

WORDS = "The officer asked for a warrant that no officer of reasonable competence would have asked"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("This is short.", "This is short."),
        # Whole sentences as far as they fit.
        (f"{WORDS}. It was granted. {WORDS} {WORDS}.", f"{WORDS}. It was granted."),
        # A stop behind an abbreviation or an initial ends nothing.
        (f"{WORDS}, in Malley v. Briggs, {WORDS} and more.", None),
        (f"{WORDS} of Justice J. Powell, 42 U. S. C. § 1983, {WORDS} and more.", None),
        (f"Yes. {WORDS} {WORDS} {WORDS}.", None),  # too little for a description
    ],
)
def test_a_description_takes_whole_sentences_where_it_can(text, begins):
    found = opening(text)
    assert len(found) <= LONGEST + 2
    if begins is not None:
        assert found == begins
    else:
        assert found.endswith(" …")
        assert text.startswith(found.removesuffix(" …"))
        assert text[len(found) - 2] in " ,"


def test_it_begins_with_the_citation():
    info = CaseInfo(name="Doe v. Roe", citation="500 U.S. 1", decided=datetime.date(1991, 3, 5))
    case = case_of("PER CURIAM.\n\nThe lamp is lit.", "plain", info)
    assert description(case) == "Doe v. Roe, 500 U.S. 1 (1991): The lamp is lit."
    assert description(replace(case, blocks=())) == "Doe v. Roe, 500 U.S. 1 (1991)"


@pytest.mark.parametrize(
    ("citation", "parts"),
    [
        ("475 U.S. 335", ("475", "U.S.", "335")),
        ("123 F. Supp. 2d 456", ("123", "F. Supp. 2d", "456")),
        (None, (None, None, None)),
    ],
)
def test_the_citation_in_its_parts(citation, parts):
    text = "JUSTICE WHITE delivered the opinion of the Court.\n\nA.\n\nJUSTICE POWELL, dissenting.\n\nB."
    found = bibliography(case_of(text, "plain", CaseInfo(citation=citation)))
    assert (found["volume"], found["reporter"], found["page"]) == parts
    assert found["authors"] == ["White", "Powell"]
    assert found["date"] is None
