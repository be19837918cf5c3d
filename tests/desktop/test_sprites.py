"""Every sprite can be read by pygame, by a browser later, and by anyone who drops in a file of their own."""

from __future__ import annotations

import importlib.util
import sys
import threading
from pathlib import Path

import numpy as np
import pygame
import pygame.surfarray
import pytest

from game.desktop.drawing import svg
from game.desktop.drawing.bending import bent
from game.desktop.drawing.palette import brightness, rgb
from game.desktop.drawing.picture import SEASONS
from game.desktop.drawing.sprites import FRAMES, Bank, Look
from game.paths import ASSETS

SPRITES = sorted((ASSETS / "sprites").glob("*.svg"))
FAMILIES = ("goldenrod", "aster", "wildflower", "daisy", "umbel", "clover")
STAGES = ("seedling", "growing", "bloom", "seed", "spent")


def pixels(surface: pygame.Surface) -> np.ndarray:
    """Width x height x RGBA."""
    return np.dstack([pygame.surfarray.array3d(surface), pygame.surfarray.array_alpha(surface)]).astype(int)


@pytest.mark.parametrize("path", SPRITES, ids=lambda path: path.stem)
def test_a_sprite_uses_only_what_the_svg_reader_draws(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert svg.faults(text) == []
    assert min(svg.size(text)) >= 8


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('<rect fill="red"/>', "colour names"),
        ('<rect fill="rgba(1,2,3,.5)"/>', "#rrggbb"),
        ('<rect fill="#11223344"/>', "six digits"),
        ('<rect fill="#123"/>', "six digits"),
        ('<use href="#a"/>', "element"),
        ('<linearGradient id="g"></linearGradient>', "userSpaceOnUse"),
        ('<rect class="a b"/>', "classes"),
        ('<g opacity="0.5"></g>', "group"),
        ('<g filter="url(#f)"></g>', "effect"),
    ],
)
def test_the_lint_finds_what_would_not_be_drawn(line: str, reason: str) -> None:
    assert any(reason in fault for fault in svg.faults(f'<svg width="9" height="9">{line}</svg>'))


def test_every_sprite_shows_something_and_stands_on_its_lower_edge(bank: Bank) -> None:
    for name in bank.names():
        alpha = pixels(bank.image(name, height=48))[..., 3]
        assert alpha.max() > 60, name
        if name.endswith(STAGES):
            assert alpha[:, -4:].max() > 60, f"{name} floats above its foot"


def test_every_flower_family_is_drawn_in_each_stage_and_each_stage_looks_different(bank: Bank) -> None:
    for family in FAMILIES:
        stills = [pixels(bank.image(f"{family}_{stage}", height=72)) for stage in STAGES]
        for first in range(5):
            for second in range(first):
                assert np.abs(stills[first] - stills[second]).mean() > 1.5, (family, STAGES[first], STAGES[second])


def test_a_things_own_winter_drawing_is_preferred(bank: Bank) -> None:
    assert bank.named("pecan", "mature", "winter") == "pecan_mature_winter"
    assert bank.named("pecan", "mature", "autumn") == "pecan_mature"
    assert bank.named("hive", "", "winter") == "hive_winter"
    assert bank.named("house", "no such stage") == "house"


def test_leaves_follow_the_season_and_other_colours_stay() -> None:
    text = '<svg width="9" height="9" data-leaves="tree"><path fill="#5B8C3A"/><path fill="#6B4A32"/></svg>'
    dressed = {season: svg.dressed(text, season) for season in SEASONS}
    assert len(set(dressed.values())) == 4
    assert all("#6B4A32" in one for one in dressed.values())
    assert svg.dressed(text.replace(' data-leaves="tree"', ""), "autumn").count("#5B8C3A") == 1


def test_a_species_of_ones_own_gets_petals_in_its_colour(bank: Bank) -> None:
    plain = pixels(bank.image("daisy_bloom", height=60))
    blue = pixels(bank.image("daisy_bloom", height=60, colour="#3060D0"))
    changed = np.abs(plain - blue)[..., :3].sum(-1) > 30
    assert 0.05 < changed.mean() < 0.6
    assert blue[changed][:, 2].mean() > blue[changed][:, 0].mean() + 40
    unpainted = svg.dressed('<svg width="9" height="9"><path fill="#C9649F"/></svg>', "summer", "#3060D0")
    assert "#C9649F" in unpainted


