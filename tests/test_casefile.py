"""case.yml: what it may say, and what is said of its faults."""

from __future__ import annotations

import datetime
import time
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.casedump import dump_case_info
from generator.casefile import (
    _schema,
    is_citation,
    load_case_info,
)
from generator.casefile_words import KEYS
from generator.errors import CaseFileError
from generator.model import CaseInfo
from generator.yamlfile import SIZE_LIMIT

if TYPE_CHECKING:
    from pathlib import Path

MALLEY = CaseInfo(
    name="Malley v. Briggs",
    citation="475 U.S. 335",
    court="Supreme Court of the United States",
    docket="No. 84-1586",
    argued=datetime.date(1985, 11, 13),
    decided=datetime.date(1986, 3, 5),
    first_page=335,
    dialect="lexis",
)


@pytest.fixture
def case_yml(tmp_path: Path) -> Path:
    return tmp_path / "case.yml"


def _load(path: Path, text: str | bytes) -> CaseInfo:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_case_info(path)


def test_all_keys(case_yml: Path) -> None:
    text = (
        "# facts\nname: Malley v. Briggs\ncitation: 475 U.S. 335\ncourt: Supreme Court of the United States\n"
        "docket: No. 84-1586\nargued: 1985-11-13\ndecided: '1986-03-05'\nfirst_page: 335\ndialect: lexis\n"
    )
    assert _load(case_yml, text) == MALLEY
    assert _load(case_yml, "\ufeff" + text.replace("\n", "\r\n")) == MALLEY


def test_schema_and_vocabulary_agree() -> None:
    assert _schema().__struct_fields__ == KEYS == tuple(field.name for field in fields(CaseInfo))


@pytest.mark.parametrize(
    "text",
    ["", "\n", "# nothing yet\n", "---\n", "null\n", "{}", "name:\n", "name: ''\n", "name: '  '"],
)
def test_no_facts(case_yml: Path, text: str) -> None:
    assert _load(case_yml, text) == CaseInfo()


def test_strings_come_stripped(case_yml: Path) -> None:
    assert _load(case_yml, "name: '  Malley v. Briggs\t'").name == "Malley v. Briggs"


FAULTS = [
    # code, line, text, a word of the message, a word of the advice
    ("C01", 2, b"name: x\ncourt: caf\xe9\n", "UTF-8", "save it as UTF-8"),
    ("C02", None, b"#" * (SIZE_LIMIT + 1), "over 1 MB", "right file"),
    ("C03", 2, "docket: x\nname: a: b", "not YAML", "in quotes"),
    ("C03", 2, "docket: x\n\tname: b", "not YAML", "tab"),
    ("C03", 2, "docket: x\nname: @b", "not YAML", "guide"),
    ("C03", 2, "docket: x\nname: 'b", "not YAML", "guide"),
    ("C03", 2, "docket: x\nname: a\x01", "character", "retype"),
    ("C03", 2, "name: a\n---\nname: b", "another document", "---"),
    ("C04", 2, "name: &a x\ncourt: *a", "aliases", "in quotes"),
    ("C04", 1, "name: " + "[" * 3000, "nested", "key: value"),
    ("C05", 1, "Malley v. Briggs", "key: value", "name: Malley"),
    ("C05", 2, "# list\n- name", "key: value", "name: Malley"),
    ("C06", 3, "name: a\ncourt: b\nname: c", "`name` stands here twice", "line 1"),
    ("C07", 2, "name: a\nciation: b", "'ciation'", "`citation`"),
    ("C07", 1, "First Page: 3", "'First Page'", "`first_page`"),
    ("C07", 1, "zzz: b", "'zzz'", "known are name"),
    ("C07", 1, "1: b", "'1'", "known are name"),
    ("C07", 1, "[name]: b", "no word", "known are name"),
    ("C07", 1, "<<: {name: b}", "'<<'", "known are name"),
    ("C07", 1, "k" * 900 + ":\n", "'kkk", "known are name"),
    ("C08", 2, "name: a\ndocket: 84", "the number 84", 'docket: "84"'),
    ("C08", 1, "docket: 12:30", "the number 750", 'docket: "12:30"'),
    ("C08", 1, "docket: " + "9" * 5000, "not text", "quotes"),
    ("C08", 1, "docket: 2011-12-05", "the date 2011-12-05", 'docket: "2011-12-05"'),
    ("C08", 1, "citation: 475", "the number 475", 'citation: "475"'),
    ("C08", 1, "name: No", "false", 'name: "No"'),
    ("C08", 1, "name: [a, b]", "a list", "name: Malley"),
    ("C08", 1, "name: {a: b}", "a mapping", "name: Malley"),
    ("C08", 1, "name: !!python/object/apply:os.system [x]", "a list", "name: Malley"),
    ("C08", 1, "name: !!python/name:os.system x", "tag", "name: Malley"),
    ("C08", 1, 'name: "a\\nb"', "line end", "one line"),
    ("C08", 1, 'name: "a\\0b"', "control", "one line"),
    ("C08", 1, "first_page: '335'", "whole number", "first_page: 335"),
    ("C08", 1, "first_page: 0", "whole number", "first_page: 335"),
    ("C08", 1, "first_page: yes", "whole number", "first_page: 335"),
    ("C08", 1, "argued: 1985", "not a date", "1985-11-13"),
    ("C09", 1, "argued: 1985-02-30", "does not exist", "month"),
    ("C09", 1, "argued: '1985-13-01'", "does not exist", "month"),
    ("C09", 1, "decided: March 5, 1986", "not a date", "1986-03-05"),
    ("C09", 1, "decided: 1986-03-05 10:00:00", "time of day", "1986-03-05"),
    ("C10", 1, "decided: 1985-03-05\nargued: 1985-11-13", "before", "both dates"),
    ("C11", 2, "name: a\ncitation: 475 U.S. 335 (1986)", "475 U.S. 335 (1986)", "without year"),
    ("C12", 2, "citation: 475 U.S. 335\nfirst_page: 336", "begins at 335", "first_page"),
    ("C09", 1, "added: 2026-02-30", "does not exist", "check the month"),
    ("C13", 1, "dialect: lexi", "'lexi'", "did you mean lexis"),
    ("C13", 1, "dialect: klingon", "'klingon'", "known are lexis"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "line", "text", "message", "advice"),
    FAULTS,
    ids=[f"{n}-{row[0]}" for n, row in enumerate(FAULTS)],
)
def test_fault(
    case_yml: Path, code: str, line: int | None, text: str | bytes, message: str, advice: str
) -> None:
    start = time.process_time()
    with pytest.raises(CaseFileError) as caught:
        _load(case_yml, text)
    error = caught.value
    assert (error.code, error.line, error.file) == (code, line, str(case_yml))
    assert message in error.message
    assert advice in error.advice
    assert len(str(error)) - len(str(case_yml)) < 400
    assert time.process_time() - start < 2


