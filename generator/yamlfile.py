"""A YAML file that people write, as nodes with lines: no aliases, no depth, no tags, nothing constructed.

Scalars count as the text that stands there, so that ``[No, 1984]`` are two words.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

    from generator.errors import PinciteError

SIZE_LIMIT = 1_000_000  # bytes


class YamlFile:
    """One file on its way from bytes to nodes.

    Its own faults are raised as ``error`` with the codes ``letter`` + 01 (cannot be read, or no UTF-8), 02 (over
    ``SIZE_LIMIT``), 03 (no YAML, or several documents), 04 (aliases, or nested deeper than ``depth``), 08 (a tag, or a
    control character within a text).
    """

    def __init__(self, path: Path, error: type[PinciteError], letter: str, depth: int) -> None:
        self.path, self.error, self.letter, self.depth = path, error, letter, depth

    def fail(self, number: int, message: str, advice: str, at: Any = None) -> NoReturn:
        """Raise the error with this number, at a line, a node, or nowhere."""
        line = at if at is None or isinstance(at, int) else line_of(at)
        code = f"{self.letter}{number:02}"
        raise self.error(message, code=code, file=str(self.path), line=line, advice=advice)

    def node(self) -> yaml.Node | None:
        """The document; ``None`` when it says nothing."""
        import yaml

        text = self._text()
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            self._refuse_bombs(text, loader)
            node = yaml.compose(text, Loader=loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = error.problem or error.context or "syntax error"
            self.fail(3, f"not YAML: {what}", _advice(what), mark.line + 1 if mark else None)
        except yaml.YAMLError:  # a character that YAML does not admit
            rows = enumerate(text.split("\n"), 1)
            line = next(
                (n for n, row in rows if any(map(_unseen, row.strip("\r").replace("\t", "")))), None
            )
            self.fail(
                3,
                "not YAML: it holds a character that YAML does not admit",
                "delete or retype it",
                line,
            )
        if node is None or (isinstance(node, yaml.ScalarNode) and node.tag == _NULL):
            return None
        return node

    def text_of(self, node: yaml.Node, what: str) -> str | None:
        """The text of a scalar, stripped; ``None`` when there is none.  ``what`` names it in the error."""
        import yaml

        if not isinstance(node, yaml.ScalarNode):
            kind = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
            self.fail(
                8,
                f"{what} is {kind}, not text",
                "write it on one line, in quotes if it holds a colon",
                node,
            )
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.startswith(
            "tag:yaml.org,2002:python"
        ):
            self.fail(8, f"{what} has a tag that is not allowed", "delete the tag", node)
        if node.tag == _NULL and not node.style:
            return None
        value = str(node.value).strip()
        if any(map(_unseen, value)):
            self.fail(
                8,
                f"{what} has a line end or a control character in it",
                "write it on one line",
                node,
            )
        return value or None

    def _text(self) -> str:
        try:
            with self.path.open("rb") as stream:
                data = stream.read(SIZE_LIMIT + 1)  # never more, whatever the file is
        except OSError as problem:
            self.fail(
                1,
                f"cannot be read: {problem.strerror or problem}",
                "check the path and its permissions",
            )
        if len(data) > SIZE_LIMIT:
            self.fail(
                2, f"the file is over {SIZE_LIMIT // 1_000_000} MB", "is this the right file?"
            )
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            line = data[: problem.start].count(b"\n") + 1
            self.fail(1, "the file is not UTF-8", "save it as UTF-8 in a text editor", line)

    def _refuse_bombs(self, text: str, loader: Any) -> None:
        """Look at the stream of events before anything is built of them."""
        import yaml

        depth = 0
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                self.fail(
                    4,
                    "aliases (*name) are not allowed",
                    "write the value out, or put it in quotes",
                    event,
                )
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
                event, yaml.CollectionEndEvent
            )
            if depth > self.depth:
                self.fail(
                    4,
                    "lists and mappings are nested too deep",
                    "write one `key: value` a line, as the guide's example does",
                    event,
                )


def line_of(marked: Any) -> int:
    """The line, from 1, at which a node or event begins."""
    return int(marked.start_mark.line) + 1 if marked.start_mark else 1


_NULL = "tag:yaml.org,2002:null"


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def _advice(problem: str) -> str:
    if "mapping values" in problem:
        return "put a value that holds a colon in quotes"
    if "tab" in problem or "'\\t'" in problem:
        return "use blanks instead of the tab"
    if "another document" in problem:
        return "delete the line --- and what follows it"
    return "put a value that begins with a sign or holds a colon in quotes, as the guide's example does"
