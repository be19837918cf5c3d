"""Rock and what comes alive on it: stones, lichen in small steps, cracks, first earth."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.desktop.drawing.noise import lot
from game.desktop.drawing.picture import HARD_ROCK, ROCK, Mark, Thing
from game.engine import tiles as engine
from game.engine.systems.lichen import CRUST, SOIL_FROM
from game.engine.world import World

CRUST_STEPS, ALONE_STEPS, CRACK_STEPS = 8, 3, 3  # drawings there are
STONES = 0.2  # share of rock tiles on which a stone lies
ON_STONE = (("thin", 1), ("rock", CRUST // 3), ("full", 2 * CRUST // 3))  # units of crust from which it is seen so
CRACKS_FROM = SOIL_FROM // 4  # mineral in the litter


def on_rock(world: World, terrain: npt.NDArray[np.int8]) -> list[Mark]:
    """What grows flat on the land that was rock at the opening, the lowest first."""
    rows, columns = np.nonzero((terrain == ROCK) | (terrain == HARD_ROCK))
    if not len(rows):
        return []
    ground = world.map("ground")[rows, columns]
    deep = world.map(world.litter_mineral)[rows, columns]
    fungus, alga = partners(world)
    each = zip(
        rows.tolist(),
        columns.tolist(),
        ground.tolist(),
        deep.tolist(),
        fungus[rows, columns].tolist(),
        alga[rows, columns].tolist(),
        strict=True,
    )
    bank, earth, growth, cracks, crusts = [], [], [], [], []
    for row, column, kind, litter, fungi, algae in each:
        if kind == engine.SOIL:
            bank.append(Mark("earth_bank", column, row))
            earth.append(Mark("earth", column, row))
            growth.append(Mark("earth_growth", column, row))
            continue
        if litter >= CRACKS_FROM:
            step = min(CRACK_STEPS, 1 + (litter - CRACKS_FROM) * CRACK_STEPS // (SOIL_FROM - CRACKS_FROM))
            cracks.append(Mark(f"crack_{step}", column, row))
        if fungi and algae:
            step = 1 + (min(fungi + algae, CRUST) - 1) * CRUST_STEPS // CRUST
            variant = "a" if lot(row, column, 7) < 0.5 else "b"
            crusts.append(Mark(f"crust_{variant}_{step}", column, row, 0.5 + 0.5 * lot(row, column, 8)))
        elif fungi or algae:
            step = min(ALONE_STEPS, 1 + (fungi + algae) * ALONE_STEPS // CRUST)
            crusts.append(Mark(f"{'hyphae' if fungi else 'film'}_{step}", column, row))
    return [*bank, *earth, *growth, *crusts, *cracks]


def stones(world: World, terrain: npt.NDArray[np.int8]) -> list[Thing]:
    """Boulders here and there on rock, none before a door, with as much lichen on them as there is around."""
    rows, columns = np.nonzero((terrain == ROCK) & (world.map("ground") == engine.ROCK))
    fungus, alga = partners(world)
    doors = {(row + 1, column) for row, column in map(world.where, world.households.place.tolist())}
    found = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        if lot(row, column, 5) < STONES and (row, column) not in doors:
            crust = int(fungus[row, column] + alga[row, column]) if fungus[row, column] and alga[row, column] else 0
            name = next((f"lichen_{name}" for name, least in reversed(ON_STONE) if crust >= least), "rock")
            scale = 0.62 + 0.3 * lot(row, column, 6)
            found.append(Thing(name, column + 0.5, row + 0.5, scale=round(scale, 1), settled=True))
    return found


def partners(world: World) -> tuple[npt.NDArray[np.int16], npt.NDArray[np.int16]]:
    """Fungus and alga of each tile, none where there is no lichen."""
    if world.lichens is None:
        nothing = np.zeros((world.height, world.width), np.int16)
        return nothing, nothing
    return world.map(world.lichens.fungus), world.map(world.lichens.alga)
