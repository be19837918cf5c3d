"""Draws a spike, an umbel and a clover in their five stages: `python assets/sprites/make_meadow.py` rewrites the files.

`wildflower` (the spike) and `umbel` are families that any species can use in a colour of its own.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from strokes import (
    DRY,
    DRY_DARK,
    DRY_LIGHT,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    RIB,
    STAGES,
    dot,
    fluff,
    foliage,
    leaf,
    line,
    stem_of,
    write,
)

ROSE = ("#9B3F7C", "#C9649F", "#EDA6CF")


def spike(stage: str) -> str:
    """One straight stem, flowers all the way up: blazing star, lupin, loosestrife."""
    if stage == "seedling":
        return "".join(
            leaf(24, 69, a, 15 if abs(a + 90) < 30 else 12, 1.9, LEAF if a > -90 else LEAF_DARK)
            for a in (-35, -145, -62, -118, -90)
        )
    shape = line("M24 71C23 56 24.6 40 24 " + ("30" if stage == "growing" else "8"), stem_of(stage), 2.4)
    spots = [
        (24.0, 68.0 - n * 4.2, (-38.0 if n % 2 else -142.0), 17.0 - n) for n in range(9 if stage == "growing" else 7)
    ]
    shape += foliage(stage, spots, 1.8, rib=False)
    if stage == "growing":
        for number in range(6):
            rx, tone = 3.6 - number * 0.4, LEAF_LIGHT if number % 2 else LEAF
            shape += f'<ellipse cx="24" cy="{38 - number * 3.4:.1f}" rx="{rx:.1f}" ry="2.6" fill="{tone}"/>'
        return shape + dot(24, 19.5, 1.8, ROSE[1])
    chance = random.Random(8)
    for number in range(13):
        y, radius = 40 - number * 2.75, 6.4 * (1 - 0.055 * number)
        if stage == "spent":
            shape += dot(
                24 + (number % 2 - 0.5) * 4.5 * (1 - number / 16), y, 1.5, DRY_LIGHT if number % 3 else "#EDE7DA"
            )
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
        return shape + "".join(
            dot(24 + dx, 25 + dy, 2.6, LEAF_LIGHT if dx < 1 else LEAF)
            for dx, dy in ((-4, 1), (4, 1), (-2, -3), (2.4, -3), (0, 1))
        )
    for number, (x, y, radius) in enumerate(clusters):
        shape += line(f"M24 40Q{(24 + x) / 2:.1f} {y + 12:.1f} {x} {y + radius * 0.5:.1f}", stem_of(stage), 1.6)
        chance = random.Random(number)
        if stage == "bloom":
            shape += f'<ellipse cx="{x}" cy="{y + 0.8}" rx="{radius}" ry="{radius * 0.78:.1f}" fill="{ROSE[0]}"/>'
            for _ in range(24):
                dx, dy = chance.uniform(-0.86, 0.8), chance.uniform(-0.8, 0.6)
                if dx * dx + dy * dy < 0.8:
                    shape += dot(
                        x + dx * radius, y + dy * radius * 0.8, radius * 0.19, ROSE[2] if dy + dx < -0.45 else ROSE[1]
                    )
        elif stage == "seed":
            place = f'transform="translate({x} {y}) rotate({-14 + 14 * number})"'
            shape += f'<path {place} d="M0 -9C5 -4 5 4 0 8C-5 4 -5 -4 0 -9Z" fill="#A79A5E"/>'
            shape += fluff(x + 1.5, y - 5, radius * 0.45, number)
        else:
            shape += "".join(
                line(f"M{x} {y + 3}L{x + dx} {y - 4 + abs(dx) * 0.4:.1f}", DRY_LIGHT, 1.1)
                for dx in (-5, -2.5, 0, 2.5, 5)
            )
    return shape


def clover(stage: str) -> str:
    """Low three-part leaves and round heads."""
    shape = ""
    spots = (
        [(24, 56), (12, 60), (36, 61)]
        if stage == "seedling"
        else [(10, 58), (38, 58), (17, 50), (32, 49), (24, 57), (24, 45)]
    )
    tones = (DRY_DARK, DRY) if stage == "spent" else (LEAF_DARK, LEAF)
    for number, (x, y) in enumerate(spots):
        shape += line(f"M24 71Q{(24 + x) / 2:.1f} {y + 6} {x} {y}", stem_of(stage), 1.5)
        for angle in (-90, 30, 150):
            place, tone = f'transform="translate({x} {y}) rotate({angle})"', tones[angle == -90]
            shape += f'<ellipse {place} cx="4" cy="0" rx="4.2" ry="3.4" fill="{tone}"/>'
        if stage != "spent":
            shape += "".join(
                f'<ellipse transform="translate({x} {y}) rotate({angle})" cx="3.6" cy="0" rx="1.4" ry="2.2" '
                f'fill="{RIB}"/>'
                for angle in (-90, 30, 150)
                if number % 2
            )
    for x, y in ((15, 40), (34, 38), (25, 31)):
        if stage in ("bloom", "seed", "spent"):
            shape += line(f"M24 70Q{(24 + x) / 2:.1f} {y + 14} {x} {y}", stem_of(stage), 1.5)
        if stage == "bloom":
            shape += dot(x + 0.3, y + 0.8, 6, "#C9829F") + dot(x, y, 5.4, "#EFC3D3")
            shape += "".join(
                dot(x + dx, y + dy, 1.5, "#FFF3F6") for dx, dy in ((-2.6, -1), (0, -3), (2, -1.4), (-0.4, 0.4))
            )
        elif stage == "seed":
            shape += dot(x, y, 4.6, "#8E6B45") + dot(x - 0.6, y - 0.8, 3.4, "#B08D5E")
        elif stage == "spent":
            shape += dot(x, y, 3.2, DRY_DARK) + dot(x - 0.4, y - 0.7, 2.1, DRY_LIGHT)
    return shape


FAMILIES: tuple[tuple[str, Callable[[str], str], tuple[str, str, str], str], ...] = (
    ("wildflower", spike, ROSE, "4"),
    ("umbel", umbel, ROSE, "4"),
    ("clover", clover, ("#C9829F", "#EFC3D3", "#FFF3F6"), "3"),
)

if __name__ == "__main__":
    for family, draw, petals, sway in FAMILIES:
        for stage in STAGES:
            told = {"leaves": "herb", "petals": " ".join(petals), "scale": "0.70", "sway": sway}
            write(f"{family}_{stage}", 48, 72, draw(stage), **told)
