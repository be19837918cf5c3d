"""Animals of the picture: bees on their rounds, and creatures that walk or fly from one picture to the next."""

from __future__ import annotations

from collections.abc import Hashable
from math import sin

import pygame

from game.desktop.drawing.camera import Camera
from game.desktop.drawing.picture import Creature, Picture, Season
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.swarm import Swarm

Blit = tuple[pygame.Surface, tuple[float, float]]
HEIGHT = {"hawk": 2.2}  # tiles above the ground at which a flying creature is drawn; others 0.9
LOAD = 0.24  # scale of what is carried in the mouth
MOUTH = (0.05, 0.5)  # where the mouth is, as shares of a creature's width and height
WINGBEATS = {"hawk": 1.2}  # a second; others 4


class Herd:
    """All animals of a scene; remembers where each creature was in the picture before."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self._bank = bank
        self._swarm = Swarm(seed)
        self._creatures: tuple[Creature, ...] = ()
        self._before: dict[Hashable, tuple[float, float]] = {}
        self._east: dict[Hashable, bool] = {}
        self._season: Season = "summer"

    def know(self, picture: Picture, season: Season) -> None:
        """Take the newest picture; the places of the last one become those the creatures come from."""
        self._before = {creature.key: (creature.x, creature.y) for creature in self._creatures}
        self._creatures = picture.creatures
        for creature in picture.creatures:
            before = self._before.get(creature.key)
            if before and before[0] != creature.x:
                self._east[creature.key] = creature.x > before[0]
        self._season = season
        self._swarm.know(picture.hives)

    def afoot(self, camera: Camera, seconds: float, fraction: float, calm: bool) -> list[tuple[float, Blit]]:
        """(foot in tiles, blit) of each creature on the ground; they hop while they move."""
        walking = []
        for number, creature in enumerate(self._creatures):
            if creature.flying:
                continue
            x, y, moving = self._place(creature, fraction, calm)
            hop = 0.0 if calm or not moving else abs(sin(fraction * 6.28)) * 0.12
            image = self._image(creature, camera, "a" if not moving or int(seconds * 6 + number) % 2 else "b")
            px, py = camera.to_screen(x, y - hop)
            place = px - image.get_width() / 2, py - image.get_height()
            walking.append((y, (image, place)))
            if creature.carries:
                walking.append((y, self._carried(creature, camera, image, place)))
        return walking

    def aloft(self, camera: Camera, seconds: float, fraction: float, calm: bool) -> list[Blit]:
        """Bees and birds with their shadows, in the order in which they are to be drawn."""
        blits: list[Blit] = []
        scale, tile = camera.tile / 40, camera.tile
        shadow = self._bank.frames(Look("shade", round(0.5 * scale, 3)))[0]
        wings = [
            [self._bank.frames(Look(name, round(0.52 * scale, 3), flip=flip))[0] for name in ("bee_a", "bee_b")]
            for flip in (False, True)
        ]
        across, down = shadow.get_width() / 2, shadow.get_height() / 2
        for x, y, east, phase in self._swarm.at(seconds, calm):
            px, py = camera.to_screen(x, y)
            image = wings[east][0 if calm else int(seconds * 22 + phase) & 1]
            blits.append((shadow, (px - across, py + tile * 0.1 - down)))
            blits.append((image, (px - image.get_width() / 2, py - tile * 0.3 - image.get_height())))
        for number, creature in enumerate(self._creatures):
            if creature.flying:
                x, y, _ = self._place(creature, fraction, calm)
                beat = WINGBEATS.get(creature.sprite, 4.0)
                image = self._image(creature, camera, "a" if calm or sin(seconds * beat * 6.28 + number) > 0 else "b")
                bob = 0.0 if calm else 0.08 * sin(seconds * 3 + number)
                px, py = camera.to_screen(x, y)
                lift = (HEIGHT.get(creature.sprite, 0.9) + bob) * tile
                blits.append((shadow, (px - across, py - down)))
                place = px - image.get_width() / 2, py - lift - image.get_height() / 2
                blits.append((image, place))
                if creature.carries:
                    blits.append(self._carried(creature, camera, image, place))
        return blits

    def _place(self, creature: Creature, fraction: float, calm: bool) -> tuple[float, float, bool]:
        x, y = self._before.get(creature.key, (creature.x, creature.y))
        moving = abs(creature.x - x) + abs(creature.y - y) > 0.02
        share = 1.0 if calm else fraction * fraction * (3 - 2 * fraction)
        return x + (creature.x - x) * share, y + (creature.y - y) * share, moving

    def _image(self, creature: Creature, camera: Camera, wing: str) -> pygame.Surface:
        resting = f"{creature.sprite}_alert" if creature.alert and not creature.flying else ""
        candidates = resting, f"{creature.sprite}_{wing}", f"{creature.sprite}_a", creature.sprite
        name = next(name for name in candidates if name in self._bank.names_known)
        natural, _ = self._bank.natural(name)
        scale = round(natural * creature.scale * camera.tile / 40, 3)
        return self._bank.frames(Look(name, scale, self._season, self._east.get(creature.key, False)))[0]

    def _carried(self, creature: Creature, camera: Camera, image: pygame.Surface, place: tuple[float, float]) -> Blit:
        """What it carries, at the end at which it looks forward."""
        load = self._bank.frames(Look(creature.carries, round(LOAD * camera.tile / 40, 3)))[0]
        share = 1 - MOUTH[0] if self._east.get(creature.key, False) else MOUTH[0]
        x, y = place[0] + image.get_width() * share, place[1] + image.get_height() * MOUTH[1]
        return load, (x - load.get_width() / 2, y - load.get_height() / 2)
