"""Cross-references within the case: *ante*, *post*, *infra*, *supra*, its notes, its Parts, its writings.

Forms (the Supreme Court's own style)::

    Ante, at 341                    post, at 5 (SOTOMAYOR, J., dissenting)
    ante, at 10, n. 9               ante, at 2, 11 (opinion of ROBERTS, C. J.)
    See supra, at 347, and n. 1     n. 3, supra        nn. 3–5, infra
    Part II–A, supra                Part IV of his dissenting opinion
    infra, at 12–14                 (opinion of Kagan, J.)

Spans: signals stay outside; "(opinion of X, J.)" behind *ante* or *post* is inside; a note behind "and" is a mention
of its own.  What a mention says:

* ``pin``: pages as printed without "at" ("10, n. 9"), ``None`` where the form has none;
* ``key``: of a ``note`` its number ("3", "3-5", "*" for one without a number); of a ``part`` its labels ("II-A",
  "I,II,IV-B", "Appendix A"); of the others the kind of writing that the parenthesis names ("dissent", "concurrence",
  "concurrence-in-judgment", "concurrence-in-part-dissent-in-part", "plurality");
* ``writing``: the surname in lower case of the author who is named, "majority" for the opinion of the Court.

False friends: behind the name of another case *ante* and *post* are that case in the same volume ("Wilson, ante,
p. 302"), as is all that has "p." behind a comma ("cert. denied, post, p. 906", "filed a dissenting opinion, post,
p. 697"); *supra* behind a name is a citation; *ex post*, *post hoc* and *ante bellum* are Latin.  All functions are
pure; offsets count in the text given.
"""

from __future__ import annotations

from generator.cite.internal.flattened import (
    find_flattened_internal,
    flattened_supra_is_internal,
)
from generator.cite.internal.names import follows_case_name
from generator.cite.internal.ordinary import find_internal
from generator.cite.internal.writings import named_writing

__all__ = [
    "find_flattened_internal",
    "find_internal",
    "flattened_supra_is_internal",
    "follows_case_name",
    "named_writing",
]
