"""Shows a `Picture`: one painter a scene, `show` once a tick, `draw` once a frame."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Hashable
from functools import partial

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing import light
from game.desktop.drawing.answers import Answers
from game.desktop.drawing.below import Below
from game.desktop.drawing.camera import Camera
from game.desktop.drawing.coming import Coming
from game.desktop.drawing.creatures import Herd
from game.desktop.drawing.fade import Fade
from game.desktop.drawing.floor import Blit as FloorBlit
from game.desktop.drawing.floor import Floor, steps_of
from game.desktop.drawing.ground import Ground
from game.desktop.drawing.layout import Layout, Placed
from game.desktop.drawing.picture import Flow, MoteKind, Picture, Pointing, Season
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.stand import Stand
from game.desktop.drawing.terrain import Land
from game.desktop.drawing.weather import RAIN_LIGHT, Air
from game.desktop.drawing.workshop import Workshop

FADE = 1.0  # seconds from one season to the next, unless there is less patience
PATIENCE = 3.0  # ... that a season is waited for
LAYING = 0.5  # of the patience: so long may its floor be laid bit by bit before the old one fades
DIVE = 0.4  # ... and from above the ground to below it
NOWHERE = Pointing()
Blit = tuple[pygame.Surface, tuple[float, float]]


class MeadowPainter:
    """Draws one meadow, full-bleed, through a camera.

    `calm` is reduced motion: nothing sways, bobs or drifts. `below` shows what joins the living under the ground.
    """

    def __init__(self, bank: Bank, camera: Camera, calm: bool = False, threaded: bool = True) -> None:
        self.camera, self.calm = camera, calm
        self.below = False
        self.patience = PATIENCE
        """Seconds that a new season may take until it is all drawn; it is then seen with what is ready of it."""
        self._shown_below = False
        self._damp: npt.NDArray[np.float32] | None = None
        self._wet: npt.NDArray[np.uint8] | None = None  # the same in steps
        self._bank = bank
        self._workshop = Workshop(threaded)
        self._picture: Picture | None = None
        self._season: Season = "summer"  # what is on the screen; the picture's own may still be in the making
        self._placed: list[Placed] = []
        self._stand = Stand(bank)
        self._fade = Fade()
        self._answers = Answers(bank)
        self._clock = self._turned = 0.0

    def show(self, picture: Picture) -> None:
        """Take the newest moment of the world."""
        before = self._picture
        if before is None or before.seed != picture.seed or before.terrain.shape != picture.terrain.shape:
            self._begin(picture)
        elif before.terrain is not picture.terrain and (before.terrain != picture.terrain).any():
            rows, columns = np.nonzero(before.terrain != picture.terrain)
            self._layout.land = Land(picture.terrain, picture.seed)
            self._ground.renew(self._layout.land, zip(columns.tolist(), rows.tolist(), strict=True))
        elif before.season != picture.season and self._season == before.season and not before.things:
            self._season = picture.season
        self._picture = picture
        self._herd.know(picture, self._season)
        if picture.season == self._season:
            self._arrange()
        else:
            self._clear(picture)

    def draw(
        self,
        surface: pygame.Surface,
        seconds: float,
        fraction: float = 1.0,
        pointing: Pointing = NOWHERE,
        *,
        hurried: bool = False,
    ) -> None:
        """Cover `surface` with the meadow; `seconds` is a clock, `fraction` the way (0..1) from tick to tick.

        What can wait for another frame does if this one is `hurried`.
        """
        picture = self._picture
        if picture is None:
            raise ValueError("show a picture before drawing it")
        self._clock = seconds
        self._workshop.check()
        hurried |= self._turn(picture, seconds)
        camera, season = self.camera, self._season
        if camera.tile != self._tile:
            self._arrange()
        if season == picture.season:
            self._feel(picture)
        if self.below != self._shown_below:
            self._dive(surface, seconds)
        if self._shown_below:
            self._draw_below(surface, picture, seconds, pointing)
            return
        if self._floor.covered and seconds - self._turned > LAYING * self.patience:
            self._floor.catch_up(camera, season)
        still, premultiplied = self._still(picture, hurried=hurried), pygame.BLEND_PREMULTIPLIED
        if self._floor.covered and self._fade:
            self._fade.cover(surface, seconds)
        else:
            surface.fblits(still)
            if pointing.reach:
                surface.fblits(light.reach(camera, pointing), premultiplied)
            surface.fblits(self._standing(seconds, fraction), premultiplied)
            self._fade.draw(surface, camera.view, seconds)
        surface.fblits(self._aloft(picture, seconds, fraction, pointing), premultiplied)
        if picture.rain > 0:
            dimmed = [255 - round((255 - part) * min(1.0, picture.rain)) for part in RAIN_LIGHT]
            surface.fill(dimmed, special_flags=pygame.BLEND_RGB_MULT)

    def _draw_below(self, surface: pygame.Surface, picture: Picture, seconds: float, pointing: Pointing) -> None:
        camera, premultiplied = self.camera, pygame.BLEND_PREMULTIPLIED
        surface.blit(self._beneath.still(camera, picture, self._season, self._placed, self._wet), (0, 0))
        if pointing.reach:
            surface.fblits(light.reach(camera, pointing), premultiplied)
        surface.fblits(self._beneath.moving(camera, seconds, self.calm), premultiplied)
        self._fade.draw(surface, camera.view, seconds)
        surface.fblits(self._answers.at(camera, seconds, self.calm) + light.frames(camera, pointing), premultiplied)

    def _feel(self, picture: Picture) -> None:
        """Know how damp the ground is."""
        if picture.damp is not self._damp:
            self._damp, self._wet = picture.damp, None if picture.damp is None else steps_of(picture.damp)

    def _still(self, picture: Picture, *, hurried: bool = False) -> list[FloorBlit]:
        """The floor; as it was laid, while the picture's own season is in the making and takes the place of this one.
        """
        if picture.season != self._season and not self._floor.covered:
            kept = self._floor.as_laid(self.camera)
            if kept:
                return kept
        return self._floor.shown(self.camera, self._season, self._placed, picture.marks, self._wet, hurried=hurried)

    def _dive(self, surface: pygame.Surface, seconds: float) -> None:
        """Go below the ground, or come up; what was on the surface fades out over it."""
        self._shown_below = self.below
        if surface.get_size() == self.camera.window and not self.calm:
            self._fade.begin([(surface.copy(), (0, 0))], self.camera.view, seconds, DIVE)
        (self._floor if self.below else self._beneath).rest()

    @property
    def season(self) -> Season:
        """The season that is seen."""
        return self._season

    @property
    def ready(self) -> bool:
        """Whether everything in view is drawn as it should be."""
        picture = self._picture
        if picture is None:
            return False
        return self._workshop.idle and self._ground.ready(self.camera, picture.season)

    @property
    def at_ease(self) -> bool:
        """Whether nothing moves but what the wind and its own wings move, and nothing is still to be prepared."""
        return self.ready and not (self._floor.behind or self._fade or self._answers)

    def settle(self) -> None:
        """Wait until everything in view is ready: for tests, stills, and a first frame without gaps."""
        picture = self._picture
        if picture is None:
            return
        self._ground.ready(self.camera, picture.season)
        self._season = picture.season
        self._arrange()
        self._feel(picture)
        self._still(picture)
        self._workshop.settle()
        self._still(picture)
        while self._floor.behind:
            self._still(picture)
        self._fade.end()

    def send(self, kind: MoteKind, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Let one mote travel once, as an answer to something the player did."""
        self._answers.send(Flow(kind, start, end), self._clock)

    def breathe(self, column: int, row: int) -> None:
        """Let a tile breathe once."""
        self._answers.breathe(column, row, self._clock)

    def foresee(self, key: Hashable, job: Callable[[], object]) -> None:
        """Have something made in the background that is to be shown before long."""
        self._workshop.ask(key, job, 4)

    def close(self) -> None:
        """End the background thread."""
        self._workshop.close()

    def _begin(self, picture: Picture) -> None:
        land = Land(picture.terrain, picture.seed)
        self._ground = Ground(land, self._bank, self._workshop)
        self._floor = Floor(self._ground, self._bank)
        self._layout = Layout(land, self._bank, picture.seed)
        self._air = Air(self._bank, picture.seed)
        self._herd = Herd(self._bank, picture.seed)
        self._beneath = Below(self._bank, picture.seed, self._floor, self._layout)
        self._coming = Coming((self._ground, self._layout, self._air, self._bank, self._workshop), self._request)
        self._season = picture.season
        self._tile = self.camera.tile
        self._fade.end()

    def _arrange(self) -> None:
        """Place the things anew where they, the season or the zoom have changed, and have their sprites made."""
        picture = self._picture
        if picture is None:
            return
        self._tile = self.camera.tile
        placed = self._layout.place(picture.things, self._season, self._tile)
        if placed != self._placed:
            self._placed = placed
        self._request(placed)

    def _clear(self, picture: Picture) -> None:
        """Take away at once what is no longer there: the picture's own season is still in the making."""
        left = self._layout.remaining(self._placed, picture.things)
        self._placed = left if len(left) < len(self._placed) else self._placed

    def _request(self, placed: list[Placed]) -> bool:
        """Ask for sprites that are not ready; whether none was missing. What is or will be shown is never dropped."""
        looks = {one.look for one in placed}
        missing = [look for look in looks if not (self._bank.has(look) and self._bank.has_shadow(look))]
        for look in missing:
            self._workshop.ask(look, partial(self._bank.prepare, look), 2)
        turning = self._picture is not None and self._picture.season != self._season
        if not turning or placed is not self._placed:  # else what is coming is not known here
            self._bank.trim(looks.union(one.look for one in self._placed))
        return not missing

    def _turn(self, picture: Picture, seconds: float) -> bool:
        """Go over to the picture's season once it may come; the old view fades out over it.

        Whether this has been done now.
        """
        if picture.season == self._season:
            self._coming.forget()
            return False
        if self._floor.covered or not self._coming.may_come(picture, self.camera, seconds, self.patience):
            return False
        self._coming.forget()
        self._turned = seconds
        if not self._shown_below:
            standing = self._standing(seconds, 1.0)
            self._still(picture)
            old, lasts = self._floor.hand_over(self.camera, standing), min(FADE, self.patience)
            self._fade.begin(old, self.camera.view, seconds, lasts)
        self._season = picture.season
        self._arrange()
        return True

    def _standing(self, seconds: float, fraction: float) -> list[Blit]:
        """Everything rooted, in its frame of sway, with the animals on the ground among it."""
        shown, blits, feet = self._stand.at(self._placed, self._tile, self.camera.origin, seconds, self.calm)
        if not shown:
            self._request(self._placed)
        for foot, blit in self._herd.afoot(self.camera, seconds, fraction, self.calm):
            place = bisect(feet, foot)
            feet.insert(place, foot)
            blits.insert(place, blit)
        return blits

    def _aloft(self, picture: Picture, seconds: float, fraction: float, pointing: Pointing) -> list[Blit]:
        camera, calm, scale = self.camera, self.calm, self.camera.tile / 40
        moment = 0.0 if calm else seconds
        blits = self._herd.aloft(camera, seconds, fraction, calm)
        if not picture.rain:
            blits += self._air.drifting(moment, self._season, camera.window, scale)
        blits += light.shining(camera, picture.links, seconds, calm)
        blits += light.flowing(self._bank, camera, picture.flows, seconds, calm)
        blits += self._answers.at(camera, seconds, calm)
        blits += self._air.falling(moment, picture.rain, picture.snow, camera.window, scale)
        blits += light.ghost(self._bank, camera, self._season, pointing)
        return blits + light.frames(camera, pointing)
