"""Reports as tables for people; as JSON they are printed as they are."""

from __future__ import annotations

from typing import Any

from game.words import say

MOST_FLOWS = 12
Row = tuple[str, ...]


def run_as_text(report: dict[str, Any], without: str | None = None) -> str:
    """A play's report as lines to read."""
    flourishing = report["flourishing"]
    lines = [say("cli.run.title", **{key: report[key] for key in ("level", "seed", "policy", "ticks")})]
    if without:
        lines.append(say("cli.run.without", without=without))
    lines += [
        say("cli.run.flourishing", final=flourishing["final"], mean=flourishing["mean"], least=flourishing["min"]),
        say("cli.run.stars", count=report["stars"]),
        "",
        *_table(_members(report["members"])),
        "",
        say("cli.run.goals"),
        *(_goal(goal) for goal in report["goals"]),
        "",
        say("cli.run.matter"),
        *(_matter(kind, ends) for kind, ends in report["matter"].items()),
        "",
        *_living(report),
        say("cli.run.flows"),
        *_table(_flows(report["flows"])),
        "",
        say("cli.run.state", hash=report["hash"]),
    ]
    return "\n".join(lines)


def _members(members: dict[str, dict[str, Any]]) -> list[Row]:
    columns = ("wellbeing", "count", "visits", "seeds", "births")
    rows: list[Row] = [tuple(say(f"cli.run.columns.{column}") for column in ("member", *columns, "deaths"))]
    for name, told in members.items():
        numbers = ("-" if told[column] is None else str(told[column]) for column in columns)
        deaths = (f"{count} {cause.replace('_', ' ')}" for cause, count in told["deaths"].items())
        rows.append((name, *numbers, ", ".join(deaths) or "-"))
    return rows


def _goal(goal: dict[str, Any]) -> str:
    return f"  {goal['text']} ({say('cli.run.met', tick=goal['tick']) if goal['met'] else say('cli.run.not_met')})"


def _matter(kind: str, ends: dict[str, int]) -> str:
    return "  " + say("cli.run.matter_line", kind=kind, **ends)


def _living(report: dict[str, Any]) -> list[str]:
    """What partnerships, web, trees and animals did; nothing is said of what a level does not have."""
    told = [_partnership(name, bond) for name, bond in report["partnerships"].items()]
    if report["soil_formed"]:
        told.append(say("cli.run.soil_formed", count=report["soil_formed"]))
    if report["network"]["tiles"]:
        told.append(say("cli.run.network", **report["network"]))
    if any(report["masting"]["years"]):
        years = ", ".join(str(bore) for bore in report["masting"]["years"])
        synchrony = report["masting"]["synchrony"]
        told.append(say("cli.run.masting", years=years))
        told += [say("cli.run.synchrony", synchrony=synchrony)] if synchrony is not None else []
    if report["carried"]["seeds"]:
        told.append(say("cli.run.carried", **report["carried"]))
    told += [say("cli.run.animals", name=name, **animals) for name, animals in report["animals"].items()]
    return [say("cli.run.partnerships"), *(f"  {line}" for line in told), ""] if told else []


def _partnership(name: str, bond: dict[str, Any]) -> str:
    if bond["formed"] is None:
        return say("cli.run.never_formed", name=name)
    moved = ", ".join(f"{motes} {kind}" for kind, motes in bond["moved"].items())
    return say("cli.run.formed", name=name, tick=bond["formed"], moved=moved)


def _flows(flows: dict[str, dict[str, int]]) -> list[Row]:
    flown = [(motes, cause, kind) for cause, kinds in flows.items() for kind, motes in kinds.items()]
    return [(f"  {cause}", str(motes), kind) for motes, cause, kind in sorted(flown, reverse=True)[:MOST_FLOWS]]


def bench_as_text(report: dict[str, Any]) -> str:
    """Measured speeds as a table."""
    rows: list[Row] = [tuple(say(f"cli.bench.columns.{column}") for column in ("what", "median", "p99", "unit"))]
    for size, told in report.get("engine", {}).items():
        rows.append((say("cli.bench.engine", size=size), str(told["us_per_tick"]), str(told["p99"]), "µs"))
        rows.append((say("cli.bench.cells", size=size), str(told["bytes_per_cell"]), "", say("cli.bench.bytes")))
    whole = sum(report.get("systems", {}).values()) or 1
    for name, us in report.get("systems", {}).items():
        rows.append((say("cli.bench.system", name=name, share=round(100 * us / whole)), str(us), "", "µs"))
    if "yardstick_us" in report:
        rows.append((say("cli.bench.yardstick"), str(report["yardstick_us"]), "", "µs"))
        rows.append((say("cli.bench.ratio"), str(report["yardsticks_per_tick"]), "", say("cli.bench.yardsticks")))
    for part in ("frame", "frame_8x"):
        for size, told in report.get(part, {}).items():
            rows.append((say(f"cli.bench.{part}", size=size), str(told["median_ms"]), str(told["p99_ms"]), "ms"))
    if "start_ms" in report:
        memory = report["memory_mb"]
        rows.append((say("cli.bench.start"), str(report["start_ms"]), "", "ms"))
        rows.append((say("cli.bench.memory"), say("cli.bench.unknown") if memory is None else str(memory), "", "MB"))
    for size, most in report.get("play_memory_mb", {}).items():
        told = say("cli.bench.unknown") if most is None else str(most)
        rows.append((say("cli.bench.play_memory", size=size), told, "", "MB"))
    return "\n".join(_table(rows))


def _table(rows: list[Row]) -> list[str]:
    """Columns as wide as their widest cell; the first to the left, numbers to the right, the last as it comes."""
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for first, *middle, last in rows:
        numbers = (cell.rjust(width) for cell, width in zip(middle, widths[1:-1], strict=True))
        lines.append("  ".join([first.ljust(widths[0]), *numbers, last]).rstrip())
    return lines
