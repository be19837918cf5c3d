"""What is laid over the world to be understood: frames of tiles, motes on their way, lines between partners."""

from __future__ import annotations

import io
from functools import lru_cache
from math import hypot, sin

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.picture import Flow, Link, Pointing, Season
from game.desktop.drawing.sprites import Bank, Look

Blit = tuple[pygame.Surface, tuple[float, float]]
FRAME = {
    "hover": '<rect x="{a}" y="{a}" width="{b}" height="{b}" rx="{r}" fill="none" '
    'stroke="#FFFFFF" stroke-width="{w}"/><rect x="{a}" y="{a}" width="{b}" height="{b}" rx="{r}" fill="none" '
    'stroke="#1B3FA0" stroke-width="{n}" stroke-dasharray="{d} {d}"/>',
    "cursor": '<rect x="{a}" y="{a}" width="{b}" height="{b}" rx="{r}" fill="none" '
    'stroke="#FFFFFF" stroke-width="{w}"/><rect x="{a}" y="{a}" width="{b}" height="{b}" rx="{r}" fill="none" '
    'stroke="#1B3FA0" stroke-width="{n}"/>',
    "refused": '<rect x="{a}" y="{a}" width="{b}" height="{b}" rx="{r}" fill="none" '
    'stroke="#FFFFFF" stroke-width="{w}"/><rect x="{a}" y="{a}" width="{b}" height="{b}" rx="{r}" fill="none" '
    'stroke="#B83A1E" stroke-width="{n}" stroke-dasharray="{d} {d}"/>'
    '<path d="M{p} {p}L{q} {q}M{q} {p}L{p} {q}" stroke="#FFFFFF" stroke-width="{w}" stroke-linecap="round"/>'
    '<path d="M{p} {p}L{q} {q}M{q} {p}L{p} {q}" stroke="#B83A1E" stroke-width="{n}" stroke-linecap="round"/>',
    "reach": '<rect x="{o}" y="{o}" width="{c}" height="{c}" rx="{r}" fill="#FFFBE6" fill-opacity="0.30" '
    'stroke="#FFFFFF" stroke-opacity="0.75" stroke-width="1.5"/>',
}
RINGS = 12  # frames of a breath
BREATH = 0.8  # seconds
GHOST, GHOST_FOOT = 195, 0.8  # how much of a ghost is seen, of 255; where in the tile it stands
TRAVEL = 0.9  # seconds that a sent mote is under way
MOTE = {"sugar": 0.42, "mineral": 0.42, "water": 0.42, "seed": 0.42}


@lru_cache(maxsize=24)
def frame(kind: str, tile: int) -> pygame.Surface:
    """A tile's frame, premultiplied, with a margin of 4 pixels around the tile."""
    side, wide = tile + 8, max(4.0, tile / 8)
    near, far = tile * 0.34 + 4, tile * 0.66 + 4
    inner = side - 2 * wide / 2 - 2
    fields = {
        "a": wide / 2 + 1,
        "b": inner,
        "r": tile * 0.22,
        "w": wide,
        "n": wide * 0.52,
        "d": inner * 0.105,
        "o": 5.5,
        "c": tile - 3,
        "p": near,
        "q": far,
    }
    body = FRAME[kind].format(**{key: f"{value:.2f}" for key, value in fields.items()})
    box = f'width="{side}" height="{side}" viewBox="0 0 {side} {side}"'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), (side, side)).convert_alpha().premul_alpha()


@lru_cache(maxsize=64)
def _ring(number: int, tile: int) -> pygame.Surface:
    share = number / RINGS
    side = round(tile * 2.4)
    ring = pygame.Surface((side, side), pygame.SRCALPHA)
    radius = tile * (0.35 + 0.8 * share)
    alpha = round(210 * (1 - share))
    wide = max(2, round(tile * 0.1 * (1.3 - share)))
    pygame.draw.aacircle(ring, (255, 251, 230, alpha), (side / 2, side / 2), radius, wide)
    return ring.premul_alpha()


