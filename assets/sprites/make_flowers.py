"""Draws every flower in its five stages: `python assets/sprites/make_flowers.py` rewrites their SVG files.

Goldenrod and aster have their own forms; `wildflower` (a spike), `daisy` and `umbel` are families that any species
can use with a colour of its own. Stages: seedling, growing, bloom, seed (ripe and downy), spent (bare, for winter).
"""

from __future__ import annotations

import random

from strokes import LEAF, LEAF_DARK, LEAF_LIGHT, RIB, STEM, daisy, dot, fluff, leaf, line, write

STAGES = ("seedling", "growing", "bloom", "seed", "spent")
RIPE_STEM, DRY, DRY_DARK, DRY_LIGHT = "#7F7A45", "#8C7658", "#6F5C44", "#B7A27C"
GOLD = ("#C98A0E", "#F0B91F", "#FFE07A")
VIOLET = ("#7D5BB5", "#A284D6", "#C9B4EE")
ROSE = ("#9B3F7C", "#C9649F", "#EDA6CF")


def stem_of(stage: str) -> str:
    """The colour of a stem in this stage."""
    return {"seed": RIPE_STEM, "spent": DRY}.get(stage, STEM)


def foliage(stage: str, spots: list[tuple[float, float, float, float]], wide: float, rib: bool = True) -> str:
    """Leaves at (x, y, angle, length); ripe ones are half gone, spent ones hang dry."""
    shape = ""
    for number, (x, y, angle, length) in enumerate(spots):
        right = -90 < angle < 90
        if stage == "spent":
            if number % 2 == 0:
                hang = 62 if right else 118
                shape += leaf(x, y, hang, length * 0.62, wide * 0.8, DRY_LIGHT if right else DRY_DARK)
        elif stage == "seed" and number < 2:
            shape += leaf(x, y, 40 if right else 140, length * 0.8, wide, "#C2A14E" if right else "#A38438")
        else:
            shape += leaf(x, y, angle, length, wide, LEAF if right else LEAF_DARK, RIB if rib and right else "")
    return shape


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
            shape += leaf(24.5, top + 4, -90 + (number - 2) * 24, 11 - abs(number - 2), 2.5, LEAF_LIGHT if number % 2 else LEAF)
        return shape
    heads = []
    branches = ((41, 42, 36, 27), (42, 7, 38, 28), (33, 39, 24, 18), (34, 10, 25, 19), (27, 33, 12, 12), (27, 16, 13, 13), (24, 25, 4, 10))
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
        return shape + "".join(dot(x, y, radius * 0.42, DRY_LIGHT if number % 3 else "#E9E2D2") for number, (x, y, radius) in enumerate(heads) if number % 2)
    if stage == "seed":
        return shape + "".join(fluff(x, y, radius * 0.92, number) for number, (x, y, radius) in enumerate(heads) if number % 3 != 1)
    chance = random.Random(5)
    shape += "".join(dot(x + 0.3, y + 0.9, radius, GOLD[0]) for x, y, radius in heads)
    shape += "".join(dot(x, y - 0.3, radius * 0.92, GOLD[1]) for x, y, radius in heads)
    return shape + "".join(dot(x - r * 0.25, y - r * 0.55, r * 0.45, GOLD[2]) for x, y, r in heads if chance.random() < 0.75)


def aster(stage: str) -> str:
    """Several stems from one foot, each with one starry head."""
    heads = [(24, 14, 10.5), (11, 24, 8.5), (38, 25, 9), (19, 33, 7), (32, 37, 7.5)]
    return _branched(stage, heads, VIOLET, 13, rosette(1, 14))


def daisies(stage: str) -> str:
    """Fewer, larger heads on bare stems; colour to be chosen."""
    heads = [(25, 15, 12.5), (12, 29, 10), (37, 32, 10.5)]
    return _branched(stage, heads, ROSE, 11, rosette(2, 13))


