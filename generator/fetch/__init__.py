"""``pincite fetch``: one case from CourtListener or from the Caselaw Access Project, as a raw file.

The only code that opens a connection, and only when a person asks for it: no stage of a build imports this package.

* ``settings``: where the servers are, the token, the limits;
* ``waits``: how long a server asks us to wait;
* ``faults``: what can go wrong, in words;
* ``cited``: the citation that a person types;
* ``client``: a request, with its limits of time, size, redirects and tries;
* ``courtlistener``, ``cap``: which requests make a case;
* ``bring``: what was fetched, into the site or a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model import CaseInfo


@dataclass(frozen=True, slots=True)
class Fetched:
    """A raw file as it will be written: a name made of the case's own, with its ending, its bytes, and its address.

    ``facts``: what the server's list says of the case, which the file itself may not.
    """

    name: str
    data: bytes
    address: str
    facts: CaseInfo | None = None
