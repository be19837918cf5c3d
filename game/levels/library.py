"""The species and partnerships of the house, read from assets/ with the same care as an author's level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from game.levels.beings import ColonyFields, Known, PlantFields
from game.levels.bonds import PartnershipFields
from game.levels.clash import Clash, clash
from game.levels.creatures import AnimalFields, BacteriumFields, MyceliumFields, SymbiontFields
from game.levels.explain import mistakes_in, of_clash
from game.levels.mistakes import LevelErrors, Mistake, did_you_mean
from game.levels.source import read_text
from game.levels.tree import Node, read_tree
from game.paths import ASSETS, ROOT

Kind = PlantFields | ColonyFields | SymbiontFields | BacteriumFields | MyceliumFields | AnimalFields
KINDS: dict[str, type[Kind]] = {"plant": PlantFields, "colony": ColonyFields, "symbiont": SymbiontFields,
                                "bacterium": BacteriumFields, "mycelium": MyceliumFields, "animal": AnimalFields}


class LikeNobody(Exception):
    """A species' `like` leads nowhere; holds the clash."""

    def __init__(self, found: Clash) -> None:
        super().__init__(found)
        self.clash = found


@dataclass(frozen=True)
class Library:
    """`raws` are the species as written, so that others can be like them; `kinds` the same, read and sound."""

    raws: Mapping[str, Any]
    kinds: Mapping[str, Kind]
    partnerships: Mapping[str, PartnershipFields]


@cache
def library() -> Library:
    """Everything in assets/species and assets/partnerships.yaml. Raises LevelErrors with every mistake in them."""
    trees = {path.stem: (_shown(path), _tree(path)) for path in sorted((ASSETS / "species").glob("*.yaml"))}
    raws = {name: tree.plain() for name, (_, tree) in trees.items()}
    sorts, kinds = sorts_of(raws), dict[str, Kind | None]()
    mistakes: list[Mistake] = []
    for name, (file, tree) in trees.items():
        kinds[name], wrong = read_kind(name, raws, sorts, tree, file)
        mistakes += wrong
    path = ASSETS / "partnerships.yaml"
    tree, known, partnerships = _tree(path), Known(sorts, kinds), {}
    for name, raw in tree.plain().items():
        try:
            partnerships[name] = PartnershipFields.model_validate(raw, context=known)
        except ValidationError as error:
            mistakes += mistakes_in(error, PartnershipFields, tree, _shown(path), below=(name,))
    if mistakes:
        raise LevelErrors(mistakes)
    return Library(raws, {name: kind for name, kind in kinds.items() if kind}, partnerships)


def sorts_of(raws: Mapping[str, Any]) -> dict[str, str]:
    """What kind of species each is: its own `kind`, or that of whom it is like; a plant where none is to be found."""
    sorts = {}
    for name in raws:
        try:
            fields = _with_likeness(name, raws)
        except LikeNobody:
            fields = None
        kind = fields.get("kind") if isinstance(fields, dict) else None
        sorts[name] = kind if isinstance(kind, str) and kind in KINDS else "plant"
    return sorts


def read_kind(name: str, raws: Mapping[str, Any], sorts: Mapping[str, str], tree: Node, file: str,
              below: tuple[str, ...] = ()) -> tuple[Kind | None, list[Mistake]]:
    """The species `name` of `raws`, with what it takes over from the one it is `like`; or None and what is wrong.

    `below` is the way to it in `tree`.
    """
    try:
        fields = _with_likeness(name, raws)
    except LikeNobody as nobody:
        return None, [of_clash(nobody.clash, tree, file, below=below)]
    if isinstance(fields, dict) and isinstance(kind := fields.get("kind"), str) and kind not in KINDS:
        return None, [of_clash(clash("kind", key="unknown_kind", name=kind, help=did_you_mean(kind, KINDS)), tree, file,
                               below=below)]
    if isinstance(fields, dict) and not {"kind", "like"} & fields.keys():
        return None, [of_clash(clash(key="like_whom", name=name), tree, file, below=below)]
    model = KINDS[sorts[name]]
    try:
        return model.model_validate(fields, context=Known(sorts)), []
    except ValidationError as error:
        return None, list(mistakes_in(error, model, tree, file, below=below))


def _with_likeness(name: str, raws: Mapping[str, Any], seen: tuple[str, ...] = ()) -> Any:
    raw = raws[name]
    if not isinstance(raw, dict) or not isinstance(like := raw.get("like"), str):
        return raw
    if like in (*seen, name):
        raise LikeNobody(clash("like", key="like_itself", name=name))
    if like not in raws:
        raise LikeNobody(clash("like", key="unknown_species", name=like, help=did_you_mean(like, raws)))
    base = _with_likeness(like, raws, (*seen, name))
    return {**base, **raw} if isinstance(base, dict) else raw


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _tree(path: Path) -> Node:
    return read_tree(read_text(path, _shown(path)), _shown(path))
