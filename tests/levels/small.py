"""A level as small as a level can be, to be changed line by line in tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.levels.loading import check_level

SMALL = """\
format: 1
title: A small meadow
story: Two flowers and a hive.
minutes: 2
age: 10-14
years: 2
map: |
  g...
  .h.a
  ...n
legend:
  g: {plant: goldenrod}
  a: {plant: {species: aster, stage: young}}
  h: {hive: {workers: 4, honey: 20}}
  n: {home: Ines}
verbs: [plant, {do: water, count: 3}]
goals:
  - {text: Bees are alive., measure: workers, member: honeybee, at_least: 1}
stars:
  - {title: One, needs: [{text: All do well., measure: flourishing, at_least: 50}]}
  - {title: Two, needs: [{text: Nobody is left., measure: worst_off, at_least: 40}]}
  - {title: Three, needs: [{text: It lasts., measure: lasting, at_least: 40}]}
hints: [Look., Look again.]
reflect: ["Why?"]
evidence: {badge: story, note: A test.}
"""


def small(*changes: tuple[str, str], more: str = "") -> str:
    """The small level with pieces of its text replaced, each of which is there once, and lines added at the end."""
    return edited(SMALL, changes, more)


def edited(text: str, changes: Sequence[tuple[str, str]], more: str) -> str:
    """`text` with some of its pieces replaced, each of which must be there once, and lines added at the end."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text + more


def told(folder: Path, text: str) -> list[str]:
    """What the author is told about this text, without the file's name: "line:column: words"."""
    path = folder / "meadow.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(mistake).removeprefix(f"{path.as_posix()}:") for mistake in check_level(path)]
