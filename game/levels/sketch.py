"""The map as it is drawn in a level's file, and where in the file each of its tiles stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.levels.tree import Node


@dataclass(frozen=True)
class Sketch:
    """The map as drawn: `rows` of letters; `line` and `column` (from 1) of its first tile in the file."""

    rows: tuple[str, ...]
    line: int
    column: int

    @property
    def letters(self) -> set[str]:
        return set("".join(self.rows))

    def tiles(self, letter: str) -> Iterator[tuple[int, int]]:
        """(x, y) of every tile with that letter, in the order of reading."""
        for y, row in enumerate(self.rows):
            yield from ((x, y) for x, other in enumerate(row) if other == letter)


def sketch_of(tree: Node, text: str) -> Sketch:
    """The map block of a level; without rows if there is none."""
    node = tree.find(["map"])
    if node is tree or not isinstance(node.value, str):
        return Sketch((), 0, 0)
    rows = [row.rstrip() for row in node.value.split("\n")]
    above = next((number for number, row in enumerate(rows) if row), 0)
    source = re.split("\r\n|\r|\n", text)
    line = node.line + 1 + above if node.block else node.line
    drawn = node.block and line <= len(source)
    column = len(source[line - 1].rstrip()) - len(rows[above]) + 1 if drawn else node.column
    while rows and not rows[-1]:
        rows.pop()
    return Sketch(tuple(rows[above:]), line, column)
