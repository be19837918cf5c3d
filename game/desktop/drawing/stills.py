"""Pictures kept ready-made between starts, so that the title shows its meadow before the meadow can be drawn."""

from __future__ import annotations

from pathlib import Path

import pygame


def keep(surface: pygame.Surface, folder: Path, name: str) -> None:
    """Write a still of this size; the file appears whole or not at all. Raises OSError where nothing can be written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, name, surface.get_size())
    half = path.with_suffix(".half.png")
    try:
        pygame.image.save(surface, half)
    except pygame.error as error:
        raise OSError(f"cannot write {half}") from error
    half.replace(path)


def recall(folder: Path, name: str, size: tuple[int, int]) -> pygame.Surface | None:
    """The still of this name and size, or nothing if there is none that can be read."""
    path = _path(folder, name, size)
    if not path.is_file():
        return None
    try:
        still = pygame.image.load(path).convert()
    except pygame.error:
        return None
    return still if still.get_size() == size else None


def _path(folder: Path, name: str, size: tuple[int, int]) -> Path:
    return folder / f"{name}-{size[0]}x{size[1]}.png"
