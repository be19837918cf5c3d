"""Screens that use every widget, so that tests can lay them out at any size and one can look at them.

`python -m tests.desktop.gallery FOLDER` draws them into a folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pygame

from game.desktop.kit import (
    Area,
    Brush,
    Button,
    Card,
    Chip,
    Choice,
    Column,
    Dialog,
    Drawing,
    Entrance,
    Entry,
    Framed,
    Icon,
    IconButton,
    Image,
    Label,
    ListView,
    Meter,
    Option,
    PictureButton,
    Rect,
    Row,
    Scroll,
    Slider,
    Spacer,
    Toggle,
    Ui,
    Widget,
    scale_of,
    scroll_text,
)
from game.desktop.kit.icons import icon
from game.desktop.kit.theme import GRAND, HEADING, MEADOW, NOTE, NUMBER, SMALL, TITLE, Theme


class Words:
    """Texts of the gallery, `longer` times as long as in English."""

    def __init__(self, longer: float = 1.0) -> None:
        self.longer = longer

    def __call__(self, text: str) -> str:
        extra = round(len(text) * (self.longer - 1))
        filler = "und noch mehr Worte dazu "
        return f"{text} {(filler * (1 + extra // len(filler)))[:extra]}".strip() if extra > 1 else text


def nothing(*_: object) -> None:
    """What the gallery's buttons do."""


def leaf(width: int, height: int) -> pygame.Surface:
    """A picture for cards."""
    return icon("plant", min(width, height), "#5B8C3A")


def fit(ui: Ui, size: tuple[int, int], text_scale: float = 1.0, theme: Theme = MEADOW) -> Ui:
    """The screen laid out in a window of `size` pixels."""
    ui.layout(*size, scale_of(*size), text_scale, theme=theme)
    return ui


def title(words: Words) -> Ui:
    """A menu on the meadow."""
    first = Button(words("Continue — Year 2, summer"), nothing, kind="primary", icon="play")
    entries = [
        first,
        *(
            Button(words(text), nothing, icon=sign)
            for text, sign in (
                ("New journey", "leaf"),
                ("Free meadow", "sun"),
                ("Class challenge", "heart"),
                ("Settings and access", "gear"),
            )
        ),
    ]
    head = Column(
        [
            Label("Mutual Meadow", size=GRAND, bold=True, colour="title"),
            Label(words("A game about how everything feeds everything else"), size=20, colour="title"),
        ],
        gap=0,
    )
    chips = Row(
        [Button(words(text), nothing, kind="night", size=NOTE) for text in ("English", "Text size A+", "Sound on")],
        flows=True,
    )
    menu = Framed(Column(entries, gap=14), width=360, most=360)
    column = Column([head, Spacer(height=16), menu, Spacer(height=12), chips], gap=12, align="left")
    ui = Ui()
    ui.show(Scroll(Framed(Column([Spacer(), column, Spacer()], align="left"), padding=(68, 0))), first=first)
    return ui


def play(words: Words) -> Ui:
    """The cards over the world: time, goals, inspector, hand, rewind."""
    ui = Ui()
    hand = [
        PictureButton(words(name), leaf, nothing, count=f"×{count}", key_name=str(key), chosen=key == 1)
        for key, (name, count) in enumerate(
            (("Goldenrod", 6), ("Aster", 4), ("Mulch", 3), ("Water", 2), ("Share", 1)), start=1
        )
    ]
    top = Row([_time_card(words), _view_card(words)], align="stretch", flows=True)
    cards = Card(Row(hand, gap=6, align="stretch", flows=True), padding=10)
    bottom = Scroll(Row([cards, _rewind_card(words)], align="stretch", flows=True))
    left = Column([top, Spacer(), bottom], grow=1)
    right = Framed(Scroll(Column([_balance(words), _goals(words), _inspector(words)], gap=10)), width=300, most=300)
    ground = Area("the meadow", on_key=lambda event: False, on_press=nothing)
    ui.show(Row([left, right], gap=12, align="stretch"), first=hand[0], ground=ground)
    return ui


def settings(words: Words) -> Ui:
    """All that is set and written."""

    def line(text: str, widget: Widget) -> Row:
        return Row([Label(words(text), grow=1), widget], gap=16)

    sizes = [Option(size, f"{size} %") for size in (100, 125, 150, 175, 200)]
    entry = Entry(words("Your name"), "Zoë", width=240)
    rows = [
        Label(words("Settings and access"), size=HEADING, bold=True),
        line("Size of the words", Choice("text", sizes, 100, nothing)),
        line("Quietest to loudest", Slider("sound", 60, 0, 100, 5, nothing, shown=lambda v: f"{v:g} %", grow=0)),
        Toggle(words("Move less: no swaying, no blinking"), True, nothing),
        Toggle(words("Stronger contrast"), False, nothing),
        line("Your name", entry),
        scroll_text(words("What you write here stays on this machine. " * 9), most=120),
        ListView(
            words("Levels"),
            [Entrance(words("Gold and purple"), words("12 of each, and a hungry hive"), "bee")]
            + [Entrance(words(f"Level {number}"), words("Not yet open"), "leaf") for number in range(2, 5)],
        ),
        Row(
            [
                Button(words("Done"), nothing, kind="primary", icon="check", key_name="Enter"),
                Button(words("Undo"), nothing, icon="undo", disabled_because=words("There is nothing to undo yet.")),
                Button(words("Back to defaults"), nothing),
            ],
            flows=True,
            gap=12,
        ),
    ]
    ui = Ui()
    ui.show(Framed(Card(Scroll(Column(rows, gap=12)), padding=28), padding=(120, 0)), first=entry)
    return ui


