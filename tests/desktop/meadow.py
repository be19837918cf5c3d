"""A meadow to look at: 20 x 12 tiles with brook, path, grove and hive, composed by hand for tests of the picture.

`python -m tests.desktop.meadow FOLDER` saves it in four seasons at two window sizes; with `golden` instead of a folder
it renews the small pictures that `test_drawing.py` compares with.
"""

from __future__ import annotations

import sys
from math import sin
from pathlib import Path

import numpy as np
import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.noise import scattered
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import (
    MEADOW,
    SEASONS,
    Creature,
    Flow,
    Hive,
    Link,
    Mark,
    Picture,
    Pointing,
    Season,
    Thing,
)
from game.desktop.drawing.sprites import Bank

MAP = """
    ........ffffffff....
    ..ss....fffffffff...
    .ssss....fffffff....
    ..sss.......f.......
    ...s................
    ............ww......
    pp.........wwww.....
    pppp........wwww....
    .ppppp.......wwww.rr
    ....pppp.......ww.rr
    ......pppp......ww..
    .........ppp....ww..
"""
TERRAIN = np.array([[".srwpf".index(letter) for letter in line.strip()] for line in MAP.split()], np.int8)
STAGES: dict[Season, tuple[str, str, str]] = {
    "spring": ("growing", "growing", "seedling"),
    "summer": ("bloom", "growing", "seedling"),
    "autumn": ("seed", "bloom", "growing"),
    "winter": ("spent", "spent", "spent"),
}
STANDING = (
    ("pecan_mature", 9.3, 1.6),
    ("pecan_mature", 11.6, 1.2),
    ("pecan_mature", 13.9, 1.9),
    ("pecan_mature", 10.6, 3.1),
    ("pecan_mature", 13.0, 3.4),
    ("pecan_young", 8.5, 2.9),
    ("pecan_mature", 16.0, 1.4),
    ("house", 1.4, 7.2),
    ("house", 3.4, 6.5),
    ("basket", 3.6, 8.5),
    ("lichen_full", 18.8, 8.9),
    ("lichen_thin", 19.5, 10.0),
    ("shrub", 8.0, 4.6),
    ("shrub", 16.9, 3.4),
    ("shrub", 9.4, 9.2),
    ("mushrooms", 10.2, 4.2),
    ("mushrooms", 13.9, 4.4),
    ("hive", 6.5, 5.6),
    ("reed", 10.8, 6.6),
    ("reed", 16.5, 7.6),
    ("lily", 13.4, 6.5),
    ("stump", 7.2, 1.3),
)


