"""YAML as a tree that remembers lines and columns, built from parser events under guard.

PyYAML's own loaders fall for merge and alias bombs, let the last of two equal keys win and read YAML 1.1 (`no` is
false, `1:30` is 90). Here events are taken one by one: no anchors, aliases, tags or merges, at most DEPTH levels and
NODES nodes, every key once, and plain scalars as in YAML 1.2, which is what the author's editor shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from game.levels.mistakes import LevelErrors, Mistake
from game.levels.source import UNREADABLE
from game.levels.syntax import explain_syntax
from game.words import say

DEPTH = 24
NODES = 20_000
DIGITS = 18  # more do not fit into 64 bits

Scalar: TypeAlias = bool | int | float | str | None
Path: TypeAlias = Sequence[str | int]

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_ODD_SPACE = re.compile(r"[^\S ]")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True,
                             "TRUE": True, "false": False, "False": False, "FALSE": False}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times faster, the same otherwise


@dataclass(slots=True)
class Node:
    """A value and where it begins (from 1). `value` is a scalar, a list of nodes, or a dict of nodes by key.

    `keys` holds the nodes of a dict's keys; `block` tells text written with `|`, line by line as it stands.
    """

    line: int
    column: int
    value: Scalar | list[Node] | dict[str, Node] = None
    keys: dict[str, Node] = field(default_factory=dict)
    block: bool = False

    def plain(self) -> Any:
        """The bare value, without the author's own `x-` keys."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items() if not key.startswith("x-")}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def find(self, path: Path, *, key: bool = False) -> Node:
        """The node at `path`, else its nearest ancestor. With `key`, the last step's key in place of its value."""
        return self._follow(path, key=key)[0]

    def reach(self, path: Path) -> Path:
        """As much of `path` as exists: a bare word may stand for the group whose field the path names."""
        return path[: self._follow(path)[1]]

    def _follow(self, path: Path, *, key: bool = False) -> tuple[Node, int]:
        here = self
        for taken, step in enumerate(path):
            value = here.value
            if isinstance(value, dict) and isinstance(step, str) and step in value:
                last = here.keys[step]
                here = value[step]
                if here.value is None or (key and taken == len(path) - 1):
                    here = Node(last.line, last.column, here.value)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                here = value[step]
            else:
                return here, taken
        return here, len(path)


def read_tree(text: str, file: str) -> Node:
    """The tree of the text's one document. Raises LevelErrors with what is wrong with it as YAML."""
    try:
        return _Reader(file).read(text)
    except yaml.MarkedYAMLError as problem:
        line, column, words = explain_syntax(problem, text)
        raise LevelErrors([Mistake(file, line, column, words)]) from None
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        raise LevelErrors([Mistake(file, 0, 0, say("levels.yaml.other", problem=str(problem)))]) from None


class _Reader:
    """One reading of one text: the nodes that are still open and the mistakes so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self.nodes = 0

    def read(self, text: str) -> Node:
        root = self._build(yaml.parse(text, Loader=_Loader))
        if self.mistakes:
            raise LevelErrors(self.mistakes)
        return root

    def _build(self, events: Iterator[yaml.Event]) -> Node:
        root: Node | None = None
        open_nodes: list[Node] = []
        waiting: list[Node | None] = []  # for each open mapping the key whose value comes next
        for event in events:
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                open_nodes.pop()
                waiting.pop()
                continue
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise self._stop(event, "two_documents")
            if not isinstance(event, yaml.NodeEvent):
                continue
            node = self._node(event)
            if not open_nodes:
                root = node
            elif isinstance(parent := open_nodes[-1].value, list):
                parent.append(node)
            elif isinstance(parent, dict):
                if waiting[-1] is None:
                    waiting[-1] = self._key(event, node, open_nodes[-1])
                else:
                    parent[str(waiting[-1].value)] = node
                    waiting[-1] = None
            if isinstance(event, yaml.CollectionStartEvent):
                open_nodes.append(node)
                waiting.append(None)
                if len(open_nodes) > DEPTH:
                    raise self._stop(event, "too_deep", most=DEPTH)
        if root is None or root.value is None:
            raise LevelErrors([Mistake(self.file, 0, 0, say("levels.file.empty"))])
        return root

    def _node(self, event: yaml.NodeEvent) -> Node:
        self.nodes += 1
        if self.nodes > NODES:
            raise self._stop(event, "too_many_nodes", most=NODES)
        node = Node(*_place(event))
        if isinstance(event, yaml.AliasEvent):
            self._note(event, "alias")
            return node
        if event.anchor is not None:
            self._note(event, "anchor")
        if getattr(event, "tag", None) is not None:
            self._note(event, "tag")
        if isinstance(event, yaml.MappingStartEvent):
            node.value = {}
        elif isinstance(event, yaml.SequenceStartEvent):
            node.value = []
        elif isinstance(event, yaml.ScalarEvent):
            node.block = event.style == "|"
            node.value = event.value if event.style else self._plain_scalar(event)
            if (bad := UNREADABLE.search(event.value)) is not None:  # written as an escape: "\\0"
                words = say("levels.file.control_character", code=f"U+{ord(bad.group()):04X}")
                self.mistakes.append(Mistake(self.file, *_place(event), words))
        return node

    def _key(self, event: yaml.NodeEvent, node: Node, parent: Node) -> Node:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._stop(event, "key_not_text")
        if (space := _ODD_SPACE.search(event.value)) is not None:
            self._note(event, "odd_space", code=f"U+{ord(space.group()):04X}")
        key = Node(node.line, node.column, event.value)
        if event.value == "<<" and not event.style:
            self._note(event, "merge")
        if (first := parent.keys.get(event.value)) is not None:
            self._note(event, "key_twice", field=event.value, line=first.line)
        parent.keys.setdefault(event.value, key)
        return key

    def _plain_scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            if len(text) > DIGITS:
                self._note(event, "long_number", most=DIGITS)
                return 0
            return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
        if _DECIMAL.fullmatch(text):
            return float(text.replace(".inf", "inf").replace(".nan", "nan").replace(".I", "I").replace(".N", "N"))
        return text

    def _note(self, event: yaml.Event, key: str, **values: object) -> None:
        self.mistakes.append(Mistake(self.file, *_place(event), say(f"levels.yaml.{key}", **values)))

    def _stop(self, event: yaml.Event, key: str, **values: object) -> LevelErrors:
        self._note(event, key, **values)
        return LevelErrors(self.mistakes)


def _place(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1, at which an event begins."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
