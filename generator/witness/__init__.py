"""A second witness: another text of the same opinion, held against the source word by word.

tokens      the words of a text, in a form that can be compared
align       which words of the one stand in the other, and where
links       the same letter by letter: joined and split words, other spellings
order       the witness's paragraphs, in the order in which the source has them
collation   the two texts, and the links between them
differences what an editor wants to know of the two
report      what ``pincite collate`` prints
compose     the edits that make the source read as the witness does
restore     the clean text in the witness's wording, as an OffsetMap over the source
lent        which stretches of the blocks the source has otherwise
files       which file is a witness, and what is wrong with its name
"""

from generator.witness.lent import marked
from generator.witness.restore import restored_from

__all__ = ["marked", "restored_from"]
