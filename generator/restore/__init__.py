"""``restore``: a flattened case reads like the opinion it was, as far as that can be known, and shows what was done.

The rules run in the order of ``RULES``; each is a pure function of the case as the rules before it left it.
"""

from generator.restore.chain import RULES, Cache, RestoreRule, restore, restored
from generator.restore.edited import edited

__all__ = ["RULES", "Cache", "RestoreRule", "edited", "restore", "restored"]
