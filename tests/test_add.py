"""``pincite add``: an opinion is brought in byte for byte, and nothing is ever overwritten."""

from __future__ import annotations

import pytest

from generator.add import add_opinion
from generator.casefile import load_case_info
from generator.errors import PinciteError
from tests.kit import FIXTURES, case_of, tree

CAPTIONED = FIXTURES / "state-v-quill.txt"
BARE = FIXTURES / "lantern-co-v-harbor-board.txt"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "site_src" / "opinions").mkdir(parents=True)
    return tmp_path


def test_by_the_caption(root) -> None:
    added = add_opinion(CAPTIONED, root)
    folder = root / "site_src/opinions/quill-v-state"
    assert added.folder == folder
    assert {p.name for p in added.written} == {"opinion.txt", "case.yml"}
    assert (folder / "opinion.txt").read_bytes() == CAPTIONED.read_bytes()
    info = load_case_info(folder / "case.yml")
    assert (info.name, info.docket, str(info.decided), info.court) == (
        "Quill v. State",
        "No. 71-1234",
        "1972-01-17",
        "Supreme Court of the United States",
    )
    assert "# citation:" in (folder / "case.yml").read_text()  # to be filled in


def test_by_the_name_of_the_file(root) -> None:
    added = add_opinion(BARE, root)
    assert added.folder.name == "lantern-co-v-harbor-board"
    assert load_case_info(added.folder / "case.yml").name == "Lantern Co v. Harbor Board"


def test_by_a_slug_and_a_dialect_of_ones_own(root) -> None:
    added = add_opinion(BARE, root, "lamps", "plain")
    assert added.folder.name == "lamps"
    assert load_case_info(added.folder / "case.yml").dialect == "plain"
    assert added.case.source.dialect == "plain"


def test_bytes_stay_bytes(root, tmp_path) -> None:
    raw = tmp_path / "Núñez v. State.TXT"
    data = "PER CURIAM.\r\nSeñor Núñez’s claim.\r\n".encode("cp1252") + b"\0"
    raw.write_bytes(data)
    added = add_opinion(raw, root)
    assert (added.folder.name, added.raw_name) == ("nunez-v-state", "opinion.txt")
    assert (added.folder / "opinion.txt").read_bytes() == data


@pytest.mark.parametrize("name", ["quill.yml", "quill.bak", "quill"])
def test_a_name_that_would_not_be_found_again(root, tmp_path, name: str) -> None:
    (tmp_path / name).write_bytes(CAPTIONED.read_bytes())
    assert add_opinion(tmp_path / name, root).raw_name == "opinion.txt"


def test_a_dry_run_writes_nothing(root) -> None:
    added = add_opinion(CAPTIONED, root, dry_run=True)
    assert (added.written, tree(root)) == ((), {})
    assert "would write" in added.text()
    assert "name: Quill v. State" in added.text()


def test_its_report(root) -> None:
    text = add_opinion(CAPTIONED, root).text()
    assert text.startswith("plain: ")
    assert "Black, for the Court" in text
    assert "Harlan, concurring in the judgment, joined by Stewart" in text
    assert "5 paragraphs" in text
    assert "wrote" in text


class TestRefusals:
    def test_nothing_is_overwritten(self, root) -> None:
        add_opinion(CAPTIONED, root)
        before = tree(root)
        with pytest.raises(PinciteError) as caught:
            add_opinion(CAPTIONED, root, force=True)
        assert (caught.value.code, tree(root)) == ("A02", before)
        assert "--slug" in caught.value.advice

    @pytest.mark.parametrize("slug", ["../etc", "A B", "", "con", "a/b", "/etc", "a--b", ".."])
    def test_a_slug_that_is_none(self, root, slug: str) -> None:
        with pytest.raises(PinciteError) as caught:
            add_opinion(CAPTIONED, root, slug)
        assert (caught.value.code, tree(root)) == ("A01", {})

    @pytest.mark.parametrize(
        ("data", "code"), [(b"", "R01"), (b"%PDF-1.7\n\xe2\xe3", "R11"), (None, "R05")]
    )
    def test_what_cannot_be_read(self, root, tmp_path, data: bytes | None, code: str) -> None:
        path = tmp_path / "a.txt"
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(PinciteError) as caught:
            add_opinion(path, root)
        assert (caught.value.code, tree(root / "site_src")) == (code, {})

    @pytest.mark.parametrize("name", ["<b>x</b> v. {{ y }}", "A: b # c v. D", "'\"\\ v. Z"])
    def test_a_hostile_caption_is_yaml_text(self, root, tmp_path, name: str) -> None:
        path = tmp_path / "x.txt"
        path.write_text(f"{name}\nNo. 71-1234\nPER CURIAM.\nText.\n")
        added = add_opinion(path, root)
        info = load_case_info(added.folder / "case.yml")
        assert info.docket == "No. 71-1234"
        assert case_of(path.read_text(), info=info).info == info
