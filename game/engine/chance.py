"""Integer chance without a generator: a hash of (seed, tick, purpose, place).

Every roll can be worked out from where and when it falls, so nothing has to be saved, and no order of calls matters.
The mixing constants are those of Chris Wellons' "lowbias32" (see docs/sources.md, key `wellons2018`).
"""

from __future__ import annotations

import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Grid

_WORD = 0xFFFFFFFF
_FIRST, _SECOND, _GOLDEN = 0x7FEB352D, 0x846CA68B, 0x9E3779B1


def mixed(number: int) -> int:
    """Scramble a whole number into 32 bits."""
    number &= _WORD
    number = (number ^ number >> 16) * _FIRST & _WORD
    number = (number ^ number >> 15) * _SECOND & _WORD
    return number ^ number >> 16


def roll(seed: int, tick: int, purpose: str, place: int = 0) -> int:
    """One roll of 32 bits for a single being or event."""
    return mixed(mixed(_salt(seed, tick, purpose)) ^ mixed(place * _GOLDEN + 1))


def rolls(seed: int, tick: int, purpose: str, beings: NDArray[np.int64]) -> NDArray[np.int64]:
    """One roll of 32 bits for each of some beings, given by number: the same as `roll` for each. Any shape."""
    salted = mixed(_salt(seed, tick, purpose))
    places = beings.astype(np.uint32) * np.uint32(_GOLDEN) + np.uint32(1)
    return _scrambled(_scrambled(places) ^ np.uint32(salted)).astype(np.int64)


class Rolls:
    """Rolls for every place of a map at once."""

    def __init__(self, seed: int, places: int) -> None:
        self.seed = seed
        self.places = places
        pairs = np.arange((places + 1) // 2, dtype="<u4")
        pairs *= np.uint32(_GOLDEN)
        self._place = _scrambled(pairs)

    @property
    def nbytes(self) -> int:
        return self._place.nbytes

    def bits(self, tick: int, purpose: str) -> Grid:
        """Sixteen fair bits a place: int16, shape (places,). Two places share one 32-bit hash."""
        rolled = self._place ^ np.uint32(mixed(_salt(self.seed, tick, purpose)))
        grid: Grid = _scrambled(rolled).view("<i2")[: self.places]
        return grid


def _salt(seed: int, tick: int, purpose: str) -> int:
    return seed * 0x85EBCA77 + tick * _GOLDEN + _code(purpose)


@cache
def _code(purpose: str) -> int:
    return zlib.crc32(purpose.encode())


def _scrambled(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Mix in place: two multiplications and three shifts, each word on its own."""
    shifted = words >> np.uint32(16)
    words ^= shifted
    words *= np.uint32(_FIRST)
    np.right_shift(words, np.uint32(15), out=shifted)
    words ^= shifted
    words *= np.uint32(_SECOND)
    np.right_shift(words, np.uint32(16), out=shifted)
    words ^= shifted
    return words
