"""A level that was read once is known again without pydantic, and never as anything but what it is."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import platformdirs
import pytest

from game.levels import kept, loading
from game.levels.level import Level
from game.levels.loading import check_level, load_level, parse_level, read_ahead
from game.levels.reading import read_level
from game.levels.records import plain, record
from game.levels.source import read_text
from game.paths import LEVELS, ROOT
from tests.levels.living import living
from tests.levels.small import SMALL

HOUSE = sorted(LEVELS.glob("*.yaml"))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda name, **_: tmp_path / name)
    return kept.folder()


@pytest.fixture
def reads(monkeypatch):
    """How often a level was read from its text."""
    told: list[str] = []

    def read(text, file):
        told.append(file)
        return read_level(text, file)

    monkeypatch.setattr("game.levels.reading.read_level", read)
    return told


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.stem)
def test_a_level_of_the_house_is_kept_as_it_was_read(path):
    text = read_text(path, str(path))
    read, _ = read_level(text, str(path))
    kept.keep(read)
    assert kept.find(text, path.stem) == read


def test_a_level_of_every_being_is_kept_as_it_was_read(reads):
    first = parse_level(living())
    assert parse_level(living()) == first
    assert len(reads) == 1


def test_another_text_or_name_is_another_level(reads):
    parse_level(SMALL, "small.yaml")
    assert parse_level(SMALL, "meadow.yaml").name == "meadow"
    assert parse_level(SMALL + "\n", "small.yaml").text == SMALL + "\n"
    assert len(reads) == 3


def test_other_species_or_another_reader_make_another_level(reads, monkeypatch):
    parse_level(SMALL)
    monkeypatch.setattr(kept, "_house", lambda: b"another house")
    parse_level(SMALL)
    assert len(reads) == 2


def test_the_house_is_its_species_its_partnerships_and_its_code(tmp_path, monkeypatch):
    def house_with(change):
        kept._house.cache_clear()
        monkeypatch.setattr(kept.Path, "read_bytes", lambda path: change(path, path.open("rb").read()))
        return kept._house()

    usual = house_with(lambda path, raw: raw)
    for name in ("aster.yaml", "partnerships.yaml", "schema.py", "species.py"):
        assert house_with(lambda path, raw, name=name: raw + b"#" if path.name == name else raw) != usual
    assert house_with(lambda path, raw: raw) == usual
    kept._house.cache_clear()


@pytest.mark.parametrize("harm", ["cut", "empty", "changed", "nested", "not a level", "a folder"])
def test_a_damaged_file_is_read_past(reads, folder, harm):
    level = parse_level(SMALL)
    (file,) = folder.glob("*.json")
    whole = file.read_bytes()
    file.unlink()
    if harm == "a folder":
        file.mkdir()
    else:
        nested, other = b"[" * 100_000, b"{}"
        told = {"cut": whole[: len(whole) // 2], "empty": b"", "changed": whole.replace(b"A small", b"A great"),
                "nested": kept.digest_of(nested).encode() + b"\n" + nested,
                "not a level": kept.digest_of(other).encode() + b"\n" + other}
        file.write_bytes(told[harm])
    assert parse_level(SMALL) == level
    assert len(reads) == 2
    assert parse_level(SMALL) == level
    assert len(reads) == (3 if harm == "a folder" else 2)


def test_without_a_place_to_keep_them_levels_are_read_as_ever(reads, folder):
    folder.parent.mkdir()
    folder.write_bytes(b"in the way")
    assert parse_level(SMALL) == parse_level(SMALL)
    assert len(reads) == 2
    assert not kept.writable()


def test_a_level_with_mistakes_is_not_kept(folder):
    with pytest.raises(loading.LevelErrors):
        parse_level("title: nothing else")
    assert not folder.exists()


def test_warnings_are_told_however_often_a_level_was_read():
    path = LEVELS / "gold_and_purple.yaml"
    assert check_level(path) == check_level(path)


def test_no_more_are_kept_than_there_is_use_for(folder, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 2)
    level, _ = read_level(SMALL, "small.yaml")
    for number in range(4):
        kept.keep(replace(level, name=f"level {number}"))
        os.utime(kept._file(SMALL, f"level {number}"), (number, number))
    assert [kept.find(SMALL, f"level {number}") is not None for number in range(4)] == [False, False, True, True]


def test_nothing_is_left_lying_beside_what_is_kept(folder):
    parse_level(SMALL)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("wrong", [
    {"years": "2"}, {"years": True}, {"years": 2.0}, {"years": None}, {"ground": "xyz"}, {"ground": 7},
    {"goals": {"a": 1}},
    {"hand": [{"give": "aster"}]}, {"evidence": "hearsay"}, {"life": [{}]}, {"set_out_tiles": [[1]]}, {"more": 1},
])
def test_only_what_fits_the_fields_of_a_record_becomes_one(wrong):
    known = plain(parse_level(SMALL))
    assert record(Level, known) == parse_level(SMALL)
    with pytest.raises(ValueError, match="not as it should be"):
        record(Level, {**known, **wrong})


def test_the_house_is_read_ahead_by_another_process(tmp_path):
    """As a player's first start does it; then levels are loaded and saves opened without pydantic."""
    script = (
        "import sys, pathlib\n"
        "from game.levels.loading import load_level, read_ahead\n"
        "read_ahead()\n"
        "for path in pathlib.Path('levels').glob('*.yaml'): load_level(path)\n"
        "import game.play.savefile\n"
        "print(sorted(name for name in sys.modules if name.startswith('pydantic')))\n"
    )
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True,
                          check=True, timeout=120)
    assert done.stdout.strip() == "[]"


def test_a_house_that_is_kept_is_not_read_again(monkeypatch):
    for path in HOUSE:
        load_level(path)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("another process was asked"))
    read_ahead()
