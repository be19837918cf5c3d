"""Signs that merely look like those of a keyboard: letters of other alphabets, wide digits, curly quotes, odd spaces.

In what players read they are welcome. Elsewhere they are slips that nobody can see, so a text with mistakes is read
once more with the plain signs in their place: where that mends a line, the signs are what is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from game.levels.mistakes import Mistake
from game.words import say

Read = Callable[[str], Sequence[Mistake]]

MOST_READ = 24  # times that one text is read again
TWINS = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТХУІЈЅ" "οανιρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" "ıɡ" "–—‐‑‒−" "“”„‟‘’‚‛",
    "aeopcyxijshdqwABEKMHOPCTXYIJS" "oavipuABEZHIKMNOPTYX" "ig" "------" "\"\"\"\"''''",
)
"""Cyrillic, Greek and other letters, dashes and quotes, each with its plain twin."""
_LINE_END = re.compile("(\r\n|\r|\n)")


def plain(sign: str) -> str:
    """The sign of a keyboard that looks like this one; the same sign where there is none."""
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.digit(sign))
    twin = unicodedata.normalize("NFKC", sign.translate(TWINS))
    return twin if len(twin) == 1 and twin.isascii() else sign


def look_alikes(text: str, mistakes: Sequence[Mistake], read: Read) -> list[Mistake]:
    """The mistakes of a text, where it is such signs that are wrong those in place of what they lead to."""
    parts = _LINE_END.split(text)  # lines and their ends by turns
    found: list[Mistake] = []
    left, readings = list(mistakes), 0
    for line in sorted({mistake.line for mistake in mistakes if mistake.line}):
        at = 2 * (line - 1)
        written = parts[at] if at < len(parts) else ""
        odd = [column for column, sign in enumerate(written) if plain(sign) != sign]
        if not odd or readings + len(odd) >= MOST_READ:
            continue

        def wrong(words: str, at: int = at, line: int = line) -> tuple[int, list[Mistake]]:
            nonlocal readings
            readings += 1
            told = list(read("".join([*parts[:at], words, *parts[at + 1 :]])))
            return sum(mistake.line == line for mistake in told), told

        before = sum(mistake.line == line for mistake in left)
        mended = "".join(map(plain, written))
        still, told = wrong(mended)
        if still >= before:
            continue
        guilty = [x for x in odd if wrong(mended[:x] + written[x] + mended[x + 1 :])[0] > still] or odd
        found += [Mistake(mistakes[0].file, line, x + 1, _told(written[x])) for x in guilty]
        parts[at], left = "".join(plain(sign) if x in guilty else sign for x, sign in enumerate(written)), told
    return found + left


def _told(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    if sign.isspace():
        return say("levels.yaml.odd_space", code=code)
    name = unicodedata.name(sign, code).lower()
    return say("levels.yaml.look_alike", sign=sign, name=name, code=code, plain=plain(sign))
