#!/usr/bin/env python3
"""Make ``generator/data/authorities.tsv`` and ``generator/data/us_volumes.tsv`` from a counted table.

    python scripts/derive_authorities.py COUNTED.tsv [--out generator/data]

``COUNTED.tsv`` has the columns volume, page, name, year and how often the page was seen cited, as a
program found them in opinions.  A program that looks for a name before a citation also takes words
that are none ("in Baze v. Rees"), begins too late ("Bay Inc. v. MercExchange": the name is eBay) and
believes misprints.  What a rule can mend is mended here; what only a person can is in
``authorities_corrections.tsv`` beside this file; what still looks wrong is left out, and said.
"""

from __future__ import annotations

import argparse
import collections
import re
import sys
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CORRECTIONS = HERE / "authorities_corrections.tsv"

AUTHORITIES_HEAD = """\
# Decisions of the Supreme Court of the United States that courts cite, by volume and first page of the U.S. Reports.
# Counted by script over some 7,900 public-domain U.S. Supreme Court opinions (nine Justices' opinions 1950s–2016,
# slip opinions of October Terms 2009–2011, 557 U.S., a constitutional-law casebook): the name most often printed,
# the year, and how often the page was seen cited (2 at least). Made by scripts/derive_authorities.py, which cleans
# names and holds years against their volumes; scripts/authorities_corrections.tsv has what was changed or added by
# hand. Rows added were not counted: seen is 0. Two rows of one page: two cases that begin there, or two names of
# one. An empty year is not known.
"""
VOLUMES_HEAD = """\
# The years in which the decisions of each volume of the U.S. Reports were made, first and last. Volumes are in order
# of time, so a volume's years lie between the last seen in the one before it and the first seen in the one after it:
# made so from authorities.tsv by scripts/derive_authorities.py. By hand: 1–4 (Dallas, with Pennsylvania decisions
# from 1754 on) and 578–606.
"""

# By hand, from the volumes' own title pages and citations in common use.
EARLY_VOLUMES = {1: (1754, 1788), 2: (1781, 1793), 3: (1794, 1799), 4: (1788, 1806)}
LATE_VOLUMES = {
    **dict.fromkeys((578, 579), (2016, 2016)),
    580: (2016, 2017),
    **dict.fromkeys((581, 582), (2017, 2017)),
    583: (2017, 2018),
    **dict.fromkeys((584, 585), (2018, 2018)),
    586: (2018, 2019),
    **dict.fromkeys((587, 588), (2019, 2019)),
    589: (2019, 2020),
    **dict.fromkeys((590, 591), (2020, 2020)),
    592: (2020, 2021),
    **dict.fromkeys((593, 594), (2021, 2021)),
    595: (2021, 2022),
    **dict.fromkeys((596, 597), (2022, 2022)),
    598: (2022, 2023),
    **dict.fromkeys((599, 600), (2023, 2023)),
    601: (2023, 2024),
    **dict.fromkeys((602, 603), (2024, 2024)),
    604: (2024, 2025),
    **dict.fromkeys((605, 606), (2025, 2025)),
}

# What stood before the name in the sentence, not in it.
_LEAD_INS = tuple(
    re.compile(pattern)
    for pattern in (
        r".*?\b[A-Za-z0-9]{3,}\. (?:In|See|Cf\.|But see) (?=[A-Z])",  # "… Congress. See United States"
        r"(?:(?:in|on|at|of|and|de|to|from|with|by) )+(?=[A-Z0-9])",
        r"(?:Accordingly,|Court|Term) in (?=[A-Z])",
        r"(?:Court|Solicitor General|Special Master|Green)[,.] (?=[A-Z])",
        r"[A-Z][a-z]+ and (?=United States v\.)",
    )
)
_TRAILING_CITE = re.compile(r", \d{1,3} U\. ?S\. \d{1,4}$")
# What no name begins with: a party's form, a sign, a remnant of an apostrophe.
_BEGINS_IN_THE_MIDDLE = re.compile(
    r"(?:Co|Corp|Inc|Ltd|Div|Assn|Bros)\b\.?,? |[^A-Za-z0-9]|[A-Z]' "
)
_SMALL = re.compile(r"(?:eBay|i4i|al-|von |van )")


class Row(NamedTuple):
    """One page of the U.S. Reports under one name."""

    volume: int
    page: int
    name: str
    year: int | None
    seen: int


