"""Draws rock, soft and hard, and how it comes alive: lichen in eight steps, each partner alone, cracks, first earth.

`python assets/sprites/make_rock.py` rewrites those SVG files. They lie flat, without rim, and may overlap.
"""

from __future__ import annotations

import math
import random

from strokes import blob, dot, leaf, line, write

MINT = ("#DCE9C8", "#A9C9A0", "#7FA77B", "#5F8A63")
GOLD = ("#F7C56A", "#F0A63C", "#DB8320", "#B9661A")
PEARL = ("#EDF1E9", "#D3DBD0", "#B4BFB4", "#98A59B")
ROSETTES = (  # x, y, radius when grown, colours, seed: in the order in which they settle
    (31, 27, 10.5, MINT, 1),
    (43, 21, 6.5, GOLD, 2),
    (17, 22, 8.0, PEARL, 3),
    (47, 33, 8.5, MINT, 4),
    (22, 36, 7.0, MINT, 5),
    (34, 13, 6.5, PEARL, 6),
    (11, 31, 5.5, GOLD, 7),
    (36, 38, 5.5, GOLD, 8),
    (54, 25, 5.0, PEARL, 9),
    (24, 13, 5.0, MINT, 10),
)
OTHERS = (
    (26, 22, 9.0, PEARL, 11),
    (36, 32, 9.5, MINT, 12),
    (45, 18, 7.0, MINT, 13),
    (18, 33, 7.0, GOLD, 14),
    (50, 31, 6.0, PEARL, 15),
    (12, 22, 5.5, MINT, 16),
    (34, 12, 5.5, GOLD, 17),
    (27, 40, 6.0, MINT, 18),
    (45, 40, 5.0, GOLD, 19),
    (54, 22, 4.5, GOLD, 20),
)
STEPS = 8


def rosette(x: float, y: float, radius: float, colours: tuple[str, str, str, str], seed: int) -> str:
    """A lobed crust seen from above: pale rim, darker heart, and cups once it is large."""
    rim, body, heart, cup = colours
    bumps = 9 if radius > 5 else 7
    shape = blob(x + 0.5, y + 0.8, radius, bumps, seed, cup, uneven=0.14, flat=0.8)
    shape += blob(x, y, radius, bumps, seed, rim, uneven=0.14, flat=0.8)
    shape += blob(x, y, radius * 0.74, bumps, seed + 20, body, uneven=0.16, flat=0.8)
    if radius > 3:
        shape += blob(x, y, radius * 0.42, 7, seed + 40, heart, uneven=0.16, flat=0.8)
    chance = random.Random(seed)
    for _ in range(int(radius * 0.7) if radius > 5 else 0):
        angle, reach = chance.random() * math.tau, radius * (0.2 + 0.4 * chance.random())
        cup_x, cup_y = x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.8
        shape += dot(cup_x, cup_y, 0.9, cup) + dot(cup_x - 0.2, cup_y - 0.3, 0.5, rim)
    return shape


def crust(step: int, rosettes: tuple[tuple[float, float, float, tuple[str, str, str, str], int], ...]) -> str:
    """Lichen at a step of 1 to `STEPS`: each step settles one rosette or more, and the earlier ones grow."""
    shape = ""
    for number, (x, y, radius, colours, seed) in enumerate(rosettes):
        age = step - number * 0.72
        if age > 0:
            shape += rosette(x, y, radius * min(1.0, 0.28 + 0.2 * age), colours, seed)
    return shape


def hyphae(step: int) -> str:
    """The fungus alone: grey threads that fan out and find nobody."""
    chance, shape = random.Random(31), ""
    for number in range(5 * step):
        angle, reach = number * 2.4, (5 + 4.2 * step) * (0.5 + 0.5 * chance.random())
        x, y = 30 + math.cos(angle) * reach, 26 + math.sin(angle) * reach * 0.72
        bend_x, bend_y = 30 + math.cos(angle + 0.5) * reach * 0.6, 26 + math.sin(angle + 0.5) * reach * 0.45
        shape += line(f"M30 26Q{bend_x:.1f} {bend_y:.1f} {x:.1f} {y:.1f}", "#DAD8CF" if number % 2 else "#C3C2B9", 1.1)
        shape += dot(x, y, 1.2, "#EDEBE2")
    return shape + blob(30, 26, 3 + step, 8, 5, "#D2D1C8") + blob(29.5, 25.5, 2 + 0.5 * step, 7, 6, "#E9E7DE")


def film(step: int) -> str:
    """The alga alone: a thin green film that dries at its edges."""
    shape = ""
    for number, (x, y, radius, _, seed) in enumerate(ROSETTES[: 2 + 2 * step]):
        grown = radius * (0.5 + 0.16 * step)
        shape += blob(x, y, grown, 8, seed + 60, "#A9B98A", flat=0.7)
        shape += blob(x - 0.4, y - 0.4, grown * 0.72, 7, seed + 61, "#6FA05A" if number % 3 else "#82B06A", flat=0.7)
    return shape


