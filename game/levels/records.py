"""Records as plain JSON and back: what is read is held against the types of a record's fields, and never trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from dacite import Config, DaciteError, WrongTypeError, from_dict

Kind = TypeVar("Kind")


def plain(record: Any) -> dict[str, Any]:
    """A record, and whatever it holds, as JSON has it: bytes in hex."""
    return asdict(record, dict_factory=lambda fields: {name: _plain(value) for name, value in fields})


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return dict(value) if isinstance(value, Mapping) else value


def _number(value: Any) -> Any:
    """Python counts True among the whole numbers; a record does not."""
    if isinstance(value, bool):
        raise WrongTypeError(int, value)
    return value


_AS_KEPT = Config(strict=True, cast=[tuple], type_hooks={bytes: bytes.fromhex, int: _number})


def record(kind: type[Kind], value: Any) -> Kind:
    """The record of this `kind` in what JSON held. Raises ValueError where it is anything else."""
    try:
        found: Kind = from_dict(kind, value, _AS_KEPT)
    except (DaciteError, AttributeError, TypeError, ValueError) as problem:
        raise ValueError(f"not as it should be: {problem}") from problem
    return found
