"""Tagged files that mean harm, or are broken: a clear message, quickly, and nothing else."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.conservation import check
from generator.convert import convert
from generator.errors import ReadError
from generator.model import CaseInfo
from generator.read import read_bytes
from tests.read.tagged.files import (
    CAP,
    CAP_HTML,
    CASEBODY,
    COLUMBIA,
    COURTLISTENER,
    LINKED,
    bytes_of,
)

if TYPE_CHECKING:
    from pathlib import Path

DEEP = 10_000
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE opinion [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY a{k} "{"&a" + (str(k - 1) if k else "") + ";"}{"x" * 9}">' for k in range(1, 9)
    )
    + "]>"
)


def code_of(data: object, name: str = "file", dialect: str | None = None) -> str:
    begun = time.perf_counter()
    with pytest.raises(ReadError) as caught:
        read_bytes(bytes_of(data), name, dialect)
    assert time.perf_counter() - begun < 10
    assert caught.value.file == name
    assert caught.value.advice
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "dialect"),
    [
        (COLUMBIA.replace("I respectfully", "<b>" * DEEP + "I" + "</b>" * DEEP), None),
        (CASEBODY.replace("I would", "<em>" * DEEP + "I" + "</em>" * DEEP), None),
        (CAP_HTML.replace("I agree", "<div>" * DEEP + "I" + "</div>" * DEEP), None),
        (LINKED.replace("The jailer", "<i>" * DEEP + "I" + "</i>" * DEEP), None),
        ({**COURTLISTENER, "html_lawbox": "<div>" * DEEP + "I" + "</div>" * DEEP}, None),
        ('{"casebody": ' + "[" * 100_000 + "]" * 100_000 + "}", "cap"),
    ],
)  # fmt: skip
def test_deep_nesting(data: object, dialect: str | None) -> None:
    assert code_of(data, dialect=dialect) == "R16"


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS,
        '<?xml version="1.0"?><!DOCTYPE opinion [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?><!DOCTYPE opinion [<!ENTITY % a SYSTEM "http://localhost/x.dtd"> %a;]>',
    ],
)
def test_entities_of_its_own(head: str) -> None:
    assert code_of(head + COLUMBIA.replace("I respectfully", "&a; I")) == "R17"
    assert (
        code_of(head.replace("opinion", "casebody") + CASEBODY.replace("I would", "&a; I")) == "R17"
    )


@pytest.mark.parametrize(
    "data", [COLUMBIA, CASEBODY, CAP_HTML, json.dumps(CAP), json.dumps(COURTLISTENER)]
)
@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_cut_in_the_middle(data: str, share: float) -> None:
    # Of a JSON file that ends before its telling key, only that it is one is known.
    assert code_of(data[: int(len(data) * share)]) in (
        {"R15", "R04"} if data[0] == "{" else {"R15"}
    )


@pytest.mark.parametrize("data", [COLUMBIA, CASEBODY])
def test_several_behind_one_another(data: str) -> None:
    """None of them is left out in silence."""
    assert code_of(data * 2) == "R18"


def test_comments_without_end() -> None:
    assert code_of(COLUMBIA.rstrip() + "<!---->" * 250 + "x") == "R15"
    assert read_bytes((COLUMBIA.rstrip() + "<!-- a -->\n" * 9).encode(), "x").segments


def test_one_file_says_nothing_of_the_next() -> None:
    """The parser keeps a log of all that it met; only a file's own counts."""
    deep = COLUMBIA.replace("I respectfully", "<b>" * DEEP + "I" + "</b>" * DEEP)
    assert code_of(deep) == "R16"
    stray = CASEBODY.replace("I would", "</em>I would")
    assert read_bytes(stray.encode(), "x").segments


@pytest.mark.parametrize(
    ("data", "dialect"),
    [
        ({"casebody": {"status": "error_limit_exceeded", "data": None}, "id": 1}, None),
        ({"casebody": {"data": {"opinions": [], "head_matter": ""}}}, None),
        ({"casebody": {"data": {"opinions": 3, "head_matter": ["x"]}}}, None),
        ({"casebody": []}, None),
        (
            {
                "resource_uri": "x",
                "sub_opinions": ["https://www.courtlistener.com/api/rest/v4/opinions/1/"],
            },
            None,
        ),
        ({"resource_uri": "x", "plain_text": "  ", "html": None}, None),
        ({"resource_uri": "x", "sub_opinions": [{"html": "<p>So.</p>"}] * 61}, None),
        ({"resource_uri": "x", "sub_opinions": [{"html": "<p> </p>"}]}, None),
        ("<casebody></casebody>", None),
        ("<opinion><opinion_text> </opinion_text><citation_line>1</citation_line></opinion>", None),
        ("[1]", "cap"),
        ("[]", "courtlistener"),
    ],
)
def test_no_opinion_in_it(data: object, dialect: str | None) -> None:
    assert code_of(data, dialect=dialect) == "R18"


