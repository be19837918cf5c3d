"""The world's arrays as text, and text as arrays that a world can trust."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine.animals import COLUMNS
from game.engine.commons import RULES, TRUST
from game.engine.households import CONTENT, NEEDS
from game.engine.keeping import Snapshot
from game.engine.matter import lies_on_tiles
from game.engine.tiles import GROUNDS
from game.engine.world import LACKS, World

MOST_UNITS = 1 << 40        # of anything in one place: far above what a map can hold
MOST_BEINGS = 4096          # colonies or homes

Packed = tuple[str, list[int], str]
Array = NDArray[Any]


def packed(arrays: Mapping[str, Array]) -> Iterator[tuple[str, Packed]]:
    """Each array's name, and its type, shape and contents: little-endian, zlib, base64."""
    for name, array in arrays.items():
        raw = array.astype(array.dtype.newbyteorder("<")).tobytes()
        yield name, (str(array.dtype), list(array.shape), base64.b64encode(zlib.compress(raw, 6)).decode("ascii"))


def unpacked(tick: int, arrays: Mapping[str, Packed], world: World) -> Snapshot:
    """The snapshot in `arrays`, fit for `world`, which is freshly opened from the same level.

    What the present rules know and the arrays do not is taken from `world` where it is still empty there: it is new
    since then. Raises ValueError for anything that a world of this level cannot be.
    """
    fresh = world.snapshot().arrays
    if unknown := arrays.keys() - fresh.keys():
        raise ValueError(f"nothing of this world: {sorted(unknown)}")
    if lost := [name for name in fresh.keys() - arrays.keys() if fresh[name].any()]:
        raise ValueError(f"missing: {sorted(lost)}")
    found = {name: _unpacked(arrays[name], array) if name in arrays else array for name, array in fresh.items()}
    _fit(found, fresh, world)
    _check(found, world)
    return Snapshot(tick, found)


def _unpacked(array: Packed, like: Array) -> Array:
    """Never unpacks more than an array of this sort can hold."""
    kind, shape, text = array
    alike = len(shape) == like.ndim and shape[1:] == list(like.shape[1:])
    if kind != str(like.dtype) or not alike or not 0 <= shape[0] <= max(MOST_BEINGS, len(like)):
        raise ValueError("another shape")
    size = int(np.prod(shape)) * like.dtype.itemsize
    unzip = zlib.decompressobj()
    try:
        raw = unzip.decompress(base64.b64decode(text, validate=True), size + 1)
    except zlib.error as problem:
        raise ValueError(str(problem)) from None
    if len(raw) != size or not unzip.eof or unzip.unused_data:
        raise ValueError("another size")
    return np.frombuffer(raw, like.dtype.newbyteorder("<")).astype(like.dtype).reshape(shape)


def _fit(found: Mapping[str, Array], fresh: Mapping[str, Array], world: World) -> None:
    """Only colonies and animals change in number, and then all arrays of their kind do."""
    length = {name: len(array) for name, array in fresh.items()}
    for colonies in world.colonies:
        own = (colonies.workers.name, colonies.honey.name, colonies.mineral.name)
        columns = [name for name in world.fields if name.startswith(f"{colonies.kind.name}_")]
        length |= dict.fromkeys((*own, *columns), max(len(colonies), len(found[colonies.workers.name])))
    for animals in world.animals:
        stocks = (animals.carbon, animals.mineral, *animals.carried.values())
        columns = [f"{animals.kind.name}_{column}" for column in COLUMNS]
        length |= dict.fromkeys((*(stock.name for stock in stocks), *columns), len(found[animals.carbon.name]))
    if wrong := [name for name, array in found.items() if len(array) != length[name]]:
        raise ValueError(f"another shape: {wrong}")


def _check(found: Mapping[str, Array], world: World) -> None:
    limits = {"ground": len(GROUNDS), "species": len(world.flora.kinds) + 1, "lack": len(LACKS)}
    ghosts = world.inside == 0
    for name, array in found.items():
        most = MOST_UNITS if name in world.matter.stocks else limits.get(name, MOST_UNITS)
        if array.size and (array.min() < 0 or array.max() >= most):
            raise ValueError(f"out of range: {name}")
        if lies_on_tiles(array) and array[ghosts].any():
            raise ValueError(f"outside the map: {name}")
    places = [found[f"{colonies.kind.name}_place"] for colonies in world.colonies]
    if any(not (place < world.places).all() or ghosts[place].any() for place in places):
        raise ValueError("a hive outside the map")
    for animals in world.animals:
        place, seed = found[f"{animals.kind.name}_place"], found[f"{animals.kind.name}_load"]
        if not (place < world.places).all() or ghosts[place].any() or not np.isin(seed, [0, *animals.carried]).all():
            raise ValueError(f"no {animals.kind.name} can be there or carry that")
    _check_people(found, world)


def _check_people(found: Mapping[str, Array], world: World) -> None:
    homes = world.households
    if not np.array_equal(found["home_place"], homes.place) or found["plot"].max(initial=0) > len(homes):
        raise ValueError("another home")
    if found["tip_place"][0] != world.commons.tip_place:
        raise ValueError("another tip")
    if any(found[f"home_{need}"].max(initial=0) > CONTENT for need in NEEDS) or found["fund_tended"][0] > TRUST:
        raise ValueError("better than can be")
    for rule, (least, most, _) in enumerate(RULES.values()):
        if not least <= found["rules"][rule] <= most:
            raise ValueError("a rule that says what it cannot say")
