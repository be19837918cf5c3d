"""Type: our own font by name, letters that it really has, lines that never lose a letter."""

from __future__ import annotations

import struct
from pathlib import Path

import pygame
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.desktop.kit import lettering
from game.desktop.kit.look import Look
from game.desktop.kit.scripts import OWN, runs, script_of
from game.desktop.kit.theme import SMALL
from game.paths import ASSETS


def glyphs(path: Path) -> set[int]:
    """The code points a font has, read from its character map (formats 4 and 12), which pygame does not tell."""
    font = path.read_bytes()
    tables = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(struct.unpack_from(">H", font, 4)[0]))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    found: set[int] = set()
    for i in range(struct.unpack_from(">H", font, start + 2)[0]):
        table = start + struct.unpack_from(">HHI", font, start + 4 + 8 * i)[2]
        kind = struct.unpack_from(">H", font, table)[0]
        if kind == 4:
            count = struct.unpack_from(">H", font, table + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", font, table + 14)
            starts = struct.unpack_from(f">{count}H", font, table + 16 + 2 * count)
            found.update(*(range(first, last + 1) for first, last in zip(starts, ends, strict=True)))
        elif kind == 12:
            for group in range(struct.unpack_from(">I", font, table + 12)[0]):
                first, last, _ = struct.unpack_from(">III", font, table + 16 + 12 * group)
                found.update(range(first, last + 1))
    return found - {0xFFFF}


@pytest.mark.parametrize("files", lettering.FAMILIES.values(), ids=lettering.FAMILIES)
def test_every_letter_of_our_english_words_is_in_every_font_of_ours(files):
    def strings(node: object) -> str:
        if isinstance(node, dict):
            return "".join(strings(each) for each in node.values())
        return "".join(map(strings, node)) if isinstance(node, list) else str(node)

    words = "".join(
        strings(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in (ASSETS / "words" / "en").glob("*.yaml")
    )
    for file in files:
        missing = {letter for letter in words + "Zoë é ñ ł" if letter.isprintable()} - {
            chr(code) for code in glyphs(ASSETS / "fonts" / file)
        }
        assert not missing, f"{file} lacks {missing}"


def test_each_font_comes_with_its_licence():
    licences = " ".join(path.name for path in (ASSETS / "fonts").glob("*.txt"))
    for regular, _ in lettering.FAMILIES.values():
        assert regular.split("-")[0] in licences


def test_pygames_built_in_font_is_never_used(monkeypatch):
    asked = []
    real = pygame.font.Font
    monkeypatch.setattr(pygame.font, "Font", lambda path, size: asked.append(str(path)) or real(path, size))
    lettering.font.cache_clear()
    Look().width("Aster", 14.5)
    assert asked
    assert all(Path(path).is_relative_to(ASSETS / "fonts") for path in asked)


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("a", OWN),
        ("ë", OWN),
        ("Ж", OWN),
        ("→", OWN),
        ("蜜", "han"),
        ("م", "arabic"),
        ("ב", "hebrew"),
        ("ᒪ", "syllabics"),
    ],
)
def test_each_letter_has_its_script(letter, script):
    assert script_of(letter) == script


def test_spaces_stay_with_the_script_before_them():
    assert runs("蜜蜂 und bees") == (("han", "蜜蜂 "), (OWN, "und bees"))
    assert runs("") == ((OWN, ""),)


@given(st.text(alphabet="abc defg hijklmnop éß 蜜蜂\n", max_size=60), st.integers(20, 200))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text, limit):
    lines = lettering.wrap(text, "andika", 15, False, limit)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(lettering.width(line, "andika", 15, False) <= limit for line in lines)


@given(st.text(alphabet="Wil d蜜e", min_size=1, max_size=30))
def test_a_measured_line_is_as_wide_as_the_rendered_one(text):
    image = lettering.line(text, "andika", 15, False, "#000000")
    assert image.get_width() == pytest.approx(lettering.width(text, "andika", 15, False), abs=1)


def test_nothing_is_set_smaller_than_is_legible():
    assert Look().pixels(8) == round(SMALL)


def test_words_in_another_script_are_still_drawn():
    image = lettering.line("bees 蜜蜂", "andika", 20, False, "#000000")
    assert image.get_width() > lettering.width("bees ", "andika", 20, False)


def test_a_no_break_space_keeps_a_number_with_its_unit():
    assert lettering.wrap("a b\u00a0c d", "andika", 15, False, lettering.width("a b", "andika", 15, False)) == (
        "a",
        "b\u00a0c",
        "d",
    )
