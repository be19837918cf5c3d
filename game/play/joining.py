"""The verbs that join: set lichen and mycelium, open a way between two places, invite birds."""

from __future__ import annotations

import numpy as np

from game.engine.matter import Places, Stock
from game.engine.perches import SEEN_FROM
from game.engine.species import Symbiont
from game.engine.systems.lichen import CRUST
from game.engine.webs import JOINED_FROM, Web
from game.engine.world import FENCE, PATH, SOIL, World
from game.levels.level import PERCH
from game.play.actions import Connect, Inoculate, Invite
from game.play.names import title
from game.play.refusal import Refusal

# ----------------------------------------------------------------- inoculate


def may_inoculate(world: World, action: Inoculate) -> Refusal | None:
    place = world.place(action.y, action.x)
    if (half := _half(world, action.species)) is not None:
        kind, _, held = half
        if not world.rock[place]:
            return Refusal("not_rock")
        if world.lichens is not None and sum(int(half.amount[place]) for half in world.lichens.partners) >= CRUST:
            return Refusal("crust_full")
        return None if held.amount[0] >= kind.flake else _none_left(world, action.species)
    if (web := _web(world, action.species)) is not None:
        if not world.soil[place]:
            return Refusal("not_soil")
        if web.threads.amount[place] >= JOINED_FROM:
            return Refusal("joined_already")
        return None if web.spores.amount[0] else _none_left(world, action.species)
    return Refusal("unknown_kind", {"kind": title(world, action.species)})


def units(world: World, action: Inoculate) -> int:
    """How much is set: units of a lichen's partner, or carbon of threads."""
    if (half := _half(world, action.species)) is not None:
        return half[0].flake
    web = _web(world, action.species)
    return web.kind.spores if web is not None else 0


def inoculate(world: World, action: Inoculate) -> None:
    at = np.array([world.place(action.y, action.x)])
    if (half := _half(world, action.species)) is not None:
        kind, living, held = half
        world.matter.move(held, living, kind.flake, "inoculating", to=at)
    elif (web := _web(world, action.species)) is not None:
        world.matter.unmake(web.spores, 1, "inoculating", to=at, carbon=web.threads)
    world.tell("inoculated", int(at[0]), action.species)


def _half(world: World, name: str) -> tuple[Symbiont, Stock, Stock] | None:
    halves = world.lichens.halves if world.lichens is not None else ()
    return next((half for half in halves if half[0].name == name), None)


def _web(world: World, name: str) -> Web | None:
    return world.web if world.web is not None and world.web.kind.name == name else None


def _none_left(world: World, name: str) -> Refusal:
    return Refusal("none_left", {"kind": title(world, name, many=True)})


# ----------------------------------------------------------------- connect


def may_connect(world: World, action: Connect) -> Refusal | None:
    ground = world.ground[world.place(action.y, action.x)]
    return None if ground in (PATH, FENCE) else Refusal("nothing_to_open")


def connect(world: World, action: Connect) -> None:
    """What lay on the path lies on soil now; the soil itself is bare at first."""
    place = world.place(action.y, action.x)
    world.ground[place] = SOIL
    world.map_changed()
    world.tell("opened", place, "land")


# ----------------------------------------------------------------- invite


def may_invite(world: World, action: Invite) -> Refusal | None:
    place = world.place(action.y, action.x)
    if world.perches is None:
        return Refusal("no_birds")
    if not (world.soil[place] or world.rock[place]):
        return Refusal("no_hold")
    settled = any(place in colonies.place for colonies in world.colonies)
    if world.flora.species[place] or settled or world.perches.standing.amount[place]:
        return Refusal("taken")
    return None if world.perches.held.amount[0] else _none_left(world, PERCH)


def seen_from(world: World, action: Invite) -> Places:
    """The tiles from which birds see a perch."""
    return world.places_around(world.place(action.y, action.x), SEEN_FROM)


def invite(world: World, action: Invite) -> None:
    if world.perches is not None:
        at = np.array([world.place(action.y, action.x)])
        world.matter.move(world.perches.held, world.perches.standing, 1, "inviting", to=at)
        world.tell("invited", int(at[0]), PERCH)
