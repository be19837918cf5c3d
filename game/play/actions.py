"""What a player may do: small frozen records, each written as one line of text.

Positions are `x` (column) and `y` (row), from 0. The text is what saves and replays hold: `plant goldenrod 4,7`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

HANDFUL = 8  # fruit that one gift of the hand holds at most


@dataclass(frozen=True, slots=True)
class Begin:
    """Setting out is done; time begins."""

    def __str__(self) -> str:
        return "begin"


@dataclass(frozen=True, slots=True)
class Plant:
    """Set a young plant, or a swarm of bees, from the hand on a tile."""

    species: str
    x: int
    y: int

    def __str__(self) -> str:
        return f"plant {self.species} {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Inoculate:
    """Set a flake of a lichen's fungus or alga on rock, or spores of mycelium in soil."""

    species: str
    x: int
    y: int

    def __str__(self) -> str:
        return f"inoculate {self.species} {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Connect:
    """Open a tile of path, or take a fence away: it becomes soil, and what is on both sides can join."""

    x: int
    y: int

    def __str__(self) -> str:
        return f"connect {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Invite:
    """Set up a perch from the hand: birds rest and nest there, and let go what they carry."""

    x: int
    y: int

    def __str__(self) -> str:
        return f"invite {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Water:
    """Carry water from the pond to the 3 x 3 tiles around."""

    x: int
    y: int

    def __str__(self) -> str:
        return f"water {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Mulch:
    """Lay a bundle of mulch from the hand on a tile."""

    x: int
    y: int

    def __str__(self) -> str:
        return f"mulch {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Gather:
    """Take ripe fruit and seed on the 3 x 3 tiles around into the basket: all of it, or half."""

    x: int
    y: int
    share: Literal["all", "half"] = "half"

    def __str__(self) -> str:
        return f"gather {self.x},{self.y} {self.share}"


@dataclass(frozen=True, slots=True)
class Give:
    """Give `count` of a kind's fruit from the basket: to the land of a tile, or to the neighbour whose home stands
    there."""

    species: str
    count: int
    x: int
    y: int

    def __str__(self) -> str:
        return f"give {self.species} {self.count} {self.x},{self.y}"


@dataclass(frozen=True, slots=True)
class Keep:
    """Put `count` of a kind's fruit from the basket on one's own shelf."""

    species: str
    count: int

    def __str__(self) -> str:
        return f"keep {self.species} {self.count}"


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take `count` of a kind's fruit from the shelf into the basket again."""

    species: str
    count: int

    def __str__(self) -> str:
        return f"take_back {self.species} {self.count}"


Action = Begin | Plant | Inoculate | Connect | Invite | Water | Mulch | Gather | Give | Keep | TakeBack

_NAME, _AT, _COUNT = r"(?P<species>[a-z][a-z0-9_]*)", r"(?P<x>\d{1,3}),(?P<y>\d{1,3})", r"(?P<count>\d{1,6})"
_FORMS: tuple[tuple[str, type[Action]], ...] = (
    ("begin", Begin),
    (f"plant {_NAME} {_AT}", Plant),
    (f"inoculate {_NAME} {_AT}", Inoculate),
    (f"connect {_AT}", Connect),
    (f"invite {_AT}", Invite),
    (f"water {_AT}", Water),
    (f"mulch {_AT}", Mulch),
    (f"gather {_AT} (?P<share>all|half)", Gather),
    (f"give {_NAME} {_COUNT} {_AT}", Give),
    (f"keep {_NAME} {_COUNT}", Keep),
    (f"take_back {_NAME} {_COUNT}", TakeBack),
)


def read_action(text: str) -> Action:
    """The action that `text` says. Raises ValueError if it says none."""
    for form, kind in _FORMS:
        if found := re.fullmatch(form, text):
            numbers = ("x", "y", "count")
            values: dict[str, Any] = {
                name: int(value) if name in numbers else value for name, value in found.groupdict().items()
            }
            return kind(**values)
    raise ValueError(text)


def verb_of(action: Action) -> str:
    """The verb a level allows or does not: `plant`, `water` and so on; taking back goes with keeping."""
    verb = str(action).partition(" ")[0]
    return "keep" if verb == "take_back" else verb
