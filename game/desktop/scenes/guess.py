"""The answers to the question before play, each with a large picture if the level draws one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.palette import GROUND, rgb
from game.desktop.drawing.picture import MEADOW, PATH, ROCK, WATER, Season
from game.desktop.drawing.sprites import Look
from game.desktop.kit import Brush, Button, Picture, Rect
from game.desktop.kit import Look as Style
from game.desktop.kit.buttons import chip_width, key_chip
from game.desktop.kit.theme import LABEL

if TYPE_CHECKING:
    from game.desktop.app import App
    from game.levels.level import Predict

SEASON: Season = "summer"
GROUNDS = {"": MEADOW, "rock": ROCK, "water": WATER, "path": PATH}
FLAT, LARGER = ("crust_", "hyphae_", "film_", "nut"), 2.2  # drawings that lie on the ground, drawn larger
WIDE, TALL = 190.0, 116.0  # logical pixels of a picture where words are of usual size


def guesses(app: App, predict: Predict, answer: Callable[[int], None]) -> list[Button]:
    """A button an answer."""
    if not predict.pictures:
        return [
            Button(choice, partial(answer, number), icon="help") for number, choice in enumerate(predict.choices)
        ]
    return [
        DrawnGuess(choice, partial(answer, number), partial(drawn, app, rows))
        for number, (choice, rows) in enumerate(zip(predict.choices, predict.pictures, strict=True))
    ]


class DrawnGuess(Button):
    """A button with a large picture, its words below."""

    def __init__(self, text: str, on_press: Callable[[], None], picture: Picture) -> None:
        super().__init__(text, on_press, icon="help", grow=1)
        self._picture = picture

    def natural(self, look: Style, width: float) -> tuple[float, float]:
        wide = min(width, look.broad(WIDE) + 16)
        tall = look.block(self.text, self.size, True, wide - 20)[1]
        return max(wide, self.least(look)), _tall(look) + tall + 20

    def least(self, look: Style) -> float:
        return max(120.0, look.longest_word(self.text, self.size, True) + 20)

    def paint(self, brush: Brush) -> None:
        look = brush.look
        _, ink, face = self._face(brush)
        shown = Rect(face.left + 7, face.top + 7, face.width - 14, _tall(look))
        brush.picture(self._picture, shown)
        if self.key_name:
            chip = chip_width(look, self.key_name)
            key_chip(brush, self.key_name, Rect(shown.right - chip - 4, shown.top + 4, chip, look.em(20)))
            brush.icon("flag", (shown.left + 6 + look.em(11), shown.top + 4 + look.em(11)), look.em(22), ink, "raised")
        words = Rect(face.left + 8, shown.bottom + 3, face.width - 16, face.bottom - shown.bottom - 6)
        brush.words(self.text, words, size=LABEL, bold=True, role=ink, align="centre")


def _tall(look: Style) -> float:
    """How tall a picture is: where words are large it leaves them room."""
    return TALL / look.text_scale


def drawn(app: App, rows: tuple[tuple[str, ...], ...], width: int, height: int) -> pygame.Surface:
    """A little meadow: what stands in each of its tiles, from above to below."""
    across, down = max(map(len, rows)), len(rows)
    tile = min(width / across, height / (down + 0.4))
    left, top = (width - across * tile) / 2, (height - down * tile) / 2 + 0.1 * tile
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill(rgb(GROUND[SEASON][MEADOW][1]))
    around = GROUNDS.get(rows[0][0], MEADOW)
    if around == ROCK:
        surface.fill(rgb(GROUND[SEASON][ROCK][1]))
    for y, row in enumerate(rows):
        for x, name in enumerate(row):
            ground = GROUNDS.get(name)
            if ground:
                place = round(left + x * tile), round(top + y * tile) if y else 0
                end = height if y == down - 1 else round(top + (y + 1) * tile)
                box = (*place, round(left + (x + 1) * tile) - place[0], end - place[1])
                surface.fill(rgb(GROUND[SEASON][ground][1]), box)
    for y, row in enumerate(rows):
        for x, name in enumerate(row):
            if name not in GROUNDS:
                flat = name.startswith(FLAT)
                scale = app.bank.natural(name)[0] * (LARGER if flat else 1) * tile / 40
                image = app.bank.frames(Look(name, round(scale, 3), SEASON))[0]
                drop = image.get_height() * (0.95 if not flat else 0.5)
                at = left + (x + 0.5) * tile - image.get_width() / 2, top + (y + (0.5 if flat else 0.95)) * tile - drop
                surface.blit(image, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    return surface
