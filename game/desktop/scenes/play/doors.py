"""The ways out of the meadow and back: hints, help, the menu, settings, starting again, the title, the ending."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.desktop.kit import Ui
from game.desktop.scenes.play import dialogs
from game.desktop.scenes.play.keys import listed
from game.desktop.scenes.play.notices import Notice, Notices
from game.play.session import Session
from game.words import say

if TYPE_CHECKING:
    from game.desktop.app import App


class Doors:
    """Opens dialogs over the scene, and other scenes."""

    def __init__(self, app: App, session: Session, predicted: int | None, ui: Ui, notices: Notices) -> None:
        self._app, self._session, self._predicted = app, session, predicted
        self._ui, self._notices = ui, notices
        self._hints = 0

    def hint(self) -> None:
        """The level's hints, one by one."""
        hints = self._session.level.hints
        if not hints:
            self._notices.tell(Notice(say("play.notice.no_hints"), "hint"))
            return
        number = self._hints % len(hints)
        self._hints += 1
        words = say("play.notice.hint", number=number + 1, count=len(hints), words=hints[number])
        self._notices.tell(Notice(words, "hint", stays=True))

    def help(self) -> None:
        self._ui.open(dialogs.help_dialog(self._ui, listed(self._app.settings)))

    def menu(self) -> None:
        self._ui.open(
            dialogs.pause_menu(
                self._ui, restart=self._ask_restart, settings=self._settings, leave=self._to_title, help_=self.help
            )
        )

    def ask_anew(self, set_out: Callable[[], None]) -> None:
        """Ask before going back to before time began."""
        self._ui.open(dialogs.confirm(self._ui, "anew", set_out))

    def to_the_end(self) -> None:
        from game.desktop.scenes.ending import EndingScene

        self._app.go(EndingScene(self._app, self._session, self._predicted))

    def _ask_restart(self) -> None:
        self._ui.open(dialogs.confirm(self._ui, "restart", self._restart))

    def _restart(self) -> None:
        from game.desktop.scenes.play.scene import PlayScene

        fresh = Session(self._session.level, self._session.seed, without=self._session.without)
        self._app.go(PlayScene(self._app, fresh, predicted=self._predicted))

    def _settings(self) -> None:
        from game.desktop.scenes.settings import open_settings

        open_settings(self._app, self._ui)

    def _to_title(self) -> None:
        from game.desktop.scenes.title import TitleScene

        self._app.go(TitleScene(self._app))
