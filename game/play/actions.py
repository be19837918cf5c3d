"""Every action there is, and reading one from its line of text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from game.play.verbs.begin import Begin
from game.play.verbs.carry import Carry
from game.play.verbs.compost import Compost, Restore
from game.play.verbs.connect import Connect
from game.play.verbs.feed import Feed
from game.play.verbs.gather import Gather
from game.play.verbs.give import Give, PutBy
from game.play.verbs.inoculate import Inoculate
from game.play.verbs.invite import Invite
from game.play.verbs.keep import Keep, TakeBack
from game.play.verbs.meet import Agree, Meet
from game.play.verbs.mulch import Mulch
from game.play.verbs.plant import Plant
from game.play.verbs.verb import Action
from game.play.verbs.visit import Visit
from game.play.verbs.waste import Waste
from game.play.verbs.water import Water

__all__ = [
    "ACTIONS", "Action", "Agree", "Begin", "Carry", "Compost", "Connect", "Feed", "Gather", "Give", "Inoculate",
    "Invite", "Keep", "Meet", "Mulch", "Plant", "PutBy", "Restore", "TakeBack", "Visit", "Waste", "Water",
    "read_action",
]

ACTIONS: tuple[type[Action], ...] = (
    Begin, Plant, Inoculate, Connect, Invite, Water, Mulch, Gather, Give, PutBy, Keep, TakeBack, Feed, Compost, Restore,
    Waste, Visit, Meet, Agree, Carry,
)

_PARTS = {
    "species": r"[a-z][a-z0-9_]*",
    "x": r"\d{1,3}",
    "y": r"\d{1,3}",
    "count": r"\d{1,6}",
    "share": "all|half",
    "load": "water|wood",
    "rule": r"[a-z_]+",
}
_NUMBERS = ("x", "y", "count")


def read_action(text: str) -> Action:
    """The action that `text` says. Raises ValueError if it says none."""
    for kind in ACTIONS:
        if found := _pattern(kind).fullmatch(text):
            values: dict[str, Any] = {
                name: int(value) if name in _NUMBERS else value for name, value in found.groupdict().items()
            }
            return kind(**values)
    raise ValueError(text)


@cache
def _pattern(kind: type[Action]) -> re.Pattern[str]:
    """What its line of text looks like."""
    return re.compile(kind.form.format_map({name: f"(?P<{name}>{part})" for name, part in _PARTS.items()}))
