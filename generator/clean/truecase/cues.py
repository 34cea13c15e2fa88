"""Words that tell a capital by a rule: nouns whose number is lost, names printed together, verbs behind auxiliaries."""

from __future__ import annotations

from generator.clean.truecase.starts import STATES

# "under Rule 32", "within Exemption 2": nouns whose figure is lost, behind words that a noun without article or
# figure would hardly follow.
NUMBERED = frozenset("rule exemption exhibit proposition".split())
BARE = (
    frozenset(
        "under of to by in from within with and or that if when as between because fed".split()
    )
    | STATES
)
# Verbs and small words that would hardly have these nouns behind them without an article.
EXEMPTED = frozenset(
    "invoke invoked amend amended use construe construing apply cite read understood than not means".split()
)
# What is filed or ruled on under a rule: "the Rule 32 petition".
FILED = frozenset("petition petitions motion motions relief".split())
# Words that are printed alike with the next, whichever way: "District Court", "district judges".
BOUND = {
    one: frozenset(others.split())
    for ones, others in (
        ("district circuit bankruptcy superior magistrate", "court courts judge judges attorney attorneys"),
        ("attorney attorneys", "general"),
        ("court courts", "appeals"),
    )
    for one in ones.split()
}  # fmt: skip
ALIKE = 6.0
# "East Street", "Wilshire Boulevard": behind a name these belong to it.
STREETS = frozenset("street avenue boulevard road highway county park river lake".split())
# "East 120th Street" has lost its number.
COMPASS = frozenset("east west north south".split())
NUMBERED_STREETS = frozenset({"street", "avenue"})
LOST_NUMBER = 4.0
# A verb follows, "did not discover", or the question's subject, which is a name: "may Congress".
VERBAL = frozenset(
    "not did does do may might can could cannot would will shall should must".split()
)
ACTED = 8.0
COURTS = frozenset("court courts ct board".split())
# Behind these a letter is a section's: "Fed. Rule Evid. 404(b)".
SECTIONED = frozenset("ann evid proc crim civ code stat const".split())
# Small in mid-sentence, whatever was counted: the article, unless it is a letter (letters.py).
SMALL = frozenset("a")
