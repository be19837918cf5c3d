"""Shows a `Picture`: one painter a scene, `show` once a tick, `draw` once a frame."""

from __future__ import annotations

from bisect import bisect
from functools import partial
from math import sin

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing import light
from game.desktop.drawing.camera import Camera
from game.desktop.drawing.creatures import Herd
from game.desktop.drawing.floor import Floor
from game.desktop.drawing.ground import Ground
from game.desktop.drawing.layout import Layout, Placed
from game.desktop.drawing.picture import Flow, MoteKind, Picture, Pointing, Season
from game.desktop.drawing.sprites import FRAMES, Bank
from game.desktop.drawing.terrain import Land
from game.desktop.drawing.weather import RAIN_LIGHT, Air
from game.desktop.drawing.workshop import Workshop

FADE = 1.0  # seconds from one season to the next
NOWHERE = Pointing()
Blit = tuple[pygame.Surface, tuple[float, float]]


class MeadowPainter:
    """Draws one meadow, full-bleed, through a camera. `calm` is reduced motion: nothing sways, bobs or drifts."""

    def __init__(self, bank: Bank, camera: Camera, calm: bool = False, threaded: bool = True) -> None:
        self.camera, self.calm = camera, calm
        self._bank = bank
        self._workshop = Workshop(threaded)
        self._picture: Picture | None = None
        self._season: Season = "summer"  # what is on the screen; the picture's own may still be in the making
        self._placed: list[Placed] = []
        self._blits: dict[Placed, list[Blit]] = {}
        self._swaying: tuple[list[list[Blit]], npt.NDArray[np.float32], list[float]] | None = None
        self._fading: tuple[pygame.Surface, float] | None = None
        self._sent: list[tuple[Flow, float]] = []
        self._breaths: list[tuple[int, int, float]] = []
        self._clock = 0.0

    def show(self, picture: Picture) -> None:
        """Take the newest moment of the world."""
        before = self._picture
        if before is None or before.seed != picture.seed or not np.array_equal(before.terrain, picture.terrain):
            self._begin(picture)
        elif before.season != picture.season and self._season == before.season and not before.things:
            self._season = picture.season
        self._picture = picture
        self._herd.know(picture, self._season)
        if picture.season == self._season:
            self._arrange()

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
        still = picture.damp if season == picture.season else None
        surface.blit(self._floor.shown(camera, season, self._placed, picture.marks, still), (0, 0))
        premultiplied = pygame.BLEND_PREMULTIPLIED
        if pointing.reach:
            surface.fblits(light.reach(camera, pointing), premultiplied)
        surface.fblits(self._standing(seconds, fraction), premultiplied)
        self._fade(surface, seconds)
        surface.fblits(self._aloft(picture, seconds, fraction, pointing), premultiplied)
        if picture.rain > 0:
            dimmed = [255 - round((255 - part) * min(1.0, picture.rain)) for part in RAIN_LIGHT]
            surface.fill(dimmed, special_flags=pygame.BLEND_RGB_MULT)

    @property
    def ready(self) -> bool:
        """Whether everything in view is drawn as it should be."""
        picture = self._picture
        if picture is None:
            return False
        return self._workshop.idle and self._ground.ready(self.camera, picture.season)

    def settle(self) -> None:
        """Wait until everything in view is ready: for tests, stills, and a first frame without gaps."""
        picture = self._picture
        if picture is None:
            return
        self._ground.ready(self.camera, picture.season)
        self._season = picture.season
        self._arrange()
        self._floor.shown(self.camera, self._season, self._placed, picture.marks, picture.damp)
        self._workshop.settle()
        self._swaying = None
        self._fading = None

    def send(self, kind: MoteKind, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Let one mote travel once, as an answer to something the player did."""
        self._sent.append((Flow(kind, start, end), self._clock))

    def breathe(self, column: int, row: int) -> None:
        """Let a tile breathe once."""
        self._breaths.append((column, row, self._clock))

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
        self._season = picture.season
        self._tile = self.camera.tile
        self._fading = None

    def _arrange(self) -> None:
        """Place the things anew where they, the season or the zoom have changed, and have their sprites made."""
        picture = self._picture
        if picture is None:
            return
        if self._tile != self.camera.tile:
            self._tile, self._swaying, self._blits = self.camera.tile, None, {}
        placed = self._layout.place(picture.things, self._season, self._tile)
        if placed != self._placed:
            self._placed, self._swaying = placed, None
        self._request(placed)

    def _request(self, placed: list[Placed]) -> bool:
        """Ask for sprites that are not ready; whether none was missing. While a season is coming none is dropped."""
        looks = {one.look for one in placed}
        missing = [look for look in looks if not (self._bank.has(look) and self._bank.has_shadow(look))]
        for look in missing:
            self._workshop.ask(look, partial(self._bank.prepare, look), 2)
        if not missing and self._picture and self._picture.season == self._season:
            self._bank.trim(looks)
        return not missing

    def _turn(self, picture: Picture, seconds: float) -> None:
        """Go over to the picture's season once its ground and sprites are ready; the old view fades out over it."""
        if picture.season == self._season:
            return
        ground = self._ground.ready(self.camera, picture.season)
        coming = self._layout.place(picture.things, picture.season, self._tile)
        if not (self._request(coming) and ground):
            return
        old = self._floor.shown(self.camera, self._season, self._placed, picture.marks, None).copy()
        old.fblits(self._standing(seconds, 1.0), pygame.BLEND_PREMULTIPLIED)
        self._fading = (old, seconds)
        self._season = picture.season
        self._arrange()

    def _fade(self, surface: pygame.Surface, seconds: float) -> None:
        if not self._fading:
            return
        old, since = self._fading
        share = (seconds - since) / FADE
        if not 0 <= share < 1 or old.get_size() != self.camera.window:
            self._fading = None
            return
        old.set_alpha(round(255 * (1 - share * share * (3 - 2 * share))))
        surface.blit(old, (0, 0))

    def _standing(self, seconds: float, fraction: float) -> list[Blit]:
        """Everything rooted, in its frame of sway, with the animals on the ground among it."""
        frames, phases, feet = self._frames()
        left, top = self.camera.origin
        if self.calm:
            resting = [frame[FRAMES // 2] for frame in frames]
            blits = [(image, (left + x, top + y)) for image, (x, y) in resting]
        else:
            gust = 0.55 + 0.45 * sin(seconds * 0.31)
            half = FRAMES / 2
            numbers = (half + (half - 0.1) * gust * np.sin(seconds * 1.7 - phases)).astype(np.int8).tolist()
            leaning = [frame[number] for frame, number in zip(frames, numbers, strict=True)]
            blits = [(image, (left + x, top + y)) for image, (x, y) in leaning]
        feet = feet.copy()
        for foot, blit in self._herd.afoot(self.camera, seconds, fraction, self.calm):
            place = bisect(feet, foot)
            feet.insert(place, foot)
            blits.insert(place, blit)
        return blits

    def _frames(self) -> tuple[list[list[Blit]], npt.NDArray[np.float32], list[float]]:
        """For each sprite its blits by frame, from the map's corner; with phases and feet, in drawing order."""
        if self._swaying:
            return self._swaying
        blits = {one: self._blits.get(one) or self._blits_of(one) for one in self._placed}
        shown = [(one, frames) for one, frames in blits.items() if frames]
        self._blits = {one: frames for one, frames in shown if self._bank.has(one.look)}
        phases = np.array([one.phase for one, _ in shown], np.float32)
        result = [frames for _, frames in shown], phases, [one.y for one, _ in shown]
        if self._request(self._placed):
            self._swaying = result
        return result

    def _blits_of(self, one: Placed) -> list[Blit]:
        """One blit a frame; none if nothing like it is ready."""
        x, y = one.x * self._tile, (one.y + 0.05) * self._tile
        images = self._bank.frames(one.look) if self._bank.has(one.look) else [self._bank.likeness(one.look)]
        blits: list[Blit] = [
            (image, (round(x - image.get_width() / 2), round(y - image.get_height()))) for image in images if image
        ]
        return blits if len(blits) == FRAMES else blits * FRAMES

    def _aloft(self, picture: Picture, seconds: float, fraction: float, pointing: Pointing) -> list[Blit]:
        camera, calm, scale = self.camera, self.calm, self.camera.tile / 40
        moment = 0.0 if calm else seconds
        blits = self._herd.aloft(camera, seconds, fraction, calm)
        if not picture.rain:
            blits += self._air.drifting(moment, self._season, camera.window, scale)
        blits += light.shining(camera, picture.links, seconds, calm)
        blits += light.flowing(self._bank, camera, picture.flows, seconds, calm)
        self._sent = [(flow, since) for flow, since in self._sent if 0 <= seconds - since < light.TRAVEL]
        for flow, since in self._sent:
            share = (seconds - since) / light.TRAVEL
            blits.append(light.mote(self._bank, camera, flow, 1.0 if calm else share * share * (3 - 2 * share)))
        self._breaths = [one for one in self._breaths if 0 <= seconds - one[2] < light.BREATH]
        for column, row, since in self._breaths:
            blits += light.breath(camera, column, row, seconds - since, calm)
        blits += self._air.falling(moment, picture.rain, picture.snow, camera.window, scale)
        return blits + light.frames(camera, pointing)