def asking(words: Words) -> Ui:
    """A dialog over the play screen."""
    ui = play(words)
    body = Column(
        [Label(words("The meadow goes back to the first spring. Your last save stays.")), _think(words)], gap=12
    )
    stay = Button(words("Keep playing"), nothing, kind="primary")
    ui.open(Dialog(words("Begin again?"), body, [stay, Button(words("Begin again"), nothing)]))
    return ui


SCREENS = {"title": title, "play": play, "settings": settings, "asking": asking}


def _time_card(words: Words) -> Card:
    names = [("pause", "Pause"), ("play", "1x"), ("fast", "2x"), ("fastest", "4x"), ("step", "One tick")]
    speed = [IconButton(sign, words(name), nothing, chosen=sign == "play") for sign, name in names]
    season = Column(
        [Label(words("Summer · week 3"), bold=True, size=16), _small(words("Year 2 · calm and warm"))], gap=0
    )
    return Card(
        Row([Icon("sun", size=30, colour="gives"), season, Spacer(width=8), Row(speed, gap=0)]), padding=(10, 2)
    )


def _view_card(words: Words) -> Card:
    options = [Option("above", words("Above"), "eye"), Option("below", words("Below"), "roots")]
    return Card(Choice(words("View"), options, "above", nothing), padding=4)


def _balance(words: Words) -> Card:
    def gauge(brush: Brush, rect: Rect) -> None:
        brush.box(rect, rect.width / 2, "safe", "primary", 2)

    signs = Column(
        [
            Column([Label(words(name), bold=True), _small(words(who))], gap=0)
            for name, who in (("Too little", "Care, Food"), ("Just right", "6 of 10"), ("Too much", "Pollinators"))
        ]
    )
    total = Row([_small(words("Flourishing")), Label("64", size=NUMBER, bold=True)], spread=True)
    body = Row([Drawing(gauge, 120, 120, shown=1, name="balance"), signs], gap=14)
    return Card(Column([_head(words("Living in balance")), body, total, Meter(64, goal=75, name="flourishing")], gap=6))


def _goals(words: Words) -> Card:
    goals = [
        ("Goldenrod and aster bloom together", "", "check"),
        ("Link 3 pecans underground", "2/3", "leaf"),
        ("Nobody goes without for a year", "31/52", "people"),
    ]
    rows = [
        Row([Icon(sign, colour="primary"), Label(words(text), grow=1), Label(so_far, bold=True)])
        for text, so_far, sign in goals
    ]
    return Card(Column([_head(words("Goals for this season")), *rows], gap=6))


def _inspector(words: Words) -> Card:
    what = Column(
        [
            Label(words("Old pecan"), size=18, bold=True),
            Label(words("12 years · healthy · tile K5"), size=NOTE, colour="soft"),
            Chip(words("Linked to 5")),
        ],
        gap=2,
        align="left",
    )
    flows = [
        Row([Icon(sign, size=16, colour=colour), Label(words(text), grow=1), Label(amount, bold=True)])
        for sign, colour, text, amount in (
            ("mineral", "focus", "Minerals from fungi", "+3"),
            ("drop", "receives", "Rain and stream", "+4"),
            ("carbon", "gives", "Sugar to fungi, 5 plants", "−4"),
        )
    ]
    why = Label(words("Pecans fruit together. Sugar shared through the fungi lets weaker trees keep up."), size=NOTE)
    parts = [
        Row([Image(leaf, 64, 64, fill="chip", name="pecan"), what], gap=12, align="top"),
        Label(words("RECEIVES AND GIVES"), size=SMALL, bold=True, colour="receives"),
        *flows,
        Card(why, kind="inset", padding=10),
    ]
    return Card(Column(parts, gap=6), padding=14)


def _rewind_card(words: Words) -> Card:
    def strip(brush: Brush, rect: Rect) -> None:
        for index, colour in enumerate(("#9CC768", "#E8B93A", "#C8763A", "#B9CBD3")):
            wide = rect.width / 4
            brush.box(Rect(rect.left + index * wide, rect.top + 4, wide - 4, 14), 5, colour)

    head = Row([Icon("rewind"), Label(words("Rewind"), bold=True, grow=1), _small(words("click or  [  ]"))])
    return Card(Column([head, Drawing(strip, 316, 50, shown=0, name="years")], gap=4), padding=14)


def _think(words: Words) -> Card:
    parts = [
        Label(words("Think about it"), size=NOTE, bold=True, colour="on-think"),
        Label(words("Who in your own neighbourhood gives like that, and what comes back to them?")),
    ]
    return Card(Column(parts, gap=2), kind="think")


def _head(text: str) -> Label:
    return Label(text, size=TITLE, bold=True)


def _small(text: str) -> Label:
    return Label(text, size=SMALL, colour="soft")


def main(folder: Path) -> None:
    """Draws every screen at three sizes of window and words."""
    pygame.display.init()
    window = pygame.Window("gallery", (1280, 720), hidden=True)
    window.get_surface()
    for name, screen in SCREENS.items():
        for size, text_scale, longer in (((1280, 720), 1.0, 1.0), ((1920, 1080), 1.0, 1.0), ((1280, 720), 1.5, 1.4)):
            surface = pygame.Surface(size)
            surface.fill(MEADOW["primary"] if name == "title" else "#74A978")
            fit(screen(Words(longer)), size, text_scale).draw(surface, 9.0)
            pygame.image.save(surface, folder / f"kit_{name}_{size[1]}_{round(text_scale * 100)}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
