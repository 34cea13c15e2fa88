"""The theme's files as they are served."""

from __future__ import annotations

from generator.minify import minify
from tests.kit import ROOT


def test_what_people_read_is_left_out(tmp_path):
    theme, site = tmp_path / "theme", tmp_path / "site"
    for base in (theme, site):
        (base / "css").mkdir(parents=True)
        (base / "js").mkdir()
        (base / "css/a.css").write_text("/* why */\n.a > b { color: red; }\n", encoding="utf-8")
        (base / "js/a.js").write_text(
            'var a = "// no comment";  // one\nvar b = a / 2;\n', encoding="utf-8"
        )
    (site / "css/mine.css").write_text("/* mine */\n", encoding="utf-8")
    minify(site, theme)
    assert (site / "css/a.css").read_text(encoding="utf-8") == ".a>b{color:red}"
    assert (site / "js/a.js").read_text(encoding="utf-8").replace("\n", "") == (
        'var a="// no comment";var b=a/2;'
    )
    assert (site / "css/mine.css").read_text(encoding="utf-8") == "/* mine */\n"
    assert "why" in (theme / "css/a.css").read_text(encoding="utf-8")


def test_calc_keeps_its_blanks(tmp_path):
    """A sum in CSS is none without the blanks about its sign."""
    (tmp_path / "css").mkdir()
    minify_from = ROOT / "templates/theme"
    for own in (minify_from / "css").glob("*.css"):
        (tmp_path / "css" / own.name).write_text(own.read_text(encoding="utf-8"), encoding="utf-8")
    minify(tmp_path, minify_from)
    served = "".join(p.read_text(encoding="utf-8") for p in (tmp_path / "css").glob("*.css"))
    assert "calc(" in served
    assert " + " in served
