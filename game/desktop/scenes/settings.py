"""Settings and access: a dialog that every scene can open. Each change holds at once and is kept for the player."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pygame

from game.desktop.kit import (
    Button,
    Card,
    Choice,
    Column,
    Dialog,
    Label,
    Option,
    Row,
    Scroll,
    Toggle,
    Ui,
    Widget,
)
from game.desktop.kit.theme import NOTE
from game.desktop.settings import KEYS
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App

TEXT_SCALES = (100, 125, 150, 175, 200)
WIDTH = 640
OWN_KEYS = ("tab",)  # the kit's: without it nobody could move on by keyboard
MODIFIERS = ("left shift", "right shift", "left ctrl", "right ctrl", "left alt", "right alt", "left meta", "right meta")


def open_settings(app: App, ui: Ui) -> None:
    """Open the dialog over a scene."""
    done = Button(say("settings.done"), ui.close, kind="primary")
    dialog = Dialog(say("settings.title"), Column(_rows(app, ui), gap=10), [done], width=WIDTH)
    dialog.first = next(each for each in dialog.within() if each.focusable)
    ui.open(dialog)


def _rows(app: App, ui: Ui) -> list[Widget]:
    settings = app.settings
    scales = [Option(scale, say("settings.percent", number=scale)) for scale in TEXT_SCALES]
    fonts = [Option(font, say(f"settings.fonts.{font}")) for font in ("andika", "opendyslexic")]
    caps = [Option(cap, say("settings.frames", number=cap)) for cap in (30, 60)]
    return [
        _chosen(app, "text_scale", scales),
        _chosen(app, "font", fonts),
        _switch(app, "high_contrast", settings.high_contrast),
        _switch(app, "reduced_motion", settings.reduced_motion),
        _switch(app, "full_screen", settings.full_screen),
        _chosen(app, "frame_cap", caps),
        Row([Button(say("settings.change_keys"), lambda: KeyDialog(app, ui).open(), icon="gear")]),
        Label(say("settings.kept"), size=NOTE, colour="soft"),
    ]


def _switch(app: App, name: str, on: bool) -> Toggle:
    return Toggle(
        say(f"settings.{name}.name"),
        on,
        lambda on: app.change_settings(**{name: on}),
        tip=say(f"settings.{name}.tip"),
    )


def _chosen(app: App, name: str, options: list[Option]) -> Row:
    words = say(f"settings.{name}")

    def choose(value: Any) -> None:
        app.change_settings(**{name: value})

    return Row([Label(words), Choice(words, options, getattr(app.settings, name), choose)], gap=12, spread=True)


class KeyDialog:
    """Every action with its key. A press on one waits for the next key and gives it to that action alone."""

    def __init__(self, app: App, ui: Ui) -> None:
        self._app, self._ui = app, ui
        self._told = Label(say("settings.keys.how"))
        self._buttons = {action: self._button(action) for action in KEYS}
        rows = [
            Row([Label(say(f"settings.keys.names.{action}"), grow=1), button], gap=12, spread=True)
            for action, button in self._buttons.items()
        ]
        body = Column([Card(self._told, kind="think"), Scroll(Column(rows, gap=6), most=262)], gap=10)
        done = Button(say("settings.keys.done"), self._close, kind="primary")
        reset = Button(say("settings.keys.reset"), self._reset, icon="undo")
        self._dialog = Dialog(
            say("settings.keys.title"),
            body,
            [done, reset],
            first=next(iter(self._buttons.values())),
            on_dismiss=self._stop,
            width=WIDTH,
        )

    def open(self) -> None:
        """Lay it over whatever is shown."""
        self._ui.open(self._dialog)

    def _button(self, action: str) -> Button:
        return Button(self._names(action), lambda: self._wait_for(action), size=NOTE)

    def _names(self, action: str) -> str:
        names = [key_words(name) for name in self._app.settings.keys[action]]
        return say("settings.keys.or").join(names) or say("settings.keys.none")

    def _show(self) -> None:
        for action, button in self._buttons.items():
            button.text = button.name = self._names(action)

    def _wait_for(self, action: str) -> None:
        self._show()
        self._buttons[action].text = say("settings.keys.press")
        self._told.text = say("settings.keys.waiting", what=say(f"settings.keys.names.{action}"))
        self._app.listen(lambda event: self._heard(action, event))

    def _heard(self, action: str, event: pygame.Event) -> None:
        key = pygame.key.name(event.key)
        if key in MODIFIERS:
            self._wait_for(action)
            return
        if key in OWN_KEYS or not key:
            self._told.text = say("settings.keys.taken_by_us", key=key_words(key))
        elif key == "escape" and action != "back":
            self._told.text = say("settings.keys.as_before")
        else:
            self._give(action, key)
        self._show()

    def _give(self, action: str, key: str) -> None:
        settings = self._app.settings
        loser = next((other for other, names in settings.keys.items() if key in names and other != action), None)
        self._app.change_settings(keys=settings.with_key(action, key).keys)
        what = say(f"settings.keys.names.{action}")
        if loser is None:
            self._told.text = say("settings.keys.given", key=key_words(key), what=what)
        else:
            other = say(f"settings.keys.names.{loser}")
            self._told.text = say("settings.keys.moved", key=key_words(key), what=what, other=other)
        self._app.tell(f"key {action} {key}")

    def _reset(self) -> None:
        self._stop()
        self._app.change_settings(keys=dict(KEYS))
        self._told.text = say("settings.keys.all_as_before")
        self._show()

    def _stop(self) -> None:
        self._app.listen(None)

    def _close(self) -> None:
        self._stop()
        self._ui.close()


def key_words(name: str) -> str:
    """A key as it is written on the keyboard."""
    return name.upper() if len(name) == 1 else {"return": "Enter"}.get(name, name.title())