@pytest.mark.parametrize(
    "data", [COLUMBIA, CASEBODY, CAP_HTML, json.dumps(CAP), json.dumps(COURTLISTENER)]
)
@pytest.mark.parametrize("dialect", ["cap", "harvard-xml", "columbia-xml", "courtlistener"])
def test_another_dialect_by_force(data: str, dialect: str) -> None:
    """It is read, or refused with a code: never anything else."""
    try:
        read = read_bytes(data.encode(), "x", dialect)
    except ReadError as error:
        assert error.code in {"R15", "R16", "R17", "R18"}  # noqa: PT017
    else:
        assert read.segments


def test_a_file_of_a_collection_is_added_under_its_name(tmp_path: Path) -> None:
    from generator.add import add_opinion

    file = tmp_path / "183765.json"
    file.write_bytes(bytes_of(CAP))
    added = add_opinion(file, tmp_path / "site")
    assert added.folder.name == "alder-v-brook"
    assert (added.folder / "opinion.json").read_bytes() == bytes_of(CAP)
    assert "name: Alder v. Brook  # from the file's own data" in added.case_yml


def test_nothing_is_written(tmp_path: Path) -> None:
    from generator.add import add_opinion

    file = tmp_path / "a.xml"
    file.write_text(COLUMBIA[:900], encoding="utf-8")
    with pytest.raises(ReadError):
        add_opinion(file, tmp_path / "site")
    assert list(tmp_path.iterdir()) == [file]


def test_markup_in_the_text_is_text() -> None:
    made = convert(
        read_bytes(
            bytes_of(COLUMBIA.replace("I respectfully", "&lt;script&gt;alert(1)&lt;/script&gt; I")),
            "a.xml",
        ),
        "a-v-b",
        CaseInfo(),
    )
    assert any("<script>alert(1)</script> I" in b.text for b in made.blocks)


def test_facts_that_are_no_facts() -> None:
    data = {
        **CAP,
        "name_abbreviation": ["x"],
        "name": {"a": 1},
        "docket_number": "x" * 5000,
        "court": 3,
        "citations": [3, {"type": "official", "cite": 4}],
        "decision_date": "1969-13-45",
    }
    facts = read_bytes(bytes_of(data), "a.json").facts
    assert (facts.name, facts.docket, facts.court, facts.citation, facts.decided) == (None,) * 5


FIXTURES = [bytes_of(x) for x in (CAP, CAP_HTML, CASEBODY, COLUMBIA, COURTLISTENER, LINKED)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_is_changed_it_is_read_or_refused(data: st.DataObject) -> None:
    """A stretch of a file is taken out, doubled or replaced: a reading that loses no letter, or a clear error."""
    raw = data.draw(st.sampled_from(FIXTURES))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(raw)))
        end = data.draw(st.integers(start, min(len(raw), start + 200)))
        new = data.draw(
            st.one_of(
                st.just(b""),
                st.just(raw[start:end] * 2),
                st.binary(max_size=12),
                st.sampled_from(
                    [
                        b"<",
                        b">",
                        b"&",
                        b"</p>",
                        b"<p>",
                        b"\n\n",
                        b"]]>",
                        b"<!--",
                        b"<footnote label='1'>",
                        b"<table>",
                    ]
                ),
            )
        )
        raw = raw[:start] + new + raw[end:]  # fmt: skip
    try:
        source = read_bytes(raw, "file")
    except ReadError:
        return
    made = convert(source, "a-v-b", CaseInfo())
    assert check(made.source.text, made.blocks, made.clean.repairs) is None


@pytest.mark.parametrize("line", ["a\n", "1\f"])
def test_a_paragraph_without_end_and_pages_of_a_line_take_no_time(line: str) -> None:
    opinion = {"type": "010combined", "plain_text": "BURKE, J.\n\n" + line * 25_000}
    data = {"id": 1, "case_name": "Alder v. Brook", "sub_opinions": [opinion]}
    begun = time.process_time()
    read_bytes(json.dumps(data).encode(), "a.json")
    assert time.process_time() - begun < 5
