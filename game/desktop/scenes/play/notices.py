"""Short words over the meadow: first steps for newcomers, hints asked for, and news that somebody is in need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desktop.kit import Card, Framed, Icon, IconButton, Label, Row
from game.desktop.kit.theme import BODY
from game.words import say

LASTS = 9.0  # seconds a notice stays, if it is not asked for


@dataclass(frozen=True, slots=True)
class Notice:
    """Words with an icon; one that `stays` waits to be closed."""

    words: str
    icon: str = "info"
    stays: bool = False


class Notices:
    """One notice at a time, the newest."""

    def __init__(self, on_close: Callable[[], None]) -> None:
        self._on_close = on_close
        self._icon = Icon("info", size=22, colour="on-think")
        self._label = Label("", size=BODY, grow=1)
        close = IconButton("cross", say("play.notice.close"), self._closed)
        row = Row([self._icon, self._label, close], gap=10)
        self._card = Card(row, kind="think", padding=(14, 4), most=560)
        self.frame = Framed(self._card, most=560)
        self.frame.visible = False
        self.shown: Notice | None = None
        self._left = 0.0
        self._told: set[str] = set()

    def tell(self, notice: Notice) -> None:
        """Show it now."""
        self.shown = notice
        self._icon.icon = notice.icon
        self._label.text = notice.words
        self._left = LASTS
        self.frame.visible = True

    def tell_once(self, name: str, notice: Notice) -> bool:
        """Show it, unless something of that name has been told before; whether it was shown."""
        if name in self._told:
            return False
        self._told.add(name)
        self.tell(notice)
        return True

    def forget(self, name: str) -> None:
        """What was told under this name may be told again."""
        self._told.discard(name)

    def turn(self) -> None:
        """A season turns: what is shown makes room for it, but for a warning."""
        if self.shown is not None and self.shown.icon != "warning":
            self.close()

    def step(self, seconds: float) -> None:
        if self.shown is not None and not self.shown.stays:
            self._left -= seconds
            if self._left <= 0:
                self.close()

    def close(self) -> None:
        self.shown = None
        self.frame.visible = False

    def _closed(self) -> None:
        self.close()
        self._on_close()
