"""Every theme keeps its words readable, and has every role."""

from __future__ import annotations

import re

import pytest

from game.desktop.kit.icons import icon
from game.desktop.kit.theme import HIGH_CONTRAST, MEADOW, SMALL, THEMES, WORDS_ON, contrast
from game.paths import ASSETS

ICONS = sorted(path.stem for path in (ASSETS / "icons").glob("*.svg"))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_stand_out_from_their_ground(theme, words, ground):
    assert contrast(theme[words], theme[ground]) >= theme.least_contrast


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_shows_the_focus_and_edges_of_controls_stand_out_by_three_to_one(theme):
    for sign, ground in (("focus", "halo"), ("line", "raised"), ("primary", "track"), ("primary", "paper")):
        assert contrast(theme[sign], theme[ground]) >= 3.0, (sign, ground)


def test_black_on_white_has_the_greatest_contrast_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_every_theme_has_the_same_roles_each_a_colour():
    assert MEADOW.roles.keys() == HIGH_CONTRAST.roles.keys()
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for theme in THEMES for colour in theme.roles.values())


def test_the_high_contrast_theme_promises_seven_to_one():
    assert HIGH_CONTRAST.least_contrast == 7.0


def test_an_unknown_role_is_refused_and_a_colour_stands_for_itself():
    assert MEADOW["#123456"] == "#123456"
    with pytest.raises(KeyError):
        MEADOW["mauve"]


def test_the_smallest_type_is_legible():
    assert SMALL >= 12.5


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_draws_in_the_colour_asked_for(name):
    image = icon(name, 48, "#FF0000")
    solid = [image.get_at((x, y)) for x in range(48) for y in range(48) if image.get_at((x, y)).a == 255]
    assert sum(colour[:3] == (255, 0, 0) for colour in solid) > 60
    assert 'viewBox="0 0 24 24"' in (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")
