"""A stroke of the mouse: while plants are set out it sets one after the other as it is drawn along, button down."""

from __future__ import annotations

from collections.abc import Callable

from game.desktop.scenes.play.deeds import Deeds
from game.desktop.scenes.play.pointing import Tile, between
from game.desktop.scenes.play.tools import Tool


class Stroke:
    """`depict` is called after each that was set."""

    def __init__(self, deeds: Deeds, depict: Callable[[], None]) -> None:
        self._deeds, self._depict = deeds, depict
        self._tool: Tool | None = None
        self._at: Tile | None = None

    def begin(self, tool: Tool | None, tile: Tile | None) -> None:
        """The button went down on `tile`; with no `tool`, nothing is set along the way."""
        self._tool, self._at = tool, tile

    def go_on(self, tile: Tile | None) -> None:
        """The mouse has been drawn along to `tile`."""
        if self._tool is None or self._at is None or tile is None:
            return
        for each in between(self._at, tile):
            if self._deeds.tool != self._tool:
                break
            self._deeds.target(each)
            if self._deeds.act(each):
                self._depict()
        self._at = tile
