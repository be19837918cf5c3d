"""From keys to what the player wants: the keys of the settings, and a few that never change."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

import pygame

from game.desktop.scenes.settings import key_words
from game.words import say

if TYPE_CHECKING:
    from game.desktop.settings import Settings

FIXED = {
    pygame.K_HOME: "first",
    pygame.K_END: "last",
    pygame.K_COMMA: "back_a_little",
    pygame.K_KP_ENTER: "act",
    pygame.K_KP_PLUS: "zoom_in",
    pygame.K_KP_MINUS: "zoom_out",
    pygame.K_h: "hint",
    pygame.K_x: "drop",
    **{getattr(pygame, f"K_{digit}"): f"hand_{digit}" for digit in range(1, 10)},
    **{getattr(pygame, f"K_KP{digit}"): f"hand_{digit}" for digit in range(1, 10)},
}
MOVES = {"up": (0, -1), "left": (-1, 0), "down": (0, 1), "right": (1, 0)}
_NAMES = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "return": "Enter",
    "escape": "Esc",
    "page up": "Page up",
    "page down": "Page down",
}
SHOWN = [
    "move",
    "act",
    "hand_1",
    "pause",
    "faster",
    "tick",
    "rewind",
    "forward",
    "back_a_little",
    "undo",
    "look_below",
    "together",
    "zoom_in",
    "hint",
    "help",
    "save",
    "back",
    "full_screen",
]


def is_space(event: pygame.Event) -> bool:
    """Whether it is the space bar, which stops time and lets it pass whatever has the focus."""
    return event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE


def wish(event: pygame.Event, settings: Settings) -> str:
    """What a key asks for; empty if nothing."""
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        return {pygame.K_z: "undo", pygame.K_s: "save"}.get(event.key, "")
    if event.mod & pygame.KMOD_ALT:
        return ""
    return settings.action_of(pygame.key.name(event.key)) or FIXED.get(event.key, "")


def listed(settings: Settings) -> list[tuple[str, str]]:
    """Every key with what it does, for the help."""
    own = {
        "move": "  ".join("".join(_NAMES.get(name, name.upper()) for name in kind) for kind in _ways(settings)),
        "hand_1": "1 – 9",
        "faster": f"{named(settings, 'slower')}  {named(settings, 'faster')}",
        "zoom_in": f"{named(settings, 'zoom_in')}  {named(settings, 'zoom_out')}",
        "rewind": f"{named(settings, 'rewind')}  Home",
        "forward": f"{named(settings, 'forward')}  End",
        "back_a_little": ",",
        "hint": "H",
    }
    return [(_spelled(own.get(each) or named(settings, each)), say(f"play.keys.{each}")) for each in SHOWN]


def named(settings: Settings, action: str) -> str:
    """The keys that do an action, as they are written on the keyboard."""
    return " / ".join(_NAMES.get(name) or key_words(name) for name in settings.keys.get(action, ()))


def _spelled(names: str) -> str:
    """With a sign that is hard to make out said in a word as well."""
    signs = {",": "comma", ".": "dot", "[": "bracket", "]": "bracket"}
    spelled = {sign: f"{sign} ({say(f'play.keys.{word}')})" for sign, word in signs.items()}
    return "  ".join(spelled.get(each, each) for each in names.split("  "))


def _ways(settings: Settings) -> list[tuple[str, ...]]:
    """The keys that move, set by set: arrows, then letters."""
    return list(zip_longest(*(settings.keys.get(way, ()) for way in MOVES), fillvalue=""))
