"""authorities.yml: what it may say, and what is said of its faults."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.link.authorities import NOBODY, Known, People
from generator.link.authorities_file import KEYS, AuthoritiesFileError, load_authorities
from generator.link.citeline import KINDS, CiteError, parse_cite
from generator.link.urls import url_for
from generator.model import Authority
from generator.yamlfile import SIZE_LIMIT
from tests.kit import ROOT

if TYPE_CHECKING:
    from generator.model import AuthorityKind

WHOLE = """\
# Comments are for people.
- cite: Millender v. County of Los Angeles, 620 F.3d 1016 (9th Cir. 2010) (en banc)
  aliases: [Millender, "Millender II"]
  parallel: [2010 WL 3307491]
  below: 565 U. S. 535
  url: https://example.org/millender?page=1#a

- cite: Cal. Penal Code Ann. § 1524(a)(3) (West 2011)
- cite: Blackstone's Commentaries
  kind: work
- cite: Record in No. 05-2298, Doc. 51
  aliases: Deposition
  in: messerschmidt-v-millender
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "authorities.yml"


def _load(path: Path, text: str | bytes) -> People:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_authorities(path)


def _fault(path: Path, text: str | bytes) -> AuthoritiesFileError:
    with pytest.raises(AuthoritiesFileError) as caught:
        _load(path, text)
    assert caught.value.file == str(path)
    assert caught.value.advice
    return caught.value


def test_a_whole_file(file: Path) -> None:
    people = _load(file, WHOLE)
    millender, statute, book, record = people.entries
    assert millender.authority == Authority(
        "case",
        "620 F.3d 1016",
        "Millender v. County of Los Angeles",
        2010,
        "9th Cir.",
        ("2010 WL 3307491",),
        "en banc",
    )
    assert millender.origin == "people"
    assert millender.aliases == ("Millender", "Millender II")
    assert millender.below == ("565 U.S. 535",)
    assert statute.authority == Authority("statute", "Cal. Penal Code § 1524(a)(3)")
    assert book.authority == Authority("work", "Blackstone's Commentaries")
    assert record.aliases == ("Deposition",)
    assert people.urls == (("620 F.3d 1016", "https://example.org/millender?page=1#a"),)
    assert people.only_in == (("Record in No. 05-2298, Doc. 51", "messerschmidt-v-millender"),)


def test_line_ends_and_marks(file: Path) -> None:
    assert _load(file, "\ufeff" + WHOLE.replace("\n", "\r\n")) == _load(file, WHOLE)


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "~\n", "[]\n"])
def test_nothing(file: Path, text: str) -> None:
    assert _load(file, text) == NOBODY


def test_no_file(file: Path) -> None:
    assert load_authorities(file) == NOBODY


@pytest.mark.parametrize("value", ["", "~", "[]", '""'])
def test_a_key_without_a_value_says_nothing(file: Path, value: str) -> None:
    keys = [key for key in KEYS if key != "cite"]
    text = "- cite: 457 U.S. 800\n" + "".join(
        f"  {key}: {'' if value == '[]' and key not in ('aliases', 'parallel', 'below') else value}\n"
        for key in keys
    )
    assert _load(file, text).entries[0].authority == Authority("case", "457 U.S. 800")


def test_words_stay_words(file: Path) -> None:
    (entry,) = _load(
        file, "- cite: 457 U.S. 800\n  aliases: [No, 1984, 2010-02-03, 0x1F, on]\n"
    ).entries
    assert entry.aliases == ("No", "1984", "2010-02-03", "0x1F", "on")


