"""``pincite add``: bring a raw file into the site, byte for byte, with a proposed ``case.yml``.

A case that is on the site already is not added a second time: the file is offered as a *witness* of it, another text of
the same opinion, kept in the folder ``witnesses/`` beside the one that is shown.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.casedump import dump_case_info
from generator.convert import convert
from generator.doubles import Double, double_of, same_bytes
from generator.errors import PinciteError, ReadError
from generator.findings import visible
from generator.jobs import RAW_SUFFIXES_IGNORED
from generator.model import Case, CaseInfo, Source
from generator.propose import FILE_DATA, FILE_NAME, proposal
from generator.read import read_bytes, read_source
from generator.render import words
from generator.slugs import slugify, valid_slug

if TYPE_CHECKING:
    from generator.fetch import Fetched

WITNESSES = "witnesses"
SERVER = "the server's list of cases"  # an origin of facts, as people are told it


@dataclass(frozen=True, slots=True)
class Added:
    """What was found and written; ``written`` is empty in a dry run.

    ``case_yml`` is empty for a witness.  ``double``: the opinion of the site that is the same case.
    """

    case: Case
    folder: Path
    raw_name: str
    case_yml: str
    written: tuple[Path, ...]
    double: Double | None = None

    def text(self) -> str:
        """The report for the terminal."""
        case = self.case
        lines = [f"{case.source.dialect}: {case.source.reason.rstrip('.')}"]
        for writing in case.writings:
            joined = words.joined(writing)
            lines.append(
                f"  {words.title(writing)}"
                + (f", {joined[0].lower()}{joined[1:]}" if joined else "")
            )
        numbered = sum(1 for b in case.blocks if b.number is not None)
        lines.append(
            f"  {numbered} paragraph{'' if numbered == 1 else 's'}"
            + ("; the text breaks off" if case.truncated else "")
        )
        lines += [f"  not shown: {visible(what)}" for what in case.source.left_out]
        if self.double:
            lines.append(f"the same case as {self.double.slug}: {self.double.reason}")
        verb = "wrote" if self.written else "would write"
        lines.append(f"{verb} {self.folder / self.raw_name}")
        if self.case_yml:
            lines.append(f"{verb} {self.folder / 'case.yml'}:")
            lines += [f"  {line}" for line in self.case_yml.splitlines()]
            lines.append("Look at case.yml, then: mkdocs serve")
        else:
            lines.append(
                f"To restore the page's text from it, write into {self.folder.parent / 'case.yml'}:"
                f" restore_from: {self.raw_name}"
            )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Incoming:
    """A file on its way in: what was read of it, its bytes, its name, what errors call it; where it was fetched, and
    what the server said of it there.
    """

    source: Source
    data: bytes
    name: str
    place: str
    address: str | None = None
    facts: CaseInfo | None = None


def add_opinion(
    file: Path,
    root: Path,
    slug: str | None = None,
    dialect: str | None = None,
    *,
    dry_run: bool = False,
    force: bool = False,
    as_witness: bool = False,
) -> Added:
    """Sniff, convert once to see that it can be, propose, and write where nothing is there yet.

    A case that is on the site already is refused (A04), but with ``force`` or a ``slug`` of its own; ``as_witness``
    puts the file into the witnesses of that case, or of the opinion that ``slug`` names (A05 where there is none).

    Raises ``PinciteError`` for a file that cannot be converted (``ReadError``), a slug that cannot be an address
    (A01), and one that is taken (A02).
    """
    _check_slug(slug, str(file))
    source = read_source(file, dialect)
    incoming = _Incoming(source, file.read_bytes(), file.name, str(file))
    return _brought(
        incoming, root, slug, dialect, dry_run=dry_run, force=force, as_witness=as_witness
    )


def add_fetched(
    fetched: Fetched,
    root: Path,
    slug: str | None = None,
    *,
    dry_run: bool = False,
    force: bool = False,
    as_witness: bool = False,
) -> Added:
    """The same for what ``pincite fetch`` brought; ``case.yml`` says from where."""
    _check_slug(slug, fetched.address)
    source = read_bytes(fetched.data, fetched.name, place=fetched.address)
    incoming = _Incoming(
        source, fetched.data, fetched.name, fetched.address, fetched.address, fetched.facts
    )
    return _brought(incoming, root, slug, None, dry_run=dry_run, force=force, as_witness=as_witness)


def _check_slug(slug: str | None, place: str) -> None:
    if slug is not None and not valid_slug(slug):
        raise PinciteError(
            f"{slug!r} cannot be the address of a page",
            code="A01",
            file=place,
            advice=f"for example {slugify(slug)!r}",
        )


def _brought(
    incoming: _Incoming,
    root: Path,
    slug: str | None,
    dialect: str | None,
    *,
    dry_run: bool,
    force: bool,
    as_witness: bool,
) -> Added:
    stem = slugify(Path(incoming.name).stem)
    case = convert(incoming.source, slug or stem, CaseInfo(dialect=dialect), incoming.place)
    info, origins = _with_facts(*proposal(case), incoming.facts)
    opinions = root / "site_src" / "opinions"
    double = double_of(info, incoming.data, opinions)
    if as_witness:
        return _as_witness(incoming, case, opinions, slug, double, dry_run=dry_run)
    if double and not force and slug in (None, double.slug):
        raise _is_there(double, opinions, incoming.place)
    if dialect:
        info = replace(info, dialect=dialect)
        origins = {**origins, "dialect": "the --dialect given"}
    named = info.name if origins.get("name") != FILE_NAME else None
    folder = opinions / (slug or (slugify(named) if named else stem))
    if os.path.lexists(folder):  # also a link that leads nowhere
        raise ReadError(
            f"{folder} is there already",
            code="A02",
            file=incoming.place,
            advice="name another address with --slug, or remove that folder",
        )
    raw_name = f"opinion{_suffix(incoming.name)}"
    case_yml = dump_case_info(info, origins, incoming.address)
    files = {raw_name: incoming.data, "case.yml": case_yml.encode("utf-8")}
    written = () if dry_run else _write_new(folder, files)
    return Added(case, folder, raw_name, case_yml, written, double)


def _with_facts(
    info: CaseInfo, origins: dict[str, str], facts: CaseInfo | None
) -> tuple[CaseInfo, dict[str, str]]:
    """The proposal, with what the server's list says where the file's own data does not."""
    if facts is None:
        return info, origins
    told = {
        f.name: value
        for f in fields(CaseInfo)
        if (value := getattr(facts, f.name)) is not None and origins.get(f.name) != FILE_DATA
    }
    return replace(info, **told), {**origins, **dict.fromkeys(told, SERVER)}


def _is_there(double: Double, opinions: Path, place: str) -> PinciteError:
    witness = "" if double.identical else "--as-witness keeps this text beside that one; "
    return PinciteError(
        f"this case is on the site already, in {opinions / double.slug}: {double.reason}",
        code="A04",
        file=place,
        advice=f"{witness}--force or another --slug adds it nevertheless",
    )


def _as_witness(
    incoming: _Incoming,
    case: Case,
    opinions: Path,
    slug: str | None,
    double: Double | None,
    *,
    dry_run: bool,
) -> Added:
    """Into the witnesses of the opinion that ``slug`` names, or else of the one that is recognised."""
    of = slug or (double.slug if double else None)
    if of is None or not (opinions / of).is_dir():
        raise PinciteError(
            f"there is no opinion {of!r}" if of else "no opinion of the site is known as this case",
            code="A05",
            file=incoming.place,
            advice="name the folder of the opinion with --slug, or add the file as an opinion",
        )
    if double and double.slug == of and double.identical:
        raise _is_there(double, opinions, incoming.place)
    folder = opinions / of / WITNESSES
    stem, suffix = slugify(Path(incoming.name).stem), _suffix(incoming.name)
    name = next(
        candidate
        for number in range(1, 10_000)
        if not os.path.lexists(
            folder / (candidate := f"{stem}{f'-{number}' if number > 1 else ''}{suffix}")
        )
    )
    if any(same_bytes(path, incoming.data) for path in sorted(folder.glob(f"*{suffix}"))):
        raise PinciteError(
            "this very file is a witness already",
            code="A02",
            file=incoming.place,
            advice=str(folder),
        )
    written = () if dry_run else _write_new(folder, {name: incoming.data}, new_folder=False)
    kept = double if double and double.slug == of else None
    return Added(case, folder, name, "", written, kept)


def _suffix(name: str) -> str:
    """The ending of the raw file's new name: its own where that is a plain one that a build will look at."""
    suffix = Path(name).suffix.lower()
    plain = re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) and suffix not in RAW_SUFFIXES_IGNORED
    return suffix if plain else ".txt"


def _write_new(
    folder: Path, files: dict[str, bytes], *, new_folder: bool = True
) -> tuple[Path, ...]:
    """Make ``folder`` with these files, or nothing at all (A03); it may be there where it need not be new."""
    made = not folder.is_dir()
    try:
        folder.mkdir(parents=True, exist_ok=not new_folder)
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    written: list[Path] = []
    try:
        for name, data in files.items():
            # "x": should somebody have put a file there in between, it is not overwritten.
            with (folder / name).open("xb") as out:
                written.append(folder / name)
                out.write(data)
    except OSError as problem:
        for path in written:
            path.unlink(missing_ok=True)
        if made:
            folder.rmdir()
        raise _unwritable(folder, problem) from problem
    return tuple(written)


def _unwritable(folder: Path, problem: OSError) -> PinciteError:
    return PinciteError(
        f"cannot be written: {problem.strerror or problem}",
        code="A03",
        file=str(folder),
        advice="check that site_src/opinions is a folder in which you may write",
    )
