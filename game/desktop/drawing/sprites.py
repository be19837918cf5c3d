"""The sprite bank: drawings found by name in `assets/sprites`, rastered once for each use and kept.

Each SVG is rastered at twice its size, rimmed, premultiplied, then bent and scaled down for every frame of its sway.
All surfaces are premultiplied: blit them with `pygame.BLEND_PREMULTIPLIED`.
"""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock

import pygame

from game.desktop.drawing import svg
from game.desktop.drawing.bending import bent, forget
from game.desktop.drawing.picture import Season
from game.desktop.drawing.shading import blur_of, rimmed
from game.desktop.drawing.shading import shadow as laid_shadow
from game.paths import ASSETS

FRAMES = 7  # of a sway: steps of half a pixel at the head
DROOP = 135.0  # degrees by which a stem bends at full thirst
PLAIN = (
    "icon_",
    "tuft_",
    "leaf_",
    "litter",
    "ripple",
    "snow_",
    "pebble_",
    "crust_",
    "hyphae_",
    "film_",
    "crack_",
    "fissure_",
    "polish_",
    "earth",
    "grass_",
    "anemone",
    "speedwell",
    "cuckooflower",
    "herb_",
    "strawberry_",
    "fern",
    "moss",
    "prints",
    "twig",
)  # drawn without the dark rim
SPARE = 2_000_000  # bytes of surfaces that are kept though the scene does not need them now
STILLS = 96  # single pictures kept, for cards that are painted anew
BIG = 6  # straight drawings at twice their size, kept while their frames and shadow are made


@dataclass(frozen=True, slots=True)
class Look:
    """One way to draw one sprite: `scale` is pixels per SVG unit, `droop` and `pale` in thirds (0..3)."""

    name: str
    scale: float
    season: Season = "summer"
    flip: bool = False
    sway: float = 0.0
    droop: int = 0
    pale: int = 0
    colour: str = ""
    _hash: int = field(init=False, compare=False, repr=False, default=0)

    def __post_init__(self) -> None:
        told = (self.name, self.scale, self.season, self.flip, self.sway, self.droop, self.pale, self.colour)
        object.__setattr__(self, "_hash", hash(told))

    def __hash__(self) -> int:
        return self._hash  # looked up thousands of times a second


