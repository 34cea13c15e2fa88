"""Files damaged at random: each is refused in so many words, or every letter of it is accounted for."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.conservation import check
from generator.convert import convert
from generator.errors import ReadError
from generator.model import CaseInfo
from generator.read import read_bytes
from generator.read.courtlistener.cluster import FIELDS
from tests.kit import FIXTURES
from tests.read.tagged.pages import DISSENT, LEAD, former, today
from tests.read.test_malformed import MARKDOWN
from tests.read.test_rtf import OPINION
from tests.read.test_services import LEXIS, WESTLAW
from tests.read.word import made

SAVED = FIXTURES / "wordprocessor"
SIGNS = (
    b"\0", b"\xff", b"\f", b"\n\n", b"[*12]", b" *13 ", b"**", b"[1]", b"[^1]: ", b"n1 ", b"> ", b"# ", b"_", b"[",
    b"](", b"<", b">", b"&#0;", b"<!--", b"{\\rtf1", b"\\", b"{", b"}", b"- - - Footnotes - - -\n", b"SYLLABUS\n",
    b"JUSTICE KAGAN, dissenting.\n", b"\\u-10179?", b"\\footnote ", b"<w:p>", b"</w:r>", b"\xe2\x80\x94",
)  # fmt: skip
# Where, how much of it is taken away, and what is put there how often.
DAMAGE = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from((0, 1, 7, 200)),
        st.sampled_from(SIGNS),
        st.sampled_from((0, 1, 2, 30)),
    ),
    min_size=1,
    max_size=5,
)
Damage = list[tuple[float, int, bytes, int]]
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def damaged(data: bytes, damage: Damage) -> bytes:
    for where, gone, sign, times in damage:
        at = int(where * len(data))
        data = data[:at] + sign * times + data[at + gone :]
    return data


def taken(data: bytes, name: str, dialect: str | None = None) -> None:
    try:
        source = read_bytes(data, name, dialect)
    except ReadError as problem:
        refusal: tuple[str | None, str | None] | None = (problem.code, problem.advice)
    else:
        refusal = None
        case = convert(source, "doe-v-roe", CaseInfo())
        assert check(source.text, case.blocks, case.clean.repairs) is None
    assert refusal is None or all(refusal)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (LEXIS.encode(), "lexis.txt"),
        (WESTLAW.encode(), "plain.txt"),
        (MARKDOWN, "casebook.md"),
        (OPINION.encode(), "rich.rtf"),
        (made.zipped(made.parts()), "word.docx"),
        ((SAVED / "alder.rtf").read_bytes(), "alder.rtf"),
        (today().encode(), "page.html"),
        (former().encode(), "page.html"),
    ],
)
@FEW
@given(damage=DAMAGE)
def test_files(data: bytes, name: str, damage: Damage) -> None:
    taken(damaged(data, damage), name)


@FEW
@given(part=st.sampled_from(sorted(made.parts())), damage=DAMAGE)
@example(part="word/styles.xml", damage=[(0.0, 200, b"", 0)])
@example(part="[Content_Types].xml", damage=[(0.6, 7, b"", 0)])
def test_parts_of_word_documents(part: str, damage: Damage) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, words in made.parts().items():
            data = words.encode()
            archive.writestr(name, damaged(data, damage) if name == part else data)
    taken(out.getvalue(), "word.docx", "docx")


with zipfile.ZipFile(SAVED / "alder.docx") as saved:
    PARTS = {name: saved.read(name) for name in saved.namelist()}


@FEW
@given(part=st.sampled_from(sorted(PARTS)), damage=DAMAGE)
def test_parts_of_a_document_as_it_was_saved(part: str, damage: Damage) -> None:
    files = {**PARTS, part: damaged(PARTS[part], damage)}
    taken(made.zipped(files), "alder.docx", "docx")


@FEW
@given(
    kind=st.sampled_from(("010combined", "020lead", "040dissent", "", 7)),
    field=st.sampled_from((*FIELDS, "headmatter", "syllabus", "author_str", "judges", "citations")),
    damage=DAMAGE,
)
def test_fields_of_a_cluster(kind: object, field: str, damage: Damage) -> None:
    text = damaged(LEAD.encode(), damage).decode("utf-8", "replace")
    cluster = {
        "sub_opinions": [
            {"id": 1, "type": kind, field: text, "plain_text": "So it is held, and so we say."},
            {"id": 2, "type": "040dissent", "html": DISSENT, "ordering_key": 1},
        ],
        field: text,
    }
    taken(json.dumps(cluster).encode(), "cluster.json")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        # The list of styles is declared to be something else; the main part is another element.
        ("[Content_Types].xml", made.TYPES.replace("styles+xml", "settings+xml")),
        ("word/document.xml", "<a/>"),
        ("word/document.xml", "<!-- nothing -->"),
    ],
)
def test_findings(name: str, words: str) -> None:
    taken(made.zipped({**made.parts(), name: words}), "word.docx")
