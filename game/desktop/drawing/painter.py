"""Shows a `Picture`: one painter a scene, `show` once a tick, `draw` once a frame."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Hashable
from functools import partial

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing import light
from game.desktop.drawing.camera import Camera
from game.desktop.drawing.creatures import Herd
from game.desktop.drawing.floor import Floor, steps_of
from game.desktop.drawing.ground import Ground
from game.desktop.drawing.layout import Layout, Placed
from game.desktop.drawing.picture import Flow, MoteKind, Picture, Pointing, Season
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.stand import Stand
from game.desktop.drawing.terrain import Land
from game.desktop.drawing.underground import Underground
from game.desktop.drawing.weather import RAIN_LIGHT, Air
from game.desktop.drawing.workshop import Workshop

FADE = 1.0  # seconds from one season to the next
DIVE = 0.4  # ... and from above the ground to below it
BURIED = ("seeds", "nut")  # marks that lie in the ground
NOWHERE = Pointing()
Blit = tuple[pygame.Surface, tuple[float, float]]


class MeadowPainter:
    """Draws one meadow, full-bleed, through a camera.

    `calm` is reduced motion: nothing sways, bobs or drifts. `below` shows what joins the living under the ground.
    """

    def __init__(self, bank: Bank, camera: Camera, calm: bool = False, threaded: bool = True) -> None:
        self.camera, self.calm = camera, calm
        self.below = False
        self._shown_below = False
        self._seen_below: Picture | None = None
        self._damp: npt.NDArray[np.float32] | None = None
        self._wet: npt.NDArray[np.uint8] | None = None  # the same in steps
        self._bank = bank
        self._workshop = Workshop(threaded)
        self._picture: Picture | None = None
        self._season: Season = "summer"  # what is on the screen; the picture's own may still be in the making
        self._placed: list[Placed] = []
        self._stand = Stand(bank)
        self._fading: tuple[pygame.Surface, float, float] | None = None  # what fades, since when, how long it takes
        self._sent: list[tuple[Flow, float]] = []
        self._breaths: list[tuple[int, int, float]] = []
        self._clock = 0.0

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
        self, surface: pygame.Surface, seconds: float, fraction: float = 1.0, pointing: Pointing = NOWHERE
    ) -> None:
        """Cover `surface` with the meadow; `seconds` is a clock, `fraction` the way (0..1) from tick to tick."""
        picture = self._picture
        if picture is None:
            raise ValueError("show a picture before drawing it")
        self._clock = seconds
        self._workshop.check()
        self._turn(picture, seconds)
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
        surface.blit(self._still(picture), (0, 0))
        premultiplied = pygame.BLEND_PREMULTIPLIED
        if pointing.reach:
            surface.fblits(light.reach(camera, pointing), premultiplied)
        surface.fblits(self._standing(seconds, fraction), premultiplied)
        self._fade(surface, seconds)
        surface.fblits(self._aloft(picture, seconds, fraction, pointing), premultiplied)
        if picture.rain > 0:
            dimmed = [255 - round((255 - part) * min(1.0, picture.rain)) for part in RAIN_LIGHT]
            surface.fill(dimmed, special_flags=pygame.BLEND_RGB_MULT)

    def _draw_below(
        self,
        surface: pygame.Surface,
        picture: Picture,
        seconds: float,
        pointing: Pointing,
    ) -> None:
        camera, premultiplied = self.camera, pygame.BLEND_PREMULTIPLIED
        if picture is not self._seen_below:
            self._seen_below = picture
            feet = {(int(thing.x), int(thing.y)) for thing in picture.things if thing.settled and thing.stage}
            roots = {tile: self._layout.foot(*tile) for tile in sorted(feet)}
            self._underground.know(picture.web, roots, picture.nodules)
        state = self._floor.state(camera, self._season, self._wet)
        lay = partial(self._floor.lay, camera=camera, season=self._season, damp=self._wet)
        buried = tuple(mark for mark in picture.marks if mark.kind in BURIED)
        lying = self._floor.lying(camera, self._season, buried)
        surface.blit(self._underground.shown(camera, lay, state, self._placed, lying), (0, 0))
        if pointing.reach:
            surface.fblits(light.reach(camera, pointing), premultiplied)
        surface.fblits(self._underground.moving(camera, seconds, self.calm), premultiplied)
        self._fade(surface, seconds)
        surface.fblits(self._answers(seconds) + light.frames(camera, pointing), premultiplied)

    def _feel(self, picture: Picture) -> None:
        """Know how damp the ground is."""
        if picture.damp is not self._damp:
            self._damp, self._wet = picture.damp, None if picture.damp is None else steps_of(picture.damp)

    def _still(self, picture: Picture) -> pygame.Surface:
        """The floor; as it was laid, while the picture's own season is in the making and takes the place of this one.
        """
        kept = self._floor.as_laid(self.camera) if picture.season != self._season else None
        return kept or self._floor.shown(self.camera, self._season, self._placed, picture.marks, self._wet)

    def _dive(self, surface: pygame.Surface, seconds: float) -> None:
        """Go below the ground, or come up; what was on the surface fades out over it."""
        self._shown_below = self.below
        if surface.get_size() == self.camera.window and not self.calm:
            self._fading = (surface.copy(), seconds, DIVE)
        (self._floor if self.below else self._underground).rest()

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
        return self.ready and not (self._floor.behind or self._fading or self._sent or self._breaths)

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
        self._fading = None

    def send(self, kind: MoteKind, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Let one mote travel once, as an answer to something the player did."""
        self._sent.append((Flow(kind, start, end), self._clock))

    def breathe(self, column: int, row: int) -> None:
        """Let a tile breathe once."""
        self._breaths.append((column, row, self._clock))

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
        self._underground = Underground(self._bank, picture.seed)
        self._season = picture.season
        self._tile = self.camera.tile
        self._fading = None

    def _arrange(self) -> None:
        """Place the things anew where they, the season or the zoom have changed, and have their sprites made."""
        picture = self._picture
        if picture is None:
            return
        if self._tile != self.camera.tile:
            self._tile = self.camera.tile
        placed = self._layout.place(picture.things, self._season, self._tile)
        if placed != self._placed:
            self._placed = placed
        self._request(placed)

    def _clear(self, picture: Picture) -> None:
        """Take away at once what is no longer there: the picture's own season is still in the making."""
        left = self._layout.remaining(self._placed, picture.things)
        if len(left) < len(self._placed):
            self._placed = left

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

    def _turn(self, picture: Picture, seconds: float) -> None:
        """Go over to the picture's season once its ground and sprites are ready; the old view fades out over it."""
        if picture.season == self._season:
            return
        ground = self._ground.ready(self.camera, picture.season)
        coming = self._layout.place(picture.things, picture.season, self._tile)
        if not (self._request(coming) and ground):
            return
        if not self._shown_below:
            self._still(picture)
            old = self._floor.hand_over()
            old.fblits(self._standing(seconds, 1.0), pygame.BLEND_PREMULTIPLIED)
            self._fading = (old, seconds, FADE)
        self._season = picture.season
        self._arrange()

    def _fade(self, surface: pygame.Surface, seconds: float) -> None:
        if not self._fading:
            return
        old, since, lasts = self._fading
        if self._floor.covered:
            since = seconds
            self._fading = old, since, lasts
        share = (seconds - since) / lasts
        if not 0 <= share < 1 or old.get_size() != self.camera.window:
            self._fading = None
            return
        alpha = round(255 * (1 - share * share * (3 - 2 * share)))
        old.set_alpha(alpha if alpha < 255 else None)  # SDL takes 10 ms to blend with all of it
        surface.blit(old, (0, 0))

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
        blits += light.flowing(self._bank, camera, picture.flows, seconds, calm) + self._answers(seconds)
        blits += self._air.falling(moment, picture.rain, picture.snow, camera.window, scale)
        blits += light.ghost(self._bank, camera, self._season, pointing)
        return blits + light.frames(camera, pointing)

    def _answers(self, seconds: float) -> list[Blit]:
        """Motes that were sent, and tiles that breathe."""
        camera, calm = self.camera, self.calm
        blits: list[Blit] = []
        self._sent = [(flow, since) for flow, since in self._sent if 0 <= seconds - since < light.TRAVEL]
        for flow, since in self._sent:
            share = (seconds - since) / light.TRAVEL
            blits.append(light.mote(self._bank, camera, flow, 1.0 if calm else share * share * (3 - 2 * share)))
        self._breaths = [one for one in self._breaths if 0 <= seconds - one[2] < light.BREATH]
        for column, row, since in self._breaths:
            blits += light.breath(camera, column, row, seconds - since, calm)
        return blits
