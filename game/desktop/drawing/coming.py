"""The season that comes: what it will show is asked for as soon as the world is in it, and waited for a while."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.ground import Ground
from game.desktop.drawing.layout import Layout, Placed
from game.desktop.drawing.picture import Picture
from game.desktop.drawing.sprites import Bank
from game.desktop.drawing.weather import Air
from game.desktop.drawing.workshop import Workshop


class Coming:
    """Looks ahead in one meadow. `request` asks for sprites that are not ready, and says whether none was missing."""

    def __init__(
        self, parts: tuple[Ground, Layout, Air, Bank, Workshop], request: Callable[[list[Placed]], bool]
    ) -> None:
        self._ground, self._layout, self._air, self._bank, self._workshop = parts
        self._request = request
        self._since: float | None = None
        self._placed: tuple[Picture, int, list[Placed]] | None = None  # picture, zoom and what will stand there
        self._looked: object = None  # view and what was made when it was looked whether all is there

    def may_come(self, picture: Picture, camera: Camera, seconds: float, patience: float) -> bool:
        """Whether all that the picture's season shows is ready, or has been waited for with so many seconds' patience.
        """
        if self._since is None:
            self._since = seconds
        late = seconds - self._since >= patience
        ahead = id(picture), camera.view, self._workshop.made
        if ahead == self._looked:
            return late
        self._looked = ahead
        ground = self._ground.ready(camera, picture.season)
        for look in self._air.looks(picture.season, camera.tile / 40):
            if not self._bank.has(look):
                self._workshop.ask(look, partial(self._bank.frames, look), 2)
        if self._placed is None or self._placed[0] is not picture or self._placed[1] != camera.tile:
            self._placed = picture, camera.tile, self._layout.place(picture.things, picture.season, camera.tile)
        return (self._request(self._placed[2]) and ground) or late

    def forget(self) -> None:
        """It has come."""
        self._since = self._placed = self._looked = None
