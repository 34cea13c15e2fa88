"""``case.yml``: the facts that an opinion's text does not tell, as people write them.

Every fault is a ``CaseFileError`` that names the file, the line and the way out:

* C01 the file cannot be read, or is not UTF-8
* C02 it is over ``SIZE_LIMIT``
* C03 it is not YAML, or more than one document
* C04 it uses aliases or deep nesting, which facts do not need and which can make a small file huge
* C05 it is not a list of ``key: value`` lines
* C06 a key stands there twice
* C07 a key is unknown
* C08 a value is of the wrong type
* C09 a date does not exist, or is not written YEAR-MONTH-DAY
* C10 the case was decided before it was argued
* C11 the citation is not VOLUME REPORTER PAGE
* C12 ``first_page`` is not the page of the citation
* C13 the dialect is unknown
* C14 ``restore_from`` is not the name of a file, but a path or no name at all
"""

from __future__ import annotations

import datetime
import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NoReturn

from generator.casefile_words import (
    DATES,
    ISO,
    KEYS,
    bad_scalar,
    example,
    key_advice,
    kind,
    nearest,
    shown,
    type_advice,
    wanted,
)
from generator.errors import CaseFileError
from generator.model import CaseInfo
from generator.yamlfile import YamlFile, line_of

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

_DEPTH = 8  # of nested lists and mappings; facts have one level
# "475 U.S. 335", "1 Cal. 3d 80", "123 F. Supp. 2d 456": a reporter is words that begin with a
# letter, and ordinals.
_CITATION = re.compile(
    r"(\d{1,4}) ([^\W\d_][\w.'’&-]*(?: (?:[^\W\d_][\w.'’&-]*|&|\d{1,2}(?:d|st|nd|rd|th)\.?))*) (\d{1,6})"
)


def load_case_info(path: Path) -> CaseInfo:
    """The facts in the file at ``path``; an empty file has none.

    Strings come stripped, and those that are empty count as unknown.  Raises ``CaseFileError`` (C01
    to C13).
    """
    return _Loader(path).info()


def key_line(path: Path, key: str) -> int | None:
    """The line, from 1, on which ``key`` stands in a file that ``load_case_info`` takes; ``None`` where it does not."""
    loader = _Loader(path)
    loader.info()
    return loader.lines.get(key)


def is_citation(text: str) -> bool:
    """Whether ``text`` is VOLUME REPORTER PAGE and no more, such as ``475 U.S. 335``."""
    return bool(_CITATION.fullmatch(text))


