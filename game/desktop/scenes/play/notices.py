"""Short words over the meadow: first steps for newcomers, hints asked for, and news that somebody is in need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.desktop.kit import Card, Framed, Icon, IconButton, Label, Row
from game.desktop.kit.theme import BODY
from game.words import say

LASTS = 9.0  # seconds a notice stays, if it is not asked for
HURRIED = 6.0  # ... while others wait
NEWS, WANT, WEATHER = range(3)  # how much a notice weighs


@dataclass(frozen=True, slots=True)
class Notice:
    """Words with an icon; one that `stays` waits to be closed. What weighs more comes first."""

    words: str
    icon: str = "info"
    stays: bool = False
    weight: int = NEWS


class Notices:
    """One notice at a time: an answer to the player at once, then hard weather, want and other news; none is lost.

    `forget` and `begin_anew` take back what waits, since it is no longer true.
    """

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
        self._name = ""  # what is shown is known by, if it is news
        self._left = 0.0
        self._told: set[str] = set()
        self._waiting: list[tuple[str, Notice]] = []

    def tell(self, notice: Notice) -> None:
        """Answer the player: show it now. News that cannot have been read yet comes back."""
        if self._name:
            self._make_room()
        self._show("", notice)

    def tell_once(self, name: str, notice: Notice) -> bool:
        """Tell news, unless some of that name has been told before; whether it was told.

        It comes before all that weighs less, and waits for all else to be read.
        """
        if not self.first_time(name):
            return False
        if self.shown is None or notice.weight > self.shown.weight:
            self._make_room()
            self._show(name, notice)
        else:
            self._waiting.append((name, notice))
            self._waiting.sort(key=lambda each: -each[1].weight)
        return True

    def first_time(self, name: str) -> bool:
        """Whether nothing of that name has been told before; from now on something has."""
        told = name in self._told
        self._told.add(name)
        return not told

    def forget(self, name: str) -> bool:
        """What was told under this name is no longer so; it may be told again. Whether anything was told."""
        told = name in self._told
        self._told.discard(name)
        self._waiting = [each for each in self._waiting if each[0] != name]
        if name == self._name:
            self.close()
        return told

    def begin_anew(self) -> None:
        """Time has been turned back: news not yet read was of another time, and may be told again."""
        if self._name:
            self._make_room()
            self._hide()
        for name, _ in self._waiting:
            self._told.discard(name)
        self._waiting = []

    def turn(self) -> None:
        """A season turns: what is shown makes room for it, but for want and weather."""
        if self.shown is not None and self.shown.weight == NEWS:
            self._make_room()
            self._hide()

    def step(self, seconds: float, *, held: bool) -> None:
        """Time passes; not while it is `held` for something else to be read."""
        if held:
            return
        if self.shown is None:
            self._next()
            return
        self._left -= seconds
        read = LASTS - self._left >= HURRIED
        if self._waiting and read:
            if self.shown.stays:
                self._waiting.append((self._name, self.shown))
            self._next()
        elif self._left <= 0 and not self.shown.stays:
            self._hide()

    def close(self) -> None:
        """Put away what is shown; the next comes."""
        self._hide()
        self._next()

    def _closed(self) -> None:
        self.close()
        self._on_close()

    def _make_room(self) -> None:
        """What is shown comes back, if it stays or cannot have been read yet."""
        if self.shown is not None and (self.shown.stays or LASTS - self._left < HURRIED):
            self._waiting.insert(0, (self._name, self.shown))

    def _next(self) -> None:
        self._hide()
        if self._waiting:
            self._show(*self._waiting.pop(0))

    def _show(self, name: str, notice: Notice) -> None:
        self.shown, self._name, self._left = notice, name, LASTS
        self._icon.icon = notice.icon
        self._label.text = notice.words
        self.frame.visible = True

    def _hide(self) -> None:
        self.shown, self._name = None, ""
        self.frame.visible = False
