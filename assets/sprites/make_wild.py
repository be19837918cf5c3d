"""Draws what grows wild and counts for nothing: `python assets/sprites/make_wild.py` rewrites those SVG files.

Within the map all of it is low, far smaller than any plant of a level, and neither gold nor purple. Bushes and trees
stand outside the map only; they are of other kinds than a level has: juniper, birch, spruce.
"""

from __future__ import annotations

import random

from strokes import DRY_DARK, DRY_LIGHT, LEAF, LEAF_DARK, LEAF_LIGHT, SNOW, blob, cap, dot, leaf, line, write

BLADES = ("#6F9F48", "#8DB95C", "#5F9043")
STRAW = ("#B79B5E", "#D8C188", "#9C8350")
FROST = ("#C4C2B6", "#E2E2DA", "#ABA899")
TWIG, TWIG_DARK = "#8A6D55", "#6F5543"
BIRCH, BIRCH_SHADE = "#EEEBDF", "#C9C5B4"


def grass(seed: int, tones: tuple[str, str, str], heads: str = "") -> str:
    """A tall tuft; with `heads` some blades bear a spikelet in that colour."""
    chance = random.Random(seed)
    shape = ""
    for blade in range(9):
        x, length = 18 + (blade - 4) * 1.7, chance.uniform(13, 25)
        lean = (blade - 4) * chance.uniform(0.9, 2.2)
        tip_x, tip_y = x + lean, 35 - length
        shape += (
            f'<path d="M{x - 1.1:.1f} 35Q{x + lean * 0.2:.1f} {35 - length * 0.6:.1f} {tip_x:.1f} {tip_y:.1f}'
            f'Q{x + lean * 0.2 + 1.5:.1f} {35 - length * 0.5:.1f} {x + 1.1:.1f} 35Z" fill="{tones[blade % 3]}"/>'
        )
        if heads and blade % 2:
            turn = f"rotate({lean * 4:.0f} {tip_x:.1f} {tip_y:.1f})"
            place = f'transform="{turn}" cx="{tip_x:.1f}" cy="{tip_y + 1.2:.1f}"'
            shape += f'<ellipse {place} rx="1.0" ry="3.2" fill="{heads}"/>'
    return shape


def star(x: float, y: float, radius: float, petals: int, colour: str, shade: str, heart: str) -> str:
    """A small open flower."""
    shape = f'<g transform="translate({x} {y}) scale(1 0.85)">'
    for petal in range(petals):
        turn = 360 * petal / petals - 90
        fill = colour if 170 < turn % 360 < 350 else shade
        shape += (
            f'<ellipse transform="rotate({turn:.0f})" cx="{radius * 0.56:.1f}" cy="0" rx="{radius * 0.48:.1f}" '
            f'ry="{radius * 0.34:.1f}" fill="{fill}"/>'
        )
    return shape + dot(0, 0, radius * 0.26, heart) + "</g>"


def cushion(seed: int) -> str:
    """A low cushion of leaves, 36 wide."""
    chance = random.Random(seed)
    shape = ""
    for number in range(13):
        x, angle = 10 + 16 * number / 12, -168 + 156 * number / 12 + chance.uniform(-14, 14)
        tone = (LEAF_DARK, LEAF, LEAF_LIGHT)[number % 3]
        shape += leaf(x, 29, angle, chance.uniform(7, 11), 2.9, tone)
    return shape


def blossoms(seed: int, petals: int, radius: float, colours: tuple[str, str, str]) -> str:
    """A cushion with open flowers just above it."""
    shape = cushion(seed)
    for x, y in ((9, 18), (19, 13), (27, 19), (15, 23)):
        shape += line(f"M18 29Q{(18 + x) / 2} {y + 6} {x} {y}", LEAF_DARK, 0.9)
        shape += star(x, y, radius, petals, *colours)
    return shape


def strawberries(ripe: bool) -> str:
    """Wild strawberries: three-part leaves; in flower, or with a few red fruits."""
    shape = ""
    for x, y in ((9, 21), (26, 20), (18, 15)):
        shape += line(f"M18 29Q{(18 + x) / 2} {y + 5} {x} {y}", LEAF_DARK, 1.1)
        for angle, tone in ((-90, LEAF_LIGHT), (-12, LEAF), (192, LEAF_DARK)):
            shape += leaf(x, y, angle, 8, 3.6, tone)
    for x, y in ((5, 26), (15, 26), (23, 27), (31, 26)):
        if ripe:
            heart = f"M{x - 2.4} {y - 2}C{x - 3} {y} {x - 1} {y + 2.6} {x} {y + 3.2}C{x + 1} {y + 2.6} {x + 3} {y}"
            shape += f'<path d="{heart} {x + 2.4} {y - 2}Z" fill="#C93A34"/>' + dot(x - 0.9, y - 0.6, 0.7, "#F2A09A")
        else:
            shape += star(x, y - 1, 3.2, 5, "#FFFFFF", "#EFECE2", "#F2D45C")
    return shape


