"""Who belongs to a level: who stands on its map, lies in its hand, or may come as a guest.

This reads the plain values, so that the roll is known even where some field is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.levels.beings import Fields, Known
from game.levels.creatures import MyceliumFields, SymbiontFields
from game.levels.level import LAND, MULCH, PERCH
from game.levels.mistakes import near
from game.levels.sketch import Sketch
from game.levels.tiles import USUAL_COLONY, USUAL_LICHEN, USUAL_MYCELIUM


@dataclass(frozen=True)
class Roll:
    """`members` fare well or not from the first day; `guests` may come; `life` are the species of all of these, with
    both halves of a lichen where there is one, and the bacteria at the roots of plants."""

    members: tuple[str, ...]
    guests: tuple[str, ...]
    life: tuple[str, ...]


def partners_of(kinds: Mapping[str, Fields | None], own: Iterable[str]) -> dict[str, str]:
    """Which fungus, alga and mycelium live in the level: its own where it has one, else the usual."""
    partners = {**USUAL_LICHEN, "mycelium": USUAL_MYCELIUM}
    for name in own:
        kind = kinds.get(name)
        if isinstance(kind, SymbiontFields):
            partners[kind.role] = name
        elif isinstance(kind, MyceliumFields):
            partners["mycelium"] = name
    return partners


def roll(data: Mapping[str, Any], sketch: Sketch, known: Known, partners: Mapping[str, str],
         exchanges: Iterable[Collection[str]]) -> Roll:
    """The members: plants, colonies, lichen partners, mycelium and animals by name, homes in the order of reading, the
    land.

    A misspelt being counts as the one that was probably meant, so that one slip does not become three mistakes.
    """
    drawn = {letter: entry for letter, entry in group(data, "legend").items() if letter in sketch.letters}
    named = {text_at(entry, "plant", "species") for entry in drawn.values()}
    hand = data.get("hand")
    named |= {text_at(item, "give") for item in hand} if isinstance(hand, list) else set()
    for entry in drawn.values():
        if isinstance(entry, dict):
            if "hive" in entry:
                named.add(text_at(entry, "hive", "colony") or USUAL_COLONY)
            named |= {partners[half] for half, units in group(entry, "lichen").items() if half in partners and units}
            named |= {partners["mycelium"]} if entry.get("threads") else set()
            named |= set(group(entry, "animals"))
    present = _sorted(known, named)
    guests = tuple(name for name in _sorted(known, group(data, "guests")) if name not in present)
    homes = sorted((next(sketch.tiles(letter))[::-1], home) for letter, entry in drawn.items()
                   if (home := text_at(entry, "home", "name")) is not None)
    life = {*present, *guests}
    if life & known.named("symbiont"):
        life |= {partners["fungus"], partners["alga"]}
    for traders in exchanges:
        if life & known.named("plant") & {*traders}:
            life |= known.named("bacterium") & {*traders}
    return Roll((*present, *(name for _, name in homes), LAND), guests, _sorted(known, life))


def exchanges_in(bonds: Mapping[str, Any]) -> Iterator[list[str]]:
    """The members of each exchange among partnerships as written."""
    for bond in bonds.values():
        members = bond.get("members") if isinstance(bond, dict) and bond.get("kind") == "exchange" else None
        if isinstance(members, list):
            yield [name for name in members if isinstance(name, str)]


def _sorted(known: Known, names: Iterable[str | None]) -> tuple[str, ...]:
    """Those of `names` that are species, or near to one, in the order of the roll."""
    order = ("plant", "colony", "symbiont", "bacterium", "mycelium", "animal")
    beings = {name for name in names if isinstance(name, str)} - {MULCH, PERCH}
    found = {name if name in known.sorts else near(name, known.sorts) for name in beings}
    return tuple(sorted((name for name in found if name is not None),
                        key=lambda name: (order.index(known.sorts[name]), name)))


def group(data: Mapping[str, Any], field: str) -> dict[str, Any]:
    """The fields below `field`, or none where something else stands there."""
    value = data.get(field)
    return value if isinstance(value, dict) else {}


def text_at(entry: Any, *path: str) -> str | None:
    """The text at `path`, also where a bare word stands for the group whose last field it is."""
    for left, step in enumerate(path, 1):
        if isinstance(entry, str) and left == len(path):
            break
        entry = entry.get(step) if isinstance(entry, dict) else None
    return entry if isinstance(entry, str) else None
