"""The model in plain words: `docs/model.md`, made from the systems' docstrings, the species and the table of laws.

Run `python3 -m game.lab.book` after a change to any of them.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Sequence
from types import ModuleType

import yaml

from game.engine import tick
from game.engine.species import NEVER, Animal, Partnership, Plant, Species
from game.levels.loading import load_partnerships, load_species
from game.paths import ROOT

PAGE = ROOT / "docs" / "model.md"
LAWS = ROOT / "tests" / "laws" / "thresholds.yaml"
HEADINGS = ("In the world", "In the game", "In numbers", "Moves", "Partnership", "Switched off", "Evidence")
PLANTS_TOLD = ("body", "flowers_at", "sugar_cap", "bloom", "sets_fruit", "fruit_carbon", "fruit_mineral", "life")
ANIMALS_TOLD = ("eats", "holds", "comfort", "hungry", "breeds_at", "upkeep", "mineral", "life")
OPENING = """# The model in plain words

*Made from the code by `python3 -m game.lab.book`; do not edit by hand.*

All matter is counted: water, carbon and mineral are whole motes, and a mote never appears or vanishes, it only moves.
Sunlight comes from outside. A year has 128 ticks, a season 32; normal speed plays 4 ticks a second. The processes
below happen in this order, the slow ones not on every tick. To see what a process or a partnership does, switch it off,
all else equal: `python3 main.py run gold_and_purple --without goldenrod_and_aster`, or `--without bees`. Shares of
whole motes are rounded up or down by chance, so that small stocks are not stuck.

Badges: *solid* is well supported, *debated* means specialists disagree, *story* is a tradition, an observation or an
essay's image. The keys stand in [sources.md](sources.md), the words in [glossary.md](glossary.md).
"""


def page() -> str:
    """The whole page, as it should be."""
    parts = [OPENING, "## The processes of a day\n"]
    parts += [_system(inspect.getmodule(system)) for system in tick.DAY]
    parts += ["## The species\n", _species(), "## The partnerships\n", *map(_partnership, load_partnerships().values())]
    parts += ["\n## The laws\n", _laws()]
    return "\n".join(parts)


def _system(module: ModuleType | None) -> str:
    assert module is not None
    doc = inspect.getdoc(module) or ""
    title, told = doc.split("\n", 1)
    name = module.__name__.rpartition(".")[2]
    lines = [f"### {title.rstrip('.')}\n", f"[`{name}.py`](../game/engine/systems/{name}.py)\n"]
    lines += [f"- **{heading}:** {_worked_out(text, module)}" for heading, text in _sections(told)]
    lines.append(f"- **To compare:** `python3 main.py run LEVEL --without {name}` lets this process rest.")
    if numbers := list(_numbers(module)):
        lines += ["", "| Number | | |", "|---|---|---|", *numbers]
    return "\n".join(lines) + "\n"


def _sections(told: str) -> Iterator[tuple[str, str]]:
    starts = re.split(rf"^({'|'.join(HEADINGS)})\b", told, flags=re.MULTILINE)
    for heading, text in zip(starts[1::2], starts[2::2], strict=True):
        yield heading, " ".join(text.split())


def _worked_out(text: str, module: ModuleType) -> str:
    """`text` with what stands in braces worked out from the file's own numbers, so that they never differ."""
    return re.sub(r"\{(.+?)\}", lambda sum_: str(eval(sum_[1], vars(module))), text)


def _numbers(module: ModuleType) -> Iterator[str]:
    """The constants of a file with the comment that stands behind each."""
    source = inspect.getsource(module)
    lines = source.splitlines()
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and "#" in (line := lines[node.lineno - 1]):
            value, comment = line.split("=", 1)[1].split("#", 1)
            names = ", ".join(ast.unparse(target).strip("()") for target in node.targets)
            yield f"| {names.lower().replace('_', ' ')} | {value.strip()} | {comment.strip()} |"


def _species() -> str:
    kinds = load_species().values()
    plants = [kind for kind in kinds if isinstance(kind, Plant)]
    animals = [kind for kind in kinds if isinstance(kind, Animal)]
    lines = ["Numbers are motes and ticks; [the species' files](../assets/species) say what each one is.\n"]
    lines += _table("Plant", PLANTS_TOLD, plants)
    lines += _table("Animal", ANIMALS_TOLD, animals)
    lines += [f"- **{kind.title}**: {kind.note}" for kind in kinds if kind not in plants]
    return "\n".join(lines) + "\n"


def _table(what: str, columns: tuple[str, ...], kinds: Sequence[Species]) -> list[str]:
    """Numbers of some kinds side by side, a row each."""
    head = f"| {what} | " + " | ".join(column.replace("_", " ") for column in columns) + " |"
    rows = ["".join(f" {_told(getattr(kind, column))} |" for column in columns) for kind in kinds]
    return [head, "|---" * (len(columns) + 1) + "|",
            *(f"| {kind.title} |{row}" for kind, row in zip(kinds, rows, strict=True)), ""]


def _told(value: object) -> str:
    """A number, a span of days, or names."""
    if value == NEVER:
        return "never"
    if isinstance(value, tuple):
        return ("-" if isinstance(value[0], int) else ", ").join(map(str, value)) if value else "nothing"
    return str(value)


def _partnership(bond: Partnership) -> str:
    terms = ", ".join(f"{name} {value}" for name, value in bond.terms.items())
    evidence = f"Evidence: {bond.evidence} ({bond.source})."
    off = f"Without it: `--without {bond.name}`."
    return f"- **{bond.title}** (*{bond.kind}*; {terms or 'no terms'}). {bond.note} {off} {evidence}"


def _laws() -> str:
    lines = [
        "Each is tested over many seeds, and the test is shown to fail with the mechanism cut out:",
        "`python3 main.py test -k laws`.\n",
        "| Law | Threshold | In each of so many seeds |",
        "|---|---|---|",
    ]
    for law in yaml.safe_load(LAWS.read_text(encoding="utf-8")).values():
        threshold = f"at least {law['at_least']}" if "at_least" in law else f"at most {law['at_most']}"
        lines.append(f"| {law['says']} | {threshold} | {law['percent_of_seeds']} % |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