# ---------------------------------------------------------------------------------------------------- citations


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        (
            "Harlow v. Fitzgerald, 457 U. S. 800 (1982)",
            Authority("case", "457 U.S. 800", "Harlow v. Fitzgerald", 1982),
        ),
        ("457 U.S. 800", Authority("case", "457 U.S. 800")),
        ("457 U.S. 800 (1982)", Authority("case", "457 U.S. 800", None, 1982)),
        (
            "Warden, Maryland Penitentiary v. Hayden, 387 U.S. 294 (1967)",
            Authority("case", "387 U.S. 294", "Warden, Maryland Penitentiary v. Hayden", 1967),
        ),
        (
            "Malley v. Briggs, 475 U.S. 335, 106 S. Ct. 1092, 89 L. Ed. 2d 271 (1986)",
            Authority(
                "case",
                "475 U.S. 335",
                "Malley v. Briggs",
                1986,
                None,
                ("106 S. Ct. 1092", "89 L. Ed. 2d 271"),
            ),
        ),
        (
            "Millender v. County of Los Angeles, No. CV 05-2298, 2007 WL 7589200 (C.D. Cal. Mar. 15, 2007)",
            Authority(
                "case",
                "2007 WL 7589200",
                "Millender v. County of Los Angeles",
                2007,
                "C.D. Cal.",
                ("No. CV 05-2298",),
            ),
        ),
        (
            "Millender v. County of Los Angeles, Civ. No. 05–2298 (CD Cal., Mar. 15, 2007)",
            Authority(
                "case", "No. 05-2298", "Millender v. County of Los Angeles", 2007, "C.D. Cal."
            ),
        ),
        (
            "Marbury v. Madison, 5 U.S. (1 Cranch) 137 (1803)",
            Authority("case", "5 U.S. 137", "Marbury v. Madison", 1803, None, ("1 Cranch 137",)),
        ),
        (
            "Hunter v. Bryant, 502 U.S. 224 (1991) (per curiam)",
            Authority("case", "502 U.S. 224", "Hunter v. Bryant", 1991, note="per curiam"),
        ),
        ("A v. B, 9 F.3d 1 (CA9 1993)", Authority("case", "9 F.3d 1", "A v. B", 1993, "9th Cir.")),
        (
            "A v. B, 9 F.3d 1 (CADC 1993)",
            Authority("case", "9 F.3d 1", "A v. B", 1993, "D.C. Cir."),
        ),
        (
            "A v. B, 9 F.3d 1 (CA Fed. 1993)",
            Authority("case", "9 F.3d 1", "A v. B", 1993, "Fed. Cir."),
        ),
        (
            "A v. B, 9 F. Supp. 1 (SDNY 1933)",
            Authority("case", "9 F. Supp. 1", "A v. B", 1933, "S.D.N.Y."),
        ),
        ("A v. B, 9 A.2d 1 (Me. 1940)", Authority("case", "9 A.2d 1", "A v. B", 1940, "Me.")),
        (
            "Slaughter-House Cases, 16 Wall. 36 (1873)",
            Authority("case", "83 U.S. 36", "Slaughter-House Cases", 1873, None, ("16 Wall. 36",)),
        ),
        (
            "The Paquete Habana, 175 U.S. 677 (1900)",
            Authority("case", "175 U.S. 677", "The Paquete Habana", 1900),
        ),
        (
            "In re Amendment to Rule 39, 500 U.S. 13 (1991)",
            Authority("case", "500 U.S. 13", "In re Amendment to Rule 39", 1991),
        ),
        (
            "Leach v. Three of the King's Messengers, 19 How. St. Tr. 1001 (1765)",
            Authority(
                "case", "19 How. St. Tr. 1001", "Leach v. Three of the King's Messengers", 1765
            ),
        ),
        (
            "The Right to Privacy, 4 Harv. L. Rev. 193 (1890)",
            Authority("work", "4 Harv. L. Rev. 193", "The Right to Privacy", 1890),
        ),
        ("42 U. S. C. §1983", Authority("statute", "42 U.S.C. § 1983")),
        ("26 U.S.C. §§ 5845(a), 5861(d)", Authority("statute", "26 U.S.C. §§ 5845(a), 5861(d)")),
        ("29 CFR § 1604.11 (1985)", Authority("statute", "29 C.F.R. § 1604.11")),
        (
            "Civil Rights Act of 1871, ch. 22, 17 Stat. 13",
            Authority("statute", "Civil Rights Act of 1871, ch. 22, 17 Stat. 13"),
        ),
        ("Fed. Rule Evid. 404(b)(2)", Authority("rule", "Fed. R. Evid. 404(b)(2)")),
        ("Federal Rules of Civil Procedure 56", Authority("rule", "Fed. R. Civ. P. 56")),
        ("Fed. Rule Crim. Proc. 41", Authority("rule", "Fed. R. Crim. P. 41")),
        ("Sup. Ct. R. 10", Authority("rule", "Sup. Ct. R. 10")),
        ("U. S. Const. amend. IV", Authority("constitution", "U.S. Const. amend. IV")),
        ("App. to Pet. for Cert.", Authority("record", "App. to Pet. for Cert.")),
        (
            "Brief for Appellant in No. 07-55518 (CA9)",
            Authority("record", "Brief for Appellant in No. 07-55518 (CA9)"),
        ),
        (
            "Record in No. CV 05-2298 DDP (RZx) (CD Cal.), Doc. 51 (Exh. X) (Deposition)",
            Authority(
                "record",
                "Record in No. CV 05-2298 DDP (RZx) (CD Cal.), Doc. 51 (Exh. X) (Deposition)",
            ),
        ),
    ],
)
def test_parse_cite(text: str, authority: Authority) -> None:
    assert parse_cite(text) == authority
    assert parse_cite(f" {text.replace(' ', '  ')} ") == authority


