"""What a player prefers is kept, and a bad file never keeps the game from starting."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.settings import KEYS, Settings, Slip, load, save, settings_file
from game.paths import ROOT


@pytest.fixture
def file(tmp_path):
    return tmp_path / "deep" / "settings.json"


def written(file, content: str):
    file.parent.mkdir(parents=True)
    file.write_text(content, encoding="utf-8")
    return file


def test_without_a_file_there_are_the_defaults_and_nothing_to_say(file):
    assert load(file) == (Settings(), [])


def test_what_is_saved_is_read_again_to_the_letter(file):
    mine = replace(Settings(), text_scale=150, high_contrast=True, frame_cap=30, language="oj", captions=False)
    mine = mine.with_key("pause", "k")
    save(mine, file)
    assert load(file) == (mine, [])
    assert [each.name for each in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "null", "\x00\x01", "[" * 100_000, '{"text_scale": 15'])
def test_a_damaged_file_is_set_aside_and_said(file, content):
    settings, slips = load(written(file, content))
    assert settings == Settings()
    assert slips == [Slip("damaged", "settings.json", "settings.damaged-1.json")]
    assert (file.parent / "settings.damaged-1.json").read_text(encoding="utf-8") == content
    assert not file.exists()


def test_a_second_damaged_file_does_not_overwrite_the_first(file):
    load(written(file, "first"))
    file.write_text("second", encoding="utf-8")
    assert load(file)[1][0].detail == "settings.damaged-2.json"
    assert (file.parent / "settings.damaged-1.json").read_text(encoding="utf-8") == "first"


def test_bytes_that_are_no_text_are_a_damaged_file(file):
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\xfa{}")
    assert load(file)[1][0].kind == "damaged"


@pytest.mark.parametrize(
    ("name", "found", "used", "kind"),
    [
        ("text_scale", 900, 200, "out_of_range"),
        ("text_scale", 10, 100, "out_of_range"),
        ("music_volume", -5, 0, "out_of_range"),
        ("frame_cap", 144, 60, "out_of_range"),
        ("font", "comic", "andika", "out_of_range"),
        ("text_scale", "big", 100, "wrong_kind"),
        ("text_scale", True, 100, "wrong_kind"),
        ("full_screen", 1, False, "wrong_kind"),
        ("language", None, "en", "wrong_kind"),
    ],
)
def test_a_value_that_cannot_be_is_put_right_and_said(file, name, found, used, kind):
    settings, slips = load(written(file, json.dumps({name: found, "captions": False})))
    assert getattr(settings, name) == used
    assert not settings.captions, "the rest is kept"
    assert slips == [Slip(kind, name, str(used))]


def test_an_unknown_setting_is_left_out_and_said(file):
    settings, slips = load(written(file, '{"sparkles": 11, "text_scale": 125, "keys": {"fly": ["f"]}}'))
    assert settings == replace(Settings(), text_scale=125)
    assert set(slips) == {Slip("unknown", "sparkles"), Slip("unknown", "keys.fly")}


def test_keys_that_are_no_names_are_replaced_by_ours(file):
    settings, slips = load(written(file, '{"keys": {"pause": 7, "undo": ["x", "y"]}}'))
    assert settings.keys["pause"] == KEYS["pause"]
    assert settings.keys["undo"] == ("x", "y")
    assert [slip.what for slip in slips] == ["keys.pause"]


def test_a_key_whose_name_no_file_can_hold_is_kept_all_the_same(file):
    settings, _ = load(written(file, '{"keys": {"undo": ["\\ud800"]}}'))
    save(settings, file)
    assert load(file) == (settings, [])


def test_a_new_action_does_not_take_a_key_the_player_uses_otherwise(file):
    settings, _ = load(written(file, '{"keys": {"undo": ["."]}}'))
    assert settings.action_of(".") == "undo"
    assert settings.keys["tick"] == ()


@given(st.sampled_from(sorted(KEYS)), st.sampled_from(["q", "space", "left", "f1", "return", "kp_5"]))
def test_every_action_can_be_put_on_any_key_and_no_key_means_two_things(action, key):
    settings = Settings().with_key(action, key)
    assert settings.action_of(key) == action
    assert sum(key in names for names in settings.keys.values()) == 1


def test_no_key_means_two_things_to_begin_with():
    names = [name for each in KEYS.values() for name in each]
    assert len(names) == len(set(names))


def test_an_unknown_action_has_no_key():
    assert Settings().action_of("f12") is None
    with pytest.raises(KeyError):
        Settings().with_key("fly", "f")


def test_a_save_that_fails_leaves_the_old_file_whole(file, monkeypatch):
    save(Settings(), file)
    before = file.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.desktop.settings.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(replace(Settings(), text_scale=200), file)
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == ["settings.json"]


def test_settings_are_the_players_own():
    assert settings_file().name == "settings.json"
    assert "mutual-meadow" in settings_file().parts


def test_reading_settings_needs_no_screen():
    code = "import sys, game.desktop.settings; sys.exit('pygame' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_every_setting_has_a_plain_value():
    assert all(isinstance(getattr(Settings(), each.name), int | str | dict) for each in fields(Settings))
