"""Animals as they are to be drawn: each known by its number, so that it is seen to move from tile to tile."""

from __future__ import annotations

from collections.abc import Hashable

from game.desktop.drawing.noise import lot
from game.desktop.drawing.picture import Creature, Thing
from game.engine.animals import Animals
from game.engine.world import World

SPREAD = 0.56  # tiles over which those on one tile stand apart
FEATHERS_LIE = 32  # ticks
CARRIED = {"tree": "nut", "shrub": "fruit", "flower": "seed"}  # by the form of the plant whose seed it is
SIZES = {"squirrel": 0.92, "bird": 0.86, "hawk": 1.15}


class Wildlife:
    """Remembers where each animal was, to tell who is on the wing."""

    def __init__(self) -> None:
        self._now: dict[Hashable, int] = {}
        self._before: dict[Hashable, int] = {}
        self._caught: dict[int, int] = {}

    def passed(self, world: World) -> None:
        """Note where everyone is after the tick that has just passed."""
        self._caught |= {event.place: event.tick for event in world.events if event.note == "caught"}
        self._before = self._now
        self._now = {
            (animals.kind.name, ident): place
            for animals in world.animals
            for ident, place in zip(animals.column("ident").tolist(), animals.place.tolist(), strict=True)
        }

    def jumped(self) -> None:
        """The world is at another moment now: forget who came from where."""
        self._now, self._before, self._caught = {}, {}, {}

    def creatures(self, world: World) -> tuple[Creature, ...]:
        """All animals of this moment."""
        return tuple(creature for animals in world.animals for creature in self._herd(world, animals))

    def feathers(self, world: World) -> list[Thing]:
        """What is left where a hawk has caught a bird."""
        self._caught = {place: died for place, died in self._caught.items() if 0 <= world.tick - died < FEATHERS_LIE}
        where = (world.where(place) for place in self._caught)
        return [Thing("feather", column + 0.5, row + 0.7, scale=0.7) for row, column in where]

    def _herd(self, world: World, animals: Animals) -> list[Creature]:
        kind, found = animals.kind, []
        rows, columns = world.where(animals.place)
        each = zip(
            animals.column("ident").tolist(),
            animals.place.tolist(),
            rows.tolist(),
            columns.tolist(),
            animals.column("load").tolist(),
            animals.column("watching").tolist(),
            strict=True,
        )
        for ident, place, row, column, load, watching in each:
            key = kind.name, ident
            moved = self._before.get(key, place) != place
            found.append(
                Creature(
                    key,
                    kind.sprite,
                    column + 0.5 + SPREAD * (lot(ident, 1, 61) - 0.5),
                    row + 0.62 + SPREAD * 0.6 * (lot(ident, 2, 62) - 0.5),
                    flying=kind.form == "hawk" or (kind.form == "bird" and moved),
                    scale=SIZES[kind.form],
                    alert=bool(watching) and not moved,
                    carries=CARRIED[world.flora.kind(load).form] if load else "",
                )
            )
        return found
