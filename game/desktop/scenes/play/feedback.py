"""What is seen of a thing done: the tile breathes, motes travel; and a picture for the album at each season's turn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.painter import MeadowPainter
from game.desktop.drawing.picture import MoteKind
from game.engine import calendar
from game.engine.world import World
from game.play.actions import (
    Action,
    Carry,
    Compost,
    Connect,
    Feed,
    Gather,
    Give,
    Inoculate,
    Invite,
    Meet,
    Mulch,
    Plant,
    Restore,
    Visit,
    Water,
)
from game.play.doing import Preview
from game.play.progress import Gift
from game.play.session import Session
from game.words import say

MOST_MOTES = 9
MOST_GIVERS = 3  # from whom a gift is seen to come, of each kind
MOTES: dict[str, MoteKind] = {"young": "seed", "seed": "seed", "fruit": "seed", "day": "water"}
LEAST_VIEW = 32  # pixels of meadow worth a picture
PHOTO = (384, 216)  # pixels of a picture in the album


class Feedback:
    """Answers through the painter."""

    def __init__(self, painter: MeadowPainter, world: World) -> None:
        self._painter, self._world = painter, world
        self._due = False

    def done(self, action: Action, preview: Preview) -> None:
        """Show that `action` was done as `preview` said."""
        reached = [self._tile(place) for place in preview.places.tolist()]
        tiles = reached if isinstance(action, Feed) else reached[:MOST_MOTES]
        match action:
            case Plant() | Mulch() | Inoculate() | Connect() | Invite():
                self._painter.breathe(action.x, action.y)
                if isinstance(action, Mulch):
                    self._painter.send("sugar", (action.x + 0.5, action.y - 0.7), (action.x + 0.5, action.y + 0.5))
            case Water():
                start = self._pond_near(action.x, action.y)
                for x, y in tiles:
                    self._painter.send("water", start, (x + 0.5, y + 0.5))
                self._painter.breathe(action.x, action.y)
            case Gather():
                for x, y in tiles:
                    if self._world.flora.species[self._world.place(y, x)]:
                        self._painter.send("seed", (x + 0.5, y + 0.3), (action.x + 0.5, action.y + 2.2))
                self._painter.breathe(action.x, action.y)
            case Give():
                for x, y in tiles:
                    self._painter.send("seed", (action.x + 0.5, action.y - 1.5), (x + 0.5, y + 0.5))
                self._painter.breathe(action.x, action.y)
            case Feed() | Compost() | Restore():
                self._spread(action, tiles)
            case Visit() | Meet():
                homes = self._world.households.place.tolist() if isinstance(action, Meet) else preview.places.tolist()
                for x, y in map(self._tile, homes):
                    self._painter.breathe(x, y)
            case Carry():
                kind: MoteKind = "water" if action.load == "water" else "sugar"
                for x, y in tiles:
                    self._painter.send(kind, (x + 0.5, y + 0.5), (action.x + 0.5, action.y + 0.5))
                self._painter.breathe(action.x, action.y)

    def _spread(self, action: Feed | Compost | Restore, tiles: Sequence[tuple[int, int]]) -> None:
        """From the hand to animals near by, or to the soil; from the tip to the soil."""
        start, kind = (action.x + 0.5, action.y - 1.5), MOTES["fruit"]
        if isinstance(action, Restore):
            (x, y), kind = self._tile(self._world.commons.tip_place), "mineral"
            start = x + 0.5, y + 0.5
        goals = self._eaters(tiles) if isinstance(action, Feed) else tiles
        for x, y in goals:
            self._painter.send(kind, start, (x + 0.5, y + 0.5))
        self._painter.breathe(action.x, action.y)

    def _eaters(self, tiles: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Of some tiles those with an animal."""
        there = {self._tile(place) for animals in self._world.animals for place in animals.place.tolist()}
        return [tile for tile in tiles if tile in there][:MOST_MOTES]

    def turned(self, gifts: Sequence[Gift]) -> None:
        """A season has turned: what is given goes into the hand, and a picture is to be taken."""
        self._due = True
        for gift in gifts:
            for column, row in self._places_of(gift.giver)[:MOST_GIVERS]:
                hand = self._world.width * 0.3, self._world.height + 1.0
                self._painter.send(MOTES.get(gift.what, "sugar"), (column + 0.5, row + 0.3), hand)

    def photograph(
        self, surface: pygame.Surface, album: list[tuple[str, pygame.Surface]], session: Session, camera: Camera
    ) -> None:
        """Take the picture that is due: of the season that ends, before the cards are laid over the meadow."""
        if not self._due:
            return
        self._due = False
        before = max(0, session.tick_now - 1)
        season = calendar.SEASONS[calendar.season(before)]
        if season != self._painter.season:
            return  # a window that shows too few frames has never shown it
        caption = say("play.album", season=say(f"play.season.{season}"), year=calendar.year(before))
        known = [number for number, (words, _) in enumerate(album) if words == caption]
        if known:
            del album[known[0] :]
        view = camera.free.clip(surface.get_rect())
        if view.width < LEAST_VIEW or view.height < LEAST_VIEW:
            return
        part = min(PHOTO[0] / view.width, PHOTO[1] / view.height)
        size = max(1, round(view.width * part)), max(1, round(view.height * part))
        album.append((caption, pygame.transform.smoothscale(surface.subsurface(view), size)))

    def _places_of(self, member: str) -> list[tuple[int, int]]:
        """Tiles where a member stands; none for the land, which is everywhere."""
        world = self._world
        if member in world.flora.index:
            return [self._tile(place) for place in np.flatnonzero(world.flora.of(world.flora.index[member])).tolist()]
        if member in world.households.names:
            return [self._tile(int(world.households.place[world.households.names.index(member)]))]
        return [
            self._tile(place)
            for colonies in world.colonies
            if colonies.kind.name == member
            for place in colonies.place.tolist()
        ]

    def _tile(self, place: int) -> tuple[int, int]:
        row, column = self._world.where(place)
        return int(column), int(row)

    def _pond_near(self, x: int, y: int) -> tuple[float, float]:
        tiles = [self._tile(place) for place in self._world.pond_places.tolist()]
        column, row = min(tiles, key=lambda tile: (tile[0] - x) ** 2 + (tile[1] - y) ** 2, default=(x, y))
        return column + 0.5, row + 0.5
