"""Choosing what to play: the levels with what was won in them, and the saved games."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit import Button, Card, Column, Entrance, Image, Label, ListView, Picture, Row, Scroll, Widget
from game.desktop.kit.theme import BODY, HEADING, NOTE, TITLE
from game.paths import LEVELS
from game.words import say

if TYPE_CHECKING:
    import pygame

    from game.desktop.app import App
    from game.levels.level import Level
    from game.play.saving import SaveInfo
    from game.play.session import Session

Do = Callable[[], None]
Page = tuple[Widget, Widget]
"""What is shown, and what has the focus first."""
WIDTH = 620


def levels(app: App, back: Do, folder: Path = LEVELS) -> Page:
    """A card a level, in the order of their files; one that cannot be read says why."""
    from game.levels.loading import load_level
    from game.levels.mistakes import LevelErrors

    cards: list[Widget] = []
    opening: list[Button] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            level = load_level(path)
        except LevelErrors as errors:
            cards.append(_unreadable(path, str(errors.mistakes[0])))
            continue
        begin = Button(say("title.levels.begin"), partial(_open, app, level), kind="primary", icon="play")
        opening.append(begin)
        cards.append(_level(app, level, begin))
    leave = Button(say("title.back"), back, icon="left")
    rows = Column([Label(say("title.levels.title"), size=HEADING, bold=True), *cards, Row([leave])], gap=14)
    return Card(rows, padding=24, width=WIDTH, most=WIDTH), (opening or [leave])[0]


def saves(found: Sequence[SaveInfo], open_save: Callable[[SaveInfo], None], back: Do) -> Page:
    """The saved games, the newest first, those that cannot be read among them."""
    rows = [
        Entrance(
            say("title.saves.row", level=save.title, year=save.year, season=say(f"title.seasons.{save.season}")),
            say("title.saves.ended" if save.ended else "title.saves.goes_on", flourishing=save.flourishing),
            "star" if save.ended else "play",
        )
        if save.sound
        else Entrance(save.title, say("title.saves.damaged"), "warning")
        for save in found
    ]
    listed = ListView(say("title.saves.title"), rows, on_open=lambda number: open_save(found[number]))
    first = Button(
        say("title.saves.open"), lambda: open_save(found[listed.current]), kind="primary", icon="play", grow=0
    )
    parts = [
        Label(say("title.saves.title"), size=HEADING, bold=True),
        Scroll(listed, most=380),
        Row([first, Button(say("title.back"), back, icon="left")], gap=12, flows=True),
    ]
    return Card(Column(parts, gap=14), padding=24, width=WIDTH, most=WIDTH), listed


def go_on(app: App, session: Session, notice: str | None = None) -> None:
    """Play a session on, with a `notice` to the player, or look back at it if it has ended."""
    predict = session.level.predict
    predicted = app.journey.guess(session.level.name, len(predict.choices)) if predict else None
    if session.ended:
        from game.desktop.scenes.ending import EndingScene

        app.go(EndingScene(app, session, predicted))
        return
    from game.desktop.scenes.play import PlayScene

    app.go(PlayScene(app, session, predicted=predicted, notice=notice))


def star_pictures(app: App, won: Sequence[bool], side: float) -> Row:
    """A row of stars, won or still to be won."""
    return Row(
        [
            Image(sprite(app, "star" if each else "star_empty"), side, side, name=say(f"ending.star.{_yes(each)}"))
            for each in won
        ],
        gap=4,
    )


def sprite(app: App, name: str) -> Picture:
    """A sprite as the kit's pictures want it."""

    def picture(width: int, height: int) -> pygame.Surface:
        return app.bank.image(name, height=height, width=width)

    return picture


def _yes(won: bool) -> str:
    return "won" if won else "not_won"


def _open(app: App, level: Level) -> None:
    from game.desktop.scenes.opening import OpeningScene

    app.go(OpeningScene(app, level))


def _level(app: App, level: Level, begin: Button) -> Widget:
    facts = say("title.levels.facts", minutes=level.minutes, age=level.age, years=level.years)
    head = Column([Label(level.title, size=TITLE, bold=True), Label(facts, size=NOTE, colour="soft")], gap=2, grow=1)
    stars = star_pictures(app, app.journey.stars(level.name, len(level.stars)), 30)
    parts = [Row([head, stars], gap=12), Label(level.story, size=BODY), Row([begin])]
    return Card(Column(parts, gap=10), kind="plain", padding=16)


def _unreadable(path: Path, mistake: str) -> Widget:
    words = [Label(path.name, size=TITLE, bold=True), Label(say("title.levels.unreadable"), colour="overshoot")]
    return Card(Column([*words, Label(mistake, size=NOTE, colour="soft")], gap=4), kind="plain", padding=16)
