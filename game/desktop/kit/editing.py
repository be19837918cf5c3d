"""Editing one line of text: what each key does to text, caret and selection. Pure; knows no screen."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Edit:
    """A text, the caret in it, and the other end of the selection (the caret itself where nothing is selected)."""

    text: str = ""
    caret: int = 0
    anchor: int = 0

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self.text[start:end]

    def typed(self, text: str, most: int) -> Edit:
        """`text` in place of the selection, cut where the whole would exceed `most`; line ends become spaces."""
        start, end = self.selection
        clean = " ".join(text.split("\n")).replace("\r", "").replace("\t", " ")
        clean = "".join(character for character in clean if character.isprintable())
        clean = clean[: max(0, most - len(self.text) + (end - start))]
        caret = start + len(clean)
        return Edit(self.text[:start] + clean + self.text[end:], caret, caret)

    def erased(self, to: int) -> Edit:
        """Without the selection, or where there is none, without what lies between the caret and `to`."""
        start, end = self.selection if self.selected else (min(self.caret, to), max(self.caret, to))
        return Edit(self.text[:start] + self.text[end:], start, start)

    def at(self, caret: int, *, selecting: bool = False) -> Edit:
        """The caret at a place inside the text; `selecting` leaves the other end where it was."""
        place = max(0, min(len(self.text), caret))
        return replace(self, caret=place, anchor=self.anchor if selecting else place)

    def everything(self) -> Edit:
        """All of it selected."""
        return replace(self, anchor=0, caret=len(self.text))

    def step(self, direction: int) -> int:
        """The place one letter (with its marks) before or after the caret."""
        place = self.caret + direction
        while 0 < place < len(self.text) and unicodedata.combining(self.text[place]):
            place += direction
        return max(0, min(len(self.text), place))

    def word(self, direction: int) -> int:
        """The place one word before or after the caret."""
        place = self.caret
        while 0 <= (ahead := place + min(0, direction)) < len(self.text) and self.text[ahead].isspace():
            place += direction
        while 0 <= (ahead := place + min(0, direction)) < len(self.text) and not self.text[ahead].isspace():
            place += direction
        return place
