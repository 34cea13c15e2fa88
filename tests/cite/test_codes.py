"""The table of state codes, row by row, and citations to them as courts print them."""

from __future__ import annotations

import re

import pytest

from generator.cite.code_names import code_letters, code_name, known_code, rows, state_named
from generator.cite.codes import code_after, code_before, find_codes


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[2])
def test_row(row: tuple[str, str, str, str]) -> None:
    state, names, key, printed = row
    assert key.startswith((state, state[:-1]))
    assert not re.search(r"\bAnn\b|\bWest\b|\(|\s$|^\s", key)
    assert state_named(state) == state
    for name in filter(None, names.split("; ")):
        assert state_named(name) == state
    for name in (key, *filter(None, printed.split("; "))):
        assert known_code(code_letters(name)) == key
        text = f"see {name} § 12-3(a) (West 1992)"
        found = [(text[m.start : m.end], m.authority.key) for m in find_codes(text) if m.authority]
        assert (f"{name} § 12-3(a)", f"{key} § 12-3(a)") in found
    # flattened: lower case, blanks after marks and "&" lost
    assert (
        known_code(code_letters(key.lower().replace(". ", ".").replace("& ", "") + " ann.")) == key
    )


def test_no_code_twice() -> None:
    keys = [key for _, _, key, _ in rows()]
    assert len(keys) == len(set(keys))
    states = {state for state, *_ in rows()}
    assert len(states) >= 54  # the States, the District, four territories


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Cal. Penal Code Ann. § 12022(a)", "Cal. Penal Code § 12022(a)"),
        ("California Penal Code § 187", "Cal. Penal Code § 187"),
        ("Calif.Penal Code § 384c", "Cal. Penal Code § 384c"),
        ("Cal. Rev. & Tax. Code Ann. § 25128", "Cal. Rev. & Tax. Code § 25128"),
        (
            "Cal. Code of Regs., Title 18, § 25137-6(e)(1)",
            "Cal. Code Regs. tit. 18, § 25137-6(e)(1)",
        ),
        ("N. Y. Penal Law § 125.25", "N.Y. Penal Law § 125.25"),
        ("New York Penal Law § 125.25", "N.Y. Penal Law § 125.25"),
        ("N. Y. Civ. Prac. Law and Rules (CPLR) § 5501(c)", "N.Y. C.P.L.R. § 5501(c)"),
        ("CPLR § 5501(c)", "N.Y. C.P.L.R. § 5501(c)"),
        ("N. Y. C. Admin. Code § 11–1302(a)", "N.Y.C. Admin. Code § 11-1302(a)"),
        ("Fla. Stat. § 776.012", "Fla. Stat. § 776.012"),
        ("Mich. Comp. Laws Ann. § 600.2912a", "Mich. Comp. Laws § 600.2912a"),
        ("Tex. Code Crim. Proc. Ann., Art. 38.22", "Tex. Code Crim. Proc. art. 38.22"),
        ("Tex. Rev. Civ. Stat. Ann., Art. 4590i", "Tex. Rev. Civ. Stat. art. 4590i"),
        ("Tex. Penal Code Ann. §§ 19.02, 19.03", "Tex. Penal Code §§ 19.02, 19.03"),
        ("Ohio Rev. Code Ann. § 2903.11", "Ohio Rev. Code § 2903.11"),
        ("R. I. Gen. Laws § 21-28-2.01", "R.I. Gen. Laws § 21-28-2.01"),
        ("Ill. Rev. Stat., ch. 38, ¶ 10-3", "Ill. Rev. Stat. ch. 38, ¶ 10-3"),
        ("Ill. Comp. Stat., ch. 720, § 5/9-1", "Ill. Comp. Stat. ch. 720, § 5/9-1"),
        ("720 ILCS 5/9-1", "720 Ill. Comp. Stat. 5/9-1"),
        ("Del. Code Ann., Tit. 11, § 636", "Del. Code tit. 11, § 636"),
        ("Me. Rev. Stat. Ann., Tit. 22, § 2383–B(5)", "Me. Rev. Stat. tit. 22, § 2383-B(5)"),
        ("Mass. Gen. Laws, ch. 265, § 1", "Mass. Gen. Laws ch. 265, § 1"),
        ("Md. Ann. Code, Art. 27, § 412(b)", "Md. Code art. 27, § 412(b)"),
        ("Md. Code Ann., Crim. Law § 2-202", "Md. Code, Crim. Law § 2-202"),
        ("71 Pa. Cons. Stat. §§ 5102   and 5704", "71 Pa. Cons. Stat. §§ 5102, 5704"),
        ("1993 Cal. Stats., ch. 31, § 53", "1993 Cal. Stat. ch. 31, § 53"),
        ("W. Va. Code § 61-2-1", "W. Va. Code § 61-2-1"),
        ("Code of Virginia § 18.2-31", "Va. Code § 18.2-31"),
        ("RCW 9.94A.535", "Wash. Rev. Code § 9.94A.535"),
        ("Fla. Stat. (1979) § 921.141", "Fla. Stat. § 921.141"),
        ("Haw. Fish. Code § 5", "Haw. Fish. Code § 5"),  # in no table
    ],
)
def test_code(printed: str, key: str) -> None:
    for text in (printed, f"See, e. g., {printed} (West 1992); the law", f"(quoting {printed})"):
        found = [(text[m.start : m.end], m.authority.key) for m in find_codes(text) if m.authority]
        assert (printed, key) in found


@pytest.mark.parametrize(
    "text",
    [
        "Tex. Const., Art. 1",
        "Cal. Const., Art. I, § 7",
        "under § 5",
        "the Penal Code § 187",  # whose?
        "2 W. LaFave, Search and Seizure § 4.6",
        "the Code and § 3",
        "Art. 5",
        "MCL is 5 years old",
        "Law of Torts § 94",
        "Ohio § 5",
    ],
)
def test_no_code(text: str) -> None:
    assert list(find_codes(text)) == []


def test_pieces() -> None:
    assert code_name("Calif. Vehicle Code Annotated") == "Cal. Veh. Code"
    assert code_name("Vehicle Code") is None
    text = "see Del. Code Ann., Tit. 11, § 636"
    before = code_before(text, text.index("§"))
    assert before is not None
    assert (before.start, before.name) == (4, "Del. Code tit. 11,")
    text = "§ 125.25 of the New York Penal Law provides"
    after = code_after(text, text.index(" of"))
    assert after is not None
    assert (text[after.start : after.end], after.name) == ("New York Penal Law", "N.Y. Penal Law")
