"""Societies: a flock shares watching against the hawk, and food with the weak.

In the world      Many eyes see a hawk sooner, and each bird of a flock has more time to eat.
In the game       Where there is a hawk, a bird alone looks up half of the time and eats nothing then. A flock shares
                  the watch: the more hear each other, the less each looks up, and one alarm saves all that are near. A
                  hawk that was seen keeps away for a while, and for so long all eyes are on it: a second one beside it
                  is not seen. A crowd draws a second hawk (see Herds). In a flock those with plenty give half their
                  surplus to those in hunger.
In numbers        time looking up = {WATCH_OF_A_FLOCK}/256 shared by all who hear each other, at most {WATCH_ALONE}/256
                  each, in looks of {WATCHES_EVERY} ticks that cost {WATCHING_COST} carbon; given = half of what lies
                  above comfort, to whoever is below hunger; a hungry hawk strikes at one look in {STRIKES + 1} and
                  fails where anyone in call looks up, unless another hawk within {EYES_ON} tiles was seen in the last
                  {KEEPS_AWAY} ticks
Moves             carbon: bird -> bird (shared food), air (watching), hawk (caught) · mineral: bird -> hawk (caught)
Partnership       society: each watches for all, and all feed the weak.
Switched off      every bird for itself: it watches more, eats less, and the hawk finds it (tests/laws/test_flocks.py).
Evidence          solid (many eyes; kenward1978, in part because lone birds were in poor condition), debated (that
                  hawks gain by each other; sih1998, dukas2000)
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.animals import Animals
from game.engine.counting import as_count
from game.engine.matter import Places, places_of
from game.engine.systems.carrying import drop_loads
from game.engine.systems.crowds import company
from game.engine.systems.foraging import HEARD
from game.engine.systems.shares import one_each, some_each
from game.engine.world import World

WATCHES_EVERY = 2  # ticks: a look lasts that long
WATCH_ALONE = 128  # 256ths of the time that a lone bird looks up
WATCH_OF_A_FLOCK = 576  # ... that all birds who hear each other share, each at most as much as a lone one
WATCHING_COST = 1  # carbon for every look
STRIKES = 1  # bits that must be 0: a hungry hawk strikes at one look in two
KEEPS_AWAY = 8  # ticks for which a hawk that was seen does not strike again, and draws all eyes
EYES_ON = 3  # tiles from a hawk that was seen within which no other one is seen
SHARES_EVERY = 4  # ticks
FLOCK = 6  # tiles across a block in which a flock shares its food; every other time blocks lie half of that aside


def step(world: World) -> None:
    if world.tick % WATCHES_EVERY and world.tick % SHARES_EVERY != 1:
        return
    hawks = [animals for animals in world.animals if animals.kind.form == "hawk" and len(animals)]
    for animals in world.animals:
        if animals.kind.form == "bird" and len(animals):
            if world.tick % WATCHES_EVERY == 0:
                _watch(world, animals, danger=bool(hawks))
            if world.tick % SHARES_EVERY == 1 and world.society(animals.kind.name):
                _share_food(world, animals)
    if world.tick % WATCHES_EVERY == 0:
        for hunters in hawks:
            lots, away = hunters.lots(world.seed, world.tick), hunters.column("watching")
            ready = (hunters.carbon.amount <= as_count(hunters.kind.comfort)) & (away == as_count(0))
            ready &= lots & as_count(STRIKES) == as_count(0)
            away -= np.minimum(away, as_count(WATCHES_EVERY))
            for hawk in places_of(ready).tolist():
                _strike(world, hunters, hawk, int(lots[hawk]) >> 4)


def _watch(world: World, animals: Animals, *, danger: bool) -> None:
    watching = animals.column("watching")
    if not danger:
        watching[:] = 0
        return
    lots = animals.lots(world.seed, world.tick)
    looks: NDArray[Any] = as_count(WATCH_ALONE)
    if world.society(animals.kind.name):
        hear_each_other = company(world, animals, HEARD)
        looks = np.minimum(as_count(WATCH_OF_A_FLOCK) // hear_each_other, looks)
    watching[:] = (lots >> as_count(18) & as_count(255)) < looks
    tired = places_of(watching & (animals.carbon.amount >= as_count(WATCHING_COST)))
    if len(tired):
        world.matter.move(animals.carbon, world.air, some_each(WATCHING_COST, len(tired)), "watching", at=tired)


def _share_food(world: World, animals: Animals) -> None:
    """Each carbon that one can spare is matched with one that another of its flock lacks, in an order drawn by lot."""
    kind, carbon = animals.kind, animals.carbon.amount
    lacking = np.maximum(as_count(kind.hungry) - carbon, as_count(0))
    if not np.count_nonzero(lacking):
        return
    spare = np.maximum(carbon - as_count(kind.comfort), as_count(0)) // as_count(2)
    if not np.count_nonzero(spare):
        return
    rows, columns = world.where(animals.place)
    aside = as_count(world.tick // SHARES_EVERY % 2 * FLOCK // 2)
    across = as_count(FLOCK)
    flock = (rows + aside) // across * as_count(world.stride) + (columns + aside) // across
    asking = world.small_grid()
    asking[flock[lacking > as_count(0)]] = 1
    queue = places_of((spare + lacking) * asking[flock])
    queue = queue[np.lexsort((animals.lots(world.seed, world.tick)[queue], flock[queue]))]
    givers, takers = np.repeat(queue, spare[queue]), np.repeat(queue, lacking[queue])
    offered, asked = flock[givers], flock[takers]
    givers = givers[_turn(offered) < _count(asked, offered)]
    takers = takers[_turn(asked) < _count(offered, asked)]
    if len(givers):
        world.matter.move(animals.carbon, animals.carbon, one_each(len(givers)), "shared food", at=givers, to=takers)
        animals.tally("given", len(givers))


def _turn(flocks: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of motes sorted by flock: which one of its flock each is."""
    return np.arange(len(flocks)) - np.searchsorted(flocks, flocks)


