"""What is remembered between the builds of one process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.refer import Cache
from generator.restore import Cache as Restorations

if TYPE_CHECKING:
    from generator.jobs import Failure, Job
    from generator.model import Case
    from generator.site_pages import Page


@dataclass(slots=True)
class Memo:
    """What earlier builds of the same process made, for ``mkdocs serve``: with thousands of opinions,
    an edit of one shall cost one.

    ``converted`` holds the results with the stamps of their files, ``references`` what was cited and linked,
    ``restored`` what was restored, ``rendered`` the pages that stand in ``docs/``.  A page shows its case and who cites
    it: it is rendered anew when either changes.
    """

    converted: dict[Job, tuple[object, Case | Failure]] = field(default_factory=dict)
    references: Cache = field(default_factory=Cache)
    restored: Restorations = field(default_factory=Restorations)
    rendered: dict[str, Page] = field(default_factory=dict)
    templates: object = None
