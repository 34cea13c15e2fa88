"""Whether a sentence tells of the decision under review."""

from __future__ import annotations

import pytest

from generator.cite.flattened.below import Below, speaks_of_decision_below


@pytest.mark.parametrize(
    ("sentence", "before", "part"),
    [
        ("a divided panel of the court of appeals for the fifth circuit reversed", None, "panel"),
        ("the court of appeals held that the dam was unsafe", None, "court"),
        ("as the ninth circuit,sitting in seattle,observed", None, "court"),
        ("the en banc court concluded that the dam was safe", "panel", "en-banc"),
        ("in the en banc court view,the dam was safe", None, "en-banc"),
        ("judge alder dissented on the ground that it leaked", None, "court"),
        ("judge brook also dissented", "en-banc", "en-banc"),
        ("it explained that dams leak", "panel", "panel"),
        ("the court held that dams leak", "panel", "panel"),
        ("moreover,she found no leak", "court", "court"),
        ("concluding that it leaked,the en banc court held", "court", "en-banc"),
        # another court, the opinion's own voice, the parties
        ("the court held that dams leak", None, None),
        ("we held that dams leak", "panel", None),
        ("the district court held that dams leak", None, None),
        ("it is so,as we have held", "court", None),
        ("petitioner argues that it does not leak", "court", None),
        ("the judge issued the warrant", None, None),
        ("dams leak", "court", None),
        ("", "court", None),
    ],
)
def test_sentences(sentence: str, before: Below | None, part: Below | None) -> None:
    assert speaks_of_decision_below(sentence, before) == part