class Bank:
    """All sprites of the game. Safe to use from the background thread as well."""

    def __init__(self, folder: Path = ASSETS / "sprites") -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*.svg"))}
        self._names = frozenset(self._paths)
        self._texts: dict[str, str] = {}
        self._sizes: dict[str, tuple[float, float]] = {}
        self._natural: dict[str, tuple[float, float]] = {}
        self._kept: OrderedDict[object, list[pygame.Surface]] = OrderedDict()
        self._stills: dict[object, pygame.Surface] = {}
        self._big: OrderedDict[Look, pygame.Surface] = OrderedDict()
        self._latest: dict[tuple[str, bool], Look] = {}
        self._likenesses: dict[Look, pygame.Surface] = {}
        self._bytes = self._trimmed = 0
        self._lock = RLock()

    def names(self) -> list[str]:
        """Every sprite there is."""
        return sorted(self._paths)

    @property
    def names_known(self) -> frozenset[str]:
        """The same as a set, to look names up in."""
        return self._names

    def named(self, sprite: str, stage: str = "", season: Season = "summer") -> str:
        """The drawing for a thing: its own for the season if there is one, else for the stage, else the thing's."""
        known = f"{sprite}_{stage}" if stage and f"{sprite}_{stage}" in self._paths else sprite
        return f"{known}_{season}" if f"{known}_{season}" in self._paths else known

    def size(self, name: str) -> tuple[float, float]:
        """Width and height in SVG units. Raises KeyError for a name without a drawing."""
        self._text(name)
        return self._sizes[name]

    def natural(self, name: str) -> tuple[float, float]:
        """(size, sway): pixels per SVG unit on a tile of 40 pixels, and degrees of lean in a gust, as the SVG says."""
        self._text(name)
        return self._natural[name]

    def likeness(self, look: Look) -> pygame.Surface | None:
        """Something ready that resembles a look that is not: the same drawing at another size, season or side."""
        found = self._likenesses.get(look)
        known = self._latest.get((look.name, look.flip)) or self._latest.get((look.name, not look.flip))
        if found or known is None or known not in self._kept:
            return found
        image = self._kept[known][len(self._kept[known]) // 2]
        factor = look.scale / known.scale
        size = (max(1, round(image.get_width() * factor)), max(1, round(image.get_height() * factor)))
        # of a copy: while it is scaled another thread could not draw what is kept
        scaled = self._likenesses[look] = pygame.transform.scale(image.copy(), size)
        return scaled

    def image(
        self, name: str, height: int = 0, width: int = 0, season: Season = "summer", colour: str = ""
    ) -> pygame.Surface:
        """One still picture, as large as fits in `height` and `width` pixels (0: any)."""
        key = name, height, width, season, colour
        found = self._stills.get(key)
        if found is None:
            own_width, own_height = self.size(name)
            scale = min(height / own_height if height else 1e9, width / own_width if width else 1e9)
            if len(self._stills) >= STILLS:
                self._stills.clear()
            found = self._stills[key] = self.frames(Look(name, round(scale, 3), season, colour=colour))[0]
        return found

    def straight(
        self, name: str, height: int = 0, width: int = 0, season: Season = "summer", colour: str = ""
    ) -> pygame.Surface:
        """Like `image`, but with straight alpha, for whoever blits without a flag."""
        key = ("straight", name, height, width, season, colour)
        found = self._found(key)
        if found:
            return found[0]
        own_width, own_height = self.size(name)
        scale = min(height / own_height if height else 1e9, width / own_width if width else 1e9)
        return self._keep(key, [self._raster(Look(name, scale, season, colour=colour), 1)])[0]

    def icon(self, name: str, size: int, colour: str = "#22302A") -> pygame.Surface:
        """A one-colour icon, every shape of it in `colour`, premultiplied."""
        key = ("icon", name, size, colour)
        found = self._found(key)
        if found:
            return found[0]
        text = svg.HEX.sub(colour, self._text(name))
        scale = size / max(svg.size(text))
        return self._keep(key, [_rastered(text, scale).premul_alpha()])[0]

    def has(self, look: Look) -> bool:
        """Whether the frames of this look are ready."""
        return look in self._kept

    def frames(self, look: Look) -> list[pygame.Surface]:
        """The frames of a sway from left to right, `FRAMES` of them, or a single one where nothing sways."""
        found = self._found(look)
        if found:
            return found
        big = self.big(look)
        height = big.get_height() / 2
        lean = DROOP * look.droop / 3 * (-1 if look.flip else 1)
        made = []
        for degrees in _leans(look.sway / (1 + look.droop)):
            curved = bent(big, lean + degrees)
            size = (max(1, round(curved.get_width() / 2)), max(1, round(height)))
            made.append(pygame.transform.smoothscale(curved, size))
        self._latest[look.name, look.flip] = look
        self._likenesses.pop(look, None)
        return self._keep(look, made)

    def prepare(self, look: Look) -> None:
        """Make the frames of a look and its shadow, from one raster."""
        self.frames(look)
        self.shadow(look)

    def big(self, look: Look) -> pygame.Surface:
        """The straight drawing at twice its size, premultiplied."""
        plain = replace(look, sway=0.0, droop=0)
        with self._lock:
            found = self._big.get(plain)
        if found is None:
            found = self._raster(look, 2).premul_alpha()
            with self._lock:
                self._big[plain] = found
                while len(self._big) > BIG:
                    self._big.popitem(last=False)
        return found

    def trim(self, needed: Iterable[Look]) -> None:
        """Drop what has not been used for longest, but nothing of these looks, until no more than `SPARE` is left."""
        if self._bytes == self._trimmed:
            return
        self._trimmed = self._bytes
        forget()
        safe: set[object] = set()
        for look in needed:
            safe |= {look, _shadow_of(look)}
        with self._lock:
            others = [key for key in self._kept if key not in safe]
            spare = sum(_size_of(image) for key in others for image in self._kept[key])
            for key in others:
                if spare <= SPARE:
                    break
                size = sum(map(_size_of, self._kept.pop(key)))
                spare -= size
                self._bytes -= size
            self._trimmed = self._bytes

    def has_shadow(self, look: Look) -> bool:
        """Whether the shadow of this look is ready."""
        return _shadow_of(look) in self._kept

    def shadow(self, look: Look) -> tuple[pygame.Surface, int, int]:
        """A soft shadow on the ground, premultiplied, and where in it the foot of the thing stands."""
        key = _shadow_of(look)
        found = self._found(key)
        image = found[0] if found else self._keep(key, [laid_shadow(self.big(look), look.scale)])[0]
        blur = blur_of(look.scale)
        foot = self.size(look.name)[0] * look.scale / 2 + 2 * blur
        return image, round(foot), round(image.get_height() - 2 * blur - 1)

    def _raster(self, look: Look, times: int) -> pygame.Surface:
        text = svg.dressed(self._text(look.name), look.season, look.colour, look.pale / 3)
        image = _rastered(text, look.scale * times)
        if look.flip:
            image = pygame.transform.flip(image, True, False)
        return image if look.name.startswith(PLAIN) else rimmed(image, times)

    def _text(self, name: str) -> str:
        text = self._texts.get(name)
        if text is None:
            text = self._paths[name].read_text(encoding="utf-8")
            self._sizes[name] = svg.size(text)
            self._natural[name] = float(svg.told(text, "scale") or 0.66), float(svg.told(text, "sway") or 0)
            self._texts[name] = text
        return text

    def _found(self, key: object) -> list[pygame.Surface] | None:
        with self._lock:
            found = self._kept.get(key)
            if found:
                self._kept.move_to_end(key)
            return found

    def _keep(self, key: object, surfaces: list[pygame.Surface]) -> list[pygame.Surface]:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = surfaces
                self._bytes += sum(map(_size_of, surfaces))
        return surfaces


def _shadow_of(look: Look) -> tuple[str, str, float, bool]:
    return "shadow", look.name, look.scale, look.flip


def _size_of(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


def _leans(sway: float) -> list[float]:
    return [sway * (2 * frame / (FRAMES - 1) - 1) for frame in range(FRAMES)] if sway else [0.0]


def _rastered(text: str, scale: float) -> pygame.Surface:
    width, height = svg.size(text)
    stated = re.sub(r"\sdata-\w+=\"[^\"]*\"", "", text)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return pygame.image.load_sized_svg(io.BytesIO(stated.encode()), size).convert_alpha()
