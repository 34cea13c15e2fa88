"""``notes.yml``, as people write it, read entry by entry: one bad note does not lose the others.

Faults of the file are raised as ``NotesFileError``, those of an entry are returned; each names the line and the way
out:

* N01 the file cannot be read, or is not UTF-8
* N02 it is too big
* N03 it is not YAML, or more than one document
* N04 it uses aliases of YAML (``*name``) or deep nesting
* N05 it is not a list of notes, or a note lacks what it needs
* N06 a key stands twice in a note
* N07 a key is unknown
* N08 a value is of the wrong type, or too long
* N09 a value is none of those that are possible: the kind, the address, the date
"""

from __future__ import annotations

import datetime
import difflib
import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from generator.errors import PinciteError
from generator.notes import KINDS, Note
from generator.yamlfile import YamlFile, line_of

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

KEYS = ("at", "exact", "prefix", "suffix", "kind", "author", "date", "body")
NEEDED = ("at", "exact", "kind", "author", "body")
_DEPTH = 3  # a list of entries; one that holds a list is wrong alone
_ADDRESS = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_LONGEST = {"body": 5000, "author": 200}
_LONGEST_QUOTE = 1000
_ADVICE = {
    "at": "write the address of a passage, such as p11, fn-3 or syllabus-2",
    "kind": f"write one of {', '.join(KINDS)}",
    "date": "write YEAR-MONTH-DAY, such as 2026-03-05",
}


class NotesFileError(PinciteError):
    """A ``notes.yml`` that does not say what it should."""


def load_notes(path: Path) -> tuple[tuple[Note, ...], tuple[NotesFileError, ...]]:
    """The notes of the file at ``path`` in its order, and what is wrong with the other entries.

    Raises ``NotesFileError`` (N01 to N05) where the file as a whole cannot be read.
    """
    import yaml

    file = YamlFile(path, NotesFileError, "N", _DEPTH)
    node = file.node()
    if node is None:
        return (), ()
    if not isinstance(node, yaml.SequenceNode):
        file.fail(5, "the file is not a list of notes", "begin each note with - at: p11", node)
    notes: list[Note] = []
    faults: list[NotesFileError] = []
    for item in node.value:
        try:
            notes.append(_note(file, item))
        except NotesFileError as fault:
            faults.append(fault)
    return tuple(notes), tuple(faults)


def _note(file: YamlFile, node: yaml.Node) -> Note:
    import msgspec
    import yaml

    if not isinstance(node, yaml.MappingNode):
        file.fail(5, "this note does not consist of `key: value` lines", "write - at: p11", node)
    values: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key not in KEYS:
            shown = repr(key[:40]) if isinstance(key, str) else "that is no word"
            file.fail(7, f"unknown key {shown}", _near(key), key_node)
        if key in lines:
            advice = f"delete one; the first is in line {lines[key]}"
            file.fail(6, f"the key `{key}` stands twice in this note", advice, key_node)
        lines[key] = line_of(key_node)
        text = _body(file, value_node) if key == "body" else file.text_of(value_node, f"`{key}`")
        if text is not None:
            values[key] = text
    missing = [key for key in NEEDED if key not in values]
    if missing:
        file.fail(5, f"a note without `{missing[0]}`", f"a note has {', '.join(NEEDED)}", node)
    try:
        known = msgspec.convert(values, _schema(), strict=False)
    except msgspec.ValidationError as error:
        found = re.search(r"\$\.(\w+)", str(error))
        key = found[1] if found else "at"
        short = len(values[key]) <= _LONGEST.get(key, _LONGEST_QUOTE)
        if short:
            file.fail(9, f"`{key}` is {values[key][:40]!r}", _ADVICE.get(key, ""), lines[key])
        file.fail(8, f"`{key}` is too long", "say it in fewer words", lines[key])
    return Note(**msgspec.structs.asdict(known), line=line_of(node))


@functools.cache
def _schema() -> Any:
    """The types of the values; made on first use, for most sites have no notes."""
    from typing import Annotated, Literal

    import msgspec

    quote = Annotated[str, msgspec.Meta(max_length=_LONGEST_QUOTE)]
    return msgspec.defstruct(
        "NoteEntry",
        [
            ("at", Annotated[str, msgspec.Meta(pattern=_ADDRESS, max_length=100)]),
            ("exact", quote),
            ("kind", Literal[KINDS]),
            ("author", Annotated[str, msgspec.Meta(max_length=_LONGEST["author"])]),
            ("body", Annotated[str, msgspec.Meta(max_length=_LONGEST["body"])]),
            ("prefix", quote, ""),
            ("suffix", quote, ""),
            ("date", datetime.date | None, None),
        ],
        forbid_unknown_fields=True,
        frozen=True,
    )


def _body(file: YamlFile, node: yaml.Node) -> str | None:
    """Text of several lines; other control characters have no place in it."""
    import yaml

    if isinstance(node, yaml.ScalarNode) and "\n" in str(node.value):
        text = str(node.value).replace("\t", "    ").strip()
        bad = next(
            (c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")),
            None,
        )
        if bad is not None:
            file.fail(8, f"`body` holds the control character {bad!a}", "delete it", node)
        return text or None
    return file.text_of(node, "`body`")


def _near(key: object) -> str:
    near = difflib.get_close_matches(str(key)[:40].lower(), KEYS, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"known are {', '.join(KEYS)}"
