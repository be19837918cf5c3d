"""Icons: one SVG of 24 by 24 units each in `assets/icons/`, in `currentColor` with its gaps in the paper's colour."""

from __future__ import annotations

import re
from functools import cache

import pygame

from game.desktop.kit.shapes import vector
from game.paths import ASSETS

UNITS = 24
_PAPER = "#FCF7EA"


def icon(name: str, pixels: int, colour: str, ground: str = _PAPER) -> pygame.Surface:
    """The icon `name` in `pixels` by `pixels`, premultiplied. Raises FileNotFoundError for an unknown one."""
    body = _body(name).replace("currentColor", colour).replace(_PAPER, ground)
    return vector(body, UNITS, UNITS, (pixels, pixels))


@cache
def _body(name: str) -> str:
    text = (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    found = re.search(r"<svg[^>]*>(.*)</svg>", text, re.DOTALL)
    if found is None:
        raise ValueError(f"{name}.svg is not an SVG")
    return found[1].strip()
