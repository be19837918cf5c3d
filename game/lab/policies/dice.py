"""`random`: any legal action, by a throw of dice that falls the same way every time it is played."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine.chance import roll
from game.engine.commons import RULES
from game.lab.policies.looking import site_of
from game.play import hand
from game.play.actions import (
    Action,
    Agree,
    Carry,
    Compost,
    Connect,
    Feed,
    Gather,
    Give,
    Inoculate,
    Invite,
    Keep,
    Meet,
    Mulch,
    Plant,
    PutBy,
    Restore,
    TakeBack,
    Visit,
    Waste,
    Water,
)
from game.play.session import Session

ACTS_EVERY = 4  # ticks between two tries, on average
TRIES = 12  # proposals before it gives up for this tick
MOST_AT_ONCE = 8  # fruits given, kept or taken back at once

Throw = Callable[[int], int]


def random(session: Session) -> Iterator[Action]:
    """Set out all that is in the hand somewhere; then, now and then, do something legal."""
    dice = _Dice(session)
    if not session.begun:
        for propose, held in _hand(session, dice.throw):
            for _ in range(held):
                yield from _legal(session, propose)
    elif dice.throw(ACTS_EVERY) == 0:
        yield from _legal(session, _any_work(session, dice.throw))


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


def _any_work(session: Session, throw: Throw) -> Callable[[], Action]:
    """Proposals of one kind of work, each somewhere else."""
    level, verbs = session.level, session.level.verbs
    kinds = [*(kind.name for kind in level.flora), *(kind.name for kind in level.colonies)]

    def species() -> str:
        return kinds[throw(len(kinds))]

    def some() -> int:
        return 1 + throw(MOST_AT_ONCE)

    works: tuple[Callable[[], Action], ...] = (
        lambda: Plant(species(), *_anywhere(session, throw)),
        lambda: Water(*_anywhere(session, throw)),
        lambda: Mulch(*_anywhere(session, throw)),
        lambda: Gather(*_anywhere(session, throw), "all" if throw(2) else "half"),
        lambda: Give(species(), some(), *_anywhere(session, throw)),
        lambda: Keep(species(), some()),
        lambda: TakeBack(species(), some()),
        *(_inoculating(session, kind, throw) for kind in hand.spreading(session.world) if "inoculate" in verbs),
        *([lambda: Connect(*_anywhere(session, throw))] if "connect" in verbs else []),
        *([lambda: Invite(*_anywhere(session, throw))] if "invite" in verbs else []),
        *_among_people(session, throw),
    )
    return works[throw(len(works))]


def _among_people(session: Session, throw: Throw) -> Iterator[Callable[[], Action]]:
    """Proposals for the verbs that levels with people have; none where a level has none of them."""
    verbs, homes = session.level.verbs, session.world.households

    def home() -> tuple[int, int]:
        return site_of(session, throw(len(homes)))

    def fruit() -> tuple[str, int]:
        kinds = session.level.flora
        return kinds[throw(len(kinds))].name, 1 + throw(MOST_AT_ONCE)

    def rule() -> Action:
        name = tuple(RULES)[throw(len(RULES))]
        least, most, _ = RULES[name]
        return Agree(name, least + throw(most - least + 1))

    if "visit" in verbs and len(homes):
        yield lambda: Visit(*home())
    if "carry" in verbs and len(homes):
        yield lambda: Carry("wood" if throw(2) else "water", *home())
    if "meet" in verbs:
        yield lambda: Meet()
        yield rule
    if "give" in verbs and session.world.commons.open:
        yield lambda: PutBy(*fruit())
    if "feed" in verbs:
        yield lambda: Feed(*fruit(), *_anywhere(session, throw))
    if "compost" in verbs:
        yield lambda: Compost(*fruit(), *_anywhere(session, throw))
    if "restore" in verbs:
        yield lambda: Restore(*_anywhere(session, throw))
    if "waste" in verbs:
        yield lambda: Waste(*fruit())


def _planting(session: Session, species: str, throw: Throw) -> Callable[[], Action]:
    return lambda: Plant(species, *_anywhere(session, throw))


def _inoculating(session: Session, species: str, throw: Throw) -> Callable[[], Action]:
    return lambda: Inoculate(species, *_anywhere(session, throw))


def _anywhere(session: Session, throw: Throw) -> tuple[int, int]:
    return throw(session.level.width), throw(session.level.height)


def _hand(session: Session, throw: Throw) -> list[tuple[Callable[[], Action], int]]:
    """How to set out each thing in the hand, and how many there are of it."""
    world = session.world
    laid = [(_planting(session, name, throw), held) for name, held in hand.young(world).items()]
    laid += [(_inoculating(session, name, throw), held) for name, held in hand.spreading(world).items()]
    return [*laid, (lambda: Invite(*_anywhere(session, throw)), hand.perches(world))]
