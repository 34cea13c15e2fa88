"""Citations of cases in flattened text, where capitals, numbers, "v." and much else are lost (see ``words``).

====================  ==================================================================================
``words``             what the damage makes of a name, and the squeezed form in which names are compared
``vocabulary``        the tables: ordinary words, common parties, signals, remnants
``index``             all known names, found in one pass
``tails``             what follows a name: "per curiam", "opinion of jackson", remnants of reporters
``ranking``           which of several cases of one name is meant
``full``              citations in full of known cases: ``pearson callahan.``
``position``          citations in full of unknown cases, by where they stand: ``holland state,so.fla.``
``remnants``          citations of which one party is left: ``ashcroft,slip,at``
``short``             short forms and bare names: ``leon,at``, ``malley,supra,at``, ``groh``
``pins``              lone ``at`` and *id.*
``below``             whether a sentence tells of the decision under review
``find``              all of it over the texts of one case
====================  ==================================================================================
"""

from __future__ import annotations

from generator.cite.flattened.below import speaks_of_decision_below
from generator.cite.flattened.find import FlattenedContext, find_flattened_cases
from generator.cite.flattened.index import NameIndex
from generator.cite.flattened.words import flatten_name

__all__ = [
    "FlattenedContext",
    "NameIndex",
    "find_flattened_cases",
    "flatten_name",
    "speaks_of_decision_below",
]
