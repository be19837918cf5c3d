"""What a player prefers, kept in one file in the player's own configuration folder. Knows no screen.

Reading never fails: what is damaged is set aside, what is unknown or out of range is left out or put right, and each
such thing comes back as a `Slip`, which the caller turns into words (`settings.slip.<kind>`).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

import platformdirs

FILE: Final = "settings.json"

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "up": ("up", "w"),
    "down": ("down", "s"),
    "left": ("left", "a"),
    "right": ("right", "d"),
    "act": ("return",),
    "pause": ("space", "p"),
    "tick": (".",),
    "slower": ("-",),
    "faster": ("=", "+"),
    "rewind": ("[",),
    "forward": ("]",),
    "undo": ("u",),
    "hand_1": ("1",),
    "hand_2": ("2",),
    "hand_3": ("3",),
    "hand_4": ("4",),
    "hand_5": ("5",),
    "hand_6": ("6",),
    "look_below": ("b",),
    "together": ("t",),
    "zoom_in": ("page up",),
    "zoom_out": ("page down",),
    "save": ("f5",),
    "help": ("f1",),
    "full_screen": ("f11",),
    "back": ("escape",),
}
"""For each action the keys that do it, by pygame's names of keys. A player may change every one."""

_RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "text_scale": (100, 200),
    "master_volume": (0, 100),
    "music_volume": (0, 100),
    "effects_volume": (0, 100),
}
_CHOICES: Final[Mapping[str, tuple[object, ...]]] = {
    "frame_cap": (30, 60),
    "font": ("andika", "opendyslexic"),
}


@dataclass(frozen=True)
class Settings:
    """Scales and volumes in percent, `frame_cap` in frames a second, `keys` names of keys by action."""

    text_scale: int = 100
    full_screen: bool = False
    reduced_motion: bool = False
    frame_cap: int = 60
    high_contrast: bool = False
    font: str = "andika"
    language: str = "en"
    master_volume: int = 80
    music_volume: int = 60
    effects_volume: int = 80
    captions: bool = True
    """Set when a first run found that this machine shows frames faster without acceleration."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict(KEYS))

    def action_of(self, key: str) -> str | None:
        """The action that the key of this name does, if any."""
        return next((action for action, names in self.keys.items() if key in names), None)

    def with_key(self, action: str, key: str) -> Settings:
        """`key` alone now does `action`; another action that had it loses it, so that no key means two things.

        Raises KeyError for an unknown action.
        """
        if action not in self.keys:
            raise KeyError(action)
        keys = {each: tuple(name for name in names if name != key) for each, names in self.keys.items()}
        return replace(self, keys=keys | {action: (key,)})


@dataclass(frozen=True)
class Slip:
    """Something in the file that could not be taken: `kind` is damaged, unknown, out_of_range or wrong_kind.

    `what` is the setting (or the file), `detail` what was done: the value used instead, or where the file now lies.
    """

    kind: str
    what: str
    detail: str = ""


def settings_file() -> Path:
    """Where this player's settings lie."""
    return platformdirs.user_config_path("mutual-meadow", appauthor=False) / FILE


def load(path: Path) -> tuple[Settings, list[Slip]]:
    """The settings in `path` and what was wrong with them; without a file, the defaults and no slip."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError, RecursionError):
        return Settings(), [Slip("damaged", path.name, set_aside(path))]
    if not isinstance(found, dict):
        return Settings(), [Slip("damaged", path.name, set_aside(path))]
    return _read(found)


def save(settings: Settings, path: Path) -> None:
    """Writes `settings` to `path` whole or not at all. Raises OSError where that folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = {each.name: getattr(settings, each.name) for each in fields(settings)}
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8") as file:
            json.dump(whole, file, indent=2)  # in ASCII: a damaged file may have named keys with what is no letter
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _read(found: dict[str, Any]) -> tuple[Settings, list[Slip]]:
    defaults = Settings()
    known = {each.name for each in fields(Settings)}
    slips = [Slip("unknown", name) for name in found if name not in known]
    taken: dict[str, Any] = {}
    for name in sorted(known & found.keys()):
        value, slip = _taken(name, found[name], getattr(defaults, name))
        taken[name] = value
        slips += slip
    return Settings(**taken), slips


def _taken(name: str, value: Any, default: Any) -> tuple[Any, list[Slip]]:
    """The value to use for one setting, and what was wrong with the one found."""
    if name == "keys":
        return _taken_keys(value)
    if type(value) is not type(default):
        return default, [Slip("wrong_kind", name, str(default))]
    if name in _RANGES:
        least, most = _RANGES[name]
        held = max(least, min(most, value))
        return held, [] if held == value else [Slip("out_of_range", name, str(held))]
    if name in _CHOICES and value not in _CHOICES[name]:
        return default, [Slip("out_of_range", name, str(default))]
    return value, []


def _taken_keys(value: Any) -> tuple[dict[str, tuple[str, ...]], list[Slip]]:
    """The keys found; actions that are not among them get our own, as far as those are still free."""
    if not isinstance(value, dict):
        return dict(KEYS), [Slip("wrong_kind", "keys")]
    keys: dict[str, tuple[str, ...]] = {}
    slips = []
    for action, names in value.items():
        if action not in KEYS:
            slips.append(Slip("unknown", f"keys.{action}"))
        elif isinstance(names, list) and all(isinstance(name, str) for name in names):
            keys[action] = tuple(names)
        else:
            slips.append(Slip("wrong_kind", f"keys.{action}", ", ".join(KEYS[action])))
    used = {name for names in keys.values() for name in names}
    for action in KEYS.keys() - keys.keys():
        keys[action] = tuple(name for name in KEYS[action] if name not in used)
    return keys, slips


def set_aside(path: Path) -> str:
    """Moves a damaged file out of the way under a free name, and returns that name ("" where it cannot be moved)."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
        if not aside.exists():
            try:
                path.rename(aside)
            except OSError:
                return ""
            return aside.name
    return ""
