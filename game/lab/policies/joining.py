"""How the gardener joins: lichen partners on one rock, threads between roots, ways opened, perches far from parents."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Grid
from game.engine.perches import ROOST, SEEN_FROM
from game.engine.systems.lichen import HARD_BELOW
from game.engine.systems.shares import where_negative
from game.engine.tiles import PATH
from game.engine.webs import JOINED_FROM
from game.engine.world import World
from game.lab.policies.looking import Scores, Site, best, free, hunted_eat, steps_to
from game.play import hand
from game.play.actions import Action, Connect, Inoculate, Invite
from game.play.session import Session

PARTNER_WAITS = 100  # what it counts that only the partner lives on a rock
ROOM_TO_SPREAD = 4  # ... a rock beside it
FROM_SOIL = -1  # ... a step farther from soil
FAR = 5  # steps from a parent at which seed is worth carrying to
APART = 4  # steps between two perches
MORE_THAN_THREADS = 10000  # ... a plant that an opened tile joins, against the threads that end beside it
ROOM_A_STEP = 6  # bare land about a perch, nearer tiles counted more, that is worth a step farther


def inoculate(session: Session) -> Action | None:
    """A flake onto the rock where its partner waits, else where there is most rock; spores among unjoined roots."""
    return _flake(session) or _spores(session)


def _flake(session: Session) -> Action | None:
    world = session.world
    halves = world.lichens.halves if world.lichens is not None else ()
    for kind, living, held in halves:
        if held.amount[0] >= kind.flake:
            here = world.map(living) > 0
            partner = np.any([world.map(stock) > 0 for _, stock, _ in halves if stock is not living], axis=0)
            soft = world.rock & where_negative(HARD_BELOW - 1 - world.subsoil.amount)
            room = world.map(world.around(soft & 1)).astype(np.int64)
            score = PARTNER_WAITS * (partner & ~here) + ROOM_TO_SPREAD * room + FROM_SOIL * steps_to(world, world.soil)
            if site := best(score, (world.map(soft) != 0) & ~here):
                return Inoculate(kind.name, *site)
    return None


def _spores(session: Session) -> Action | None:
    world, web = session.world, session.world.web
    if web is None or not web.spores.amount[0]:
        return None
    loose = -(web.threads.amount < JOINED_FROM).astype(np.int16)
    roots = world.map(world.around(world.flora.planted & loose & 1)).astype(np.int64)
    site = best(roots, (world.map(world.soil & loose) != 0) & (roots > 0))
    return Inoculate(web.kind.name, *site) if site else None


def connect(session: Session) -> Action | None:
    """Where one tile of path parts two pieces of soil, the one that lets most plants reach each other; of those the
    one where most threads end."""
    world = session.world
    barred = world.map("ground") == PATH
    if "connect" not in session.level.verbs or not barred.any():
        return None
    gain = _plants_joined(world.map(world.soil) != 0, world.map(world.flora.planted) != 0, barred)
    site = best(gain * MORE_THAN_THREADS + _threads_beside(world), barred & (gain > 0))
    return Connect(*site) if site else None


def _threads_beside(world: World) -> Scores:
    return world.map(world.around(world.web.threads.amount if world.web else world.grid())).astype(np.int64)


def _plants_joined(soil: NDArray[np.bool_], planted: NDArray[np.bool_], barred: NDArray[np.bool_]) -> Scores:
    """For each barred tile: plants in the smaller of the two largest pieces of soil that it would join."""
    lands = known_pieces(soil)
    wide = np.pad(lands, 1)
    plants = np.bincount(lands[soil], weights=planted[soil], minlength=lands.max() + 1).astype(np.int64)
    gain = np.zeros(soil.shape, np.int64)
    for row, column in np.argwhere(barred).tolist():
        beside = {int(wide[row + down, column + across]) for down, across in ((0, 1), (1, 0), (1, 2), (2, 1))} - {0}
        sizes = sorted(int(plants[piece]) for piece in beside)
        gain[row, column] = sizes[-2] if len(sizes) > 1 else 0
    return gain


def known_pieces(land: NDArray[np.bool_]) -> Scores:
    """`pieces`, kept: land seldom changes, and a gardener asks every few ticks."""
    return _known(land.tobytes(), land.shape[1])


@lru_cache(maxsize=16)
def _known(land: bytes, width: int) -> Scores:
    return pieces(np.frombuffer(land, np.bool_).reshape(-1, width))


def pieces(soil: NDArray[np.bool_]) -> Scores:
    """Number the pieces of soil that hang together, from 1; 0 elsewhere. Corners do not join."""
    lands = np.where(soil, np.arange(1, soil.size + 1).reshape(soil.shape), 0)
    while True:
        wider = np.pad(lands, 1)
        largest = np.max([wider[:-2, 1:-1], wider[2:, 1:-1], wider[1:-1, :-2], wider[1:-1, 2:], lands], axis=0)
        grown = np.where(soil, largest, 0)
        if np.array_equal(grown, lands):
            return np.unique(lands, return_inverse=True)[1].reshape(soil.shape) + (0 if (lands == 0).any() else 1)
        lands = grown


def invite(session: Session) -> Action | None:
    """A perch on free ground: where seed is worth carrying to; amid food where there is no such place or a hawk
    hunts, so that one more can nest."""
    world = session.world
    if not hand.perches(world):
        return None
    site = (None if hunted_eat(world) else _landing(session)) or _table(session)
    return Invite(*site) if site else None


def _landing(session: Session) -> Site | None:
    """Bare land as near as seed is worth carrying to, so that birds see the perch from the parents; none beside it."""
    world = session.world
    away, apart = steps_to(world, _parents(world)), steps_to(world, _perches(world)) >= APART
    bare = world.soil & ~world.flora.planted & 1
    room = world.map(world.around(world.around(bare))).astype(np.int64)
    return best(room - ROOM_A_STEP * away, free(session) & (away >= FAR) & (away <= SEEN_FROM + ROOST) & apart)


def _table(session: Session) -> Site | None:
    """Amid most of what the birds eat; where a hawk hunts, at a table that has no perch yet if there is one."""
    world = session.world
    food = world.map(world.around(_parents(world) & 1)).astype(np.int64)
    fit = free(session) & (food > 0)
    without = fit & (steps_to(world, _perches(world)) >= APART)
    return best(food, without if hunted_eat(world) and without.any() else fit)


def _perches(world: World) -> Grid:
    return world.perches.standing.amount if world.perches is not None else world.grid()


def _parents(world: World) -> Grid:
    parents = world.grid()
    for animals in world.animals:
        for number in animals.carried:
            parents |= world.flora.of(number)
    return parents
