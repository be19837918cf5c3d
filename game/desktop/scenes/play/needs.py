"""The needs of a home in the inspector: each with a sign, in words, for how long there is
enough in store, how well it was met of late, and whether enough."""

from __future__ import annotations

from game.desktop.kit import Column, Icon, Label, Row
from game.desktop.kit.theme import NOTE
from game.desktop.scenes.play import homes
from game.desktop.scenes.play.balance import how_well
from game.engine.households import NEEDS
from game.engine.world import World
from game.play.names import time
from game.play.stores import CAN_BE_STORED, lasts
from game.words import say


class NeedRows:
    """A column that is out of sight where nobody lives."""

    def __init__(self) -> None:
        self._words = {need: Label("", size=NOTE, grow=1) for need in NEEDS}
        self._levels = {need: Label("", size=NOTE, bold=True) for need in NEEDS}
        self._signs = {need: Icon("check", size=15) for need in NEEDS}
        self._rows = {need: self._row(need) for need in NEEDS}
        self.column = Column(list(self._rows.values()), gap=1)

    def show(self, world: World, home: int | None) -> None:
        """The needs of a home as they are met now."""
        met = {} if home is None else world.households.met(home)
        self.column.visible = bool(met)
        for need, row in self._rows.items():
            row.visible = need in met
            if home is not None and need in met:
                self._words[need].text = _words(world, home, need)
                self._levels[need].text = str(met[need])
                self._signs[need].icon, self._signs[need].colour = how_well(met[need])

    def _row(self, need: str) -> Row:
        icon = Icon(homes.ICONS[need], size=16)
        return Row([icon, self._words[need], self._levels[need], self._signs[need]], gap=8)


def _words(world: World, home: int, need: str) -> str:
    """A need, and for how long it can be met from what is in store."""
    left = lasts(world, home, need) if need in CAN_BE_STORED else 0
    return say(f"members.met.{need}", time=time(left)) if left else say(f"members.met.no_{need}")
