"""Homes on the land, drawn so that one sees how they fare; their plots, and the tip with what lies on it.

Windows are lit where all are fed and warm, and shuttered where something is short; behind drawn curtains somebody is
ill. Smoke rises while wood burns. A woodpile and a barrel hold what the stores do; the bench at the door is set for
two where people come by.
"""

from __future__ import annotations

from game.desktop.drawing.picture import Thing
from game.engine import calendar
from game.engine.doughnut import FLOOR
from game.engine.world import World

FOOT = 0.95  # of a tile, where a house stands
WOOD_STEPS, WATER_STEPS = (1, 5, 13), (1, 9)  # in store, from which one drawing after the other shows more
COMPANY_STEPS = (34, 67)  # company of late, likewise: flowers on the bench, and two cups beside them
TIP_STEPS = (1, 16, 48)  # motes on the tip, likewise
# tiles from the home's corner
BESIDE = {"woodpile": (-0.72, 1.06), "barrel": (1.52, 1.04), "basket": (1.0, 1.1), "bench": (0.0, 1.02)}
CHILDREN = ((0.12, 1.16), (-0.16, 1.12), (1.2, 1.16))  # where the second who lives there is seen, the third, the fourth
SMALL = {"basket": 0.42, "child": 0.9}


def homesteads(world: World) -> list[Thing]:
    """Each home with what stands beside it, each plot's border, and the tip."""
    things = [thing for home in range(len(world.households)) for thing in _homestead(world, home)]
    return [*things, *_borders(world), *_tip(world)]


def _homestead(world: World, home: int) -> list[Thing]:
    homes = world.households
    row, column = (int(each) for each in world.where(int(homes.place[home])))
    needs, wood = homes.needs[home], int(homes.woodpile.amount[home])
    things = [Thing("house", column + 0.5, row + FOOT, house_stage(world, home), flip=False)]
    if "warmth" in needs:
        things.append(_beside("woodpile", column, row, str(_step(wood, WOOD_STEPS))))
        if wood and (calendar.season(world.tick) == calendar.WINTER or world.weather("frost")):
            things.append(Thing("smoke", column + 0.5, row + FOOT + 0.01, flip=False))
    if "water" in needs:
        things.append(_beside("barrel", column, row, str(_step(int(homes.jar.amount[home]), WATER_STEPS))))
    if "care" in needs:
        things.append(_beside("bench", column, row, str(_step(int(homes.column("care")[home]), COMPANY_STEPS))))
    if homes.column("glad_until")[home] > world.tick:
        things.append(_beside("basket", column, row))
    for number, (x, y) in enumerate(CHILDREN[: int(homes.column("mouths")[home]) - 1]):
        things.append(Thing("child", column + x, row + y, scale=SMALL["child"], flip=bool(number % 2)))
    return things


def house_stage(world: World, home: int) -> str:
    """How a house looks: ill, dark where something that one can store is short, or lit."""
    if world.households.column("ill_until")[home] > world.tick:
        return "ill"
    met = world.households.met(home)
    return "dark" if any(met[need] < FLOOR for need in met if need != "care") else ""


def _beside(sprite: str, column: int, row: int, stage: str = "") -> Thing:
    x, y = BESIDE[sprite]
    return Thing(sprite, column + x, row + y, stage, scale=SMALL.get(sprite, 1.0), flip=False)


def tip_step(lies: int) -> int:
    """Which drawing of the tip shows so many motes."""
    return _step(lies, TIP_STEPS)


def _step(held: int, steps: tuple[int, ...]) -> int:
    return sum(held >= least for least in steps)


def _borders(world: World) -> list[Thing]:
    """Posts and cord wherever a plot meets what is not of it."""
    plot = world.map("plot")
    things = []
    for row, column in zip(*(each.tolist() for each in plot.nonzero()), strict=True):
        owner = plot[row, column]

        def ends(x: int, y: int, owner: int = owner) -> bool:
            inside = 0 <= y < world.height and 0 <= x < world.width
            return not inside or plot[y, x] != owner

        if ends(column, row - 1):
            things.append(Thing("plot_edge", column + 0.5, row + 0.1, flip=False))
        if ends(column, row + 1):
            things.append(Thing("plot_edge", column + 0.5, row + 1.0, flip=False))
        if ends(column - 1, row):
            things.append(Thing("plot_side", column + 0.03, row + 1.0, flip=False))
        if ends(column + 1, row):
            things.append(Thing("plot_side", column + 0.97, row + 1.0, flip=False))
    return things


def _tip(world: World) -> list[Thing]:
    commons = world.commons
    if not commons.tip_place:
        return []
    row, column = (int(each) for each in world.where(commons.tip_place))
    lies = int(commons.tip_carbon.amount[0] + commons.tip_mineral.amount[0])
    return [Thing("tip", column + 0.5, row + FOOT, str(tip_step(lies)), flip=False)]
