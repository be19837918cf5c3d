"""Societies: a flock shares watching against the hawk, and food with the weak.

In the world      Many eyes see a hawk sooner, and each bird of a flock has more time to eat.
In the game       Alone a bird looks up half of the time; in a flock of eight one tick in sixteen. One alarm saves all
                  that are near. In a flock those with plenty give half their surplus to those in hunger.
Moves             carbon: bird -> bird (shared food), air (watching); bird -> hawk (caught) · mineral: bird -> hawk (caught)
Partnership       society: each watches for all, and all feed the weak.
Switched off      every bird for itself: it watches more, eats less, and the hawk finds it (tests/laws/test_flocks.py).
Evidence          solid (many eyes; kenward1978, in part because lone birds were in poor condition)
"""

from __future__ import annotations

import numpy as np

from game.engine.animals import Animals
from game.engine.matter import Places
from game.engine.systems.animals import density, drop_loads
from game.engine.systems.shares import share_out
from game.engine.world import World

WATCH_ALONE = 8  # sixteenths of the time that a lone bird looks up
WATCH_LEAST = 3  # ... and one in a large flock
HEARD = 2  # tiles that an alarm call carries
WATCHING_COST = 4  # one carbon in so many watches
STRIKES_EVERY = 8  # one tick in so many
FLOCK = 4  # tiles across a block in which a flock shares its food


def step(world: World) -> None:
    hawks = [animals for animals in world.animals if animals.kind.form == "hawk" and len(animals)]
    for animals in world.animals:
        if animals.kind.form == "bird" and len(animals):
            _watch(world, animals, danger=bool(hawks))
            if world.society(animals.kind.name):
                _share_food(world, animals)
    for hunters in hawks:
        for hawk in range(len(hunters)):
            _strike(world, hunters, hawk)


def _watch(world: World, animals: Animals, *, danger: bool) -> None:
    chance = world.roll_for(f"{animals.kind.name} watch", animals.column("ident"))
    flock = np.ones(len(animals), np.int64)
    if world.society(animals.kind.name):
        flock = world.around(density(world, animals))[animals.place].astype(np.int64)
    watching = (chance & 15) < np.maximum(WATCH_ALONE // flock, WATCH_LEAST) * danger
    animals.column("watching")[:] = watching
    tired = np.flatnonzero(watching & ((chance >> 4) % WATCHING_COST == 0) & (animals.carbon.amount > 0))
    world.matter.move(animals.carbon, world.air, np.ones(len(tired), np.int64), "watching", at=tired)


def _share_food(world: World, animals: Animals) -> None:
    kind, carbon = animals.kind, animals.carbon.amount
    giving = np.maximum(carbon - kind.comfort, 0) // 2
    needing = np.maximum(kind.hungry - carbon, 0)
    if not (giving.any() and needing.any()):
        return
    rows, columns = world.where(animals.place)
    block = rows // FLOCK * world.stride + columns // FLOCK
    for flock in np.unique(block[needing > 0]).tolist():
        members = np.flatnonzero(block == flock)
        shared = int(min(giving[members].sum(), needing[members].sum()))
        given = share_out(shared, giving[members], world.roll(f"{kind.name} giving", flock))
        taken = share_out(shared, needing[members], world.roll(f"{kind.name} taking", flock))
        pooled = np.repeat(members, given)
        reached = np.repeat(members, taken)
        world.matter.move(animals.carbon, animals.carbon, np.ones(shared, np.int64), "shared food", at=pooled, to=reached)
        animals.tally("given", shared)


def _strike(world: World, hunters: Animals, hawk: int) -> None:
    roll = world.roll(f"{hunters.kind.name} strike", int(hunters.column("ident")[hawk]))
    if roll % STRIKES_EVERY or hunters.carbon.amount[hawk] > hunters.kind.comfort:
        return
    row, column = world.where(int(hunters.place[hawk]))
    for animals in world.animals:
        if animals.kind.name not in hunters.kind.eats or not len(animals):
            continue
        rows, columns = world.where(animals.place)
        near = np.flatnonzero((np.abs(rows - row) <= 1) & (np.abs(columns - column) <= 1))
        if not len(near):
            continue
        prey = near[(roll >> 4) % len(near)]
        heard = np.flatnonzero((np.abs(rows - row) <= HEARD) & (np.abs(columns - column) <= HEARD))
        lookouts = heard if world.society(animals.kind.name) else np.array([prey])
        if not animals.column("watching")[lookouts].any():
            _catch(world, hunters, hawk, animals, np.array([prey]))
        return


def _catch(world: World, hunters: Animals, hawk: int, animals: Animals, prey: Places) -> None:
    drop_loads(world, animals, prey)
    place, this = int(animals.place[prey[0]]), np.array([hawk])
    for bird, catch in ((animals.carbon, hunters.carbon), (animals.mineral, hunters.mineral)):
        world.matter.move(bird, catch, bird.amount[prey], "caught", at=prey, to=this)
    animals.tally("caught", 1)
    world.tell("died", place, animals.kind.name, "caught")
    animals.go(prey)
