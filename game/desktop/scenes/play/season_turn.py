"""The season's turn: a small celebration of who gave what, skippable; the world stays in sight.

In the first year time waits for the player to go on; later for three seconds, and where time hurries not at all.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.desktop.kit import Card, Column, Icon, Image, Label, Look, Picture, Row, Widget
from game.desktop.kit.theme import NOTE, SMALL, TITLE
from game.desktop.scenes.play import portraits
from game.engine import calendar
from game.engine.world import World
from game.play.names import fruit, kinds, title
from game.play.progress import Gift
from game.play.session import Session
from game.words import counted, say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank

LASTS = 3.2  # seconds
HURRIED = 2  # speed above which time goes on meanwhile
MOST = 6  # gifts told
SIDE = 26.0  # logical pixels of a picture
FRUIT = ("seed", "fruit")
SPRITES = {
    "young": "young_plant",
    "seed": "seed_bag",
    "berry": "fruit",
    "nut": "nut",
    "swarm": "hive",
    "flake": "crust_a_3",
    "spores": "mushrooms",
    "perch": "perch",
    "mulch": "mulch",
}


class SeasonTurn:
    """A low card at the top of the meadow; invisible but for the turns. Time stands still while it `blocks`."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._title = Label("", size=TITLE, bold=True, align="centre")
        self._under = Label("", size=NOTE, colour="soft", align="centre")
        self._rows = Row([], gap=16, line_gap=4, flows=True)
        self._skip = Label("", size=SMALL, colour="soft", align="centre")
        head = Row([self._title, self._under, self._skip], gap=16, line_gap=0, flows=True)
        self.card = Card(Column([head, self._rows], gap=2, align="centre"), padding=(18, 6), most=700)
        self.card.visible = False
        self.blocks = False
        self._left = 0.0

    @property
    def showing(self) -> bool:
        return self.card.visible

    def begin(self, session: Session, speed: int, *, compact: bool) -> None:
        """Tell of the turn that has just come. A `compact` card says only what was given."""
        self._under.visible = not compact
        tick = session.tick_now
        gifts = session.gifts_at(tick)
        if session.ended:
            self._title.text = say("play.turn.end", year=session.level.years)
        else:
            season = calendar.SEASONS[calendar.season(tick)]
            self._title.text = say("play.turn.title", season=say(f"play.season.{season}"), year=calendar.year(tick))
        told = "over" if session.ended else "gifts" if gifts else "no_gifts"
        self._under.text = say(f"play.turn.{told}")
        self._rows.hold([self._row(session.world, gift) for gift in gifts[:MOST]])
        waits = tick <= calendar.YEAR and not session.ended
        self._left = math.inf if waits else LASTS
        self.blocks = waits or session.ended or speed <= HURRIED
        self._skip.text = say("play.turn.waits" if waits else "play.turn.skip")
        self._skip.visible = self.blocks
        self.card.visible = True

    def coming(self, world: World, look: Look) -> list[tuple[Picture, int, int]]:
        """The pictures that a turn may show, and how many pixels wide and high they are."""
        side = round(look.em(SIDE) * look.scale)
        names = [*(kind.name for kind in kinds(world)), *world.households.names, portraits.LAND]
        givers = [portraits.of_member(self._bank, world, name) for name in names]
        given = [portraits.picture(self._bank, sprite) for sprite in SPRITES.values()]
        return [(picture, side, side) for picture in givers + given]

    def step(self, seconds: float) -> bool:
        """Time passes; True when the celebration is over."""
        self._left -= seconds
        if self.showing and self._left <= 0:
            self.end()
            return True
        return False

    def end(self) -> None:
        self.card.visible = self.blocks = False

    def _row(self, world: World, gift: Gift) -> Widget:
        giver = Image(portraits.of_member(self._bank, world, gift.giver), SIDE, SIDE, name=gift.giver)
        given: Widget
        if gift.what == "day":
            given = Icon("sun", size=SIDE - 4, colour="chosen-edge", name=gift.what)
        else:
            given = Image(portraits.picture(self._bank, SPRITES[shown(world, gift)]), SIDE, SIDE, name=gift.what)
        return Row([giver, Label(told(world, gift), size=NOTE), given], gap=6)


def shown(world: World, gift: Gift) -> str:
    """What was given, for picture and words: of fruit, which."""
    return fruit(world, gift.of) if gift.what in FRUIT else gift.what


def told(world: World, gift: Gift) -> str:
    """Who gave what, and why, in a sentence."""
    giver = portraits.name_of(world, gift.giver)
    kind = title(world, gift.of) if gift.of else ""
    if gift.giver == portraits.LAND:
        return say(f"play.turn.land_{gift.what}")
    if gift.what in FRUIT:
        return counted(f"play.turn.{shown(world, gift)}", gift.count, giver=giver)
    return say(f"play.turn.{gift.what}", giver=giver, kind=kind)
