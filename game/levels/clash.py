"""Values that are each sound and do not suit each other, carried through pydantic so that all are told at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic_core import PydanticCustomError

CLASHES = "clashes"


class Clash(NamedTuple):
    """`key` names the sentence `levels.meaning.<key>`, `values` fill it in; `path` leads from there to the culprit."""

    path: tuple[str | int, ...]
    key: str
    values: dict[str, object]


def clash(*path: str | int, key: str, **values: object) -> Clash:
    return Clash(path, key, values)


def refuse(clashes: Iterable[Clash]) -> None:
    """Raise one pydantic error that holds all of them, if there are any."""
    if found := tuple(clashes):
        raise PydanticCustomError(CLASHES, "values clash", {CLASHES: found})
