"""What is shown beside the pointer: a tip with words, and light between a flower and its partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import Link, Picture, Pointing
from game.desktop.kit import Rect, Ui, Widget
from game.desktop.scenes.play.aim import Tile
from game.desktop.scenes.play.deeds import Deeds
from game.desktop.scenes.play.glance import glance
from game.desktop.scenes.play.news import partners_in_flower
from game.desktop.scenes.play.pointing import Pointer
from game.play.session import Session

BRIGHT = 0.8  # strength of the light between partners


class Beside:
    """Keeps tip and light true. `picture` is what the painter shows without them."""

    def __init__(
        self,
        session: Session,
        ui: Ui,
        camera: Camera,
        painter: MeadowPainter,
        pointer: Pointer,
        deeds: Deeds,
        covers: Sequence[Widget],
    ) -> None:
        self._session, self._ui, self._camera, self._painter = session, ui, camera, painter
        self._pointer, self._deeds, self._covers = pointer, deeds, covers
        self.picture: Picture | None = None
        self.links: tuple[Link, ...] = ()

    @property
    def pointing(self) -> Pointing:
        """What is marked on the meadow."""
        aim, pinned = self._deeds.aim, self._pointer.pinned
        return Pointing(
            self._pointer.hover,
            self._pointer.cursor,
            aim.reach if aim else frozenset([pinned] if pinned else []),
            refused=aim is not None and aim.refusal is not None,
            ghost=self._deeds.ghost,
        )

    def depict(self, picture: Picture) -> None:
        """The world looks like this now."""
        self.picture = picture
        self.links = ()
        self._painter.show(picture)

    def show(self, *, hidden: bool, looked_into: bool) -> None:
        """Aim where the pointer is and say what that would do; nothing while `hidden`.

        With nothing in hand say what is there, unless the tile is `looked_into` on a card in sight.
        """
        tile = None if hidden else self._pointer.tile
        deeds = self._deeds
        deeds.target(tile)
        self._shine(tile)
        told = looked_into or deeds.tool is not None or not self._pointer.rested
        if tile is None or (deeds.aim is None and told):
            self._ui.point_out(None)
            return
        rect = self._camera.tile_rect(*tile)
        if deeds.aim is not None:
            head, words = deeds.name, deeds.aim.words
            rect.inflate_ip(2 * rect.width, 0)  # what stands around is part of the choice: the tip leaves it in sight
        else:
            seen = glance(self._session, tile)
            head, words = seen.title, " · ".join(filter(None, (seen.state, seen.stores, seen.want)))
        self._ui.point_out(self._logical(rect), head, words, room=self._room())

    def _room(self) -> Rect:
        """Where a tip may lie: beside the cards, and below whatever else `covers` the view at its top."""
        room = self._logical(self._camera.free)
        top = max([room.top, *(each.rect.bottom for each in self._covers if each.visible)])
        return Rect(room.left, top, room.width, room.bottom - top)

    def _logical(self, rect: pygame.Rect) -> Rect:
        k = self._ui.look.scale
        return Rect(rect.x / k, rect.y / k, rect.width / k, rect.height / k)

    def _shine(self, tile: Tile | None) -> None:
        links: tuple[Link, ...] = ()
        if tile is not None:
            world = self._session.world
            aim = self._deeds.aim
            near = list(aim.partners) if aim else partners_in_flower(world, world.place(tile[1], tile[0]))
            links = tuple(Link((tile[0] + 0.5, tile[1] + 0.3), (x + 0.5, y + 0.3), BRIGHT) for x, y in near)
        if links != self.links and self.picture is not None:
            self.links = links
            self._painter.show(replace(self.picture, links=links))
