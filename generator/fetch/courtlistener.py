"""A case of CourtListener, through version 4 of its REST API.

A *cluster* is one decision; its opinions are objects of their own, and so is the docket, which alone knows the number
and the court.  Three kinds of request make a case:

* ``POST citation-lookup/`` with volume, reporter and page, which answers with the clusters of that citation; or
  ``GET clusters/<id>/``;
* ``GET opinions/<id>/`` for each address under the cluster's ``sub_opinions``;
* ``GET dockets/<id>/`` for the address under ``docket``.

They are written as one JSON object: the cluster, with the opinions and the docket in place of their addresses.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from generator.fetch import Fetched
from generator.fetch.cited import cited, several
from generator.fetch.faults import fault
from generator.read.courtlistener.cluster import MOST_OPINIONS
from generator.slugs import slugify

if TYPE_CHECKING:
    from generator.errors import PinciteError
    from generator.fetch.client import Client

_ADDRESS = re.compile(r".*/(?P<kind>opinions|dockets)/(?P<id>\d{1,12})/?")


def by_citation(client: Client, text: str) -> Fetched:
    """The case at ``475 U.S. 335``.

    F01 where there is none, F09 for what is no citation, or that of several cases.
    """
    asked = cited(text)
    form = {"volume": asked.volume, "reporter": asked.reporter, "page": asked.page}
    answer = client.data("citation-lookup/", form)
    found = answer[0] if isinstance(answer, list) and answer else None
    if not isinstance(found, dict):
        raise _strange(client, "the answer to a citation is no list")
    status, clusters = found.get("status"), found.get("clusters")
    if status == 404:
        raise fault(
            "F01", str(asked), "CourtListener has no case of this citation", "check the citation"
        )
    if status == 400:
        raise fault("F09", str(asked), "CourtListener knows no such reporter", "check the citation")
    if status == 429:
        raise fault(
            "F03", str(asked), "the server refuses more citations", "try again in a few minutes"
        )
    if status not in (200, 300) or not isinstance(clusters, list) or not clusters:
        raise _strange(client, f"a citation has the status {status!r}")
    if len(clusters) > 1:
        listed = [
            (str(c.get("id")), str(c.get("case_name"))) for c in clusters if isinstance(c, dict)
        ]
        raise several(str(asked), listed, "name one of these numbers with --cluster")
    return _whole(client, clusters[0])


def by_id(client: Client, number: int) -> Fetched:
    """The case whose page is at ``courtlistener.com/opinion/<number>/…``."""
    return _whole(client, client.data(f"clusters/{number}/"))


def _whole(client: Client, cluster: Any) -> Fetched:
    if not isinstance(cluster, dict) or not isinstance(cluster.get("id"), int):
        raise _strange(client, "a case is no object with an id")
    parts = cluster.get("sub_opinions")
    if not isinstance(parts, list) or not parts:
        raise _strange(client, "a case has no opinions")
    if len(parts) > MOST_OPINIONS:
        raise _strange(client, f"a case has {len(parts)} opinions")
    cluster = {
        **cluster,
        "sub_opinions": [_part(client, "opinions", part) for part in parts],
        "docket": _part(client, "dockets", cluster.get("docket")),
    }
    name = slugify(str(cluster.get("case_name") or f"cluster {cluster['id']}")[:200])
    data = json.dumps(cluster, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    return Fetched(f"{name}.json", data + b"\n", f"{client.settings.base}clusters/{cluster['id']}/")


def _part(client: Client, kind: str, said: Any) -> Any:
    """The object at an address, of which only kind and number count: no answer sends us to another server."""
    if isinstance(said, dict):
        return said
    match = _ADDRESS.fullmatch(said) if isinstance(said, str) else None
    if match is None or match["kind"] != kind:
        if kind == "dockets" and said is None:
            return None
        raise _strange(client, f"{str(said)[:80]!r} is no address under {kind}")
    part = client.data(f"{kind}/{match['id']}/")
    if not isinstance(part, dict):
        raise _strange(client, f"{kind}/{match['id']}/ is no object")
    return part


def _strange(client: Client, what: str) -> PinciteError:
    return fault(
        "F04",
        client.settings.base,
        f"this is not what CourtListener's API answers: {what}",
        "check the address; it should end in /api/rest/v4/",
    )
