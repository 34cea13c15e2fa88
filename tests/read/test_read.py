"""Raw bytes to ``Source``: whatever a file looks like, it is read right or refused with a way out."""

from __future__ import annotations

import hashlib
import importlib

import pytest

from generator.errors import ReadError
from generator.read import READERS, is_truncated, read_bytes, read_source
from generator.read.lines import LineIndex, line_spans, trimmed
from tests.kit import FIXTURES, SEEDS, source_of

TEXT = "JUSTICE WHITE delivered the opinion of the Court.\nWe hold that § 1983 says “any person.”\n"


def test_the_seeds() -> None:
    found = {
        slug: (s.dialect, s.encoding, s.truncated)
        for slug, s in ((slug, read_source(path)) for slug, path in SEEDS.items())
    }
    assert found["malley-v-briggs"] == ("lexis", "utf-8", False)
    assert found["messerschmidt-v-millender"] == ("flattened", "utf-8", True)


@pytest.mark.parametrize(
    ("name", "dialect"),
    [
        ("lantern-co-v-harbor-board", "lexis"),
        ("doe-v-county-of-elm", "flattened"),
        ("state-v-quill", "plain"),
        ("alder-v-brook", "plain"),
    ],
)
def test_the_fixtures_are_sniffed(name: str, dialect: str) -> None:
    source = read_source(FIXTURES / f"{name}.txt")
    assert (source.dialect, source.truncated) == (dialect, False)
    assert source.reason


@pytest.mark.parametrize(
    ("data", "extracted"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),  # the mark counts as one character
        (TEXT.replace("\n", "\r\n").encode(), None),
        (TEXT.replace("\n", "\r").encode(), None),
        (TEXT.encode("cp1252"), "source.txt"),
        (TEXT.encode("utf-16"), "source.txt"),
        (TEXT.encode() + b"\0\0\0", None),
        (TEXT.encode()[:-3], None),
    ],
)
def test_offsets_count_in_the_text_as_it_was_found(data: bytes, extracted: str | None) -> None:
    source = read_bytes(data, "opinion.txt")
    assert source.extracted == extracted
    if extracted is None:
        assert source.text == data.decode("utf-8", errors="replace")
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    first, second = (source.text[slice(*s.span)] for s in source.segments)
    assert first == "JUSTICE WHITE delivered the opinion of the Court."
    assert second.startswith("We hold that § 1983 says “any person.")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\n\n\n", "\x0c", "\x85", "\u2028"])
def test_lines_end_in_many_ways(ending: str) -> None:
    text = f"one{ending}two{ending}"
    assert [text[s:e] for s, e in line_spans(text) if e > s] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (" a b ", (1, 4)),
        ("\ufeff\xa0a\t", (2, 3)),
        ("   ", (0, 0)),
        ("", (0, 0)),
        ("a\0\0", (0, 1)),
    ],
)
def test_trimmed(text: str, span: tuple[int, int]) -> None:
    assert trimmed(text, 0, len(text)) == span


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_numbers_are_those_of_an_editor(end: str) -> None:
    text = end.join(["one", "two\x0cpage\u2028", "three"])
    index = LineIndex(text)
    assert [index.line(text.index(w)) for w in ("one", "two", "page", "three")] == [1, 2, 2, 3]
    assert index.line(len(text)) == 3


class TestRefusals:
    def refused(self, data: bytes, dialect: str | None = None) -> ReadError:
        with pytest.raises(ReadError) as caught:
            read_bytes(data, "opinion.txt", dialect, place="some/opinion.txt")
        assert caught.value.file == "some/opinion.txt"
        assert caught.value.advice
        return caught.value

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"", "R01"),
            (b" \r\n\t", "R01"),
            (b"\0" * 9, "R01"),
            (bytes(range(256)) * 8, "R03"),
            (b"%PDF-1.7\n\xe2\xe3", "R11"),
            (b'{"casebody": {"data": "x"}}', "R18"),
            (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "R04"),
        ],
    )
    def test_codes(self, data: bytes, code: str) -> None:
        assert self.refused(data).code == code

    def test_an_unknown_dialect_names_the_known_ones(self) -> None:
        error = self.refused(TEXT.encode(), "klingon")
        assert error.code == "R06"
        assert all(name in error.advice for name in READERS)

    def test_too_big(self, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The size is asked before the file is read."""
        path = tmp_path / "opinion.txt"
        path.write_text(TEXT)
        module = importlib.import_module("generator.read.decode")
        monkeypatch.setattr(module, "SIZE_LIMIT", len(TEXT) - 10)
        monkeypatch.setattr("pathlib.Path.open", lambda *a: pytest.fail("it was read"))
        with pytest.raises(ReadError) as caught:
            read_source(path)
        assert (caught.value.code, caught.value.file) == ("R02", str(path))

    @pytest.mark.parametrize("name", ["missing.txt", "."])
    def test_unreadable(self, tmp_path, name: str) -> None:
        with pytest.raises(ReadError) as caught:
            read_source(tmp_path / name)
        assert caught.value.code == "R05"

    def test_the_user_knows_better(self) -> None:
        """Named, a dialect is not sniffed: a text that looks like JSON may be read as plain text."""
        source = read_bytes(b'{"casebody": {"data": "x"}}', "opinion.txt", "plain")
        assert (source.dialect, source.reason) == ("plain", "named by the user")


@pytest.mark.parametrize(
    ("text", "dialect", "truncated"),
    [
        ("The judgment is final.\nAffirmed and remanded\n", "plain", False),
        ("The judgment is final.\nDated: May 1, 2001\n", "plain", False),
        ("The judgment is final.\n/s/ Jane Roe, Judge\n", "plain", False),
        ("The judgment is final.\nUNITED STATES DISTRICT JUDGE\n", "plain", False),
        ("The judgment is final.\nSee 42 U.S.C. § 1983", "plain", False),
        ("The judgment is final.\nMr. Justice Black dissents\n", "plain", False),
        (
            "The judgment is final.\nIt was affirmed by a court that had not the least idea of what the par",
            "plain",
            True,
        ),
        ("We hold that it is not.", "plain", False),
        ("We hold that it is not", "plain", True),
        ("We hold that it is no", "lexis", True),
        ("We hold that “it is not.”", "plain", False),
        ("We hold that it is not. 12", "lexis", False),
        ("We hold (it is so).", "plain", False),
        ("AFFIRMED", "plain", False),  # too short to tell
        ("we hold that it is not", "flattened", True),
        ("we hold that it is not\n", "flattened", False),  # its marks at line ends are lost
        ("We hold.\n</dissent>\n", "lexis", False),
    ],
)
def test_truncated(text: str, dialect: str, truncated: bool) -> None:
    assert is_truncated(source_of(text, dialect)) is truncated
