"""`share`, `hoard` and their kin: one gardener, with one difference each.

All set out partners of a pairing mixed and close to the hive, plant what they are given, call on people, carry water,
lay mulch and gather where most is ripe. Sharing takes half of it and gives that away: first to a neighbour who is
short, then to the fund, else to bare soil. Hoarding takes all and keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from game.engine import calendar
from game.lab.policies import villager
from game.lab.policies.joining import connect, inoculate, invite
from game.lab.policies.looking import (
    driest,
    hungriest,
    most_ripe,
    poorest,
    rarest_first,
    site_for,
    site_for_seed,
)
from game.play import hand
from game.play.actions import Action, Agree, Gather, Give, Keep, Mulch, Plant, PutBy, Water
from game.play.session import Session

LOOKS_EVERY = 4  # ticks between two rounds through the garden
LATE = 20  # tick of a season from which days that are left are used for gathering

Job = Callable[[Session], Action | None]


def share(session: Session) -> Iterator[Action]:
    """Take half of what is ripe; give it to whoever is short, else to the land; open what parts people."""
    return tend(session, "half", give_away, opening=(connect, villager.open_fences, villager.gain_trust))


def hoard(session: Session) -> Iterator[Action]:
    """Take all that is ripe; keep it."""
    return tend(session, "all", keep)


def overharvest(session: Session) -> Iterator[Action]:
    """Let everyone take all that is ripe, and do so too; give it away."""
    yield from _agreed(session, (Agree("harvest", 1),))
    yield from tend(session, "all", give_away)


def give_back(session: Session) -> Iterator[Action]:
    """Share, and agree that less is taken and all is returned; bring back what was thrown away."""
    yield from _agreed(session, villager.care_for_the_land(session))
    yield from tend(session, "half", give_away, first=(villager.restore,))


def fund_only(session: Session) -> Iterator[Action]:
    """Share, and leave all rules and fences as they are."""
    return tend(session, "half", give_away, opening=())


def change_rules(session: Session) -> Iterator[Action]:
    """Share, gain the council's trust before all else, and agree on rules that are kind to the land."""
    yield from _agreed(session, villager.care_for_the_land(session))
    yield from tend(session, "half", give_away, first=(villager.open_fences, villager.gain_trust))


def _agreed(session: Session, rules: Iterable[Agree]) -> Iterator[Action]:
    return (rule for rule in rules if session.refusal(rule) is None)


def tend(
    session: Session, take: Literal["half", "all"], pass_on: Job, *,
    first: tuple[Job, ...] = (), opening: tuple[Job, ...] = (connect,),
) -> Iterator[Action]:
    """Set out, then go through the garden every fourth tick; `pass_on` says what becomes of the basket, `first` what
    comes before all else, `opening` how ways are opened."""
    if not session.begun:
        yield from _set_out(session)
    elif session.tick_now % LOOKS_EVERY == 0:
        jobs: tuple[Job, ...] = (
            *first, *opening, inoculate, _plant, invite, pass_on, villager.meet, villager.visit, villager.carry,
            _mulch, _water, lambda now: _gather(now, take),
        )
        while action := next(_possible(session, jobs), None):
            yield action


def _possible(session: Session, jobs: tuple[Job, ...]) -> Iterator[Action]:
    return (action for job in jobs if (action := job(session)) and session.refusal(action) is None)


def _set_out(session: Session) -> Iterator[Action]:
    while action := next(_possible(session, (inoculate, _plant, invite)), None):
        yield action


def _plant(session: Session) -> Action | None:
    """A swarm or a young plant from the hand, at the best site there is."""
    world = session.world
    swarms = [name for name, held in hand.swarms(world).items() if held]
    young = [name for name, held in hand.young(world).items() if held]
    for species in (*swarms, *rarest_first(session, young)):
        if (site := site_for(session, species)) is not None:
            return Plant(species, *site)
    return None


def _mulch(session: Session) -> Action | None:
    site = poorest(session) if hand.mulch(session.world) else None
    return Mulch(*site) if site else None


def _water(session: Session) -> Action | None:
    site = driest(session)
    return Water(*site) if site else None


def _gather(session: Session, take: Literal["half", "all"]) -> Action | None:
    late = session.tick_now % calendar.SEASON >= LATE
    site = most_ripe(session) if late else None
    return Gather(*site, take) if site else None


def give_away(session: Session) -> Action | None:
    """To the hungriest neighbour who is short, what fills the pantry; else seed to the land, the rarest kind first."""
    basket = _basket(session)
    for species, held in basket:
        if (home := hungriest(session, species)) is not None:
            site, short = home
            return Give(species, min(held, short), *site)
    food = {kind.name for kind in session.world.flora.kinds if kind.edible}
    if session.world.commons.open and (edible := [held for held in basket if held[0] in food]):
        return PutBy(*edible[0])
    for species in rarest_first(session, [species for species, _ in basket]):
        if (bed := site_for_seed(session, species)) is not None:
            return Give(species, dict(basket)[species], *bed)
    return None


def keep(session: Session) -> Action | None:
    return next((Keep(species, held) for species, held in _basket(session)), None)


def _basket(session: Session) -> list[tuple[str, int]]:
    """What is in the basket, most first."""
    return sorted(hand.basket(session.world).items(), key=lambda held: (-held[1], held[0]))
