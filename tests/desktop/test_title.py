"""From the title into a level: every entry does something, by keys and by mouse, and nothing that is read is cut."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.desktop.kit import Scroll
from game.desktop.scenes import chooser
from game.desktop.scenes.opening import OpeningScene, first_sentence
from game.desktop.scenes.play.dialogs import help_dialog
from game.desktop.scenes.play.keys import listed
from game.desktop.scenes.settings import KeyDialog, open_settings
from game.desktop.scenes.thumbs import Thumbs
from game.desktop.scenes.title import TitleScene
from game.levels.loading import load_level
from game.paths import LEVELS
from game.play import saving
from game.play.session import Session
from tests.desktop.playing import set_out
from tests.desktop.test_kit_layout import troubles
from tests.desktop.visiting import Visitor, app_in, lengthen_words, longer

SIZES = [((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200), ((1920, 1080), 100), ((1024, 768), 150)]


@pytest.fixture
def level():
    return load_level(LEVELS / "gold_and_purple.yaml")


@pytest.fixture
def app(tmp_path):
    app = app_in(tmp_path)
    yield app
    app.close()


@pytest.fixture
def visitor(app):
    return Visitor(app, TitleScene(app))


def played(level, ticks=40):
    session = set_out(Session(level))
    while session.tick_now < ticks:
        session.tick()
    return session


# ----------------------------------------------------------------- the title


def test_a_newcomer_is_offered_a_journey_settings_and_the_door(visitor):
    buttons = [each.name for each in visitor.ui.stops()]
    assert buttons[:3] == ["New journey", "Settings and access", "Quit"]
    assert visitor.ui.focused.name == "New journey"


def test_whoever_has_played_goes_on_where_they_were(app, level):
    saving.save(played(level), saving.automatic_save(level))
    visitor = Visitor(app, TitleScene(app))
    assert visitor.ui.focused.name == f"Continue {level.title}: year 1, summer"
    visitor.press("return")
    assert visitor.scene.name == "play"
    assert visitor.scene.session.tick_now == 40


def test_a_play_that_has_ended_is_looked_back_on(app, level):
    saving.save(played(level, 512), saving.automatic_save(level))
    visitor = Visitor(app, TitleScene(app))
    assert visitor.ui.focused.name == "New journey"
    visitor.choose("Open a saved game")
    visitor.press("return")
    assert visitor.scene.name == "ending"


def test_a_damaged_save_is_explained_and_the_title_goes_on(app, level):
    path = saving.automatic_save(level)
    saving.save(played(level), path)
    path.write_bytes(path.read_bytes()[:200])
    visitor = Visitor(app, TitleScene(app))
    visitor.choose("Open a saved game")
    assert "damaged" in visitor.find("Saved games").rows[0].detail
    visitor.press("return")
    assert "cannot be opened" in visitor.ui.dialog.name
    assert "damaged" in visitor.words()
    visitor.press("return")
    assert visitor.ui.dialog is None
    assert visitor.ui.focused.name == "New journey"


def test_the_smallest_settings_are_at_hand(visitor):
    visitor.click(visitor.find("Text size 100 %"))
    assert visitor.app.settings.text_scale == 125
    visitor.press("=", mod=64)
    assert visitor.find("Text size 150 %")
    visitor.click(visitor.find("Less motion"))
    assert visitor.app.settings.reduced_motion
    assert visitor.find("Motion is reduced")


def test_the_door_closes_the_game(visitor):
    visitor.choose("Quit")
    visitor.app.run(frames=10_000)
    assert visitor.app.scene is None


def test_with_less_motion_the_title_comes_to_rest(app):
    app.change_settings(reduced_motion=True)
    visitor = Visitor(app, TitleScene(app))
    deadline = time.monotonic() + 60
    while not visitor.scene.still and time.monotonic() < deadline:
        visitor.app.frame([], 0.1)
        time.sleep(0.005)  # the meadow is prepared in the background
    assert visitor.scene.still


# ----------------------------------------------------------------- choosing a level


def test_a_level_shows_what_was_won_there(app, level):
    app.journey.win(level.name, [True, False, True])
    visitor = Visitor(app, TitleScene(app))
    visitor.press("return")
    shown = visitor.words()
    assert level.title in shown
    assert f"{level.minutes} minutes" in shown
    assert shown.split(" | ").count("star won") == 2
    assert shown.split(" | ").count("star not won yet") == 3 * len(list(LEVELS.glob("*.yaml"))) - 2


def test_the_levels_come_in_the_order_of_the_house_and_others_after_them():
    paths = chooser.in_order([*LEVELS.glob("*.yaml"), Path("a_new_one.yaml")])
    assert [path.stem for path in paths] == [*chooser.ORDER, "a_new_one"]


def test_a_level_with_mistakes_says_the_first_one_and_keeps_the_others_playable(app, tmp_path):
    folder = tmp_path / "levels"
    folder.mkdir()
    (folder / "broken.yaml").write_text("format: 1\ntitle: 3\n", encoding="utf-8")
    (folder / "whole.yaml").write_bytes((LEVELS / "gold_and_purple.yaml").read_bytes())
    page, first = chooser.levels(app, lambda: None, Thumbs(app), folder)
    words = [each.value() for each in page.within()]
    assert any("broken.yaml:" in each for each in words)
    assert first.name == "Go there"


def test_escape_leads_back(visitor):
    visitor.press("return")
    assert "Choose a meadow" in visitor.words()
    visitor.press("escape")
    assert visitor.ui.focused.name == "New journey"


# ----------------------------------------------------------------- the opening


def test_a_guess_is_taken_along(app, level):
    visitor = Visitor(app, OpeningScene(app, level))
    visitor.press("right", "return")
    assert visitor.ui.focused.name == "Let us see"
    visitor.press("return")
    assert visitor.scene.name == "play"
    assert app.journey.guess(level.name, 3) == 1


def test_whoever_will_not_guess_just_plays(app, level):
    visitor = Visitor(app, OpeningScene(app, level))
    visitor.click(visitor.find("Just play"))
    assert visitor.scene.name == "play"
    assert app.journey.guess(level.name, 3) is None


def test_the_thought_is_told_with_its_source_and_what_was_found_only_after_the_guess(app, level):
    visitor = Visitor(app, OpeningScene(app, level))
    assert "Robin Wall Kimmerer" in visitor.words()
    visitor.choose("Where this comes from")
    assert level.attribution in visitor.words()
    assert level.evidence_note not in visitor.words()
    visitor.choose("Close")
    visitor.choose(level.predict.choices[0])
    visitor.choose("Where this comes from")
    assert level.evidence_note in visitor.words()
    assert all(source in visitor.words() for source in level.sources)


def test_a_guess_is_marked_as_a_guess_and_not_as_right(app, level):
    visitor = Visitor(app, OpeningScene(app, level))
    visitor.choose(level.predict.choices[2])
    visitor.choose(level.predict.choices[0])
    signs = [(visitor.find(choice).icon, visitor.find(choice).kind) for choice in level.predict.choices]
    assert signs == [("flag", "think"), ("help", "paper"), ("help", "paper")]
    assert visitor.find(level.predict.choices[0]).key_name == "my guess"


def test_the_first_sentence_of_a_text():
    assert first_sentence("After A. Then more.") == "After A."
    assert first_sentence("Only this") == "Only this"


def test_a_level_without_a_question_begins_at_once(app, level):
    visitor = Visitor(app, OpeningScene(app, replace(level, predict=None)))
    assert visitor.ui.focused.name == "Just play"


# ----------------------------------------------------------------- settings


def test_each_change_holds_at_once(visitor):
    visitor.choose("Settings and access")
    visitor.press("right")
    assert visitor.app.settings.text_scale == 125
    visitor.press("tab", "right", "tab", "return", "tab", "space")
    settings = visitor.app.settings
    assert (settings.font, settings.high_contrast, settings.reduced_motion) == ("opendyslexic", True, True)
    visitor.press("escape")
    assert visitor.ui.focused.name == "Settings and access"


def test_a_key_is_given_and_taken_with_words(visitor):
    KeyDialog(visitor.app, visitor.ui).open()
    visitor.wait()
    visitor.press("return", "a")
    keys = visitor.app.settings.keys
    assert (keys["up"], keys["left"]) == (("a",), ("left",))
    assert "no longer means “Go left”" in visitor.words()
    visitor.press("return", "tab")
    assert "next button" in visitor.words()
    visitor.press("return", "escape")
    assert visitor.app.settings.keys["up"] == ("a",)
    assert visitor.ui.dialog is not None
    visitor.choose("All keys as at first")
    assert visitor.app.settings.keys["up"] == ("up", "w")


# ----------------------------------------------------------------- nothing is cut


@pytest.mark.parametrize("long_words", [False, True])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_nothing_is_cut(tmp_path, level, monkeypatch, size, scale, long_words):
    if long_words:
        lengthen_words(monkeypatch)
        level = replace(
            level, title=longer(level.title), story=longer(level.story), attribution=longer(level.attribution)
        )
    saving.save(played(level), saving.automatic_save(level))
    app = app_in(tmp_path, size, text_scale=scale)
    visitor = Visitor(app, TitleScene(app))
    title = visitor.scene
    found = {"menu": troubles(title.ui)}
    for name, page in {"levels": title.levels, "saves": title.saves}.items():
        page()
        visitor.wait()
        found[name] = troubles(title.ui)
    open_settings(app, title.ui)
    visitor.wait()
    found["settings"] = troubles(title.ui)
    KeyDialog(app, title.ui).open()
    visitor.wait()
    found["keys"] = troubles(title.ui)
    app.go(OpeningScene(app, level))
    visitor.wait()
    found["opening"] = troubles(visitor.ui)
    app.close()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


# ----------------------------------------------------------------- large words


def clipped(visitor):
    return [each for each in visitor._top().within() if isinstance(each, Scroll) and each.clips]


@pytest.mark.parametrize("name", [path.stem for path in sorted(LEVELS.glob("*.yaml"))])
def test_with_words_half_as_large_again_an_opening_needs_no_scrolling(tmp_path, name):
    app = app_in(tmp_path, text_scale=150)
    assert clipped(Visitor(app, OpeningScene(app, load_level(LEVELS / f"{name}.yaml")))) == []
    app.close()


def test_with_words_half_as_large_again_neither_does_the_help(tmp_path):
    app = app_in(tmp_path, text_scale=150)
    visitor = Visitor(app, TitleScene(app))
    visitor.ui.open(help_dialog(visitor.ui, listed(app.settings)))
    visitor.wait()
    assert clipped(visitor) == []
    app.close()


def test_what_does_not_fit_is_scrolled_by_the_page_keys_whatever_has_the_focus(tmp_path, level):
    app = app_in(tmp_path, text_scale=200)
    visitor = Visitor(app, OpeningScene(app, level))
    (held,) = clipped(visitor)
    visitor.press("page down", "page down")
    assert held.offset == held._whole - held.rect.height > 0
    visitor.press("page up", "page up")
    assert held.offset == 0
    app.close()
