"""The play scene: owns the session, lets time pass, and does what the player decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import Pointing
from game.desktop.kit import Area, IconButton, Rect, Ui
from game.desktop.scenes.play import dialogs, portraits
from game.desktop.scenes.play.aim import Aim, aim
from game.desktop.scenes.play.balance import Balance, why
from game.desktop.scenes.play.board import Board
from game.desktop.scenes.play.depiction import Depiction
from game.desktop.scenes.play.feedback import Feedback
from game.desktop.scenes.play.glance import glance
from game.desktop.scenes.play.goals_card import GoalsCard
from game.desktop.scenes.play.hand import Hand
from game.desktop.scenes.play.inspector import Inspector
from game.desktop.scenes.play.keys import MOVES, listed, wish
from game.desktop.scenes.play.notices import Notice, Notices
from game.desktop.scenes.play.pace import Pace
from game.desktop.scenes.play.pointing import Pointer
from game.desktop.scenes.play.rewind_strip import RewindCard
from game.desktop.scenes.play.season_turn import SeasonTurn
from game.desktop.scenes.play.time_card import TimeCard
from game.desktop.scenes.play.tools import Share, Tool, basket, held, hindered, named, shelf
from game.desktop.scenes.scene import Scene
from game.engine import calendar
from game.levels.opening import open_world
from game.play import saving
from game.play.actions import Action, Begin, Keep, TakeBack
from game.play.doing import title
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App

REFRESH = 0.2  # seconds between two looks at all cards while time passes
LITTLE = 4  # ticks of a small step back
IN_NEED, RECOVERED = 25, 45  # well-being at which a member's want is told, and from which it may be told again


class PlayScene(Scene):
    """One play of one level.

    `predicted` is the choice made before it, handed on to the ending; `notice` is shown first.
    """

    name = "play"

    def __init__(self, app: App, session: Session, *, predicted: int | None = None, notice: str | None = None) -> None:
        self.app, self.session, self.predicted = app, session, predicted
        level = session.level
        self.pace = Pace()
        self.pointer = Pointer(level.width, level.height)
        self.camera = Camera(level.width, level.height, app.surface.get_size())
        self.painter = MeadowPainter(app.bank, self.camera, calm=app.settings.reduced_motion)
        self.depiction = Depiction(level, open_world(level, session.seed), app.bank.names_known)
        self.feedback = Feedback(self.painter, session.world)
        self.tool: Tool | None = None
        self.share: Share = "half"
        self._giving = session.world.flora.kinds[0].name if session.world.flora.kinds else ""
        self._aim: Aim | None = None
        self._changed = True
        self._stale = 0.0
        self._hints = 0
        self._view: object = None
        self._done = False
        self._lay_out_cards()
        self.app.album.clear()
        self._depict(jumped=True)
        if notice:
            self.notices.tell(Notice(notice, stays=True))

    def _lay_out_cards(self) -> None:
        session, bank = self.session, self.app.bank
        self.ui = Ui(self.app.announce)
        self.ground = Area(say("play.ground.name"), on_key=self._ground_key, on_press=self._ground_pressed)
        self.hand = Hand(bank, self.choose)
        self.time = TimeCard(self.set_speed, self.one_tick)
        self.balance = Balance(bank, session.world, session.flourishing)
        self.goals = GoalsCard(session.goals)
        self.inspector = Inspector(bank)
        self.rewind = RewindCard(session.level.ticks, self.go_to)
        self.turn = SeasonTurn(bank)
        self.notices = Notices(lambda: self.ui.focus(self.ground))
        menu = [
            IconButton("undo", say("play.menu.undo"), self.undo, key_name="U"),
            IconButton("hint", say("play.menu.hint"), self.hint, key_name="H"),
            IconButton("help", say("play.menu.help"), self.help, key_name="F1"),
            IconButton("gear", say("play.menu.menu"), self.menu, key_name="Esc"),
        ]
        cards = {
            "time": self.time.card,
            "hand": self.hand.card,
            "balance": self.balance.card,
            "goals": self.goals.card,
            "look": self.inspector.card,
            "rewind": self.rewind.card,
            "turn": self.turn.card,
            "notice": self.notices.frame,
        }
        self.board = Board(self.ui, self.ground, cards, menu, self.begin)

    # ------------------------------------------------------------- what the app asks

    @property
    def still(self) -> bool:  # type: ignore[override]
        """With reduced motion nothing moves while time stands still and nobody looks into a tile."""
        return (
            self.painter.calm
            and not self.pace.running
            and not self._changed
            and self.painter.ready
            and not self.inspector.looking
            and not self.turn.showing
            and self.notices.shown is None
        )

    def handle(self, event: pygame.Event) -> None:
        if self.turn.showing and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._end_turn()
            return
        if self.ui.handle(event):
            if event.type == pygame.MOUSEMOTION:
                self.pointer.leave()
            self._changed = True
            return
        self._changed |= self.pointer.handle(event, self.camera, self.app.points)
        if event.type == pygame.KEYDOWN:
            self._key(event)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 3 and not self.pointer.dragged:
            self.drop()

    def step(self, seconds: float) -> None:
        self.painter.calm = self.app.settings.reduced_motion
        self.notices.step(seconds)
        if self.turn.step(seconds):
            self._turned()
        if self.ui.dialog is None and not self.turn.showing:
            for _ in range(self.pace.ticks(seconds)):
                self._tick()
                if self.turn.showing:
                    break
        self.pointer.step(seconds)
        self._stale += seconds
        if self._changed or (self.pace.running and self._stale >= REFRESH):
            self._refresh()
        at_once = self.pointer.by_keys and not self.pace.running
        self.inspector.step(self.session, self.pointer.looked_at, seconds, at_once=at_once)

    def draw(self, surface: pygame.Surface) -> None:
        self._fit(surface)
        pointer = self.pointer
        pointing = Pointing(
            pointer.hover,
            pointer.cursor,
            self._aim.reach if self._aim else frozenset(),
            refused=self._aim is not None and self._aim.refusal is not None,
        )
        self.painter.draw(surface, self.app.now, self.pace.fraction, pointing)
        self.feedback.photograph(surface, self.app.album, self.session, self.camera)
        self.ui.draw(surface, self.app.now)

    def leave(self) -> None:
        self._save()
        self.painter.close()

    # ------------------------------------------------------------- time

    def begin(self) -> None:
        """Setting out is done: time begins."""
        if self.session.do(Begin()) is None:
            self.drop()
            self.pace.run()
            self.notices.tell_once("begun", Notice(say("play.notice.begun"), "info"))
        self.ui.focus(self.ground)
        self._changed = True

    def set_speed(self, speed: int) -> None:
        """Let time pass at `speed`, or stop it (0). Before time has begun, this begins it."""
        if not self.session.begun:
            self.begin()
        if speed:
            self.pace.run(speed)
        else:
            self.pace.pause()
        self._changed = True

    def one_tick(self) -> None:
        """Let one tick pass and stop."""
        if self.session.begun:
            self.pace.pause()
            self._tick()

    def go_to(self, tick: int) -> None:
        """Go back to `tick`, or forward along a future that was left behind; time stands still then."""
        session = self.session
        if tick > session.tick_now and not self._take_up_again(tick):
            self.notices.tell(Notice(say("play.rewind.nowhere"), "rewind"))
            return
        tick = max(tick, session.earliest)
        if tick < session.tick_now:
            session.rewind(tick)
        self.pace.pause()
        self._depict(jumped=True)
        season = say(f"play.season.{calendar.SEASONS[calendar.season(session.tick_now)]}").lower()
        self.notices.tell(
            Notice(say("play.rewind.back", season=season, year=calendar.year(session.tick_now)), "rewind")
        )

    def _take_up_again(self, tick: int) -> bool:
        """Take the newest future left behind that goes on from all that has been done until now."""
        session = self.session
        done = tuple(session.actions)
        for number in reversed(range(len(session.branches))):
            branch = session.branches[number]
            if branch.until > session.tick_now and branch.actions[: len(done)] == done and session.can_take(number):
                session.take_branch(number)
                if tick < session.tick_now:
                    session.rewind(tick)
                return True
        return False

    def _tick(self) -> None:
        session = self.session
        if session.ended:
            self._end()
            return
        for event in session.tick():
            if event.kind == "colony_lost":
                self.notices.tell(Notice(say("play.notice.colony_lost"), "warning"))
        self.depiction.passed(session.world)
        self._depict()
        if session.tick_now % calendar.SEASON == 0:
            self._refresh()
            self.notices.close()
            self.turn.begin(session, self.pace.speed, compact=self.board.compact)
            self._retarget()
            self.feedback.turned()
            self._save()

    def _end_turn(self) -> None:
        self.turn.end()
        self._turned()

    def _turned(self) -> None:
        self._changed = True
        if self.session.ended:
            self._end()
        elif self.session.gifts_at(self.session.tick_now):
            self.notices.tell_once("gifts", Notice(say("play.notice.gifts"), "gift"))

    def _end(self) -> None:
        if self._done:
            return
        from game.desktop.scenes.ending import EndingScene

        self._done = True
        self.pace.pause()
        self.app.go(EndingScene(self.app, self.session, self.predicted))

    # ------------------------------------------------------------- doing

    def choose(self, tool: Tool) -> None:
        """Take up a card of the hand; taken again, it changes its way, or is put back."""
        if tool.verb == "keep":
            self._open_basket()
            return
        if self.tool is not None and self.tool.key == tool.key:
            if not self._change_way(tool):
                self.drop()
                return
        else:
            self.tool = tool
        self.ui.focus(self.ground)
        self._changed = True

    def drop(self) -> None:
        """Put the card back."""
        self.tool = None
        self.pointer.unpin()
        self._changed = True

    def do(self, action: Action) -> bool:
        """Do it if it is possible; show that it was done."""
        if self.session.refusal(action) is not None:
            return False
        preview = self.session.preview(action)
        self.session.do(action)
        self.feedback.done(action, preview)
        self._depict()
        if self.tool is not None and hindered(self.session, self.tool):
            self._when_used_up(self.tool)
        return True

    def undo(self) -> None:
        """Take back the newest action; if time has passed since, go back to just before it."""
        before = self.session.tick_now
        undone = self.session.undo()
        if undone and self.session.tick_now < before:
            self.pace.pause()
        self._depict(jumped=undone)
        self.notices.tell(Notice(say("play.notice.undone" if undone else "play.notice.nothing_to_undo"), "undo"))

    def _act(self) -> None:
        """What a click or Enter does on the tile pointed at: use the tool, or look closer."""
        tile = self.pointer.tile
        if tile is None:
            return
        if self.tool is None:
            self.pointer.pin()
            self.board.show_look()
        elif self._aim is not None:
            self.do(self._aim.action)
        self._changed = True

    def _change_way(self, tool: Tool) -> bool:
        """Half or all; or the next kind in the basket. False if there is no other way."""
        if tool.verb == "gather":
            self.share = "all" if self.share == "half" else "half"
            return True
        kinds = list(basket(self.session))
        if tool.verb != "give" or len(kinds) < 2:
            return False
        at = kinds.index(self._giving) if self._giving in kinds else -1
        self._giving = kinds[(at + 1) % len(kinds)]
        self.tool = Tool("give", self._giving)
        return True

    def _when_used_up(self, tool: Tool) -> None:
        if self.session.begun and self.session.progress.days_left < 1:
            self.notices.tell_once("no_days", Notice(say("play.notice.no_days"), "sun"))
        if tool.verb == "plant" and not held(self.session, tool):
            others = [each for each in self.hand.tools if each.verb == "plant" and held(self.session, each)]
            self.tool = others[0] if others and not self.session.begun else None
        elif tool.verb in ("give", "mulch"):
            self.tool = None

    def _open_basket(self) -> None:
        session, bank = self.session, self.app.bank
        kinds = [
            (
                kind.name,
                title(session.world, kind.name, many=True).capitalize(),
                portraits.of_member(bank, session.world, kind.name),
            )
            for kind in session.world.flora.kinds
        ]
        opened = dialogs.BasketDialog(
            self.ui,
            kinds,
            lambda name: (basket(session).get(name, 0), shelf(session).get(name, 0)),
            lambda name, count: self._move(Keep(name, count)),
            lambda name, count: self._move(TakeBack(name, count)),
        )
        self.ui.open(opened.dialog)

    def _move(self, action: Keep | TakeBack) -> None:
        self.session.do(action)
        self._changed = True

    # ------------------------------------------------------------- keys and clicks

    def _ground_key(self, event: pygame.Event) -> bool:
        wanted = wish(event, self.app.settings)
        if wanted in MOVES:
            self.pointer.move(*MOVES[wanted])
            column, row = self.pointer.cursor or (0, 0)
            self.camera.show(column, row)
        elif wanted == "act":
            self._act()
        else:
            return False
        self._changed = True
        return True

    def _ground_pressed(self, at: tuple[float, float]) -> None:
        k = self.ui.look.scale
        self.pointer.press(self.camera.tile_at(at[0] * k, at[1] * k))
        self._retarget()
        self._act()

    def _key(self, event: pygame.Event) -> None:
        wanted = wish(event, self.app.settings)
        if wanted in MOVES:
            self.ui.focus(self.ground)
            self._ground_key(event)
        elif wanted.startswith("hand_"):
            number = int(wanted.removeprefix("hand_")) - 1
            if number < len(self.hand.tools):
                self.choose(self.hand.tools[number])
        elif wanted in self._wishes:
            getattr(self, self._wishes[wanted])()
        self._changed = True

    _wishes = {  # noqa: RUF012
        "pause": "_pause_or_go",
        "tick": "one_tick",
        "slower": "_slower",
        "faster": "_faster",
        "rewind": "_back",
        "forward": "_on",
        "first": "_to_start",
        "last": "_to_last",
        "back_a_little": "_back_a_little",
        "undo": "undo",
        "zoom_in": "_closer",
        "zoom_out": "_farther",
        "save": "_save_and_tell",
        "help": "help",
        "hint": "hint",
        "drop": "drop",
        "back": "_escape",
        "act": "_act",
    }
    """For each wish the method that grants it."""

    def _pause_or_go(self) -> None:
        self.set_speed(0 if self.pace.running else self.pace.speed)

    def _slower(self) -> None:
        self.pace.change(-1)

    def _faster(self) -> None:
        if not self.session.begun:
            self.begin()
        self.pace.change(1)

    def _back(self) -> None:
        now = self.session.tick_now
        turn = now // calendar.SEASON * calendar.SEASON
        self.go_to(max(0, turn if turn < now else turn - calendar.SEASON))

    def _on(self) -> None:
        self.go_to((self.session.tick_now // calendar.SEASON + 1) * calendar.SEASON)

    def _to_start(self) -> None:
        self.go_to(0)

    def _to_last(self) -> None:
        self.go_to(self.session.level.ticks)

    def _back_a_little(self) -> None:
        self.go_to(max(0, self.session.tick_now - LITTLE))

    def _closer(self) -> None:
        self.camera.zoom(1)

    def _farther(self) -> None:
        self.camera.zoom(-1)

    def _escape(self) -> None:
        if self.tool is not None or self.pointer.pinned is not None:
            self.drop()
        elif self.notices.shown is not None:
            self.notices.close()
        else:
            self.menu()

    # ------------------------------------------------------------- help and menu

    def hint(self) -> None:
        """The level's hints, one by one."""
        hints = self.session.level.hints
        if not hints:
            self.notices.tell(Notice(say("play.notice.no_hints")))
            return
        number = self._hints % len(hints)
        self._hints += 1
        words = say("play.notice.hint", number=number + 1, count=len(hints), words=hints[number])
        self.notices.tell(Notice(words, "hint", stays=True))
        self._changed = True

    def help(self) -> None:
        self.ui.open(dialogs.help_dialog(self.ui, listed(self.app.settings)))

    def menu(self) -> None:
        self.ui.open(
            dialogs.pause_menu(
                self.ui, restart=self._ask_restart, settings=self._settings, leave=self._to_title, help_=self.help
            )
        )

    def _ask_restart(self) -> None:
        self.ui.open(dialogs.confirm_restart(self.ui, self._restart))

    def _restart(self) -> None:
        fresh = Session(self.session.level, self.session.seed, without=self.session.without)
        self.app.go(PlayScene(self.app, fresh, predicted=self.predicted))

    def _settings(self) -> None:
        from game.desktop.scenes.settings import open_settings

        open_settings(self.app, self.ui)

    def _to_title(self) -> None:
        from game.desktop.scenes.title import TitleScene

        self.app.go(TitleScene(self.app))

    # ------------------------------------------------------------- keeping it all true

    def _fit(self, surface: pygame.Surface) -> None:
        """Fit cards and camera to the window, the words and what is folded away."""
        self.app.lay_out(self.ui)
        self.ui.settle()
        self.board.arrange(begun=self.session.begun)
        view = surface.get_size(), tuple(self.board.free())
        if view != self._view:
            self._view = view
            self.camera.resize(view[0], pygame.Rect(view[1]))
            self._changed = True

    def _depict(self, *, jumped: bool = False) -> None:
        if jumped:
            self.depiction.jumped()
            self.inspector.forget()
        self.painter.show(self.depiction.picture(self.session.world, look_down=jumped or not self.pace.running))
        if jumped or not self.pace.running:
            self._changed = True

    def _refresh(self) -> None:
        """Make every card true."""
        self._changed, self._stale = False, 0.0
        session = self.session
        if self._giving not in basket(session):
            self._giving = next(iter(basket(session)), self._giving)
            if self.tool is not None and self.tool.verb == "give":
                self.tool = Tool("give", self._giving)
        chosen = self.tool.key if self.tool else ""
        self.hand.show(session, chosen, self.share, self._giving, compact=self.board.compact)
        self.time.show(session, self.pace, compact=self.board.compact)
        self.balance.show(session.flourishing)
        self.goals.show(session.goals)
        self.rewind.show(session)
        self.inspector.refresh(session)
        self._warn()
        if not session.begun:
            left = sum(held(session, each) or 0 for each in self.hand.tools if each.verb == "plant")
            self.board.say_left(say("play.begin.left", count=left) if left else say("play.begin.done"))
        self._retarget()

    def _retarget(self) -> None:
        """What the tool would do at the tile pointed at, and the tip beside it."""
        tile = None if self.turn.showing else self.pointer.tile
        self._aim = aim(self.session, self.tool, self.share, tile) if self.tool and tile else None
        if tile is None or (self._aim is None and not self.pointer.rested):
            self.ui.point_out(None)
            return
        if self._aim is not None and self.tool is not None:
            head, words = named(self.session, self.tool, self.share), self._aim.words
        else:
            seen = glance(self.session, tile)
            head, words = seen.title, " · ".join(filter(None, (seen.state, seen.want)))
        k = self.ui.look.scale
        rect = self.camera.tile_rect(*tile)
        self.ui.point_out(Rect(rect.x / k, rect.y / k, rect.width / k, rect.height / k), head, words)

    def _warn(self) -> None:
        """Tell once of each member that falls into want; again only after it had recovered."""
        for member in self.session.flourishing.members:
            told = f"need {member.member}"
            if self.session.begun and member.level < IN_NEED:
                name = portraits.name_of(self.session.world, member.member)
                words = say("play.notice.in_need", name=name, why=why(self.session.world, member))
                self.notices.tell_once(told, Notice(words, "warning"))
            elif member.level >= RECOVERED:
                self.notices.forget(told)

    def _save(self) -> None:
        try:
            saving.save(self.session, saving.automatic_save(self.session.level))
        except saving.SaveError as problem:
            self.notices.tell_once("not saved", Notice(str(problem), "warning", stays=True))

    def _save_and_tell(self) -> None:
        self.notices.tell(Notice(say("play.notice.saved"), "save"))
        self._save()
