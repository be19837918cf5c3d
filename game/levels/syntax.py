"""What a parser's complaint means to somebody who writes YAML once a year.

A parser stops where it can go no further, which is often a line below the slip. So the lines around are looked at for
the usual slips first: a tab, no space after a colon, a quote left open, a second colon in a text.
"""

from __future__ import annotations

import re

import yaml

from game.words import say

_TAB = re.compile(r"^ *(?P<here>\t)")
_NO_SPACE = re.compile(r"^\s*(?:- +)*[A-Za-z_][\w-]*(?P<here>:)(?=[^ \t\r:/])[^:]*$")  # a no-break space is none
_TWO_COLONS = re.compile(r"^\s*(?:- +)*[\w-]+:\s+(?P<here>[^\s\"'{\[|>#].*?:)(?:\s|$)")
_AFTER_QUOTE = re.compile(r"^[^\"#]*?[:-]\s+\"(?:[^\"\\]|\\.)*\"\s*(?P<here>[^\s,#\]}:])")
_APOSTROPHE = re.compile(r"^[^'#]*?[:-]\s+'(?:[^']|'')*(?P<here>')\s*[^\s,#\]}:]")
_DASH = re.compile(r"^\s*(?P<here>[–—•])\s")  # as word processors write a list
_OPENS_QUOTE = re.compile(r"(?:^\s*|[:\-,\[{]\s+)(?P<here>\")")
_AFTER_BRACKET = re.compile(r"^\s*(?:- +)*[\w-]+:\s+(?P<here>(?:\[[^\]]*\]|\{[^}]*\}))\s*[^\s,#\]}:]")
_BLOCK = re.compile(r"^ *(?:- +)*[\w-]+: *[|>][-+]? *(?:#.*)?$")
_ODD_START = re.compile(r"(?:^|[:-]\s+)(?P<here>[@`%])")


def explain_syntax(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Line and column (from 1) of the likely slip, and a sentence that says how to mend it."""
    mark = problem.problem_mark or problem.context_mark
    lines = text.splitlines() or [""]
    at = min(mark.line if mark else 0, len(lines) - 1)
    column = mark.column if mark else 0
    complaint, context = (problem.problem or "").lower(), (problem.context or "").lower()

    if (slip := _first(_TAB, lines, at, 0)) is not None:
        return *slip, say("levels.yaml.tab")
    if problem.context_mark and "quoted scalar" in context and "escape" not in complaint:
        return problem.context_mark.line + 1, problem.context_mark.column + 1, say("levels.yaml.open_quote")
    if "escape" in complaint:
        return at + 1, column + 1, say("levels.yaml.escape")
    if (quote := _open_quote(lines, at)) is not None:
        return *quote, say("levels.yaml.open_quote")
    usual: tuple[tuple[re.Pattern[str], str, int], ...] = (
        (_AFTER_QUOTE, "after_quote", 0), (_AFTER_BRACKET, "after_bracket", 0), (_APOSTROPHE, "apostrophe", 0),
        (_DASH, "dash", 0), (_TWO_COLONS, "second_colon", 0), (_NO_SPACE, "space_after_colon", 1),
        (_ODD_START, "odd_start", 0))
    for pattern, key, back in usual:
        if (slip := _first(pattern, lines, at, back)) is not None:
            return *slip, say(f"levels.yaml.{key}")
    if problem.context_mark and "flow" in context:
        return problem.context_mark.line + 1, problem.context_mark.column + 1, say("levels.yaml.open_bracket")
    if "alias" in context or "anchor" in context:
        return at + 1, column + 1, say("levels.yaml.alias")
    if problem.context_mark and "simple key" in context:
        at = problem.context_mark.line
        means = "block_indent" if at and _BLOCK.match(lines[at - 1]) else "no_colon"
    else:
        means = "indentation" if "expected" in complaint or "not allowed" in complaint else "other"
        column = column if means == "other" else len(lines[at]) - len(lines[at].lstrip())
    return at + 1, column + 1, say(f"levels.yaml.{means}", problem=problem.problem or "")


def _first(pattern: re.Pattern[str], lines: list[str], at: int, back: int) -> tuple[int, int] | None:
    """Where the pattern's `here` lies: on the line of the complaint, or up to `back` written lines above."""
    for line in [at, *[above for above in range(at - 1, -1, -1) if lines[above].strip()][:back]]:
        if (found := pattern.search(lines[line])) is not None:
            return line + 1, found.start("here") + 1
    return None


def _open_quote(lines: list[str], at: int) -> tuple[int, int] | None:
    """The nearest value above the line that begins with a double quote and does not end with one on its own line."""
    for line in range(at - 1, -1, -1):
        opened = _OPENS_QUOTE.search(lines[line])
        if opened is not None and len(re.findall(r'(?<!\\)"', lines[line].split(" #")[0])) % 2:
            return line + 1, opened.start("here") + 1
    return None
