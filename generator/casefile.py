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
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NoReturn

from generator.errors import CaseFileError
from generator.model import CaseInfo

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

SIZE_LIMIT = 1_000_000  # bytes
KEYS: tuple[str, ...] = tuple(field.name for field in fields(CaseInfo))
_DATES = frozenset({"argued", "decided", "added"})
_DEPTH = 8  # of nested lists and mappings; facts have one level
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
# "475 U.S. 335", "1 Cal. 3d 80", "123 F. Supp. 2d 456": a reporter is words that begin with a
# letter, and ordinals.
_CITATION = re.compile(
    r"(\d{1,4}) ([^\W\d_][\w.'’&-]*(?: (?:[^\W\d_][\w.'’&-]*|&|\d{1,2}(?:d|st|nd|rd|th)\.?))*) (\d{1,6})"
)
_LOAD_ADVICE = "see the guide to adding an opinion for an example of the file"


def load_case_info(path: Path) -> CaseInfo:
    """The facts in the file at ``path``; an empty file has none.

    Strings come stripped, and those that are empty count as unknown.  Raises ``CaseFileError`` (C01
    to C13).
    """
    return _Loader(str(path)).info(_read(path))


def key_line(path: Path, key: str) -> int | None:
    """The line, from 1, on which ``key`` stands in a file that ``load_case_info`` takes; ``None`` where it does not."""
    loader = _Loader(str(path))
    loader.info(_read(path))
    return loader.lines.get(key)


def is_citation(text: str) -> bool:
    """Whether ``text`` is VOLUME REPORTER PAGE and no more, such as ``475 U.S. 335``."""
    return bool(_CITATION.fullmatch(text))


