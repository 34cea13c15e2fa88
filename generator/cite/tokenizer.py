"""eyecite's tokens, found in linear time (see ``scanner``).

The tokens are eyecite's because the matches are: whether a regular expression matches at a given place does not hang
on where the search began, and ``finditer`` is no more than the leftmost of those places, then the leftmost that does
not overlap, and so on.  ``tests/cite/test_tokenizer.py`` holds the two against each other.

This module is cheap to import: eyecite comes in at the first use.  That takes 0.3 to 0.5 s, the index made then 0.06
to 0.1 s more, both once per process.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.cite.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Generator

    from eyecite.models import CitationToken, Token, Tokens
    from eyecite.tokenizers import Tokenizer


def tokens(text: str) -> list[CitationToken]:
    """The citations of reporters, statutes and journals in ``text``, full and short, in order and without overlap.

    Those of eyecite's tokens that are a ``CitationToken``; ``start`` and ``end`` count in ``text``, ``groups`` has
    volume, reporter and page, ``exact_editions`` and ``variation_editions`` what the reporter can mean.  A paragraph
    is the best measure of ``text``: a citation never runs over its end.
    """
    scanner = _scanner()
    return [scanner.token(t) for t in scanner.chosen(scanner.citations(text))]  # type: ignore[misc]


def all_tokens(text: str) -> list[Token]:
    """All special tokens of eyecite in ``text``: also *id.*, *supra*, ``§``, words such as ``v.``, line ends."""
    scanner = _scanner()
    return [scanner.token(t) for t in scanner.chosen(scanner.matches(text))]


@cache
def window_tokenizer() -> Tokenizer:
    """A tokenizer for ``eyecite.get_citations(text, tokenizer=…)``: the same tokens in linear time.

    Made by a function because its base class is eyecite's, which is not to be imported before it is needed.
    """
    from eyecite.tokenizers import Tokenizer

    scanner = _scanner()

    class WindowTokenizer(Tokenizer):
        """eyecite's ``Tokenizer`` over ``Scanner``."""

        def extract_tokens(self, text: str) -> Generator[Token, None, None]:
            for number, match in scanner.matches(text):
                yield scanner.extractors[number].get_token(match)

        def tokenize(self, text: str) -> tuple[Tokens, list[tuple[int, Token]]]:
            words: Tokens = []
            special: list[tuple[int, Token]] = []
            end = 0
            for choice in scanner.chosen(scanner.matches(text)):
                if choice.gap[0] < choice.gap[1]:
                    self.append_text(words, text[slice(*choice.gap)])  # type: ignore[no-untyped-call]
                token = scanner.token(choice)
                special.append((len(words), token))
                words.append(token)
                end = choice.end
            if end < len(text):
                self.append_text(words, text[end:])  # type: ignore[no-untyped-call]
            return words, special

    return WindowTokenizer(scanner.extractors)


@cache
def _scanner() -> Scanner:
    from eyecite.tokenizers import EXTRACTORS

    return Scanner(EXTRACTORS)
