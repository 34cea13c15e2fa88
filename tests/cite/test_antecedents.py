"""What *id.*, *ibid.*, *supra* and short forms stand on: each row is a text and what a clerk would say of it."""

from __future__ import annotations

import pytest

from generator.cite.antecedents import Works as CitedWorks
from generator.cite.antecedents import by_name, short_form
from generator.cite.case import cite
from generator.cite.paging import first_page, paginated, within_pages
from generator.cite.standing import is_source
from generator.link.authorities import Known
from generator.model import Authority, Case, CaseInfo, Mention
from tests.kit import case_of

KNOWN = Known()
FOO = "Foo v. Bar, 10 U.S. 100 (1990)"
BAZ = "Baz v. Qux, 20 U.S. 200 (1991)"


def cited(*paragraphs: str, dissent: tuple[str, ...] = ()) -> Case:
    lines = ["JUSTICE WHITE delivered the opinion of the Court.", *paragraphs]
    if dissent:
        lines += ["JUSTICE STEVENS, dissenting.", *dissent]
    return cite(case_of("\n".join(lines), "lexis"), KNOWN)


def stands_for(case: Case, *kinds: str) -> list[str | None]:
    """What each reference of these kinds stands for: its authority, "?" for ambiguous, ``None`` for unresolved."""
    return [
        r.authority or ("?" if r.status == "ambiguous" else None)
        for r in case.references
        if r.kind in kinds
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # Rule 4.1: the immediately preceding cited authority
        (f"We agree. {FOO}. So it is. Id., at 105.", ["10 U.S. 100"]),
        (f"See {FOO}; {BAZ}. So it is. Id., at 205.", ["20 U.S. 200"]),
        (f"{FOO}. It is. Id., at 105. It was. Ibid.", ["10 U.S. 100", "10 U.S. 100"]),
        # a page before the first or far behind the last one cannot be meant
        # … nor does it point to the citation before: more often a work in between was not recognised
        (f"{FOO}. {BAZ}. So it is. Id., at 105.", [None]),
        (f"{FOO}. {BAZ}. In Foo it is so. Id., at 105.", ["10 U.S. 100"]),
        # … nor a page behind which another decision is known to begin (484 U.S. 383)
        (f"{FOO}. In United States v. Timbers, 484 U.S. 365 (1988). So. Id., at 384.", [None]),
        # publishers print the parallel citation behind: it is the case of that citation
        (
            "Bar v. Foo, 411 U.S. 792, 93 S.Ct. 1817 (1973). Baz v. Qux, 411 U.S. 700 (1973). It is."
            " Id. at 804, 93 S.Ct. 1817.",
            ["411 U.S. 792"],
        ),
        (f"{FOO}. So it is. Id., at 99.", [None]),
        (f"{FOO}. So it is. Id., at 2000.", [None]),
        # explanatory parentheticals are passed over
        (f"{FOO} (quoting {BAZ}). So it is. Id., at 105.", ["10 U.S. 100"]),
        (f"{FOO} (quoting {BAZ}). So it is. Ibid.", ["10 U.S. 100"]),
        (f"Id. does not reach out of the dark. {FOO}.", [None]),
        # within the parenthetical the citation there is the one before
        (f"{FOO} (quoting {BAZ}; see id., at 205). So.", ["20 U.S. 200"]),
        # where it comes from and what became of it
        (f"{FOO}, quoting {BAZ}. So it is. Ibid.", ["10 U.S. 100"]),
        (f"{FOO}, cert. denied, {BAZ}. So it is. Ibid.", ["10 U.S. 100"]),
        (
            f"{FOO}, cert. denied, ___ U.S. ___, 119 S. Ct. 149 (1998). So it is. Ibid.",
            ["10 U.S. 100"],
        ),
        (f"{FOO} (CA1), reversed, {BAZ}. So it is. Ibid.", ["10 U.S. 100"]),
        # … but what a sentence tells of a court below is the story, not the history of a citation
        (f"{FOO}. The Court of Appeals reversed, {BAZ}. Id., at 205.", ["20 U.S. 200"]),
        # a citation that no recogniser reads is cited all the same
        (
            f"{FOO}. It is so. Elm, The Case of the Cake, 22 Man 193, 195 (1987). See id., at 198.",
            [None],
        ),
        (
            f'{FOO}. "To incur" is to suffer. Oak\'s Words and Phrases 836 (9th ed. 2009). Ibid.',
            [None],
        ),
        (f"{FOO}. It is so. Elm, Life (1916 ed.), 479--491. See id., at 378.", [None]),
        (f"{FOO}. He said so. N. Y. Times, Nov. 5, 1998, p. A1, col. 3. Ibid.", [None]),
        # … unless it stands in a parenthesis, or is the end of one that is read
        (f"{FOO} (quoting Oak's Law Dictionary 836 (9th ed. 2009)). Ibid.", ["10 U.S. 100"]),
        ("S. Rep. No. 538, 73d Cong., 2d Sess., 2 (1934). So it is. Ibid.", ["S. Rep. No. 538"]),
        (f"{FOO}. It took 12 years (from 1990 to 2002). Ibid.", ["10 U.S. 100"]),
        # a session law has pages, from its first on
        ("App. 50. The Elm Act, 124 Stat. 2372, came later. Id., at 69.", [None]),
        ("App. 50. The Elm Act, 124 Stat. 2372, came later. Id., at 2374.", ["124 Stat. 2372"]),
        # a starred page is one of a database
        (
            "Foo v. Bar, 2009 WL 817712, *10 (ED Mich., Mar. 26, 2009); App. 41. Id., at *9.",
            ["2009 WL 817712"],
        ),
        # … and so is a lettered page one of an appendix, and a paragraph none of a law
        ("App. to Pet. for Cert. 72a. Complaint ¶ 31, id., at 69a.", ["App. to Pet. for Cert."]),
        ("See 42 U.S.C. § 1983. So he says. Id., ¶ 13.", [None]),
        # an act that is only called by its name is not cited there
        (f"{FOO}. It triggers the Elm Act of 1986. Ibid.", ["10 U.S. 100"]),
        (
            "Fair Sentencing Act of 2010, 124 Stat. 2372. App. 8. Under the Fair Sentencing Act it may. Id., at 2373.",
            ["Fair Sentencing Act of 2010, Pub. L. No. 111-220, 124 Stat. 2372"],
        ),
        (f"{FOO}. See the Jenkins Act, 63 Stat. 884. Ibid.", ["63 Stat. 884"]),
        # what the appendix prints is another paper
        ("He said so. App. 90. But more was said. Id., at 8, App. 92.", [None]),
        # another volume of the same series
        (
            f"{FOO}. 75 Fed. Reg. 66188 (2010). It took effect. See 76 id., at 24960.",
            ["76 Fed. Reg. 24960"],
        ),
        # … which the record is in all its volumes
        ("He said so. 19 Tr. 78. And again. 20 id., at 74.", ["Tr."]),
        # a slip opinion is a new one, whether it was cited as one or not
        (
            f"Ox v. Ax, 560 U.S. 631 (2010). {FOO}. Id., at ___ (slip op., at 12).",
            ["560 U.S. 631"],
        ),
        # the record
        ("He said so. App. 78. And again. Id., at 74.", ["App."]),
        (f"{FOO}. He said so. App. 78. And again. Ibid.", ["App."]),
        # a law named in the running text is not cited there
        (f"{FOO}. The Fourth Amendment forbids it. Id., at 105.", ["10 U.S. 100"]),
        (f"{FOO}. The Fourth Amendment forbids it. Ibid.", ["10 U.S. 100"]),
        ("It is so. 42 U.S.C. § 1983. Ibid.", ["42 U.S.C. § 1983"]),
        # a section without its title is cited where it is a clause or has a signal, and else only named
        (
            f"{FOO}. See 5 U.S.C. § 8902(a). The fund pays, § 8902(d). It does. Ibid.",
            ["5 U.S.C. § 8902(d)"],
        ),
        (
            f"See 5 U.S.C. § 8902(a). {FOO}. See § 8902(d) (2000 ed.). It does. Ibid.",
            ["5 U.S.C. § 8902(d)"],
        ),
        # … and where nobody knows its title, nobody knows what ibid. means
        (f"See 5 U.S.C. § 8902(a). {FOO}. It pays, § 77m. It does. Ibid.", [None]),
        (f"See 5 U.S.C. § 8902(a). {FOO}. Under § 8909(a) it pays. Ibid.", ["10 U.S. 100"]),
        (f"See 5 U.S.C. § 8902(a). {FOO}, § 8909(a). It pays. Id., at 105.", ["10 U.S. 100"]),
        # a code has no pages
        (f"{FOO}. See 42 U.S.C. § 1983. He won. Id., at 105.", ["10 U.S. 100"]),
        # an act that is only named is not cited, nor is it where its year stands in its name
        (
            f"{FOO}. The Fair Sentencing Act was new, the 1986 Drug Act old. Id., at 105.",
            ["10 U.S. 100"],
        ),
        (f"{FOO}. The Fair Sentencing Act was new, the 1986 Drug Act old. Ibid.", ["10 U.S. 100"]),
        ("See Act of Feb. 25, 1871, § 4, 16 Stat. 432. So it is. Ibid.", ["16 Stat. 432"]),
        # a session law has the pages from its first one on
        (f"{FOO}. See 65 Stat. 648. So it is. Id., at 650.", ["65 Stat. 648"]),
        (f"{FOO}. See 65 Stat. 648. So it is. Id., at 105.", [None]),
        # decisions have no sections, laws no paragraphs
        (f"{FOO}. 1 Nimmer § 2.01. So it is. Id., § 1.08[C][1].", [None]),
        ("See 42 U.S.C. § 1983. 1 Collier ¶1.05. So it is. Id., ¶362.03.", [None]),
        # a volume of the same series
        ("See 75 Fed. Reg. 66188 (2010). See 76 id., at 24960 (2011).", ["76 Fed. Reg. 24960"]),
        ("He said so. 18 Tr. 145. And: Id., at 151; 20 id., at 153.", ["Tr.", "Tr."]),
        (f"See {FOO}; 11 id., at 105.", [None]),
        # a dictionary is cited in passing, here and no farther
        (
            f"{FOO}. See Webster's New International Dictionary 644 (def. 1(b)) (1927); ibid. (def. 1(a)).",
            ["Webster's New International Dictionary"],
        ),
        # the pages of a slip opinion belong to what is cited without a page, even in parentheses
        (
            f"{FOO}. {BAZ} (citing Ox v. Ax, 30 U.S. ___ (2010)). It is. Id., at ___ (slip op., at 3).",
            ["Ox v. Ax, 30 U.S. ___"],
        ),
        (
            "Ox v. Ax, 30 U.S. ___ (2010). It is. Id., at ___ (slip op., at 3).",
            ["Ox v. Ax, 30 U.S. ___"],
        ),
        # a work that nobody knows was cited last
        (f"{FOO}. So it is. Roe, Of Lamps, 1966 Wn.U.L.Q. 147. Ibid.", [None]),
        (f"{FOO}. So it is. See Gough at 153. Id., at 105.", [None]),
        (
            f"{FOO}. See Elm's Third New International Lexicon 2425 (2002). Id., at 105.",
            [None],
        ),
        (f"{FOO}. It is. Id., § 1.08[C][1].", [None]),  # no decision has sections
        ("He moved. Appellant's Appendix at 368-71. It said. Id. at 369.", ["Appellant's App."]),
        # what became of it, in a report that had no page yet
        (
            f"{FOO}, cert. denied, Baz v. Bar, — U.S. -, 113 S.Ct. 198 (1992). Ibid.",
            ["10 U.S. 100"],
        ),
        (f"{FOO}, cert. denied, ___ U.S. ___, 113 S.Ct. 198 (1992). Ibid.", ["10 U.S. 100"]),
        # another section of the law cited last
        ("See 42 U.S.C. § 1983. So. Id. § 1985(3).", ["42 U.S.C. § 1985(3)"]),
        (
            "Mass. Gen. Laws ch. 266, § 14; and id. §§ 15, 16.",
            ["Mass. Gen. Laws ch. 266, §§ 15, 16"],
        ),
        # a session law has pages too
        ("See 12 Stat. 334. He said. Id., at 340.", ["12 Stat. 334"]),
        ("See 12 Stat. 334. He said. Id., at 12.", [None]),
        # a slip opinion's page
        (
            "Foo v. Bar, 576 U. S. ___ (2015). So. Id., at ___ (slip op., at 27).",
            ["Foo v. Bar, 576 U.S. ___"],
        ),
        # a bare name stands for its case where a page is asked for
        (f"{FOO}. {BAZ}. In Foo, we said more. Id., at 105.", ["10 U.S. 100"]),
        # a citation inside quoted words is the other author's
        (
            f'{FOO}, says: "the rule of {BAZ}, is old." Ibid.',
            ["10 U.S. 100"],
        ),
    ],
)
def test_id(text: str, meant: list[str | None]) -> None:
    assert stands_for(cited(text), "id") == meant


