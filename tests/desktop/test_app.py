"""The window: it scales words, keeps settings, switches scenes, sleeps where nothing moves, and closes in order."""

from __future__ import annotations

import platform
import sys

import pygame
import pytest

from game.desktop import settings as preferences
from game.desktop.app import ALBUM, DOZE, NAP, App
from game.desktop.journey import Journey
from game.desktop.scenes.scene import Scene
from game.desktop.thrift import give_back_large_blocks
from game.desktop.trace import VARIABLE
from game.desktop.trial import measure_frames


class Told(Scene):
    """A scene that writes down what the app does with it."""

    at_ease = False

    def __init__(self, name="told"):
        self.name = name
        self.events, self.passed, self.drawn, self.left = [], [], 0, False

    def handle(self, event):
        self.events.append(event)

    def step(self, seconds):
        self.passed.append(seconds)

    def draw(self, surface):
        self.drawn += 1

    def leave(self):
        self.left = True


@pytest.fixture
def app(tmp_path):
    app = App(file=tmp_path / "settings.json", journey=Journey(tmp_path / "journey.json"))
    yield app
    app.window.destroy()


@pytest.fixture
def scene(app):
    scene = Told()
    app.go(scene)
    app.frame([], 0.016)
    return scene


def key(name, mod=0):
    return pygame.Event(pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, unicode="")


def test_a_scene_is_given_events_time_and_the_window(app, scene):
    app.frame([key("x")], 0.02)
    assert [event.key for event in scene.events] == [pygame.K_x]
    assert scene.passed[-1] == 0.02
    assert scene.drawn == 2


def test_after_a_long_sleep_time_does_not_jump(app, scene):
    app.frame([], 3600.0)
    assert scene.passed[-1] == 0.25


def test_the_old_scene_is_left_before_the_new_one_begins(app, scene):
    other = Told("other")
    app.go(other)
    assert not scene.left
    app.frame([], 0.016)
    assert scene.left
    assert app.scene is other


def test_ctrl_and_plus_make_words_larger_and_the_next_start_remembers(app, scene, tmp_path):
    for _ in range(9):
        app.frame([key("=", pygame.KMOD_CTRL)], 0.016)
    assert app.settings.text_scale == 200
    app.frame([key("-", pygame.KMOD_CTRL)], 0.016)
    assert preferences.load(tmp_path / "settings.json")[0].text_scale == 175
    app.frame([key("0", pygame.KMOD_CTRL)], 0.016)
    assert app.settings.text_scale == 100
    assert scene.events == []


@pytest.mark.parametrize("full", [("f11", 0), ("return", pygame.KMOD_ALT)])
def test_full_screen_by_f11_or_alt_and_enter(app, scene, full):
    app.frame([key(*full)], 0.016)
    assert app.settings.full_screen
    app.frame([key(*full)], 0.016)
    assert not app.settings.full_screen
    assert scene.events == []


class Maximized:
    """Stands in for the window and counts how often it was asked to take all the room there is."""

    def __init__(self, window):
        self._window, self.asked = window, 0

    def __getattr__(self, name):
        return getattr(self._window, name)

    def maximize(self):
        self.asked += 1


@pytest.mark.parametrize(
    ("events", "screen", "asked"),
    [
        ([], (1920, 1080), 0),
        ([pygame.WINDOWMAXIMIZED], (1920, 1080), 1),
        ([pygame.WINDOWMAXIMIZED, pygame.WINDOWRESTORED], (1920, 1080), 0),
        ([], (1366, 768), 1),
    ],
)
def test_back_from_full_screen_the_window_is_as_large_as_before(app, scene, monkeypatch, events, screen, asked):
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [screen])
    app.frame([pygame.Event(kind) for kind in events], 0.016)
    app.window = Maximized(app.window)
    app.frame([key("f11"), pygame.Event(pygame.WINDOWRESTORED)], 0.016)
    app.frame([key("f11")], 0.016)
    assert app.window.asked == asked


def test_a_key_that_was_given_another_meaning_has_it(app, scene):
    app.change_settings(keys=app.settings.with_key("pause", "x").keys)
    assert app.action(key("x")) == "pause"
    assert app.action(key("x", pygame.KMOD_CTRL)) is None


def test_the_next_key_goes_to_whoever_listens(app, scene):
    heard = []
    app.listen(heard.append)
    app.frame([key("f11"), key("y")], 0.016)
    assert [event.key for event in heard] == [pygame.K_F11]
    assert [event.key for event in scene.events] == [pygame.K_y]


def test_closing_the_window_ends_the_run_and_leaves_the_scene(app, scene):
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run()
    assert scene.left
    assert app.scene is None


def test_nothing_is_drawn_while_nothing_moves_or_the_window_is_hidden(app, scene):
    app.frame([pygame.Event(pygame.WINDOWMINIMIZED)], 0.016)
    drawn = scene.drawn
    app.frame([], 0.016)
    assert scene.drawn == drawn
    app.frame([pygame.Event(pygame.WINDOWRESTORED)], 0.016)
    assert scene.drawn == drawn + 1


