"""The meadow behind the title: composed by hand, one letter a tile, in four seasons."""

from __future__ import annotations

from functools import cache

import numpy as np

from game.desktop.drawing.picture import (
    FOREST,
    MEADOW,
    PATH,
    ROCK,
    SEASONS,
    WATER,
    Creature,
    Hive,
    Picture,
    Season,
    Thing,
)

MAP = """
    . . . . . . . . f f f f f f f f f f f f f f . . . . . . r r r r
    . . S . . . t . . f T f f T f f f f T f S . . . . a . . r L r r
    . . . . . . . . . f f f T f f T f T f f . . . . b . A . r r l r
    . . . . . t . . . . f f f f T f f f f t . . S . . a A . . . r r
    . S . . . . . . . . . f f f f f f . . . . . . a A A A . a . r L
    . . . . . . b g . . m . . . m . . . b . . . A A . A A . . b . r
    . . d . . . . . . g . . b . q . . . . . . A . A A . A . b . . .
    . . a . . b . . . . g G . . g . . . S . . . a A A . a . . . . .
    . . . . . g . . . . . G G G . b . . . d . . . . A . . . S . . .
    . . . . g . S . . . g G G . g . . . . . . . b . . a . . . . . g
    . . . a . . . . b . . G . . w w w w . . . . b . . . d . . . . .
    . H . . . a a . . . . g . w w w w w w . e . . . . a . . . . g .
    p p p . . . . a . b . . e w w w w w w w w . . . . . . S . G . g
    p p p p p . g . . h . . . w w w w w w w w w e . . . b . G G g .
    . p p p p p . . . . . b . . w w w w w w w w w w . . a . . G G .
    . . S . p p p p . S . . . . . . . e w w w w w w w . A a . . G g
    . d . . . . p p p p . . . a a . . . . . w w w w w w . A A . b .
    . a . . . . . . p p p . . . A a . b . . . . w w w w . . a . . .
"""
LETTERS = [line.split() for line in MAP.split("\n") if line.strip()]
ROWS, COLUMNS = len(LETTERS), len(LETTERS[0])
GROUND = {"f": FOREST, "T": FOREST, "r": ROCK, "L": ROCK, "l": ROCK, "w": WATER, "p": PATH}
TERRAIN = np.array([[GROUND.get(letter, MEADOW) for letter in line] for line in LETTERS], np.int8)
FLOWERS = {"g": ("goldenrod", 1), "G": ("goldenrod", 3), "a": ("aster", 1), "A": ("aster", 3)}
GREEN = {"b": "goldenrod", "d": "wildflower"}
STANDING = {"L": ("lichen_full", ""), "l": ("lichen_thin", ""), "m": ("mushrooms", ""), "e": ("reed", "")}
STAGES: dict[Season, str] = {"spring": "growing", "summer": "bloom", "autumn": "bloom", "winter": "spent"}
GREEN_STAGES: dict[Season, str] = {"spring": "seedling", "summer": "growing", "autumn": "seed", "winter": "spent"}
BEES: dict[Season, int] = {"spring": 4, "summer": 26, "autumn": 14, "winter": 0}
FIRST: Season = "summer"
BIRDS = ((5.6, 1.7), (19.6, 2.5), (24.0, 6.6))


@cache
def meadow(season: Season) -> Picture:
    """The title's meadow in a season."""
    things: list[Thing] = []
    flowers: list[tuple[float, float, float]] = []
    hive = (9.5, 13.6)
    for row, line in enumerate(LETTERS):
        for column, letter in enumerate(line):
            x, y = column + 0.5, row + 0.5
            if letter in FLOWERS:
                kind, stems = FLOWERS[letter]
                things.append(Thing(kind, x, y, STAGES[season], stems=stems, settled=True))
                flowers.append((x, row + 0.3, float(stems)))
            elif letter in GREEN:
                things.append(Thing(GREEN[letter], x, y, GREEN_STAGES[season], stems=2, settled=True))
            elif letter in "Tt":
                grown = "pecan_young" if letter == "t" else "pecan_fruit" if season == "autumn" else "pecan_mature"
                things.append(Thing(grown, x, row + 1.0))
            elif letter == "S":
                things.append(Thing("shrub", x, row + 0.9, "flower" if season == "spring" else "fruit"))
            elif letter == "H":
                things.append(Thing("house", x, row + 1.0, flip=False))
            elif letter == "h":
                things.append(Thing("hive", *hive, "full", flip=False))
            elif letter in STANDING:
                sprite, stage = STANDING[letter]
                things.append(Thing(sprite, x, row + 0.8, stage))
    creatures = [Creature("squirrel", "squirrel", 14.4, 7.0)]
    if season != "winter":
        creatures += [Creature(f"bird {x}", "bird", x, y, flying=True) for x, y in BIRDS]
    bees = BEES[season]
    return Picture(
        TERRAIN,
        season,
        seed=7,
        things=tuple(things),
        hives=(Hive(hive[0], hive[1] - 0.3, tuple(flowers), bees),),
        creatures=tuple(creatures),
        snow=0.7 if season == "winter" else 0.0,
    )


def season_after(season: Season) -> Season:
    """The season that follows."""
    return SEASONS[(SEASONS.index(season) + 1) % len(SEASONS)]


def take_picture(file: str) -> None:
    """Save the ready-made picture that the title shows while the living meadow is prepared."""
    import pygame

    from game.desktop.drawing.camera import Camera
    from game.desktop.drawing.painter import MeadowPainter
    from game.desktop.drawing.sprites import Bank

    size = COLUMNS * 40, ROWS * 40
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    camera = Camera(COLUMNS, ROWS, size)
    camera.tile = 40
    painter = MeadowPainter(Bank(), camera)
    painter.show(meadow(FIRST))
    painter.settle()
    surface = pygame.Surface(size).convert()
    for moment in range(20):
        painter.draw(surface, moment / 2, 0.0)
    painter.close()
    pygame.image.save(surface, file)