class _Loader:
    """One file on its way from text to ``CaseInfo``.

    ``lines`` remembers where each key stands, from 1; ``written`` what its value looks like in the
    file.
    """

    def __init__(self, path: Path) -> None:
        self.file = YamlFile(path, CaseFileError, "C", _DEPTH)
        self.lines: dict[str, int] = {}
        self.written: dict[str, str] = {}

    def info(self) -> CaseInfo:
        import yaml

        node = self.file.node()
        if node is None:
            return CaseInfo()
        if not isinstance(node, yaml.MappingNode):
            self._fail(
                5,
                "the file does not consist of `key: value` lines",
                "write for example `name: Malley v. Briggs`",
                line_of(node),
            )
        values = self._values(node)
        checked = self._typed(values)
        self._agree(checked)
        return checked

    def _fail(
        self, number: int, message: str, advice: str, at: str | int | None = None
    ) -> NoReturn:
        """Raise the error with this number, at a line or at that of a key."""
        self.file.fail(number, message, advice, self.lines.get(at) if isinstance(at, str) else at)

    def _values(self, node: yaml.MappingNode) -> dict[str, Any]:
        """The value of each key, and in ``lines`` its line."""
        import yaml

        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = line_of(key_node)
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key not in KEYS:
                self._fail(7, f"unknown key {shown(key_node)}", key_advice(str(key)), line)
            if key in values:
                self._fail(
                    6,
                    f"the key `{key}` stands here twice",
                    f"delete one; the first is in line {self.lines[key]}",
                    line,
                )
            self.lines[key] = line
            values[key] = self._value(key, value_node)
        return values

    def _value(self, key: str, node: yaml.Node) -> Any:
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
            self._fail(
                8,
                f"`{key}` is {kind}, not {wanted(key)}",
                f"write `{key}: {example(key)}`",
                key,
            )
        self.written[key] = node.value
        loader = yaml.SafeLoader("")
        try:
            value = loader.construct_object(node, deep=True)
        except yaml.YAMLError:  # a tag such as !!python/object
            self._fail(
                8,
                f"`{key}` has a tag that is not allowed",
                f"write `{key}: {example(key)}`",
                key,
            )
        except (ValueError, OverflowError, ArithmeticError):
            self._fail(*bad_scalar(key, node.value), key)
        finally:
            loader.dispose()
        if isinstance(value, str):
            value = value.strip() or None
        if key in DATES:
            value = self._date(key, value)
        return value

    def _date(self, key: str, value: Any) -> Any:
        """A date that was put in quotes is a date too."""
        if isinstance(value, str):
            try:
                if ISO.fullmatch(value):
                    return datetime.date.fromisoformat(value)
            except ValueError:
                pass
            self._fail(*bad_scalar(key, value), key)
        if isinstance(value, datetime.datetime):
            self._fail(
                9,
                f"`{key}` has a time of day",
                f"write the date alone: {value.date().isoformat()}",
                key,
            )
        return value

    def _typed(self, values: dict[str, Any]) -> CaseInfo:
        """The values as ``CaseInfo``, once each has the type of its field."""
        import msgspec

        try:
            schema = msgspec.convert(values, _schema())
        except msgspec.ValidationError as error:
            match = re.search(r"\$\.(\w+)", str(error))
            key = match.group(1) if match else ""
            self._fail(
                8,
                f"`{key}` is {kind(values.get(key))}, not {wanted(key)}",
                type_advice(key, self.written.get(key, "")),
                key,
            )
        for key, value in values.items():
            if isinstance(value, str) and any(
                unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in value
            ):
                self._fail(
                    8,
                    f"`{key}` has a line end or a control character in it",
                    "write it on one line",
                    key,
                )
        return CaseInfo(**msgspec.structs.asdict(schema))

    def _agree(self, info: CaseInfo) -> None:
        """What the facts say of one another."""
        if info.argued and info.decided and info.decided < info.argued:
            self._fail(
                10,
                f"decided ({info.decided}) before it was argued ({info.argued})",
                "check both dates",
                "decided",
            )
        if info.citation is not None:
            match = _CITATION.fullmatch(info.citation)
            if not match:
                self._fail(
                    11,
                    f"the citation {info.citation!r} is not VOLUME REPORTER PAGE",
                    "write for example 475 U.S. 335, without year, pages cited or parallel citations",
                    "citation",
                )
            if info.first_page is not None and info.first_page != int(match.group(3)):
                self._fail(
                    12,
                    f"first_page is {info.first_page}, but the citation {info.citation} begins at {match.group(3)}",
                    "correct one of them, or leave first_page out",
                    "first_page",
                )
        if info.dialect is not None:
            from generator.read.dialects import READABLE

            if info.dialect not in READABLE:
                near = nearest(info.dialect, READABLE)
                self._fail(
                    13,
                    f"unknown dialect {info.dialect!r}",
                    (f"did you mean {near}? " if near else "") + f"known are {', '.join(READABLE)}",
                    "dialect",
                )
        if info.restore_from is not None:
            from generator.witness.files import is_file_name

            if not is_file_name(info.restore_from):
                self._fail(
                    14,
                    f"`restore_from` is {info.restore_from[:60]!r}, not the name of a file",
                    "put the file into the folder witnesses/ and write its name alone, such as slip.txt",
                    "restore_from",
                )


@functools.cache
def _schema() -> Any:
    """The types of the fields.  Made on first use, so that nobody waits for msgspec who reads no
    case.yml.
    """
    from typing import Annotated

    import msgspec

    return msgspec.defstruct(
        "CaseFile",
        [
            ("name", str | None, None),
            ("citation", str | None, None),
            ("court", str | None, None),
            ("docket", str | None, None),
            ("argued", datetime.date | None, None),
            ("decided", datetime.date | None, None),
            ("panel", str | None, None),
            ("vote", str | None, None),
            ("first_page", Annotated[int, msgspec.Meta(ge=1, le=999_999)] | None, None),
            ("dialect", str | None, None),
            ("restore_from", str | None, None),
            ("added", datetime.date | None, None),
        ],
        forbid_unknown_fields=True,
        frozen=True,
    )
