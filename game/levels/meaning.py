"""What the parts of a level make of each other: the map and its legend, who is present, names given twice.

These checks read the plain values, not the validated ones, so that they speak up even where some other field is wrong;
what does not have the expected shape they pass over, since the schema has said so already.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.levels.beings import Known
from game.levels.clash import clash
from game.levels.explain import of_clash
from game.levels.level import LAND
from game.levels.mistakes import Mistake, near
from game.levels.schema import LEAST_SIDE, MOST_SIDE, USUAL_COLONY, Ground, SoilFields
from game.levels.tree import Node
from game.words import say

# Letters that need no legend.
COMMON_LETTERS: dict[str, Ground] = {".": "soil", "#": "rock", "~": "water", "=": "path", "+": "fence"}

# What of the fields of soil each ground can hold.
HOLDS = {"rock": {"rock"}, "water": {"pond"}, "soil": set(SoilFields.model_fields) - {"rock", "pond"}}


@dataclass(frozen=True)
class Sketch:
    """The map as drawn: `rows` of letters; `line` and `column` (from 1) of its first tile in the file."""

    rows: tuple[str, ...]
    line: int
    column: int

    @property
    def letters(self) -> set[str]:
        return set("".join(self.rows))

    def tiles(self, letter: str) -> Iterator[tuple[int, int]]:
        """(x, y) of every tile with that letter, in the order of reading."""
        for y, row in enumerate(self.rows):
            yield from ((x, y) for x, other in enumerate(row) if other == letter)


def sketch_of(tree: Node, text: str) -> Sketch:
    """The map block of a level; without rows if there is none."""
    node = tree.find(["map"])
    if node is tree or not isinstance(node.value, str):
        return Sketch((), 0, 0)
    rows = [row.rstrip() for row in node.value.split("\n")]
    above = next((number for number, row in enumerate(rows) if row), 0)
    source = re.split("\r\n|\r|\n", text)
    line = node.line + 1 + above if node.block else node.line
    drawn = node.block and line <= len(source)
    column = len(source[line - 1].rstrip()) - len(rows[above]) + 1 if drawn else node.column
    while rows and not rows[-1]:
        rows.pop()
    return Sketch(tuple(rows[above:]), line, column)


def wrong_with_map(sketch: Sketch, legend: Mapping[str, Any], tree: Node, file: str) -> Iterator[Mistake]:
    """Ragged rows, letters without a meaning, homes that stand twice; as warnings, letters that are not used."""
    if not sketch.rows:
        return
    if not tree.find(["map"]).block:
        yield of_clash(clash("map", key="map_not_block"), tree, file)
        return
    width = Counter(map(len, sketch.rows)).most_common(1)[0][0]
    if not (LEAST_SIDE <= width <= MOST_SIDE and LEAST_SIDE <= len(sketch.rows) <= MOST_SIDE):
        yield of_clash(clash("map", key="map_size", width=width, height=len(sketch.rows), least=LEAST_SIDE,
                             most=MOST_SIDE), tree, file)

    def at(x: int, y: int, key: str, **values: object) -> Mistake:
        return Mistake(file, sketch.line + y, sketch.column + x, say(f"levels.meaning.{key}", **values))

    for y, row in enumerate(sketch.rows):
        if len(row) != width:
            yield at(0, y, "ragged", found=len(row), expected=width)
    for letter in sorted(sketch.letters - {*legend, *COMMON_LETTERS}):
        x, y = next(sketch.tiles(letter))
        yield at(x, y, "unknown_letter", letter=letter, known=" ".join(sorted({*legend, *COMMON_LETTERS})))
    for letter, entry in legend.items():
        if len(letter) != 1 or letter.isspace():
            yield of_clash(clash("legend", letter, key="legend_key", letter=letter), tree, file, key=True)
        elif letter not in sketch.letters:
            yield of_clash(clash("legend", letter, key="unused_letter", letter=letter), tree, file, key=True,
                           warning=True)
        if (name := _text(entry, "home", "name")) is not None:
            for x, y in list(sketch.tiles(letter))[1:]:
                yield at(x, y, "home_twice", name=name)


def wrong_with_legend(legend: Mapping[str, Any], tree: Node, file: str) -> Iterator[Mistake]:
    """Beings on ground that cannot carry them, two on one tile, matter that such ground does not hold."""
    for letter, entry in legend.items():
        beings = [being for being in ("plant", "hive", "home") if isinstance(entry, dict) and entry.get(being)]
        ground = _text(entry, "ground") or ("home" if "home" in beings else "soil")

        def at(*path: str, key: str, letter: str = letter, **values: object) -> Mistake:
            return of_clash(clash("legend", letter, *path, key=key, **values), tree, file)

        if len(beings) > 1:
            yield at(beings[1], key="one_being_a_tile")
        elif beings and "home" not in beings and ground not in ("soil", "home"):
            yield at(beings[0], key=f"{beings[0]}_needs_soil", ground=ground)
        if "home" in beings and ground != "home":
            yield at("ground", key="home_needs_home")
        elif ground == "home" and "home" not in beings:
            yield at("ground", key="home_needs_name")
        for what in group(entry, "soil") if isinstance(entry, dict) else ():
            if what in SoilFields.model_fields and what not in HOLDS.get(ground, ()):
                yield at("soil", what, key="ground_not_for", what=what, ground=ground)


def roll(data: Mapping[str, Any], sketch: Sketch, known: Known) -> tuple[str, ...]:
    """Who belongs to the level: its plants and colonies by name, the homes in the order of reading, the land.

    A misspelt being counts as the one that was probably meant, so that one slip does not become three mistakes.
    """
    legend = group(data, "legend")
    drawn = {letter: entry for letter, entry in legend.items() if letter in sketch.letters}
    hand = data.get("hand")
    named = [_text(entry, "plant", "species") for entry in drawn.values()]
    named += [_text(item, "give") for item in hand] if isinstance(hand, list) else []
    species = {name if name in known.species else near(name, known.plants) for name in named if name is not None}
    hives = {_text(entry, "hive", "colony") or USUAL_COLONY for entry in drawn.values()
             if isinstance(entry, dict) and "hive" in entry}
    colonies = {name if name in known.colonies else near(name, known.colonies) for name in hives}
    homes = sorted((next(sketch.tiles(letter))[::-1], home) for letter, entry in drawn.items()
                   if (home := _text(entry, "home", "name")) is not None)
    plants = sorted(name for name in species if name is not None and name not in known.colonies)
    return (*plants, *sorted(name for name in colonies if name is not None), *(name for _, name in homes), LAND)


def wrong_with_names(data: Mapping[str, Any], house: Collection[str], house_partnerships: Collection[str], tree: Node,
                     file: str) -> Iterator[Mistake]:
    """Names given twice: species and partnerships that the house has already, homes, and lines of hand and verbs."""
    own = group(data, "species")
    for field, taken in (("species", {*house, LAND}), ("partnerships", house_partnerships)):
        for name in group(data, field):
            if name in taken:
                yield of_clash(clash(field, name, key="name_taken", name=name), tree, file, key=True)
    used = {*house, *own, LAND}
    for letter, entry in group(data, "legend").items():
        if (home := _text(entry, "home", "name")) is not None:
            if home in used:
                yield of_clash(clash("legend", letter, "home", key="name_taken", name=home), tree, file)
            used.add(home)
    for field, inside, key in (("hand", "give", "hand_twice"), ("verbs", "do", "verb_twice")):
        seen = set()
        entries = data.get(field)
        for place, entry in enumerate(entries if isinstance(entries, list) else ()):
            listed = _text(entry, inside)
            if listed is not None and listed in seen:
                yield of_clash(clash(field, place, key=key, name=listed), tree, file)
            seen.add(listed)


def thoughts(data: Mapping[str, Any], members: Collection[str], room: int, tree: Node, file: str) -> Iterator[Mistake]:
    """Warnings about a level that is sound: things of its own that nobody meets, more in the hand than finds room."""
    for name in group(data, "species"):
        if name not in members:
            yield of_clash(clash("species", name, key="unused_species", name=name), tree, file, key=True, warning=True)
    for name, partnership in group(data, "partnerships").items():
        if len(set(members) & set(partnership["members"])) < 2:
            yield of_clash(clash("partnerships", name, key="partner_absent", name=name), tree, file, key=True,
                           warning=True)
    if data.get("set_out"):
        count = sum(item["count"] for item in data.get("hand", ()))
        if not count:
            yield of_clash(clash("set_out", key="set_out_empty"), tree, file, warning=True)
        if count > room:
            yield of_clash(clash("hand", key="too_many_to_set_out", count=count, room=room), tree, file, warning=True)


def group(data: Mapping[str, Any], field: str) -> dict[str, Any]:
    """The fields below `field`, or none where something else stands there."""
    value = data.get(field)
    return value if isinstance(value, dict) else {}


def _text(entry: Any, *path: str) -> str | None:
    """The text at `path`, also where a bare word stands for the group whose last field it is."""
    for left, step in enumerate(path, 1):
        if isinstance(entry, str) and left == len(path):
            break
        entry = entry.get(step) if isinstance(entry, dict) else None
    return entry if isinstance(entry, str) else None
