"""The view below the ground: threads only where tiles are joined, motes from full to empty, and little work a frame."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pygame
import pygame.surfarray
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.noise import lot
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import MEADOW, Picture, Thing, Web
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.threads import Mesh, Tile, mesh
from game.desktop.drawing.traffic import Traffic

TWO_WEBS = """
    A##.B
    .#..#
    .#C.#
    ....#
    D.E##
    """


def drawn(text: str) -> tuple[np.ndarray, dict[Tile, tuple[float, float]]]:
    """Joined tiles (all but the dots), and the feet of the plants (letters)."""
    lines = text.split()
    joined = np.array([[letter != "." for letter in line] for line in lines])
    feet = {
        (column, row): (column + 0.4, row + 0.7)
        for row, line in enumerate(lines)
        for column, letter in enumerate(line)
        if letter.isalpha()
    }
    return joined, feet


def groups(web: Mesh) -> list[frozenset[Tile]]:
    """Knots that threads join, together."""
    found = {knot: frozenset([knot]) for knot in web.knots}
    for thread in web.threads:
        together = found[thread.start] | found[thread.end]
        found |= dict.fromkeys(together, together)
    return sorted(set(found.values()), key=sorted)


def web_of(joined: np.ndarray, **more: object) -> Web:
    nothing = np.zeros(joined.shape, np.float32)
    web = Web(joined.astype(np.int8) * 2, nothing, nothing, nothing)
    return dataclasses.replace(web, **more)  # type: ignore[arg-type]


def test_roots_are_joined_where_tiles_are_and_nowhere_else() -> None:
    joined, feet = drawn(TWO_WEBS)
    first, second, third = groups(mesh(joined, feet, 3))
    assert {(0, 0), (2, 2)} <= first
    assert second == {(0, 4)}
    assert {(4, 0), (2, 4)} <= third


@given(st.lists(st.lists(st.booleans(), min_size=7, max_size=7), min_size=2, max_size=7), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_every_joined_tile_belongs_to_one_group_of_knots_and_no_thread_crosses_what_is_not_joined(
    rows: list[list[bool]], seed: int
) -> None:
    joined = np.array(rows)
    tiles = {(column, row) for row, line in enumerate(rows) for column, here in enumerate(line) if here}
    feet = {tile: (tile[0] + 0.5, tile[1] + 0.8) for tile in sorted(tiles)[::3]}
    web = mesh(joined, feet, seed)
    whole = _regions(tiles)
    assert len(groups(web)) == len(whole)
    for group in groups(web):
        assert any(group <= region for region in whole)
    for thread in web.threads:
        assert set(thread.tiles) <= tiles
        assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1 for a, b in pairwise(thread.tiles))


def _regions(tiles: set[Tile]) -> list[set[Tile]]:
    regions, left = [], set(tiles)
    while left:
        region, waiting = set(), [left.pop()]
        while waiting:
            column, row = waiting.pop()
            region.add((column, row))
            near = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)} & left
            left -= near
            waiting += near
        regions.append(region)
    return regions


def test_a_web_has_fewer_threads_than_a_grid_and_few_loops() -> None:
    joined = np.ones((12, 16), bool)
    feet = {
        (column, row): (column + 0.2 + 0.6 * lot(row, column, 1), row + 0.4 + 0.5 * lot(row, column, 2))
        for column in range(0, 16, 2)
        for row in range(1, 12, 2)
    }
    web = mesh(joined, feet, 1)
    loops = len(web.threads) - len(web.knots) + 1
    assert len(groups(web)) == 1
    assert 0 < loops < len(web.knots) / 2


def test_a_web_stays_as_it_is_where_nothing_has_changed() -> None:
    joined, feet = drawn(TWO_WEBS)
    before, after = mesh(joined, feet, 3), mesh(joined, feet, 3)
    for one, other in zip(before.threads, after.threads, strict=True):
        assert (one.points == other.points).all()


def test_motes_run_from_the_full_to_the_empty() -> None:
    joined, feet = drawn("A##B")
    sugar = np.array([[9, 6, 3, 0]], np.float32)
    web = web_of(joined, sugar=sugar)
    knotted = mesh(joined, feet, 3)
    motes = Traffic(knotted).motes(web)
    assert {mote.kind for mote in motes} == {"sugar"}
    for mote in motes:
        thread = knotted.threads[mote.thread]
        assert mote.forward == (sugar[thread.start[::-1]] > sugar[thread.end[::-1]])


def test_nothing_runs_where_all_have_the_same() -> None:
    joined, feet = drawn(TWO_WEBS)
    assert Traffic(mesh(joined, feet, 3)).motes(web_of(joined)) == []


def test_a_call_runs_away_from_who_calls() -> None:
    joined, feet = drawn("A#B#C")
    web = web_of(joined, calls=((0, 0),), heard=joined)
    knotted = mesh(joined, feet, 3)
    sparks = Traffic(knotted).motes(web)
    assert [mote.kind for mote in sparks] == ["call"] * len(knotted.threads)
    assert all(mote.forward for mote in sparks)  # threads start at the lower column here


def test_an_alarm_is_seen_before_a_call() -> None:
    joined, feet = drawn("A##B")
    traffic = Traffic(mesh(joined, feet, 3))
    alarm = np.array([[2, 1, 1, 1]], np.int8)
    assert traffic.moods(web_of(joined, heard=joined)) == ["called"]
    assert traffic.moods(web_of(joined, heard=joined, alarm=alarm)) == ["alarmed"]


# ------------------------------------------------------------- what is seen


@pytest.fixture
def painter(bank: Bank) -> Iterator[MeadowPainter]:
    painter = MeadowPainter(bank, Camera(10, 6, (400, 240)), threaded=False)
    yield painter
    painter.close()


def picture(threads: int = 2, **more: object) -> Picture:
    joined = np.zeros((6, 10), bool)
    joined[2:4, 1:9] = True
    things = tuple(Thing("aster", column + 0.5, 2.5, "bloom", settled=True) for column in (1, 4, 8))
    web = web_of(joined, threads=(joined * threads).astype(np.int8), **more)
    return Picture(np.full((6, 10), MEADOW, np.int8), things=things, web=web)


def seen(painter: MeadowPainter, shown: Picture, seconds: float = 5.0) -> np.ndarray:
    surface = pygame.Surface((400, 240)).convert()
    painter.show(shown)
    painter.settle()
    painter.draw(surface, seconds - 9)
    painter.draw(surface, seconds)
    return pygame.surfarray.array3d(surface).astype(int)


def test_below_the_ground_it_is_dark_and_threads_are_bright(painter: MeadowPainter) -> None:
    above = seen(painter, picture())
    painter.below = True
    below, bare = seen(painter, picture()), seen(painter, dataclasses.replace(picture(), web=None))
    assert below.mean() < above.mean() * 0.7
    assert (below.sum(axis=2) > 600).sum() > 100 > (bare.sum(axis=2) > 600).sum()


def test_old_friends_have_thicker_threads(painter: MeadowPainter) -> None:
    painter.below = True
    thin, thick = seen(painter, picture(1)), seen(painter, picture(4))
    assert (thick.sum(axis=2) > 600).sum() > 1.5 * (thin.sum(axis=2) > 600).sum()


def test_an_alarm_tints_the_threads(painter: MeadowPainter) -> None:
    painter.below = True
    calm = seen(painter, picture())
    alarmed = seen(painter, picture(alarm=np.full((6, 10), 2, np.int8)))
    redder = (alarmed[..., 0] - alarmed[..., 2]) - (calm[..., 0] - calm[..., 2])
    assert (redder > 40).sum() > 60


def test_nodules_are_seen_on_roots_below_the_ground_and_not_above(painter: MeadowPainter) -> None:
    bare, knobs = picture(), np.zeros((6, 10), np.int8)
    knobs[2, 1], knobs[2, 4] = 1, 3
    fed = dataclasses.replace(bare, nodules=knobs)
    assert (seen(painter, bare) == seen(painter, fed)).all()
    painter.below = True
    before, after = seen(painter, bare), seen(painter, fed)
    pink = (after[..., 0] - before[..., 0] > 40) & (after[..., 0] - after[..., 1] > 60)
    few, many, none = (pink[column * 40 : column * 40 + 80].sum() for column in (0, 3, 7))
    assert many > 2 * few > none == 0


def test_motes_move_and_without_motion_they_rest(painter: MeadowPainter) -> None:
    painter.below = True
    sugar = np.linspace(20, 0, 10, dtype=np.float32)[None].repeat(6, axis=0)
    shown = picture(sugar=sugar)
    assert (seen(painter, shown, 5.0) != seen(painter, shown, 5.4)).any()
    painter.calm = True
    assert (seen(painter, shown, 5.0) == seen(painter, shown, 5.4)).all()


def test_coming_up_again_the_meadow_is_as_it_was(painter: MeadowPainter) -> None:
    before = seen(painter, picture())
    painter.below = True
    seen(painter, picture())
    painter.below = False
    assert (seen(painter, picture()) == before).all()


def test_a_frame_below_costs_no_more_than_a_millisecond_above_a_frame_above(bank: Bank) -> None:
    rows, columns = 12, 22
    joined = np.ones((rows, columns), bool)
    tiles = [(column, row) for row in range(rows) for column in range(columns) if (column * 7 + row * 3) % 3 == 0]
    things = tuple(Thing("goldenrod", column + 0.5, row + 0.5, "bloom", settled=True) for column, row in tiles)
    sugar = np.random.default_rng(1).random((rows, columns)).astype(np.float32) * 20
    shown = Picture(np.full((rows, columns), MEADOW, np.int8), things=things, web=web_of(joined, sugar=sugar))
    painter = MeadowPainter(bank, Camera(columns, rows), threaded=False)
    surface = pygame.Surface((1280, 720)).convert()
    painter.show(shown)
    painter.settle()
    costs = {}
    for below in (False, True):
        painter.below = below
        painter.draw(surface, 1.0)
        painter.draw(surface, 2.0)
        frames = []
        for frame in range(60):
            start = time.perf_counter()
            painter.draw(surface, 3 + frame / 60)
            frames.append(time.perf_counter() - start)
        costs[below] = sorted(frames)[len(frames) // 4]
    assert costs[True] < costs[False] + 0.001
