"""Several cases in one file are told apart and refused, and split byte for byte; missing pages are named."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.convert import convert
from generator.errors import PinciteError, ReadError
from generator.findings import case_findings
from generator.model import CaseInfo
from generator.read import read_bytes
from generator.render.about import sentences
from generator.split import parts_of, split_file
from tests.read.slip.printed import SLIP

OTHER = SLIP.replace("ALDER", "OAK").replace("BROOK TOWNSHIP", "ELM").replace("10–4321", "10–999")
BOTH = f"{SLIP}\f{OTHER}"


def test_two_cases_are_refused_by_name_and_line() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(BOTH.encode(), "both.txt", place="in/both.txt")
    second = BOTH.count("\n", 0, BOTH.index("\f(Slip Opinion)")) + 1
    assert caught.value.code == "R13"
    assert caught.value.message == (
        f"the file holds 2 cases: Alder v. Brook Township (line 1), Oak v. Elm (line {second})"
    )
    assert caught.value.advice == "pincite split in/both.txt writes a file for each"


def test_a_case_of_another_number_is_another_case() -> None:
    """Even where no "(Slip Opinion)" heads it: a per curiam has no syllabus."""
    court = OTHER[OTHER.index("\f", OTHER.index("OAK v. ELM\nSyllabus")) :]
    with pytest.raises(ReadError, match="2 cases"):
        read_bytes((SLIP + court).encode(), "both.txt")


def test_cases_that_were_heard_together_are_one() -> None:
    more = SLIP.replace("No. 10–4321\n", "Nos. 10–4321 and 10–4322\n", 1)
    assert read_bytes(more.encode(), "alder.txt").dialect == "slip"


def test_a_number_within_the_text_is_no_other_case() -> None:
    more = SLIP.replace("The court stopped there.2", "The court decided\nNo. 09–1.2")
    assert read_bytes(more.encode(), "alder.txt").dialect == "slip"


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\xfa", "ﬁ “".encode()])
def test_split_keeps_every_byte(damage: bytes, tmp_path) -> None:
    data = BOTH.encode().replace(b"bees", b"bees" + damage)
    (tmp_path / "both.txt").write_bytes(data)
    paths = split_file(tmp_path / "both.txt", tmp_path / "out")
    assert [p.name for p in paths] == ["both-1-alder-v-brook-township.txt", "both-2-oak-v-elm.txt"]
    assert b"".join(p.read_bytes() for p in paths) == data
    assert paths[1].read_bytes().lstrip().startswith(b"(Slip Opinion)")
    for path in paths:
        assert read_bytes(path.read_bytes(), path.name).dialect == "slip"


def test_split_overwrites_nothing(tmp_path) -> None:
    (tmp_path / "both.txt").write_text(BOTH, encoding="utf-8")
    split_file(tmp_path / "both.txt", tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(PinciteError, match="already") as caught:
        split_file(tmp_path / "both.txt", tmp_path)
    assert caught.value.code == "A03"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (SLIP.encode(), "no second case"),
        (b"%PDF-1.4\n1 0 obj\n", "only a text"),
        (BOTH.encode("utf-16"), "utf-16"),
    ],
    ids=["one", "pdf", "utf-16"],
)
def test_what_cannot_be_split(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        parts_of(data, "x", ".txt", "x.txt")


def test_the_command(tmp_path) -> None:
    (tmp_path / "both.txt").write_text(BOTH, encoding="utf-8")
    done = CliRunner().invoke(main, ["split", str(tmp_path / "both.txt"), "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "both-2-oak-v-elm.txt" in done.output


# --- missing pages

_PAGES = "\f".join(
    f"\n{n}\n\nALDER v. BROOK TOWNSHIP\nOpinion of the Court\n\n"
    + "".join(
        f"reason {n} and {k} for it is that the lease was for years, and they\n" for k in range(20)
    )
    for n in (3, 5, 6)
)
LACKING = SLIP.replace(
    "\f\nCite as: 566 U. S. ____ (2012)\n\n1\n\nALITO",
    f"\f{_PAGES}\f\nCite as: 566 U. S. ____ (2012)\n\n1\n\nALITO",
)


def test_a_missing_page_is_named_and_nothing_runs_over_it() -> None:
    assert LACKING != SLIP
    case = convert(read_bytes(LACKING.encode(), "alder.txt"), "alder", CaseInfo())
    found = [f for f in case_findings(case, "alder.txt") if f.code == "R14"]
    assert len(found) == 1
    assert found[0].message.startswith("Page 4 of 'majority' is not in this copy, before p")
    assert "Page 4 of the opinion is not in this copy." in sentences(case)
    texts = [b.text for b in case.blocks if b.kind == "paragraph"]
    assert not any("reason 3 and 19" in t and "reason 5 and 0" in t for t in texts)
    assert any("reason 5 and 19" in t and "reason 6 and 0" in t for t in texts)


def test_a_whole_copy_lacks_nothing() -> None:
    case = convert(read_bytes(SLIP.encode(), "alder.txt"), "alder", CaseInfo())
    assert not [f for f in case_findings(case, "alder.txt") if f.code == "R14"]
    assert not any("not in this copy" in s for s in sentences(case))