@pytest.mark.parametrize(
    ("court", "meant"),
    [
        ("Supreme Court of California", ["Cal. Penal Code § 844", "Cal. Penal Code § 844"]),
        (
            "Court of Appeal of the State of California",
            ["Cal. Penal Code § 844", "Cal. Penal Code § 844"],
        ),
        ("Supreme Court of Utah", [None, None]),
        ("Supreme Court of the United States", [None, None]),
        ("United States District Court for the Northern District of California", [None, None]),
        (None, [None, None]),
    ],
)
def test_a_states_court_cites_its_own_codes_without_the_state(
    court: str | None, meant: list[str | None]
) -> None:
    text = "It violates Penal Code section 844. It does. Section 844 speaks plainly."
    case = case_of(
        f"JUSTICE WHITE delivered the opinion of the Court.\n{text}", "lexis", CaseInfo(court=court)
    )
    assert stands_for(cite(case, KNOWN), "statute") == meant


def test_id_reaches_back_over_paragraphs_but_not_into_another_writing() -> None:
    case = cited(f"{FOO}.", "And so it is. Id., at 105.", dissent=("Id., at 106, is wrong.",))
    assert stands_for(case, "id") == ["10 U.S. 100", None]


@pytest.mark.parametrize(
    ("text", "first", "second", "meant"),
    [
        # a note goes on from the text before its call …
        (f"{FOO}. So.[1] It is.", "Id., at 105.", None, ["10 U.S. 100"]),
        (f"So it was.[1] {FOO}.", "Id., at 105.", None, [None]),
        # … or from the note before, where the text cites nothing between them
        (f"{FOO}. So.[1] It is.[2]", f"See {BAZ}.", "Id., at 205.", ["20 U.S. 200"]),
        (f"{FOO}. So.[1] It is.[2]", "See Gough at 153.", "See id.", [None]),
        # which of two is meant, nothing tells
        (f"So.[1] {FOO}. It is.[2]", f"See {BAZ}.", "Ibid.", [None]),
        (f"So.[1] {FOO}. It is.[2]", f"See {BAZ}.", "Id., at 105.", ["10 U.S. 100"]),
    ],
)
def test_id_in_a_note(text: str, first: str, second: str | None, meant: list[str | None]) -> None:
    notes = f"\n\n[^1]: {first}" + (f"\n\n[^2]: {second}" if second else "")
    body = text.replace("[1]", "[^1]").replace("[2]", "[^2]")
    source = f"JUSTICE WHITE delivered the opinion of the Court.\n\n{body}{notes}\n"
    case = cite(case_of(source, "casebook-markdown"), KNOWN)
    assert stands_for(case, "id") == meant


