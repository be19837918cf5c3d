"""The interface kit: what screens are composed of.

A screen is a tree of widgets, built once by a scene and shown by a `Ui`. Widgets are measured from their words at the
player's text scale and then laid out; assigning to an attribute (`label.text = ...`) is all it takes to change what is
seen.

Begin with `ui.py` (one screen: events in, frames out), then `widget.py` (what a widget is), `layout.py` and `cards.py`
(what holds others), `labels.py`, `buttons.py`, `choices.py`, `slider.py`, `stepper.py`, `entry.py`, `scroll.py`,
`listing.py`, `dialog.py`, `area.py` (the widgets). Below them: `theme.py` colours by role and sizes, `look.py` scale
and measures, `lettering.py` and `scripts.py` type, `shapes.py`, `icons.py` and `brush.py` painting, `floors.py` and
`layers.py` what makes a still frame cost a tenth of a millisecond.

It imports pygame, `game.paths` and nothing else of the game, and has no words of its own: texts come from the scenes.
"""

from __future__ import annotations

from game.desktop.kit.area import Area
from game.desktop.kit.brush import Brush, Picture, Rect
from game.desktop.kit.buttons import Button, IconButton, PictureButton
from game.desktop.kit.cards import Card, Framed
from game.desktop.kit.choices import Choice, Option, Toggle
from game.desktop.kit.dialog import Dialog
from game.desktop.kit.entry import Entry
from game.desktop.kit.labels import Chip, Drawing, Icon, Image, Label, Meter
from game.desktop.kit.layout import Column, Row, Spacer
from game.desktop.kit.listing import Entrance, ListView
from game.desktop.kit.look import Look, scale_of
from game.desktop.kit.scroll import Scroll, scroll_text
from game.desktop.kit.slider import Slider
from game.desktop.kit.stepper import Stepper
from game.desktop.kit.ui import Ui
from game.desktop.kit.widget import Widget

__all__ = [
    "Area",
    "Brush",
    "Button",
    "Card",
    "Chip",
    "Choice",
    "Column",
    "Dialog",
    "Drawing",
    "Entrance",
    "Entry",
    "Framed",
    "Icon",
    "IconButton",
    "Image",
    "Label",
    "ListView",
    "Look",
    "Meter",
    "Option",
    "Picture",
    "PictureButton",
    "Rect",
    "Row",
    "Scroll",
    "Slider",
    "Spacer",
    "Stepper",
    "Toggle",
    "Ui",
    "Widget",
    "scale_of",
    "scroll_text",
]
