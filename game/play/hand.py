"""What lies in the hand, in the basket and on the shelf, counted in the things that one holds."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.matter import Stock
from game.engine.world import World

SWARM_WORKERS = 6  # bees in a swarm in the hand
SWARM_HONEY = 12  # ... and the honey they bring


def young(world: World) -> dict[str, int]:
    """Young plants in the hand, for every kind of plant."""
    return _by_kind(world, world.hand.young)


def swarms(world: World) -> dict[str, int]:
    """Swarms in the hand, for every kind of colony."""
    return {colonies.kind.name: int(colonies.swarm.amount[0]) // SWARM_WORKERS for colonies in world.colonies}


def spreading(world: World) -> dict[str, int]:
    """Flakes of lichen partners and spores of mycelium in the hand, for every kind."""
    halves = world.lichens.halves if world.lichens is not None else ()
    flakes = {kind.name: int(held.amount[0]) // kind.flake for kind, _, held in halves}
    return flakes | ({world.web.kind.name: int(world.web.spores.amount[0])} if world.web is not None else {})


def perches(world: World) -> int:
    return int(world.perches.held.amount[0]) if world.perches is not None else 0


def mulch(world: World) -> int:
    """Bundles of mulch."""
    return int(world.hand.mulch.amount[0])


def basket(world: World) -> dict[str, int]:
    """Fruit in the basket, by kind; kinds of which there is none are left out."""
    return {name: count for name, count in _by_kind(world, world.hand.basket).items() if count}


def shelf(world: World) -> dict[str, int]:
    """Fruit on the player's own shelf, likewise."""
    return {name: count for name, count in _by_kind(world, world.hand.shelf).items() if count}


def _by_kind(world: World, stocks: Sequence[Stock]) -> dict[str, int]:
    return {kind.name: int(stock.amount[0]) for kind, stock in zip(world.flora.kinds, stocks, strict=True)}
