"""`random`: any legal action, by a throw of dice that falls the same way every time it is played."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine.chance import roll
from game.play.actions import Action, Gather, Give, Keep, Mulch, Plant, TakeBack, Water
from game.play.session import Session

ACTS_EVERY = 6  # ticks between two actions, on average
TRIES = 12  # throws before it gives up for this tick
MOST_AT_ONCE = 8  # fruits given, kept or taken back at once

Throw = Callable[[int], int]


def random(session: Session) -> Iterator[Action]:
    """Set out every plant of the hand somewhere; then, now and then, do something legal."""
    dice = _Dice(session)
    if not session.begun:
        for species, held in _hand(session).items():
            for _ in range(held):
                yield from _legal(session, lambda species=species: Plant(species, *_anywhere(session, dice.throw)))  # type: ignore[misc]
    elif dice.throw(ACTS_EVERY) == 0:
        yield from _legal(session, lambda: _any_action(session, dice.throw))


class _Dice:
    """Throws that depend on the play's seed, the tick and how often was thrown."""

    def __init__(self, session: Session) -> None:
        self._seed, self._tick, self._thrown = session.seed, session.tick_now, 0

    def throw(self, sides: int) -> int:
        """A number from 0 to `sides` - 1."""
        self._thrown += 1
        return roll(self._seed, self._tick, "random policy", self._thrown) % sides


def _legal(session: Session, propose: Callable[[], Action]) -> Iterator[Action]:
    """The first of a few proposals that is not refused."""
    for _ in range(TRIES):
        action = propose()
        if session.refusal(action) is None:
            yield action
            return


def _any_action(session: Session, throw: Throw) -> Action:
    x, y = _anywhere(session, throw)
    kinds = [*(kind.name for kind in session.level.flora), *(kind.name for kind in session.level.colonies)]
    species, count = kinds[throw(len(kinds))], 1 + throw(MOST_AT_ONCE)
    choices: tuple[Action, ...] = (
        Plant(species, x, y),
        Water(x, y),
        Mulch(x, y),
        Gather(x, y, "all" if throw(2) else "half"),
        Give(species, count, x, y),
        Keep(species, count),
        TakeBack(species, count),
    )
    return choices[throw(len(choices))]


def _anywhere(session: Session, throw: Throw) -> tuple[int, int]:
    return throw(session.level.width), throw(session.level.height)


def _hand(session: Session) -> dict[str, int]:
    """Young plants in the hand, by kind."""
    world = session.world
    return {kind.name: int(held.amount[0]) for kind, held in zip(world.flora.kinds, world.hand_young, strict=True)}
