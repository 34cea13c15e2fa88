"""``pincite add``: bring a raw file into the site, byte for byte, with a proposed ``case.yml``."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.casedump import dump_case_info
from generator.convert import convert
from generator.errors import PinciteError, ReadError
from generator.jobs import RAW_SUFFIXES_IGNORED
from generator.model import Case, CaseInfo
from generator.propose import FILE_NAME, proposal
from generator.read import read_source
from generator.render import words
from generator.slugs import slugify, valid_slug

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Added:
    """What was found and written; ``written`` is empty in a dry run."""

    case: Case
    folder: Path
    raw_name: str
    case_yml: str
    written: tuple[Path, ...]

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
            f"  {numbered} paragraphs" + ("; the text breaks off" if case.truncated else "")
        )
        verb = "wrote" if self.written else "would write"
        lines.append(f"{verb} {self.folder / self.raw_name}")
        lines.append(f"{verb} {self.folder / 'case.yml'}:")
        lines += [f"  {line}" for line in self.case_yml.splitlines()]
        lines.append("Look at case.yml, then: mkdocs serve")
        return "\n".join(lines)


def add_opinion(
    file: Path,
    root: Path,
    slug: str | None = None,
    dialect: str | None = None,
    *,
    dry_run: bool = False,
) -> Added:
    """Sniff, convert once to see that it can be, propose, and write where nothing is there yet.

    Raises ``PinciteError`` for a file that cannot be converted (``ReadError``), a slug that cannot be an address
    (A01), and one that is taken (A02).
    """
    if slug is not None and not valid_slug(slug):
        raise PinciteError(
            f"{slug!r} cannot be the address of a page",
            code="A01",
            file=str(file),
            advice=f"for example {slugify(slug)!r}",
        )
    source = read_source(file, dialect)
    case = convert(source, slug or slugify(file.stem), CaseInfo(dialect=dialect), str(file))
    info, origins = proposal(case)
    chosen = slug or (
        slugify(info.name) if info.name and origins["name"] != FILE_NAME else slugify(file.stem)
    )
    if dialect:
        from dataclasses import replace

        info, origins = (
            replace(info, dialect=dialect),
            {**origins, "dialect": "the --dialect given"},
        )
    folder = root / "site_src" / "opinions" / chosen
    if os.path.lexists(folder):  # also a link that leads nowhere
        raise ReadError(
            f"{folder} is there already",
            code="A02",
            file=str(file),
            advice="name another address with --slug, or remove that folder",
        )
    raw_name = f"opinion{_suffix(file)}"
    case_yml = dump_case_info(info, origins)
    files = {raw_name: file.read_bytes(), "case.yml": case_yml.encode("utf-8")}
    written = () if dry_run else _write_new(folder, files)
    return Added(case, folder, raw_name, case_yml, written)


def _suffix(file: Path) -> str:
    """The ending of the raw file's new name: its own where that is a plain one that a build will look at."""
    suffix = file.suffix.lower()
    plain = re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) and suffix not in RAW_SUFFIXES_IGNORED
    return suffix if plain else ".txt"


def _write_new(folder: Path, files: dict[str, bytes]) -> tuple[Path, ...]:
    """Make ``folder`` with these files, or nothing at all (A03)."""
    try:
        folder.mkdir(parents=True)
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
