"""``clean``: Source → CleanText.  A chain of small named rules; every change they make is recorded as a repair."""

from generator.clean.chain import CHAIN, Rule, clean, rules_for

__all__ = ["CHAIN", "Rule", "clean", "rules_for"]
