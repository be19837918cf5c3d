"""What opens over the meadow: the pause menu, help with all keys, the level's hints, the basket and the shelf."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from game.desktop.kit import Button, Column, Dialog, Framed, Image, Label, Picture, Row, Ui, Widget
from game.desktop.kit.theme import BODY, LABEL, NOTE
from game.words import say

Do = Callable[[], None]
KEYS_WIDE = 150.0  # logical pixels for the names of keys
SIDE_BY_SIDE = 2  # moves that have room beside the words
EXPLAINED = ("keep", "put_by", "waste")  # of these the ones that say at the top what they do


def pause_menu(ui: Ui, *, restart: Do, settings: Do, leave: Do, help_: Do) -> Dialog:
    """Resume, help, settings, start again, save and leave."""

    def then(do: Do) -> Do:
        def close_first() -> None:
            ui.close()
            do()

        return close_first

    resume = Button(say("play.menu.resume"), ui.close, kind="primary", icon="play")
    body = Column(
        [
            resume,
            Button(say("play.menu.help"), then(help_), icon="help", key_name="F1"),
            Button(say("play.menu.settings"), then(settings), icon="gear"),
            Button(say("play.menu.restart"), then(restart), icon="rewind"),
            Button(say("play.menu.leave"), then(leave), icon="door"),
        ],
        gap=10,
    )
    return Dialog(say("play.menu.title"), body, [], first=resume, width=420)


def confirm(ui: Ui, about: str, do: Do) -> Dialog:
    """Ask before the play is left behind (`restart`) or its plants are set out `anew`."""

    def agreed() -> None:
        ui.close()
        do()

    stay = Button(say("play.menu.stay"), ui.close, kind="primary")
    return Dialog(
        say(f"play.menu.{about}_title"),
        Label(say(f"play.menu.{about}_words")),
        [stay, Button(say(f"play.menu.{about}"), agreed)],
        first=stay,
        width=480,
    )


def help_dialog(ui: Ui, keys: Sequence[tuple[str, str]]) -> Dialog:
    """How to play in a few lines, and every key with what it does: (keys, words) each."""
    rows: list[Widget] = [Label(say(f"play.help.line_{number}")) for number in (1, 2, 3, 4)]
    rows.append(Label(say("play.help.keys"), size=LABEL, bold=True))
    told: list[Widget] = [
        Row([Framed(Label(names, size=NOTE, bold=True), width=KEYS_WIDE), Label(words, size=NOTE, grow=1)], gap=12)
        for names, words in keys
    ]
    half = (len(told) + 1) // 2
    rows.append(Row([Column(told[:half], gap=4, grow=1), Column(told[half:], gap=4, grow=1)], gap=24, align="top"))
    close = Button(say("play.help.close"), ui.close, kind="primary")
    return Dialog(say("play.help.title"), Column(rows, gap=5), [close], first=close, width=940)


class BasketDialog:
    """The basket and the shelf. Each of `moves` (keep, take_back, put_by, waste) is told a kind and how many; the
    counts follow. Of `counts` the first is what lies in the basket, the second what lies on the shelf."""

    def __init__(
        self,
        ui: Ui,
        kinds: Sequence[tuple[str, str, Picture]],
        counts: Callable[[str], tuple[int, int]],
        moves: Mapping[str, Callable[[str, int], None]],
    ) -> None:
        self._ui, self._counts, self._moves = ui, counts, moves
        self._labels: dict[str, Label] = {}
        self._buttons: dict[str, dict[str, Button]] = {}
        rows: list[Widget] = [Label(say(f"play.basket.words_{move}"), size=BODY) for move in moves if move in EXPLAINED]
        for name, title, picture in kinds:
            self._labels[name] = Label("", size=NOTE, grow=1)
            self._buttons[name] = {
                move: Button(say(f"play.basket.{move}"), partial(self._moved, move, name)) for move in moves
            }
            words = Column([Label(title, size=LABEL, bold=True), self._labels[name]], gap=0, grow=1)
            buttons = list(self._buttons[name].values())
            image = Image(picture, 44, 44, name=title)
            if len(moves) <= SIDE_BY_SIDE:
                rows.append(Row([image, words, *buttons], gap=10))
            else:
                rows.append(Row([image, Column([words, Row(buttons, gap=10, flows=True)], gap=4, grow=1)], gap=10))
        close = Button(say("play.basket.close"), ui.close, kind="primary")
        self._show()
        about = "title" if self._shelved else "title_basket"
        self.dialog = Dialog(say(f"play.basket.{about}"), Column(rows, gap=10), [close], first=close, width=640)

    @property
    def _shelved(self) -> bool:
        return "keep" in self._moves

    def _moved(self, move: str, name: str) -> None:
        self._moves[move](name, self._counts(name)[move == "take_back"])
        self._show()
        back = {"keep": "take_back", "take_back": "keep"}.get(move, move)
        self._ui.focus(self._buttons[name][back])

    def _show(self) -> None:
        for name, label in self._labels.items():
            in_basket, on_shelf = self._counts(name)
            counts = "counts" if self._shelved else "counts_basket"
            label.text = say(f"play.basket.{counts}", basket=in_basket, shelf=on_shelf)
            for move, button in self._buttons[name].items():
                if move == "take_back":
                    button.disabled_because = "" if on_shelf else say("play.basket.shelf_empty")
                else:
                    button.disabled_because = "" if in_basket else say("play.hand.basket_empty")