@pytest.mark.parametrize(
    ("text", "number", "says"),
    [
        ("Malley v. Briggs", 9, "no citation"),
        ("In re Winship", 9, "no citation"),
        ("Malley v. Briggs, 475 U.S. 335, see also there (1986)", 9, "is no citation"),
        ("Fourth Amendment", 9, "not written as a provision"),
        ("A v. B, " + "1 F.2d 3, " * 40 + "1 F.2d 4", 9, "too long"),
        ("Malley v. Briggs, 475 U.S. 335, 341 (1986)", 10, "'341' is a page"),
        ("Malley v. Briggs, 475 U.S. 335, 346, n. 9 (1986)", 10, "'346' is a page"),
        (
            "Malley v. Briggs, 475 U.S. 335 (1922)",
            10,
            "volume 475 of the U.S. Reports is of 1986, not of 1922",
        ),
        ("Malley v. Briggs, 459 U.S. 335 (1922)", 10, "of 1982 to 1983"),
        ("Malley v. Briggs, 0 U.S. 335 (1922)", 10, "no volume 0"),
        ("A v. B, 1 F.2d 3 (1930) (1931)", 10, "two parentheses"),
        ("A v. B, 1 F.2d 3 (9999)", 10, "9999 is no year"),
        ("Malley", 14, "cannot be told"),
        ("", 14, "cannot be told"),
    ],
)
def test_citations_that_are_not_understood(text: str, number: int, says: str) -> None:
    with pytest.raises(CiteError) as caught:
        parse_cite(text)
    assert (caught.value.number, says in caught.value.message) == (number, True), (
        caught.value.message
    )
    assert caught.value.advice


@given(st.text(max_size=80), st.none() | st.sampled_from(KINDS))
def test_any_line_is_read_or_refused(text: str, kind: AuthorityKind | None) -> None:
    try:
        authority = parse_cite(text, kind)
    except CiteError:
        return
    assert authority.key
    assert kind in (None, authority.kind)


# ------------------------------------------------------------------------------------------------------- faults

ONE = "- cite: Harlow v. Fitzgerald, 457 U.S. 800 (1982)\n"


@pytest.mark.parametrize("loader", ["libyaml", "python"])
@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        (b"- cite: 457 U.S. 800\n- cite: \xff\n", "L01", 2, "not UTF-8"),
        (b"#" * (SIZE_LIMIT + 1), "L02", None, "over 1 MB"),
        ("- cite: [unclosed\n", "L03", None, "not YAML"),
        ("- cite: In re: Smith: 1 F.2d 3\n", "L03", 1, "not YAML"),
        (ONE + "--- \n" + ONE, "L03", None, "not YAML"),
        ("- cite: a\n\t\r\n- cite: a\x01b\n", "L03", None, "not YAML"),
        ("- cite: &a 457 U.S. 800\n- cite: *a\n", "L04", 2, "aliases"),
        ("- cite: 457 U.S. 800\n  aliases: [[[a]]]\n", "L04", 2, "too deep"),
        ("[" * 5000, "L04", 1, "too deep"),
        ("cite: 457 U.S. 800\n", "L05", 1, "not a list"),
        ("457 U.S. 800\n", "L05", 1, "not a list"),
        (ONE + "- 458 U.S. 1\n", "L05", 2, "does not consist"),
        (ONE + "- aliases: [x]\n", "L05", 2, "without `cite`"),
        ("- cite:\n", "L05", 1, "without `cite`"),
        (ONE + "  aliases: [a]\n  aliases: [b]\n", "L06", 3, "stands twice"),
        (ONE + "  alias: [a]\n", "L07", 2, "unknown key 'alias'"),
        (ONE + "  [1, 2]: a\n", "L07", 2, "unknown key"),
        (ONE + "  url: [https://a.test/]\n", "L08", 2, "`url` is a list"),
        (ONE + "  aliases: {a: b}\n", "L08", 2, "`aliases` is a mapping"),
        (ONE + "  aliases: [{a: b}]\n", "L04", 2, "too deep"),
        (ONE + "  aliases: !!python/name:os.system x\n", "L08", 2, "tag"),
        (ONE + "  aliases: !mine x\n", "L08", 2, "tag"),
        (ONE + '  aliases: "a\\nb"\n', "L08", 2, "line end"),
        (ONE + f"  aliases: {'x' * 301}\n", "L08", 2, "too long"),
        (ONE + "- cite: Malley v. Briggs\n", "L09", 2, "no citation"),
        (ONE + "  parallel: Harlow\n", "L09", 2, "is not VOLUME REPORTER PAGE"),
        ("- aliases: [x]\n  cite: Malley v. Briggs, 475 U.S. 335 (1922)\n", "L10", 2, "volume 475"),
        (ONE + "  below: 457 U. S. 800\n", "L10", 2, "the decision itself"),
        (
            ONE + "\n- aliases: [x]\n  cite: 457 U. S. 800\n",
            "L11",
            3,
            "457 U.S. 800 has an entry in line 1",
        ),
        (
            ONE + "  parallel: 102 S. Ct. 2727\n- cite: 102 S.Ct. 2727\n",
            "L11",
            3,
            "102 S. Ct. 2727 has an entry in line 1",
        ),
        (
            ONE + "  aliases: [It]\n- cite: 458 U.S. 1\n  aliases: [IT]\n",
            "L12",
            3,
            "of the entry in line 1",
        ),
        (ONE + "  url: javascript:alert(1)\n", "L13", 2, "not an address of the web"),
        (ONE + "  kind: caselaw\n", "L14", 2, "unknown kind 'caselaw'"),
        ("- cite: Blackstone, Commentaries\n", "L14", 1, "cannot be told"),
        (ONE + "  in: Malley v. Briggs\n", "L15", 2, "no address of a case"),
    ],
)
def test_faults(
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str | bytes,
    code: str,
    line: int | None,
    says: str,
    loader: str,
) -> None:
    if loader == "python":  # where PyYAML has no libyaml
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    error = _fault(file, text)
    assert (error.code, says in error.message) == (code, True), str(error)
    if line is not None:
        assert error.line == line


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(AuthoritiesFileError) as caught:
        load_authorities(tmp_path)
    assert caught.value.code == "L01"


