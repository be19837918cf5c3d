"""A dark rim around what stands on the ground, and the shadow it throws there; light comes from the upper left."""

from __future__ import annotations

import numpy as np
import pygame
import pygame.surfarray

from game.desktop.drawing.noise import Floats

RIM, RIM_ALPHA = (28, 40, 24), 0.36
SHADOW, SHADOW_ALPHA = (22, 34, 48), 82
SLANT, FLAT = 0.62, 0.36  # a shadow's run to the lower right, and its height, per height of the thing


def rimmed(image: pygame.Surface, times: int) -> pygame.Surface:
    """With a soft dark rim `times` pixels wide, so that yellow reads on green."""
    alpha = pygame.surfarray.array_alpha(image)
    wide = alpha.copy()
    for _ in range(times):
        grown = wide.copy()
        np.maximum(grown[1:], wide[:-1], out=grown[1:])
        np.maximum(grown[:-1], wide[1:], out=grown[:-1])
        np.maximum(grown[:, 1:], wide[:, :-1], out=grown[:, 1:])
        np.maximum(grown[:, :-1], wide[:, 1:], out=grown[:, :-1])
        wide = grown
    rim = pygame.Surface(image.get_size(), pygame.SRCALPHA, image)
    rim.fill(RIM)
    pixels = pygame.surfarray.pixels_alpha(rim)
    pixels[:] = (wide * np.float32(RIM_ALPHA)).astype(np.uint8)
    del pixels
    rim.blit(image, (0, 0))
    return rim


def blur_of(scale: float) -> int:
    """How far a shadow is blurred, in pixels."""
    return max(1, round(2.0 * scale))


def shadow(big: pygame.Surface, scale: float) -> pygame.Surface:
    """The thing's outline laid on the ground, away from a light in the upper left; foot at the lower left."""
    blur = blur_of(scale)
    width, tall = big.get_width() // 2, big.get_height() / 2
    height = max(1, round(tall * FLAT))
    flat = pygame.transform.smoothscale(big, (max(1, width), height))
    alpha = pygame.surfarray.array_alpha(flat).T
    run = SLANT / FLAT
    laid = np.zeros((height + 4 * blur, width + round(run * height) + 4 * blur), np.float32)
    for row in range(height):
        shift = 2 * blur + round((height - 1 - row) * run)
        laid[2 * blur + row, shift : shift + alpha.shape[1]] = alpha[row]
    for _ in range(2):
        laid = _averaged(_averaged(laid, blur).T, blur).T
    shade = (laid * (SHADOW_ALPHA / 255)).astype(np.uint32)
    red, green, blue = (shade * part // 255 for part in SHADOW)
    result = pygame.Surface(laid.shape[::-1], pygame.SRCALPHA, 32)
    red_shift, green_shift, blue_shift, alpha_shift = result.get_shifts()
    pixels = pygame.surfarray.pixels2d(result)
    pixels[:] = (shade << alpha_shift | red << red_shift | green << green_shift | blue << blue_shift).T
    del pixels
    return result


def _averaged(values: Floats, reach: int) -> Floats:
    """Each row's moving average over `reach` rows to either side."""
    summed = np.cumsum(np.pad(values, ((reach + 1, reach), (0, 0))), axis=0)
    mean: Floats = ((summed[2 * reach + 1 :] - summed[: -2 * reach - 1]) / (2 * reach + 1)).astype(np.float32)
    return mean
