"""The window and its frames: opens it, hands events and time to the scene that fills it, and paces the frames.

Imports only what the very first picture needs; the rest comes while that is already on the screen.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from game.desktop import settings as preferences
from game.desktop.journey import Journey
from game.desktop.text_keys import scaled
from game.desktop.thrift import give_back_large_blocks, give_back_what_is_free, let_frames_go_first
from game.desktop.trace import Follower, tell
from game.desktop.window import ICON, fill_screen, is_tight, open_window

if TYPE_CHECKING:
    from game.desktop.drawing.sprites import Bank
    from game.desktop.kit import Ui, Widget
    from game.desktop.scenes.scene import Scene

SLEEP = 250  # milliseconds between two looks at a scene in which nothing moves
DOZE = 112  # ... between two frames of one at ease, when the player has done nothing
UNTOUCHED = 0.5  # ... for so many seconds
NAP, LONG_NAP = 16, 40  # ... between two looks for events meanwhile; pygame.event.wait looks every millisecond
ALBUM = 4  # pictures kept
LONGEST_STEP = 0.25  # seconds; after a longer gap (a laptop slept) time goes on from here


class App:
    """One window, one scene, one player's settings. `size` in window units; `file` is where the settings lie."""

    def __init__(
        self, size: tuple[int, int] | None = None, file: Path | None = None, journey: Journey | None = None
    ) -> None:
        let_frames_go_first()
        give_back_large_blocks()
        self.journey = journey or Journey()
        self._file = file or preferences.settings_file()
        self.settings, self.slips = preferences.load(self._file)
        self.window = open_window(size, self.settings)
        self.surface = self.window.get_surface()
        self.tell("splash")
        self.window.set_icon(pygame.image.load_sized_svg(ICON, (64, 64)))
        self.now = 0.0
        self.frames = 0
        self.scene: Scene | None = None
        self._next: Scene | None = None
        self._quit = False
        self._hidden = False
        self._untouched = 0.0
        self._maximized = False
        self._follower = Follower()
        self._listener: Callable[[pygame.Event], None] | None = None
        self.album: list[tuple[str, pygame.Surface]] = []
        """Captions and little pictures of the meadow at its season's turns: the play fills it, the ending shows it."""

    # ------------------------------------------------------------- for scenes

    @cached_property
    def bank(self) -> Bank:
        """The sprites, shared by all scenes."""
        from game.desktop.drawing.sprites import Bank

        return Bank()

    @property
    def scale(self) -> float:
        """Pixels of the window to a logical pixel."""
        from game.desktop.kit import scale_of

        return scale_of(*self.surface.get_size())

    @property
    def points(self) -> float:
        """Pixels to a unit of mouse events: over 1 on dense displays."""
        return self.surface.get_width() / max(1, self.window.size[0])

    def lay_out(self, ui: Ui) -> None:
        """Fit a screen into the window as it is now, with the words as this player reads them."""
        from game.desktop.kit.theme import HIGH_CONTRAST, MEADOW

        settings = self.settings
        theme = HIGH_CONTRAST if settings.high_contrast else MEADOW
        ui.steady = settings.reduced_motion
        width, height = self.surface.get_size()
        ui.layout(
            width,
            height,
            self.scale,
            settings.text_scale / 100,
            theme=theme,
            family=settings.font,
            points=self.points,
        )

    def change_settings(self, **changed: Any) -> None:
        """Use these settings from now on, and keep them for the next start."""
        before, self.settings = self.settings, replace(self.settings, **changed)
        if self.settings.full_screen != before.full_screen:
            fill_screen(self.window, self.settings.full_screen)
            if not self.settings.full_screen and (self._maximized or is_tight()):
                self.window.maximize()
        try:
            preferences.save(self.settings, self._file)
        except OSError as problem:
            self.tell(f"settings not kept: {problem}")  # they still hold until the game is closed

    def action(self, event: pygame.Event) -> str | None:
        """What the player wants by a key pressed (an action of `settings.KEYS`), if it means anything."""
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            return None
        return self.settings.action_of(pygame.key.name(event.key))

    def listen(self, listener: Callable[[pygame.Event], None] | None) -> None:
        """Hand the next key that is pressed to `listener` instead of to the scene (None: no longer)."""
        self._listener = listener

    def go(self, scene: Scene) -> None:
        """Leave the present scene for this one, before the next frame."""
        self._next = scene

    def quit(self) -> None:
        """Close the game after this frame."""
        self._quit = True

    def tell(self, words: str) -> None:
        """Add a line to the trace, the log of what is shown."""
        tell(words)

    def announce(self, widget: Widget) -> None:
        """Tell what has the focus now."""
        self.tell(" ".join(filter(None, ("focus", widget.role, widget.name, widget.value()))))

    # ------------------------------------------------------------- frames

    def run(self, frames: int | None = None) -> None:
        """Show frames until the player quits, or `frames` of them."""
        clock = pygame.time.Clock()
        seconds = 0.0
        try:
            while not self._quit and (frames is None or self.frames < frames):
                asleep = self.asleep
                events = self._awaited() if asleep or self.dozing else pygame.event.get()
                if events or not asleep:
                    self.frame(events, seconds)
                seconds = clock.tick(self.settings.frame_cap) / 1000
        finally:
            self.close()

    @property
    def asleep(self) -> bool:
        """Whether no frame is drawn until something happens."""
        return self._hidden or (self.scene is not None and self.scene.still and self._next is None)

    @property
    def dozing(self) -> bool:
        """Whether frames come slowly until something happens: nobody waits for an answer to anything."""
        return self._untouched >= UNTOUCHED and self._next is None and self.scene is not None and self.scene.at_ease

    def frame(self, events: Sequence[pygame.Event], seconds: float) -> None:
        """One frame: events in, time on, picture out."""
        self._untouched = 0.0 if events else self._untouched + seconds
        self._switch()
        for event in events:
            if not self._handle(event) and self.scene is not None:
                self.scene.handle(event)
        self._switch()
        self.surface = self.window.get_surface()
        seconds = min(seconds, LONGEST_STEP)
        self.now += seconds
        if self.scene is not None:
            self.scene.step(seconds)
            self._follower.look(getattr(self.scene, "session", None))  # those that show a play keep it there
            if not self._hidden:
                self.scene.draw(self.surface)
                del self.album[:-ALBUM]
                self._flip()

    def close(self) -> None:
        """Leave the scene and close the window."""
        if self.scene is not None:
            self.scene.leave()
            self.scene = None
        self.window.destroy()

    def _switch(self) -> None:
        if self._next is None:
            return
        if self.scene is not None:
            self.scene.leave()
        self.scene, self._next = self._next, None
        self._untouched = 0.0
        gc.collect()  # a scene is full of circles, and holds large pictures
        give_back_what_is_free()
        self.tell(f"scene {self.scene.name}")

    def _awaited(self) -> list[pygame.Event]:
        """What happens, as soon as it does; nothing, if nothing does until the next frame is due."""
        rests = self.asleep or (self.scene is not None and self._untouched >= self.scene.rests_after)
        nap = LONG_NAP if rests else NAP
        for _ in range(0, SLEEP if rests else DOZE, nap):
            events = pygame.event.get()
            if events:
                return events
            pygame.time.wait(nap)
        return pygame.event.get()

    def _flip(self) -> None:
        self.window.flip()
        self.frames += 1
        if self.frames == 1:
            self.tell("first frame")

    def _handle(self, event: pygame.Event) -> bool:
        """What belongs to the window, whatever the scene; True if that was all."""
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                self.quit()
                return True
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self._hidden = True
            case pygame.WINDOWRESTORED | pygame.WINDOWSHOWN | pygame.WINDOWEXPOSED | pygame.WINDOWMAXIMIZED:
                self._hidden = False
                if event.type in (pygame.WINDOWRESTORED, pygame.WINDOWMAXIMIZED) and not self.settings.full_screen:
                    self._maximized = event.type == pygame.WINDOWMAXIMIZED
            case pygame.KEYDOWN:
                return self._key(event)
        return False

    def _key(self, event: pygame.Event) -> bool:
        if self._listener is not None:
            listener, self._listener = self._listener, None
            listener(event)
            return True
        enter = event.key in (pygame.K_RETURN, pygame.K_KP_ENTER)
        if (enter and event.mod & pygame.KMOD_ALT) or self.action(event) == "full_screen":
            self.change_settings(full_screen=not self.settings.full_screen)
            return True
        scale = scaled(self.settings.text_scale, event)
        if scale is None:
            return False
        self.change_settings(text_scale=scale)
        return True


def run(level: str | Path | None = None, *, frames: int | None = None, size: tuple[int, int] | None = None) -> int:
    """Play: from the title, or from the opening of `level`. Returns the exit code; `frames` ends it after so many."""
    app = App(size)
    if level is None:
        from game.desktop.scenes.title import TitleScene

        app.go(TitleScene(app))
    else:
        from game.desktop.scenes.opening import OpeningScene
        from game.levels.loading import load_level

        app.go(OpeningScene(app, load_level(level)))
    app.run(frames)
    return 0
