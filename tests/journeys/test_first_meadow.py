"""The main job, whole: from the title to the stars of the first meadow, in a real window, and back on another day."""

from __future__ import annotations

import json
import time

import pytest

from tests.journeys.window import Window, lacking, screen

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"needs {' and '.join(lacking())} (a screen for tests)")


@pytest.fixture
def windows(tmp_path):
    """Starts the game as often as asked, on one screen, for one player."""
    started = []

    def start():
        started.append(Window(display, tmp_path))
        return started[-1]

    with screen() as display:
        yield start
        for window in started:
            window.stop()


def test_a_newcomer_plays_the_first_meadow_and_comes_back(windows, tmp_path):
    window = windows()
    window.see("page menu")

    # choose the level, guess, begin
    window.press("Return")
    window.see("page levels")
    window.press("Right", "Return")
    window.see("opening gold_and_purple")
    window.press("Right", "Return")
    window.see("focus button Let us see")
    window.press("Return")
    window.see("guess 1")
    window.see("scene play")

    # plant with the mouse, then the other 23 with keys alone: a bed of three rows, kinds taking turns
    window.click(63, 660)
    window.click(353, 212)
    kinds = [window.see("did plant .*").split()[2]]
    for number, step in enumerate(["Right"] * 7 + ["Down"] + ["Left"] * 7 + ["Down"] + ["Right"] * 6):
        window.press("2" if number % 2 == 0 else "1", step, "Return", pause=0.03)
        kinds.append(window.see("did plant .*").split()[2])
    window.press("Right", "Return")  # the asters are all set out, so goldenrod is in hand
    kinds.append(window.see("did plant .*").split()[2])
    assert [kinds.count(kind) for kind in sorted(set(kinds))] == [12, 12]

    # begin time, hurry, pause
    window.press("p")
    window.see("did begin.*")
    window.press("+", "+", "+")
    window.see("tick (3[6-9]|4.|5.)", meanwhile="F9")
    window.press("p")
    time.sleep(0.3)
    paused = len(window.lines("tick "))
    time.sleep(1.0)
    assert len(window.lines("tick ")) == paused, "time passes although it was stopped"

    # go back, and on to the end
    window.press("[")
    window.see("back to tick (32|64)")
    window.press("p")
    window.see("tick 512", patience=60, meanwhile="+")
    stars = window.see("stars . . .", meanwhile="F9").split()[1:]
    window.see("scene ending")
    kept = json.loads((tmp_path / "data" / "mutual-meadow" / "journey.json").read_text())
    assert kept["gold_and_purple"]["stars"] == [star == "1" for star in stars]

    # back to the spring before it went wrong, or to the last one, then leave
    window.tab_to("Back to")
    rewound = int(window.see(r"rewound \d+", meanwhile="Return").split()[1])
    assert rewound in (0, 128, 256, 384)
    window.see("scene play")
    window.tab_to("Menu")
    window.press("Return")
    window.tab_to("Save and leave")
    window.press("Return")
    window.see("scene title")
    window.tab_to("Quit")
    window.press("Return")
    assert window.ends() == 0

    # another day
    again = windows()
    again.see(f"focus button Continue Gold and purple: year {rewound // 128 + 1}, spring")
    again.see("page menu")
    again.press("Return")
    again.see(f"resumed gold_and_purple.json tick {rewound}")
    again.see("scene play")
