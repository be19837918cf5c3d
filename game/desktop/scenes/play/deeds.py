"""What the player does: which card is in hand, what it would do where the player points, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.desktop.kit import Ui
from game.desktop.scenes.play import dialogs, portraits
from game.desktop.scenes.play.aim import Aim, Tile, aim
from game.desktop.scenes.play.fund_dialog import FundDialog
from game.desktop.scenes.play.notices import Notice, Notices
from game.desktop.scenes.play.tools import (
    FROM_BASKET,
    SET_OUT,
    Load,
    Share,
    Tool,
    basket_moves,
    held,
    hindered,
    loads,
    named,
    tools,
)
from game.play.actions import Action, Keep, Meet, PutBy, TakeBack, Waste
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
        self.load: Load = loads(session.world)[0]
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
        if tool.verb == "meet":
            self.together()
        elif why := hindered(self.session, tool):
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
            if self.tool is not None and self.tool.verb in FROM_BASKET:
                self.tool = Tool(self.tool.verb, self.giving)

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
        """Half or all; water or wood; or the next kind in the basket."""
        if tool.verb == "gather":
            self.share = "all" if self.share == "half" else "half"
        elif tool.verb == "carry":
            there = loads(self.session.world)
            self.load = there[(there.index(self.load) + 1) % len(there)]
            self.tool = Tool("carry", self.load)
        elif tool.verb in FROM_BASKET:
            kinds = list(basket(self.session.world))
            at = kinds.index(self.giving) if self.giving in kinds else -1
            self.giving = kinds[(at + 1) % len(kinds)]
            self.tool = Tool(tool.verb, self.giving)

    def together(self) -> None:
        """Show what people hold together; there they meet and agree on rules."""
        self._ui.open(FundDialog(self._ui, self.session, self._bank, meet=self._meet).dialog)

    def _meet(self) -> None:
        """Let all meet at once, and tell what it did."""
        wanted, world = Meet(), self.session.world
        if refused := self.session.refusal(wanted):
            self._notices.tell(Notice(str(refused), "info"))
            return
        promised, before = self.session.preview(wanted), world.commons.tended
        self.session.do(wanted)
        self._done(wanted, promised)
        words = "met_fund" if world.commons.open else "met"
        self._notices.tell(Notice(say(f"play.notice.{words}", before=before, now=world.commons.tended), "people"))

    def _used_up(self, tool: Tool) -> None:
        """The card in hand is of no more use: take up the next one to set out, or none."""
        session = self.session
        if session.begun and session.progress.days_left < 1 and self._notices.first_time("no_days"):
            self._notices.tell(Notice(say("play.notice.no_days"), "sun"))
        if tool.verb in SET_OUT and not held(session, tool):
            others = [each for each in tools(session, self.giving) if each.verb in SET_OUT and held(session, each)]
            self.tool = others[0] if others and not session.begun else None
        elif tool.verb in (*FROM_BASKET, "mulch", "connect", "restore"):
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
            self._moves_of_basket(),
        )
        self._ui.open(opened.dialog)

    def _moves_of_basket(self) -> dict[str, Callable[[str, int], None]]:
        """What may be done here with a kind in the basket, and so many of it."""
        keeps, puts_by, wastes = basket_moves(self.session)
        moves: dict[str, type[Keep | TakeBack | PutBy | Waste]] = {}
        if keeps:
            moves |= {"keep": Keep, "take_back": TakeBack}
        if puts_by:
            moves["put_by"] = PutBy
        if wastes:
            moves["waste"] = Waste

        def moved(kind: type[Keep | TakeBack | PutBy | Waste], name: str, count: int) -> None:
            self.session.do(kind(name, count))
            self._changed()

        return {move: partial(moved, kind) for move, kind in moves.items()}