@lru_cache(maxsize=48)
def _glow(size: int, step: int) -> pygame.Surface:
    glow = pygame.Surface((size, size), pygame.SRCALPHA)
    for radius, alpha in ((size / 2, 34), (size / 3, 100), (size / 5, 245)):
        layer = pygame.Surface((size, size), pygame.SRCALPHA)
        pygame.draw.aacircle(layer, (255, 236, 160, alpha * (2 + step) // 6), (size / 2, size / 2), radius)
        glow.blit(layer, (0, 0))
    return glow.premul_alpha()


def frames(camera: Camera, pointing: Pointing) -> list[Blit]:
    """Frames of the tiles the player points at, the keyboard's cursor above the mouse."""
    blits: list[Blit] = []
    if pointing.hover is not None:
        kind = "refused" if pointing.refused else "hover"
        blits.append(_framed(camera, kind, pointing.hover))
    if pointing.cursor is not None:
        kind = "refused" if pointing.refused and pointing.hover is None else "cursor"
        blits.append(_framed(camera, kind, pointing.cursor))
    return blits


def ghost(bank: Bank, camera: Camera, season: Season, pointing: Pointing) -> list[Blit]:
    """What would be set on the tile pointed at, seen through."""
    tile = pointing.hover or pointing.cursor
    if not pointing.ghost or tile is None:
        return []
    image = _faint(bank, pointing.ghost, camera.tile, season)
    x, y = camera.to_screen(tile[0] + 0.5, tile[1] + GHOST_FOOT)
    return [(image, (x - image.get_width() / 2, y - image.get_height()))]


@lru_cache(maxsize=8)
def _faint(bank: Bank, name: str, tile: int, season: Season) -> pygame.Surface:
    """A drawing as large as it stands on a tile, premultiplied."""
    look = Look(name, round(bank.natural(name)[0] * tile / 40, 3), season)
    image = bank.frames(look)[0].copy()
    image.fill((GHOST,) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    return image


def reach(camera: Camera, pointing: Pointing) -> list[Blit]:
    """The tiles that an action would touch, but for those in a frame; to be laid under the plants."""
    framed = pointing.hover, pointing.cursor
    return [_framed(camera, "reach", place) for place in sorted(pointing.reach) if place not in framed]


def _framed(camera: Camera, kind: str, place: tuple[int, int]) -> Blit:
    rect = camera.tile_rect(*place)
    return frame(kind, camera.tile), (rect.x - 4, rect.y - 4)


def breath(camera: Camera, column: int, row: int, age: float, calm: bool) -> list[Blit]:
    """A ring that widens over a tile; without motion it only stands there a moment."""
    ring = _ring(4 if calm else min(RINGS - 1, int(age / BREATH * RINGS)), camera.tile)
    x, y = camera.to_screen(column + 0.5, row + 0.5)
    return [(ring, (x - ring.get_width() / 2, y - ring.get_height() / 2))]


def mote(bank: Bank, camera: Camera, flow: Flow, share: float) -> Blit:
    """One mote at a `share` of its way: a disc of sugar, a diamond of mineral, a drop, a seed."""
    x, y = _on_arc(flow.start, flow.end, share)
    image = bank.frames(Look(f"mote_{flow.kind}", round(MOTE[flow.kind] * camera.tile / 40, 3)))[0]
    px, py = camera.to_screen(x, y)
    return image, (px - image.get_width() / 2, py - image.get_height() / 2)


def flowing(bank: Bank, camera: Camera, flows: tuple[Flow, ...], seconds: float, calm: bool) -> list[Blit]:
    """Two motes on each flow, one behind the other."""
    blits = []
    for number, flow in enumerate(flows):
        start = 0.25 if calm else (seconds * 0.55 + number * 0.37) % 1
        blits += [mote(bank, camera, flow, start), mote(bank, camera, flow, (start + 0.5) % 1)]
    return blits


def shining(camera: Camera, links: tuple[Link, ...], seconds: float, calm: bool) -> list[Blit]:
    """Lines of light, with a brighter wave running from the giver to the receiver."""
    blits: list[Blit] = []
    size = max(6, round(camera.tile * 0.22))
    for link in links:
        length = hypot(link.end[0] - link.start[0], link.end[1] - link.start[1]) * camera.tile
        dots = max(4, int(length / (size * 0.42)))
        for dot in range(dots + 1):
            share = dot / dots
            wave = 0.5 if calm else 0.5 + 0.5 * sin(share * 7 - seconds * 4)
            glow = _glow(size, round(4 * link.strength * (0.25 + 0.75 * wave)))
            x, y = camera.to_screen(*_on_arc(link.start, link.end, share, 0.12))
            blits.append((glow, (x - size / 2, y - size / 2)))
    return blits


def _on_arc(
    start: tuple[float, float], end: tuple[float, float], share: float, lift: float = 0.22
) -> tuple[float, float]:
    rise = 4 * share * (1 - share) * lift * hypot(end[0] - start[0], end[1] - start[1])
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share - rise