def test_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yml", tmp_path):
        with pytest.raises(CaseFileError, match="C01"):
            load_case_info(path)


def test_same_day_is_no_fault(case_yml: Path) -> None:
    assert _load(case_yml, "argued: 1986-03-05\ndecided: 1986-03-05").decided == datetime.date(
        1986, 3, 5
    )


@pytest.mark.parametrize(
    "citation",
    [
        "475 U.S. 335",
        "475 U. S. 335",
        "1 Cal. 3d 80",
        "123 F. Supp. 2d 456",
        "26 Wn.2d 394",
        "5 Cranch 137",
        "2011 WL 123456",
        "12 A. & E. 5",
    ],
)
def test_citation(citation: str) -> None:
    assert is_citation(citation)


@pytest.mark.parametrize(
    "citation",
    [
        "", "475", "U.S. 335", "475 U.S.", "475 U.S. ___", "475 U.S. 335, 341", "475 U.S. 335 (1986)",
        "475 U.S. 335 106 S. Ct. 1092", "475  U.S. 335", "475 335", "No. 84-1586", "475 <b> 335", "475 U.S. 335\n",
    ],
)  # fmt: skip
def test_no_citation(citation: str) -> None:
    assert not is_citation(citation)


def test_dump_by_example() -> None:
    info = CaseInfo(
        name="Malley v. Briggs", court="No", decided=datetime.date(1986, 3, 5), first_page=335
    )
    lines = dump_case_info(info, {"name": "the file's name", "decided": "the text"}).splitlines()
    assert lines[0].startswith("# ")
    assert lines[1:] == [
        "name: Malley v. Briggs  # from the file's name",
        "# citation:",
        'court: "No"',
        "# docket:",
        "# argued:",
        "decided: 1986-03-05  # from the text",
        "# panel:",
        "# vote:",
        "first_page: 335",
        "# dialect:",
        "# added:",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "a: b",
        "a # b",
        "- a",
        "&a",
        "*a",
        "!!int 3",
        "{a}",
        "[a]",
        "'a",
        '"a',
        "335",
        "null",
        "~",
        "1986-03-05",
        "12:30",
        "%a",
        "@a",
        "a\\b",
        "é",
        "😀",
        "---",
        "a:",
    ],
)
def test_dump_quotes_what_yaml_would_misread(case_yml: Path, name: str) -> None:
    assert _load(case_yml, dump_case_info(CaseInfo(name=name), {"name": name})) == CaseInfo(
        name=name
    )


@given(
    name=st.text(),
    court=st.text(max_size=200),
    origin=st.text(),
    page=st.none() | st.integers(1, 999_999),
    day=st.none() | st.dates(),
)
def test_dump_loads_to_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    court: str,
    origin: str,
    page: int | None,
    day: datetime.date | None,
) -> None:
    """Whatever is in a file's name or text, it comes back as that value and as nothing else."""
    path = tmp_path_factory.mktemp("dump") / "case.yml"
    info = CaseInfo(name=name, court=court, first_page=page, decided=day)
    text = dump_case_info(info, dict.fromkeys(KEYS, origin))
    back = _load(path, text)
    assert (back.first_page, back.decided) == (page, day)
    assert (back.citation, back.docket, back.argued, back.dialect) == (None,) * 4
    if name.isascii() and name.isprintable():
        assert (back.name or "") == " ".join(name.split())
    # Once through, it is stable.
    assert _load(path, dump_case_info(back, {})) == back
