"""Above or below the ground: the card that chooses, and the one that tells what is seen below."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.desktop.drawing.picture import Web
from game.desktop.drawing.sprites import Bank
from game.desktop.kit import Card, Choice, Column, Image, Label, Option, Row, Widget
from game.desktop.kit.theme import LABEL, NOTE
from game.words import say

MOTES = ("sugar", "mineral", "water", "call")


class ViewCard:
    """`on_choose` is told whether to look below the ground."""

    def __init__(self, bank: Bank, on_choose: Callable[[bool], None], key_name: str) -> None:
        self._on_choose = on_choose
        options = [
            Option(False, say("below.above"), "eye", tip=say("below.above_tip")),
            Option(True, say("below.below"), "roots", tip=f"{say('below.below_tip')} ({key_name})"),
        ]
        self._choice = Choice(say("below.view"), options, False, self._chosen)
        self.card = Card(self._choice, padding=(4, 3))
        self._rows: dict[str, Widget] = {mote: _line(bank, mote) for mote in MOTES}
        self._rows["thick"] = _words("thick")
        self._rows["alarm"] = _words("alarm")
        self._none = _words("none")
        lines = [
            Row([self._rows["sugar"], self._rows["water"]], gap=16, flows=True),
            Row([self._rows["mineral"], self._rows["thick"]], gap=16, flows=True),
            Row([self._rows["alarm"], self._rows["call"]], gap=16, flows=True),
            self._none,
        ]
        title = Label(say("below.title"), size=LABEL, bold=True, colour="night-title")
        self.legend = Card(Column([title, *lines], gap=4), kind="night", padding=(14, 8))
        self.legend.visible = False

    @property
    def below(self) -> bool:
        """Whether the view is below the ground."""
        return bool(self._choice.chosen)

    def turn(self) -> None:
        """The other way."""
        self._choice.chosen = not self._choice.chosen
        self._chosen(self._choice.chosen)

    def show(self, web: Web | None, *, possible: bool) -> None:
        """Tell only what is to be seen. Where no fungus may live, it is not `possible` to look below."""
        self.card.visible = possible
        if not possible and self.below:
            self.turn()
        joined = web is not None and bool(web.threads.any())
        for row in self._rows.values():
            row.visible = joined
        self._rows["alarm"].visible = web is not None and web.alarm is not None
        self._rows["call"].visible = web is not None and bool(web.calls)
        self._none.visible = not joined

    def _chosen(self, below: object) -> None:
        self.legend.visible = bool(below)
        self._on_choose(bool(below))


def _line(bank: Bank, mote: str) -> Row:
    def picture(width: int, height: int) -> pygame.Surface:
        return bank.straight(f"mote_{mote}", height=height, width=width)

    return Row([Image(picture, 17, 17), _words(mote)], gap=8)


def _words(key: str) -> Label:
    return Label(say(f"below.{key}"), size=NOTE, colour="on-night")
