"""Goals and stars: what a level asks, looked at as the world goes on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.census import Start, count, soil_mineral
from game.engine.doughnut import doughnut
from game.engine.flourishing import Flourishing
from game.engine.matter import Stock
from game.engine.systems.herds import enough_beyond
from game.engine.world import World
from game.levels.level import Goal, Level
from game.play.progress import Progress

EVERY = 4  # ticks between two looks at goals and flourishing


@dataclass(frozen=True, slots=True)
class GoalState:
    """How a goal stands. `now` and `wanted` are in the goal's own measure; `met` and `failed` are for good."""

    goal: Goal
    now: int
    wanted: int
    met: bool
    failed: bool
    tick: int | None


def asked(level: Level) -> list[Goal]:
    """The level's goals, then the needs of its stars, in order: the numbering of `Progress.met`."""
    return [*level.goals, *(need for star in level.stars for need in star.needs)]


def value(world: World, start: Start, flourishing: Flourishing, goal: Goal) -> int:
    """What a goal's measure is now. `lasting` is known only after the end; until then it is the worst-off's
    well-being."""
    if goal.measure == "flourishing":
        return flourishing.score
    if goal.measure == "soil_formed":
        return int(world.fields["tally_soil_formed"][0])
    if goal.measure == "soil_mineral":
        return 100 * soil_mineral(world) // max(1, start.soil_mineral)
    if goal.measure in ("worst_off", "lasting"):
        return flourishing.worst.level
    if goal.measure in ("short", "overdrawn"):
        ring = doughnut(world, start, flourishing.members)
        return ring.most_used if goal.measure == "overdrawn" else len(ring.short_at(world.households.names))
    member = str(goal.member)
    if goal.measure == "masting":
        return int(np.count_nonzero(world.masting & world.flora.of(world.flora.index[member])))
    if goal.measure == "caught":
        return next(animals.tally("caught") for animals in world.animals if animals.kind.name == member)
    if goal.measure == "wellbeing":
        return flourishing.of(member).level
    if goal.measure == "honey":
        return next(int(bees.honey.amount.sum()) for bees in world.colonies if bees.kind.name == member)
    return count(world, member)


def holds(goal: Goal, now: int) -> bool:
    """Whether a measure is as the goal asks."""
    return (goal.at_least is None or now >= goal.at_least) and (goal.at_most is None or now <= goal.at_most)


def gone_for_good(world: World, name: str) -> bool:
    """Whether nobody of a species lives here and nothing is left, in soil, hand or basket, that could bring it back."""
    if count(world, name):
        return False
    if name in world.flora.index:
        number = world.flora.index[name]
        kept = [stocks[number - 1] for stocks in (world.seeds, world.hand.young, world.hand.basket, world.hand.shelf)]
        carried = [animals.carried[number] for animals in world.animals if number in animals.carried]
        return not np.count_nonzero(world.flora.of(number)) and not any(map(_holds, (*kept, *carried)))
    for kind, _, flakes in world.lichens.halves if world.lichens is not None else ():
        if kind.name == name:
            return not _holds(flakes)
    if world.web is not None and world.web.kind.name == name:
        return not (_holds(world.web.threads) or _holds(world.web.spores))
    if any(animals.kind.name == name for animals in world.animals):
        return _none_can_come(world, name)
    return any(colonies.kind.name == name and not _holds(colonies.swarm) for colonies in world.colonies)


def _none_can_come(world: World, name: str) -> bool:
    """Whether beyond the map there is not what one of a kind of animal is made of, and nobody is left who could take it
    there."""
    kind = next(animals.kind for animals in world.animals if animals.kind.name == name)
    return not enough_beyond(world, kind) and not any(len(animals) for animals in world.animals)


def _holds(stock: Stock) -> bool:
    return bool(np.count_nonzero(stock.amount))


def out_of_reach(world: World, goal: Goal) -> bool:
    """Whether a goal that does not hold can never be met: those it asks for are gone for good, or too many of them were
    caught."""
    if goal.measure == "caught" and goal.at_least is None:
        return True
    if goal.at_least is None:
        return False
    if goal.measure == "soil_formed":
        halves = world.lichens.halves if world.lichens is not None else ()
        return any(gone_for_good(world, kind.name) for kind, _, _ in halves)
    return goal.member is not None and gone_for_good(world, goal.member)


def look(world: World, start: Start, flourishing: Flourishing, level: Level, progress: Progress) -> None:
    """Note which goals are met or broken at this tick."""
    for number, goal in enumerate(asked(level)):
        if goal.measure == "lasting" or not goal.first_tick <= world.tick <= goal.last_tick:
            continue
        ok = holds(goal, value(world, start, flourishing, goal))
        if goal.when == "through":
            progress.broken[number] |= not ok
        if (
            ok
            and progress.met[number] is None
            and (goal.when != "through" or (world.tick == goal.last_tick and not progress.broken[number]))
        ):
            progress.met[number] = world.tick


def states(
    world: World, start: Start, flourishing: Flourishing, level: Level, progress: Progress, ended: bool
) -> list[GoalState]:
    """How the level's own goals stand."""
    found = []
    for number, goal in enumerate(level.goals):
        met = progress.met[number]
        wanted = goal.at_least if goal.at_least is not None else int(goal.at_most or 0)
        now = value(world, start, flourishing, goal)
        lost = progress.begun and not holds(goal, now) and out_of_reach(world, goal)
        late = ended or world.tick > goal.last_tick or lost
        failed = progress.broken[number] or (met is None and late)
        found.append(GoalState(goal, now, wanted, met is not None, failed, met))
    return found


def stars(level: Level, progress: Progress, lasting: int) -> tuple[bool, ...]:
    """Which stars are earned. `lasting` is the worst-off's lowest well-being in the year after the end."""
    earned, number = [], len(level.goals)
    goals_met = all(tick is not None for tick in progress.met[:number])
    for star in level.stars:
        needs = []
        for need in star.needs:
            needs.append(holds(need, lasting) if need.measure == "lasting" else progress.met[number] is not None)
            number += 1
        earned.append(goals_met and all(needs))
    return tuple(earned)
