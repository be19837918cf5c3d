"""Camera, bees and background work, each on its own."""

from __future__ import annotations

import threading

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.drawing.camera import STEPS, Camera
from game.desktop.drawing.picture import Hive
from game.desktop.drawing.swarm import AT_ONCE, Swarm
from game.desktop.drawing.workshop import Workshop

CARDS = pygame.Rect(12, 72, 944, 524)
HIVE = Hive(5, 5, ((8.0, 5.0, 3.0), (2.0, 3.0, 1.0)), 6)


def test_a_fitted_map_lies_whole_in_the_free_area() -> None:
    for columns, rows in ((12, 8), (20, 12), (24, 16), (32, 20)):
        camera = Camera(columns, rows, (1280, 720), CARDS)
        corner = camera.tile_rect(0, 0).unionall([camera.tile_rect(columns - 1, rows - 1)])
        assert CARDS.contains(corner) or camera.tile == STEPS[0], (columns, rows)


def test_pixels_and_tiles_are_each_others_inverse() -> None:
    camera = Camera(20, 12, (1280, 720), CARDS)
    x, y = camera.to_map(*camera.to_screen(3.25, 7.5))
    assert (round(x, 6), round(y, 6)) == (3.25, 7.5)
    assert camera.tile_at(*camera.tile_rect(19, 11).center) == (19, 11)
    assert camera.tile_at(0, 0) is None


def test_zooming_keeps_the_place_under_the_mouse() -> None:
    camera = Camera(32, 20, (1280, 720), CARDS)
    before = camera.to_map(500, 300)
    camera.zoom(+1, (500, 300))
    after = camera.to_map(500, 300)
    assert max(abs(before[0] - after[0]), abs(before[1] - after[1])) < 0.05
    assert camera.tile in camera.steps


@given(
    st.integers(12, 32),
    st.integers(8, 20),
    st.integers(640, 2600),
    st.integers(360, 1500),
    st.lists(st.tuples(st.sampled_from(["zoom", "pan", "resize", "show"]), st.integers(-4000, 4000)), max_size=8),
)
def test_the_map_never_leaves_the_view(
    columns: int, rows: int, width: int, height: int, moves: list[tuple[str, int]]
) -> None:
    camera = Camera(columns, rows, (width, height))
    for move, by in moves:
        if move == "zoom":
            camera.zoom(1 if by > 0 else -1, (abs(by) % width, abs(by) % height))
        elif move == "pan":
            camera.pan(by, -by)
        elif move == "show":
            camera.show(abs(by) % columns, abs(by) % rows)
        else:
            camera.resize((640 + abs(by) % 1500, 360 + abs(by) % 900))
        land = camera.tile_rect(0, 0).union(camera.tile_rect(columns - 1, rows - 1))
        view = pygame.Rect(0, 0, *camera.window)
        seen = land.clip(view)
        assert seen.width >= min(land.width, view.width) - 2 * camera.tile
        assert seen.height >= min(land.height, view.height) - 2 * camera.tile


def test_showing_a_tile_brings_it_into_the_free_area() -> None:
    camera = Camera(32, 20, (1280, 720), CARDS)
    camera.zoom(+2)
    for tile in ((0, 0), (31, 19), (31, 0), (16, 10)):
        camera.show(*tile)
        assert CARDS.contains(camera.tile_rect(*tile)), tile


def test_as_many_bees_fly_as_there_is_traffic_and_none_without_flowers() -> None:
    swarm = Swarm(1)
    swarm.know((HIVE,))
    counts = [len(swarm.at(frame / 30)) for frame in range(600)]
    assert max(counts) == 6
    assert sum(counts) / 600 > 4
    swarm.know((Hive(5, 5, (), 6),))
    for frame in range(600, 1500):
        swarm.at(frame / 30)
    assert swarm.at(50.1) == []
    swarm.know((Hive(5, 5, HIVE.flowers, 500),))
    assert all(len(swarm.at(51 + frame / 30)) <= AT_ONCE for frame in range(200))


def test_bees_stop_over_the_flowers_that_are_visited_most() -> None:
    swarm = Swarm(2)
    swarm.know((HIVE,))
    near = {flower[:2]: 0 for flower in HIVE.flowers}
    for frame in range(3000):
        for x, y, _, _ in swarm.at(frame / 30):
            for flower in near:
                near[flower] += abs(x - flower[0]) < 0.6 and abs(y - flower[1]) < 0.6
    assert near[8.0, 5.0] > 1.5 * near[2.0, 3.0] > 100


def test_bees_fly_without_leaps() -> None:
    swarm = Swarm(3)
    swarm.know((Hive(5, 5, HIVE.flowers, 1),))
    last: tuple[float, float] | None = None
    for frame in range(3000):
        bees = swarm.at(frame / 60)
        if bees and last:
            assert abs(bees[0][0] - last[0]) + abs(bees[0][1] - last[1]) < 0.25
        last = bees[0][:2] if bees else None


def test_without_motion_bees_sit_still_on_flowers() -> None:
    swarm = Swarm(4)
    swarm.know((HIVE,))
    assert swarm.at(1.0, calm=True) == swarm.at(9.0, calm=True)
    assert [bee[:2] for bee in swarm.at(1.0, calm=True)] == [(8.0, 5.0), (2.0, 3.0)]


def test_the_workshop_does_the_urgent_first_and_nothing_twice() -> None:
    done: list[str] = []
    workshop = Workshop(threaded=False)
    workshop.ask("later", lambda: done.append("later"), 5)
    workshop.ask("soon", lambda: done.append("soon"), 1)
    workshop.ask("later", lambda: done.append("again"), 0)
    assert not workshop.idle
    workshop.settle()
    assert done == ["soon", "later"]
    assert workshop.idle


def test_the_workshop_works_beside_us_and_tells_what_went_wrong() -> None:
    workshop = Workshop()
    where: list[str] = []
    workshop.ask("a", lambda: where.append(threading.current_thread().name))
    workshop.settle()
    assert len(where) == 1
    workshop.ask("b", lambda: 1 // 0)
    with pytest.raises(RuntimeError, match="could not be prepared"):
        workshop.settle()
    workshop.close()
