"""One play without a screen, measured: what the `run` command prints.

The same level, seed, ticks and policy give the same report on every machine. Its keys:

    level, seed, ticks, policy   what was played; `ticks` is how many passed
    hash                         the fingerprint of the final state
    matter                       {kind: {start, end}}
    flourishing                  {final, mean, min, series}; the series has a number every fourth tick
    members                      {name: {wellbeing, count, visits, seeds, births, deaths {cause: n}}};
                                 null where it has no meaning
    goals                        [{text, met, tick}]
    stars                        how many were earned; none before the level's end
    flows                        {cause: {kind: motes that were moved for it}}
    partnerships                 {name: {formed, moved {kind: motes}}} of those that work in this play
                                 (game.play.ledger); `formed` is the tick at which it first moved anything, or null
    soil_formed                  tiles of rock that became soil
    network                      {tiles, components, flow}: joined tiles at the end, the pieces that they hang together
                                 in, motes that went from tile to tile of the web in all; zeros without mycelium
    masting                      {years, synchrony}: how many trees that save for a mast bore in each year, and how well
                                 in step (game.lab.masting); empty and null where none grows
    carried                      {seeds, distance_mean}: seeds that animals let go on soil, and how many tiles from
                                 their parent; null where there were none
    animals                      {name: {count, born, starved, died_of_age, caught, left, came, ...}}
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from game.engine.calendar import YEAR
from game.engine.census import count, count_plants
from game.engine.matter import whole
from game.engine.recorders import Totals
from game.engine.systems.carrying import carried
from game.engine.systems.mycelium import net
from game.engine.tallies import DEATHS
from game.engine.world import World
from game.lab.masting import MastYears
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.lab.policies.joining import pieces
from game.levels.level import LAND, Level
from game.play.ledger import Ledger
from game.play.session import Session

Report = dict[str, Any]

BEE_DEATHS = {"old_age": "died_of_age", "hunger": "starved"}
ANIMAL_DEATHS = {**BEE_DEATHS, "caught": "caught"}


def run(
    level: Level, *, seed: int, ticks: int, policy: str, without: str | None = None, watch_matter: bool = False
) -> Report:
    """Play and measure. A level that ends before `ticks` goes on with its weather until then.

    With `watch_matter` matter is counted after every system, action and season's turn; raises MatterError naming the
    culprit. Raises ValueError if nothing called `without` can be switched off, KeyError for an unknown policy.
    """
    session = Session(lasting(level, ticks), seed, without=without, checked=watch_matter)
    world = session.world
    matter, ledger, trees = world.matter, Ledger(world), MastYears()
    session.watch(ledger)
    start = matter.totals()

    def after(what: str) -> None:
        trees.look(world)
        if watch_matter:
            matter.check(start, what)

    play(session, POLICIES[policy], ticks, after=after)
    end, flourishing = matter.totals(), session.flourishing
    series = [score.score for score in session.scores]
    return {
        "level": level.name,
        "seed": seed,
        "ticks": session.tick_now,
        "policy": policy,
        "hash": world.digest(),
        "matter": {kind: {"start": start[kind], "end": end[kind]} for kind in start},
        "flourishing": {
            "final": flourishing.score,
            "mean": sum(series) // len(series),
            "min": min(series),
            "series": series,
        },
        "members": {
            member.member: {"wellbeing": member.level, **_told_of(world, member.member)}
            for member in flourishing.members
        },
        "goals": [{"text": state.goal.text, "met": state.met, "tick": state.tick} for state in session.goals],
        "stars": sum(session.ending.stars) if session.ending else 0,
        "flows": _by_cause(ledger),
        "partnerships": {
            name: {"formed": ledger.formed[name], "moved": dict(sorted(moved.items()))}
            for name, moved in ledger.moved.items()
        },
        "soil_formed": int(world.fields["tally_soil_formed"][0]),
        "network": _network(world, ledger),
        "masting": {"years": trees.bore, "synchrony": trees.synchrony},
        "carried": carried(world) if carried(world)["seeds"] else {"seeds": 0, "distance_mean": None},
        "animals": {animals.kind.name: animals.told() for animals in world.animals},
    }


def lasting(level: Level, ticks: int) -> Level:
    """`level`, with more years if it would end before `ticks`."""
    return dataclasses.replace(level, years=max(level.years, -(-ticks // YEAR)))


def _told_of(world: World, name: str) -> dict[str, Any]:
    """The tallies of one member since the start."""
    if name in world.flora.index:
        number = world.flora.index[name]
        return {
            "count": count_plants(world, number),
            "visits": int(world.fields["tally_visits"][number]),
            "seeds": int(world.fields["tally_seeds_set"][number]),
            "births": int(world.fields["tally_births"][number]),
            "deaths": _any_of(dict(zip(DEATHS, world.fields["tally_deaths"][number].tolist(), strict=True))),
        }
    unknown = {"visits": None, "seeds": None, "births": None}
    for colonies in world.colonies:
        if name == colonies.kind.name:
            ends = {cause: int(colonies.tally(tally).sum()) for cause, tally in BEE_DEATHS.items()}
            raised = int(colonies.tally("raised").sum())
            return {"count": whole(colonies.workers.amount), **unknown, "births": raised, "deaths": _any_of(ends)}
    for animals in world.animals:
        if name == animals.kind.name:
            ends = {cause: animals.tally(tally) for cause, tally in ANIMAL_DEATHS.items()}
            return {"count": len(animals), **unknown, "births": animals.tally("born"), "deaths": _any_of(ends)}
    if name == LAND:
        return {"count": None, **unknown, "deaths": {}}
    return {"count": 1 if name in world.households.names else count(world, name), **unknown, "deaths": {}}


def _network(world: World, ledger: Ledger) -> dict[str, int]:
    """The web as it is now, and what went along it."""
    joined = world.map(net(world, world.web)) != 0 if world.web is not None else np.zeros((1, 1), np.bool_)
    tiles = int(np.count_nonzero(joined))
    return {"tiles": tiles, "components": int(pieces(joined).max()), "flow": ledger.along_the_web}


def _any_of(deaths: dict[str, int]) -> dict[str, int]:
    return {cause: count for cause, count in deaths.items() if count}


def _by_cause(watching: Totals) -> dict[str, dict[str, int]]:
    flows: dict[str, dict[str, int]] = {}
    for (cause, kind), motes in sorted(watching.flows.items()):
        flows.setdefault(cause, {})[kind] = motes
    return flows