def crack(step: int) -> str:
    """Rock that is becoming soil: cracks, then crumbs in them, then a speck of green."""
    cracks = ("M10 30L19 27L26 31L33 25L44 28L52 23", "M26 31L24 39L29 44", "M33 25L31 16L37 10", "M44 28L49 37L46 42")
    shape = ""
    for number, d in enumerate(cracks[: 2 + step]):
        shape += line(d, "#C9CDC3", 1.2).replace("<path", '<path transform="translate(0.8 1.2)"')
        shape += line(d, "#4A4F4B", 1.4 + 0.5 * step - 0.3 * number)
    chance = random.Random(8)
    for number in range(9 * (step - 1)):
        x, y = 31 + chance.uniform(-19, 19), 28 + chance.uniform(-9, 12)
        shape += dot(x, y, chance.uniform(1.0, 2.3), ("#6B4A30", "#876443", "#5A3E2A")[number % 3])
    if step == 3:
        for x, y in ((29, 31), (44, 29)):
            for angle in (-125, -90, -52):
                shape += leaf(x, y, angle, 9 if angle == -90 else 7, 1.9, "#7DB24A" if angle > -100 else "#5B8C3A")
        for x, y in ((20, 29), (36, 36), (24, 38)):
            shape += blob(x, y, 3, 7, int(x), "#6FA05A", flat=0.7) + blob(x - 0.5, y - 0.6, 1.7, 6, 3, "#93BF6E")
    return shape


def flake(partner: str) -> str:
    """A flake of stone with one partner on it, as it lies in the hand: pale threads need a dark ground."""
    stone = smooth(30.6, 26.4, 25, 12, "#5F665F") + smooth(29.8, 25, 24.4, 12, "#7D847C")
    return stone + partner


def fissure(d: str) -> str:
    """A fine old crack in soft rock, lit from the upper left."""
    return line(d, "#C3C8BC", 1.0).replace("<path", '<path transform="translate(0.9 1.1)"') + line(d, "#7C827B", 1.5)


def polish(ways: tuple[str, ...]) -> str:
    """Where wind from the west has worn hard rock smooth: long pale strokes."""
    return "".join(line(d, "#E6E7DE", width) for d, width in zip(ways, (2.2, 1.4, 1.4), strict=True))


def smooth(x: float, y: float, radius: float, seed: int, colour: str) -> str:
    """An uneven, soft patch."""
    chance, corners = random.Random(seed), 13
    points = []
    for corner in range(corners):
        angle, reach = math.tau * corner / corners, radius * (0.88 + 0.12 * chance.random())
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.9))
    middles = [
        ((x0 + x1) / 2, (y0 + y1) / 2) for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True)
    ]
    d = f"M{middles[-1][0]:.1f} {middles[-1][1]:.1f}"
    for (corner_x, corner_y), (end_x, end_y) in zip(points, middles, strict=True):
        d += f"Q{corner_x:.1f} {corner_y:.1f} {end_x:.1f} {end_y:.1f}"
    return f'<path d="{d}Z" fill="{colour}"/>'


def bank() -> str:
    """The darker edge of first humus on rock; it lies below all earth."""
    return smooth(50, 44, 47, 3, "#837460") + smooth(50, 44, 44.5, 3, "#705339")


def earth() -> str:
    """First humus, wide enough to flow into that of the next tile."""
    return smooth(50, 44, 42, 4, "#876443") + smooth(42, 38, 17, 5, "#8D6A47") + smooth(62, 52, 11, 6, "#7F5D3F")


def growth() -> str:
    """What comes first on new earth: moss, crumbs, the first blades."""
    chance, shape = random.Random(12), ""
    for number in range(16):
        x, y = 32 + chance.uniform(-25, 25), 26 + chance.uniform(-17, 17)
        shape += dot(x, y, chance.uniform(0.9, 1.9), ("#5A3E2A", "#A88258", "#A0A59B")[number % 3])
    for number in range(9):
        x, y = 32 + chance.uniform(-24, 24), 27 + chance.uniform(-15, 15)
        radius = chance.uniform(2.6, 4.8)
        shape += blob(x, y, radius, 8, number, "#5E8F4B", flat=0.7)
        shape += blob(x - 0.6, y - 0.8, radius * 0.6, 7, number + 9, "#8CBB66", flat=0.7)
    for x, y in ((22, 24), (41, 20), (33, 38), (50, 33)):
        for angle in (-120, -90, -62):
            shape += leaf(x, y, angle, 8 if angle == -90 else 6, 1.6, "#7DB24A" if angle > -100 else "#5B8C3A")
    return shape


for number in range(1, STEPS + 1):
    write(f"crust_a_{number}", 60, 50, crust(number, ROSETTES), scale="0.74")
    write(f"crust_b_{number}", 60, 50, crust(number, OTHERS), scale="0.74")
for number in (1, 2, 3):
    write(f"hyphae_{number}", 60, 50, hyphae(number), scale="0.62")
    write(f"film_{number}", 60, 50, film(number), scale="0.62")
    write(f"crack_{number}", 60, 52, crack(number), scale="0.70")
write("flake_fungus", 60, 50, flake(hyphae(3)), scale="0.62")
write("flake_alga", 60, 50, flake(film(3)), scale="0.62")
write("fissure_0", 44, 22, fissure("M3 15L10 9L16 12L24 6L31 10L41 5"), scale="0.8")
write("fissure_1", 34, 24, fissure("M4 4L11 8L13 14L21 16L30 21M13 14L8 20"), scale="0.8")
write("polish_0", 60, 20, polish(("M4 11Q22 5 46 8", "M16 15Q34 11 55 13", "M24 4Q34 2 44 3")), scale="0.9")
write("polish_1", 50, 20, polish(("M3 8Q18 12 38 9", "M14 14Q28 16 46 13", "M8 3Q16 4 24 3")), scale="0.9")
write("earth", 100, 88, earth(), scale="0.78")
write("earth_bank", 100, 88, bank(), scale="0.78")
write("earth_growth", 64, 52, growth(), scale="0.74", leaves="herb")
