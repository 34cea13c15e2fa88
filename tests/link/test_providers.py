"""The table of providers, entry by entry: its own examples, and what it does not serve."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.link.spelling import spelled
from generator.link.urls import DEFAULT_ORDER, Form, provider_table, providers
from generator.model import Authority

TABLE = provider_table()
FORMS = [
    pytest.param(entry, form, number, id=f"{entry['id']}-{form['kind']}-{number}")
    for entry in TABLE
    for number, form in enumerate(entry["serves"])
]
_URL = re.compile(r"https://[a-z0-9.-]+/[!-~]*")


def _form(entry: dict[str, Any], number: int) -> Form:
    return providers()[entry["id"]].forms[number]


@pytest.mark.parametrize(("entry", "form", "number"), FORMS)
def test_examples(entry: dict[str, Any], form: dict[str, Any], number: int) -> None:
    assert form["examples"]
    for example in form["examples"]:
        key = example["key"]
        assert spelled(key) == key
        assert _form(entry, number).address(key, None) == example["url"]
        authority = Authority(form["kind"], key)
        assert providers()[entry["id"]].address(authority) == example["url"]
        assert _URL.fullmatch(example["url"])
        if "pin" in example:
            assert providers()[entry["id"]].address(authority, example["pin"]) == example["pinned"]
            assert _URL.fullmatch(example["pinned"])


@pytest.mark.parametrize(("entry", "form", "number"), FORMS)
def test_what_it_does_not_serve(entry: dict[str, Any], form: dict[str, Any], number: int) -> None:
    for key in [*form.get("not", []), "", "App. 78", "457 Quill. 800", "§ 1983", "1 F.9th 2"]:
        assert _form(entry, number).address(spelled(str(key)), None) is None, key


@pytest.mark.parametrize(("entry", "form", "number"), FORMS)
def test_every_entry_is_whole(entry: dict[str, Any], form: dict[str, Any], number: int) -> None:
    assert set(form) <= {"kind", "keys", "between", "url", "pinned", "examples", "not"}
    assert form["kind"] in ("case", "statute", "constitution", "rule", "work")
    groups = set.intersection(*(set(re.compile(k).groupindex) for k in form["keys"]))
    assert set(form.get("between", {})) <= groups
    for url in filter(None, (form["url"], form.get("pinned"))):
        used = set(re.findall(r"\{(\w+)", url)) - {"pin", "leaf"}
        assert used <= groups
    assert ("pinned" in form) >= any("pin" in example for example in form["examples"])
    for low, high in form.get("between", {}).values():
        assert 1 <= low <= high


def test_the_table_as_a_whole() -> None:
    ids = [entry["id"] for entry in TABLE]
    assert len(set(ids)) == len(ids)
    assert set(DEFAULT_ORDER) == set(ids)
    for entry in TABLE:
        assert set(entry) == {"id", "label", "note", "serves"}
        assert re.fullmatch(r"[a-z]+", entry["id"])
        assert entry["label"]
        assert entry["note"]
        assert entry["serves"]
