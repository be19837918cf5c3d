"""Editing one line: what keys do to text, caret and selection."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.desktop.kit.editing import Edit


def test_what_is_typed_takes_the_place_of_what_is_selected():
    assert Edit("aster and bee", 5, 0).typed("golden", 50) == Edit("golden and bee", 6, 6)


def test_what_is_pasted_becomes_one_line_and_is_cut_at_the_longest_allowed():
    assert Edit("", 0, 0).typed("a\nb\tc\x00d", 50).text == "a b cd"
    assert Edit("1234", 4, 4).typed("56789", 6).text == "123456"


def test_a_word_at_a_time_towards_the_start():
    edit = Edit("bees  and Zoë", 13, 13)
    stops = []
    while edit.caret > 0:
        edit = edit.at(edit.word(-1))
        stops.append(edit.caret)
    assert stops == [10, 6, 0]


def test_a_word_at_a_time_towards_the_end():
    edit = Edit("bees and", 0, 0)
    assert edit.word(1) == 4
    assert edit.at(4).word(1) == 8
    assert edit.at(8).word(1) == 8


def test_a_letter_and_its_marks_are_one_step():
    edit = Edit("e\u0301x", 0, 0)
    assert edit.step(1) == 2
    assert edit.at(2).step(-1) == 0


@given(
    st.text("ab é\u0301", max_size=8),
    st.lists(st.sampled_from(["type", "back", "ahead", "left", "right", "select", "all", "word"]), max_size=20),
)
def test_the_caret_never_leaves_the_text(text, keys):
    edit = Edit(text, len(text), len(text))
    for key in keys:
        edit = {
            "type": lambda e: e.typed("xy", 10),
            "back": lambda e: e.erased(e.step(-1)),
            "ahead": lambda e: e.erased(e.step(1)),
            "left": lambda e: e.at(e.step(-1)),
            "right": lambda e: e.at(e.step(1)),
            "select": lambda e: e.at(e.step(-1), selecting=True),
            "all": lambda e: e.everything(),
            "word": lambda e: e.erased(e.word(-1)),
        }[key](edit)
        assert 0 <= min(edit.caret, edit.anchor) <= max(edit.caret, edit.anchor) <= len(edit.text) <= 10
