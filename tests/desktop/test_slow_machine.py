"""Where a picture takes longer to make than a season lasts: the land is then seen more plainly, but as it is."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import pygame
import pygame.surfarray
import pytest

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import SEASONS, Season
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.workshop import Workshop
from game.desktop.scenes.play.pace import Pace
from game.engine.calendar import SEASON, YEAR
from game.play.session import Session
from tests.desktop.meadow import meadow
from tests.desktop.playing import FRAME, Player, app_in, level, set_out

SIZE = (640, 360)
AT_ONCE = 0.05  # seconds from frame to frame


def seen(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).mean((0, 1))


def bare(season: Season):
    return dataclasses.replace(meadow(season), hives=(), creatures=(), snow=0.0)


@pytest.fixture(scope="module")
def whole() -> dict[Season, np.ndarray]:
    """The colour of the meadow in each season, all of it drawn."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    bank = Bank()
    return {season: colour(bank, season) for season in SEASONS}


def colour(bank: Bank, season: Season) -> np.ndarray:
    painter, surface = MeadowPainter(bank, Camera(20, 12, SIZE), calm=True, threaded=False), pygame.Surface(SIZE)
    painter.show(bare(season))
    painter.settle()
    painter.draw(surface, 0.0)
    return seen(surface)


@pytest.mark.parametrize("jobs", [0, 2])
def test_each_season_is_seen_at_8x_however_few_jobs_the_background_gets_done(
    whole: dict[Season, np.ndarray], jobs: int
) -> None:
    pace = Pace()
    pace.run(8)
    painter, surface = MeadowPainter(Bank(), Camera(20, 12, SIZE), calm=True, threaded=False), pygame.Surface(SIZE)
    painter.patience = pace.patience
    painter.show(bare("spring"))
    painter.settle()
    clock = 0.0
    for season in (*SEASONS[1:], "spring"):
        painter.show(bare(season))
        until = clock + 1.0
        for number in range(int(1.0 / AT_ONCE)):
            clock += AT_ONCE
            painter.draw(surface, clock, hurried=number % 2 == 0)
            for _ in range(jobs if number % 5 == 0 else 0):
                if not painter._workshop._jobs.empty():
                    painter._workshop._do(painter._workshop._jobs.get())
        painter.draw(surface, until)
        assert painter.season == season
        nearest = min(whole, key=lambda each: np.abs(whole[each] - seen(surface)).max())
        assert nearest == season, {each: whole[each] - seen(surface) for each in whole}
        assert np.abs(whole[season] - seen(surface)).max() < 20


def test_the_pictures_of_the_ending_show_the_seasons_they_are_named_after(tmp_path, monkeypatch) -> None:
    do = Workshop._do

    def slowly(workshop: Workshop, job: tuple) -> None:
        time.sleep(0.15)
        do(workshop, job)

    monkeypatch.setattr(Workshop, "_do", slowly)
    player = Player(app_in(tmp_path), set_out(Session(level())), painted=True)
    player.scene.course.set_speed(8)
    while player.session.tick_now < 2 * YEAR + SEASON:
        player.wait(FRAME, 1 / 15)
        if player.scene.turn.blocks:
            player.press("return")
    player.wait(2 * FRAME)
    album = player.app.album
    assert [words.split(",")[0] for words, _ in album] == ["Summer", "Autumn", "Winter", "Spring"]
    _, autumn, winter, spring = (seen(picture) for _, picture in album)
    assert autumn[0] > autumn[1]  # straw
    assert spring[1] > spring[0] + 15  # green
    assert winter.min() > 170  # snow
    player.close()
