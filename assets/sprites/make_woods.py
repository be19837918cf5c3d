"""Draws trees, shrubs and grass: `python assets/sprites/make_woods.py` rewrites those SVG files."""

from __future__ import annotations

import math
import random

from strokes import blob, daisy, dot, leaf, line, write

BARK, BARK_DARK, SNOW = "#6B4A32", "#523724", "#F6FAFA"
TWIG, TWIG_DARK = "#8A6D55", "#6F5543"
NUTS = ((46, 84), (88, 82), (30, 76), (70, 92), (102, 72), (58, 46), (82, 40))
TRUNK = "M56 150C60 138 58 118 56 96L76 96C74 118 75 138 82 150C74 147 70 148 68 151C65 147 61 148 56 150Z"
TRUNK_SHADE = "M68 151C66 138 68 118 66 96L76 96C74 118 75 138 82 150C74 147 70 148 68 151Z"


def trunk() -> str:
    """The trunk of a grown pecan with its two main boughs."""
    shape = f'<path d="{TRUNK}" fill="{BARK}"/><path d="{TRUNK_SHADE}" fill="{BARK_DARK}"/>'
    return shape + line("M60 112C52 104 44 98 38 86", BARK, 6) + line("M72 112C82 104 92 98 98 84", BARK_DARK, 6)


def pecan(nuts: bool) -> str:
    """A grown pecan in leaf, with nuts or without."""
    shape = trunk() + blob(66, 62, 56, 17, 11, "#355F35", uneven=0.08, flat=0.86)
    for colour, lumps in (
        ("#3F6E3A", ((38, 66, 26, 1), (94, 68, 26, 2), (66, 42, 32, 3), (66, 76, 28, 9))),
        ("#5B8C3A", ((34, 58, 20, 4), (86, 58, 21, 5), (60, 34, 24, 6), (60, 66, 19, 16))),
        ("#7FAE4A", ((29, 50, 11, 7), (80, 50, 11, 8), (53, 26, 13, 9), (56, 58, 9, 10))),
    ):
        for x, y, radius, seed in lumps:
            shape += blob(x, y, radius, 11 if radius > 15 else 8, seed, colour)
    chance = random.Random(4)
    for _ in range(34):
        angle, reach = chance.random() * 6.28, chance.random() ** 0.5 * 48
        x, y = 66 + math.cos(angle) * reach, 58 + math.sin(angle) * reach * 0.84
        shape += leaf(
            x, y, chance.choice((-60, -20, 20, 200, 160)), 7, 2, "#9CC768" if y < 58 and x < 74 else "#4B7C38"
        )
    for x, y in NUTS if nuts else ():
        shape += f'<ellipse transform="rotate(20 {x} {y})" cx="{x}" cy="{y}" rx="3.2" ry="4.8" fill="#5A3A1E"/>'
        shape += (
            f'<ellipse transform="rotate(20 {x} {y})" cx="{x - 0.8}" cy="{y - 1}" rx="1.3" ry="2.7" fill="#C08A4E"/>'
        )
    return shape


def _limbs(
    x: float, y: float, angle: float, length: float, width: float, depth: int, chance: random.Random
) -> list[tuple[float, float, float, float, float]]:
    end_x, end_y = x + math.cos(angle) * length, y + math.sin(angle) * length
    limbs = [(x, y, end_x, end_y, width)]
    if depth:
        for turn in (-0.52, 0.06, 0.58) if depth > 1 else (-0.4, 0.42):
            limbs += _limbs(
                end_x,
                end_y,
                angle + turn + chance.uniform(-0.14, 0.14),
                length * chance.uniform(0.66, 0.8),
                width * 0.58,
                depth - 1,
                chance,
            )
    return limbs


