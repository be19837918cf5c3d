"""A play is saved whole or not at all, opened as it was, and never lost."""

from __future__ import annotations

import base64
import json
import os
import random
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import game.play.saving as saving
from game.engine.systems import sky
from game.play.actions import Begin, Plant, Water
from game.play.saving import (
    MOST_BYTES,
    SaveError,
    Saver,
    automatic_save,
    list_saves,
    load,
    named_save,
    save,
    saves_folder,
)
from game.play.session import Session
from tests.play.drawn import level_of, play, random_play

LEVEL = level_of()
TO_SET_OUT = level_of(set_out=True)
Document = dict[str, Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meadow.json"


@pytest.fixture(scope="module")
def played() -> Session:
    session = random_play(LEVEL, 5, 90, wander=True)
    session.rewind(session.tick_now - 5)
    return session


def refused(path: Path) -> SaveError:
    with pytest.raises(SaveError) as caught:
        load(path)
    assert 5 < len(str(caught.value).split()) < 30
    return caught.value


def changed(session: Session, path: Path, change: Callable[[Document], object]) -> Path:
    """A save of `session`, changed by somebody or something."""
    save(session, path)
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def packed(values: np.ndarray) -> list[object]:
    return [str(values.dtype), list(values.shape), base64.b64encode(zlib.compress(values.tobytes())).decode()]


# ----------------------------------------------------------------- there and back

@pytest.mark.parametrize("number", range(1, 6))
def test_a_play_is_opened_as_it_was_and_goes_on_alike(path, number):
    session = random_play(LEVEL, number, 20 * number, wander=True)
    save(session, path)
    opened = load(path)
    other = opened.session
    assert opened.notice is None
    assert other.world.digest() == session.world.digest()
    assert (other.actions, other.branches, other.progress) == (session.actions, session.branches, session.progress)
    assert other.earliest == 0
    assert play(other, 40).world.digest() == play(session, 40).world.digest()


def test_an_opened_play_can_be_rewound_to_any_tick(path, played):
    save(played, path)
    opened = load(path).session
    again = Session(LEVEL, played.seed)
    for tick in again.replay(played.actions, played.tick_now):
        if tick % 9 == 0:
            there = load(path).session
            there.rewind(tick)
            assert there.world.digest() == again.world.digest()
    assert opened.undo() == bool(played.actions)


def test_a_play_is_saved_while_setting_out_and_when_it_is_over(path):
    session = Session(TO_SET_OUT)
    session.do(Plant("aster", 6, 2))
    save(session, path)
    setting_out = load(path).session
    assert not setting_out.begun
    assert setting_out.do(Begin()) is None

    session = play(Session(LEVEL), LEVEL.ticks)
    save(session, path)
    over = load(path).session
    assert over.ending is not None
    assert over.ending.stars == session.ending.stars
    assert (list_saves(path.parent)[0].year, list_saves(path.parent)[0].season) == (2, "winter")


def test_a_partnership_that_was_switched_off_stays_off(path):
    session = play(Session(LEVEL, without="goldenrod_and_aster"), 60)
    save(session, path)
    assert load(path).session.without == "goldenrod_and_aster"


def test_people_can_read_a_save(path):
    session = Session(TO_SET_OUT)
    for action in (Plant("aster", 6, 2), Begin(), Water(6, 3)):
        assert session.do(action) is None
    save(play(session, 40), path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith('{\n"game": "Mutual Meadow",\n"version": 1,\n"title": "A drawn meadow",\n')
    lines = ('"season": "summer"', '  [0, "plant aster 6,2"],', '  [0, "begin"],', '  "map: |",', '  "  #...~~..",')
    for line in lines:
        assert line in text


def test_saving_twice_writes_the_same(path, played):
    save(played, path)
    first = path.read_bytes()
    save(played, path)
    assert path.read_bytes() == first


# ----------------------------------------------------------------- saving fails

def test_a_full_disk_leaves_the_old_save_and_says_so(path, played, monkeypatch):
    save(Session(LEVEL), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="no room left"):
        save(played, path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_folder_that_may_not_be_written_in_is_named(path, played, monkeypatch):
    def forbidden(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(saving.tempfile, "mkstemp", forbidden)
    with pytest.raises(SaveError, match="may not write in"):
        save(played, path)


def test_a_folder_that_cannot_be_made_is_a_sentence_too(path, played):
    path.write_text("in the way")
    with pytest.raises(SaveError, match="was not saved"):
        save(played, path / "saves" / "meadow.json")


def test_a_power_cut_while_writing_leaves_the_old_save(path, played, monkeypatch):
    save(Session(LEVEL), path)
    before = path.read_bytes()

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        save(played, path)
    assert path.read_bytes() == before
    assert [info.path for info in list_saves(path.parent)] == [path]


# ----------------------------------------------------------------- in the background

def test_a_save_in_the_background_is_of_the_moment_at_which_it_was_begun(path, monkeypatch):
    go_on, sync = threading.Event(), os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (go_on.wait(9), sync(file)))
    session = random_play(LEVEL, 3, 40, wander=True)
    save_of_now = session.world.digest(), list(session.actions), session.progress.copy(), list(session.branches)
    saver = Saver()
    saver.save(session, path)
    play(session, 20).rewind(10)
    assert saver.busy
    assert not path.exists()
    go_on.set()
    saver.finish()
    assert not saver.busy
    opened = load(path).session
    assert (opened.world.digest(), opened.actions, opened.progress, opened.branches) == save_of_now


def test_of_two_saves_in_the_background_the_later_one_stays(path, monkeypatch):
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (time.sleep(0.05), sync(file)))
    session, saver = play(Session(LEVEL), 8), Saver()
    saver.save(session, path)
    saver.save(play(session, 8), path)
    saver.finish()
    assert load(path).session.tick_now == 16
    assert list(path.parent.iterdir()) == [path]


def test_a_save_in_the_background_that_fails_is_told_once_and_the_next_is_written(path, played, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    saver = Saver()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        saver.save(played, path)
        with pytest.raises(SaveError, match="no room left"):
            saver.finish()
    saver.check()
    saver.save(played, path)
    saver.finish()
    assert load(path).session.tick_now == played.tick_now


# ----------------------------------------------------------------- damaged files

@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.5, 0.9, 0.999])
def test_a_save_cut_in_half_is_reported_and_kept_aside(path, played, part):
    save(played, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])
    problem = refused(path)
    assert problem.kept_aside == path.with_name("meadow.json.damaged")
    assert problem.kept_aside.read_bytes() == whole[: int(len(whole) * part)]
    assert "meadow.json.damaged" in str(problem)
    assert not path.exists()


