"""The view below the ground: the land in the dark, plants as pale shapes, their roots, the web and what runs along it.

What stands still is one surface, laid anew only when it has changed; per frame only the motes are drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pygame

from game.desktop.drawing import roots
from game.desktop.drawing.camera import Camera
from game.desktop.drawing.layout import Placed
from game.desktop.drawing.noise import lot
from game.desktop.drawing.picture import Web
from game.desktop.drawing.sprites import Bank, Look
from game.desktop.drawing.threads import SAMPLES, Mesh, Point, Tile, mesh
from game.desktop.drawing.traffic import Mood, Mote, MoteKind, Traffic

GREYED, DARK, PLUM = 170, (106, 86, 102), (16, 9, 15)  # alpha of grey over the land; multiplied by; added
STRIP = 60  # pixels of height greyed at once: the whole would be one more picture as large as the window
SPEED = 0.85  # tiles a second
SIZES = (0.48, 0.36, 0.22)  # scale of a mote on its way, and near either end
NEAR = (0.10, 0.20)  # tiles from an end at which it is drawn smallest, and smaller
RINGS, RING_LASTS = 16, 2.2  # frames; seconds
BARE_KNOT = 0.06  # tiles
SPARE = 2  # shapes kept, as a multiple of those that stand
EMPTY = np.zeros((1, 1), np.float32)
NO_WEB = Web(EMPTY.astype(np.int8), EMPTY, EMPTY, EMPTY)

Blit = tuple[pygame.Surface, tuple[float, float]]
Laid = tuple[pygame.Surface, tuple[int, int]]  # with its place from the map's corner
Drawn = tuple[tuple[bytes, int, Mood], Laid]  # what it shows, and the picture of it
State = tuple[bool, int, int]  # joined, knobs on its roots, tile
Stood = tuple[State, list[Laid], float]  # with its roots and shape, and the size of its knot


class Underground:
    """Keeps the mesh of one web, its drawn threads, and the still surface."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self._bank, self._seed = bank, seed
        self._web = NO_WEB
        self._nodules: npt.NDArray[np.int8] | None = None
        self._feet: Mapping[Tile, Point] = {}
        self._mesh = Mesh({}, ())
        self._traffic = Traffic(self._mesh)
        self._grown: object = None
        self._motes: list[Mote] = []
        self._paths = np.zeros((0, SAMPLES, 2), np.float32)
        self._ghosts: dict[tuple[Look, bool], pygame.Surface] = {}
        self._stood: dict[Placed, Stood] = {}
        self._threads: dict[tuple[Tile, Tile, int], Drawn] = {}
        self._dark = self._surface = pygame.Surface((1, 1))
        self._darkened: object = None
        self._stamp: object = None

    def know(
        self, web: Web | None, feet: Mapping[Tile, Point], nodules: npt.NDArray[np.int8] | None = None
    ) -> None:
        """Take the newest web and nodules; `feet` says where the roots of each tile's plant begin."""
        self._web, self._feet, self._nodules = web or NO_WEB, feet, nodules

    def shown(
        self, camera: Camera, lay: Callable[[pygame.Surface], None], state: object, placed: list[Placed],
        lying: Sequence[Blit],
    ) -> pygame.Surface:
        """All that stands still. `lay` lays the bare ground, of which `state` tells one state from another."""
        knobs = None if self._nodules is None else self._nodules.tobytes()
        wanted = (state, id(self._web), knobs, id(placed), len(lying))
        if wanted == self._stamp:
            return self._surface
        if self._darkened != state:
            self._darken(camera.window, lay)
            self._darkened = state
        if self._surface.get_size() != camera.window:
            self._surface = pygame.Surface(camera.window).convert()
        self._grow()
        tile = camera.tile
        standing, sizes = self._standing(placed, tile)
        standing += self._laid(tile)
        for knot, (x, y) in self._mesh.knots.items():
            image = roots.knot(sizes.get(knot, BARE_KNOT), tile)
            half = image.get_width() // 2
            standing.append((image, (round(x * tile) - half, round(y * tile) - half)))
        left, top = camera.origin
        self._surface.blit(self._dark, (0, 0))
        seen = [*lying, *((image, (left + x, top + y)) for image, (x, y) in standing)]
        self._surface.fblits(seen, pygame.BLEND_PREMULTIPLIED)
        self._stamp = wanted if len(self._stood) == len(placed) else None
        return self._surface

    def rest(self) -> None:
        """Let go of what is shown while nobody looks below."""
        self._dark = self._surface = pygame.Surface((1, 1))
        self._darkened = self._stamp = None
        self._ghosts, self._stood, self._threads = {}, {}, {}

    def moving(self, camera: Camera, seconds: float, calm: bool) -> list[Blit]:
        """Motes on their way along the threads, and the rings of a call."""
        blits = self._calling(camera, seconds, calm)
        if not self._motes:
            return blits
        (left, top), tile = camera.origin, camera.tile
        rows, kinds, forward, offsets = zip(*self._motes, strict=True)
        threads = np.array(rows)
        lengths = np.array([thread.length for thread in self._mesh.threads], np.float32)[threads]
        gone = 0.0 if calm else seconds
        shares = (np.array(offsets, np.float32) + gone * SPEED / np.maximum(lengths, 0.6)) % 1
        along = np.where(forward, shares, 1 - shares) * np.float32(SAMPLES - 1.001)
        before = along.astype(np.int32)
        rest = (along - before)[:, None]
        places = self._paths[threads, before] * (1 - rest) + self._paths[threads, before + 1] * rest
        ends = np.minimum(shares, 1 - shares) * lengths
        sizes = ((ends < NEAR[1]).astype(np.int8) + (ends < NEAR[0])).tolist()
        images = {kind: self._mote_images(kind, tile) for kind in set(kinds)}
        for kind, size, (x, y) in zip(kinds, sizes, (places * tile).tolist(), strict=True):
            image, half = images[kind][size]
            blits.append((image, (left + x - half, top + y - half)))
        return blits

    def _grow(self) -> None:
        """Know what the newest web is like, and weave the mesh anew if other tiles or roots are in it."""
        web = self._web
        joined = web.threads > 0
        grown = joined.tobytes(), joined.shape, tuple(self._feet.items())
        if grown != self._grown:
            self._grown = grown
            self._mesh = mesh(joined, self._feet, self._seed)
            self._traffic = Traffic(self._mesh)
            self._paths = np.array([thread.points for thread in self._mesh.threads]).reshape(-1, SAMPLES, 2)
        self._motes = self._traffic.motes(web)

    def _mote_images(self, kind: MoteKind, tile: int) -> list[tuple[pygame.Surface, float]]:
        images = [self._bank.frames(Look(f"mote_{kind}", round(size * tile / 40, 3)))[0] for size in SIZES]
        return [(image, image.get_width() / 2) for image in images]

    def _calling(self, camera: Camera, seconds: float, calm: bool) -> list[Blit]:
        blits: list[Blit] = []
        for number, knot in enumerate(self._web.calls):
            x, y = self._mesh.knots.get(knot, (knot[0] + 0.5, knot[1] + 0.5))
            share = 0.35 if calm else (seconds / RING_LASTS + number * 0.37) % 1
            image = roots.ring(int(share * RINGS), RINGS, camera.tile)
            px, py = camera.to_screen(x, y)
            blits.append((image, (px - image.get_width() / 2, py - image.get_height() / 2)))
        return blits

    def _darken(self, window: tuple[int, int], lay: Callable[[pygame.Surface], None]) -> None:
        if self._dark.get_size() != window:
            self._dark = pygame.Surface(window).convert()
        lay(self._dark)
        for top in range(0, window[1], STRIP):
            strip = self._dark.subsurface((0, top, window[0], min(STRIP, window[1] - top)))
            grey = pygame.transform.grayscale(strip)
            grey.set_alpha(GREYED)
            strip.blit(grey, (0, 0))
        self._dark.fill(DARK, special_flags=pygame.BLEND_RGB_MULT)
        self._dark.fill(PLUM, special_flags=pygame.BLEND_RGB_ADD)

    def _standing(self, placed: list[Placed], tile: int) -> tuple[list[Laid], dict[Tile, float]]:
        """Roots below shapes, and for each tile in the web the size of its knot."""
        joined = (self._web.threads > 0).tolist()
        knobs = None if self._nodules is None else self._nodules.tolist()
        known, below, above = {}, [], []
        sizes: dict[Tile, float] = {}
        for one in placed:
            column, row = int(one.x), int(one.y)
            inside = 0 <= row < len(joined) and 0 <= column < len(joined[0]) and joined[row][column]
            state = inside, knobs[row][column] if one.look.sway and knobs else 0, tile
            stood = self._stood.get(one)
            if stood is None or stood[0] != state:
                if not self._bank.has(one.look):
                    continue
                stood = self._stand(one, state)
            known[one] = stood
            _, laid, size = stood
            above.append(laid[0])
            below += laid[1:]
            if inside:
                sizes[column, row] = max(sizes.get((column, row), 0.0), size)
        self._stood = known
        if len(self._ghosts) > SPARE * len(known) + SPARE:
            used = {(one.look, stood[0][0]) for one, stood in known.items()}
            self._ghosts = {key: ghost for key, ghost in self._ghosts.items() if key in used}
        return below + above, sizes

    def _stand(self, one: Placed, state: State) -> Stood:
        """The shape of something, and, if it sways and so grows, its roots."""
        joined, knobs, tile = state
        image = self._ghosts.get((one.look, joined))
        if image is None:
            frames = self._bank.frames(one.look)
            image = self._ghosts[one.look, joined] = roots.ghost(frames[len(frames) // 2], joined)
        place = round(one.x * tile - image.get_width() / 2), round((one.y + 0.05) * tile - image.get_height())
        if not one.look.sway:
            return state, [(image, place)], 0.0
        tall = self._bank.size(one.look.name)[1] * one.look.scale / tile
        reach = round(min(1.3, 0.16 + 0.26 * tall), 1)
        grown = roots.roots(reach, tile, joined, int(lot(int(one.y * 8), int(one.x * 8), 33) * 6), knobs)
        half = grown.get_width() // 2
        foot = round(one.x * tile) - half, round(one.y * tile) - half
        return state, [(image, place), (grown, foot)], round(min(0.2, 0.06 + 0.035 * tall), 2)

    def _laid(self, tile: int) -> list[Laid]:
        """Every thread; only those that have changed are drawn anew."""
        levels, moods, drawn = self._traffic.levels(self._web), self._traffic.moods(self._web), {}
        for thread, level, mood in zip(self._mesh.threads, levels, moods, strict=True):
            key, look = (thread.start, thread.end, tile), (thread.points.tobytes(), level, mood)
            known = self._threads.get(key)
            if known is None or known[0] != look:
                seed = thread.start[0] * 977 + thread.start[1] * 131 + thread.end[0] * 17 + thread.end[1]
                known = look, roots.thread(thread.points, level, mood, tile, seed)
            drawn[key] = known
        self._threads = drawn
        return [laid for _, laid in drawn.values()]