def clean_name(name: str) -> str:
    """``"in Baze v. Rees"`` → ``"Baze v. Rees"``; a name that begins in the middle → ``""``."""
    name = " ".join(name.replace("’", "'").split())
    if " v. " in name:
        for lead_in in _LEAD_INS:
            name = lead_in.sub("", name, count=1) if lead_in.match(name) else name
    name = _TRAILING_CITE.sub("", name).replace(" R., Co.", " R. Co.")
    if _BEGINS_IN_THE_MIDDLE.match(name):
        return ""
    if not (name[:1].isupper() or name[:1].isdigit() or _SMALL.match(name)):
        return ""
    return name


def read_table(path: Path) -> list[list[str]]:
    """The cells of each row, without comments and the line of column names."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def derive(counted: list[list[str]], corrections: list[list[str]]) -> tuple[list[Row], list[str]]:
    """The rows to ship, in order of volume and page, and what was left out and why."""
    by_hand: dict[tuple[int, int], list[list[str]]] = collections.defaultdict(list)
    for row in corrections:
        by_hand[int(row[0]), int(row[1])].append(row)
    rows, notes = [], []
    for volume, page, printed, year, seen in counted:
        place = int(volume), int(page)
        name, when = clean_name(printed), int(year) if year else None
        for _, _, new_name, new_year, why in by_hand.get(place, ()):
            if why != "added":
                name, when = new_name or name, int(new_year) if new_year else when
        if name in ("", "-"):
            notes.append(f"{volume} U.S. {page}: {printed!r} is left out")
            continue
        rows.append(Row(*place, name, when, int(seen)))
    for place, changes in by_hand.items():
        for _, _, name, year, why in changes:
            if why == "added":
                rows.append(Row(*place, name, int(year), 0))
    rows.sort(key=lambda r: (r.volume, r.page, -r.seen, r.name))
    return _years_checked(rows, notes), notes


def volume_years(rows: list[Row]) -> dict[int, tuple[int, int]]:
    """First and last year of each volume from 1 to the last that is known."""
    seen: dict[int, list[int]] = collections.defaultdict(list)
    for row in rows:
        if row.year is not None:
            seen[row.volume].append(row.year)
    last = max(LATE_VOLUMES)
    known = {v: (min(years), max(years)) for v, years in seen.items()}
    known |= {**EARLY_VOLUMES, **LATE_VOLUMES}
    out = {}
    for volume in range(1, last + 1):
        if volume in EARLY_VOLUMES or volume in LATE_VOLUMES:
            out[volume] = known[volume]
            continue
        before = next(known[v][1] for v in range(volume - 1, 0, -1) if v in known and v != 4)
        after = next(known[v][0] for v in range(volume + 1, last + 1) if v in known)
        low, high = known.get(volume, (before, after))
        out[volume] = min(low, before), max(high, after)
    return out


def _years_checked(rows: list[Row], notes: list[str]) -> list[Row]:
    """A year that the neighbouring volumes' years contradict is taken away: most are misprints."""
    medians = {}
    for volume in {r.volume for r in rows}:
        years = sorted(r.year for r in rows if r.volume == volume and r.year is not None)
        medians[volume] = years[len(years) // 2]
    out = []
    for row in rows:
        reach = 1 if row.volume > 90 else 3  # the early volumes are far apart in time
        near = [year for volume, year in medians.items() if abs(volume - row.volume) <= reach]
        if row.year is not None and not min(near) - 1 <= row.year <= max(near) + 1:
            notes.append(f"{row.volume} U.S. {row.page}: the year {row.year} is left out")
            row = row._replace(year=None)
        out.append(row)
    return out


def main(arguments: list[str] | None = None) -> int:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("counted", type=Path)
    parser.add_argument("--out", type=Path, default=HERE.parent / "generator" / "data")
    options = parser.parse_args(arguments)
    rows, notes = derive(read_table(options.counted), read_table(CORRECTIONS))
    lines = [
        f"{r.volume}\t{r.page}\t{r.name}\t{'' if r.year is None else r.year}\t{r.seen}\n"
        for r in rows
    ]
    (options.out / "authorities.tsv").write_text(
        AUTHORITIES_HEAD + "volume\tpage\tname\tyear\tseen\n" + "".join(lines), encoding="utf-8"
    )
    (options.out / "us_volumes.tsv").write_text(
        VOLUMES_HEAD
        + "volume\tfirst\tlast\n"
        + "".join(f"{v}\t{first}\t{last}\n" for v, (first, last) in volume_years(rows).items()),
        encoding="utf-8",
    )
    sys.stderr.write("".join(f"{note}\n" for note in notes) + f"{len(rows)} rows\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