def _read(path: Path) -> str:
    def fail(message: str, code: str, advice: str) -> CaseFileError:
        return CaseFileError(message, code=code, file=str(path), advice=advice)

    try:
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)  # never more, whatever the file is
    except OSError as problem:
        raise fail(
            f"cannot be read: {problem.strerror or problem}",
            "C01",
            "check the path and its permissions",
        ) from problem
    if len(data) > SIZE_LIMIT:
        raise fail(
            f"the file is over {SIZE_LIMIT // 1_000_000} MB",
            "C02",
            "a case.yml holds a few lines: is this the right file?",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise CaseFileError(
            "the file is not UTF-8",
            code="C01",
            file=str(path),
            line=line,
            advice="save it as UTF-8 in a text editor",
        ) from problem


class _Loader:
    """One file on its way from text to ``CaseInfo``.

    ``lines`` remembers where each key stands, from 1; ``written`` what its value looks like in the
    file.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[str, int] = {}
        self.written: dict[str, str] = {}

    def info(self, text: str) -> CaseInfo:
        node = self._node(text)
        if node is None:
            return CaseInfo()
        values = self._values(node)
        checked = self._typed(values)
        self._agree(checked)
        return checked

    def _fail(self, code: str, message: str, advice: str, at: str | int | None = None) -> NoReturn:
        line = self.lines.get(at) if isinstance(at, str) else at
        raise CaseFileError(message, code=code, file=self.file, line=line, advice=advice)

    def _node(self, text: str) -> yaml.MappingNode | None:
        """The document as YAML sees it, composed once; ``None`` when it says nothing."""
        import yaml

        try:
            self._refuse_bombs(text)
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = error.problem or error.context or "syntax error"
            self._fail(
                "C03",
                f"not YAML: {what.removeprefix('but ')}",
                _yaml_advice(what),
                mark.line + 1 if mark else None,
            )
        except yaml.YAMLError as error:  # characters that YAML does not admit
            position = getattr(error, "position", None)
            line = text.count("\n", 0, position) + 1 if isinstance(position, int) else None
            self._fail(
                "C03",
                "not YAML: it holds a character that YAML does not admit",
                "delete or retype that character",
                line,
            )
        if node is None or (
            isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"
        ):
            return None
        if not isinstance(node, yaml.MappingNode):
            self._fail(
                "C05",
                "the file does not consist of `key: value` lines",
                "write for example `name: Malley v. Briggs`",
                _line(node),
            )
        return node

    def _refuse_bombs(self, text: str) -> None:
        """Look at the stream of events before anything is built of them."""
        import yaml

        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                self._fail(
                    "C04",
                    "aliases (*name) are not allowed",
                    "write the value out, or put it in quotes",
                    _line(event),
                )
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
                event, yaml.CollectionEndEvent
            )
            if depth > _DEPTH:
                self._fail(
                    "C04",
                    "lists and mappings are nested too deep",
                    "write one `key: value` a line",
                    _line(event),
                )

    def _values(self, node: yaml.MappingNode) -> dict[str, Any]:
        """The value of each key, and in ``lines`` its line."""
        import yaml

        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = _line(key_node)
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key not in KEYS:
                self._fail("C07", f"unknown key {_shown(key_node)}", _key_advice(str(key)), line)
            if key in values:
                self._fail(
                    "C06",
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
                "C08",
                f"`{key}` is {kind}, not {_wanted(key)}",
                f"write `{key}: {_example(key)}`",
                key,
            )
        self.written[key] = node.value
        loader = yaml.SafeLoader("")
        try:
            value = loader.construct_object(node, deep=True)
        except yaml.YAMLError:  # a tag such as !!python/object
            self._fail(
                "C08",
                f"`{key}` has a tag that is not allowed",
                f"write `{key}: {_example(key)}`",
                key,
            )
        except (ValueError, OverflowError, ArithmeticError):
            self._fail(*_bad_scalar(key, node.value), key)
        finally:
            loader.dispose()
        if isinstance(value, str):
            value = value.strip() or None
        if key in _DATES:
            value = self._date(key, value)
        return value

    def _date(self, key: str, value: Any) -> Any:
        """A date that was put in quotes is a date too."""
        if isinstance(value, str):
            try:
                if _ISO.fullmatch(value):
                    return datetime.date.fromisoformat(value)
            except ValueError:
                pass
            self._fail(*_bad_scalar(key, value), key)
        if isinstance(value, datetime.datetime):
            self._fail(
                "C09",
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
                "C08",
                f"`{key}` is {_kind(values.get(key))}, not {_wanted(key)}",
                _type_advice(key, self.written.get(key, "")),
                key,
            )
        for key, value in values.items():
            if isinstance(value, str) and any(
                unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in value
            ):
                self._fail(
                    "C08",
                    f"`{key}` has a line end or a control character in it",
                    "write it on one line",
                    key,
                )
        return CaseInfo(**msgspec.structs.asdict(schema))

    def _agree(self, info: CaseInfo) -> None:
        """What the facts say of one another."""
        if info.argued and info.decided and info.decided < info.argued:
            self._fail(
                "C10",
                f"decided ({info.decided}) before it was argued ({info.argued})",
                "check both dates",
                "decided",
            )
        if info.citation is not None:
            match = _CITATION.fullmatch(info.citation)
            if not match:
                self._fail(
                    "C11",
                    f"the citation {info.citation!r} is not VOLUME REPORTER PAGE",
                    "write for example 475 U.S. 335, without year, pages cited or parallel citations",
                    "citation",
                )
            if info.first_page is not None and info.first_page != int(match.group(3)):
                self._fail(
                    "C12",
                    f"first_page is {info.first_page}, but the citation {info.citation} begins at {match.group(3)}",
                    "correct one of them, or leave first_page out",
                    "first_page",
                )
        if info.dialect is not None:
            from generator.read.dialects import READABLE

            if info.dialect not in READABLE:
                near = _nearest(info.dialect, READABLE)
                self._fail(
                    "C13",
                    f"unknown dialect {info.dialect!r}",
                    (f"did you mean {near}? " if near else "") + f"known are {', '.join(READABLE)}",
                    "dialect",
                )
        if info.restore_from is not None:
            from generator.witness.files import is_file_name

            if not is_file_name(info.restore_from):
                self._fail(
                    "C14",
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


def _line(marked: Any) -> int:
    """The line, from 1, at which a node or event begins."""
    return int(marked.start_mark.line) + 1 if marked.start_mark else 1


def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    import difflib

    # Long keys are hostile or an accident, and slow to compare.
    near = difflib.get_close_matches(word[:40].lower().replace(" ", "_"), known, n=1, cutoff=0.6)
    return near[0] if near else None


def _key_advice(key: str) -> str:
    near = _nearest(key, KEYS)
    return f"did you mean `{near}`?" if near else f"known are {', '.join(KEYS)}"


def _shown(node: yaml.Node) -> str:
    text = node.value if isinstance(node.value, str) else "that is no word"
    return repr(text[:40])


def _yaml_advice(problem: str) -> str:
    if "mapping values" in problem:
        return "put a value that holds a colon in quotes"
    if "'\\t'" in problem or "tab" in problem:
        return "use blanks instead of the tab"
    if "another document" in problem:
        return "delete the line --- and what follows it"
    return _LOAD_ADVICE


def _bad_scalar(key: str, written: str) -> tuple[str, str, str]:
    """Code, message and advice for a scalar that YAML or the calendar refuses."""
    shown = repr(one_line(written)[:40])
    if key in _DATES and _ISO.match(written.strip()):
        return (
            "C09",
            f"`{key}` is {shown}, a day that does not exist",
            "check the month and the day",
        )
    if key in _DATES:
        return (
            "C09",
            f"`{key}` is {shown}, not a date",
            f"write YEAR-MONTH-DAY, such as {_example(key)}",
        )
    return (
        "C08",
        f"`{key}` is {shown}, not {_wanted(key)}",
        f'put it in quotes: {key}: "{one_line(written)[:40]}"',
    )


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return f"{str(value).lower()} (which YAML also writes yes and no, on and off)"
    if isinstance(value, int | float):
        return (
            f"the number {str(value)[:40]}"
            if not isinstance(value, int) or abs(value) < 10**40
            else "a huge number"
        )
    if isinstance(value, datetime.date):
        return f"the date {value}"
    return repr(value)[:60]


def _wanted(key: str) -> str:
    return (
        "a date" if key in _DATES else "a whole number from 1 on" if key == "first_page" else "text"
    )


def _example(key: str) -> str:
    examples = {
        "name": "Malley v. Briggs",
        "citation": "475 U.S. 335",
        "court": "Supreme Court of the United States",
        "docket": "No. 84-1586",
        "argued": "1985-11-13",
        "decided": "1986-03-05",
        "panel": "Posner, Flaum, and Wood, Circuit Judges",
        "vote": "Kagan, J., delivered the opinion of the Court, in which Alito, J., joined.",
        "first_page": "335",
        "dialect": "plain",
        "restore_from": "slip.txt",
        "added": "2026-01-31",
    }
    return examples.get(key, "…")


def _type_advice(key: str, written: str) -> str:
    if key in _DATES or key == "first_page":
        return f"write `{key}: {_example(key)}`"
    return f'put it in quotes, for without them YAML takes it for something else: {key}: "{one_line(written)[:40]}"'


def one_line(text: str) -> str:
    """Without line ends, control characters and what else YAML does not admit; runs of blanks
    become one.
    """
    kept = (" " if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") else c for c in text)
    admitted = "".join(
        c for c in kept if unicodedata.category(c) not in ("Cs", "Cn") and c != "\ufeff"
    )
    return " ".join(admitted.split())
