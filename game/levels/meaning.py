"""What the parts of a level make of each other: the map and its legend, who is present, names given twice.

These checks read the plain values, not the validated ones, so that they speak up even where some other field is wrong;
what does not have the expected shape they pass over, since the schema has said so already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from game.levels.clash import clash
from game.levels.explain import of_clash
from game.levels.level import LAND, MULCH, PERCH
from game.levels.mistakes import Mistake
from game.levels.roll import group, text_at
from game.levels.schema import LEAST_SIDE, MOST_SIDE
from game.levels.sketch import Sketch
from game.levels.tiles import Ground, SoilFields
from game.levels.tree import Node
from game.words import say

# Letters that need no legend.
COMMON_LETTERS: dict[str, Ground] = {".": "soil", "#": "rock", "~": "water", "=": "path", "+": "fence"}

# A letter stands for one of these at most; threads and animals may go with any of them that they can live beside.
BEINGS = ("plant", "hive", "home", "lichen", "perch", "tip")
GROUND_FOR = {"plant": ["soil"], "hive": ["soil"], "threads": ["soil"], "lichen": ["rock"], "perch": ["soil", "rock"],
              "tip": ["soil", "path"]}

# Words that the engine's own stocks and fields begin with: a species of that name would be mixed up with them.
RESERVED = {
    "age", "air", "basket", "beyond", "body", "brook", "carbon", "cloud", "deep", "flown", "from", "fruit",
    "fund", "gift", "gifts", "ground", "hand", "home", "honey", "ident", "lack", "lichen", "litter", "load",
    "mast", "masting", "memory", "mineral", "nectar", "next", "nitrogen", "nodules", "pantry", "perches",
    "place", "plant", "plot", "pollen", "raised", "rules", "scent", "seed", "shelf", "soil", "species", "starved",
    "subsoil", "sugar", "tally", "threads", "tip", "watching", "water", "web", "workers"}

# What of the fields of soil each ground can hold.
HOLDS = {"rock": {"rock"}, "water": {"pond"}, "soil": set(SoilFields.model_fields) - {"rock", "pond"}}


def wrong_with_map(sketch: Sketch, legend: Mapping[str, Any], tree: Node, file: str) -> Iterator[Mistake]:
    """Ragged rows, letters without a meaning, homes that stand twice; as warnings, letters that are not used."""
    if not sketch.rows:
        if isinstance(tree.value, dict) and "map" in tree.value:
            yield of_clash(clash("map", key="map_not_block"), tree, file)
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
        if letter.isspace():
            sort = {"\t": "tab", " ": "space"}.get(letter, "special_space")
            yield at(x, y, "space_on_map", space=say(f"levels.meaning.{sort}", code=f"U+{ord(letter):04X}"))
            continue
        yield at(x, y, "unknown_letter", letter=letter, known=" ".join(sorted({*legend, *COMMON_LETTERS})))
    for letter, entry in legend.items():
        if len(letter) != 1 or letter.isspace():
            yield of_clash(clash("legend", letter, key="legend_key", letter=letter), tree, file, key=True)
        elif letter not in sketch.letters:
            yield of_clash(clash("legend", letter, key="unused_letter", letter=letter), tree, file, key=True,
                           warning=True)
        again = list(sketch.tiles(letter))[1:]
        if (name := text_at(entry, "home", "name")) is not None:
            yield from (at(x, y, "home_twice", name=name) for x, y in again)
        if isinstance(entry, dict) and entry.get("tip"):
            yield from (at(x, y, "tip_twice") for x, y in again)


def wrong_with_legend(legend: Mapping[str, Any], tree: Node, file: str) -> Iterator[Mistake]:
    """Beings on ground that cannot carry them, two on one tile, matter that such ground does not hold."""
    for letter, entry in legend.items():
        beings = [being for being in BEINGS if isinstance(entry, dict) and entry.get(being)]
        usual = "home" if "home" in beings else "rock" if "lichen" in beings else "soil"
        ground = text_at(entry, "ground") or usual

        def at(*path: str, key: str, letter: str = letter, **values: object) -> Mistake:
            return of_clash(clash("legend", letter, *path, key=key, **values), tree, file)

        if len(beings) > 1:
            yield at(beings[1], key="one_being_a_tile")
        else:
            living = [*beings, "threads"] if isinstance(entry, dict) and entry.get("threads") else beings
            for being in living:
                if being in GROUND_FOR and ground not in (*GROUND_FOR[being], "home"):
                    yield at(being, key=f"{being}_needs_{GROUND_FOR[being][-1]}", ground=ground)
        if "home" in beings and ground != "home":
            yield at("ground", key="home_needs_home")
        elif ground == "home" and "home" not in beings:
            yield at("ground", key="home_needs_name")
        for what in group(entry, "soil") if isinstance(entry, dict) else ():
            if what in SoilFields.model_fields and what not in HOLDS.get(ground, ()):
                yield at("soil", what, key="ground_not_for", what=what, ground=ground)


def wrong_with_names(data: Mapping[str, Any], house: Collection[str], house_partnerships: Collection[str], tree: Node,
                     file: str) -> Iterator[Mistake]:
    """Names given twice: species and partnerships that the house has already, homes, and lines of hand and verbs."""
    own = group(data, "species")
    for field, taken in (("species", {*house, LAND, MULCH, PERCH, *RESERVED}), ("partnerships", house_partnerships)):
        for name in group(data, field):
            if name in taken:
                yield of_clash(clash(field, name, key="name_taken", name=name), tree, file, key=True)
    used = {*house, *own, LAND}
    for letter, entry in group(data, "legend").items():
        if (home := text_at(entry, "home", "name")) is not None:
            if home in used:
                yield of_clash(clash("legend", letter, "home", key="name_taken", name=home), tree, file)
            used.add(home)
    for field, inside, key in (("hand", "give", "hand_twice"), ("verbs", "do", "verb_twice")):
        seen = set()
        entries = data.get(field)
        for place, entry in enumerate(entries if isinstance(entries, list) else ()):
            listed = text_at(entry, inside)
            if listed is not None and listed in seen:
                yield of_clash(clash(field, place, key=key, name=listed), tree, file)
            seen.add(listed)


def thoughts(data: Mapping[str, Any], life: Collection[str], idle: Collection[str], to_plant: int, room: int,
             tree: Node, file: str) -> Iterator[Mistake]:
    """Warnings about a level that is sound: things of its own that nobody meets, more in the hand than finds room.

    `idle` are its own partnerships that lack members, `to_plant` the plants in the hand.
    """
    for name in group(data, "species"):
        if name not in life:
            yield of_clash(clash("species", name, key="unused_species", name=name), tree, file, key=True, warning=True)
    for name in idle:
        yield of_clash(clash("partnerships", name, key="partner_absent", name=name), tree, file, key=True, warning=True)
    if data.get("set_out"):
        if not data.get("hand"):
            yield of_clash(clash("set_out", key="set_out_empty"), tree, file, warning=True)
        if to_plant > room:
            yield of_clash(clash("hand", key="too_many_to_set_out", count=to_plant, room=room), tree, file,
                           warning=True)