def test_a_slip_opinion_is_no_place_of_the_case_itself() -> None:
    slip = "Ox v. Ax, 560 U.S. 631, ___ (2010) (slip op., at 3)"
    case = cited(f"{slip}. See supra, at 5. It is. Id., at ___ (slip op., at 12).")
    assert stands_for(case, "id") == ["560 U.S. 631"]


def test_id_behind_a_cross_reference_repeats_it() -> None:
    case = cited(
        f"{FOO}.", dissent=(f'{FOO}. The Court says "no." Ante, at 341. And again "no." Ibid.',)
    )
    repeated = [r for r in case.references if r.kind == "id"]
    ante = next(r for r in case.references if r.kind == "ante")
    assert [r.antecedent for r in repeated] == [ante.source]
    assert repeated[0].authority is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # Rule 10.9: volume and reporter, the name where there is one
        (f"{FOO}. So it is. 10 U.S., at 105.", ["10 U.S. 100"]),
        (f"{FOO}. {BAZ}. Foo, 10 U.S., at 105.", ["10 U.S. 100"]),
        (
            "Foo v. Bar, 10 U.S. 100 (1990). Ox v. Ax, 10 U.S. 300 (1990). 10 U.S., at 305.",
            ["10 U.S. 300"],
        ),
        (
            "Foo v. Bar, 10 U.S. 100 (1990). Ox v. Ax, 10 U.S. 300 (1990). 10 U.S., at 130.",
            ["10 U.S. 100"],
        ),
        (
            "Foo v. Bar, 10 U.S. 100 (1990). Ox v. Ax, 10 U.S. 120 (1990). Foo, 10 U.S., at 130.",
            ["10 U.S. 100"],
        ),
        (f"{FOO}. 11 U.S., at 105.", [None]),
        (f"{FOO}. 10 U.S., at 90.", [None]),
        # a parallel citation is the same authority
        ("Foo v. Bar, 10 U.S. 100, 5 S. Ct. 7 (1990). 5 S. Ct., at 9.", ["10 U.S. 100"]),
    ],
)
def test_short(text: str, meant: list[str | None]) -> None:
    assert stands_for(cited(text), "short") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # Rule 4.2
        (f"{FOO}. {BAZ}. Foo, supra, at 105.", ["10 U.S. 100"]),
        (f"{FOO}. Foo v. Bar, supra.", ["10 U.S. 100"]),
        (f"{FOO}. Bar, supra, at 105.", ["10 U.S. 100"]),
        (f"{FOO}. Nemo, supra, at 105.", [None]),
        # several words
        (
            "United States v. United States District Court, 407 U.S. 297 (1972). "
            "United States v. United States District Court, supra, at 316.",
            ["407 U.S. 297"],
        ),
        # two cases of one name: by the page, else undecided
        (
            "Smith v. Foo, 10 U.S. 100 (1990). Smith v. Bar, 12 U.S. 600 (1991). Smith, supra, at 605.",
            ["12 U.S. 600"],
        ),
        (
            "Smith v. Foo, 10 U.S. 100 (1990). Smith v. Bar, 12 U.S. 110 (1991). Smith, supra, at 115.",
            ["?"],
        ),
        # a common party names no case
        ("Foo v. United States, 10 U.S. 100 (1990). United States, supra.", ["10 U.S. 100"]),
        (
            "Foo v. United States, 10 U.S. 100 (1990). Bar v. United States, 11 U.S. 1 (1990). United States, supra.",
            [None],
        ),
    ],
)
def test_supra(text: str, meant: list[str | None]) -> None:
    assert stands_for(cited(text), "supra-case") == meant


