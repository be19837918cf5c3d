"""Keeping and comparing: a world's arrays at one tick, to go back to, and a fingerprint of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from game.engine.digest import blake2b
from game.engine.matter import Matter, lies_on_tiles

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A world at one tick: copies of all its arrays."""

    tick: int
    arrays: dict[str, NDArray[Any]]

    def put_back(self, held: Arrays, matter: Matter, fields: dict[str, NDArray[Any]]) -> None:
        """Write the arrays over those `held`, which are the amounts of `matter` and `fields`.

        Raises ValueError, and changes nothing, if they are of another map or of other kinds.
        """
        if held.keys() != self.arrays.keys():
            raise ValueError("the snapshot is of another world: it holds other things")
        for name, array in self.arrays.items():
            if held[name].dtype != array.dtype or (lies_on_tiles(array) and held[name].shape != array.shape):
                raise ValueError(f"the snapshot is of another world: {name} does not fit")
        for name, array in self.arrays.items():
            if held[name].shape == array.shape:
                held[name][...] = array
            elif name in fields:
                fields[name] = array.copy()
            else:
                matter.stocks[name].amount = array.copy()


def fingerprint(tick: int, arrays: Arrays) -> str:
    """A short fingerprint of a whole state, the same on every machine."""
    print_ = blake2b(str(tick).encode(), digest_size=8)
    for name, array in sorted(arrays.items()):
        print_.update(name.encode())
        print_.update(array.astype(array.dtype.newbyteorder("<")).tobytes())
    return print_.hexdigest()
