"""How threads, knots, roots and pale plants of the underground view are drawn: each a small premultiplied surface."""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, floor, hypot, pi, sin

import numpy as np
import numpy.typing as npt
import pygame
import pygame.surfarray

from game.desktop.drawing.noise import lot
from game.desktop.drawing.threads import Point

WIDTHS = (0.032, 0.056, 0.090, 0.130)  # tiles, by level of threads
MARGIN = 0.4  # tiles around a thread for its hairs and glow
HAIRS = 2.6  # a tile
THREAD = {  # core and glow by what runs along it
    "calm": ("#F7E2BE", "#F2C88A"),
    "called": ("#FFD75E", "#FFB72E"),
    "uneasy": ("#F6BB97", "#EC8A66"),
    "alarmed": ("#F58E6C", "#F0603C"),
}
ROOTED, ALONE = "#E6CBA4", "#7E6A74"  # roots in the web and out of it
KNOB = ("#8E4358", "#EE8FA4", "#FFE3E8")  # a nodule: its rim, itself, its light
KNOB_SIZE, KNOBS_A_STEP = 0.055, 2  # tiles; how many are drawn for each step
PALE_LOW, PALE_HIGH = (78, 62, 72), (150, 130, 136)  # a plant out of the web, from its dark parts to its light ones
OWN, LIFT = 0.50, (44, 34, 40)  # how much of its colours a plant in the web keeps, and what is added


def thread(
    points: npt.NDArray[np.float32], level: int, mood: str, tile: int, seed: int
) -> tuple[pygame.Surface, tuple[int, int]]:
    """A thread of this level (1 to 4) with its hairs, and the pixel of its upper left corner from the map's."""
    corner = floor((points[:, 0].min() - MARGIN) * tile), floor((points[:, 1].min() - MARGIN) * tile)
    width, height = (ceil((points[:, axis].max() + MARGIN) * tile) - corner[axis] for axis in (0, 1))
    placed: list[Point] = (points * tile - np.array(corner)).tolist()
    line = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in placed)
    core, glow = THREAD[mood]
    wide = WIDTHS[level - 1] * tile
    body = _stroke(line, glow, wide + 0.16 * tile, 0.11) + _stroke(line, glow, wide + 0.07 * tile, 0.16)
    body += _stroke(_hairs(placed, tile, seed), core, max(0.8, 0.022 * tile), 0.5)
    body += _stroke(line, core, wide, 0.96)
    if mood == "alarmed":
        body += _stroke(line, "#FFF3E2", wide + 0.03 * tile, 1.0, f"0.1 {0.22 * tile:.1f}")
    return _drawn(body, width, height), corner


def _hairs(placed: list[Point], tile: int, seed: int) -> str:
    """Fine side threads, to either side in turn."""
    long = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(placed))
    count = max(1, round(long / tile * HAIRS))
    path = ""
    for number in range(count):
        chance = lot(number, seed, 21)
        at = min(len(placed) - 2, int((number + 0.2 + 0.6 * chance) / count * (len(placed) - 1)))
        (x, y), (u, v) = placed[at], placed[at + 1]
        ahead = hypot(u - x, v - y) or 1.0
        right, down = (u - x) / ahead, (v - y) / ahead
        side = (1 if number % 2 else -1) * (0.7 + 0.5 * lot(number, seed, 22))
        reach = tile * (0.10 + 0.16 * lot(number, seed, 23))
        out_x, out_y = right * 0.8 - down * side, down * 0.8 + right * side
        path += f"M{x:.1f} {y:.1f}q{right * reach * 0.6:.1f} {down * reach * 0.6:.1f}"
        path += f" {out_x * reach:.1f} {out_y * reach:.1f}"
    return path


@lru_cache(maxsize=128)
def knot(size: float, tile: int) -> pygame.Surface:
    """Where threads meet: a soft light, and for roots (`size` in tiles above 0.07) a pale knob with a dark rim."""
    side = round(tile * (size * 2 + 0.5)) // 2 * 2
    middle, radius = side / 2, size * tile
    light = (
        f'<defs><radialGradient id="g" gradientUnits="userSpaceOnUse" cx="{middle}" cy="{middle}" r="{middle}">'
        '<stop offset="0.2" stop-color="#FFE2AC" stop-opacity="0.42"/><stop offset="1" stop-color="#FFE2AC" '
        f'stop-opacity="0"/></radialGradient></defs><circle cx="{middle}" cy="{middle}" r="{middle}" fill="url(#g)"/>'
    )
    if size > 0.07:
        light += f'<circle cx="{middle}" cy="{middle}" r="{radius * 1.32:.1f}" fill="#8A5E4C"/>'
    light += f'<circle cx="{middle}" cy="{middle}" r="{radius:.1f}" fill="#FBE9CF"/>'
    if size > 0.07:
        light += f'<circle cx="{middle - radius * 0.25:.1f}" cy="{middle - radius * 0.3:.1f}" r="{radius * 0.42:.1f}" '
        light += 'fill="#FFFFFF" fill-opacity="0.85"/>'
    return _drawn(light, side, side)


