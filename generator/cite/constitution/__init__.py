"""The Constitution, and the constitutions of the States: amendments, articles, named clauses.

Forms (Bluebook Rule 11 and the Supreme Court's own style)::

    the Fourth and Fourteenth Amendments        U. S. Const., Amdt. 14, § 1        Amdts. 5, 14
    § 5 of the Fourteenth Amendment             Art. III, § 2, cl. 1               Article III
    Cal. Const., Art. I, § 13                   Article I, § 7, of the Washington Constitution

The key of an authority is the provision as Bluebook Rule 11 spells it (``U.S. Const. amend. XIV, § 1``).  All
functions are pure; offsets count in the text given.
"""

from __future__ import annotations

from generator.cite.constitution.clauses import find_clauses
from generator.cite.constitution.flattened import find_flattened_constitution, settle_amendments
from generator.cite.constitution.ordinary import find_constitution
from generator.cite.constitution.provisions import amendment, amendments, clauses, states

__all__ = [
    "amendment",
    "amendments",
    "clauses",
    "find_clauses",
    "find_constitution",
    "find_flattened_constitution",
    "settle_amendments",
    "states",
]