def fern(tones: tuple[str, str, str]) -> str:
    """Fronds that arch out from one foot."""
    shape = ""
    for number, (end_x, end_y) in enumerate(((3, 20), (45, 19), (10, 8), (39, 7), (25, 3))):
        middle_x, middle_y = (24 + end_x) / 2, end_y - 1
        shape += line(f"M24 35Q{middle_x} {middle_y} {end_x} {end_y}", tones[0], 1.2)
        for step in range(2, 10):
            t = step / 10
            x = (1 - t) ** 2 * 24 + 2 * t * (1 - t) * middle_x + t * t * end_x
            y = (1 - t) ** 2 * 35 + 2 * t * (1 - t) * middle_y + t * t * end_y
            long = 7.5 * (1 - t) + 2
            for side, tone in ((-62, tones[1 + number % 2]), (62, tones[0])):
                base = -150 if end_x < 20 else -30 if end_x > 30 else -90
                shape += leaf(x, y, base + side, long, 1.5, tone)
    return shape


def moss() -> str:
    """A flat soft cushion."""
    shape = blob(18, 10, 13, 11, 5, "#5C8B3F", flat=0.4) + blob(16, 8.8, 10, 9, 6, "#78A84D", flat=0.42)
    return shape + blob(13, 7.4, 5.5, 7, 7, "#98C166", flat=0.42)


def prints() -> str:
    """A bird's steps in the snow."""
    shape = ""
    for number, (x, y) in enumerate(((5, 18), (13, 14), (20, 15), (28, 10), (35, 10))):
        turn = f'transform="rotate({-12 + 24 * (number % 2)} {x} {y})"'
        d = f"M{x - 2.4} {y}L{x + 2.6} {y}M{x} {y}L{x + 2.4} {y - 2.2}M{x} {y}L{x + 2.4} {y + 2.2}"
        shape += f'<path {turn} d="{d}" stroke="#8FA0AA" stroke-width="1" stroke-linecap="round" fill="none"/>'
    return shape


def twigs(snowy: bool) -> str:
    """A fallen twig."""
    shape = line("M3 13Q14 8 33 11M13 10Q17 4 24 3M20 9Q25 13 31 15", TWIG_DARK, 2)
    shape += line("M3 12.400Q14 7.400 33 10.400", TWIG, 0.9)
    return shape + (line("M6 10.600Q14 7 24 8.600", SNOW, 1.6) if snowy else "")


def juniper(seed: int, winter: bool) -> str:
    """A wide evergreen bush outside the map, cooler and more ragged than any shrub of a level."""
    shape = line("M44 69L40 50M48 69L49 48M53 69L58 50", TWIG_DARK, 3.4)
    shape += blob(48, 44, 40, 21, seed, "#33604F", uneven=0.2, flat=0.52)
    for x, y, radius in ((22, 46, 15), (73, 45, 16), (36, 34, 17), (60, 33, 18), (48, 47, 18)):
        shape += blob(x, y, radius, 13, seed + radius, "#4A7A63", uneven=0.22, flat=0.72)
    for x, y, radius in ((18, 41, 7), (68, 39, 8), (32, 28, 9), (56, 27, 9), (44, 42, 7)):
        shape += blob(x, y, radius, 11, seed + x, SNOW if winter else "#6F9C80", uneven=0.2, flat=0.6)
    return shape


def birch(winter: bool) -> str:
    """A slender birch."""
    shape = f'<path d="M43 118C45 90 44 60 46 30L49 30C50 60 51 90 54 118Z" fill="{BIRCH}"/>'
    shape += f'<path d="M49 118C50 90 48 60 48.400 30L49 30C50 60 51 90 54 118Z" fill="{BIRCH_SHADE}"/>'
    for y in (112, 103, 96, 86, 79, 70):
        shape += line(f"M{45.4 + y % 3} {y}L{48.6 + y % 3} {y + 0.6}", "#4A443C", 1.6)
    if winter:
        chance = random.Random(3)
        for number in range(12):
            side, y = (1 if number % 2 else -1), 78 - number * 4.6
            reach = (26 - number * 1.1) * chance.uniform(0.8, 1.1)
            d = f"M47.500 {y:.1f}Q{47.5 + side * reach * 0.6:.1f} {y - 14:.1f} {47.5 + side * reach:.1f} {y - 10:.1f}"
            shape += line(d, TWIG_DARK if side > 0 else TWIG, 1.7)
            shape += line(
                f"M{47.5 + side * reach * 0.4:.1f} {y - 11:.1f}L{47.5 + side * reach * 0.8:.1f} {y - 12:.1f}", SNOW, 1.1
            )
        return shape + f'<path d="M36 119C42 113 48 116 52 114C57 113 61 116 64 119Z" fill="{SNOW}"/>'
    shape += line("M47 76L36 62M48 68L60 54", BIRCH_SHADE, 2)
    shape += blob(48, 42, 34, 15, 8, "#4E8348", uneven=0.12, flat=1.08)
    for x, y, radius, seed in ((34, 50, 16, 2), (62, 52, 16, 3), (47, 28, 20, 4), (50, 62, 14, 5)):
        shape += blob(x, y, radius, 9, seed, "#6FA356")
    for x, y, radius, seed in ((29, 44, 8, 6), (57, 44, 9, 7), (42, 20, 10, 8), (44, 56, 7, 9)):
        shape += blob(x, y, radius, 8, seed, "#A1C871")
    return shape