def test_advice_for_a_slip(file: Path) -> None:
    assert "`aliases`" in _fault(file, ONE + "  alias: [a]\n").advice
    assert "known are cite, kind" in _fault(file, ONE + "  zzz: [a]\n").advice
    assert "quotes" in _fault(file, "- cite: In re: Smith: 1 F.2d 3\n").advice


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "https://example.org/",
        "https://example.org:8080/a/b.html?x=1&y=%20#z",
        "https://en.wikipedia.org/wiki/Malley_v._Briggs_(1986)",
    ],
)
def test_addresses(file: Path, url: str) -> None:
    assert _load(file, f"{ONE}  url: '{url}'\n").urls == (("457 U.S. 800", url),)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "//example.org/",
        "/local",
        "example.org",
        "https://",
        "https:///x",
        "https://user@example.org/",
        "https://example.org/a b",
        "https://example.org/<b>",
        'https://example.org/"onclick=',
        "https://example.org/`x`",
        "https://example.org/é",
        "https://example.org:port/",
        "HTTPS://example.org/",
    ],
)
def test_addresses_that_are_refused(file: Path, url: str) -> None:
    quoted = url.replace("'", "''")
    assert _fault(file, f"{ONE}  url: '{quoted}'\n").code == "L13"


def test_two_cases_on_one_page(file: Path) -> None:
    two = (
        "- cite: Alder v. Brook, 457 U.S. 800 (1982)\n- cite: Quill v. State, 457 U.S. 800 (1982)\n"
    )
    known = Known.of([], _load(file, two))
    for name in ("Alder v. Brook", "Quill v. State", "Harlow v. Fitzgerald"):
        entry = known.get("457 U.S. 800", name)
        assert entry is not None
        assert entry.authority.name == name
        assert entry.seen == (80 if "Harlow" in name else 0)


def test_one_alias_in_two_cases(file: Path) -> None:
    one = "- cite: Record, Doc. 1\n  aliases: Deposition\n  in: a\n"
    text = one + one.replace("Doc. 1", "Doc. 2").replace("in: a", "in: b")
    people = _load(file, text)
    known = Known.of([], people)
    assert [e.authority.key for e in known.entries("a") if "Deposition" in e.aliases] == [
        "Record, Doc. 1"
    ]
    assert [e.authority.key for e in known.entries("b") if "Deposition" in e.aliases] == [
        "Record, Doc. 2"
    ]
    assert _fault(file, text.replace("in: b", "in: a")).code == "L12"
    assert _fault(file, text.replace("  in: b\n", "")).code == "L12"


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: f"- cite: {t}\n".encode()))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(AuthoritiesFileError):
        _load(Path(folder) / "authorities.yml", data)


# -------------------------------------------------------------------------------------------------- this site's


def test_the_site_s_own_file() -> None:
    people = load_authorities(ROOT / "site_src/authorities.yml")
    slugs = {folder.name for folder in (ROOT / "site_src/opinions").iterdir()}
    known = Known.of([], people)
    assert {slug for _, slug in people.only_in} <= slugs
    for entry in people.entries:
        assert entry.origin == "people"
        found = known.get(entry.authority.key, entry.authority.name)
        assert found is not None
        assert found.authority.key == entry.authority.key
        if entry.authority.kind in ("statute", "rule"):
            assert url_for(entry.authority)
