"""The view below the ground: what the newest picture says of it, laid over the bare ground of the floor."""

from __future__ import annotations

from functools import partial

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.floor import Floor
from game.desktop.drawing.layout import Layout, Placed
from game.desktop.drawing.picture import Picture, Season
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.underground import Blit, Underground

BURIED = ("seeds", "nut")  # marks that lie in the ground


class Below:
    """Draws it for one meadow."""

    def __init__(self, bank: Bank, seed: int, floor: Floor, layout: Layout) -> None:
        self._floor, self._layout = floor, layout
        self._underground = Underground(bank, seed)
        self._seen: Picture | None = None

    def still(
        self,
        camera: Camera,
        picture: Picture,
        season: Season,
        placed: list[Placed],
        damp: npt.NDArray[np.uint8] | None,
    ) -> pygame.Surface:
        """All that stands still."""
        if picture is not self._seen:
            self._seen = picture
            feet = {(int(thing.x), int(thing.y)) for thing in picture.things if thing.settled and thing.stage}
            roots = {tile: self._layout.foot(*tile) for tile in sorted(feet)}
            self._underground.know(picture.web, roots, picture.nodules)
        lay = partial(self._floor.lay, camera=camera, season=season, damp=damp)
        buried = tuple(mark for mark in picture.marks if mark.kind in BURIED)
        lying = self._floor.lying(camera, season, buried)
        return self._underground.shown(camera, lay, self._floor.state(camera, season, damp), placed, lying)

    def moving(self, camera: Camera, seconds: float, calm: bool) -> list[Blit]:
        """Motes on their way, and calls."""
        return self._underground.moving(camera, seconds, calm)

    def rest(self) -> None:
        """Let go of what is shown while nobody looks below."""
        self._underground.rest()
