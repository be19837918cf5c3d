"""Chance is a hash of (seed, tick, purpose, place): fair, independent, and the same everywhere."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.chance import Rolls, mixed, roll, rolls

PLACES = 64 * 64
TICKS = 64


@pytest.fixture(scope="module")
def many() -> np.ndarray:
    """Bits of a 64 x 64 map over 64 ticks: shape (ticks, places), unsigned."""
    dice = Rolls(7, PLACES)
    return np.array([dice.bits(tick, "test") for tick in range(TICKS)]).astype(np.int64) & 0xFFFF


def chi_squared(observed: np.ndarray) -> float:
    expected = observed.sum() / observed.size
    return float(((observed - expected) ** 2 / expected).sum())


def test_every_bit_is_fair(many):
    for bit in range(16):
        ones = int((many >> bit & 1).sum())
        assert abs(ones - many.size / 2) < 4.5 * (many.size / 4) ** 0.5, f"bit {bit}"


def test_all_bytes_come_up_alike(many):
    for shift in (0, 8):
        spread = chi_squared(np.bincount((many >> shift & 255).ravel(), minlength=256))
        assert 150 < spread < 375, "255 degrees of freedom"


@pytest.mark.parametrize(("what", "one", "other"), [
    ("neighbours in a row", np.s_[:, :-1], np.s_[:, 1:]),
    ("neighbours in a column", np.s_[:, :-64], np.s_[:, 64:]),
    ("the two that share a hash", np.s_[:, 0::2], np.s_[:, 1::2]),
    ("one tick and the next", np.s_[:-1], np.s_[1:]),
    ("one tick and four later", np.s_[:-4], np.s_[4:]),
])
def test_rolls_are_independent(many, what, one, other):
    pairs = np.bincount(((many[one] & 15) << 4 | many[other] & 15).ravel(), minlength=256)
    assert 150 < chi_squared(pairs) < 375, what


def test_high_and_low_bits_of_a_roll_are_independent(many):
    pairs = np.bincount(((many >> 12) << 4 | many & 15).ravel(), minlength=256)
    assert 150 < chi_squared(pairs) < 375


def test_another_seed_or_purpose_is_another_chance():
    bits = Rolls(1, PLACES).bits(5, "rain")
    for other in (Rolls(2, PLACES).bits(5, "rain"), Rolls(1, PLACES).bits(5, "wind"), Rolls(1, PLACES).bits(6, "rain")):
        same = int((bits & 15 == other & 15).sum())
        assert abs(same - PLACES / 16) < 5 * (PLACES * 15 / 256) ** 0.5


def test_small_rolls_are_fair_over_seeds_and_ticks():
    found = np.bincount([roll(seed, tick, "shower") % 4 for seed in range(100) for tick in range(100)])
    assert chi_squared(found) < 20


def test_rolls_of_many_beings_are_those_of_each():
    assert rolls(3, 9, "brood", np.arange(50)).tolist() == [roll(3, 9, "brood", being) for being in range(50)]


def test_chance_is_the_same_on_every_machine():
    assert mixed(1) == 1753845952
    assert Rolls(1, 6).bits(0, "golden").tolist() == [23916, -2267, -5444, 6128, 8626, 23791]
    assert roll(1, 2, "golden", 3) == 4098255234

