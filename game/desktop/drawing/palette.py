"""The land's colours by season: shade, mid and light of each terrain, and what leaves turn into.

Checked under deuteranopia and protanopia; the cool sage of the meadow is what lifts goldenrod off the ground.
"""

from __future__ import annotations

from game.desktop.drawing.picture import FOREST, HARD_ROCK, MEADOW, PATH, ROCK, SOIL, WATER, Season

RGB = tuple[int, int, int]


def rgb(colour: str) -> RGB:
    """`#rrggbb` as three numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hexed(colour: tuple[float, float, float]) -> str:
    """Three numbers as `#RRGGBB`, kept within 0..255."""
    return "#" + "".join(f"{max(0, min(255, round(part))):02X}" for part in colour)


def mixed(first: RGB, second: RGB, share: float) -> tuple[float, float, float]:
    """`first` with a `share` (0..1) of `second`."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def brightness(colour: RGB) -> float:
    """Perceived brightness, 0..255."""
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]


PETALS = {
    "blue": "#6A8FD0",
    "gold": "#F0B91F",
    "orange": "#E58A2B",
    "pink": "#E08AB2",
    "purple": "#A284D6",
    "red": "#CC4A3C",
    "white": "#F4F1E6",
    "yellow": "#F3DA55",
}
"""What the names mean that a species may give for the colour of its petals."""

GROUND: dict[Season, dict[int, tuple[str, str, str]]] = {
    "spring": {
        MEADOW: ("#7DB57F", "#8CC08A", "#A0CD9B"),
        SOIL: ("#7A5A3E", "#8A6848", "#9A7752"),
        ROCK: ("#8F958F", "#A3A9A0", "#B7BCB2"),
        HARD_ROCK: ("#BDC0B6", "#C8CBC1", "#D4D6CD"),
        WATER: ("#4A93AE", "#5BA5BD", "#78BACC"),
        FOREST: ("#5F9A72", "#6CA67D", "#7BB38A"),
        PATH: ("#CDB68A", "#D9C499", "#E3D1AA"),
    },
    "summer": {
        MEADOW: ("#669C6C", "#74A978", "#88B889"),
        SOIL: ("#775639", "#876443", "#98734E"),
        ROCK: ("#8C918A", "#A0A59B", "#B5B9AE"),
        HARD_ROCK: ("#BBBDB1", "#C7C9BD", "#D3D5CA"),
        WATER: ("#3F88A8", "#509BB8", "#6FB2C8"),
        FOREST: ("#4F8463", "#5E9272", "#6D9F80"),
        PATH: ("#D6C096", "#E2CFA4", "#ECDDBB"),
    },
    "autumn": {
        MEADOW: ("#C29C5B", "#D3AE6E", "#DFC08A"),
        SOIL: ("#6E4F36", "#7E5C40", "#8F6C4C"),
        ROCK: ("#8A8C86", "#9D9F97", "#B1B3A9"),
        HARD_ROCK: ("#B8B7AC", "#C4C3B8", "#D1D0C6"),
        WATER: ("#42809C", "#5292AC", "#6FA8BE"),
        FOREST: ("#A8764A", "#B88658", "#C7996C"),
        PATH: ("#DCC8A4", "#E7D7B6", "#F0E4CB"),
    },
    "winter": {
        MEADOW: ("#C9D3D0", "#DAE2DE", "#EAF0EC"),
        SOIL: ("#857669", "#978879", "#AA9C8D"),
        ROCK: ("#8B9298", "#A3AAAE", "#CBD2D4"),
        HARD_ROCK: ("#B4BBBF", "#C3CACD", "#D6DCDE"),
        WATER: ("#8FB4C4", "#A5C6D3", "#C2DAE2"),
        FOREST: ("#B3BFBA", "#C3CEC9", "#D4DDD8"),
        PATH: ("#CFC8BA", "#DBD5C8", "#E7E2D7"),
    },
}
CONTRAST = 0.55  # of the three tones: all of it looks like camouflage

HAZE: dict[Season, str] = {"spring": "#A9CFAE", "summer": "#94BDA0", "autumn": "#DCC79B", "winter": "#E4EAE8"}

LEAVES: dict[str, dict[Season, tuple[str, str, str]]] = {
    "tree": {
        "spring": ("#3E7A44", "#77B255", "#B5DB7C"),
        "autumn": ("#8A3F1C", "#CF7A2B", "#F2BE58"),
        "winter": ("#6B6A66", "#A7A8A4", "#E8ECEA"),
    },
    "herb": {
        "spring": ("#5B9A4A", "#93C963", "#C8E994"),
        "autumn": ("#6F7431", "#A3963F", "#D6C873"),
        "winter": ("#6A6354", "#A39A86", "#DDE0DA"),
    },
    "evergreen": {
        "spring": ("#3F7248", "#6A9F5A", "#A2C987"),
        "autumn": ("#44683A", "#738E48", "#A9B56C"),
        "winter": ("#4A6455", "#7F9A86", "#DCE6E0"),
    },
}
PALE = ("#8E9A4A", "#C3C878", "#E9EAB4")
