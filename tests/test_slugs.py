"""Slugs: what may be one, and what becomes of a name."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.slugs import LONGEST, slugify, valid_slug


@pytest.mark.parametrize(
    "slug", ["malley-v-briggs", "a", "1", "475-us-335", "x" * LONGEST, "console", "com10"]
)
def test_valid(slug: str) -> None:
    assert valid_slug(slug)
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "a.b", ".", "..", "../a", "a/b", "a\\b", "a\n", "é", "１",
        "x" * 101, "con", "nul", "com1", "lpt9",
    ],
)  # fmt: skip
def test_invalid(text: str) -> None:
    assert not valid_slug(text)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Malley v. Briggs", "malley-v-briggs"),
        ("AT&T Mobility LLC v. Concepcion", "at-t-mobility-llc-v-concepcion"),
        ("O'Connor v. Ortega", "oconnor-v-ortega"),
        ("O’Connor v. Ortega", "oconnor-v-ortega"),
        ("Núñez v. Łódź Straße, Œuvre & Søn", "nunez-v-lodz-strasse-oeuvre-son"),
        ("İstanbul", "istanbul"),
        ("ﬁle №５", "file-no5"),
        ("In re  Gault\t(1967)", "in-re-gault-1967"),
        ("../../etc/passwd", "etc-passwd"),
        ("../../x", "x"),
        ("a b;rm -rf.txt", "a-b-rm-rf-txt"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("{{ 7*7 }}", "7-7"),
        ("C:\\Windows", "c-windows"),
        ("a\0b", "a-b"),
        ("CON", "con-case"),
        ("Lpt1", "lpt1-case"),
    ],
)
def test_slugify(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("name", ["", ".", "..", "---", "最高裁判所", "§", "/"])
def test_nothing_left(name: str) -> None:
    assert re.fullmatch(r"opinion-[0-9a-f]{8}", slugify(name))


def test_different_names_stay_apart() -> None:
    assert slugify("最高裁判所") != slugify("大審院")
    assert slugify("word " * 40 + "one") != slugify("word " * 40 + "two")
    assert slugify("word " * 40).startswith("word-word-")


@given(st.text(max_size=300))
def test_always_valid_and_stable(name: str) -> None:
    slug = slugify(name)
    assert valid_slug(slug)
    assert slugify(slug) == slug
