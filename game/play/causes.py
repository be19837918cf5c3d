"""The chain of causes of a want or a death: what is missing, why, and what is behind that; three links at most.

Nothing is reckoned anew. What is wanting, its threads, debts, canopies and weather are read from the world; since when
no rain has fallen and who died is seen by a `Trail` on a replay of the last season, the one that accounts are read
from.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from game.engine import calendar
from game.engine.matter import Amount, Grid, Places, Stock
from game.engine.needs import LACKING_FROM
from game.engine.species import Plant
from game.engine.systems.leaves import light
from game.engine.systems.mycelium import PATIENCE, net
from game.engine.systems.sky import MULCH_FROM
from game.engine.tiles import GROUNDS
from game.engine.weather import Spell, SpellKind
from game.engine.webs import Web
from game.engine.world import LACKS, Event, World
from game.play.names import tile, time
from game.play.session import Session
from game.words import say

REMEMBERED = calendar.SEASON  # ticks that a replay goes back
WANT_OF = {"thirst": "water", "hunger": "mineral", "shade": "light"}
NEAR_POND = 3  # tiles from which a pond can be counted on
DRY_SPELL = 4  # ticks without rain that are worth telling
MOST_LINKS = 3
DIED = "died_of_"


class Link(NamedTuple):
    """One cause in a sentence. `what` is its short name; `place` the tile that is to blame, if one is."""

    what: str
    words: str
    place: int | None = None

    @property
    def died(self) -> bool:
        """Whether it tells of a death."""
        return self.what.startswith(DIED)


class Death(NamedTuple):
    """A plant that died: its kind's number, one of the engine's DEATHS, the tick, and for how long it had lacked."""

    species: int
    cause: str
    tick: int
    lacked: int


class Trail:
    """Follows one tile through a replay: the last rain there, and the last plant that died there.

    It is a recorder of moves; `step` tells it that a tick has passed.
    """

    def __init__(self, world: World, place: int) -> None:
        self.place, self.since = place, world.tick
        self.rained: int | None = None
        self.death: Death | None = None
        self._raining = False
        self._lacked = 0

    def note(
        self, kind: str, source: Stock, target: Stock, motes: Amount, cause: str, at: Places | None, to: Places | None
    ) -> None:
        if cause == "rain" and isinstance(motes, np.ndarray) and motes[self.place]:
            self._raining = True

    def step(self, world: World, events: Sequence[Event]) -> None:
        for event in events:
            if event.kind == "died" and event.place == self.place and event.who in world.flora.index:
                self.death = Death(world.flora.index[event.who], event.note, event.tick, self._lacked)
        if self._raining:
            self.rained, self._raining = world.tick, False
        self._lacked = int(world.lack_ticks[self.place])

    def chain(self, world: World) -> tuple[Link, ...]:
        """Why the plant at the tile is in want as the replay ends, or why the last one died; empty if all is well."""
        standing = int(world.flora.species[self.place])
        if standing:
            want, lacked = wanting(world, self.place), int(world.lack_ticks[self.place])
            if want is None:
                return ()
            first, kind = Link(want, say(f"why.lacks.plant.{want}", time=time(lacked))), world.flora.kind(standing)
        elif self.death is not None and world.tick - self.death.tick <= REMEMBERED:
            kind, cause, lacked = world.flora.kind(self.death.species), self.death.cause, self.death.lacked
            words = say(f"why.chain.died.{cause}", who=kind.title, time=time(world.tick - self.death.tick))
            first, want = Link(DIED + cause, words), WANT_OF.get(cause, cause)
        else:
            return ()
        return (first, *_behind(world, self, want, kind, lacked))[:MOST_LINKS]


def chain(session: Session, place: int) -> tuple[Link, ...]:
    """The causes of the want or the last death at tile `place`, the nearest first. Replays a season at once; where a
    frame must not wait, read them from an account (game.play.why)."""
    shadow, way = session.shadow_from(max(session.earliest, session.tick_now - REMEMBERED))
    trail = Trail(shadow.world, place)
    shadow.watch(trail)
    for _ in way:
        trail.step(shadow.world, shadow.events)
    return trail.chain(shadow.world)


def wanting(world: World, place: int) -> str | None:
    """What the plant at a tile has lacked for so long that it is unwell, or None. Leaves at rest need no light."""
    lack = LACKS[int(world.lack[place])]
    resting = lack == "light" and calendar.season(world.tick) == calendar.WINTER
    return None if resting or int(world.lack_ticks[place]) < LACKING_FROM else lack


def _behind(world: World, trail: Trail, want: str, kind: Plant, lacked: int) -> list[Link]:
    place = trail.place
    if want == "water":
        return [_no_rain(world, trail), *_dry(world, place, lacked)]
    if want == "mineral":
        return _no_mineral(world, place, kind)
    if want == "light":
        return _no_light(world, place, kind)
    if want == "frost" and trail.death is not None:
        bare = [_link("uncovered")] if world.litter_carbon.amount[place] < MULCH_FROM else []
        return [*_struck(world, "frost", trail.death.tick, trail.death.tick), *bare]
    return [_link("life", years=max(1, kind.life // calendar.YEAR))] if want == "old_age" else []


# ----------------------------------------------------------------- water

def _no_rain(world: World, trail: Trail) -> Link:
    dry = world.tick - (trail.since if trail.rained is None else trail.rained)
    return _link("no_rain", time=time(dry)) if dry >= DRY_SPELL else _link("rain_short")


def _dry(world: World, place: int, lacked: int) -> list[Link]:
    """A drought, or else that no pond is near, or that nothing covers the ground."""
    if told := _struck(world, "drought", world.tick - lacked, world.tick):
        return told
    row, column = world.where(place)
    rows, columns = world.where(world.pond_places)
    away = int(np.maximum(np.abs(rows - row), np.abs(columns - column)).min(initial=world.height + world.width))
    if len(rows) and away > NEAR_POND:
        return [_link("far_from_pond", tiles=away)]
    return [_link("bare")] if world.litter_carbon.amount[place] < MULCH_FROM else []


def _struck(world: World, kind: SpellKind, first: int, last: int) -> list[Link]:
    """The weather of a kind that struck between two ticks, and when it was announced."""

    def strikes(spell: Spell) -> bool:
        return spell.kind == kind and spell.first <= last and spell.last >= first

    spell = next(filter(strikes, reversed(world.almanac.spells)), None)
    if spell is None:
        return []
    if not spell.announced:
        return [_link(kind, time=time(world.tick - spell.first))]
    began, announced = time(world.tick - spell.first), time(world.tick - max(0, spell.first - spell.announced))
    return [Link(kind, say(f"why.chain.{kind}_announced", time=began, announced=announced))]


# ----------------------------------------------------------------- mineral and light

def _no_mineral(world: World, place: int, kind: Plant) -> list[Link]:
    helped = _help(world, place, kind)
    if not helped:
        litter = [] if world.litter_mineral.amount[place] else [_link("no_litter")]
        return [_link("empty_soil"), *litter]
    return helped


def _no_light(world: World, place: int, kind: Plant) -> list[Link]:
    sun, here = calendar.sun(world.tick), light(world)
    if isinstance(here, int) or here[place] >= sun:
        return [_link("spends")]
    canopy = world.body.amount >> world.flora.shade
    beside = world.places_around(place)
    tree = int(max(beside[beside != place], key=lambda each: int(canopy[each])))
    who = world.flora.kind(int(world.flora.species[tree])).title
    shaded = Link("shaded", say("why.chain.shaded", who=who, tile=tile(world, tree)), tree)
    return [shaded, *_help(world, place, kind)[-1:]]


def _help(world: World, place: int, kind: Plant) -> list[Link]:
    """Why the mycelium does not help; empty in a land without one."""
    web = world.web
    if web is None:
        return []
    if not any(bond.kind == "network" and kind.name in bond.members for bond in world.partnerships):
        return [_link("no_member", who=kind.title)]
    if not web.threads.amount[place]:
        return [_link("unreached"), _parted(world, web, place)]
    if not kind.pays and web.debt[place] >= PATIENCE:
        return [_link("cut_off"), _link("does_not_pay", motes=int(web.debt[place]))]
    return [_link("threads_empty")]


def _parted(world: World, web: Web, place: int) -> Link:
    """What lies between a tile and the joined soil: the nearest ground that threads cannot pass, or mere distance."""
    joined = net(world, web)
    if not np.count_nonzero(joined):
        return _link("no_mycelium")
    way = _way(world, place, joined, over_all=False)
    if way:
        return _link("far_from_threads", tiles=len(way))
    barrier = next(step for step in _way(world, place, joined, over_all=True) if not world.soil[step])
    ground = say(f"why.chain.grounds.{GROUNDS[world.ground[barrier]]}")
    return Link("parted", say("why.chain.parted", ground=ground, tile=tile(world, barrier)), barrier)


def _way(world: World, start: int, goal: Grid, *, over_all: bool) -> list[int]:
    """The tiles of a shortest way to the nearest tile of `goal`, over soil or `over_all`; empty if there is none."""
    came_from, ahead = {start: start}, deque([start])
    while ahead:
        here = ahead.popleft()
        if goal[here]:
            way = []
            while here != start:
                way.append(here)
                here = came_from[here]
            return way[::-1]
        for beside in (here - world.stride, here - 1, here + 1, here + world.stride):
            if beside not in came_from and (world.inside[beside] if over_all else world.soil[beside]):
                came_from[beside] = here
                ahead.append(beside)
    return []


def _link(what: str, **values: object) -> Link:
    return Link(what, say(f"why.chain.{what}", **values))
