"""How fast time passes: pause, once, twice, four or eight times four ticks a second."""

from __future__ import annotations

from game.engine import calendar

TICKS = 4  # a second at normal speed
SPEEDS = (1, 2, 4, 8)
WAITED_FOR = 0.35  # of a season: so late may it be seen, and as long again it may take to fade in
MOST_AT_ONCE = 4  # ticks in one frame; a slow machine lets time pass more slowly rather than stand still


class Pace:
    """Turns real seconds into ticks. `fraction` is the way from the last tick to the next one."""

    def __init__(self) -> None:
        self.running = False
        self.speed = 1
        self._due = 0.0

    @property
    def fraction(self) -> float:
        return min(1.0, self._due) if self.running else 1.0

    @property
    def patience(self) -> float:
        """Seconds that the picture of a new season may be waited for."""
        return WAITED_FOR * calendar.SEASON / (TICKS * self.speed)

    def ticks(self, seconds: float) -> int:
        """How many ticks have come due."""
        if not self.running:
            return 0
        self._due += seconds * TICKS * self.speed
        due = int(self._due)
        self._due -= due
        return min(due, MOST_AT_ONCE)

    def run(self, speed: int | None = None) -> None:
        """Let time pass, at `speed` or as fast as before."""
        self.speed = speed or self.speed
        self.running = True

    def pause(self) -> None:
        self.running = False
        self._due = 0.0

    def change(self, by: int) -> None:
        """One speed up or down; slower than normal is a pause, faster from a pause is normal."""
        if not self.running:
            if by > 0:
                self.run(SPEEDS[0])
            return
        number = SPEEDS.index(self.speed) + by
        if number < 0:
            self.pause()
        else:
            self.speed = SPEEDS[min(number, len(SPEEDS) - 1)]