def test_a_plant_that_lacks_mineral_is_paler_and_not_only_another_hue(bank: Bank) -> None:
    healthy = bank.frames(Look("goldenrod_growing", 1.0))[0]
    pale = bank.frames(Look("goldenrod_growing", 1.0, pale=3))[0]

    def light(image: pygame.Surface) -> float:
        seen = pixels(image)
        solid = seen[seen[..., 3] > 240][:, :3]
        return brightness(tuple(solid.mean(0)))

    assert light(pale) > light(healthy) + 25


def test_a_bent_stem_keeps_its_foot_and_leans_its_head() -> None:
    stick = pygame.Surface((20, 60), pygame.SRCALPHA)
    stick.fill((255, 255, 255), (9, 0, 2, 60))
    right = pixels(bent(stick, 60))[..., 3]
    left = pixels(bent(stick, -60))[..., 3]
    middle = right.shape[0] / 2
    assert abs(np.flatnonzero(right[:, -1]).mean() - middle) < 2
    assert np.flatnonzero(right.any(1)).max() > middle + 15
    assert np.flatnonzero(left.any(1)).min() < left.shape[0] / 2 - 15
    assert np.flatnonzero(right.any(0)).min() > 5, "a head that hangs is lower than one that stands"


def test_swaying_plants_have_their_frames_and_stones_only_one(bank: Bank) -> None:
    assert len(bank.frames(Look("aster_bloom", 0.7, sway=5.0))) == FRAMES
    assert len(bank.frames(Look("house", 0.7))) == 1


def test_a_sprite_is_rastered_once_and_thirst_is_another_look(bank: Bank) -> None:
    look = Look("aster_bloom", 0.71, "spring")
    assert bank.frames(look) is bank.frames(Look("aster_bloom", 0.71, "spring"))
    thirsty = bank.frames(Look("aster_bloom", 0.71, "spring", droop=3))[0]
    assert thirsty.get_width() > bank.frames(look)[0].get_width()


def test_an_icon_takes_one_colour(bank: Bank) -> None:
    icon = pixels(bank.icon("icon_water", 32, "#2E6B4F"))
    solid = icon[icon[..., 3] == 255][:, :3]
    assert len(solid) > 100
    assert np.abs(solid - rgb("#2E6B4F")).max() <= 2


def test_an_unknown_sprite_is_named_in_the_error(bank: Bank) -> None:
    with pytest.raises(KeyError, match="unicorn"):
        bank.image("unicorn", height=20)


def test_the_bank_finds_a_file_that_somebody_dropped_in(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text(
        '<svg xmlns="x" width="10" height="20"><rect width="10" height="20" fill="#FF0000"/></svg>'
    )
    own = Bank(tmp_path)
    assert own.names() == ["mine"]
    assert own.image("mine", height=40).get_size() == (20, 40)


@pytest.mark.parametrize("generator", ["make_flowers", "make_meadow", "make_rock", "make_wild", "make_woods"])
def test_the_generators_draw_what_lies_in_the_folder(
    generator: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ASSETS / "sprites"
    monkeypatch.syspath_prepend(str(folder))
    strokes = importlib.import_module("strokes")
    monkeypatch.setattr(strokes, "HERE", tmp_path)
    spec = importlib.util.spec_from_file_location("__main__", folder / f"{generator}.py")
    assert spec is not None
    assert spec.loader is not None
    try:
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    finally:
        sys.modules.pop("strokes", None)
    drawn = list(tmp_path.glob("*.svg"))
    assert len(drawn) >= 15
    for path in drawn:
        assert path.read_text() == (folder / path.name).read_text(), f"{path.name} was changed by hand"


def test_what_is_kept_can_be_drawn_while_another_thread_makes_a_likeness_of_it(bank: Bank) -> None:
    bank = Bank()
    kept = bank.frames(Look("aster_bloom", 2.0))[0]
    seen = threading.Event()

    def resemble() -> None:
        for number in range(25):
            bank.likeness(Look("aster_bloom", 12.0 + number))
        seen.set()

    other, surface = threading.Thread(target=resemble), pygame.Surface((200, 200), 0, 32)
    other.start()
    while not seen.is_set():
        surface.fblits([(kept, (0, 0))], pygame.BLEND_PREMULTIPLIED)
    other.join()