def test_supra_without_a_name_is_no_citation() -> None:
    assert stands_for(cited(f"{FOO}. See supra, at 341."), "supra-case") == []


@pytest.mark.parametrize(
    ("key", "pin", "can"),
    [
        ("10 U.S. 100", "105", True),
        ("10 U.S. 100", "99", False),
        ("10 U.S. 100", "500", False),
        ("10 U.S. 100", None, True),
        ("10 U.S. 100", "n. 3", True),
        ("2007 WL 7589200", "*3", True),
        ("An Act, 65 Stat. 648", "700", True),
        ("An Act, 65 Stat. 648", "97", False),
    ],
)
def test_pages_of_a_decision(key: str, pin: str | None, can: bool) -> None:
    assert within_pages(Authority("case", key), pin) is can


def test_first_page_in_the_reporter_asked_for() -> None:
    work = Authority("case", "10 U.S. 100", parallel=("5 S. Ct. 7",))
    assert first_page(work) == 100
    assert first_page(work, "5 S. Ct.") == 7
    assert first_page(work, "6 S. Ct.") is None


@pytest.mark.parametrize(
    ("kind", "key", "is_paged"),
    [
        ("case", "10 U.S. 100", True),
        ("record", "App.", True),
        ("work", "98 Harv. L. Rev. 1", True),
        ("statute", "17 Stat. 13", True),
        ("statute", "42 U.S.C. § 1983", False),
        ("constitution", "U.S. Const. amend. IV", False),
    ],
)
def test_what_has_pages(kind: str, key: str, is_paged: bool) -> None:
    assert paginated(Authority(kind, key)) is is_paged  # type: ignore[arg-type]


