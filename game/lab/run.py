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
"""

from __future__ import annotations

import dataclasses
from typing import Any

from game.engine.calendar import YEAR
from game.engine.flourishing import count_plants
from game.engine.matter import Totals, whole
from game.engine.world import DEATHS, World
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.level import Level
from game.play.session import Session

Report = dict[str, Any]

BEE_DEATHS = {"old_age": "died_of_age", "hunger": "starved"}


def run(
    level: Level, *, seed: int, ticks: int, policy: str, without: str | None = None, watch_matter: bool = False
) -> Report:
    """Play and measure. A level that ends before `ticks` goes on with its weather until then.

    With `watch_matter` matter is counted after every system, action and season's turn; raises MatterError naming the
    culprit. Raises ValueError if the level has no partnership called `without`, KeyError for an unknown policy.
    """
    session = Session(lasting(level, ticks), seed, without=without, checked=watch_matter)
    matter, watching = session.world.matter, Totals()
    session.watch(watching)
    start = matter.totals()
    play(session, POLICIES[policy], ticks, after=(lambda what: matter.check(start, what)) if watch_matter else None)
    end, flourishing = matter.totals(), session.flourishing
    series = [score.score for score in session.scores]
    return {
        "level": level.name,
        "seed": seed,
        "ticks": session.tick_now,
        "policy": policy,
        "hash": session.world.digest(),
        "matter": {kind: {"start": start[kind], "end": end[kind]} for kind in start},
        "flourishing": {
            "final": flourishing.score,
            "mean": sum(series) // len(series),
            "min": min(series),
            "series": series,
        },
        "members": {
            member.member: {"wellbeing": member.level, **_told_of(session.world, member.member)}
            for member in flourishing.members
        },
        "goals": [{"text": state.goal.text, "met": state.met, "tick": state.tick} for state in session.goals],
        "stars": sum(session.ending.stars) if session.ending else 0,
        "flows": _by_cause(watching),
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
    return {"count": 1 if name in world.households.names else None, **unknown, "deaths": {}}


def _any_of(deaths: dict[str, int]) -> dict[str, int]:
    return {cause: count for cause, count in deaths.items() if count}


def _by_cause(watching: Totals) -> dict[str, dict[str, int]]:
    flows: dict[str, dict[str, int]] = {}
    for (cause, kind), motes in sorted(watching.flows.items()):
        flows.setdefault(cause, {})[kind] = motes
    return flows