def bare(x: float, foot: float, base: float, depth: int, seed: int, stout: float = 0.17) -> str:
    """A leafless crown with snow along its upper limbs, from (x, foot) upwards."""
    limbs = _limbs(x, foot, -math.pi / 2, base, base * stout, depth, random.Random(seed))
    shape = "".join(
        line(f"M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}", TWIG_DARK if x1 > x0 + 1 else TWIG, round(max(1.5, width), 1))
        for x0, y0, x1, y1, width in limbs[::-1]
    )
    for x0, y0, x1, y1, width in limbs:
        if abs(x1 - x0) > abs(y1 - y0) * 0.55 and width > 1:
            lift = max(1.3, width) * 0.5
            shape += line(f"M{x0:.1f} {y0 - lift:.1f}L{x1:.1f} {y1 - lift:.1f}", SNOW, round(max(1.1, width * 0.5), 1))
    return shape


def pecan_winter() -> str:
    """A grown pecan in winter."""
    shape = bare(66, 116, 34, 4, 21, stout=0.42)
    shape += '<path d="M55 151C60 138 59 124 58.900 112L73.100 112C73 126 75 138 82 151Z" fill="#8A6D55"/>'
    shape += '<path d="M68 151C69 136 72 118 72.600 100L73.100 112C73 126 75 138 82 151Z" fill="#6F5543"/>'
    return shape + '<path d="M50 151C56 145 62 149 68 147C74 145 82 146 88 151Z" fill="#F6FAFA"/>'


def young_pecan(winter: bool) -> str:
    """A tree of a few years."""
    shape = f'<path d="M31 78C32 66 31 58 32 44L35 44C35 58 35 66 37 78Z" fill="{BARK}"/>'
    if winter:
        return shape + bare(33.5, 52, 15, 3, 4)
    shape += line("M34 60L44 48", BARK, 2.2)
    return (
        shape
        + blob(34, 36, 22, 11, 3, "#3F6E3A")
        + blob(32, 32, 18, 10, 4, "#5B8C3A")
        + blob(28, 26, 10, 8, 6, "#7FAE4A")
    )


def seedling_tree() -> str:
    """A tree's first year."""
    shape = line("M24 70C24 62 25 58 24.5 50", BARK, 2.2)
    for y, angle, length in ((60, -24, 15), (61, -156, 15), (53, -44, 14), (54, -136, 14), (50, -90, 13)):
        shape += leaf(24.5, y, angle, length, 3.4, "#5B8C3A" if angle > -90 else "#3F6E3A", "#9CC768")
    return shape


def shrub(stage: str) -> str:
    """A serviceberry: in leaf, in flower, in fruit, or bare."""
    shape = line(
        "M30 62C31 52 26 46 20 38M34 62C34 50 34 44 35 34M38 62C38 52 44 46 50 40",
        TWIG if stage == "winter" else "#5F4630",
        2.6,
    )
    if stage == "winter":
        for x, y, length, seed in ((20, 40, 9, 1), (35, 36, 11, 2), (50, 41, 9, 3), (28, 48, 8, 5), (43, 48, 8, 6)):
            shape += bare(x, y, length, 2, seed)
        return shape + '<path d="M22 64C28 59 32 61 36 60C41 59 46 60 50 64Z" fill="#F6FAFA"/>'
    shape += blob(34, 36, 26, 13, 21, "#3F6E3A", uneven=0.08, flat=0.8)
    for x, y, radius, seed in ((21, 36, 13, 1), (47, 36, 14, 2), (34, 26, 16, 3), (34, 42, 13, 33)):
        shape += blob(x, y, radius, 9, seed, "#5F9440")
    for x, y, radius, seed in ((18, 31, 7, 4), (43, 29, 7.5, 5), (30, 19, 8.5, 6)):
        shape += blob(x, y, radius, 7, seed, "#8BBB55")
    if stage == "fruit":
        for x, y in (
            (17, 42),
            (24, 47),
            (28, 33),
            (38, 38),
            (47, 45),
            (52, 36),
            (40, 24),
            (25, 24),
            (35, 49),
            (44, 33),
        ):
            for dx, dy in ((0.0, 0.0), (3.6, 1.4), (1.2, 3.8)):
                shape += dot(x + dx, y + dy, 2.7, "#2B2A66") + dot(x + dx - 0.3, y + dy - 0.4, 2.2, "#4B3F9E")
                shape += dot(x + dx - 0.9, y + dy - 1, 0.8, "#D9D2FF")
    if stage == "flower":
        for x, y in ((17, 40), (28, 32), (39, 37), (50, 37), (41, 23), (26, 22), (34, 47), (20, 28), (46, 46)):
            shape += daisy(x, y, 4.6, ("#F6F2EA", "#FFFFFF"), 5, flat=0.9)
    return shape