def spruce(winter: bool) -> str:
    """A spruce, its boughs in tiers."""
    shape = line("M36 118L36 100", TWIG_DARK, 7)
    for number in range(5):
        wide, foot = 32 - number * 5.4, 108 - number * 21
        top = foot - 36
        left = f"M36 {top}C33 {foot - 18} {36 - wide * 0.7:.1f} {foot - 8} {36 - wide:.1f} {foot}"
        hem = f"Q{36 - wide * 0.5:.1f} {foot + 5} 36 {foot + 3}"
        right = f"Q{36 + wide * 0.5:.1f} {foot + 5} {36 + wide:.1f} {foot}"
        side = f"C{36 + wide * 0.7:.1f} {foot - 8} 39 {foot - 18} 36 {top}Z"
        shape += f'<path d="{left}{hem}{right}{side}" fill="#3E6B4A"/>'
        shape += f'<path d="{left}{hem}L36 {top}Z" fill="#5A8A5C"/>'
        if winter:
            d = f"M36 {top + 2}C33 {foot - 20} {36 - wide * 0.6:.1f} {foot - 13} {36 - wide * 0.86:.1f} {foot - 5}"
            d += f"C{36 - wide * 0.4:.1f} {foot - 11} 40 {foot - 12} 36 {top + 2}Z"
            shape += f'<path d="{d}" fill="{SNOW}"/>'
    return shape


LOW = {"leaves": "herb", "scale": "0.65"}
TALL = {"leaves": "tree", "scale": "0.80"}

if __name__ == "__main__":
    for number in range(2):
        write(f"grass_{number}", 36, 36, grass(number, BLADES), **LOW)
        write(f"grass_{number}_ripe", 36, 36, grass(number, BLADES, STRAW[1]), **LOW)
        write(f"grass_{number}_straw", 36, 36, grass(number, STRAW, DRY_DARK), scale="0.65")
        write(f"grass_{number}_frost", 36, 36, grass(number, FROST, DRY_LIGHT) + cap(18, 35, 11), scale="0.65")
        write(f"juniper_{number}", 96, 70, juniper(11 + number, winter=False), scale="0.80")
        write(f"juniper_{number}_winter", 96, 70, juniper(11 + number, winter=True), scale="0.80")
    write("anemone", 36, 30, blossoms(1, 6, 4.6, ("#FFFFFF", "#E9E7DC", "#E9D27A")), **LOW)
    write("speedwell", 36, 30, blossoms(2, 4, 3.6, ("#8FBCE8", "#6E9FD2", "#F4F8FA")), **LOW)
    write("cuckooflower", 36, 30, blossoms(3, 4, 4.0, ("#F6D3E0", "#E6B4C8", "#F4E9A8")), **LOW)
    write("herb_leaves", 36, 30, cushion(4), **LOW)
    write("strawberry_white", 36, 30, strawberries(ripe=False), **LOW)
    write("strawberry_red", 36, 30, strawberries(ripe=True), **LOW)
    write("fern", 48, 36, fern((LEAF_DARK, LEAF, LEAF_LIGHT)), **LOW)
    write("fern_rust", 48, 36, fern(("#8F5A2C", "#B9793A", "#D09A52")), scale="0.65")
    write("moss", 36, 18, moss(), **LOW)
    write("prints", 40, 22, prints(), scale="0.65")
    write("twig", 36, 18, twigs(snowy=False), scale="0.65")
    write("twig_snow", 36, 18, twigs(snowy=True), scale="0.65")
    write("birch", 96, 120, birch(winter=False), **TALL)
    write("birch_winter", 96, 120, birch(winter=True), **TALL)
    write("spruce", 72, 120, spruce(winter=False), leaves="evergreen", scale="0.80")
    write("spruce_winter", 72, 120, spruce(winter=True), scale="0.80")
