"""One reading of a level: tree, own species, fields, map, names; every mistake of each, and then the Level."""

from __future__ import annotations

from pydantic import ValidationError

from game.levels.beings import Known
from game.levels.build import build, room_to_set_out
from game.levels.explain import mistakes_in
from game.levels.level import Level
from game.levels.library import Kind, library, read_kind, sorts_of
from game.levels.meaning import thoughts, wrong_with_legend, wrong_with_map, wrong_with_names
from game.levels.mistakes import LevelErrors, Mistake
from game.levels.roll import exchanges_in, group, partners_of, roll
from game.levels.schema import LevelFields
from game.levels.sketch import sketch_of
from game.levels.tree import read_tree


def read_level(text: str, file: str) -> tuple[Level | None, list[Mistake]]:
    """The level, or None, and what there is to say about it. `text` is one that `sound` let pass."""
    try:
        tree = read_tree(text, file)
    except LevelErrors as errors:
        return None, list(errors.mistakes)
    data = tree.plain() if isinstance(tree.value, dict) else {}
    house = library()
    sketch = sketch_of(tree, text)
    legend = group(data, "legend")
    mistakes = [*wrong_with_map(sketch, legend, tree, file), *wrong_with_legend(legend, tree, file),
                *wrong_with_names(data, house.kinds, house.partnerships, tree, file)]

    kinds: dict[str, Kind | None] = dict(house.kinds)
    own = group(data, "species")
    raws = {**house.raws, **own}
    sorts = sorts_of(raws)
    for name in own:
        kinds[name], wrong = read_kind(name, raws, sorts, tree, file, below=("species", name))
        mistakes += wrong

    years = data.get("years")
    exchanges = [bond.members for bond in house.partnerships.values() if bond.kind == "exchange"]
    exchanges += exchanges_in(group(data, "partnerships"))
    called = roll(data, sketch, Known(sorts), partners_of(kinds, own), exchanges)
    hidden = tuple(name for name in called.life if sorts[name] == "bacterium")
    known = Known(sorts, kinds, called.members, called.guests, hidden, years if type(years) is int else None)
    fields = None
    try:
        fields = LevelFields.model_validate(tree.plain(), context=known)
    except ValidationError as error:
        mistakes += mistakes_in(error, LevelFields, tree, file)
    if fields is None or any(not mistake.warning for mistake in mistakes):
        return None, mistakes

    idle = [name for name, bond in fields.partnerships.items() if not bond.present(called.life, sorts)]
    to_plant = sum(handful.count for handful in fields.hand if sorts.get(handful.give) == "plant")
    mistakes += thoughts(data, called.life, idle, to_plant, room_to_set_out(fields, sketch), tree, file)
    sound_kinds = {name: kind for name, kind in kinds.items() if kind is not None}
    partnerships = {**house.partnerships, **fields.partnerships}
    return build(fields, sketch, sound_kinds, partnerships, called, file, text), mistakes
