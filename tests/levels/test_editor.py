"""The JSON Schema that editors use."""

from __future__ import annotations

import pytest
import yaml

from game.levels.editor import SCHEMA_FILE, level_schema, written
from game.levels.loading import parse_level
from game.levels.schema import LevelFields
from game.paths import LEVELS, ROOT


def test_the_schema_file_is_up_to_date():
    assert SCHEMA_FILE.read_text(encoding="utf-8") == written(), "run: python3 -m game.levels.editor"


def test_every_field_is_explained():
    schema = level_schema()
    groups = [schema, *(group.get("anyOf", [group])[-1] for group in schema["$defs"].values())]
    assert set(schema["properties"]) == set(LevelFields.model_fields)
    assert [
        field for group in groups for field, part in group["properties"].items() if not part.get("description")
    ] == []


@pytest.mark.parametrize("path", sorted(LEVELS.glob("*.yaml")), ids=lambda path: path.stem)
def test_levels_name_the_schema_and_only_fields_in_it(path):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../assets/level.schema.json\n")
    assert set(yaml.safe_load(text)) <= set(level_schema()["properties"])


@pytest.mark.parametrize("number", range(4))
def test_the_examples_in_the_guide_work(number):
    guide = (ROOT / "docs" / "levels.md").read_text(encoding="utf-8")
    smallest, events, people, own = (example.split("```")[0] for example in guide.split("```yaml\n")[1:])
    parse_level([smallest, smallest + events, smallest + people, smallest + own][number])