@lru_cache(maxsize=256)
def roots(reach: float, tile: int, joined: bool, variant: int, knobs: int = 0) -> pygame.Surface:
    """Roots `reach` tiles long below a foot, which is in the middle of the surface, with none to many `knobs` (0 to 3)
    in which bacteria live."""
    side = round(tile * reach * 2) // 2 * 2 + 6
    middle = side / 2
    colour, count = ROOTED if joined or knobs else ALONE, 5
    body = nodules = ""
    for number in range(count):
        chance = lot(number, variant, 31)
        angle = pi * (0.5 + (number / (count - 1) - 0.5) * (0.86 + 0.12 * chance))
        long = tile * reach * (0.55 + 0.45 * lot(number, variant, 32)) * (0.75 + 0.25 * sin(angle))
        x, y = long * cos(angle), long * sin(angle) * 0.8
        sway = (chance - 0.5) * long * 0.9
        wide = tile * (0.014 + 0.04 * reach) * (1.0 if number == 2 else 0.75)
        line = f"M{middle} {middle}q{x * 0.5 + sway:.1f} {y * 0.4:.1f} {x:.1f} {y:.1f}"
        body += _stroke(line, colour, wide, 0.62 if joined else 0.5)
        fork = f"M{middle + x * 0.55 + sway * 0.4:.1f} {middle + y * 0.5:.1f}q{x * 0.1 - sway * 0.4:.1f} {y * 0.3:.1f}"
        fork += f" {x * 0.15 - sway:.1f} {y * 0.42:.1f}"
        body += _stroke(fork, colour, wide * 0.6, 0.5 if joined else 0.4)
        for step in range(number, knobs * KNOBS_A_STEP, count):
            along = 0.72 if step < count else 0.42
            bend, end = 2 * along * (1 - along), along * along
            nodules += _knob(
                middle + bend * (x * 0.5 + sway) + end * x, middle + bend * y * 0.4 + end * y, KNOB_SIZE * tile
            )
    return _drawn(body + nodules, side, side)


def _knob(x: float, y: float, radius: float) -> str:
    rim, own, light = KNOB
    spots = ((0.0, 1.3, rim), (0.0, 1.0, own), (-0.28, 0.4, light))
    return "".join(
        f'<circle cx="{x + off * radius:.1f}" cy="{y + off * radius:.1f}" r="{size * radius:.1f}" fill="{colour}"/>'
        for off, size, colour in spots
    )


@lru_cache(maxsize=16)
def ring(number: int, of: int, tile: int) -> pygame.Surface:
    """One of the frames of a call that spreads: a golden ring, wider and fainter from frame to frame."""
    share = (number + 0.5) / of
    side = round(tile * 3.2) // 2 * 2
    radius, wide = tile * (0.25 + 1.25 * share), tile * 0.11 * (1.2 - share)
    circle = f'<circle cx="{side / 2}" cy="{side / 2}" r="{radius:.1f}" fill="none" stroke="#FFD75E" '
    faint = (1 - share) ** 1.3
    return _drawn(
        circle + f'stroke-width="{wide * 2.6:.1f}" stroke-opacity="{0.25 * faint:.2f}"/>'
        + circle + f'stroke-width="{wide:.1f}" stroke-opacity="{faint:.2f}"/>',
        side, side,
    )  # fmt: skip


def ghost(image: pygame.Surface, joined: bool) -> pygame.Surface:
    """A premultiplied sprite as a pale shape; what is joined keeps a little of its colours."""
    result = image.copy()
    pixels = pygame.surfarray.pixels3d(result)
    share = pygame.surfarray.array_alpha(image).astype(np.float32)[..., None] / 255
    bright = (pixels @ np.array([0.299, 0.587, 0.114], np.float32))[..., None]
    if joined:
        own = np.float32(0.6) * pixels + np.float32(0.4) * bright
        shade = own * np.float32(OWN) + share * np.array(LIFT, np.float32)
    else:
        low, high = np.array(PALE_LOW, np.float32), np.array(PALE_HIGH, np.float32)
        shade = share * low + bright / 255 * (high - low)
    pixels[:] = np.minimum(shade, share * 255).astype(np.uint8)
    return result


def _stroke(path: str, colour: str, width: float, alpha: float, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="{path}" stroke="{colour}" stroke-opacity="{alpha}" stroke-width="{width:.2f}" '
        f'stroke-linecap="round" stroke-linejoin="round" fill="none"{dashed}/>'
    )


def _drawn(body: str, width: int, height: int) -> pygame.Surface:
    box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), (width, height)).convert_alpha().premul_alpha()
