"""Records as plain JSON and back: what is read is held against the types of a record's own fields, and never trusted.

A field may be a record, text, a whole number, a truth, nothing, bytes (in hex), a list, a tuple or a mapping of these,
a choice of words (`Literal`) or one of several types. `Annotated[int, range(5)]` keeps a number in a range, and with
`str` the length of a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Reader = Callable[[Any], Any]
Kind = TypeVar("Kind")


def plain(value: Any) -> Any:
    """A record, or whatever one holds, as JSON has it."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(held) for held in value]
    return value.hex() if isinstance(value, bytes) else value


def record(kind: type[Kind], value: Any) -> Kind:
    """The record of this `kind` in what JSON held. Raises ValueError where it is anything else."""
    reader: Reader = _reader(kind)  # type: ignore[arg-type]  # mypy takes no class for hashable
    found: Kind = reader(value)
    return found


@cache
def _reader(kind: Any) -> Reader:
    origin, parts = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _of_record(kind)
    if origin is Annotated:
        return _within(_reader(parts[0]), parts[1])
    if origin in (Union, UnionType):
        return _one_of([_reader(part) for part in parts])
    if origin is Literal:
        return lambda value: value if value in parts and isinstance(value, str) else _refuse(value)
    if origin is tuple and parts[-1] is not Ellipsis:
        return _row([_reader(part) for part in parts])
    if origin in (tuple, list):
        return _several(origin, _reader(parts[0]))
    if origin in (dict, Mapping):
        return _mapping(_reader(parts[0]), _reader(parts[1]))
    if kind is bytes:
        return lambda value: bytes.fromhex(value) if isinstance(value, str) else _refuse(value)
    if kind in (str, int, bool, NoneType):
        return lambda value: value if type(value) is kind else _refuse(value)
    if kind is Any:
        return lambda value: value
    raise TypeError(f"no field of a record can be {kind}")


def _of_record(kind: Any) -> Reader:
    hints = get_type_hints(kind, include_extras=True)
    readers = {each.name: _reader(hints[each.name]) for each in fields(kind)}
    needed = {each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING}

    def read(value: Any) -> Any:
        if not isinstance(value, dict) or not needed <= value.keys() <= readers.keys():
            _refuse(value)
        return kind(**{name: readers[name](held) for name, held in value.items()})

    return read


def _within(reader: Reader, limits: range) -> Reader:
    def read(value: Any) -> Any:
        found = reader(value)
        return found if (found if isinstance(found, int) else len(found)) in limits else _refuse(value)

    return read


def _one_of(readers: list[Reader]) -> Reader:
    def read(value: Any) -> Any:
        for reader in readers:
            try:
                return reader(value)
            except ValueError:
                continue
        return _refuse(value)

    return read


def _row(readers: list[Reader]) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, list) or len(value) != len(readers):
            _refuse(value)
        return tuple(reader(held) for reader, held in zip(readers, value, strict=True))

    return read


def _several(made: type, reader: Reader) -> Reader:
    return lambda value: made(map(reader, value)) if isinstance(value, list) else _refuse(value)


def _mapping(key: Reader, held: Reader) -> Reader:
    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            _refuse(value)
        return {key(name): held(each) for name, each in value.items()}

    return read


def _refuse(value: object) -> Any:
    raise ValueError(f"not as it should be: {str(value)[:80]}")
