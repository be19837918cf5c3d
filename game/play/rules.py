"""A fingerprint of the rules, so that a save knows whether it is opened by the game it was written by."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from game.engine import calendar
from game.play.actions import Begin, Plant
from game.play.session import Session

PLAYED = 2 * calendar.SEASON    # ticks: into the time of flowers
_known: WeakKeyDictionary[Session, str] = WeakKeyDictionary()


def rules_of(session: Session) -> str:
    """What the present rules make of a small fixed play of this session's level: the world's hash after two seasons.

    No source needs reading, and what does not change a play (words, pictures, comments) does not count.
    """
    if session not in _known:
        trial = Session(session.level, session.seed, without=session.without)
        for kind in session.level.flora:
            _plant_one(trial, kind.name)
        trial.do(Begin())
        for _ in range(min(PLAYED, session.level.ticks)):
            trial.tick()
        _known[session] = trial.world.digest()
    return _known[session]


def _plant_one(trial: Session, species: str) -> None:
    """On the first tile where it may stand, if it lies in the hand."""
    for y in range(trial.level.height):
        for x in range(trial.level.width):
            if trial.do(Plant(species, x, y)) is None:
                return
