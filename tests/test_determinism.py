"""The same input gives the same bytes, whatever the machine's seed, locale, order of files and number of workers."""

from __future__ import annotations

import shutil

import pytest

from generator.build import convert_files
from generator.parallel import PARALLEL_FROM
from tests.kit import OPINIONS, ROOT, SEEDS, pincite, tree


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory):
    """Enough files that they are converted in parallel."""
    folder = tmp_path_factory.mktemp("files")
    for slug, path in SEEDS.items():
        shutil.copy(path, folder / f"{slug}.txt")
        shutil.copy(path.with_name("case.yml"), folder / f"{slug}.case.yml")
    for n in range(2):
        for path in OPINIONS:
            shutil.copy(path, folder / f"{path.stem}-{n}.txt")
    found = sorted(folder.glob("*.txt"))
    assert len(found) >= PARALLEL_FROM
    return found


@pytest.fixture(scope="module")
def wanted(files, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("wanted")
    report = convert_files(files, out, workers=1, site=ROOT)
    assert report.failures == ()
    return tree(out)


@pytest.mark.parametrize(
    ("environment", "arguments", "backwards"),
    [
        ({"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Asia/Tokyo"}, ["--workers", "1"], False),
        ({"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"}, ["--workers", "2"], True),
        (
            {"PYTHONHASHSEED": "4242", "LC_ALL": "POSIX", "PYTHONOPTIMIZE": "1"},
            ["--workers", "3"],
            False,
        ),
    ],
    ids=["one worker", "two workers, files backwards", "three workers"],
)
def test_same_bytes(files, wanted, tmp_path, environment, arguments, backwards) -> None:
    ordered = files[::-1] if backwards else files
    result = pincite("convert", *ordered, "--out", tmp_path, *arguments, env=environment)
    assert result.returncode == 0, result.stderr
    assert tree(tmp_path) == wanted


def test_a_second_time_nothing_changes(files, wanted, tmp_path) -> None:
    convert_files(files, tmp_path, site=ROOT)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.*")}
    report = convert_files(files, tmp_path, site=ROOT)
    assert report.written == ()
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.*")} == before
    assert tree(tmp_path) == wanted


def test_the_place_of_a_file_does_not_show(files, wanted, tmp_path) -> None:
    """Nothing written tells where the raw file lay."""
    moved = tmp_path / "elsewhere"
    shutil.copytree(files[0].parent, moved)
    convert_files(sorted(moved.glob("*.txt")), tmp_path / "out", site=ROOT)
    assert tree(tmp_path / "out") == wanted
