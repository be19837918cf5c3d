"""Draws goldenrod, aster and daisy in their five stages: `python assets/sprites/make_flowers.py` rewrites the files.

The daisy is a family for any species, in a colour of its own. Stages: seedling, growing, bloom, seed (ripe, downy),
spent (bare, for winter). `make_meadow.py` draws the other families.
"""

from __future__ import annotations

import random

from strokes import (
    DRY,
    DRY_DARK,
    DRY_LIGHT,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    STAGES,
    STEM,
    cap,
    daisy,
    dot,
    fluff,
    foliage,
    leaf,
    line,
    stem_of,
    write,
)

YOUNG = "#B5D873"
GOLD = ("#C98A0E", "#F0B91F", "#FFE07A")
VIOLET = ("#7D5BB5", "#A284D6", "#C9B4EE")
ROSE = ("#9B3F7C", "#C9649F", "#EDA6CF")


def rosette(stage_seed: int, tall: float) -> str:
    """A seedling: a few leaves at the ground."""
    chance = random.Random(stage_seed)
    shape = ""
    for angle in (-20, -160, -50, -130, -90):
        length = tall * (1 if angle == -90 else 0.86) * chance.uniform(0.92, 1.08)
        shape += leaf(24, 69, angle, length, 3.3, LEAF_LIGHT if angle == -90 else LEAF if angle > -90 else LEAF_DARK)
    return shape


def goldenrod(stage: str) -> str:
    """A leafy stem with arching branches full of tiny golden heads."""
    if stage == "seedling":
        shape = line("M24 70C24 62 24 58 25 50", STEM, 2.4)
        for y, angle in ((61, -28), (61, -152), (55, -50), (55, -130), (50, -90)):
            shape += leaf(24.5, y, angle, 13, 3.6, LEAF if angle > -90 else LEAF_DARK)
        return shape
    top = 30 if stage == "growing" else 24
    shape = line(f"M24 71C22 56 25 44 24.5 {top}", stem_of(stage), 2.6)
    spots = []
    for number in range(6 if stage == "growing" else 7):
        side = 1 if number % 2 else -1
        spots.append((24 + side * 0.4, 66 - number * 5.6, -24.0 if side > 0 else -156.0, 19 - number * 1.5))
    shape += foliage(stage, spots, 3.3)
    if stage == "growing":
        for number in range(5):
            shape += leaf(
                24.5, top + 4, -90 + (number - 2) * 24, 11 - abs(number - 2), 2.5, LEAF_LIGHT if number % 2 else YOUNG
            )
        return shape + "".join(dot(24.5 + dx, top + dy, 1.5, "#D2E58E") for dx, dy in ((-4, -1), (0, -5), (4, -1)))
    heads = []
    branches = (
        (41, 42, 36, 27),
        (42, 7, 38, 28),
        (33, 39, 24, 18),
        (34, 10, 25, 19),
        (27, 33, 12, 12),
        (27, 16, 13, 13),
        (24, 25, 4, 10),
    )
    twig = {"bloom": "#7C9A35", "seed": "#8D8550", "spent": DRY}[stage]
    for start, end_x, end_y, bow in branches:
        middle = (24.5 + end_x) / 2
        shape += line(f"M24.5 {start}Q{middle:.1f} {bow} {end_x} {end_y}", twig, 1.3)
        for number in range(9):
            t = 0.18 + 0.82 * number / 8
            x = (1 - t) ** 2 * 24.5 + 2 * t * (1 - t) * middle + t * t * end_x
            y = (1 - t) ** 2 * start + 2 * t * (1 - t) * bow + t * t * end_y
            heads.append((x, y, 3.5 * (1 - 0.5 * t) + 0.5))
    if stage == "spent":
        shape += "".join(
            dot(x, y, radius * 0.46, DRY_LIGHT if number % 3 else DRY)
            for number, (x, y, radius) in enumerate(heads)
            if number % 2
        )
        return shape + "".join(cap(x, y, 3.2) for x, y, _ in heads[4::9])
    if stage == "seed":
        return shape + "".join(
            fluff(x, y, radius * 0.92, number) for number, (x, y, radius) in enumerate(heads) if number % 3 != 1
        )
    chance = random.Random(5)
    shape += "".join(dot(x + 0.3, y + 0.9, radius, GOLD[0]) for x, y, radius in heads)
    shape += "".join(dot(x, y - 0.3, radius * 0.92, GOLD[1]) for x, y, radius in heads)
    return shape + "".join(
        dot(x - r * 0.25, y - r * 0.55, r * 0.45, GOLD[2]) for x, y, r in heads if chance.random() < 0.75
    )