def test_what_is_kept_aside_never_takes_the_place_of_another(path):
    for number in range(3):
        path.write_text(f"damaged {number}")
        refused(path)
    assert sorted(file.read_text() for file in path.parent.iterdir()) == ["damaged 0", "damaged 1", "damaged 2"]


@pytest.mark.parametrize("content", [
    b"", b"\x00\xff\xfe binary", b"[]", b"null", b"{}", b"title: a level\nmap: none\n", b"[" * 100_000, b"1" * 10_000,
    b'{"game": "Another"}', b'{"game": "Mutual Meadow"}', b'{"game": "Mutual Meadow", "version": "one"}',
    b'{"game": "Mutual Meadow", "version": NaN}', b'{"game": "Mutual Meadow", "title": "\xed\xb3\xbf"}',
], ids=range(13))
def test_what_is_no_save_is_one_clear_sentence(path, content):
    path.write_bytes(content)
    assert refused(path).kept_aside is not None


def test_a_huge_file_is_not_read_to_its_end(path):
    with path.open("wb") as file:
        file.truncate(50 * MOST_BYTES)
    refused(path)


def test_any_byte_changed_by_chance_is_noticed_or_harmless(path, played):
    save(played, path)
    whole, dice = path.read_bytes(), random.Random(1)
    for _ in range(60):
        at = dice.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([dice.randrange(256)]) + whole[at + 1:])
        try:
            opened = load(path).session
        except SaveError:
            continue
        assert opened.world.digest() == played.world.digest()


