"""pydantic's errors as mistakes with line and column, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.levels.clash import CLASHES, Clash
from game.levels.mistakes import Mistake, did_you_mean, near
from game.levels.tree import Node, Path
from game.words import say

_EXPECTED = {"int_type": "whole_number", "int_from_float": "whole_number", "string_type": "text", "bool_type": "yes_no",
             "list_type": "list", "dict_type": "fields", "model_type": "fields", "model_attributes_type": "fields"}
_LIMITS = {"greater_than_equal": ("at_least", "ge"), "less_than_equal": ("at_most", "le")}
_QUOTED = re.compile(r"[“”„\"]?[-+]?\d+[“”\"]?")  # curly quotes are part of the text
_SIZES = {"too_short": ("too_few", "min_length"), "too_long": ("too_many", "max_length")}


def mistakes_in(error: ValidationError, model: type[BaseModel], tree: Node, file: str,
                below: tuple[str, ...] = ()) -> Iterator[Mistake]:
    """One mistake for each thing pydantic found while it validated `model`; `below` is the path to that part."""
    for detail in error.errors(include_url=False):
        path = (*below, *detail["loc"])
        if detail["type"] == CLASHES:
            for clash in detail["ctx"][CLASHES]:
                yield of_clash(clash, tree, file, below=path)
            continue
        unknown = detail["type"] == "extra_forbidden"
        node = tree.find(path, key=unknown)
        shown = path if detail["type"] == "missing" else tree.reach(path)
        yield Mistake(file, node.line, node.column, _words(detail, shown, _fields_at(model, detail["loc"])))


def of_clash(clash: Clash, tree: Node, file: str, *, below: Path = (), key: bool = False,
             warning: bool = False) -> Mistake:
    """The clash with its place in the file; with `key` it is the last field's name that is wrong, not its value."""
    path = (*below, *clash.path)
    node = tree.find(path, key=key)
    words = say(f"levels.meaning.{clash.key}", **{"field": _field(tree.reach(path)), **clash.values}).rstrip()
    return Mistake(file, node.line, node.column, words, warning)


def _words(detail: ErrorDetails, path: Path, siblings: Iterable[str]) -> str:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    field = _field(path)
    if kind == "missing":
        return say("levels.value.missing", field=field)
    if kind == "extra_forbidden":
        if value is None and " " in field:
            return say("levels.value.stray_words", field=field)
        return say("levels.value.extra", field=field, help=did_you_mean(field, siblings)).rstrip()
    if kind in _EXPECTED:
        return _expected(_EXPECTED[kind], field, value)
    if kind in _LIMITS:
        key, limit = _LIMITS[kind]
        return say(f"levels.value.{key}", field=field, limit=context[limit], found=_found(value))
    if kind in _SIZES:
        key, limit = _SIZES[kind]
        return say(f"levels.value.{key}", field=field, limit=context[limit], count=context["actual_length"])
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context["expected"])
        meant = near(value, choices) if isinstance(value, str) else None
        key = "legend_ground" if path[:1] == ("legend",) and len(path) == 2 and meant is None else "one_of"
        return say(f"levels.value.{key}", field=field, letter=field, found=_found(value), choices=", ".join(choices),
                   help=say("levels.did_you_mean", name=meant) if meant else "").rstrip()
    if kind == "string_too_short":
        return say("levels.value.too_short", field=field)
    if kind == "string_too_long":
        return say("levels.value.too_long", field=field, limit=context["max_length"])
    if kind == "string_pattern_mismatch":
        return say("levels.value.name", field=field, name=value)
    return say("levels.value.other", field=field, problem=detail["msg"])


def _expected(sort: str, field: str, value: object) -> str:
    """What to write where a value is of the wrong sort, as far as one can guess what was meant."""
    if not field:
        return say("levels.value.not_fields")
    if field == "map":
        return say("levels.meaning.map_not_block")
    if sort == "text" and value is None:
        return say("levels.value.no_text", field=field)
    words = say(f"levels.value.{sort}", field=field, found=_found(value))
    quoted = sort == "whole_number" and isinstance(value, str) and _QUOTED.fullmatch(value.strip())
    return f"{words} {say('levels.value.no_quotes')}" if quoted else words


def _field(path: Path) -> str:
    """The last named step, which is what an author calls the field."""
    names = [step for step in path if isinstance(step, str) and step != "[key]"]
    return names[-1] if names else ""


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    """The names of the fields beside the last step of `path`."""
    here: Any = model
    for step in path[:-1]:
        inside = _models_in(here.model_fields[step].annotation) if step in here.model_fields else [here]
        here = inside[0] if inside else model
    return list(here.model_fields)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]


def _found(value: object) -> str:
    """What stands where something else was expected, with its sort."""
    sorts: tuple[tuple[type, str], ...] = ((bool, "truth"), (int, "number"), (float, "decimal"), (str, "text"),
                                           (list, "list"), (dict, "fields"))
    sort = next((name for kind, name in sorts if isinstance(value, kind)), "nothing")
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return say(f"levels.found.{sort}", value=shown if len(shown) <= 40 else f"{shown[:37]}...")
