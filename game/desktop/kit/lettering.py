"""Type in device pixels: fonts, rendered lines, widths and wrapping, each kept once made.

Everything here is asked for by its final size in pixels; logical sizes and the player's text scale are `look.py`'s.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import pygame

from game.desktop.kit.scripts import OWN, RIGHT_TO_LEFT, installed_font, runs
from game.desktop.kit.theme import rgb
from game.paths import ASSETS

FAMILIES: Final = {
    "andika": ("Andika-Regular.ttf", "Andika-Bold.ttf"),
    "opendyslexic": ("OpenDyslexic-Regular.otf", "OpenDyslexic-Bold.otf"),
}
"""Our own fonts: (regular, bold), always opened by file, never pygame's built-in one."""

_TOKENS = re.compile(
    r"[\u2E80-\uA4CF\uFF00-\uFFEF]|(?:[^\s\u2E80-\uA4CF\uFF00-\uFFEF]|\u00A0)+[^\S\u00A0]*|[^\S\u00A0]+"
)  # what a line may be broken between: after a no-break space it may not


@lru_cache(maxsize=96)
def font(family: str, pixels: int, bold: bool, script: str = OWN) -> pygame.font.Font:
    """The font for a script; where none is installed, ours, which then shows its empty boxes."""
    if not pygame.font.get_init():
        pygame.font.init()
    path = None if script == OWN else installed_font(script, bold)
    opened = pygame.font.Font(path or ASSETS / "fonts" / FAMILIES[family][bold], pixels)
    if path and script in RIGHT_TO_LEFT:
        opened.set_script(RIGHT_TO_LEFT[script])
        opened.set_direction(pygame.DIRECTION_RTL)
    return opened


@lru_cache(maxsize=4000)
def width(text: str, family: str, pixels: int, bold: bool) -> int:
    """How wide one line is, in pixels, without rendering it."""
    return sum(font(family, pixels, bold, script).size(part)[0] for script, part in runs(text))


@lru_cache(maxsize=120)
def line(text: str, family: str, pixels: int, bold: bool, colour: str) -> pygame.Surface:
    """One rendered line, premultiplied; its baseline is `ascent` pixels below its top."""
    parts = runs(text)
    if parts and parts[0][0] in RIGHT_TO_LEFT:
        parts = parts[::-1]
    images = [font(family, pixels, bold, script).render(part, True, rgb(colour)) for script, part in parts]
    if len(images) == 1:
        return images[0].premul_alpha()
    ascents = [font(family, pixels, bold, script).get_ascent() for script, _ in parts]
    top = ascent(family, pixels, bold)
    size = sum(image.get_width() for image in images), font(family, pixels, bold).get_height()
    whole = pygame.Surface(size, pygame.SRCALPHA)
    x = 0
    for image, above in zip(images, ascents, strict=True):
        whole.blit(image, (x, top - above))
        x += image.get_width()
    return whole.premul_alpha()


def ascent(family: str, pixels: int, bold: bool) -> int:
    """From the top of a rendered line to its baseline."""
    return font(family, pixels, bold).get_ascent()


@lru_cache(maxsize=256)
def cap_height(family: str, pixels: int, bold: bool) -> int:
    """The height of a capital letter: what the eye takes for the height of a line."""
    metrics = font(family, pixels, bold).metrics("H")[0]
    return metrics[3] if metrics else pixels


@lru_cache(maxsize=2000)
def wrap(text: str, family: str, pixels: int, bold: bool, limit: int) -> tuple[str, ...]:
    """`text` in lines of at most `limit` pixels; a word that is longer than a line is broken, so nothing sticks out."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for token in _TOKENS.findall(paragraph):
            if width((current + token).rstrip(), family, pixels, bold) <= limit:
                current += token
                continue
            if current.strip():
                lines.append(current.rstrip())
            current = token
            while width(current.rstrip(), family, pixels, bold) > limit and len(current.rstrip()) > 1:
                fit = _fitting(current, family, pixels, bold, limit)
                lines.append(current[:fit])
                current = current[fit:]
        lines.append(current.rstrip())
    return tuple(lines)


@lru_cache(maxsize=1000)
def longest_word(text: str, family: str, pixels: int, bold: bool) -> int:
    """The width of the widest part that wrapping would keep whole."""
    return max((width(token.rstrip(), family, pixels, bold) for token in _TOKENS.findall(text)), default=0)


def _fitting(word: str, family: str, pixels: int, bold: bool, limit: int) -> int:
    """How many characters of `word` fit into `limit` pixels: at least one."""
    count = len(word)
    while count > 1 and width(word[:count], family, pixels, bold) > limit:
        count -= 1
    return count