def _branched(stage: str, heads: list[tuple[int, int, float]], colours: tuple[str, str, str], rays: int, young: str) -> str:
    if stage == "seedling":
        return young
    shape = "".join(
        line(f"M24 71Q{(24 + x * 0.6) / 1.6:.1f} {(y + 70) / 2 + 6:.1f} {x} {y}", stem_of(stage), 2) for x, y, _ in heads
    )
    spots = [(24.0, 64.0, -20.0, 14.0), (24.0, 63.0, -160.0, 14.0), (24.0, 57.0, -38.0, 12.0)]
    spots += [(24.0, 56.0, -142.0, 12.0), (24.0, 50.0, -25.0, 10.0), (24.0, 49.0, -155.0, 10.0)]
    shape += foliage(stage, spots, 3, rib=False)
    ordered = sorted(heads, key=lambda head: head[2])
    if stage == "growing":
        for x, y, _ in heads:
            shape += f'<ellipse cx="{x}" cy="{y}" rx="2.8" ry="3.6" fill="{LEAF_DARK}"/>'
            shape += f'<ellipse cx="{x}" cy="{y - 2.4}" rx="1.9" ry="2.2" fill="{colours[0]}"/>'
        return shape
    if stage == "bloom":
        return shape + "".join(daisy(x, y, r, (colours[0], colours[1]), rays, 11 * n) for n, (x, y, r) in enumerate(ordered))
    for number, (x, y, radius) in enumerate(ordered):
        if stage == "seed":
            shape += fluff(x, y, radius * 0.62, number)
        else:
            for ray in range(7):
                shape += leaf(x, y, -180 + ray * 30, radius * 0.46, 1.0, DRY_LIGHT if ray > 2 else DRY_DARK)
            shape += dot(x, y, radius * 0.2, DRY_DARK)
    return shape


def spike(stage: str) -> str:
    """One straight stem, flowers all the way up: blazing star, lupin, loosestrife."""
    if stage == "seedling":
        return "".join(leaf(24, 69, a, 15 if abs(a + 90) < 30 else 12, 1.9, LEAF if a > -90 else LEAF_DARK) for a in (-35, -145, -62, -118, -90))
    shape = line("M24 71C23 56 24.6 40 24 " + ("30" if stage == "growing" else "8"), stem_of(stage), 2.4)
    spots = [(24.0, 68.0 - n * 4.2, (-38.0 if n % 2 else -142.0), 17.0 - n) for n in range(9 if stage == "growing" else 7)]
    shape += foliage(stage, spots, 1.8, rib=False)
    if stage == "growing":
        for number in range(6):
            shape += f'<ellipse cx="24" cy="{38 - number * 3.4:.1f}" rx="{3.6 - number * 0.4:.1f}" ry="2.6" fill="{LEAF_LIGHT if number % 2 else LEAF}"/>'
        return shape + dot(24, 19.5, 1.8, ROSE[1])
    chance = random.Random(8)
    for number in range(13):
        y, radius = 40 - number * 2.75, 6.4 * (1 - 0.055 * number)
        if stage == "spent":
            shape += dot(24 + (number % 2 - 0.5) * 4.5 * (1 - number / 16), y, 1.5, DRY_LIGHT if number % 3 else "#EDE7DA")
        elif stage == "seed":
            shape += fluff(24 + (number % 2 - 0.5) * 4, y, radius * 0.55, number)
        else:
            for side in (-1, 0, 1):
                x = 24 + side * radius * 0.72
                shape += dot(x + 0.3, y + 0.7 + abs(side), radius * 0.46, ROSE[0])
                shape += dot(x - 0.2, y - 0.1 + abs(side) * 0.8, radius * 0.40, ROSE[1])
                if side < 1 and chance.random() < 0.75:
                    shape += dot(x - 0.6, y - 0.8 + abs(side) * 0.6, radius * 0.19, ROSE[2])
    return shape


