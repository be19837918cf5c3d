"""Whatever is handed over as a level: one clear line, quickly, and no traceback."""

from __future__ import annotations

import os
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.levels.loading import check_level, load_level, parse_level
from game.levels.mistakes import LevelErrors
from game.levels.opening import open_world
from game.paths import LEVELS
from tests.levels.living import LIVING
from tests.levels.small import SMALL, small, told

OWN = """\
species:
  waxwing: {like: bluebird, title: waxwing, eats: [serviceberry], holds: 60}
  map_fungus: {like: crust_fungus, title: map lichen fungus, carbon: 3}
  milkweed: {like: goldenrod, title: milkweed, bloom: [40, 70]}
partnerships:
  waxwings: {kind: carrying, members: [waxwing, serviceberry], terms: {flight: 5}, title: T, note: N,
             evidence: story, source: S}
"""


def the_one(path) -> str:
    """What is said of the file, which must be one thing, and the same however it is asked."""
    mistakes = check_level(path)
    assert len(mistakes) == 1
    with pytest.raises(LevelErrors) as caught:
        load_level(path)
    assert str(caught.value) == str(mistakes[0])
    return mistakes[0].words


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "empty"),
        (b"\n  \n", "empty"),
        (b"# a thought\n", "empty"),
        (b"\x89PNG\r\n\x00\x00", "not a text file"),
        (b"title: caf\xe9\n", "UTF-8"),
        ("title: x".encode("utf-16"), "UTF-16"),
        (b"title: a\x07b", "invisible"),
        (b"hello", "made of fields"),
        (b"- a\n- b", "made of fields"),
        (b"~", "empty"),
    ],
)
def test_a_file_that_is_no_level(tmp_path, raw, words):
    path = tmp_path / "level.yaml"
    path.write_bytes(raw)
    assert words in the_one(path)


def test_a_file_that_is_not_there(tmp_path):
    assert "no such file" in the_one(tmp_path / "nothing.yaml")
    (tmp_path / "file").write_text("x")
    assert "no such file" in the_one(tmp_path / "file" / "level.yaml")


def test_a_folder(tmp_path):
    assert "folder" in the_one(tmp_path)


def test_a_name_that_no_file_can_have():
    assert check_level("levels/\0.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_would_wait_for_ever(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "ordinary file" in the_one(tmp_path / "pipe.yaml")


def test_an_unreadable_file(tmp_path, monkeypatch):
    from pathlib import Path

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "level.yaml"
    path.write_text(SMALL)
    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be read (Permission denied)" in the_one(path)


def test_ten_megabytes_are_refused_without_being_read(tmp_path):
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: 1\n" * 2_000_000)
    begun = time.perf_counter()
    assert "at most 256 KB" in the_one(path)
    assert time.perf_counter() - begun < 0.1


BOMBS = {
    "aliases": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "merges": "a: &a {x: 1}\n"
    + "".join(f"{b}:\n  <<: [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "nested lists": "[" * 100_000,
    "nested groups": "{a: " * 50_000,
    "nested lines": "".join("  " * depth + "a:\n" for depth in range(300)),
    "very many values": "a: [" + ",".join("1" for _ in range(100_000)) + "]",
    "a very long number": "minutes: " + "9" * 100_000,
    "a very long word": "title: " + "x" * 200_000,
    "nothing but keys": "".join(f"k{number}: 1\n" for number in range(20_000)),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_bombs_do_not_go_off(bomb):
    begun = time.process_time()
    with pytest.raises(LevelErrors) as caught:
        parse_level(bomb, "bomb.yaml")
    assert time.process_time() - begun < 2
    assert len(str(caught.value)) < 20_000


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("title: *gold", "'*'"),
        ("title: &gold Meadow", "'&'"),
        ("title: !!python/object:os.system x", "'!'"),
        ("title: !own x", "'!'"),
        ("x-a: {<<: {a: 1}}", "'<<'"),
    ],
)
def test_yaml_that_does_more_than_say_what_is(tmp_path, line, words):
    (said,) = told(
        tmp_path, small(("title: A small meadow", line if line.startswith("title") else f"title: x\n{line}"))
    )
    assert words in said


def test_a_key_given_twice_is_told_with_both_lines(tmp_path):
    assert told(tmp_path, small(("minutes: 2", "minutes: 2\ntitle: Another"))) == [
        "5:1: 'title' was already given in line 2. Keep one of the two."
    ]


def test_very_many_mistakes_do_not_flood_the_screen():
    with pytest.raises(LevelErrors) as caught:
        parse_level("".join(f"k{number}: 1\n" for number in range(500)))
    assert len(caught.value.mistakes) > 500
    assert len(str(caught.value).splitlines()) == 51
    assert str(caught.value).endswith("more.")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_a_level_damaged_anywhere_is_read_or_refused(data):
    """Lines lost, doubled, swapped or scribbled over: never anything but a level that opens or a list of mistakes."""
    gold = (LEVELS / "gold_and_purple.yaml").read_text(encoding="utf-8")
    lines = data.draw(st.sampled_from([gold, LIVING + OWN])).splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = data.draw(st.integers(0, len(line)))
        scribble = data.draw(
            st.sampled_from(["", " ", "- ", ": ", "{", "]", '"', "'", "|", "\t", "null", "-1", "1e9", "[]", "{}"])
        )
        lines[at] = data.draw(
            st.sampled_from([line[:cut] + scribble + line[cut:], line[:cut], line[cut:], scribble, f"{line}\n{line}"])
        )
    with suppress(LevelErrors):
        open_world(parse_level("\n".join(lines)), 1)
