"""Choosing what to play: the levels with what was won in them, and the saved games."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.desktop.kit import Button, Card, Column, Entrance, Image, Label, ListView, Picture, Row, Scroll, Widget
from game.desktop.kit.theme import HEADING, NOTE, TITLE
from game.paths import LEVELS
from game.words import say

if TYPE_CHECKING:
    import pygame

    from game.desktop.app import App
    from game.desktop.scenes.thumbs import Thumbs
    from game.levels.level import Level
    from game.play.saving import SaveInfo
    from game.play.session import Session

Do = Callable[[], None]
Page = tuple[Widget, Widget]
"""What is shown, and what has the focus first."""
WIDTH = 620
WIDE = 900  # for the cards of the levels, two in a row
CARD = 400
MAP = (130, 84)
STAR = 24
GREENS = {"seed": (140, 168, 96), "young": (58, 122, 70), "grown": (36, 88, 52)}
DWELLING = (200, 120, 52)
ORDER = (
    "bare_rock",
    "gold_and_purple",
    "what_the_birds_carry",
    "under_the_ground",
    "the_pecan_year",
    "many_eyes",
    "round_and_round",
    "the_basket",
    "the_fund",
    "giving_back",
    "the_fence",
)
"""The house's own levels from the first to the last; others come after them, by the name of their file."""


def in_order(paths: Iterable[Path]) -> list[Path]:
    """Levels as they are offered."""
    return sorted(paths, key=lambda path: (ORDER.index(path.stem) if path.stem in ORDER else len(ORDER), path.stem))


def levels(app: App, back: Do, thumbs: Thumbs, folder: Path = LEVELS) -> Page:
    """A card a level; one that cannot be read says why."""
    from game.levels.loading import load_level
    from game.levels.mistakes import LevelErrors

    cards: list[Widget] = []
    opening: list[Button] = []
    for path in in_order(folder.glob("*.yaml")):
        try:
            level = load_level(path)
        except LevelErrors as errors:
            cards.append(_unreadable(path, str(errors.mistakes[0])))
            continue
        begin = Button(say("title.levels.begin"), partial(_open, app, level), kind="primary", icon="play")
        opening.append(begin)
        cards.append(_level(app, level, begin, thumbs))
    leave = Button(say("title.back"), back, icon="left")
    pairs = [Row(cards[at : at + 2], gap=12, align="stretch", flows=True) for at in range(0, len(cards), 2)]
    rows = Column([Label(say("title.levels.title"), size=HEADING, bold=True), *pairs, Row([leave])], gap=8)
    return Card(rows, padding=(20, 14), width=WIDE, most=WIDE), (opening or [leave])[0]


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


def _level(app: App, level: Level, begin: Button, thumbs: Thumbs) -> Widget:
    facts = say("title.levels.facts", minutes=level.minutes, age=level.age, years=level.years)
    stars = star_pictures(app, app.journey.stars(level.name, len(level.stars)), STAR)
    picture = Image(partial(_map_of, level), *MAP, name=level.title)
    thumbs.ask(level, picture)
    words = [
        Column([Label(level.title, size=TITLE, bold=True), Label(facts, size=NOTE, colour="soft")], gap=0),
        Row([begin, stars], gap=8, spread=True, flows=True),
    ]
    beside = Row([picture, Column(words, gap=6, grow=1)], gap=10)
    return Card(beside, kind="plain", padding=(10, 8), width=CARD, grow=1)


def _map_of(level: Level, width: int, height: int) -> pygame.Surface:
    """The level's map while its picture is being made: a dot for each tile, coloured by what is there."""
    import pygame

    from game.desktop.drawing.palette import GROUND, rgb
    from game.desktop.scenes.play.depiction import TERRAIN

    colours = {code: rgb(middle) for code, (_, middle, _) in GROUND["summer"].items()}
    small = pygame.Surface((level.width, level.height))
    for y in range(level.height):
        for x in range(level.width):
            small.set_at((x, y), colours[int(TERRAIN[level.ground_at(x, y)])])
    for plant in level.plants:
        small.set_at((plant.x, plant.y), GREENS[plant.stage])
    for x, y in [(hive.x, hive.y) for hive in level.hives] + [(home.x, home.y) for home in level.homes]:
        small.set_at((x, y), DWELLING)
    factor = min(width / level.width, height / level.height)
    size = max(1, round(level.width * factor)), max(1, round(level.height * factor))
    return pygame.transform.scale(small, size).convert_alpha()


def _unreadable(path: Path, mistake: str) -> Widget:
    words = [Label(path.name, size=TITLE, bold=True), Label(say("title.levels.unreadable"), colour="overshoot")]
    said = Column([*words, Label(mistake, size=NOTE, colour="soft")], gap=4)
    return Card(said, kind="plain", padding=14, width=CARD, most=CARD, grow=1)
