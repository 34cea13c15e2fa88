"""What a site says of references: authorities.yml and the providers."""

from __future__ import annotations

import pytest

from generator.errors import PinciteError
from generator.guidance import guidance_of
from generator.link.urls import DEFAULT_ORDER


def test_no_site_gives_the_defaults(tmp_path) -> None:
    assert guidance_of(None).providers == DEFAULT_ORDER
    assert guidance_of(tmp_path) == guidance_of(None)


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n  - pincite:\n      providers: [justia, lii]\n",
        "plugins: {pincite: {providers: [justia, lii]}}\n",
    ],
)
def test_providers_are_read_from_mkdocs_yml(tmp_path, plugins) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: !ENV [SITE_URL, '']\n" + plugins)
    assert guidance_of(tmp_path).providers == ("justia", "lii")
    assert guidance_of(tmp_path, ["loc"]).providers == ("loc",)


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "plugins:\n  - pincite\n",
        "plugins: pincite\n",
        "- not\n- a\n",
        "plugins: [",
        "plugins:\n",
    ],
)
def test_nothing_said_gives_the_defaults(tmp_path, settings) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings)
    assert guidance_of(tmp_path).providers == DEFAULT_ORDER


def test_an_unknown_provider_is_named_with_the_file(tmp_path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - pincite:\n      providers: [lexisnexis]\n")
    with pytest.raises(PinciteError) as error:
        guidance_of(tmp_path)
    assert error.value.code == "L16"
    assert "mkdocs.yml" in error.value.file


def test_authorities_are_read(tmp_path) -> None:
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src/authorities.yml").write_text("- cite: Foo v. Bar, 1 U.S. 1 (1770)\n")
    assert [e.authority.key for e in guidance_of(tmp_path).people.entries] == ["1 U.S. 1"]
    (tmp_path / "site_src/authorities.yml").write_text("- site: 1\n")
    with pytest.raises(PinciteError, match=r"authorities\.yml"):
        guidance_of(tmp_path)
