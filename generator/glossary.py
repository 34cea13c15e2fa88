"""``site_src/glossary.yml``: terms of art with their definitions, and where the opinions use them.

    - term: certiorari
      forms: [certiorari, writ of certiorari]
      definition: An order by which a higher court takes up a case that a lower court has decided.

``forms`` are the words by which a term is recognised; without them the term itself is, and ``[]`` keeps it to the
page of the glossary.  A term is shown at its first use
in each writing.  Faults of the file are raised as ``GlossaryFileError``, those of an entry are returned:

* G01 the file cannot be read, or is not UTF-8
* G02 it is too big
* G03 it is not YAML, or more than one document
* G04 it uses aliases of YAML (``*name``) or deep nesting
* G05 it is not a list of terms, or an entry lacks ``term`` or ``definition``
* G06 a key stands twice in an entry
* G07 a key is unknown
* G08 a value is of the wrong type, or too long
* G09 two terms have the same form or the same address
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import PinciteError
from generator.slugs import slugify
from generator.yamlfile import YamlFile, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import yaml

    from generator.model import Block, Case, Span

KEYS = ("term", "forms", "definition")
_DEPTH = 3  # a list of entries with lists
_LONGEST = {"term": 80, "forms": 80, "definition": 1000}
_READ = frozenset({"paragraph", "blockquote", "footnote"})


class GlossaryFileError(PinciteError):
    """A ``glossary.yml`` that does not say what it should."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of art.  ``slug`` is its address on the page of the glossary."""

    name: str
    slug: str
    definition: str
    forms: tuple[str, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Use:
    """A term where it is shown: the block, and the place in ``Block.text``."""

    block: str
    span: Span
    term: Term


class Glossary:
    """The terms, and the pattern that finds them.  Equal glossaries have equal terms."""

    def __init__(self, terms: Sequence[Term] = ()) -> None:
        self.terms = tuple(terms)
        self._by_form = {_folded(form): term for term in terms for form in term.forms}
        # The longest form is tried first: "qualified immunity" before "immunity".
        forms = sorted({f for t in terms for f in t.forms}, key=lambda f: (-len(f), f))
        self._pattern = (
            re.compile("|".join(_pattern(form) for form in forms), re.IGNORECASE) if forms else None
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glossary) and self.terms == other.terms

    def __hash__(self) -> int:
        return hash(self.terms)

    def found(self, text: str) -> Iterator[tuple[Span, Term]]:
        """Every form in a text, the longest that begins at a place; none within another."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            yield match.span(), self._by_form[_folded(match.group())]


def uses(case: Case, glossary: Glossary) -> tuple[Use, ...]:
    """The first use of each term in each writing, in running text and outside of references, calls and page marks."""
    taken: dict[str, list[Span]] = {}
    for reference in case.references:
        taken.setdefault(reference.block, []).append(reference.at)
    seen: set[tuple[str | None, str]] = set()
    out = []
    for block in case.blocks:
        if block.kind not in _READ:
            continue
        busy = taken.get(block.id, []) + _marks(block)
        for span, term in glossary.found(block.text):
            key = (block.writing, term.slug)
            if key not in seen and not any(_touch(span, other) for other in busy):
                seen.add(key)
                out.append(Use(block.id, span, term))
    return tuple(out)


def _marks(block: Block) -> list[Span]:
    """The places of calls and page marks, and of the joints of a paragraph that a block quote interrupts."""
    return [(m.start, m.end) for m in block.marks] + [(p.at - 1, p.at) for p in block.pieces[1:]]


def _touch(one: Span, other: Span) -> bool:
    return one[0] < max(other[1], other[0] + 1) and other[0] < one[1]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().replace("’", "'")


def _pattern(form: str) -> str:
    """A form as whole words, with any blanks between them, and with either apostrophe."""
    words = [re.escape(word).replace("'", "['’]") for word in form.replace("’", "'").split()]
    body = r"\s+".join(words)
    return rf"(?<![\w-]){body}(?![\w-])"


# -------------------------------------------------------------------------------------------------------- the file


def load_glossary(path: Path) -> tuple[Glossary, tuple[GlossaryFileError, ...]]:
    """The terms in the file at ``path``, by name, and what is wrong with the other entries.

    Raises ``GlossaryFileError`` (G01 to G05) where the file as a whole cannot be read.
    """
    import yaml

    file = YamlFile(path, GlossaryFileError, "G", _DEPTH)
    node = file.node()
    if node is None:
        return Glossary(), ()
    if not isinstance(node, yaml.SequenceNode):
        file.fail(5, "the file is not a list of terms", "begin each with - term:", node)
    terms: dict[str, Term] = {}
    forms: dict[str, Term] = {}
    faults: list[GlossaryFileError] = []
    for item in node.value:
        try:
            term = _term(file, item)
            for form in term.forms:
                if _folded(form) in forms:
                    other = forms[_folded(form)]
                    said = f"{form!r} is also a form of {other.name!r} in line {other.line}"
                    file.fail(9, said, "leave it out of one of them", term.line)
            if term.slug in terms:
                first = terms[term.slug].line
                file.fail(9, f"{term.name!r} stands twice", f"the first is in line {first}", item)
        except GlossaryFileError as fault:
            faults.append(fault)
        else:
            terms[term.slug] = term
            forms |= {_folded(form): term for form in term.forms}
    return Glossary(sorted(terms.values(), key=lambda t: (t.name.casefold(), t.slug))), tuple(
        faults
    )


def _term(file: YamlFile, node: yaml.Node) -> Term:
    import yaml

    if not isinstance(node, yaml.MappingNode):
        file.fail(5, "this entry does not consist of `key: value` lines", "write - term:", node)
    values: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key not in KEYS:
            shown = repr(key[:40]) if isinstance(key, str) else "that is no word"
            file.fail(7, f"unknown key {shown}", f"known are {', '.join(KEYS)}", key_node)
        if key in lines:
            advice = f"delete one; the first is in line {lines[key]}"
            file.fail(6, f"the key `{key}` stands twice in this entry", advice, key_node)
        lines[key] = line_of(key_node)
        several = key == "forms" and isinstance(value_node, yaml.SequenceNode)
        nodes = value_node.value if several else [value_node]
        texts = [file.text_of(n, f"`{key}`") for n in nodes]
        values[key] = [" ".join(text.split()) for text in texts if text]
        if any(len(text) > _LONGEST[key] for text in values[key]):
            file.fail(8, f"`{key}` is too long", "say it in fewer words", key_node)
        if not all(any(map(str.isalnum, text)) for text in values[key]):
            file.fail(8, f"`{key}` has no letter in it", "write words", key_node)
    missing = [key for key in ("term", "definition") if not values.get(key)]
    if missing:
        file.fail(5, f"an entry without `{missing[0]}`", "an entry has term and definition", node)
    name = values["term"][0]
    forms = tuple(dict.fromkeys(values.get("forms", [name])))
    return Term(name, slugify(name), values["definition"][0], forms, line_of(node))
