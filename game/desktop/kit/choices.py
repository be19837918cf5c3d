"""What is chosen: a toggle, and a choice among a few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.desktop.kit.brush import Brush, Rect
from game.desktop.kit.look import Look
from game.desktop.kit.theme import BODY, SMALL, TARGET
from game.desktop.kit.widget import Point, Size, Widget


class Toggle(Widget):
    """A switch with its words."""

    reach = 8.0
    role = "switch"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"on"}
    measures = Widget.measures | {"text"}

    def __init__(
        self, text: str, on: bool, on_change: Callable[[bool], None], *, tip: str = "", grow: float = 0.0
    ) -> None:
        super().__init__(name=text, tip=tip, grow=grow)
        self.text = text
        self.on = on
        self.on_change = on_change

    def value(self) -> str:
        return "on" if self.on else "off"

    def natural(self, look: Look, width: float) -> Size:
        left = look.em(46) + 12
        w, h = look.block(self.text, BODY, False, width - left - 6)
        return w + left + 6, max(TARGET, h + 8)

    def least(self, look: Look) -> float:
        return look.longest_word(self.text, BODY) + look.em(46) + 18

    def paint(self, brush: Brush) -> None:
        look, rect = brush.look, self.rect
        if self.hovered:
            brush.box(rect.inflate(14, 0), 9, "paper-2")
        w, h = look.em(42), look.em(24)
        track = Rect(rect.left, rect.centery - h / 2, w, h)
        brush.box(track, h / 2, "primary" if self.on else "track", "primary-edge" if self.on else "line")
        knob = Rect(track.right - h + 3 if self.on else track.left + 3, track.top + 3, h - 6, h - 6)
        if self.on:
            brush.icon("check", ((track.left + knob.left) / 2 + 1, track.centery), look.em(13), "on-primary", "primary")
        brush.box(knob, knob.height / 2, "handle", "primary-edge" if self.on else "line")
        left = look.em(46) + 12
        words = Rect(rect.left + left, rect.top, rect.width - left - 6, rect.height)
        brush.words(self.text, words, role="ink" if self.enabled else "off-ink")

    def activate(self, at: Point | None) -> None:
        if self.enabled:
            self.on = not self.on
            self.on_change(self.on)


@dataclass(frozen=True)
class Option:
    """One of a choice: what it stands for, its words (may be none beside an icon), its icon, its tip."""

    value: Any
    text: str = ""
    icon: str = ""
    tip: str = ""


class Choice(Widget):
    """A few options side by side, one of them chosen: arrow keys or a press choose. Where room lacks, they wrap.

    `stacked` ones are tabs: the icon above small words.
    """

    role = "choice"
    focusable = True
    solid = True
    layered = True
    shows = Widget.shows | {"chosen", "_over"}
    measures = Widget.measures | {"options"}

    def __init__(
        self,
        name: str,
        options: Sequence[Option],
        chosen: Any,
        on_choose: Callable[[Any], None],
        *,
        grow: float = 0.0,
        stacked: bool = False,
    ) -> None:
        super().__init__(name=name, grow=grow)
        self.stacked = stacked
        self.options = tuple(options)
        self.chosen = chosen
        self.on_choose = on_choose
        self._over = -1
        self._places: list[Rect] = []

    def value(self) -> str:
        return next((each.text or each.tip for each in self.options if each.value == self.chosen), "")

    def natural(self, look: Look, width: float) -> Size:
        places = self._laid(look, width)
        return max(place.right for place in places) + 4, max(place.bottom for place in places) + 4

    def least(self, look: Look) -> float:
        return max(self._width(look, each) for each in self.options) + 8

    def arrange(self, look: Look) -> None:
        laid = self._laid(look, self.rect.width)
        self._places = [place.move(self.rect.left, self.rect.top) for place in laid]

    def paint(self, brush: Brush) -> None:
        look = brush.look
        for index, (option, place) in enumerate(zip(self.options, self._places, strict=True)):
            on = option.value == self.chosen
            fill, ink = ("primary", "on-primary") if on else ("paper-2", "ink" if self.enabled else "off-ink")
            if index == self._over and self.enabled:
                fill = "primary-hover" if on else "raised"
            brush.box(place, 9, fill, "primary-edge" if on else "edge")
            if self.stacked:
                self._paint_stacked(brush, option, place, ink, fill)
                continue
            x = place.left + 12
            if option.icon:
                side = look.em(19)
                centre = (x + side / 2, place.centery) if option.text else place.center
                brush.icon(option.icon, centre, side, ink, fill)
                x += side + 6
            if option.text:
                words = Rect(x, place.top, place.right - 12 - x, place.height)
                brush.words(option.text, words, bold=True, role=ink, align="centre")

    def _paint_stacked(self, brush: Brush, option: Option, place: Rect, ink: str, fill: str) -> None:
        side, line = brush.look.em(19), brush.look.line_height(SMALL)
        brush.icon(option.icon, (place.centerx, place.top + 5 + side / 2), side, ink, fill)
        words = Rect(place.left + 2, place.bottom - line - 2, place.width - 4, line)
        brush.words(option.text, words, size=SMALL, bold=True, role=ink, align="centre")

    def hint(self) -> tuple[str, str, Rect]:
        index = self._over if self.hovered and self._over >= 0 else self._index()
        if self.disabled_because or not 0 <= index < len(self._places):
            return super().hint()
        option = self.options[index]
        return ("", option.tip or self.tip, self._places[index])

    def key(self, event: pygame.Event) -> bool:
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(event.key)
        if step is None:
            return super().key(event)
        self._choose(max(0, min(len(self.options) - 1, self._index() + step)))
        return True

    def point(self, at: Point | None) -> None:
        self._over = -1 if at is None else self._at(at)

    def activate(self, at: Point | None) -> None:
        self._choose((self._index() + 1) % len(self.options) if at is None else self._at(at))

    def _choose(self, index: int) -> None:
        if self.enabled and index >= 0 and self.options[index].value != self.chosen:
            self.chosen = self.options[index].value
            self.on_choose(self.chosen)

    def _index(self) -> int:
        return next((i for i, each in enumerate(self.options) if each.value == self.chosen), -1)

    def _at(self, at: Point) -> int:
        return next((i for i, place in enumerate(self._places) if place.inflate(4, 8).collidepoint(at)), -1)

    def _width(self, look: Look, option: Option) -> float:
        if self.stacked:
            return max(TARGET, look.width(option.text, SMALL, True) + 9)
        icon = look.em(19) if option.icon else 0.0
        words = look.width(option.text, BODY, True) + 0.5 if option.text else 0.0
        return max(TARGET - 4, 24 + icon + words + (6 if icon and words else 0))

    def _laid(self, look: Look, width: float) -> list[Rect]:
        height = max(TARGET - 8, look.line_height(BODY) + 12)
        if self.stacked:
            height = look.em(19) + look.line_height(SMALL) + 9
        places: list[Rect] = []
        x = y = 4.0
        for option in self.options:
            w = min(self._width(look, option), width - 8)
            if x + w > width - 4 + 0.1 and x > 4:
                x, y = 4.0, y + height + 4
            places.append(Rect(x, y, w, height))
            x += w + 4
        return places
