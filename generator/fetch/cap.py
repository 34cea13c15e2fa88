"""A case of the Caselaw Access Project, from the files at static.case.law.

How they lie there::

    ReportersMetadata.json                    a list of {"short_name": "U.S.", "slug": "us", …}
    us/VolumesMetadata.json                   a list of {"volume_number": "475", "volume_folder": "475", …}
    us/475/CasesMetadata.json                 a list of {"file_name": "0335-01", "citations": [{"cite": …}], …}
    us/475/cases/0335-01.json                 the case with its text
    us/475/html/0335-01.html                  the same as HTML, with star pages and footnotes

The name of a file is the first page and the number of the case on that page; which one is meant is decided by the
citations of the case.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from generator.fetch import Fetched
from generator.fetch.cited import Cited, cited, several
from generator.fetch.faults import fault
from generator.link.spelling import spelled
from generator.read.cap import facts_of
from generator.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.fetch.client import Client

Form = Literal["json", "html"]
_FOLDER = re.compile(r"[a-z0-9][a-z0-9-]{0,80}")
_FILE = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,60}")
_MOST_FOLDERS = 6  # reporters of one name, and volumes of one number


def by_citation(
    client: Client, text: str, form: Form = "json", which: str | None = None
) -> Fetched:
    """The case at ``475 U.S. 335``; ``which`` names one of several on a page, such as ``0335-02``.

    F01 where there is none, F09 for what is no citation, or that of several cases.
    """
    asked = cited(text)
    found = [
        (folder, case)
        for folder in _volumes(client, asked)
        for case in _named(_list(client, f"{folder}/CasesMetadata.json"))
        if _is(case, asked) and which in (None, case["file_name"])
    ]
    if not found:
        raise fault(
            "F01",
            str(asked),
            "the Caselaw Access Project has no case of this citation",
            "check the citation",
        )
    if len(found) > 1:
        listed = [(case["file_name"], str(case.get("name_abbreviation"))) for _, case in found]
        raise several(str(asked), listed, "name one of these files with --file")
    folder, case = found[0]
    kind = "cases" if form == "json" else "html"
    path = f"{folder}/{kind}/{case['file_name']}.{form}"
    data = client.raw(path)
    if form == "json":
        _checked(client, path, data)
    name = slugify(str(case.get("name_abbreviation") or case["file_name"])[:200])
    return Fetched(f"{name}.{form}", data, client.settings.base + path, facts_of(case))


def _volumes(client: Client, asked: Cited) -> Iterator[str]:
    """The folders of the volume: several reporters may have one name, and a volume may have been scanned twice."""
    slugs = [
        reporter["slug"]
        for reporter in _list(client, "ReportersMetadata.json")
        if _FOLDER.fullmatch(str(reporter.get("slug")))
        and _same(str(reporter.get("short_name")), asked.reporter)
    ]
    if not slugs:
        raise fault(
            "F01",
            str(asked),
            "the Caselaw Access Project has no such reporter",
            "check the citation",
        )
    folders = [
        f"{slug}/{folder}"
        for slug in slugs[:_MOST_FOLDERS]
        for volume in _list(client, f"{slug}/VolumesMetadata.json")
        if str(volume.get("volume_number")) == asked.volume
        and _FOLDER.fullmatch(folder := str(volume.get("volume_folder") or asked.volume))
    ]
    if not folders:
        raise fault(
            "F01", str(asked), "the Caselaw Access Project has no such volume", "check the citation"
        )
    yield from folders[:_MOST_FOLDERS]


def _named(cases: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The cases, each with the name of its file; where the list does not tell it, it is made as the archive makes it:
    the first page, and the number of the case on that page.
    """
    on_page: Counter[str] = Counter()
    for case in cases:
        page = str(case.get("first_page"))
        on_page[page] += 1
        yield {"file_name": f"{page.zfill(4)}-{on_page[page]:02}", **case}


def _is(case: dict[str, Any], asked: Cited) -> bool:
    citations = case.get("citations")
    return _FILE.fullmatch(str(case.get("file_name"))) is not None and any(
        isinstance(c, dict) and spelled(str(c.get("cite"))) == str(asked)
        for c in (citations if isinstance(citations, list) else ())
    )


def _same(one: str, other: str) -> bool:
    """Whether two spellings name one reporter; blanks, stops and capitals do not count."""
    return re.sub(r"\W", "", one).lower() == re.sub(r"\W", "", other).lower()


def _list(client: Client, path: str) -> list[dict[str, Any]]:
    data = client.data(path)
    if not isinstance(data, list):
        raise fault(
            "F04",
            client.settings.base + path,
            "this is not what static.case.law holds: no list",
            "check the address of the server",
        )
    return [entry for entry in data if isinstance(entry, dict)]


def _checked(client: Client, path: str, data: bytes) -> None:
    try:
        case: Any = json.loads(data)
    except (ValueError, RecursionError):
        case = None
    if not isinstance(case, dict) or "casebody" not in case:
        raise fault(
            "F04",
            client.settings.base + path,
            "the answer is no case in JSON",
            "try again later, or fetch it with --html",
        )