def _count(there: NDArray[np.int64], flocks: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of `there`, sorted, are of each of these flocks."""
    return np.searchsorted(there, flocks, "right") - np.searchsorted(there, flocks, "left")


def _strike(world: World, hunters: Animals, hawk: int, lot: int) -> None:
    """At one bird beside it, unless that one looks up, or in a flock anyone who is heard; if their eyes are on another
    hawk nobody sees this one."""
    row, column = world.where(int(hunters.place[hawk]))
    for animals in world.animals:
        if animals.kind.name not in hunters.kind.eats or not len(animals):
            continue
        rows, columns = world.where(animals.place)
        apart = np.maximum(np.abs(rows - row), np.abs(columns - column))
        near = places_of(apart <= 1)
        if not len(near):
            continue
        prey = near[lot % len(near)]
        lookouts = _lookouts(world, animals, prey, apart)
        if animals.column("watching")[lookouts].any() and not _eyes_on_another(world, hunters, hawk):
            hunters.column("watching")[hawk] = KEEPS_AWAY
        else:
            _catch(world, hunters, hawk, animals, int(prey))
        return


def _lookouts(world: World, animals: Animals, prey: int, apart: NDArray[np.int64]) -> Places:
    """Whose eyes save this bird: in a flock those of all who are so near that their alarm is heard, else its own."""
    return places_of(apart <= HEARD) if world.society(animals.kind.name) else np.array([prey])


def _eyes_on_another(world: World, hunters: Animals, hawk: int) -> bool:
    """Whether a hawk that was just seen is near this one."""
    rows, columns = world.where(hunters.place)
    apart = np.maximum(np.abs(rows - rows[hawk]), np.abs(columns - columns[hawk]))
    return bool(((apart <= EYES_ON) & (hunters.column("watching") > 0)).any())


def _catch(world: World, hunters: Animals, hawk: int, animals: Animals, prey: int) -> None:
    this, by = np.array([prey]), np.array([hawk])
    drop_loads(world, animals, this)
    for bird, catch in ((animals.carbon, hunters.carbon), (animals.mineral, hunters.mineral)):
        world.matter.move(bird, catch, bird.amount[this], "caught", at=this, to=by)
    animals.tally("caught", 1)
    world.tell("died", int(animals.place[prey]), animals.kind.name, "caught")
    animals.go(this)
