"""Slips in writing YAML are told where they happened, in words of the person who writes."""

from __future__ import annotations

import pytest
import yaml

from game.levels import tree
from tests.levels.small import small, told

SLIPS = {
    "a tab": (("  g: {plant", "\tg: {plant"), "12:1: There is a tab"),
    "no space after a colon": (("minutes: 2", "minutes:2"), "4:8: There must be a space after this colon."),
    "no space after the first colon": (("format: 1", "format:1"), "1:7: There must be a space after this colon."),
    "a second colon": (("A small meadow", "A meadow: small"), "2:8: This text has a colon with a space after it"),
    "an open quote": (("A small meadow", '"A small meadow'), "2:8: The quotation mark that opens here is not closed."),
    "an open quote at the end": (("A test.", '"A test.'), "25:33: The quotation mark that opens here"),
    "text after a quote": (("A small meadow", '"A small" meadow'), "2:18: The text goes on after its closing"),
    "an apostrophe": (("A small meadow", "'Ann's meadow'"), "2:12: The apostrophe here ends a text"),
    "a long dash": (("  - {title: Two", "  – {title: Two"), "21:3: The sign '–' here (en dash, U+2013)"),
    "a space that is none": (("minutes: 2", "minutes:\N{NO-BREAK SPACE}2"), "4:9: There is a special space"),
    "an open bracket": (
        ("hints: [Look., Look again.]", "hints: [Look., Look again."),
        "23:8: The bracket that opens here",
    ),
    "an open brace": (("{plant: goldenrod}", "{plant: goldenrod"), "12:6: The bracket that opens here is not closed"),
    "one space too many": (("minutes: 2", "  minutes: 2"), "4:3: This line does not fit the ones above."),
    "a backslash": (("A small meadow", '"A \\small meadow"'), "2:11: A backslash in quotation marks"),
    "an escaped sign": (("A small meadow", '"A \\0 meadow"'), "2:8: There is an invisible character (U+0000)"),
    "an odd sign": (("A small meadow", "@meadow"), "2:8: A text cannot begin with this sign."),
    "bold stars": (("A small meadow", "**A meadow**"), "2:8: '*' at the beginning stands for a copy"),
    "text after a bracket": (("A small meadow", "[A] small meadow"), "2:8: A text that begins with a bracket"),
    "a map that is not moved to the right": (("  g...\n", "g...\n"), "8:1: What belongs to the line above"),
    "a bullet": (("  - {title: Two", "  • {title: Two"), "21:3: An entry of a list begins with '- '"),
    "a wide colon": (("minutes: 2", "minutes\N{FULLWIDTH COLON} 2"), "4:8: The sign '：' here"),
    "a wide bracket": (("g: {plant", "g: \N{FULLWIDTH LEFT CURLY BRACKET}plant"), "12:6: The sign '｛' here"),
    "a space of word processors": (
        ("minutes: 2", "minutes\N{NO-BREAK SPACE}: 2"),
        "4:8: There is a special space (U+00A0)",
    ),
    "a sign that nobody sees": (
        ("{plant: gold", "{plant: \N{ZERO WIDTH SPACE}gold"),
        "12:14: There is an invisible character (U+200B)",
    ),
    "a line end that editors do not show": (
        ("A small", "A\N{LINE SEPARATOR}small"),
        "2:9: There is an invisible character (U+2028)",
    ),
    "letters turned round": (
        ("A small", "\N{RIGHT-TO-LEFT OVERRIDE}A small"),
        "2:8: There is an invisible character (U+202E)",
    ),
    "a bare word": (("hints:", "so\nhints:"), "23:1: This line has no 'field: value'."),
}


@pytest.fixture(params=["C", "Python"])
def parser(request, monkeypatch):
    """Both of PyYAML's parsers: a machine may lack the one in C, and their complaints are worded apart."""
    if request.param == "C" and not yaml.__with_libyaml__:
        pytest.skip("PyYAML has no C parser here")
    monkeypatch.setattr(tree, "_Loader", yaml.CSafeLoader if request.param == "C" else yaml.SafeLoader)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("change", "words"), SLIPS.values(), ids=SLIPS)
def test_slip(tmp_path, change, words):
    (said,) = told(tmp_path, small(change))
    line, column, _ = words.split(":", 2)
    assert said.split(":")[0] == line
    assert abs(int(said.split(":")[1]) - int(column)) <= 1
    assert words.split(": ", 1)[1] in said


@pytest.mark.usefixtures("parser")
def test_a_sound_text_has_no_slips(tmp_path):
    assert told(tmp_path, small()) == []
