"""``structure``: clean text → writings, parts, blocks with their numbers, footnotes and page marks."""

from generator.structure.assemble import Structure, structure

__all__ = ["Structure", "structure"]
