"""What the player does: which card is in hand, what it would do where the player points, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import Ui
from game.desktop.scenes.play import dialogs, portraits
from game.desktop.scenes.play.aim import Aim, Tile, aim
from game.desktop.scenes.play.notices import Notice, Notices
from game.desktop.scenes.play.tools import SET_OUT, Share, Tool, held, hindered, named, tools
from game.play.actions import Action, Keep, TakeBack
from game.play.doing import Preview
from game.play.hand import basket, shelf
from game.play.names import title
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank


class Deeds:
    """The hand in use. `changed` is called whenever the world or the choice has changed.

    `done` is told of each action on a tile with what it had promised, so that it can be shown.
    """

    def __init__(
        self,
        session: Session,
        ui: Ui,
        bank: Bank,
        notices: Notices,
        changed: Callable[[], None],
        done: Callable[[Action, Preview], None],
    ) -> None:
        self.session = session
        self.tool: Tool | None = None
        self.share: Share = "half"
        self.giving = session.world.flora.kinds[0].name if session.world.flora.kinds else ""
        self.aim: Aim | None = None
        self._ui, self._bank, self._notices = ui, bank, notices
        self._changed, self._done = changed, done
        self._done_at: Tile | None = None
        self._warned_of = 0  # how many lay in the hand when the player was last told that it is not set out

    @property
    def name(self) -> str:
        """What the card in hand is called."""
        return named(self.session, self.tool, self.share) if self.tool else ""

    @property
    def ghost(self) -> str:
        """The drawing of what would be set where the player points; empty if nothing."""
        tool = self.tool
        if tool is None or self.aim is None or self.aim.refusal is not None or tool.verb not in SET_OUT:
            return ""
        return portraits.stands(self._bank, self.session.world, tool)

    def choose(self, tool: Tool) -> None:
        """Take up a card; taken again, it changes its way. One that is of no use says why instead."""
        if why := hindered(self.session, tool):
            self._notices.tell(Notice(why, "info"))
        elif tool.verb == "keep":
            self._open_basket()
        elif self.tool is None or self.tool.key != tool.key:
            self.tool = tool
        else:
            self._change_way(tool)
        self._changed()

    def drop(self) -> None:
        """Put the card back."""
        self.tool = None
        self._changed()

    def target(self, tile: Tile | None) -> None:
        """Aim at a tile. One where something was just done is not aimed at again before the pointer has moved."""
        if tile != self._done_at:
            self._done_at = None
        self.aim = aim(self.session, self.tool, self.share, tile) if self.tool and tile else None
        if self._done_at is not None and self.aim is not None and self.aim.refusal is not None:
            self.aim = None

    def follow(self) -> None:
        """Keep the choice true to what is held."""
        kinds = basket(self.session.world)
        if self.giving not in kinds:
            self.giving = next(iter(kinds), self.giving)
            if self.tool is not None and self.tool.verb == "give":
                self.tool = Tool("give", self.giving)

    def act(self, tile: Tile) -> bool:
        """Do what is aimed at on `tile`, if it is possible; whether it was done."""
        if self.aim is None or self.session.refusal(self.aim.action) is not None:
            return False
        wanted = self.aim.action
        promised = self.session.preview(wanted)
        self.session.do(wanted)
        self._done_at = tile
        self._done(wanted, promised)
        if self.tool is not None and hindered(self.session, self.tool):
            self._used_up(self.tool)
        self._changed()
        return True

    def may_begin(self) -> bool:
        """Whether the hand is set out; if not, say so, and let time begin when that is asked for again."""
        left = sum(held(self.session, each) or 0 for each in tools(self.session, "") if each.verb in SET_OUT)
        if left and left != self._warned_of:
            self._warned_of = left
            words = say("play.notice.one_in_hand" if left == 1 else "play.notice.still_in_hand", count=left)
            self._notices.tell(Notice(words, "plant"))
            return False
        self._notices.close()
        self.drop()
        return True

    def ask_for_card(self) -> None:
        """Nothing is in hand: while plants are set out say so each time, later once."""
        told = Notice(say("play.notice.no_card"), "plant")
        if not self.session.begun or self._notices.first_time("no_card"):
            self._notices.tell(told)

    def _change_way(self, tool: Tool) -> None:
        """Half or all; or the next kind in the basket."""
        if tool.verb == "gather":
            self.share = "all" if self.share == "half" else "half"
        elif tool.verb == "give":
            kinds = list(basket(self.session.world))
            at = kinds.index(self.giving) if self.giving in kinds else -1
            self.giving = kinds[(at + 1) % len(kinds)]
            self.tool = Tool("give", self.giving)

    def _used_up(self, tool: Tool) -> None:
        """The card in hand is of no more use: take up the next one to set out, or none."""
        session = self.session
        if session.begun and session.progress.days_left < 1 and self._notices.first_time("no_days"):
            self._notices.tell(Notice(say("play.notice.no_days"), "sun"))
        if tool.verb in SET_OUT and not held(session, tool):
            others = [each for each in tools(session, self.giving) if each.verb in SET_OUT and held(session, each)]
            self.tool = others[0] if others and not session.begun else None
        elif tool.verb in ("give", "mulch", "connect"):
            self.tool = None

    def _open_basket(self) -> None:
        world = self.session.world
        kinds = [
            (
                kind.name,
                title(world, kind.name, many=True).capitalize(),
                portraits.of_member(self._bank, world, kind.name),
            )
            for kind in world.flora.kinds
        ]
        opened = dialogs.BasketDialog(
            self._ui,
            kinds,
            lambda name: (basket(world).get(name, 0), shelf(world).get(name, 0)),
            lambda name, count: self._move(Keep(name, count)),
            lambda name, count: self._move(TakeBack(name, count)),
        )
        self._ui.open(opened.dialog)

    def _move(self, action: Keep | TakeBack) -> None:
        self.session.do(action)
        self._changed()
