"""Bees on their rounds: from the hive to three or four flowers, a moment over each, and home again."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot, sin
from random import Random

from game.desktop.drawing.picture import Hive

SPEED = 2.6  # tiles a second
LONGEST = 3.5  # seconds without a drawn frame after which rounds begin anew
AT_ONCE = 48  # bees drawn at most

Place = tuple[float, float]


@dataclass(slots=True)
class Bee:
    """One bee: where it has been, where it goes, from when until when, and then how long it stays."""

    hive: int
    phase: float
    start: Place
    stops: list[Place] = field(default_factory=list)
    left: float = 0.0
    arrives: float = 0.0
    leaves: float = 0.0


class Swarm:
    """All bees of a picture. Chance comes from a seed, time from the caller."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._bees: list[Bee] = []
        self._hives: tuple[Hive, ...] = ()
        self._clock = 0.0

    def know(self, hives: tuple[Hive, ...]) -> None:
        """Take the newest traffic; bees under way finish their round."""
        self._hives = hives

    def at(self, seconds: float, calm: bool = False) -> list[tuple[float, float, bool, float]]:
        """(x, y, heads east, phase) of every bee to draw, in tiles."""
        if calm:
            return self._resting()
        fresh = not 0 <= seconds - self._clock < LONGEST
        self._clock = seconds
        if fresh:
            self._bees = []
        self._balance(seconds, fresh)
        return [place for bee in self._bees if (place := self._flown(bee, seconds))]

    def _balance(self, seconds: float, fresh: bool) -> None:
        """As many bees of each hive as it has traffic; new ones leave the hive, fewer come home."""
        home = [bee for bee in self._bees if not bee.stops and seconds >= bee.leaves]
        wanted = [hive.bees if hive.flowers else 0 for hive in self._hives]
        total = sum(wanted)
        wanted = [count * AT_ONCE // total for count in wanted] if total > AT_ONCE else wanted
        for number, count in enumerate(wanted):
            out = sum(bee.hive == number for bee in self._bees)
            for bee in [bee for bee in home if bee.hive == number]:
                if out > count:
                    self._bees.remove(bee)
                    out -= 1
                else:
                    self._send(bee, seconds)
            for _ in range(out, count):
                hive = self._hives[number]
                bee = Bee(number, self._chance.random() * 6.3, (hive.x, hive.y))
                self._send(bee, seconds)
                if fresh:
                    bee.start = bee.stops.pop(0) if len(bee.stops) > 2 else bee.start
                    bee.left = seconds - self._chance.random() * (bee.arrives - bee.left)
                else:
                    bee.left += self._chance.random() * 2
                    bee.arrives += bee.left - seconds
                    bee.leaves += bee.left - seconds
                self._bees.append(bee)
        self._bees = [bee for bee in self._bees if bee.hive < len(wanted)]

    def _send(self, bee: Bee, seconds: float) -> None:
        hive = self._hives[bee.hive]
        weights = [weight for _, _, weight in hive.flowers]
        chosen = self._chance.choices(hive.flowers, weights, k=3 + int(self._chance.random() * 2))
        bee.start = (hive.x, hive.y)
        chosen.sort(key=lambda flower: hypot(flower[0] - hive.x, flower[1] - hive.y))
        spread = [(self._chance.uniform(-0.3, 0.3), self._chance.uniform(-0.15, 0.15)) for _ in chosen]
        bee.stops = [(x + dx, y + dy) for (x, y, _), (dx, dy) in zip(chosen, spread, strict=True)]
        bee.stops.append((hive.x, hive.y))
        self._time(bee, seconds)

    def _time(self, bee: Bee, seconds: float) -> None:
        way = hypot(bee.stops[0][0] - bee.start[0], bee.stops[0][1] - bee.start[1])
        bee.left, bee.arrives = seconds, seconds + 0.25 + way / SPEED
        bee.leaves = bee.arrives + (0.7 + self._chance.random() * 1.3 if len(bee.stops) > 1 else 0.6)

    def _flown(self, bee: Bee, seconds: float) -> tuple[float, float, bool, float] | None:
        if not bee.stops:
            return None
        if seconds >= bee.leaves:
            bee.start = bee.stops.pop(0)
            if not bee.stops:
                return None
            self._time(bee, seconds)
        (from_x, from_y), (to_x, to_y) = bee.start, bee.stops[0]
        share = max(0.0, min(1.0, (seconds - bee.left) / (bee.arrives - bee.left)))
        if share == 1.0 and len(bee.stops) == 1:
            return None
        share = share * share * (3 - 2 * share)
        aloft = share * (1 - share)
        x = from_x + (to_x - from_x) * share + 0.10 * sin(seconds * 3.1 + bee.phase) + aloft * 0.7 * sin(bee.phase * 5)
        y = from_y + (to_y - from_y) * share + 0.07 * sin(seconds * 5.3 + 2 * bee.phase) - aloft * 1.1
        return x, y, to_x > from_x, bee.phase

    def _resting(self) -> list[tuple[float, float, bool, float]]:
        """Without motion: each bee sits on a flower, the most visited ones first."""
        resting = []
        for hive in self._hives:
            visited = sorted(hive.flowers, key=lambda flower: -flower[2])[: min(hive.bees, AT_ONCE)]
            resting += [(x, y, x > hive.x, float(number % 2)) for number, (x, y, _) in enumerate(visited)]
        return resting
