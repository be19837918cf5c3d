"""Integer chance without a generator: a hash of (seed, tick, purpose, place).

Every roll can be worked out from where and when it falls, so nothing has to be saved, and no order of calls matters.
The mixing constants are those of Chris Wellons' "lowbias32" (see docs/sources.md, key `wellons2018`).
"""

from __future__ import annotations

import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.engine.matter import Grid, Places

_WORD = 0xFFFFFFFF
_FIRST, _SECOND, _GOLDEN = 0x7FEB352D, 0x846CA68B, 0x9E3779B1
# as arrays, since a ufunc takes twice as long on a short grid if it has to make one of a number first
_FAR, _NEAR, _ONCE, _AGAIN = (np.array(number, np.uint32) for number in (16, 15, _FIRST, _SECOND))
_HALVES = np.dtype("<i2")
FEW, DRAWN_AT_ONCE = 64, 64  # up to so many beings draw for so many ticks at once
SMALL = 8192  # places of a map on which drawing for all is sooner done than picking some


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
        # the first step of the mixing that is to come can be taken here, for the place, and in `_word`
        self._place ^= self._place >> _FAR
        self._salts: dict[str, int] = {}
        self._drawn: dict[str, tuple[tuple[int, int], NDArray[np.int64]]] = {}

    @property
    def nbytes(self) -> int:
        return self._place.nbytes

    def each(self, tick: int, purpose: str, beings: int) -> NDArray[np.int64]:
        """One roll of 32 bits for each of the beings 0, 1, 2...: the same as `rolls` for them. Not to be written to.

        A few beings draw for some ticks at once; it makes no difference to what they draw.
        """
        ahead = DRAWN_AT_ONCE if beings <= FEW else 1
        turn, now = divmod(tick, ahead)
        drawn = self._drawn.get(purpose)
        if drawn is None or drawn[0] != (turn, beings):
            first = turn * ahead
            since = np.arange(ahead, dtype=np.uint32) * np.uint32(_GOLDEN)
            salted = _scrambled(since + np.uint32(_salt(self.seed, first, purpose) & _WORD))
            numbered = _scrambled(np.arange(beings, dtype=np.uint32) * np.uint32(_GOLDEN) + np.uint32(1))
            drawn_rolls = _scrambled(numbered ^ salted[:, None]).astype(np.int64)
            self._drawn[purpose] = drawn = (turn, beings), drawn_rolls
        rolled: NDArray[np.int64] = drawn[1][now]
        return rolled

    def at(self, tick: int, purpose: str, places: Places) -> Grid:
        """The sixteen fair bits of some places: what `bits` draws there."""
        if self.places <= SMALL:
            return self.bits(tick, purpose)[places]
        drawn = _stirred(self._place[places >> 1] ^ self._word(tick, purpose))
        halves: Grid = (drawn >> ((places & 1) << 4)).astype(np.int16)
        return halves

    def bits(self, tick: int, purpose: str) -> Grid:
        """Sixteen fair bits a place: int16, shape (places,). Two places share one 32-bit hash."""
        grid: Grid = _stirred(self._place ^ self._word(tick, purpose)).view(_HALVES)[: self.places]
        return grid

    def _word(self, tick: int, purpose: str) -> NDArray[np.uint32]:
        """What a tick and a purpose add to a place, after the first step of mixing; it undoes the last of `mixed`."""
        salt = self._salts.get(purpose)
        if salt is None:
            salt = self._salts[purpose] = _salt(self.seed, 0, purpose)
        word = salt + tick * _GOLDEN & _WORD
        word = (word ^ word >> 16) * _FIRST & _WORD
        word = (word ^ word >> 15) * _SECOND & _WORD
        return np.array(word, np.uint32)


def _salt(seed: int, tick: int, purpose: str) -> int:
    return seed * 0x85EBCA77 + tick * _GOLDEN + _code(purpose)


@cache
def _code(purpose: str) -> int:
    return zlib.crc32(purpose.encode())


def _scrambled(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Mix in place: two multiplications and three shifts, each word on its own."""
    words ^= words >> _FAR
    return _stirred(words)


def _stirred(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """All of the mixing but the first shift, in place."""
    words *= _ONCE
    shifted = words >> _NEAR
    words ^= shifted
    words *= _AGAIN
    np.right_shift(words, _FAR, shifted)
    words ^= shifted
    return words