def test_frames_come_slowly_once_a_scene_is_at_ease_and_the_player_has_done_nothing(app, scene):
    scene.at_ease = True
    app.frame([key("x")], 0.25)
    app.frame([], 0.25)
    assert not app.dozing
    app.frame([], 0.25)
    assert app.dozing
    app.frame([pygame.Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(1, 1), buttons=(0, 0, 0), touch=False)], 0.25)
    assert not app.dozing


def test_frames_come_fast_as_long_as_something_goes_on(app, scene):
    for _ in range(9):
        app.frame([], 0.25)
    assert not app.dozing


def test_a_new_scene_begins_awake(app, scene):
    scene.at_ease = True
    for _ in range(3):
        app.frame([], 0.25)
    other = Told("other")
    other.at_ease = True
    app.go(other)
    assert not app.dozing
    app.frame([], 0.016)
    assert not app.dozing


def test_a_key_is_answered_at_once_between_two_slow_frames(app, scene, monkeypatch):
    waits = []

    def wait(milliseconds):
        waits.append(milliseconds)
        if len(waits) == DOZE // NAP + 1:
            pygame.event.post(key("x"))

    scene.at_ease = True
    for _ in range(3):
        app.frame([], 0.25)
    pygame.event.clear()
    monkeypatch.setattr(pygame.time, "wait", wait)
    drawn = scene.drawn
    app.run(app.frames + 3)
    assert waits == [NAP] * (DOZE // NAP + 1)  # one slow frame; then the key, and the next frame at once upon it
    assert [event.key for event in scene.events] == [pygame.K_x]
    assert scene.drawn == drawn + 3


def test_settings_that_cannot_be_kept_still_hold(tmp_path):
    (tmp_path / "folder").write_text("in the way")
    app = App(file=tmp_path / "folder" / "settings.json")
    app.change_settings(reduced_motion=True)
    assert app.settings.reduced_motion
    app.window.destroy()


def test_the_trace_tells_what_is_shown(app, tmp_path, monkeypatch):
    trace = tmp_path / "trace"
    monkeypatch.setenv(VARIABLE, str(trace))
    app.go(Told("meadow"))
    app.frame([], 0.016)
    words = [line.split(" ", 1)[1] for line in trace.read_text(encoding="utf-8").splitlines()]
    assert words == ["scene meadow", "first frame"]


def test_large_blocks_are_given_back_where_the_system_would_keep_them():
    glibc = sys.platform == "linux" and platform.libc_ver()[0] == "glibc"
    assert give_back_large_blocks() or not glibc


def test_only_the_latest_pictures_of_the_album_are_kept(app, scene):
    app.album += [(str(year), pygame.Surface((2, 2))) for year in range(ALBUM + 3)]
    app.frame([], 0.016)
    assert [caption for caption, _ in app.album] == [str(year) for year in range(3, ALBUM + 3)]


def test_frames_of_the_real_play_can_be_measured_and_leave_nothing_behind(monkeypatch):
    from game.play import saving

    monkeypatch.setattr(saving.Saver, "save", lambda *_: pytest.fail("a measurement saved a play"))
    took = measure_frames((1280, 720), 0.2)
    assert len(took) == 12
    assert all(0 < each < 1000 for each in took)


def test_stars_once_won_stay_and_guesses_are_remembered(tmp_path):
    file = tmp_path / "journey.json"
    journey = Journey(file)
    journey.win("meadow", [True, False, False])
    journey.win("meadow", [False, True, False])
    journey.keep_guess("meadow", 1)
    again = Journey(file)
    assert again.stars("meadow", 3) == (True, True, False)
    assert again.guess("meadow", 3) == 1
    assert again.guess("meadow", 1) is None
    assert again.stars("elsewhere", 3) == (False, False, False)


@pytest.mark.parametrize("text", ["", "[]", '{"meadow": {"stars": [true, tr'])
def test_a_damaged_journey_is_set_aside(tmp_path, text):
    file = tmp_path / "journey.json"
    file.write_text(text, encoding="utf-8")
    Journey(file).win("meadow", [True])
    assert (tmp_path / "journey.damaged-1.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["", "[]", "{", '{"meadow": 3}', '{"meadow": {"stars": "all", "guess": "x"}}'])
def test_a_damaged_journey_is_an_empty_one(tmp_path, text):
    file = tmp_path / "journey.json"
    file.write_text(text, encoding="utf-8")
    journey = Journey(file)
    assert journey.stars("meadow", 2) == (False, False)
    journey.win("meadow", [True, False])
    assert Journey(file).stars("meadow", 2) == (True, False)


def test_a_scene_that_may_rest_is_shown_four_times_a_second_after_a_while_and_answers_within_50_milliseconds(
    app, scene, monkeypatch
):
    waits = []
    scene.at_ease, scene.rests_after = True, 1.0
    for _ in range(5):
        app.frame([], 0.25)
    pygame.event.clear()
    monkeypatch.setattr(pygame.time, "wait", waits.append)
    app.run(app.frames + 1)
    assert max(waits) <= 50
    assert 250 <= sum(waits) < 300