def umbel(stage: str) -> str:
    """Rounded clusters over broad leaves: milkweed, yarrow."""
    if stage == "seedling":
        return "".join(leaf(24, 69, a, 14, 4.4, LEAF if a > -90 else LEAF_DARK) for a in (-28, -152, -62, -118))
    shape = line("M24 71C23 56 24.5 44 24 " + ("28" if stage == "growing" else "22"), stem_of(stage), 2.8)
    shape += foliage(stage, [(24.0, 66.0 - n * 6.2, (-26.0 if n % 2 else -154.0), 18.0 - n) for n in range(6)], 4.6)
    clusters = [(12, 27, 8.5), (37, 28, 8.5), (24.5, 15, 10.5)]
    if stage == "growing":
        return shape + "".join(dot(24 + dx, 25 + dy, 2.6, LEAF_LIGHT if dx < 1 else LEAF) for dx, dy in ((-4, 1), (4, 1), (-2, -3), (2.4, -3), (0, 1)))
    for number, (x, y, radius) in enumerate(clusters):
        shape += line(f"M24 40Q{(24 + x) / 2:.1f} {y + 12:.1f} {x} {y + radius * 0.5:.1f}", stem_of(stage), 1.6)
        chance = random.Random(number)
        if stage == "bloom":
            shape += f'<ellipse cx="{x}" cy="{y + 0.8}" rx="{radius}" ry="{radius * 0.78:.1f}" fill="{ROSE[0]}"/>'
            for _ in range(24):
                dx, dy = chance.uniform(-0.86, 0.8), chance.uniform(-0.8, 0.6)
                if dx * dx + dy * dy < 0.8:
                    shape += dot(x + dx * radius, y + dy * radius * 0.8, radius * 0.19, ROSE[2] if dy + dx < -0.45 else ROSE[1])
        elif stage == "seed":
            shape += f'<path transform="translate({x} {y}) rotate({-14 + 14 * number})" d="M0 -9C5 -4 5 4 0 8C-5 4 -5 -4 0 -9Z" fill="#A79A5E"/>'
            shape += fluff(x + 1.5, y - 5, radius * 0.45, number)
        else:
            shape += "".join(line(f"M{x} {y + 3}L{x + dx} {y - 4 + abs(dx) * 0.4:.1f}", DRY_LIGHT, 1.1) for dx in (-5, -2.5, 0, 2.5, 5))
    return shape


def clover(stage: str) -> str:
    """Low three-part leaves and round heads."""
    shape = ""
    spots = [(24, 56), (12, 60), (36, 61)] if stage == "seedling" else [(10, 58), (38, 58), (17, 50), (32, 49), (24, 57), (24, 45)]
    tones = (DRY_DARK, DRY) if stage == "spent" else (LEAF_DARK, LEAF)
    for number, (x, y) in enumerate(spots):
        shape += line(f"M24 71Q{(24 + x) / 2:.1f} {y + 6} {x} {y}", stem_of(stage), 1.5)
        for angle in (-90, 30, 150):
            shape += f'<ellipse transform="translate({x} {y}) rotate({angle})" cx="4" cy="0" rx="4.2" ry="3.4" fill="{tones[angle == -90]}"/>'
        if stage != "spent":
            shape += "".join(f'<ellipse transform="translate({x} {y}) rotate({angle})" cx="3.6" cy="0" rx="1.4" ry="2.2" fill="{RIB}"/>' for angle in (-90, 30, 150) if number % 2)
    for number, (x, y) in enumerate(((15, 40), (34, 38), (25, 31))):
        if stage in ("bloom", "seed", "spent"):
            shape += line(f"M24 70Q{(24 + x) / 2:.1f} {y + 14} {x} {y}", stem_of(stage), 1.5)
        if stage == "bloom":
            shape += dot(x + 0.3, y + 0.8, 6, "#C9829F") + dot(x, y, 5.4, "#EFC3D3")
            shape += "".join(dot(x + dx, y + dy, 1.5, "#FFF3F6") for dx, dy in ((-2.6, -1), (0, -3), (2, -1.4), (-0.4, 0.4)))
        elif stage == "seed":
            shape += dot(x, y, 4.6, "#8E6B45") + dot(x - 0.6, y - 0.8, 3.4, "#B08D5E")
        elif stage == "spent":
            shape += dot(x, y, 3.2, DRY_DARK) + dot(x - 0.4, y - 0.7, 2.1, DRY_LIGHT)
    return shape


FAMILIES = (
    ("goldenrod", goldenrod, GOLD, "5"),
    ("aster", aster, VIOLET, "5"),
    ("daisy", daisies, ROSE, "5"),
    ("wildflower", spike, ROSE, "4"),
    ("umbel", umbel, ROSE, "4"),
    ("clover", clover, ("#C9829F", "#EFC3D3", "#FFF3F6"), "3"),
)

if __name__ == "__main__":
    for family, draw, petals, sway in FAMILIES:
        for stage in STAGES:
            write(f"{family}_{stage}", 48, 72, draw(stage), leaves="herb", petals=" ".join(petals), scale="0.70", sway=sway)
