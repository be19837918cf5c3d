"""What is to be seen at a glance of a tile: who stands there, in what state, and what is wanting."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.desktop.scenes.play import homes
from game.desktop.scenes.play.depiction import DAMP_FROM
from game.desktop.scenes.play.homesteads import house_stage, tip_step
from game.desktop.scenes.play.plants import SHOWS_FROM, STAGES
from game.desktop.scenes.play.stones import partners
from game.desktop.scenes.play.tools import ripens
from game.engine import calendar
from game.engine import tiles as engine
from game.engine.needs import MOIST
from game.engine.stages import STAGES as STAGE_NAMES
from game.engine.stages import stages
from game.engine.systems.lichen import HARD_BELOW, SOIL_FROM
from game.engine.world import LACKS, World
from game.play.names import time, title
from game.play.session import Session
from game.play.verbs.home import home_at
from game.words import counted, say

ROOTS_FIND = 4  # mineral in soil below which roots, that draw a quarter of it, find none
NEW = 4  # ticks for which a plant is called new
GROUND_SPRITES = {
    engine.SOIL: "tuft_daisies",
    engine.ROCK: "rock",
    engine.WATER: "lily",
    engine.PATH: "pebble_0",
    engine.HOME: "house",
    engine.FENCE: "fence",
}


@dataclass(frozen=True, slots=True)
class Glance:
    """A title, a line on its state, and a want (or empty). `drawing` names the sprite and the stages that fit it;
    `stores` says what a home has, where that is not told beside each need."""

    title: str
    state: str
    want: str
    drawing: tuple[str, tuple[str, ...]]
    stores: str = ""

    def sprite(self, known: frozenset[str]) -> str:
        """The name of a drawing there is."""
        name, fitting = self.drawing
        return next((f"{name}_{stage}" for stage in fitting if f"{name}_{stage}" in known), name)


def glance(session: Session, tile: tuple[int, int]) -> Glance:
    """What a player sees of a tile (column, row)."""
    column, row = tile
    world = session.world
    place = world.place(row, column)
    number = int(world.flora.species[place])
    if number:
        return _on_plot(_plant(session, row, column, number), world, place)
    for colonies in world.colonies:
        for hive, where in enumerate(colonies.place.tolist()):
            if where == place:
                workers, honey = int(colonies.workers.amount[hive]), int(colonies.honey.amount[hive])
                words = counted("play.glance.hive", workers, honey=honey)
                want = "" if workers else say("play.glance.empty_hive")
                return Glance(_capital(title(world, colonies.kind.name, many=True)), words, want, ("hive", ()))
    if place == world.commons.tip_place:
        return _tip(world)
    if (home := home_at(world, column, row)) is not None:
        lacks = homes.worst(world, home)
        state = " · ".join(filter(None, (homes.people(world, home), homes.luck(world, home))))
        want = say(f"play.want.home.{lacks}") if lacks else ""
        drawing = ("house", (house_stage(world, home),))
        stores = " · ".join(homes.stores(world, home))
        return Glance(homes.name(world, home), state, want, drawing, stores)
    return _on_plot(_ground(session, row, column), world, place)


def _on_plot(seen: Glance, world: World, place: int) -> Glance:
    """The same, and whose land it is, if it is not common land."""
    owner = int(world.plot[place])
    if not owner:
        return seen
    whose = say("play.glance.plot", name=homes.name(world, owner - 1))
    return replace(seen, state=" · ".join(filter(None, (seen.state, whose))))


def _tip(world: World) -> Glance:
    """What was thrown away and lies there still."""
    commons = world.commons
    lies = int(commons.tip_carbon.amount[0]) + int(commons.tip_mineral.amount[0])
    state = say("play.glance.tip_lies", motes=lies) if lies else say("play.glance.tip_empty")
    return Glance(say("play.glance.tip"), state, "", ("tip", (str(tip_step(lies)),)))


def _plant(session: Session, row: int, column: int, number: int) -> Glance:
    world = session.world
    kind = world.flora.kind(number)
    stage = int(stages(world)[row, column])
    age = int(world.map("age")[row, column])
    lack, since = LACKS[world.map("lack")[row, column]], int(world.map("lack_ticks")[row, column])
    state = say(
        "play.glance.plant",
        stage=say(f"play.stage.{STAGE_NAMES[stage]}"),
        age=_age(age),
        ripe=_ripe(session, row, column),
    )
    dark = lack == "light" and calendar.season(world.tick) == calendar.WINTER
    want = say(f"play.want.{lack}", time=time(since)) if lack != "nothing" and since >= SHOWS_FROM and not dark else ""
    return Glance(_capital(kind.title), state, want, (kind.sprite, STAGES[stage]))


def _ground(session: Session, row: int, column: int) -> Glance:
    world = session.world
    ground = int(world.map("ground")[row, column])
    name = engine.GROUNDS[ground]
    water, mineral = int(world.map(world.soil_water)[row, column]), int(world.map(world.soil_mineral)[row, column])
    drawing = GROUND_SPRITES[ground]
    fungus, alga = partners(world)
    here = world.place(row, column)
    if world.perches is not None and world.perches.standing.amount[here]:
        return Glance(say("play.glance.perch"), say("play.glance.perch_state"), "", ("perch", ()))
    for animals in world.animals:
        if here in animals.place:
            return Glance(_capital(animals.kind.title), "", "", (f"{animals.kind.sprite}_a", ()))
    if ground == engine.ROCK:
        share = min(99, 100 * int(world.litter_mineral.amount[here]) // SOIL_FROM)
        hard = world.lichens is not None and world.subsoil.amount[here] < HARD_BELOW
        state = say("play.glance.near_soil", share=share) if share else say("play.glance.hard") if hard else ""
        if fungus[row, column] or alga[row, column]:
            drawing = "lichen_rock" if fungus[row, column] and alga[row, column] else "lichen_thin"
            living = say("play.glance.lichen", fungus=int(fungus[row, column]), alga=int(alga[row, column]))
            state = " · ".join(filter(None, (living, state)))
    elif ground == engine.SOIL:
        state = say(
            "play.glance.soil",
            wet=say(f"play.glance.{'dry' if water < MOIST else 'moist' if water < DAMP_FROM else 'wet'}", water=water),
            rich=say(f"play.glance.{'poor' if mineral < ROOTS_FIND else 'rich'}", mineral=mineral),
        )
    elif ground == engine.WATER:
        state = say("play.glance.pond", water=water)
    else:
        state = ""
    return Glance(say(f"play.ground.{name}"), state, "", (drawing, ()))


def _ripe(session: Session, row: int, column: int) -> str:
    """How many seeds are ripe; of a grown plant without any, when they ripen, or that its heads stayed empty."""
    world = session.world
    count = int(world.map(world.fruit)[row, column])
    if count:
        return say("play.glance.ripe", count=count)
    number = int(world.map("species")[row, column])
    season = ripens(world, number)
    if not season or world.map(world.body)[row, column] < world.flora.kind(number).flowers_at:
        return ""
    over = calendar.day(world.tick) > world.flora.kind(number).sets_fruit[1]
    return say("play.glance.empty_heads" if over else "play.glance.ripens", season=season)


def _age(ticks: int) -> str:
    if ticks < NEW:
        return say("play.glance.new")
    if ticks < calendar.YEAR:
        return say("play.glance.old", time=time(ticks))
    years = ticks // calendar.YEAR
    return say("play.glance.one_year" if years == 1 else "play.glance.years", years=years)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