def aster(stage: str) -> str:
    """Several stems from one foot, each with one starry head."""
    heads = [(24, 14, 10.5), (11, 24, 8.5), (38, 25, 9), (19, 33, 7), (32, 37, 7.5)]
    return _branched(stage, heads, VIOLET, 13, rosette(1, 14))


def daisies(stage: str) -> str:
    """Fewer, larger heads on bare stems; colour to be chosen."""
    heads = [(25, 15, 12.5), (12, 29, 10), (37, 32, 10.5)]
    return _branched(stage, heads, ROSE, 11, rosette(2, 13))


def _branched(
    stage: str, heads: list[tuple[int, int, float]], colours: tuple[str, str, str], rays: int, young: str
) -> str:
    if stage == "seedling":
        return young
    shape = "".join(
        line(
            f"M24 71Q{(24 + x * 0.6) / 1.6:.1f} {(y + 70) / 2 + 6:.1f} {x} {y}",
            stem_of(stage),
            1.5 if stage == "spent" else 2,
        )
        for x, y, _ in heads
    )
    spots = [(24.0, 64.0, -20.0, 14.0), (24.0, 63.0, -160.0, 14.0), (24.0, 57.0, -38.0, 12.0)]
    spots += [(24.0, 56.0, -142.0, 12.0), (24.0, 50.0, -25.0, 10.0), (24.0, 49.0, -155.0, 10.0)]
    shape += foliage(stage, spots, 3, rib=stage == "growing")
    ordered = sorted(heads, key=lambda head: head[2])
    if stage == "growing":
        for x, y, _ in heads:
            for angle in (-35, -145):
                shape += leaf(x * 0.86 + 3.4, y + 14, angle, 8, 2, LEAF_LIGHT if angle > -90 else LEAF)
            shape += f'<ellipse cx="{x}" cy="{y}" rx="2.8" ry="3.6" fill="{LEAF_DARK}"/>'
            shape += f'<ellipse cx="{x}" cy="{y - 2.4}" rx="1.9" ry="2.2" fill="{colours[0]}"/>'
        return shape
    if stage == "bloom":
        return shape + "".join(
            daisy(x, y, r, (colours[0], colours[1]), rays, 11 * n) for n, (x, y, r) in enumerate(ordered)
        )
    for number, (x, y, radius) in enumerate(ordered):
        if stage == "seed":
            shape += fluff(x, y, radius * 0.62, number)
        else:
            for ray in range(7):
                shape += leaf(x, y, -180 + ray * 30, radius * 0.55, 1.3, DRY_LIGHT if ray > 2 else DRY_DARK)
            shape += dot(x, y, radius * 0.24, DRY_DARK) + cap(x, y - radius * 0.3, radius * 0.42)
    return shape


FAMILIES = (("goldenrod", goldenrod, GOLD), ("aster", aster, VIOLET), ("daisy", daisies, ROSE))

if __name__ == "__main__":
    for family, draw, petals in FAMILIES:
        for stage in STAGES:
            told = {"leaves": "herb", "petals": " ".join(petals), "scale": "0.70", "sway": "5"}
            write(f"{family}_{stage}", 48, 72, draw(stage), **told)
