"""The land: seamless in pieces, the same for everyone, and in motion only where motion is wanted."""

from __future__ import annotations

import dataclasses
import itertools
import time
from pathlib import Path

import numpy as np
import pygame
import pygame.surfarray
import pytest

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.light import TRAVEL
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import MEADOW, SEASONS, WATER, Creature, Flow, Link, Mark, Picture, Pointing, Thing
from game.desktop.drawing.scatter import finds
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.terrain import Land
from tests.desktop.meadow import TERRAIN, golden, meadow, scene

GOLDEN = Path(__file__).resolve().parent.parent / "pictures"
TOLERANCE, SHARE = 8, 0.001  # of 255, of the pixels


def seen(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(int)


def still(bank: Bank, picture: Picture, seconds: float = 3.0, calm: bool = False, **more: object) -> np.ndarray:
    """What a small window shows of a picture."""
    rows, columns = picture.terrain.shape
    painter = MeadowPainter(bank, Camera(columns, rows, (320, 240)), calm, threaded=False)
    surface = pygame.Surface((320, 240)).convert()
    painter.show(picture)
    painter.settle()
    painter.draw(surface, seconds, 1.0, **more)  # type: ignore[arg-type]
    return seen(surface)


PLAIN = Picture(np.full((6, 8), MEADOW, np.int8), things=(Thing("aster", 4.5, 3.5, "bloom", settled=True, flip=False),))

PLAIN_WIDE = dataclasses.replace(PLAIN, terrain=np.full((12, 20), MEADOW, np.int8))


def test_the_meadow_is_at_ease_until_a_mote_is_sent_and_again_once_it_has_arrived(bank: Bank) -> None:
    painter = MeadowPainter(bank, Camera(8, 6, (320, 240)), threaded=False)
    surface = pygame.Surface((320, 240)).convert()
    painter.show(PLAIN)
    painter.settle()
    painter.draw(surface, 1.0)
    assert painter.at_ease
    painter.send("sugar", (1.5, 1.5), (4.5, 4.5))
    painter.draw(surface, 1.1)
    assert not painter.at_ease
    painter.draw(surface, 1.0 + TRAVEL + 1.0)
    assert painter.at_ease


def test_pieces_of_land_join_without_a_seam() -> None:
    land = Land(TERRAIN, 5)
    whole = seen(land.piece(0, -4, 16, 24, "summer"))
    left, right = seen(land.piece(0, -4, 8, 24, "summer")), seen(land.piece(8, -4, 8, 24, "summer"))
    assert np.abs(whole[:192, :192] - left).max() <= 1
    assert np.abs(whole[192:, :192] - right).max() <= 1


def test_the_land_differs_by_season_and_seed_but_not_by_chance() -> None:
    pieces = [seen(Land(TERRAIN, 5).piece(8, 4, 8, 24, season)) for season in SEASONS]
    assert all(np.abs(pieces[n] - pieces[n - 1]).mean() > 4 for n in range(4))
    assert (seen(Land(TERRAIN, 5).piece(8, 4, 8, 24, "spring")) == pieces[0]).all()
    assert (seen(Land(TERRAIN, 6).piece(8, 4, 8, 24, "spring")) != pieces[0]).any()


def test_the_terrain_at_the_middle_of_wide_water_and_meadow_is_that_terrain() -> None:
    land = Land(TERRAIN, 5)
    assert land.at(np.array([13.5]), np.array([6.9]))[0] == WATER
    assert land.at(np.array([4.5]), np.array([11.0]))[0] == MEADOW


def test_a_brook_runs_on_beyond_the_map_and_rock_does_not() -> None:
    land = Land(TERRAIN, 5)
    xs = np.linspace(10, 22, 60, dtype=np.float32)
    assert all((land.at(xs, np.full_like(xs, y)) == WATER).any() for y in (12.5, 14.5, 17.5))
    outside = land.at(np.full(30, 23.0), np.linspace(6, 12, 30))
    assert set(outside.tolist()) == {MEADOW}


def test_no_plant_is_drawn_in_the_water(bank: Bank) -> None:
    painter = MeadowPainter(bank, Camera(20, 12), threaded=False)
    painter.show(meadow("summer"))
    land = Land(TERRAIN, 5)
    plants = [one for one in painter._placed if one.look.name.startswith(("aster", "goldenrod"))]
    codes = land.at(np.array([one.x for one in plants]), np.array([one.y for one in plants]))
    assert len(plants) > 100
    assert (codes == WATER).mean() < 0.02


def test_plants_stand_unevenly_but_within_their_tile_and_in_the_same_place_each_time(bank: Bank) -> None:
    things = tuple(Thing("aster", x + 0.5, y + 0.5, "bloom", settled=True) for x in range(8) for y in range(6))
    picture = dataclasses.replace(PLAIN, things=things)
    places = []
    for _ in range(2):
        painter = MeadowPainter(bank, Camera(8, 6), threaded=False)
        painter.show(picture)
        places.append([(one.x, one.y) for one in painter._placed])
    assert places[0] == places[1]
    apart = np.array(places[0]) % 1
    assert apart[:, 0].std() > 0.08
    assert {(int(x), int(y - 0.05)) for x, y in places[0]} >= {(x, y) for x in range(8) for y in range(6)} - {(0, 0)}


def test_the_same_picture_gives_the_same_pixels(bank: Bank) -> None:
    assert (still(bank, meadow("summer")) == still(Bank(), meadow("summer"))).all()


def test_plants_sway_in_time_and_rest_where_motion_is_reduced(bank: Bank) -> None:
    picture = dataclasses.replace(meadow("summer"), rain=0.5, flows=(Flow("sugar", (9, 5), (12, 7)),))
    assert (still(bank, picture, 3.0) != still(bank, picture, 3.7)).any()
    assert (still(bank, picture, 3.0, calm=True) == still(bank, picture, 3.7, calm=True)).all()


def test_a_thirsty_plant_droops_and_a_hungry_one_is_pale(bank: Bank) -> None:
    (plant,) = PLAIN.things
    well = still(bank, PLAIN)
    for need in ({"droop": 1.0}, {"pale": 1.0}):
        poor = dataclasses.replace(PLAIN, things=(dataclasses.replace(plant, **need),))  # type: ignore[arg-type]
        assert (np.abs(still(bank, poor) - well).sum(-1) > 40).sum() > 60, need


def test_rain_darkens_the_ground_and_damp_ground_stays_dark_after_it(bank: Bank) -> None:
    dry = still(bank, dataclasses.replace(PLAIN, damp=np.zeros((6, 8), np.float32)))
    wet = still(bank, dataclasses.replace(PLAIN, damp=np.ones((6, 8), np.float32)))
    assert wet.mean() < dry.mean() - 15
    assert still(bank, dataclasses.replace(PLAIN, rain=1.0)).mean() < dry.mean() - 5


def test_pointing_changes_only_what_it_points_at(bank: Bank) -> None:
    calm = still(bank, PLAIN, calm=True)
    framed = still(bank, PLAIN, calm=True, pointing=Pointing(hover=(1, 1)))
    columns, rows = np.nonzero((framed != calm).any(-1))
    rect = Camera(8, 6, (320, 240)).tile_rect(1, 1).inflate(8, 8)
    assert len(columns) > 100
    assert rect.left <= columns.min()
    assert columns.max() < rect.right
    assert rect.top <= rows.min()
    assert rows.max() < rect.bottom
    for other in (Pointing(cursor=(1, 1)), Pointing(hover=(1, 1), refused=True), Pointing(reach=frozenset({(1, 1)}))):
        assert (still(bank, PLAIN, calm=True, pointing=other) != framed).any()


def test_each_kind_of_mote_has_a_shape_of_its_own(bank: Bank) -> None:
    shapes = [seen(bank.image(f"mote_{kind}", height=24)).any(-1) for kind in ("sugar", "mineral", "water", "seed")]
    assert all((shapes[a] != shapes[b]).mean() > 0.05 for a in range(4) for b in range(a))


def test_flows_links_and_answers_to_actions_are_seen(bank: Bank) -> None:
    bare = still(bank, PLAIN, calm=True)
    for more in ({"flows": (Flow("water", (1, 1), (6, 4)),)}, {"links": (Link((1, 1), (6, 4)),)}):
        assert (still(bank, dataclasses.replace(PLAIN, **more), calm=True) != bare).any()  # type: ignore[arg-type]
    painter = MeadowPainter(bank, Camera(8, 6, (320, 240)), calm=True, threaded=False)
    surface = pygame.Surface((320, 240)).convert()
    painter.show(PLAIN)
    painter.settle()
    painter.draw(surface, 1.0)
    painter.breathe(2, 2)
    painter.send("seed", (1, 1), (5, 4))
    painter.draw(surface, 1.3)
    assert (seen(surface) != bare).any()
    painter.draw(surface, 3.0)
    assert (seen(surface) == bare).all()


def test_a_squirrel_walks_from_picture_to_picture(bank: Bank) -> None:
    painter = MeadowPainter(bank, Camera(8, 6, (320, 240)), threaded=False)
    surface = pygame.Surface((320, 240)).convert()
    frames = []
    for x in (2.0, 4.0):
        painter.show(dataclasses.replace(PLAIN, things=(), creatures=(Creature("s", "squirrel", x, 3.0),)))
    painter.settle()
    for fraction in (0.0, 0.5, 1.0):
        painter.draw(surface, 1.0, fraction)
        warm = seen(surface)
        brown = (warm[..., 0] - warm[..., 2] > 70) & (warm[..., 0] > warm[..., 1] + 40)
        frames.append(np.nonzero(brown)[0].mean())
    assert frames[0] + 20 < frames[1] < frames[2] - 20


def test_a_season_fades_in_over_about_a_second(bank: Bank) -> None:
    painter = MeadowPainter(bank, Camera(8, 6, (320, 240)), calm=True, threaded=False)
    surface = pygame.Surface((320, 240)).convert()
    painter.show(PLAIN)
    painter.settle()
    painter.draw(surface, 1.0)
    painter.show(dataclasses.replace(PLAIN, season="winter"))
    light = []
    for seconds in (1.1, 1.2, 1.22, 1.24, 1.26, 1.5, 1.8, 2.4):
        painter.draw(surface, seconds)
        painter._workshop.settle()
        light.append(seen(surface).mean())
    assert all(later > earlier - 0.5 for earlier, later in itertools.pairwise(light))
    assert light[-1] > light[0] + 30
    assert any(light[0] + 5 < one < light[-1] - 5 for one in light)


def test_seasons_follow_each_other_in_a_whole_window_that_changes_all_the_time(bank: Bank) -> None:
    """What is made for the coming season must not be dropped for the sake of the present one."""
    surface = pygame.Surface((640, 360)).convert()
    painter = MeadowPainter(bank, Camera(20, 12, (640, 360)), calm=True, threaded=False)
    painter.patience = 1000.0
    painter.show(meadow("spring"))
    painter.settle()
    clock, workshop = 0.0, painter._workshop
    for season in ("summer", "autumn", "winter", "spring"):
        for turn in range(400):
            clock += 0.25
            picture = meadow(season)
            painter.show(dataclasses.replace(picture, damp=np.full(picture.terrain.shape, turn % 10 / 10, np.float32)))
            painter.draw(surface, clock)
            if painter._season == season:
                break
            if not workshop._jobs.empty():
                workshop._do(workshop._jobs.get())
        assert painter._season == season
        painter.draw(surface, clock + 0.1)
        assert {key[0] for key in painter._ground._pieces} == {season}  # ... and what has been left is forgotten


def test_moving_about_while_a_season_is_in_the_making_shows_nothing_of_it(bank: Bank) -> None:
    surface = pygame.Surface((320, 240)).convert()
    camera = Camera(20, 12, (320, 240))
    camera.tile = 40
    painter = MeadowPainter(bank, camera, calm=True, threaded=False)
    painter.show(PLAIN_WIDE)
    painter.settle()
    painter.draw(surface, 1.0)
    painter.show(dataclasses.replace(PLAIN_WIDE, season="winter"))
    while not painter._ground.built["winter"]:
        painter.draw(surface, 1.1)
        painter._workshop._do(painter._workshop._jobs.get())
    camera.pan(24, 16)
    painter.draw(surface, 1.1)
    assert painter._season == "summer"
    moved = seen(surface)
    other = MeadowPainter(bank, camera, calm=True, threaded=False)
    other.show(PLAIN_WIDE)
    other.settle()
    other.draw(surface, 1.1)
    assert (moved == seen(surface)).all()


def test_what_changes_on_the_ground_is_laid_row_by_row_and_in_the_end_as_if_all_at_once(bank: Bank) -> None:
    surface = pygame.Surface((320, 240)).convert()
    painter = MeadowPainter(bank, Camera(8, 6, (320, 240)), calm=True, threaded=False)
    damp = np.linspace(0, 1, 48, dtype=np.float32).reshape(6, 8)
    rained = dataclasses.replace(PLAIN, damp=damp, marks=(Mark("litter", 2, 4, 1.0),))
    painter.show(PLAIN)
    painter.settle()
    painter.show(rained)
    painter.draw(surface, 1.0)
    assert painter._floor.behind
    first = seen(surface)
    while painter._floor.behind:
        painter.draw(surface, 1.0)
    painter.draw(surface, 1.0)
    assert (first != seen(surface)).any()
    assert (seen(surface) == still(bank, rained, 1.0, calm=True)).all()


def test_it_draws_at_once_and_is_complete_a_moment_later(bank: Bank) -> None:
    surface, painter = scene((640, 360))
    painter.show(meadow("summer"))
    painter.draw(surface, 0.0)
    rough = seen(surface)
    until = time.monotonic() + 20
    while not painter.ready and time.monotonic() < until:
        painter.draw(surface, 0.0)
        time.sleep(0.01)
    painter.draw(surface, 0.0)
    assert painter.ready
    assert (seen(surface) != rough).any()
    painter.close()


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1000, 1000)])
def test_it_covers_the_window_at_every_zoom(bank: Bank, size: tuple[int, int]) -> None:
    camera = Camera(20, 12, size)
    painter = MeadowPainter(bank, camera, threaded=False)
    painter.show(meadow("summer"))
    surface = pygame.Surface(size).convert()
    camera.zoom(-9)
    for _ in camera.steps[:3]:
        surface.fill((255, 0, 255))
        painter.draw(surface, 0.0)
        assert not (seen(surface) == (255, 0, 255)).all(-1).any()
        camera.zoom(+1)


