"""Nothing is ever cut or covered: every screen of the gallery at many sizes of window and words, and in long words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from game.desktop.kit import Area, Column, Label, Rect, Row, Scroll, Ui, Widget
from game.desktop.kit.look import Look
from game.desktop.kit.theme import TARGET
from tests.desktop.gallery import SCREENS, Words, fit

SLACK = 0.6
WINDOWS = ((1280, 720), (1920, 1080), (1024, 768), (1366, 768), (2560, 1080))


def leaves(widget: Widget) -> Iterator[Widget]:
    """What shows something itself, and holds nothing."""
    return (each for each in widget.within() if each.layered and not each.children())


def holders(widget: Widget) -> Iterator[Widget]:
    while widget.parent is not None:
        widget = widget.parent
        yield widget


def seen(widget: Widget) -> Rect:
    """Where it shows: less than its place, in what scrolls."""
    shown = Rect(widget.rect)
    for holder in holders(widget):
        if holder.clips:
            shown = shown.clip(holder.rect)
    return shown


def scrolled(widget: Widget) -> bool:
    return any(holder.clips for holder in holders(widget))


def troubles(ui: Ui) -> list[str]:
    """Every widget of the top floor that is cut off, squeezed, out of the window or under another."""
    root = ui._floors[-1].root
    found = []
    for widget in root.within():
        asked = widget.least_height(ui.look, widget.rect.width)
        if widget.rect.height < asked - SLACK and not any(isinstance(each, Scroll) for each in widget.within()):
            found.append(f"{describe(widget)} is {asked - widget.rect.height:.0f} too low")
        if not scrolled(widget) and not ui.window.inflate(1, 1).contains(widget.rect):
            found.append(f"{describe(widget)} leaves the window")
        holder = widget.parent
        if holder is not None and not holder.clips and not holder.rect.inflate(1, 1).contains(widget.rect):
            found.append(f"{describe(widget)} sticks out of {describe(holder)}")
        if isinstance(widget, Label) and widget.text:
            lines = ui.look.wrap(widget.text, widget.size, widget.bold, widget.rect.width + 0.5)
            if ui.look.line_height(widget.size) * len(lines) > widget.rect.height + SLACK:
                found.append(f"{describe(widget)} has a line too many")
            if "".join(widget.text.split()) != "".join("".join(lines).split()):
                found.append(f"{describe(widget)} loses letters")
            if ui.look.longest_word(widget.text, widget.size, widget.bold) > widget.rect.width + SLACK:
                found.append(f"{describe(widget)} breaks a word")
    for one, other in combinations(list(leaves(root)), 2):
        shared = seen(one).clip(seen(other))
        if shared.width > SLACK and shared.height > SLACK:
            found.append(f"{describe(one)} lies over {describe(other)}")
    return found


def describe(widget: Widget) -> str:
    return f"{type(widget).__name__} {widget.value()[:20] or widget.name[:20]!r} at {tuple(map(round, widget.rect))}"


@pytest.mark.parametrize("longer", [1.0, 1.4])
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_shows_all_its_words_at_any_size(name, text_scale, longer):
    ui = SCREENS[name](Words(longer))
    for size in WINDOWS:
        assert troubles(fit(ui, size, text_scale)) == [], f"{size} at {text_scale:.0%}"


def test_a_label_that_is_squeezed_would_be_noticed():
    ui = SCREENS["settings"](Words())
    fit(ui, (1280, 720))
    label = next(each for each in ui._floors[0].root.within() if isinstance(each, Label))
    label.rect = Rect(label.rect.left, label.rect.top, 90, label.rect.height)
    assert any("too low" in trouble for trouble in troubles(ui))


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("name", SCREENS)
def test_everything_to_press_is_large_enough_for_a_finger(name, text_scale):
    ui = fit(SCREENS[name](Words()), (1280, 720), text_scale)
    small = [
        describe(each)
        for each in ui.stops()
        if not isinstance(each, Area) and min(each.rect.width, each.rect.height) < TARGET - 0.1
    ]
    assert small == []


def test_words_grow_with_the_text_scale_and_with_the_window_alone():
    label = Label("All flourishing is mutual")
    plain, grown, dense = (label.natural(look, 1e9) for look in (Look(), Look(1, 2), Look(2, 1)))
    assert grown[0] == pytest.approx(2 * plain[0], rel=0.05)
    assert grown[1] == pytest.approx(2 * plain[1])
    assert dense == (pytest.approx(plain[0], rel=0.05), plain[1])


def test_a_row_wraps_its_words_before_it_wraps_itself():
    words, number = Label("Nobody goes without for a whole year", grow=1), Label("31/52")
    row = Row([words, number])
    look = Look()
    wide = row.measure(look, 400)
    narrow = row.measure(look, 160)
    row.place(look, Rect(0, 0, 160, narrow[1]))
    assert narrow[1] > wide[1]
    assert number.rect.left >= words.rect.right
    assert number.rect.width == pytest.approx(look.width("31/52", 14.5), abs=0.01)
    row.place(look, Rect(0, 0, 60, row.measure(look, 60)[1]))
    assert number.rect.top >= words.rect.bottom


def test_spare_height_goes_to_what_grows_and_lack_is_taken_from_what_scrolls():
    top, scroll = Label("Title"), Scroll(Label("word " * 400))
    column = Column([top, scroll])
    column.place(Look(), Rect(0, 0, 300, 200))
    assert scroll.clips
    assert scroll.rect.bottom == pytest.approx(200)
    assert top.rect.height == pytest.approx(Look().line_height(14.5))


def test_a_hidden_widget_takes_no_room_and_comes_back():
    first, second = Label("One"), Label("Two")
    column = Column([first, second])
    look = Look()
    both = column.measure(look, 100)[1]
    first.visible = False
    assert column.measure(look, 100)[1] == pytest.approx((both - 8) / 2)
    first.visible = True
    assert column.measure(look, 100)[1] == both