def tuft(seed: int, snowy: bool = False) -> str:
    """A few blades of grass."""
    chance = random.Random(seed + 40)
    shape = ""
    tones = ("#A39A86", "#8A7F6A", "#C9C2B2") if snowy else ("#6F9F48", "#87B356", "#5C8B3F")
    for blade in range(7):
        x, length, lean = 12 + (blade - 3) * 1.5, chance.uniform(8, 15), (blade - 3) * chance.uniform(1.1, 2)
        shape += (
            f'<path d="M{x - 1:.1f} 23Q{x + lean * 0.3:.1f} {23 - length * 0.6:.1f} {x + lean:.1f} {23 - length:.1f}'
            f'Q{x + lean * 0.3 + 1.2:.1f} {23 - length * 0.5:.1f} {x + 1:.1f} 23Z" fill="{chance.choice(tones)}"/>'
        )
    return shape + ('<path d="M3 23.500C6 19 10 21 12 20C15 18.500 19 20 21 23.500Z" fill="#F6FAFA"/>' if snowy else "")


def flowering_tuft(clover: bool) -> str:
    """Grass with a few tiny daisies, or a patch of clover leaves."""
    if not clover:
        shape = tuft(5)
        for x, y in ((7, 13), (16, 10), (18, 17)):
            shape += line(f"M12 23Q{(12 + x) / 2:.1f} 18 {x} {y}", "#6F9F48", 0.8)
            shape += daisy(x, y, 3, ("#F2EFE6", "#FFFFFF"), 7)
        return shape
    shape = ""
    for x, y in ((7, 18), (16, 19), (12, 13), (19, 14), (5, 13)):
        for angle in (-90, 30, 150):
            colour = "#87B356" if angle == -90 else "#6F9F48"
            place = f'transform="translate({x} {y}) rotate({angle})"'
            shape += f'<ellipse {place} cx="2" cy="0" rx="2.2" ry="1.8" fill="{colour}"/>'
    return shape


if __name__ == "__main__":
    tree = {"leaves": "tree", "scale": "0.90", "sway": "1.6"}
    write("pecan_mature", 132, 154, pecan(nuts=False), **tree)
    write("pecan_fruit", 132, 154, pecan(nuts=True), **tree)
    write("pecan_mature_winter", 132, 154, pecan_winter(), **tree)
    write("pecan_fruit_winter", 132, 154, pecan_winter(), **tree)
    write("pecan_young", 68, 80, young_pecan(winter=False), **tree)
    write("pecan_young_winter", 68, 80, young_pecan(winter=True), **tree)
    write("pecan_seedling", 48, 72, seedling_tree(), leaves="tree", scale="0.70", sway="4")
    bush = {"leaves": "tree", "scale": "0.82", "sway": "2.4"}
    for stage in ("growing", "flower", "fruit"):
        write(f"shrub_{stage}", 68, 66, shrub(stage), **bush)
        write(f"shrub_{stage}_winter", 68, 66, shrub("winter"), **bush)
    write("shrub_seedling", 48, 72, seedling_tree(), leaves="tree", scale="0.62", sway="4")
    for number in range(3):
        write(f"tuft_{number}", 24, 24, tuft(number), leaves="herb", scale="0.65")
    write("tuft_snow", 24, 24, tuft(3, snowy=True), scale="0.65")
    write("tuft_daisies", 24, 24, flowering_tuft(clover=False), leaves="herb", scale="0.65")
    write("tuft_clover", 24, 24, flowering_tuft(clover=True), leaves="herb", scale="0.65")
