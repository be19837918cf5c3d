"""Colours by role. A theme is data: every role in every theme, so that a new theme is one more table here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Sizes of type in logical pixels, before the player's text scale.
SMALL: Final = 12.5
NOTE: Final = 13.5
BODY: Final = 14.5
LABEL: Final = 16.0
TITLE: Final = 17.0
HEADING: Final = 24.0
NUMBER: Final = 20.0
GRAND: Final = 56.0

TARGET: Final = 44.0
"""The least height and width, in logical pixels, of anything to be pressed."""


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """A name and, for each role, a colour as `#RRGGBB`; `least_contrast` is what words keep against their ground."""

    name: str
    roles: dict[str, str]
    least_contrast: float

    def __getitem__(self, role: str) -> str:
        """The colour of a role; a colour written `#RRGGBB` stands for itself. Raises KeyError for an unknown role."""
        return role if role.startswith("#") else self.roles[role]


MEADOW: Final = Theme(
    "meadow",
    {
        "ink": "#22302A",
        "soft": "#55645B",
        "paper": "#FCF7EA",
        "paper-2": "#F3EBD6",
        "raised": "#FFFFFF",
        "edge": "#E1D5B8",
        "button-edge": "#CDBF9C",
        "line": "#8A8368",
        "primary": "#2E6B4F",
        "primary-edge": "#24543E",
        "primary-hover": "#37805F",
        "on-primary": "#FFFFFF",
        "off": "#EFE8D6",
        "off-ink": "#646B60",
        "off-edge": "#CFC5A9",
        "chosen": "#FFF6D6",
        "chosen-edge": "#C78A00",
        "track": "#E6DABC",
        "handle": "#FFFFFF",
        "focus": "#1B3FA0",
        "halo": "#FFFFFF",
        "night": "#22302A",
        "on-night": "#FFFFFF",
        "night-title": "#FFE39A",
        "chip": "#DCE8C8",
        "on-chip": "#1F4A2C",
        "think": "#EFE7F7",
        "think-edge": "#6B4FA3",
        "on-think": "#5B3F99",
        "receives": "#1B6F69",
        "gives": "#8F5400",
        "shortfall": "#5B3F99",
        "safe": "#A9D6A5",
        "overshoot": "#B83A1E",
        "selection": "#C9DAF8",
        "composition": "#5B3F99",
        "title": "#FFF6DF",
        "shadow": "#1E2A22",
        "veil": "#6E7468",
    },
    4.5,
)

HIGH_CONTRAST: Final = Theme(
    "high contrast",
    {
        "ink": "#000000",
        "soft": "#1F2A24",
        "paper": "#FFFFFF",
        "paper-2": "#F4F4EE",
        "raised": "#FFFFFF",
        "edge": "#3A453E",
        "button-edge": "#3A453E",
        "line": "#22302A",
        "primary": "#0F4A30",
        "primary-edge": "#00140B",
        "primary-hover": "#155A3C",
        "on-primary": "#FFFFFF",
        "off": "#E6E6E0",
        "off-ink": "#3B423D",
        "off-edge": "#7A7F79",
        "chosen": "#FFF2B8",
        "chosen-edge": "#6B4700",
        "track": "#C9C9BF",
        "handle": "#FFFFFF",
        "focus": "#0A2A8C",
        "halo": "#FFFFFF",
        "night": "#0B120E",
        "on-night": "#FFFFFF",
        "night-title": "#FFE9AE",
        "chip": "#E3F0D2",
        "on-chip": "#0C3319",
        "think": "#F3ECFB",
        "think-edge": "#3D2578",
        "on-think": "#3D2578",
        "receives": "#084A45",
        "gives": "#5C3500",
        "shortfall": "#3D2578",
        "safe": "#8FCB8A",
        "overshoot": "#8A1F08",
        "selection": "#B6CFFB",
        "composition": "#3D2578",
        "title": "#FFFFFF",
        "shadow": "#000000",
        "veil": "#3C403A",
    },
    7.0,
)

THEMES: Final = (MEADOW, HIGH_CONTRAST)

WORDS_ON: Final = (
    *((ink, "paper") for ink in ("ink", "soft", "receives", "gives", "shortfall", "overshoot", "primary", "on-think")),
    *((ink, "paper-2") for ink in ("ink", "soft", "on-think", "receives", "gives")),
    *((ink, "raised") for ink in ("ink", "soft", "composition", "on-think")),
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    ("off-ink", "off"),
    ("ink", "chosen"),
    ("soft", "chosen"),
    ("ink", "selection"),
    ("on-night", "night"),
    ("night-title", "night"),
    ("title", "night"),
    ("title", "primary-edge"),
    ("on-chip", "chip"),
    ("ink", "think"),
    ("on-think", "think"),
)
"""Which roles stand on which: (words, ground). A test holds each theme to its least contrast on all of them."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it (relative luminance of sRGB)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rgb(colour: str) -> tuple[int, int, int]:
    """`#RRGGBB` as three numbers 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if (part := value / 255) <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for value in rgb(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
