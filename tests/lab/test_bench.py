"""What the speed is measured on, and what is told of it."""

from __future__ import annotations

import time

import numpy as np
import pytest

from game.engine.census import count
from game.engine.stages import BLOOM, stages
from game.engine.tick import DAY, name_of, tick
from game.engine.tiles import ROCK, SOIL, WATER
from game.lab import bench
from game.lab.meadows import EVERYONE, everyone
from game.lab.telling import bench_as_text


@pytest.mark.parametrize(("width", "height"), bench.SIZES)
def test_the_living_land_is_as_large_as_asked_and_everyone_is_there(width, height):
    world = everyone(width, height)
    ground = world.map("ground")
    assert ground.shape == (height, width)
    assert {SOIL, ROCK, WATER} == set(np.unique(ground).tolist())
    share = np.count_nonzero(world.map("species")) / np.count_nonzero(ground == SOIL)
    assert 0.38 < share < 0.6
    assert len(world.colonies[0]) == (width // 16) * (height // 16) + (width % 16 > 8) * (height // 16)
    assert [name for name in EVERYONE if not count(world, name)] == []


def test_the_living_land_is_alive_in_late_summer():
    world = everyone(24, 16)
    for _ in range(60):
        tick(world, checked=True)
    assert np.count_nonzero(stages(world) == BLOOM) > 20
    assert world.fields["tally_visits"].sum() > 100
    assert world.animals[0].tally("seeds_carried") > 10


def test_the_engines_part_has_exactly_these_keys(monkeypatch):
    monkeypatch.setattr(bench, "YEAR", 2)
    report = bench.bench(never, "engine")
    assert list(report) == ["engine", "systems", "yardstick_us", "yardsticks_per_tick"]
    assert list(report["engine"]) == ["24x16", "64x64", "256x256"]
    for told in report["engine"].values():
        assert list(told) == ["us_per_tick", "p99", "bytes_per_cell"]
        assert 0 < told["us_per_tick"] <= told["p99"]
        assert told["bytes_per_cell"] < 200
    assert list(report["systems"]) == [name_of(system) for system in DAY]
    ratio = report["engine"]["64x64"]["us_per_tick"] / report["yardstick_us"]
    assert report["yardsticks_per_tick"] == pytest.approx(ratio, rel=0.01)


def test_frames_are_told_by_median_and_the_slowest_hundredth():
    report = bench.frames(lambda size, seconds, speed: [2.0 * speed] * 99 + [size[0] / 100 * speed])
    assert list(report) == ["frame", "frame_8x"]
    assert list(report["frame"]) == ["720p", "1080p"]
    assert report["frame_8x"]["720p"]["median_ms"] == 16.0
    assert report["frame"]["720p"]["median_ms"] == 2.0
    assert report["frame"]["1080p"]["p99_ms"] > report["frame"]["720p"]["p99_ms"] > 2.0


def test_a_game_that_does_not_start_is_not_measured(monkeypatch):
    monkeypatch.setattr(bench, "QUIT_AFTER_FIRST_FRAME", "--no-such-thing")
    with pytest.raises(bench.CannotMeasure, match="play has no option --no-such-thing"):
        bench.start()


def test_the_starts_part_has_exactly_these_keys(monkeypatch):
    asked = []

    def told_by(*options):
        asked.append(options)
        return {"at": time.time(), "memory_mb": 60.04 + len(asked)}

    monkeypatch.setattr(bench, "_told_by", told_by)
    report = bench.bench(never, "start")
    assert list(report) == ["start_ms", "memory_mb", "play_memory_mb"]
    assert report["memory_mb"] == 65.0
    assert report["play_memory_mb"] == {"720p": 66.0, "1080p": 67.0}
    assert asked[-1] == (bench.QUIT_AFTER_SEASONS, "1920", "1080")


def test_a_started_game_tells_its_memory():
    memory = bench.what_was_needed()
    assert '"at"' in memory
    assert '"memory_mb"' in memory


def test_the_table_has_a_line_for_each_measure():
    report = {
        "engine": {"64x64": {"us_per_tick": 200.5, "p99": 300.1, "bytes_per_cell": 99}},
        "systems": {"sky": 20.1, "leaves": 60.3},
        "yardstick_us": 15.0, "yardsticks_per_tick": 13.4,
        "frame": {"720p": {"median_ms": 1.8, "p99_ms": 2.9}},
        "frame_8x": {"720p": {"median_ms": 2.2, "p99_ms": 7.9}},
        "start_ms": 350.2, "memory_mb": None, "play_memory_mb": {"720p": 77.7, "1080p": None},
    }
    table = bench_as_text(report)
    engine, screen = ("200.5", "300.1", "99", "20.1", "60.3", "25 %", "15.0", "13.4"), ("1.8", "2.9", "7.9")
    for number in (*engine, *screen, "350.2", "77.7"):
        assert number in table
    assert "not told here" in table
    assert len({len(line.split("  ")[0]) for line in table.splitlines()}) > 1


def never(size, seconds, speed):
    raise AssertionError("only the engine was asked for")
