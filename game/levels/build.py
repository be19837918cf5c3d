"""From fields that are sound to the Level that play and engine use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath

from game.engine.calendar import YEAR
from game.engine.commons import TRUST
from game.engine.species import Species
from game.engine.weather import Spell
from game.levels.bonds import PartnershipFields
from game.levels.creatures import AnimalFields
from game.levels.level import (
    Beyond,
    Crust,
    Goal,
    Handful,
    Hive,
    Home,
    Level,
    Luck,
    Patch,
    Perch,
    Planted,
    Plot,
    Predict,
    Soil,
    Star,
    Threads,
    Tip,
    Weather,
    Wild,
)
from game.levels.library import Kind
from game.levels.meaning import COMMON_LETTERS
from game.levels.people import HomeFields, rules_of
from game.levels.roll import Roll
from game.levels.schema import GoalFields, LevelFields, SpellFields
from game.levels.sketch import Sketch
from game.levels.tiles import LegendFields, SoilFields

GROUND_CODES = {"soil": 0, "rock": 1, "water": 2, "path": 3, "home": 4, "fence": 5}


def build(fields: LevelFields, sketch: Sketch, kinds: Mapping[str, Kind],
          partnerships: Mapping[str, PartnershipFields], roll: Roll, name: str, text: str) -> Level:
    """The level. `kinds` are all species that are known, `partnerships` likewise; only what is present is kept."""
    tiles = list(_tiles(fields, sketch))
    sorts = {name: kind.kind for name, kind in kinds.items()}
    taking_part = {bond: partnerships[bond].present(roll.life, sorts) for bond in sorted(partnerships)}
    soil = _soil(Soil(), fields.soil)
    last = fields.years * YEAR
    return Level(
        name=PurePath(name).stem, title=fields.title, story=fields.story.strip(), minutes=fields.minutes,
        age=fields.age, seed=fields.seed, years=fields.years,
        width=len(sketch.rows[0]), height=len(sketch.rows),
        ground=bytes(GROUND_CODES[entry.kind] for _, _, entry in tiles),
        soil=soil,
        patches=tuple(Patch(x, y, _soil(soil, entry.soil)) for x, y, entry in tiles if entry.soil),
        plants=tuple(Planted(entry.plant.species, x, y, entry.plant.stage) for x, y, entry in tiles if entry.plant),
        hives=tuple(Hive(entry.hive.colony, x, y, entry.hive.workers, entry.hive.honey)
                    for x, y, entry in tiles if entry.hive),
        homes=tuple(_home(entry.home, x, y) for x, y, entry in tiles if entry.home),
        tip=next((Tip(x, y, 0 if entry.tip is True else entry.tip) for x, y, entry in tiles if entry.tip), None),
        luck=Luck() if fields.luck is None else Luck(fields.luck.chance, tuple(fields.luck.fortunes)),
        plots=tuple(Plot(x, y, entry.plot) for x, y, entry in tiles if entry.plot),
        council=None if fields.council is None else fields.council.trust,
        fund=fields.fund is not None, tended=TRUST if fields.fund is None else fields.fund.tended,
        rules=rules_of(fields.fund, fields.rules),
        crusts=tuple(Crust(x, y, entry.lichen.fungus, entry.lichen.alga) for x, y, entry in tiles if entry.lichen),
        threads=tuple(Threads(x, y, entry.threads) for x, y, entry in tiles if entry.threads),
        animals=tuple(Wild(animal, x, y, count) for x, y, entry in tiles for animal, count in entry.animals.items()),
        perches=tuple(Perch(x, y) for x, y, entry in tiles if entry.perch),
        guests=dict(sorted(fields.guests.items())), beyond=_beyond(fields, kinds),
        weather=Weather(**fields.weather.model_dump()), stress=fields.stress,
        spells=tuple(_spell(spell) for spell in fields.events),
        hand=tuple(Handful(handful.give, handful.count) for handful in fields.hand),
        verbs={verb.do: verb.count for verb in fields.verbs}, days=fields.days,
        set_out=fields.set_out, set_out_tiles=tuple((x, y) for x, y, entry in tiles if entry.set_out),
        goals=tuple(_goal(goal, last) for goal in fields.goals),
        stars=tuple(Star(star.title, tuple(_goal(goal, last) for goal in star.needs)) for star in fields.stars),
        hints=tuple(fields.hints), predict=_predict(fields), reflect=tuple(fields.reflect),
        evidence=fields.evidence.badge, evidence_note=fields.evidence.note.strip(),
        attribution=fields.attribution.strip(), sources=tuple(fields.sources), standards=tuple(fields.standards),
        life=_life(kinds, roll),
        partnerships=tuple(partnerships[bond].partnership(bond, here) for bond, here in taking_part.items() if here),
        members=roll.members, text=text)


def room_to_set_out(fields: LevelFields, sketch: Sketch) -> int:
    """On how many tiles a plant could be set out before time begins."""
    free = [entry for _, _, entry in _tiles(fields, sketch)
            if entry.kind == "soil" and entry.plant is None and entry.hive is None]
    return len([entry for entry in free if entry.set_out] or free)


def _home(fields: HomeFields, x: int, y: int) -> Home:
    told = fields.model_dump()
    return Home(**told | {"needs": tuple(fields.needs)}, x=x, y=y)


def _spell(fields: SpellFields) -> Spell:
    begins = (fields.year - 1) * YEAR
    return Spell(fields.weather, begins + fields.from_day, begins + fields.to_day, fields.strength, fields.announced)


def _life(kinds: Mapping[str, Kind], roll: Roll) -> tuple[Species, ...]:
    return tuple(kinds[name].being(name) for name in roll.life)


def _beyond(fields: LevelFields, kinds: Mapping[str, Kind]) -> Beyond:
    """What the author says, or else as much as the guests are made of when they come in."""
    if fields.beyond is not None:
        return Beyond(fields.beyond.carbon, fields.beyond.mineral)
    carbon = mineral = 0
    for name, count in fields.guests.items():
        if isinstance(kind := kinds[name], AnimalFields):
            carbon += count * kind.comfort
            mineral += count * 2 * kind.mineral
    return Beyond(carbon, mineral)


def _tiles(fields: LevelFields, sketch: Sketch) -> Iterator[tuple[int, int, LegendFields]]:
    legend = {letter: LegendFields(ground=ground) for letter, ground in COMMON_LETTERS.items()} | fields.legend
    for y, row in enumerate(sketch.rows):
        for x, letter in enumerate(row):
            yield x, y, legend[letter]


def _soil(usual: Soil, fields: SoilFields) -> Soil:
    return replace(usual, **fields.model_dump(exclude_none=True))


def _goal(fields: GoalFields, last: int) -> Goal:
    """A year's goal is looked at until its last tick; `at_end` when the level is over, at tick `last`."""
    goal = Goal(fields.text, fields.measure, fields.member, fields.at_least, fields.at_most, "at_end", last, last)
    if fields.by_year is not None:
        return replace(goal, when="by", first_tick=0, last_tick=fields.by_year * YEAR)
    if fields.from_year is not None and fields.through_year is not None:
        return replace(goal, when="through", first_tick=(fields.from_year - 1) * YEAR,
                       last_tick=fields.through_year * YEAR)
    return goal


def _predict(fields: LevelFields) -> Predict | None:
    asked = fields.predict
    if asked is None:
        return None
    answer = None if asked.answer is None else asked.choices.index(asked.answer)
    pictures = tuple(
        tuple(tuple(asked.legend.get(letter, "") for letter in line.strip()) for line in picture.strip().split("\n"))
        for picture in asked.pictures
    )
    return Predict(asked.question, tuple(asked.choices), answer, pictures)
