"""The play scene: hands on what the player does, lets time pass, and keeps picture and cards true to the session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.hourglass import Hourglass
from game.desktop.kit import Area, Ui
from game.desktop.scenes.play.beside import Beside
from game.desktop.scenes.play.cards import Cards
from game.desktop.scenes.play.course import Course
from game.desktop.scenes.play.deeds import Deeds
from game.desktop.scenes.play.depiction import Depiction, mulched
from game.desktop.scenes.play.doors import Doors
from game.desktop.scenes.play.feedback import Feedback
from game.desktop.scenes.play.keys import MOVES, is_space, wish
from game.desktop.scenes.play.news import tell_want
from game.desktop.scenes.play.notices import WANT, Notice, Notices
from game.desktop.scenes.play.pointing import Pointer
from game.desktop.scenes.play.stroke import Stroke
from game.desktop.scenes.play.tools import SET_OUT, Tool
from game.desktop.scenes.scene import Scene
from game.engine import calendar
from game.levels.opening import open_world
from game.play import (
    savefile,  # noqa: F401 - what a save says is read in with the scene, not in the middle of its first season's turn
    saving,
)
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App


class PlayScene(Scene):
    """One play of one level.

    `predicted` is the choice made before it, handed on to the ending; `notice` is shown first.
    """

    name = "play"
    rests_after = 5.0
    session: Session

    def __init__(self, app: App, session: Session, *, predicted: int | None = None, notice: str | None = None) -> None:
        self.app, self.session = app, session
        level = session.level
        self.pointer = Pointer(level.width, level.height)
        self.camera = Camera(level.width, level.height, app.surface.get_size())
        self.painter = MeadowPainter(app.bank, self.camera, calm=app.settings.reduced_motion)
        self.depiction = Depiction(level, open_world(level, session.seed), app.bank.names_known)
        self.feedback = Feedback(self.painter, session.world)
        self.ui = Ui(app.announce)
        self.notices = Notices(self.to_ground)
        self.doors = Doors(app, session, predicted, self.ui, self.notices)
        self.deeds = Deeds(session, self.ui, app.bank, self.notices, self._notice_change, self.feedback.done)
        self.course = Course(
            session,
            self.notices,
            may_begin=self.deeds.may_begin,
            ticked=self._ticked,
            jumped=self._jumped,
            changed=self._notice_change,
            ask=self.doors.ask_anew,
        )
        self._changed, self._pointed, self._over = True, False, False
        self._hourglass = Hourglass()
        self._stroke = Stroke(self.deeds, self._depict)
        self._form: object = None  # what the cards were last arranged for
        self._view: object = None
        self._save_due = False
        self.file = saving.automatic_save(level)
        """Where the play is kept by itself."""
        self.saver = saving.Saver()
        self.ground = Area(say("play.ground.name"), on_key=self._ground_key, on_press=self._ground_pressed)
        self.cards = Cards(
            app,
            session,
            self.ui,
            self.ground,
            (self.course, self.deeds, self.doors, self.notices),
            choose=self._choose,
            begin=self._begin,
            look_below=self._look_below,
            beside=self._target,
        )
        covers = (self.notices.frame, self.cards.view.legend)
        self.ui.to_be_read = (self.cards.turn.card, self.notices.frame)
        self.beside = Beside(session, self.ui, self.camera, self.painter, self.pointer, self.deeds, covers)
        self.board, self.turn, self.inspector = self.cards.board, self.cards.turn, self.cards.inspector
        self._jumped()
        if notice:
            self.notices.tell(Notice(notice, stays=True))
        elif session.begun:
            tell_want(session, self.notices)  # the card of the balance shows it; here it would hide why nothing moves
            self.notices.tell(Notice(say("play.notice.resumed"), "play"))

    # ------------------------------------------------------------- what the app asks

    @property
    def still(self) -> bool:
        """With reduced motion nothing moves while time stands still and nobody looks into a tile."""
        busy = self.course.pace.running or self._changed or self.inspector.looking or self.turn.showing
        busy |= self.saver.busy
        return self.painter.calm and not busy and self.painter.ready and self.notices.shown is None

    @property
    def at_ease(self) -> bool:
        """While time stands still, or waits, and all that was asked is answered."""
        passes = self.course.pace.running and not self._held_up()
        return self.painter.at_ease and not (passes or self._changed or self._save_due or self.inspector.looking)

    def handle(self, event: pygame.Event) -> None:
        if self.turn.blocks and event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.turn.end()
            self._turned()
            return
        if self.ui.dialog is None and is_space(event) and wish(event, self.app.settings) == "pause":
            self.course.pause_or_go()
            return
        opened = self.ui.dialog
        if self.ui.handle(event):
            if event.type == pygame.MOUSEMOTION:
                self.pointer.leave()
            if opened is not None and self.ui.dialog is None:
                self.to_ground()
            self._changed = True
            return
        self._pointed |= self.pointer.handle(event, self.camera, self.app.points)
        if event.type == pygame.MOUSEMOTION and event.buttons[0]:
            self._stroke.go_on(self.pointer.hover)
        if event.type == pygame.KEYDOWN:
            self._key(event)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 3 and not self.pointer.dragged:
            self.drop()

    def step(self, seconds: float) -> None:
        self._hourglass.turn()
        self.painter.calm, self.painter.patience = self.app.settings.reduced_motion, self.course.pace.patience
        rested = self.pointer.rested
        self._tell_of(self.saver.check)
        self.notices.step(seconds, held=self.turn.showing)
        if self._save_due and self.turn.showing:
            self._save()
        if self.turn.step(seconds):
            self._turned()
        self._let_pass(seconds)
        self.pointer.step(seconds)
        self._pointed |= self.pointer.rested != rested
        if self._changed:
            self._refresh()
        elif self._pointed:
            self.cards.point()
        self._pointed = False
        self.cards.step(seconds)
        at_once = self.pointer.by_keys and not self.course.pace.running
        self.inspector.show_pin(self.pointer.pinned is not None)
        self.inspector.step(self.session, self.pointer.looked_at, seconds, at_once=at_once)

    def draw(self, surface: pygame.Surface) -> None:
        self._fit(surface)
        calm = self._hourglass.calm("view")
        self.painter.draw(surface, self.app.now, self.course.pace.fraction, self.beside.pointing, hurried=not calm)
        if calm:
            self.feedback.photograph(surface, self.app.album, self.session, self.camera)
        self.ui.draw(surface, self.app.now, self._hourglass.time_left if self.course.pace.running else None)

    def leave(self) -> None:
        self._save()
        self._tell_of(self.saver.finish)
        self.painter.close()

    # ------------------------------------------------------------- keys and clicks

    def to_ground(self) -> None:
        """Give the keys to the meadow."""
        self.ui.focus(self.ground)

    def drop(self) -> None:
        """Put the card back, and look at no tile in particular."""
        self.pointer.unpin()
        self.deeds.drop()

    def act(self) -> None:
        """What a click or Enter does on the tile pointed at: use the card in hand, or look closer."""
        tile = self.pointer.tile
        if tile is None:
            return
        if self.deeds.tool is None:
            self.deeds.ask_for_card()
            self.pointer.pin()
            self.board.show_look()
        elif self.deeds.act(tile):
            self._depict(look_down=True)
        self._changed = True

    def _begin(self) -> None:
        self.drop()
        self.course.begin()
        self.to_ground()

    def _look_below(self, below: bool) -> None:
        self.painter.below = below
        self._changed = True

    def _choose(self, tool: Tool) -> None:
        self.to_ground()
        self.pointer.unpin()
        self.deeds.choose(tool)

    def _ground_key(self, event: pygame.Event) -> bool:
        wanted = wish(event, self.app.settings)
        if wanted in MOVES:
            self.pointer.move(*MOVES[wanted])
            self.camera.show(*(self.pointer.cursor or (0, 0)))
            self._target()
        elif wanted == "act":
            self.act()
        else:
            return False
        self._changed = True
        return True

    def _ground_pressed(self, at: tuple[float, float]) -> None:
        k = self.ui.look.scale
        self.pointer.press(self.camera.tile_at(at[0] * k, at[1] * k))
        self._target()
        tool = self.deeds.tool
        self.act()
        may_go_on = tool is not None and tool.verb in SET_OUT and not self.session.begun
        self._stroke.begin(tool if may_go_on else None, self.pointer.hover)

    def _key(self, event: pygame.Event) -> None:
        wanted = wish(event, self.app.settings)
        if wanted in MOVES:
            self.to_ground()
            self._ground_key(event)
        elif wanted.startswith("hand_"):
            self.cards.hand.take(int(wanted.removeprefix("hand_")))
        elif wanted in self._granted:
            self._granted[wanted]()
        self._changed = True

    @cached_property
    def _granted(self) -> dict[str, Callable[[], None]]:
        """What each wish of a key comes to."""
        course, doors = self.course, self.doors
        return {
            "pause": course.pause_or_go,
            "tick": course.one_tick,
            "slower": course.slower,
            "faster": course.faster,
            "rewind": course.back,
            "forward": course.on,
            "first": course.to_start,
            "last": course.to_last,
            "back_a_little": course.back_a_little,
            "undo": course.undo,
            "look_below": self.cards.view.turn,
            "zoom_in": lambda: self.camera.zoom(1),
            "zoom_out": lambda: self.camera.zoom(-1),
            "save": self._save_and_tell,
            "help": doors.help,
            "together": self.deeds.together,
            "hint": doors.hint,
            "drop": self.drop,
            "back": self._escape,
            "act": self.act,
        }

    def _escape(self) -> None:
        if self.deeds.tool is not None or self.pointer.pinned is not None:
            self.drop()
        else:
            self.notices.close()
            self.doors.menu()

    # ------------------------------------------------------------- time has passed

    def _let_pass(self, seconds: float) -> None:
        """Let ticks pass, up to the next celebration; dialogs stop time."""
        if self._held_up():
            return
        for _ in range(self.course.pace.ticks(seconds)):
            self.course.tick()
            if self._held_up():
                return

    def _held_up(self) -> bool:
        """Whether time waits for a dialog, or for the season's turn."""
        return self.ui.dialog is not None or self.turn.blocks

    def _ticked(self) -> None:
        session = self.session
        self.depiction.passed(session.world)
        self._depict()
        if session.tick_now % calendar.SEASON == calendar.SEASON // 2:
            for picture, width, height in self.cards.coming():
                self.painter.foresee(("picture", picture, width, height), partial(picture, width, height))
        if session.tick_now % calendar.SEASON == 0:
            self.notices.turn()
            self.cards.show_time()
            self.turn.begin(session, self.course.pace.speed, compact=self.board.compact)
            self.feedback.turned(session.gifts_at(session.tick_now))
            self._save_due = True

    def _turned(self) -> None:
        """The celebration is over."""
        self._changed = True
        if self._save_due:
            self._save()
        if self.session.ended and not self._over:
            self._over = True
            self.course.pace.pause()
            self.doors.to_the_end()
        elif any(gift.what != "day" for gift in self.session.gifts_at(self.session.tick_now)):
            self.notices.tell_once("gifts", Notice(say("play.notice.gifts"), "gift"))

    def _jumped(self) -> None:
        """The world is at another moment."""
        self.depiction.jumped()
        self.inspector.forget()
        self.notices.begin_anew()
        self._over = False
        self._depict()

    def _depict(self, *, look_down: bool = False) -> None:
        look_down |= not self.course.pace.running
        picture = self.depiction.picture(self.session.world, look_down=look_down, mulched=mulched(self.session))
        self.beside.depict(picture)
        self._changed |= look_down

    # ------------------------------------------------------------- keeping it all true

    def _notice_change(self) -> None:
        self._changed = True

    def _fit(self, surface: pygame.Surface) -> None:
        """Fit cards and camera to the window, the words and what is folded away."""
        self.app.lay_out(self.ui)
        self.ui.settle()
        form = self.ui.layouts, self.session.begun, surface.get_size()
        if form == self._form:
            return
        self._form = form
        self.board.arrange(begun=self.session.begun)
        view = surface.get_size(), tuple(self.board.free())
        if view != self._view:
            self._view = view
            self.camera.resize(view[0], pygame.Rect(view[1]))
            self._changed = True

    def _refresh(self) -> None:
        self._changed = False
        self.cards.refresh()

    def _target(self) -> None:
        self.beside.show(hidden=self._held_up(), looked_into=self.board.shows_look)

    def _save(self) -> None:
        self._save_due = False
        self.saver.save(self.session, self.file)

    def _tell_of(self, saved: Callable[[], None]) -> None:
        """Tell once of a save that could not be written."""
        try:
            saved()
        except saving.SaveError as problem:
            self.notices.tell_once("not saved", Notice(str(problem), "warning", stays=True, weight=WANT))

    def _save_and_tell(self) -> None:
        self.notices.tell(Notice(say("play.notice.saved"), "save"))
        self._save()
        self._tell_of(self.saver.finish)