NEGATIVE = np.full(Session(LEVEL).world.places, -1, np.int16)
DAMAGE: dict[str, Callable[[Document], object]] = {
    "a field is missing": lambda save: save.pop("actions"),
    "tick is a word": lambda save: save.update(tick="many"),
    "tick below zero": lambda save: save.update(tick=-1),
    "tick after the end": lambda save: save.update(tick=100_000),
    "another tick": lambda save: save.update(tick=save["tick"] - 1),
    "seed is huge": lambda save: save.update(seed=10**30),
    "no such action": lambda save: save["actions"].append([save["tick"], "fly 3,4"]),
    "action in the future": lambda save: save["actions"].append([save["tick"] + 1, "water 3,3"]),
    "actions run backwards": lambda save: save["actions"].extend([[9, "water 3,3"], [2, "water 3,3"]]),
    "action is a number": lambda save: save["actions"].append(7),
    "branch ends before it begins": lambda save: save["branches"].append(
        {"left_at": 9, "until": 3, "actions": [], "scores": []}),
    "branch of nonsense": lambda save: save["branches"].append(
        {"left_at": 3, "until": 9, "actions": [[4, "x"]], "scores": []}),
    "score of nonsense": lambda save: save["progress"]["scores"].append([1, 2]),
    "gift of nonsense": lambda save: save["progress"].update(gifts="many"),
    "days below zero": lambda save: save["progress"].update(days_left=-3),
    "goals of another level": lambda save: save["progress"]["met"].append(3),
    "time runs but has not begun": lambda save: save["progress"].update(begun=False),
    "progress has gone": lambda save: save.update(progress={}),
    "level with mistakes": lambda save: save["level_text"].insert(3, "  oops: ["),
    "level has gone": lambda save: save.update(level_text=[]),
    "another level": lambda save: save.update(level_text=level_of("g a h\n. . .\n. . .").text.split("\n")),
    "level without a name": lambda save: save.update(level=""),
    "no such partnership": lambda save: save.update(without="love"),
    "hash does not match": lambda save: save.update(state="0123456789abcdef"),
    "stock below zero": lambda save: save["world"].update(soil_water=packed(NEGATIVE)),
    "another map": lambda save: save["world"].update(soil_water=packed(NEGATIVE[:5])),
    "another kind of number": lambda save: save["world"].update(soil_water=packed(NEGATIVE.astype(np.int64))),
    "absurd shape": lambda save: save["world"]["soil_water"].__setitem__(1, [2**62, 2**62]),
    "no shape": lambda save: save["world"].update(air=["int64", [], packed(np.zeros(1, np.int64))[2]]),
    "shape below zero": lambda save: save["world"]["honeybee_place"].__setitem__(1, [-1]),
    "unpacks without end": lambda save: save["world"]["soil_water"].__setitem__(
        2, base64.b64encode(zlib.compress(bytes(50_000_000))).decode()),
    "packed by nobody": lambda save: save["world"]["soil_water"].__setitem__(2, "AAAA"),
    "not base64": lambda save: save["world"]["soil_water"].__setitem__(2, "?"),
    "stock of another world": lambda save: save["world"].update(gold=packed(NEGATIVE)),
    "stock is missing": lambda save: save["world"].pop("air"),
    "hive outside the map": lambda save: save["world"].update(honeybee_place=packed(np.array([10**6]))),
    "hive without bees": lambda save: save["world"].update(honeybee_workers=packed(np.zeros(0, np.int64))),
    "pool of two places": lambda save: save["world"].update(air=packed(np.zeros(2, np.int64))),
    "unknown plant": lambda save: save["world"].update(species=packed(-99 * NEGATIVE)),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_every_damage_is_reported_and_the_file_kept(path, played, damage):
    problem = refused(changed(played, path, damage))
    assert problem.kept_aside is not None
    assert problem.kept_aside.exists()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_where_rules_have_changed_damage_is_found_as_well(path, played, damage):
    def both(document: Document) -> None:
        document["rules"] = "of long ago"
        damage(document)

    refused(changed(played, path, both))


IMPOSSIBLE: dict[str, Callable[[Session], object]] = {
    "a stock below zero": lambda session: session.world.soil_water.amount.__setitem__(session.world.place(2, 2), -1),
    "a pool below zero": lambda session: session.world.air.amount.__setitem__(0, -1),
    "more than there can be": lambda session: session.world.air.amount.__setitem__(0, 1 << 60),
    "matter outside the map": lambda session: session.world.soil_water.amount.__setitem__(0, 5),
    "a plant of no kind": lambda session: session.world.flora.species.__setitem__(session.world.place(2, 2), 77),
    "ground of no kind": lambda session: session.world.ground.__setitem__(session.world.place(2, 2), 77),
    "a hive outside the map": lambda session: session.world.colonies[0].place.__setitem__(0, 0),
    "a hive nowhere": lambda session: session.world.colonies[0].place.__setitem__(0, 9999),
    "a home that moved": lambda session: session.world.households.place.__setitem__(0, 12),
}


@pytest.mark.parametrize("happen", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
@pytest.mark.parametrize("rules", [None, "of long ago"])
def test_a_world_that_cannot_be_is_refused_even_with_its_right_hash(path, happen, rules):
    session = play(Session(LEVEL), 20)
    happen(session)
    refused(changed(session, path, lambda save: save.update(rules=rules or save["rules"])))


def test_a_bomb_is_not_unpacked(path, played):
    bomb = base64.b64encode(zlib.compress(bytes(200 << 20))).decode()
    changed(played, path, lambda save: save["world"]["soil_water"].__setitem__(2, bomb))
    tracemalloc.start()
    try:
        refused(path)
        assert tracemalloc.get_traced_memory()[1] < 50 << 20
    finally:
        tracemalloc.stop()


def test_a_save_of_a_newer_version_is_kept_and_says_to_update(path, played):
    problem = refused(changed(played, path, lambda save: save.update(version=2, shape="new")))
    assert "newer version" in str(problem)
    assert problem.kept_aside is not None


def test_no_file_and_a_folder_instead_of_a_file_are_sentences(path, tmp_path):
    assert refused(path).kept_aside is None
    assert refused(tmp_path).kept_aside is None


# ----------------------------------------------------------------- rules change

def test_where_rules_have_changed_one_goes_on_from_where_one_was(path, played, monkeypatch):
    save(played, path)
    monkeypatch.setattr(sky, "WEATHERING", 3)
    opened = load(path)
    session = opened.session
    assert opened.notice is not None
    assert "rules of the game have changed" in opened.notice
    assert session.world.digest() == played.world.digest()
    assert session.earliest == played.tick_now
    assert not session.undo()
    assert [session.can_take(number) for number in range(len(session.branches))] == [False] * len(played.branches)
    totals = session.world.matter.totals()
    assert play(session, 40).world.matter.totals() == totals
    save(session, path)
    assert load(path).session.earliest == session.tick_now


def test_a_past_that_cannot_be_played_again_is_said_and_left_behind(path, played):
    """Rules changed in a way that the fingerprint does not see, or somebody wrote another past into the file."""
    for possible_or_not in ("water 6,3", "mulch 6,3"):
        past = [0, possible_or_not]
        opened = load(changed(played, path, lambda save, past=past: save["actions"].insert(0, past)))
        assert opened.notice is not None
        assert "could not be played again" in opened.notice
        assert opened.session.world.digest() == played.world.digest()
        assert opened.session.earliest == played.tick_now


def test_what_the_world_did_not_know_yet_is_empty_in_an_older_save(path, played):
    def older(document: Document) -> None:
        document["rules"] = "older"
        del document["world"]["hand_mulch"], document["world"]["pollen"]

    session = load(changed(played, path, older)).session
    assert int(session.world.hand.mulch.amount[0]) == 0


def test_a_branch_that_cannot_be_played_leaves_the_session_as_it_was(path, played):
    def tamper(document: Document) -> None:
        document["branches"] = [{"left_at": 3, "until": 40, "actions": [[30, "give aster 99999 3,3"]], "scores": []}]

    session = load(changed(played, path, tamper)).session
    before = (session.world.digest(), list(session.actions), list(session.branches), session.progress.copy())
    with pytest.raises(ValueError, match="not possible"):
        session.take_branch(0)
    assert (session.world.digest(), session.actions, session.branches, session.progress) == before


# ----------------------------------------------------------------- where, and which

def test_saves_lie_in_the_players_own_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(saving.platformdirs, "user_data_path", lambda *_, **__: tmp_path)
    assert saves_folder() == tmp_path / "saves"
    assert automatic_save(LEVEL) == tmp_path / "saves" / "drawn.json"
    assert list_saves() == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "a:b*c?", "", "x" * 300, "...", "Frühling ❀", "con", "a\nb"])
