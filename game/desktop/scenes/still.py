"""The ready-made picture of the title's meadow: the first thing that is seen, before anything else is read in.

`python -c "from game.desktop.scenes.meadow import take_picture; take_picture('assets/pictures/title.jpg')"` makes it
anew when the meadow or its drawings have changed.
"""

from __future__ import annotations

import pygame

from game.paths import ASSETS

READY_MADE = ASSETS / "pictures" / "title.jpg"


def ready_made(size: tuple[int, int]) -> pygame.Surface:
    """The picture of the title's meadow, covering a window of this size."""
    picture = pygame.image.load(READY_MADE).convert()
    width, height = picture.get_size()
    factor = max(size[0] / width, size[1] / height)
    if factor != 1:
        picture = pygame.transform.smoothscale_by(picture, factor)
    left, top = (picture.get_width() - size[0]) // 2, (picture.get_height() - size[1]) // 2
    return picture.subsurface((left, top, *size)) if (left, top) != (0, 0) else picture
