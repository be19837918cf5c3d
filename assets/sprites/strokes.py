"""Shapes that the generators of sprites share: leaves, dots, scalloped canopies, and writing the file."""

from __future__ import annotations

import math
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
STEM, LEAF, LEAF_DARK, LEAF_LIGHT, RIB = "#4E7A3B", "#6A9A45", "#4F7F3C", "#8DB858", "#A8C878"
RIPE_STEM, DRY, DRY_DARK, DRY_LIGHT = "#7F7A45", "#A38B66", "#86704F", "#C9B48E"
SNOW = "#F6FAFA"
STAGES = ("seedling", "growing", "bloom", "seed", "spent")


def write(name: str, width: int, height: int, body: str, **words: str) -> None:
    """Write `<name>.svg`; `words` become data-... attributes that the game reads (leaves, petals, scale, sway)."""
    told = "".join(f' data-{word}="{value}"' for word, value in words.items())
    box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}{told}>'
    (HERE / f"{name}.svg").write_text(f"{head}\n{body}\n</svg>\n", encoding="utf-8")


def leaf(x: float, y: float, angle: float, length: float, wide: float, colour: str, rib: str = "") -> str:
    """A pointed leaf from (x, y), optionally with a midrib."""
    place = f'transform="translate({x:.1f} {y:.1f}) rotate({angle:.0f})"'
    shape = (
        f'<path {place} d="M0 0C{length * 0.3:.1f} {-wide:.1f} {length * 0.75:.1f} {-wide * 0.7:.1f} {length:.1f} 0'
        f'C{length * 0.7:.1f} {wide * 0.55:.1f} {length * 0.3:.1f} {wide * 0.6:.1f} 0 0Z" fill="{colour}"/>'
    )
    if rib:
        shape += f'<path {place} d="M1 0L{length * 0.85:.1f} 0" stroke="{rib}" stroke-width="0.7" fill="none"/>'
    return shape


def dot(x: float, y: float, radius: float, colour: str) -> str:
    """A filled circle."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}"/>'


def line(d: str, colour: str, width: float) -> str:
    """A round-ended stroke along a path."""
    return f'<path d="{d}" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" fill="none"/>'


def canopy(x: float, y: float, radius: float, bumps: int, seed: int, uneven: float = 0.12, flat: float = 0.9) -> str:
    """The path of a scalloped blob, as leaves of a tree seen from afar."""
    chance = random.Random(seed)
    points = []
    for bump in range(bumps):
        angle, reach = 2 * math.pi * bump / bumps, radius * (1 + uneven * (chance.random() * 2 - 1))
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach * flat))
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        bow = math.hypot(x1 - x0, y1 - y0) * 0.58
        d += f"A{bow:.1f} {bow:.1f} 0 0 1 {x1:.1f} {y1:.1f}"
    return d + "Z"


def blob(x: float, y: float, radius: float, bumps: int, seed: int, colour: str, **form: float) -> str:
    """A filled canopy."""
    return f'<path d="{canopy(x, y, radius, bumps, seed, **form)}" fill="{colour}"/>'


def daisy(
    x: float, y: float, radius: float, colours: tuple[str, str], rays: int = 13, turn: float = 0, flat: float = 0.82
) -> str:
    """A flower head with rays, its upper ones in the lighter colour, and a golden disc."""
    dark, light = colours
    shape = f'<g transform="translate({x:.1f} {y:.1f}) scale(1 {flat})">'
    for ray in range(rays):
        angle = 360 * ray / rays + turn
        colour = light if 180 < angle % 360 < 340 else dark
        shape += (
            f'<ellipse transform="rotate({angle:.0f})" cx="{radius * 0.62:.1f}" cy="0" rx="{radius * 0.42:.1f}" '
            f'ry="{radius * 0.17:.1f}" fill="{colour}"/>'
        )
    return shape + dot(0, 0.5, radius * 0.30, "#B87A0A") + dot(0, -0.4, radius * 0.27, "#F5C73A") + "</g>"


def fluff(
    x: float, y: float, radius: float, seed: int, tones: tuple[str, str, str] = ("#B3986A", "#DCCAA2", "#F7EEDA")
) -> str:
    """A ripe, downy seed head."""
    chance = random.Random(seed)
    shape = dot(x + 0.3, y + 0.6, radius, tones[0]) + dot(x, y, radius * 0.86, tones[1])
    for _ in range(5):
        shape += dot(
            x + chance.uniform(-0.5, 0.35) * radius, y + chance.uniform(-0.6, 0.25) * radius, radius * 0.3, tones[2]
        )
    return shape


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


def cap(x: float, y: float, wide: float) -> str:
    """A little snow lying on something."""
    left, right, foot, top = x - wide, x + wide, y + 0.4, y - wide * 0.75
    d = f"M{left:.1f} {foot:.1f}C{x - wide * 0.7:.1f} {top:.1f} {x + wide * 0.6:.1f} {top:.1f} {right:.1f} {foot:.1f}"
    d += f"C{x + wide * 0.4:.1f} {y + 1.2:.1f} {x - wide * 0.4:.1f} {y + 1.2:.1f} {left:.1f} {foot:.1f}Z"
    return f'<path d="{d}" fill="{SNOW}"/>'
