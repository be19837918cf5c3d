"""Above or below the ground: the card that chooses, and the one that tells what is seen below."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pygame

from game.desktop.drawing.sprites import Bank
from game.desktop.kit import Card, Choice, Column, Framed, Image, Label, Option, Row, Widget
from game.desktop.kit.theme import LABEL, NOTE
from game.desktop.scenes.play.beneath import UNEASY, calling
from game.engine.webs import JOINED_FROM
from game.engine.world import World
from game.words import say

MOTES = ("sugar", "mineral", "water", "call")


class ViewCard:
    """`on_choose` is told whether to look below the ground."""

    def __init__(self, bank: Bank, on_choose: Callable[[bool], None], key_name: str) -> None:
        self._on_choose = on_choose
        options = [
            Option(below, say(f"below.{name}_short"), icon, f"{say(f'below.{name}')} ({key_name})")
            for below, icon, name in ((False, "eye", "above"), (True, "roots", "below"))
        ]
        self._choice = Choice(say("below.view"), options, False, self._chosen, stacked=True)
        self.card = Card(self._choice, padding=(3, 0))
        self._rows: dict[str, Widget] = {mote: _line(bank, mote, f"mote_{mote}") for mote in MOTES}
        self._rows |= {key: _words(key) for key in ("thick", "alarm", "none")}
        self._rows["nodules"] = _line(bank, "nodules", "nodules")
        pairs = (("sugar", "water"), ("mineral", "thick"), ("alarm", "call"), ("nodules",), ("none",))
        lines = [Row([self._rows[key] for key in pair], gap=16, flows=True) for pair in pairs]
        title = Label(say("below.title"), size=LABEL, bold=True, colour="night-title")
        self.legend = Framed(Card(Column([title, *lines], gap=3), kind="night", padding=(14, 8)), most=380)
        self.legend.visible = False

    @property
    def below(self) -> bool:
        """Whether the view is below the ground."""
        return bool(self._choice.chosen)

    def turn(self) -> None:
        """The other way, where there is one."""
        if self.card.visible:
            self._choice.chosen = not self._choice.chosen
            self._chosen(self._choice.chosen)

    def show(self, world: World) -> None:
        """Tell only what is to be seen; where neither fungus nor bacteria can live there is nothing to choose."""
        web, nodules = world.web, world.nodules
        self.card.visible = web is not None or nodules is not None
        joined = web is not None and bool((web.threads.amount >= JOINED_FROM).any())
        for row in self._rows.values():
            row.visible = joined
        self._rows["none"].visible = web is not None and not joined
        self._rows["nodules"].visible = nodules is not None and bool(np.any(nodules.living.amount))
        self._rows["alarm"].visible = joined and web is not None and bool(np.any(web.alarm > UNEASY))
        self._rows["call"].visible = joined and calling(world)

    def _chosen(self, below: object) -> None:
        self.legend.visible = bool(below)
        self._on_choose(bool(below))


def _line(bank: Bank, key: str, sprite: str) -> Row:
    def picture(width: int, height: int) -> pygame.Surface:
        return bank.straight(sprite, height=height, width=width)

    return Row([Image(picture, 17, 17), _words(key)], gap=8)


def _words(key: str) -> Label:
    return Label(say(f"below.{key}"), size=NOTE, colour="on-night")
