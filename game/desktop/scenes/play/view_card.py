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
            Option(below, icon=icon, tip=f"{say(f'below.{name}')} ({key_name})")
            for below, icon, name in ((False, "eye", "above"), (True, "roots", "below"))
        ]
        self._choice = Choice(say("below.view"), options, False, self._chosen)
        self.card = Card(self._choice, padding=(2, 3))
        self._rows: dict[str, Widget] = {mote: _line(bank, mote) for mote in MOTES}
        self._rows |= {key: _words(key) for key in ("thick", "alarm", "none")}
        pairs = (("sugar", "water"), ("mineral", "thick"), ("alarm", "call"), ("none",))
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
        """Tell only what is to be seen; where no fungus can live there is nothing to choose."""
        web = world.web
        self.card.visible = web is not None
        if web is None:
            return
        joined = bool((web.threads.amount >= JOINED_FROM).any())
        for name, row in self._rows.items():
            row.visible = joined != (name == "none")
        self._rows["alarm"].visible = joined and bool(np.any(web.alarm > UNEASY))
        self._rows["call"].visible = joined and calling(world)

    def _chosen(self, below: object) -> None:
        self.legend.visible = bool(below)
        self._on_choose(bool(below))


def _line(bank: Bank, mote: str) -> Row:
    def picture(width: int, height: int) -> pygame.Surface:
        return bank.straight(f"mote_{mote}", height=height, width=width)

    return Row([Image(picture, 17, 17), _words(mote)], gap=8)


def _words(key: str) -> Label:
    return Label(say(f"below.{key}"), size=NOTE, colour="on-night")
