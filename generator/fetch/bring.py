"""What ``pincite fetch`` does: from what a person asked for to a raw file, in memory or on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.errors import PinciteError
from generator.fetch import cap, courtlistener
from generator.fetch.client import Client
from generator.fetch.settings import settings_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.fetch import Fetched


@dataclass(frozen=True, slots=True)
class Wanted:
    """One case of one server: by ``citation``, or (CourtListener) the number of a cluster; the rest is for CAP."""

    server: str
    citation: str | None = None
    cluster: int | None = None
    form: Literal["json", "html"] = "json"
    which: str | None = None


def bring(
    wanted: Wanted,
    root: Path | None = None,
    base: str | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """Fetch it; F01 to F09 say why not.  ``tell`` is told where a server makes us wait."""
    with Client(settings_for(wanted.server, root, base), tell=tell) as client:
        if wanted.server == "cap":
            return cap.by_citation(client, wanted.citation or "", wanted.form, wanted.which)
        if wanted.cluster is not None:
            return courtlistener.by_id(client, wanted.cluster)
        return courtlistener.by_citation(client, wanted.citation or "")


def write_out(fetched: Fetched, out: Path) -> str:
    """Write the file where nothing is yet (A02, A03), and say so."""
    try:
        with out.open("xb") as stream:
            stream.write(fetched.data)
    except FileExistsError as problem:
        raise PinciteError(
            "is there already", code="A02", file=str(out), advice="name another file with --out"
        ) from problem
    except OSError as problem:
        raise PinciteError(
            f"cannot be written: {problem.strerror or problem}",
            code="A03",
            file=str(out),
            advice="check that the folder is there and that you may write in it",
        ) from problem
    return f"fetched {fetched.address}\nwrote {out}"
