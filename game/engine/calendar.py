"""The year: 128 ticks, four seasons of 32, and how high the sun stands."""

from __future__ import annotations

YEAR = 128
SEASON = 32
SEASONS = ("spring", "summer", "autumn", "winter")
SPRING, SUMMER, AUTUMN, WINTER = range(4)
LEAF_FALL = range(88, 96)
HIGHEST_SUN = 16
LOWEST_SUN = 4


def day(tick: int) -> int:
    """The tick's place in its year, 0 to 127."""
    return tick % YEAR


def season(tick: int) -> int:
    """SPRING, SUMMER, AUTUMN or WINTER."""
    return day(tick) // SEASON


def year(tick: int) -> int:
    """Which year it is; the first is 1."""
    return tick // YEAR + 1


def sun(tick: int) -> int:
    """Sunlight: 16 at midsummer (day 32), 4 at midwinter (day 96)."""
    from_midsummer = abs((tick + SEASON) % YEAR - YEAR // 2)
    return HIGHEST_SUN - (from_midsummer * (HIGHEST_SUN - LOWEST_SUN) >> 6)
