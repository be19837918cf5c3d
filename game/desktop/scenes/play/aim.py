"""What the chosen tool would do at a tile, said and shown before it is done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.desktop.scenes.play import homes
from game.desktop.scenes.play.tools import LOADS, Share, Tool, action, not_ripe
from game.engine.households import CONTENT
from game.engine.systems.blossom import in_full_bloom
from game.engine.systems.lichen import HARD_BELOW
from game.engine.systems.sky import MULCH_FROM
from game.engine.world import World
from game.play.actions import (
    Action,
    Carry,
    Compost,
    Connect,
    Feed,
    Gather,
    Give,
    Inoculate,
    Invite,
    Mulch,
    Plant,
    Restore,
    Visit,
    Water,
)
from game.play.names import time, title
from game.play.refusal import Refusal
from game.play.session import Session
from game.play.stores import lasts
from game.play.verbs.feed import NEAR
from game.play.verbs.home import home_at
from game.play.verbs.visit import CARE
from game.words import counted, say

Tile = tuple[int, int]
"""Column and row."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An action at a tile: refused, or with the tiles it reaches and, in words, what it takes and brings.

    `gain` is how much more bees would see of all flowers; `partners` stand around and set a flower off.
    """

    action: Action
    refusal: Refusal | None
    reach: frozenset[Tile]
    words: str
    gain: int = 0
    partners: tuple[Tile, ...] = ()


def aim(session: Session, tool: Tool, share: Share, tile: Tile) -> Aim | None:
    """What `tool` would do at `tile`; None for a tool that is not used on tiles."""
    wanted = action(session, tool, share, *tile)
    if wanted is None:
        return None
    refused = session.refusal(wanted)
    if refused is not None:
        return Aim(wanted, refused, frozenset(), _not_now(session.world, wanted, refused))
    preview = session.preview(wanted)
    world = session.world
    reach = frozenset(_tile(world, place) for place in preview.places.tolist())
    words, gain = _words(session, wanted, preview.units, len(reach)), 0
    partners: list[tuple[int, Tile]] = []
    if isinstance(wanted, Plant) and wanted.species in world.flora.index:
        partners = _partners_around(world, world.flora.index[wanted.species], tile)
        words, gain = _seen_by_bees(world, wanted, partners)
    if preview.costs_a_day:
        words += " " + say("play.aim.costs_a_day")
    lit = tuple(where for _, where in partners)
    return Aim(wanted, None, reach | frozenset(lit), words.strip(), gain, lit)


def _words(session: Session, wanted: Action, units: int, tiles: int) -> str:
    world = session.world
    match wanted:
        case Plant():
            return say("play.aim.swarm", kinds=title(world, wanted.species, many=True))
        case Inoculate():
            return _meets(world, wanted)
        case Invite():
            return say("play.aim.invite", tiles=tiles)
        case Connect():
            return say("play.aim.connect")
        case Water():
            return counted("play.aim.water", tiles, units=units)
        case Mulch():
            covered = world.litter_carbon.amount[world.place(wanted.y, wanted.x)] >= MULCH_FROM
            return say("play.aim.mulch_covered" if covered else "play.aim.mulch")
        case Gather():
            places = world.places_around(world.place(wanted.y, wanted.x))
            ripe = int(world.fruit.amount[places].sum())
            return counted("play.aim.gather", ripe, units=units, kinds=_taken_from(world, wanted))
        case Give():
            kind, home = title(world, wanted.species), home_at(world, wanted.x, wanted.y)
            if home is None:
                return counted("play.aim.give_land", units, kind=kind, tiles=tiles)
            meals = units * world.flora.kind(world.flora.index[wanted.species]).fruit_carbon
            eaten = counted("play.aim.meals", meals)
            return counted("play.aim.give_home", units, kind=kind, name=homes.name(world, home), meals=eaten)
        case Feed():
            return counted("play.aim.feed", units, kind=title(world, wanted.species), tiles=NEAR)
        case Compost():
            return counted("play.aim.compost", units, kind=title(world, wanted.species), tiles=tiles)
        case Restore():
            return counted("play.aim.restore", tiles, units=units)
        case Visit():
            return _called_on(world, home_at(world, wanted.x, wanted.y) or 0)
        case Carry():
            return _brought(world, wanted, home_at(world, wanted.x, wanted.y) or 0, units)
    return ""


def _called_on(world: World, home: int) -> str:
    """What a visit does to those who live there, and to the fund."""
    met, name = world.households.met(home), homes.name(world, home)
    said = [say("play.aim.visit", name=name)]
    if "care" in met:
        said = [say("play.aim.visit_care", name=name, now=met["care"], then=min(CONTENT, met["care"] + CARE))]
    return " ".join([*said, say("play.aim.tends")] if world.commons.open else said)


def _brought(world: World, wanted: Carry, home: int, units: int) -> str:
    """What is carried where, and for how long a home has enough of it then."""
    name, need = homes.name(world, home), LOADS[wanted.load]
    said = say(f"play.aim.carry_{wanted.load}", name=name, units=units)
    if need not in world.households.needs[home]:
        return f"{said} {say('play.aim.no_use', name=name)}"
    return f"{said} {say(f'play.aim.lasts_{wanted.load}', time=time(lasts(world, home, need, units)))}"


def _not_now(world: World, wanted: Action, refused: Refusal) -> str:
    """Why it is not possible; of seeds also when they ripen, or that half of so few is none."""
    if refused.reason != "nothing_ripe" or not isinstance(wanted, Gather):
        return str(refused)
    places = world.places_around(world.place(wanted.y, wanted.x))
    if world.fruit.amount[places].any():
        return say("play.aim.half_is_none")
    return not_ripe(world, places)


def _meets(world: World, wanted: Inoculate) -> str:
    """Whom a flake or spores would find here."""
    place = world.place(wanted.y, wanted.x)
    halves = world.lichens.halves if world.lichens is not None else ()
    if any(wanted.species == kind.name for kind, _, _ in halves):
        kind, living = next((kind, living) for kind, living, _ in halves if kind.name != wanted.species)
        words = say("play.aim.flake_meets" if living.amount[place] else "play.aim.flake", kind=kind.title)
        hard = world.rock[place] and world.subsoil.amount[place] < HARD_BELOW
        return f"{words} {say('play.aim.hard')}" if hard else words
    around = world.places_around(place)
    roots = int((world.flora.species[around] > 0).sum())
    return say("play.aim.spores", roots=roots)


def _taken_from(world: World, wanted: Gather) -> str:
    places = world.places_around(world.place(wanted.y, wanted.x))
    bearing = Counter(int(world.flora.species[place]) for place in places.tolist() if world.fruit.amount[place] > 0)
    return say("play.and").join(
        title(world, world.flora.kind(number).name, many=True) for number, _ in bearing.most_common()
    )


def _partners_around(world: World, number: int, tile: Tile) -> list[tuple[int, Tile]]:
    """Plants around a tile that set off a flower of kind `number`, each with its kind."""
    partners = {
        second if first == number else first for first, second, _ in world.pairings if number in (first, second)
    }
    places = world.places_around(world.place(tile[1], tile[0])).tolist()
    species = world.flora.species
    return [(int(species[place]), _tile(world, place)) for place in places if int(species[place]) in partners]


def _seen_by_bees(world: World, wanted: Plant, partners: list[tuple[int, Tile]]) -> tuple[str, int]:
    """What bees would see of a flower here, and how much more of all flowers together."""
    number, place = world.flora.index[wanted.species], world.place(wanted.y, wanted.x)
    with_it = in_full_bloom(world, (number, place))
    alone, here = world.flora.kind(number).showiness, int(with_it[place])
    gain = int(with_it.sum()) - int(in_full_bloom(world).sum())
    if not here:
        return "", gain
    if here == alone:
        return say("play.aim.plant", seen=here), gain
    kinds = Counter(kind for kind, _ in partners)
    beside = say("play.and").join(title(world, world.flora.kind(kind).name, many=True) for kind in sorted(kinds))
    key = "play.aim.paired" if kinds else "play.aim.crowd"
    return say(key, alone=alone, seen=here, kinds=beside, gain=gain), gain


def _tile(world: World, place: int) -> Tile:
    row, column = world.where(place)
    return int(column), int(row)
