"""The JSON Schema of a level: with it an author's editor completes and explains every field while they type.

`python3 -m game.levels.editor` writes it to assets/level.schema.json; a test checks that this was not forgotten.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from game.levels.library import KINDS
from game.levels.schema import LevelFields
from game.paths import ASSETS
from game.words import has, say

SCHEMA_FILE = ASSETS / "level.schema.json"
_BARE_WORDS = {"LegendFields": "ground", "VerbFields": "do", "PlantedFields": "species", "HomeFields": "name"}


def level_schema() -> dict[str, Any]:
    """The schema, as a tree of plain values."""
    schema = _schema_of(LevelFields)
    definitions = schema.pop("$defs")
    definitions["OwnSpecies"] = _own_species()
    schema["properties"] |= {"legend": {"type": "object", "additionalProperties": _ref("LegendFields")},
                             "species": {"type": "object", "additionalProperties": _ref("OwnSpecies")}}
    for name, definition in definitions.items():
        _explain(definition, name.removesuffix("Fields").lower())
    _explain(schema, "level")
    whole = {"$schema": "http://json-schema.org/draft-07/schema#", "title": say("levels.fields.title"), **schema,
             "$defs": {name: _bare(name, definition) for name, definition in definitions.items()}}
    return {key: whole[key] for key in ("$schema", *sorted(whole.keys() - {"$schema"}))}


def _own_species() -> dict[str, Any]:
    """A species of a level's own: the fields of all kinds together, since `like` may leave out the one that tells."""
    fields: dict[str, Any] = {}
    for model in KINDS.values():
        for name, part in _schema_of(model)["properties"].items():
            same = fields.setdefault(name, part) == part
            if not same:
                options = [*fields[name].get("anyOf", [fields[name]]), *part.get("anyOf", [part])]
                fields[name] = {"anyOf": [option for at, option in enumerate(options) if option not in options[:at]]}
    fields |= {"kind": {"enum": list(KINDS)}, "gift": {"type": "object"}}
    return {"type": "object", "additionalProperties": False, "properties": fields}


def written() -> str:
    """The schema as it stands in its file."""
    return json.dumps(level_schema(), indent=1, ensure_ascii=False) + "\n"


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema: dict[str, Any] = _without_titles(model.model_json_schema())
    return schema


def _without_titles(part: Any, named: bool = False) -> Any:
    """Drop the titles that pydantic makes up from field names. Below `properties` names are the author's fields."""
    if isinstance(part, list):
        return [_without_titles(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    return {key: _without_titles(value, named=not named and key in ("properties", "$defs"))
            for key, value in part.items() if named or key not in ("title", "description")}


def _explain(definition: dict[str, Any], group: str) -> None:
    for field, part in definition.get("properties", {}).items():
        if has(key := f"levels.fields.{group}.{field}"):
            part["description"] = say(key)
    if definition.get("additionalProperties") is False:
        definition["patternProperties"] = {"^x-": {"description": say("levels.fields.own")}}


def _bare(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    """A group that may be written as one bare word allows that word's values as well."""
    if name not in _BARE_WORDS:
        return definition
    word = dict(definition["properties"][_BARE_WORDS[name]])
    options = word.pop("anyOf", [word])
    return {"anyOf": [*(option for option in options if option.get("type") != "null"), definition]}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    SCHEMA_FILE.write_text(written(), encoding="utf-8", newline="\n")
