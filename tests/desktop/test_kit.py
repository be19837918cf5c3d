"""The interface answers keys, mouse and writing; input comes only from events."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.kit import (
    Area,
    Button,
    Card,
    Choice,
    Column,
    Dialog,
    Entrance,
    Entry,
    Framed,
    IconButton,
    Label,
    ListView,
    Option,
    Rect,
    Row,
    Scroll,
    Slider,
    Stepper,
    Toggle,
    Ui,
    Widget,
    lettering,
)
from game.desktop.kit.shapes import vector
from game.desktop.kit.theme import HIGH_CONTRAST
from tests.desktop.gallery import SCREENS, Words, fit

WINDOW = (1280, 720)


def shown(*widgets: Widget, first: Widget | None = None, ground: Area | None = None) -> Ui:
    ui = Ui()
    ui.show(Column(widgets, align="left"), first=first, ground=ground)
    return fit(ui, WINDOW)


def key(ui: Ui, code: int, mod: int = 0, unicode: str = "") -> bool:
    return ui.handle(pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode))


def move(ui: Ui, at: tuple[float, float]) -> bool:
    return ui.handle(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))


def press(ui: Ui, at: tuple[float, float]) -> bool:
    return ui.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1))


def release(ui: Ui, at: tuple[float, float]) -> bool:
    return ui.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1))


def click(ui: Ui, at: tuple[float, float]) -> bool:
    return press(ui, at) and release(ui, at)


def write(ui: Ui, text: str) -> bool:
    return ui.handle(pygame.Event(pygame.TEXTINPUT, text=text))


def picture(ui: Ui, now: float = 0.0, *, hurried: bool = False) -> bytes:
    surface = pygame.Surface(WINDOW)
    surface.fill("#74A978")
    ui.draw(surface, now, (lambda: False) if hurried else None)
    return pygame.image.tobytes(surface, "RGB")


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def buttons(done) -> list[Button]:
    return [Button(name, lambda name=name: done.append(name)) for name in ("one", "two", "three", "four")]


def test_tab_walks_through_everything_in_reading_order_and_round_again(buttons):
    ui = shown(*buttons)
    walked = []
    for _ in range(5):
        key(ui, pygame.K_TAB)
        walked.append(ui.focused.name)
    assert walked == ["one", "two", "three", "four", "one"]
    key(ui, pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert ui.focused.name == "four"


def test_arrow_keys_go_to_the_nearest_in_their_direction(buttons):
    one, two, three, four = buttons
    ui = shown(Row([one, two]), Row([three, four]), first=one)
    for code, there in ((pygame.K_RIGHT, two), (pygame.K_DOWN, four), (pygame.K_LEFT, three), (pygame.K_UP, one)):
        key(ui, code)
        assert ui.focused is there
    key(ui, pygame.K_UP)
    assert ui.focused is one


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_KP_ENTER])
def test_enter_and_space_press_what_has_the_focus(buttons, done, code):
    ui = shown(*buttons, first=buttons[1])
    assert key(ui, code)
    assert done == ["two"]


def test_a_button_is_pressed_where_the_mouse_comes_up_over_it_again(buttons, done):
    ui = shown(*buttons)
    middle = buttons[2].rect.center
    assert press(ui, middle)
    assert buttons[2].pressed
    assert done == []
    release(ui, middle)
    assert done == ["three"]
    press(ui, middle)
    release(ui, (1000, 600))
    assert done == ["three"]
    assert not buttons[2].pressed


def test_what_is_not_the_interfaces_is_left_to_the_scene(buttons):
    ui = shown(*buttons)
    assert not press(ui, (1000, 600))
    assert not move(ui, (1000, 600))
    assert not key(ui, pygame.K_1)
    assert not key(ui, pygame.K_LEFT)
    assert not key(ui, pygame.K_ESCAPE)


def test_a_card_keeps_presses_from_the_world_behind_it():
    card = Card(Label("paper"))
    ui = shown(card)
    assert press(ui, card.rect.center)


def test_a_disabled_button_does_nothing_and_says_why(buttons, done):
    buttons[0].disabled_because = "There is nothing to undo yet."
    ui = shown(*buttons, first=buttons[0])
    key(ui, pygame.K_RETURN)
    click(ui, buttons[0].rect.center)
    assert done == []
    assert buttons[0].hint()[1] == "There is nothing to undo yet."


def test_a_tip_shows_on_focus_at_once_and_under_a_resting_pointer():
    button = IconButton("gear", "Settings", lambda: None, tip="Words, sound and keys.")
    other = Button("Other", lambda: None)
    ui = shown(button, other, first=other)
    without = picture(ui, 1.0)
    move(ui, button.rect.center)
    at_once = picture(ui, 1.1)
    rested = picture(ui, 2.0)
    assert at_once != without, "it lights up"
    assert rested != at_once
    move(ui, (900, 600))
    assert picture(ui, 3.0) == without
    ui.focus(button)
    focused = picture(ui, 3.0)
    key(ui, pygame.K_ESCAPE)
    assert picture(ui, 3.0) != focused, "Escape hides the tip"


def test_a_dialog_takes_all_input_and_gives_the_focus_back(buttons, done):
    ui = shown(*buttons, first=buttons[1])
    stay, leave = (Button(name, lambda name=name: done.append(name)) for name in ("stay", "leave"))
    ui.open(Dialog("Leave?", Label("The meadow waits."), [stay, leave], on_dismiss=lambda: done.append("dismissed")))
    assert ui.focused is stay
    key(ui, pygame.K_TAB)
    key(ui, pygame.K_TAB)
    assert ui.focused is stay, "the focus stays inside"
    assert click(ui, buttons[3].rect.center), "and so does the mouse"
    assert key(ui, pygame.K_1)
    assert done == []
    assert key(ui, pygame.K_ESCAPE)
    assert done == ["dismissed"]
    assert ui.dialog is None
    assert ui.focused is buttons[1]


def test_a_toggle_a_choice_and_a_slider_need_keys_alone(done):
    toggle = Toggle("Move less", False, lambda on: done.append(f"toggle {on}"))
    choice = Choice("speed", [Option(n, f"{n}x") for n in (1, 2, 4)], 1, lambda n: done.append(f"speed {n}"))
    slider = Slider("sound", 50, 0, 100, 5, lambda amount: done.append(f"sound {amount:g}"))
    ui = shown(toggle, choice, slider, first=toggle)
    key(ui, pygame.K_SPACE)
    ui.focus(choice)
    key(ui, pygame.K_RIGHT)
    key(ui, pygame.K_LEFT)
    key(ui, pygame.K_LEFT)
    ui.focus(slider)
    key(ui, pygame.K_RIGHT)
    key(ui, pygame.K_END)
    key(ui, pygame.K_RIGHT)
    assert done == ["toggle True", "speed 2", "speed 1", "sound 55", "sound 100"]


def test_a_toggle_a_choice_and_a_slider_need_single_clicks_alone(done):
    toggle = Toggle("Move less", False, lambda on: done.append(f"toggle {on}"))
    choice = Choice("speed", [Option(n, f"{n}x") for n in (1, 2, 4)], 1, lambda n: done.append(f"speed {n}"))
    slider = Slider("sound", 50, 0, 100, 5, lambda amount: done.append(f"sound {amount:g}"))
    ui = shown(toggle, choice, slider)
    click(ui, toggle.rect.center)
    click(ui, (choice.rect.right - 12, choice.rect.centery))
    click(ui, (slider.rect.left + 12, slider.rect.centery))
    assert done == ["toggle True", "speed 4", "sound 0"]


def test_a_stepper_goes_from_value_to_value_and_not_beyond_by_keys_and_by_clicks(done):
    stepper = Stepper("seasons", range(3), 1, done.append, shown=lambda value: f"{value} seasons")
    ui = shown(stepper, first=stepper)
    for code in (pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN, pygame.K_LEFT):
        key(ui, code)
    assert (done, stepper.value()) == ([2, 1], "1 seasons")
    click(ui, (stepper.rect.left + 12, stepper.rect.centery))
    click(ui, (stepper.rect.left + 12, stepper.rect.centery))
    click(ui, (stepper.rect.right - 12, stepper.rect.centery))
    assert done == [2, 1, 0, 1]
    stepper.disabled_because = "Not now."
    click(ui, (stepper.rect.right - 12, stepper.rect.centery))
    assert done == [2, 1, 0, 1]


def test_what_has_the_focus_is_scrolled_into_view():
    buttons = [Button(f"number {number}", lambda: None) for number in range(30)]
    scroll = Scroll(Column(buttons))
    ui = Ui()
    ui.show(scroll, first=buttons[0])
    fit(ui, WINDOW)
    key(ui, pygame.K_TAB, pygame.KMOD_SHIFT)
    assert ui.focused is buttons[-1]
    assert scroll.rect.contains(buttons[-1].rect)
    key(ui, pygame.K_TAB)
    assert scroll.rect.contains(buttons[0].rect)


def test_words_that_scroll_do_so_by_wheel_keys_and_a_press_beside_the_handle():
    scroll = Scroll(Label("All flourishing is mutual. " * 200), most=200)
    ui = shown(Framed(scroll, most=400))
    move(ui, scroll.rect.center)
    assert ui.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0))
    wheeled = scroll.offset
    assert wheeled > 0
    key(ui, pygame.K_TAB)
    assert ui.focused is scroll
    key(ui, pygame.K_DOWN)
    assert scroll.offset > wheeled
    key(ui, pygame.K_HOME)
    assert scroll.offset == 0
    press(ui, (scroll.rect.right - 4, scroll.rect.bottom - 8))
    assert scroll.offset > 100


def test_a_list_is_one_stop_with_arrow_keys_inside(done):
    rows = [Entrance(name) for name in ("Bare rock", "Gold and purple", "What the birds carry")]
    levels = ListView(
        "Levels", rows, on_choose=lambda i: done.append(f"at {i}"), on_open=lambda i: done.append(f"open {i}")
    )
    below = Button("Back", lambda: None)
    ui = shown(levels, below, first=levels)
    key(ui, pygame.K_DOWN)
    key(ui, pygame.K_RETURN)
    click(ui, (levels.rect.left + 20, levels.rect.bottom - 20))
    assert done == ["at 1", "open 1", "at 2", "open 2"]
    key(ui, pygame.K_DOWN)
    assert ui.focused is below, "past the last row the focus goes on"


def test_writing_goes_into_the_entry_and_no_shortcut_takes_the_letters(done):
    entry = Entry("name", "Zoë", on_change=done.append, most=8)
    ui = shown(entry, first=entry)
    assert key(ui, pygame.K_p, unicode="p"), "the scene may not pause the game now"
    write(ui, " 蜜蜂")
    key(ui, pygame.K_LEFT)
    key(ui, pygame.K_BACKSPACE)
    write(ui, "long words")
    assert done == ["Zoë 蜜蜂", "Zoë 蜂", "Zoë lon蜂"]
    assert len(entry.text) == 8


def test_a_composition_is_shown_but_not_yet_written():
    entry = Entry("name")
    ui = shown(entry, first=entry)
    before = picture(ui)
    ui.handle(pygame.Event(pygame.TEXTEDITING, text="mì", start=0, length=2))
    assert entry.text == ""
    assert picture(ui) != before
    assert key(ui, pygame.K_BACKSPACE), "keys belong to the input method while it composes"
    write(ui, "蜜")
    assert (entry.text, entry.composition) == ("蜜", "")


def test_what_is_copied_can_be_pasted():
    pygame.display.init()
    entry = Entry("name", "goldenrod")
    ui = shown(entry, first=entry)
    key(ui, pygame.K_a, pygame.KMOD_CTRL)
    key(ui, pygame.K_x, pygame.KMOD_CTRL)
    assert entry.text == ""
    key(ui, pygame.K_v, pygame.KMOD_CTRL)
    key(ui, pygame.K_v, pygame.KMOD_CTRL)
    assert entry.text == "goldenrodgoldenrod"


def test_the_caret_goes_where_the_entry_is_clicked_and_a_drag_selects():
    entry = Entry("name", "aster and bee")
    ui = shown(entry, first=entry)
    picture(ui)
    press(ui, (entry.rect.left + 2, entry.rect.centery))
    assert entry.edit.caret == 0
    move(ui, (entry.rect.right - 2, entry.rect.centery))
    release(ui, (entry.rect.right - 2, entry.rect.centery))
    assert entry.edit.selected == "aster and bee"


def test_the_world_is_a_stop_of_its_own_behind_the_cards(done, buttons):
    ground = Area("meadow", on_key=lambda event: event.key == pygame.K_LEFT, on_press=lambda at: done.append(at))
    ui = shown(*buttons, ground=ground)
    key(ui, pygame.K_TAB)
    assert ui.focused is ground
    assert key(ui, pygame.K_LEFT)
    click(ui, (1000, 600))
    assert done == [(1000, 600)]
    assert not move(ui, (1000, 500)), "the scene sees the pointer over its tiles"
    assert move(ui, buttons[0].rect.center)


def test_the_focus_goes_on_nearby_when_what_had_it_is_gone(buttons):
    column = Column(buttons)
    ui = Ui()
    ui.show(column, first=buttons[1])
    fit(ui, WINDOW)
    column.hold([buttons[0], buttons[2], buttons[3]])
    picture(ui)
    assert ui.focused is buttons[2]


def test_speech_hears_of_each_widget_that_takes_the_focus(buttons):
    heard = []
    ui = Ui(announce=lambda widget: heard.append((widget.role, widget.name, widget.value())))
    sound = Slider("Sound", 60, 0, 100, 5, lambda amount: None, shown=lambda amount: f"{amount:g} %")
    ui.show(Column([buttons[0], sound]), first=buttons[0])
    key(fit(ui, WINDOW), pygame.K_TAB)
    assert heard == [("button", "one", ""), ("slider", "Sound", "60 %")]


def test_a_tip_can_point_at_a_place_in_the_world(buttons):
    ui = shown(*buttons)
    before = picture(ui)
    ui.point_out(Rect(600, 300, 40, 40), "Old pecan", "Feeds squirrels and the village.")
    assert picture(ui) != before
    ui.point_out(None)
    assert picture(ui) == before


@pytest.mark.parametrize("name", SCREENS)
def test_painting_only_what_changed_gives_the_same_picture_as_painting_everything(name):
    def changed(ui: Ui) -> None:
        for number, widget in enumerate(each for each in ui._floors[-1].root.within() if isinstance(each, Label)):
            if number % 3 == 0:
                widget.text = f"{widget.text} {number}"[-24:]
            elif number % 7 == 0:
                widget.visible = False
        for widget in ui.stops():
            if isinstance(widget, IconButton | Toggle | Button):
                widget.hovered = True

    kept, anew = (fit(SCREENS[name](Words()), WINDOW) for _ in range(2))
    picture(kept)
    changed(kept)
    changed(anew)
    anew.layout(640, 360, 0.5)
    assert picture(kept) == picture(fit(anew, WINDOW))


@pytest.mark.parametrize("words", ["bees", "bees, birds and\nsquirrels"])
def test_where_time_is_short_cards_are_painted_frame_by_frame_and_moved_all_at_once(words):
    def cards(words: str) -> tuple[Ui, list[Label]]:
        labels = [Label(words, bold=True) for _ in range(3)]
        return shown(*(Card(label, width=300) for label in labels)), labels

    ui, labels = cards("ants")
    before, after = picture(ui), picture(cards(words)[0])
    for label in labels:
        label.text = words
    frames = [picture(ui, hurried=True) for _ in range(8)]
    assert frames[0] == before
    assert frames[-1] == after
    between = len(set(frames) - {before, after})
    assert between == (0 if "\n" in words else 2), "one card a frame, but where they move all together"


def test_what_moves_aside_inside_a_card_leaves_nothing_behind():
    def card(text: str) -> tuple[Ui, Label]:
        label = Label(text)
        return shown(Card(Row([label, Label("bees"), Toggle("sway", True, lambda on: None)]), width=500)), label

    kept, label = card("12")
    picture(kept)
    label.text = "twelve or more"
    assert picture(kept) == picture(card("twelve or more")[0])
    label.text = "1"
    assert picture(kept) == picture(card("1")[0])


@pytest.mark.parametrize("name", SCREENS)
def test_a_frame_in_which_nothing_changed_measures_renders_and_rasters_nothing(name):
    ui = fit(SCREENS[name](Words()), WINDOW)
    picture(ui)
    made = (lettering.line, lettering.width, lettering.wrap, vector)
    before = [each.cache_info() for each in made]
    picture(ui)
    assert [(each.cache_info().misses) for each in made] == [each.misses for each in before]
    untouched = [each.cache_info().hits for each in (lettering.line, vector)]
    looked_up = [each.hits for each in (before[0], before[3])]
    assert untouched == looked_up, "not even looked up: only layers are drawn"


def test_another_theme_changes_the_colours_and_nothing_else():
    ui = fit(SCREENS["play"](Words()), WINDOW)
    places = [tuple(each.rect) for each in ui._floors[0].root.within()]
    plain = picture(ui)
    fit(ui, WINDOW, theme=HIGH_CONTRAST)
    assert picture(ui) != plain
    assert [tuple(each.rect) for each in ui._floors[0].root.within()] == places


def test_the_mouse_is_found_on_dense_displays(buttons, done):
    ui = shown(*buttons)
    ui.layout(2560, 1440, 2.0, points=2.0)
    click(ui, buttons[3].rect.center)
    assert done == ["four"]