def meadow(season: Season = "summer", rain: float = 0.0) -> Picture:
    """The meadow in a season."""
    things = [Thing("hive", 6.5, 5.6, stage="full" if season == "autumn" else "", flip=False)]
    for sprite, x, y in STANDING:
        if sprite == "shrub":
            things.append(Thing("shrub", x, y, {"spring": "flower", "winter": "fruit"}.get(season, "fruit")))
        elif sprite == "pecan_mature" and season == "autumn":
            things.append(Thing("pecan_fruit", x, y))
        elif sprite != "hive":
            things.append(Thing(sprite, x, y, flip=False if sprite == "house" else None))
    taken = {
        (int(x) + dx, int(y - 0.3)) for sprite, x, y in STANDING for dx in ((-1, 0) if "pecan" in sprite else (0,))
    }
    flowers = []
    for row in range(TERRAIN.shape[0]):
        for column in range(TERRAIN.shape[1]):
            lot = float(scattered(np.array([row]), np.array([column]), 3)[0])
            lush = sin(column * 0.55 + 1.1) + sin(row * 0.7 + column * 0.21) + lot * 1.6
            if TERRAIN[row, column] != MEADOW or (column, row) in taken or lush < 0.5:
                continue
            kind = "goldenrod" if sin(column * 0.6 + row * 0.4) + lot > 0.45 else "aster"
            if (column, row) in ((15, 9), (14, 10), (13, 11)):
                kind = "wildflower"
            stage = STAGES[season][0 if lush > 1.1 else 1 if lush > 0.8 else 2]
            dry = 0.7 if (column > 16 and row < 7 and lot > 0.5) else 0.0
            poor = 0.9 if column < 2 and lot > 0.4 else 0.0
            stems = 1 + int(lot * 2.6)
            things.append(
                Thing(
                    kind,
                    column + 0.5,
                    row + 0.5,
                    stage,
                    stems=stems,
                    settled=True,
                    droop=dry,
                    pale=poor,
                    colour="#D05FA0" if kind == "wildflower" else "",
                )
            )
            if stage == "bloom":
                flowers.append((column + 0.5, row + 0.3, 1.0 + lot))
    bees = {"spring": 8, "summer": 26, "autumn": 14, "winter": 0}[season]
    animals = (
        Creature("s1", "squirrel", 9.2, 4.9),
        Creature("b1", "bird", 7.0, 3.0, flying=True),
        Creature("b2", "bird", 15.2, 5.0, flying=True),
        Creature("h", "hawk", 17.0, 6.0, flying=True),
    )
    damp = np.clip(np.linspace(0, 1.2, 20)[None] + np.zeros((12, 1)), 0, 1).astype(np.float32) * rain
    return Picture(
        TERRAIN,
        season,
        5,
        tuple(things),
        (Hive(6.5, 5.3, tuple(flowers), bees),),
        animals,
        (Mark("mulched", 5, 3), Mark("litter", 10, 4, 0.6), Mark("litter", 14, 3), Mark("seeds", 4, 4)),
        damp,
        rain,
        1.0 if season == "winter" else 0.0,
        (
            Flow("sugar", (6.5, 5.0), (9.5, 6.5)),
            Flow("mineral", (5.5, 3.5), (7.5, 4.5)),
            Flow("water", (13.0, 6.0), (10.5, 6.5)),
            Flow("seed", (4, 4), (6, 3)),
        )
        if rain
        else (),
        (Link((6.5, 4.9), (8.5, 6.5)),) if rain else (),
    )


def scene(size: tuple[int, int] = (1280, 720), calm: bool = False) -> tuple[pygame.Surface, MeadowPainter]:
    """A surface and a painter for this meadow, with space left for cards."""
    scale = size[1] / 720
    free = pygame.Rect(12 * scale, 72 * scale, 944 * scale, 524 * scale)
    camera = Camera(TERRAIN.shape[1], TERRAIN.shape[0], size, free)
    return pygame.Surface(size).convert(), MeadowPainter(Bank(), camera, calm)


def main(folder: Path) -> None:
    """Save stills."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    for size in ((1280, 720), (1920, 1080)):
        surface, painter = scene(size)
        for season in SEASONS:
            painter.show(meadow(season))
            painter.settle()
            pointing = Pointing(
                hover=(7, 4), cursor=(15, 4), reach=frozenset((x, y) for x in (14, 15, 16) for y in (3, 4, 5))
            )
            for moment in range(8):
                painter.draw(surface, 60 + moment / 2, 0.5, pointing)
            pygame.image.save(surface, folder / f"draw_{season}_{size[1]}.png")
        painter.show(meadow("summer", rain=1.0))
        painter.settle()
        for moment in range(8):
            painter.draw(surface, 80 + moment / 2, 0.5, Pointing(hover=(7, 4), refused=True))
        pygame.image.save(surface, folder / f"draw_rain_{size[1]}.png")
        painter.close()


def golden(name: str) -> pygame.Surface:
    """A small still of the meadow, named for its season or for rain."""
    painter = MeadowPainter(Bank(), Camera(TERRAIN.shape[1], TERRAIN.shape[0], (320, 180)), threaded=False)
    surface = pygame.Surface((320, 180)).convert()
    painter.show(meadow("summer", rain=1.0) if name == "rain" else meadow(name))  # type: ignore[arg-type]
    painter.settle()
    painter.draw(surface, 7.0, 1.0, Pointing(hover=(8, 5)))
    return surface


if __name__ == "__main__":
    if sys.argv[1] == "golden":
        pygame.display.init()
        pygame.display.set_mode((64, 64))
        for still in ("summer", "autumn", "winter", "rain"):
            pygame.image.save(golden(still), Path(__file__).parent.parent / "pictures" / f"meadow_{still}.png")
    else:
        main(Path(sys.argv[1]))