def test_short_form_says_when_it_cannot_decide() -> None:
    works = CitedWorks()
    works.add(Authority("case", "10 U.S. 100", "Foo v. Bar"), "majority")
    works.add(Authority("case", "10 U.S. 100", "Ox v. Ax"), "majority")
    assert len(works.by_key) == 1
    assert short_form(Mention(0, 1, "short", key="10 U.S."), works)
    assert by_name("Nobody", None, works.cases()) == []


def test_a_parallel_citation_behind_a_short_form_is_the_same_case() -> None:
    case = cited(f"{FOO}. {BAZ}. Foo, 10 U.S., at 105, 108 S. Ct. 2510. So it is. Ibid.")
    assert stands_for(case, "full") == ["10 U.S. 100", "20 U.S. 200", "10 U.S. 100"]
    assert stands_for(case, "id") == ["10 U.S. 100"]
    assert case.authorities[0].parallel == ("108 S. Ct. 2510",)


def test_a_citation_without_a_page_behind_a_name_is_the_case_of_that_name() -> None:
    case = cited(f"{FOO}. {BAZ}. They rely on Foo, 10 U.S. ___, and on Baz, 30 U.S. ___.")
    assert stands_for(case, "full") == ["10 U.S. 100", "20 U.S. 200", "10 U.S. 100", "30 U.S. ___"]