def test_a_broken_sprite_is_reported_where_it_can_be_seen(tmp_path: Path) -> None:
    for name in ("tuft_0", "tuft_1", "tuft_2", "tuft_daisies", "tuft_clover", "shade", "butterfly_a", "butterfly_b"):
        (tmp_path / f"{name}.svg").write_text('<svg xmlns="x" width="4" height="4"></svg>')
    (tmp_path / "bad.svg").write_text('<svg width="4" height="4" no svg at all')
    painter = MeadowPainter(Bank(tmp_path), Camera(8, 6, (320, 240)), threaded=False)
    painter.show(dataclasses.replace(PLAIN, things=(Thing("bad", 2, 2),)))
    with pytest.raises(RuntimeError, match="could not be prepared"):
        painter.settle()


@pytest.mark.parametrize("name", ["summer", "autumn", "winter", "rain"])
def test_the_meadow_looks_as_it_did(name: str, tmp_path: Path) -> None:
    now = golden(name)
    kept = seen(pygame.image.load(GOLDEN / f"meadow_{name}.png"))
    differs = (np.abs(seen(now) - kept).max(-1) > TOLERANCE).mean()
    if differs > SHARE:
        pygame.image.save(now, tmp_path / f"meadow_{name}.png")
    assert differs <= SHARE, f"compare {tmp_path}; to keep the new look: python -m tests.desktop.meadow golden"


@pytest.mark.parametrize("season", SEASONS)
def test_what_grows_wild_within_the_map_is_low_and_what_is_tall_stands_outside(season) -> None:
    bank, land = Bank(), Land(TERRAIN, 5)
    found = finds(land, -8, -8, 40, season)
    assert {find.far for find in found} == {False, True}
    for find in found:
        inside = 0 <= find.x < land.columns and 0 <= find.y < land.rows
        tall = bank.size(bank.named(find.sprite, season=season))[1] * find.size / 40
        assert not (inside and find.far), find
        assert find.far or find.sprite == "reed" or tall < 0.9, find
