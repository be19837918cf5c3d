"""The fund: it carries homes through a drought and a frost while it is tended, and fades where nobody tends it. Where
luck changes, those who gave are those who receive.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial

from game.engine.calendar import SEASON, YEAR
from game.engine.households import NEEDS
from game.engine.tick import tick
from game.engine.world import World
from game.lab.playing import play
from game.lab.policies import POLICIES
from game.levels.loading import parse_level
from game.levels.opening import open_world
from game.play.session import Session
from tests.laws.plays import level
from tests.laws.proof import law

VALLEY = """\
format: 1
title: A valley
story: Five homes, each beside something else.
minutes: 5
age: 10+
years: 6
map: |
  ####................
  ##.A...ss........~~.
  #.....ssss......~~~.
  ......sBss.....~~C..
  .......ss.......~~..
  ....................
  ...ga.h.gaga........
  ...agaga....ss......
  ..D..gag...ssss.....
  ..........sssEs...##
  ............ss...###
  ................####
legend:
  A: {home: {name: Ada, needs: [food, water, warmth], works: 3}}
  B: {home: {name: Bo, needs: [food, water, warmth], works: 3, food: 24}}
  C: {home: {name: Cleo, needs: [food, water, warmth], works: 3, water: 24}}
  D: {home: {name: Dan, needs: [food, water, warmth], works: 3}}
  E: {home: {name: Eve, needs: [food, water, warmth], works: 3, wood: 16}}
  s: {plant: serviceberry}
  g: {plant: goldenrod}
  a: {plant: aster}
  h: {hive: {workers: 12, honey: 60}}
verbs: [meet]
goals: [{text: All fare well., measure: flourishing, at_least: 1}]
stars:
  - {title: Everyone well, needs: [{text: Flourishing is 60., measure: flourishing, at_least: 60}]}
  - {title: The worst-off lifted, needs: [{text: Nobody is below 50., measure: worst_off, at_least: 50}]}
  - {title: Lasting, needs: [{text: After a year alone nobody is below 40., measure: lasting, at_least: 40}]}
hints: [Look who is short., "Who has plenty?"]
reflect: ["Who received something, and from whom?"]
evidence: {badge: story, note: Why we think it is so.}
fund: {}
"""
HARD = {"drought": "{weather: drought, year: YEAR, from_day: 20, to_day: 95, strength: 100}",
        "frost": "{weather: frost, year: YEAR, from_day: 0, to_day: 12, strength: 40}"}
YEARS = 3


@cache
def valley(weather: str, seed: int, *, fund: bool, tended: bool = True) -> tuple[World, int]:
    """The valley after some years with hard weather in each; and for how many ticks a need of a home went unmet."""
    events = "".join(f"\n  - {HARD[weather].replace('YEAR', str(year))}" for year in range(1, YEARS + 1))
    text = VALLEY if fund else VALLEY.replace("fund: {}\n", "")
    world = open_world(parse_level(f"{text}events:{events}\n"), seed)
    short, homes = 0, world.households
    before = {need: homes.column(need).copy() for need in NEEDS}
    for _ in range(YEARS * YEAR):
        tick(world)
        if tended and world.tick % SEASON == 0:
            world.commons.tend(SEASON)
        for need in NEEDS:
            short += int((homes.column(need) < before[need]).sum()) + int((homes.column(need) == 0).sum())
            before[need] = homes.column(need).copy()
    return world, short


def short_of(weather: str, seed: int, *, fund: bool = True) -> float:
    """For how much of the time without a fund a home is short with one."""
    return valley(weather, seed, fund=fund)[1] / max(1, valley(weather, seed, fund=False)[1])


def test_in_a_drought_the_fund_halves_the_time_in_want(seeds):
    law("fund_drought", seeds, partial(short_of, "drought"), partial(short_of, "drought", fund=False))


def test_in_a_frost_the_fund_halves_the_time_in_want(seeds):
    law("fund_frost", seeds, partial(short_of, "frost"), partial(short_of, "frost", fund=False))


def test_a_fund_that_nobody_tends_fades_within_two_years(seeds):
    def given_later(seed: int, *, tended: bool = False) -> float:
        """What goes to the fund and out of it in the third year and the fourth."""
        world = open_world(parse_level(VALLEY), seed)
        for _ in range(YEARS * YEAR):
            if world.tick == 2 * YEAR:
                before = int(world.commons.gifts.sum())
            tick(world)
            if tended and world.tick % SEASON == 0:
                world.commons.tend(SEASON)
        return int(world.commons.gifts.sum()) - before

    law("fund_fades", seeds, given_later, partial(given_later, tended=True))


def test_those_who_gave_are_those_who_receive(seeds):
    def gave_before(seed: int, without: str | None = None) -> float:
        """Of the homes that the fund helps in a year after the third, how many percent had given to it before; 0 if it
        helps none. The frost of the level is left out, since it comes to all alike: luck alone is tried."""
        session = Session(replace(level("the_fund"), spells=()), seed, without=without)
        homes, fund = len(session.level.homes), session.world.commons.FUND
        play(session, POLICIES["share"], YEARS * YEAR)
        by_then = session.world.commons.gifts.copy()
        play(session, POLICIES["share"], session.level.ticks)
        later = session.world.commons.gifts - by_then
        gave = by_then[:homes, fund].reshape(homes, -1).sum(axis=1) > 0
        helped = later[fund, :homes].reshape(homes, -1).sum(axis=1) > 0
        return 100 * int((gave & helped).sum()) / max(1, int(helped.sum()))

    law("fund_turns", seeds, gave_before, partial(gave_before, without="fortunes"))