def test_nothing_is_meant_by_the_pages_of_a_slip_opinion_behind_another_case() -> None:
    case = cited("Ox v. Ax, 30 U.S. ___ (2010).", f"{FOO}. So it is. Id., at ___ (slip op., at 3).")
    assert stands_for(case, "id") == [None]


def test_a_note_goes_on_from_one_whose_call_is_lost() -> None:
    notes = (f"[1] {FOO}.", f"[2] See {BAZ}.", "[3] Id., at 205.", "[4] Id., at 206.")
    case = cited("It is so. [1] It was so. It will be. [4]", "FOOTNOTES", *notes)
    assert stands_for(case, "id") == ["20 U.S. 200", "20 U.S. 200"]


def test_a_dictionary_is_not_meant_in_the_next_paragraph() -> None:
    case = cited("See Black's Law Dictionary 836 (9th ed. 2009).", "The Code says so. Id., at 14.")
    assert stands_for(case, "id") == [None]


def test_a_case_of_the_same_reporter_behind_a_short_form_is_another() -> None:
    case = cited(f"{FOO}. {BAZ}. Foo, 10 U.S., at 105, 30 U.S. 300 (1995).")
    assert stands_for(case, "full") == ["10 U.S. 100", "20 U.S. 200", "30 U.S. 300"]


def test_one_case_under_two_citations_is_not_ambiguous() -> None:
    case = cited(
        "686 S. E. 2d 135, reversed. In re Fox, 363 N. C. 664, 686 S. E. 2d 135 (2009). "
        "So it is. 686 S. E. 2d, at 139."
    )
    assert stands_for(case, "short") == ["363 N.C. 664"]


def test_the_author_of_an_article_answers_to_supra_and_is_no_case() -> None:
    case = cited(
        f"{FOO}. Friendly, In Praise of Erie, 39 N. Y. U. L. Rev. 383, 409 (1964). "
        "Friendly, supra, at 410. Judge Friendly wrote it, and Friendly knew."
    )
    assert stands_for(case, "supra-case") == ["39 N.Y.U.L. Rev. 383"]
    assert stands_for(case, "name") == []


@pytest.mark.parametrize(
    ("text", "cited_at", "source"),
    [
        ('"The rule is old." Foo, at 3.', "Foo, at 3", True),
        ('"The rule is old." Foo, at 3. 12', "Foo, at 3", True),
        ('"The rule is old." Foo, at 3 (emphasis added).', "Foo, at 3", True),
        ('"The rule of Foo, at 3, is old." So we said.', "Foo, at 3", False),
        ("The rule is old. Foo, at 3.", "Foo, at 3", False),
        ('"Rule" Foo, at 3. The court went on for a while.', "Foo, at 3", False),
    ],
)
def test_the_source_of_a_quotation(text: str, cited_at: str, source: bool) -> None:
    start = text.index(cited_at)
    assert is_source(text, start, start + len(cited_at)) is source
