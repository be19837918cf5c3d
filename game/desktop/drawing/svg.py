"""Sprites as text: read an SVG's size, turn its leaves to the season, repaint its petals, lint it.

The root element may carry two words of our own, which every SVG reader skips: `data-leaves="tree|herb|evergreen"`
(greens follow the season) and `data-petals="#dark #middle #light"` (these three follow the species' colour).
"""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

from game.desktop.drawing.palette import LEAVES, PALE, RGB, brightness, hexed, mixed, rgb
from game.desktop.drawing.picture import Season

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
SIZE = re.compile(r'<svg[^>]*\swidth="([\d.]+)"\s+height="([\d.]+)"')
FORBIDDEN = {
    r"objectBoundingBox|<(?:linear|radial)Gradient(?![^>]*userSpaceOnUse)": "gradients must be in userSpaceOnUse",
    r"rgba?\(|hsla?\(": "colours must be written #rrggbb",
    r"<(?:use|text|tspan|pattern|image|clipPath|mask|filter|marker|symbol|style)\b": "an element is not drawn",
    r"\b(?:clip-path|mask|filter|marker-\w+)\s*[=:]": "an effect is not drawn",
    r"#[0-9A-Fa-f]{8}\b|#[0-9A-Fa-f]{3,5}\b(?![0-9A-Fa-f])": "colours need exactly six digits",
    r'class="': "classes are not read reliably",
    r'<g[^>]*[" ]opacity=': "opacity on a group is applied to each shape",
    r'(?:fill|stroke|stop-color)="(?!none|#[0-9A-Fa-f]{6}"|url\(#)[^"]*"': "colour names are not read",
}


def size(text: str) -> tuple[float, float]:
    """Width and height that the SVG states."""
    found = SIZE.search(text)
    if not found:
        raise ValueError("an SVG must state its width and height, in this order")
    return float(found[1]), float(found[2])


def told(text: str, word: str) -> str:
    """The value of `data-<word>` on the root element, or nothing."""
    found = re.search(rf'<svg[^>]*\sdata-{word}="([^"]*)"', text)
    return found[1] if found else ""


def faults(text: str) -> list[str]:
    """What the game's SVG reader would not draw as written."""
    return [reason for pattern, reason in FORBIDDEN.items() if re.search(pattern, text)]


def dressed(text: str, season: Season, colour: str = "", pale: float = 0.0) -> str:
    """The SVG in the season's leaves, with petals in `colour` and its green faded by `pale` (0..1, lacks mineral)."""
    petals = told(text, "petals").split()
    if colour and petals:
        painted = dict(zip((petal.upper() for petal in petals), _petals(rgb(colour)), strict=False))
        text = HEX.sub(lambda found: painted.get(found[0].upper(), found[0]), text)
    ramp = LEAVES.get(told(text, "leaves"), {}).get(season)
    if not ramp and not pale:
        return text
    return HEX.sub(lambda found: _leaf(found[0].upper(), ramp, pale), text)


def _petals(colour: RGB) -> tuple[str, str, str]:
    return hexed(mixed(colour, (46, 20, 60), 0.30)), hexed(colour), hexed(mixed(colour, (255, 250, 235), 0.48))


@lru_cache(maxsize=4096)
def _leaf(colour: str, ramp: tuple[str, str, str] | None, pale: float) -> str:
    red, green, blue = rgb(colour)
    hue, _, strength = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    if not (0.17 < hue < 0.47 and strength > 0.12):
        return colour
    light = brightness(rgb(colour))
    if ramp:
        colour = _along(ramp, light)
    return hexed(mixed(rgb(colour), rgb(_along(PALE, light)), 0.85 * pale)) if pale else colour


def _along(stops: tuple[str, str, str], light: float) -> str:
    share = max(0.0, min(1.0, (light - 80) / 105)) * 2
    first = min(1, int(share))
    return hexed(mixed(rgb(stops[first]), rgb(stops[first + 1]), share - first))