def test_any_name_makes_a_file_in_the_folder_of_saves(name, monkeypatch, tmp_path):
    monkeypatch.setattr(saving.platformdirs, "user_data_path", lambda *_, **__: tmp_path)
    path = named_save(LEVEL, name)
    assert path.parent == saves_folder()
    save(Session(LEVEL), path)
    assert load(path).session.level == LEVEL


def test_the_newest_save_is_listed_first_and_damaged_ones_are_listed_too(tmp_path):
    assert list_saves(tmp_path / "nowhere") == []
    for age, name in enumerate(("old", "new")):
        save(play(Session(LEVEL), 40 * age), tmp_path / f"{name}.json")
        os.utime(tmp_path / f"{name}.json", (1000 + age, 1000 + age))
    for name, content in (("cut", '{"game": "Mutual'), ("list", "[]"), ("odd", '{"level": 3}')):
        (tmp_path / f"{name}.json").write_text(content)
        os.utime(tmp_path / f"{name}.json", (10, 10))
    (tmp_path / "folder.json").mkdir()
    os.utime(tmp_path / "folder.json", (1, 1))
    listed = list_saves(tmp_path)
    assert [info.path.stem for info in listed[:2]] == ["new", "old"]
    assert (listed[0].title, listed[0].year, listed[0].season, listed[0].tick) == ("A drawn meadow", 1, "summer", 40)
    assert {info.title for info in listed if not info.sound} == {"cut", "list", "odd", "folder"}
