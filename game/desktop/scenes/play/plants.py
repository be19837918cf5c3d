"""Plants as they are to be drawn: their stage and size, what they lack, and what is left of those that died."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from game.desktop.drawing.palette import PETALS
from game.desktop.drawing.picture import Thing
from game.engine import stages as engine
from game.engine.species import Form
from game.engine.world import LACKS, World

STAGES: dict[int, tuple[str, ...]] = {
    engine.SEEDLING: ("seedling",),
    engine.GROWING: ("growing", "young", "mature"),
    engine.BLOOM: ("bloom", "flower", "mature"),
    engine.SEED: ("seed", "fruit"),
    engine.RESTING: ("spent", "growing", "young", "mature"),
}
"""For each stage the names its drawing may have, the fitting one first."""
GROWN = ("mature", "growing")  # the same for a grown shrub or tree without flower or fruit
SHOWS_FROM, WORST_AT = 4, 24  # ticks of want from which a plant shows it, and at which it shows it most
LEFT: dict[Form, tuple[str, int]] = {
    "flower": ("dead_plant", 24),
    "shrub": ("dead_plant", 48),
    "tree": ("dead_wood", 128),
}
"""What is left of a dead plant, and for how many ticks it is seen."""
SIZES = (0.72, 0.82, 0.91, 1.0, 1.08)  # of shrubs and trees as they grow


class _Seen(NamedTuple):
    """What a plant is drawn by."""

    sprite: str
    names: tuple[str, ...]
    column: int
    row: int
    stems: int
    scale: float
    droop: float
    pale: float
    petals: str


class Plants:
    """Remembers how large each was drawn, so that nothing flickers, and who died of late."""

    def __init__(self, drawings: frozenset[str]) -> None:
        self._drawings = drawings
        self._things: dict[_Seen, Thing] = {}
        self._steps: dict[int, int] = {}
        self._dead: dict[int, tuple[int, str, int]] = {}

    def passed(self, world: World) -> None:
        """Note who has died in the tick that has just passed."""
        for event in world.events:
            number = world.flora.index.get(event.who)
            if event.kind == "died" and event.place >= 0 and number is not None:
                form = world.flora.kind(number).form
                self._dead[event.place] = (event.tick, *LEFT[form])

    def jumped(self) -> None:
        """The world is at another moment now: forget what led to the one before."""
        self._dead.clear()
        self._steps.clear()

    def things(self, world: World) -> list[Thing]:
        """All plants of this moment."""
        species, stages = world.map("species"), engine.stages(world)
        rows, columns = np.nonzero(species)
        lack, since, body = world.map("lack"), world.map("lack_ticks"), world.map(world.body)
        things = []
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            kind = world.flora.kind(int(species[row, column]))
            stage, grown = int(stages[row, column]), int(body[row, column])
            missing = LACKS[lack[row, column]]
            want = _third(int(since[row, column]))
            place = world.place(row, column)
            stems, scale, names = 1, 1.0, STAGES[stage]
            if kind.form == "flower":
                now = 1 if grown < kind.flowers_at else 2 if 2 * grown < 3 * kind.flowers_at else 3
                stems = self._steadied(place, now, grown, kind.flowers_at // 2)
            elif stage != engine.SEEDLING:
                now = 1 + min(len(SIZES) - 1, grown * len(SIZES) // kind.body)
                scale = SIZES[self._steadied(place, now, grown, kind.body // len(SIZES)) - 1]
                if grown >= kind.flowers_at and stage in (engine.GROWING, engine.RESTING):
                    names = GROWN
            droop = want if missing == "water" else 0.0
            pale = want if missing == "mineral" else 0.0
            seen = _Seen(kind.sprite, names, column, row, stems, scale, droop, pale, PETALS.get(kind.colour or "", ""))
            things.append(self._things.get(seen) or self._drawn(seen))
        return things + self._left(world)

    def _left(self, world: World) -> list[Thing]:
        """What is left of the dead where nothing has grown since."""
        species, things = world.flora.species, []
        for place, (died, name, lasts) in list(self._dead.items()):
            if species[place] or not 0 <= world.tick - died < lasts:
                del self._dead[place]
            else:
                row, column = world.where(place)
                things.append(Thing(name, column + 0.5, row + 0.5, settled=True))
        return things

    def _drawn(self, seen: _Seen) -> Thing:
        fitting = (name for name in seen.names if f"{seen.sprite}_{name}" in self._drawings)
        thing = Thing(
            seen.sprite,
            seen.column + 0.5,
            seen.row + 0.5,
            next(fitting, ""),
            scale=seen.scale,
            droop=seen.droop,
            pale=seen.pale,
            colour=seen.petals,
            stems=seen.stems,
            settled=True,
        )
        self._things[seen] = thing
        return thing

    def _steadied(self, place: int, now: int, body: int, step: int) -> int:
        """The size `now`; but a plant must lose half a `step` of its body before it is drawn smaller."""
        before = self._steps.get(place, now)
        if now == before - 1 and body >= step * now - step // 2:
            now = before
        self._steps[place] = now
        return now


def _third(ticks: int) -> float:
    if ticks < SHOWS_FROM:
        return 0.0
    return (1 + min(2, 2 * (ticks - SHOWS_FROM) // (WORST_AT - SHOWS_FROM))) / 3
