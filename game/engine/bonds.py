"""Bonds: what the partnerships of a world say about who goes with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.species import Partnership, PartnershipKind

Bonds = Sequence[Partnership]


def members(bonds: Bonds, kind: PartnershipKind) -> set[str]:
    """Everyone in a partnership of a kind."""
    return {name for bond in bonds if bond.kind == kind for name in bond.members}


def pairings(bonds: Bonds, index: Mapping[str, int]) -> tuple[tuple[int, int, int], ...]:
    """The numbers of two plants that show each other off, and the boost, for each two of a pairing."""
    return tuple(
        (index[first], index[second], bond.terms["boost"])
        for bond in bonds
        if bond.kind == "pairing"
        for at, first in enumerate(bond.members)
        for second in bond.members[at + 1 :]
    )


def carriers(bonds: Bonds) -> dict[tuple[str, str], Partnership]:
    """The first partnership in which one kind carries the seed of another, by their names."""
    return {
        (carrier, carried): bond
        for bond in reversed(bonds)
        if bond.kind == "carrying"
        for carrier in bond.members
        for carried in bond.members
    }


def exchanging(bonds: Bonds, name: str) -> set[str]:
    """Everyone that a species is in an exchange with, and itself; nobody if it is in none."""
    shared = [bond.members for bond in bonds if bond.kind == "exchange" and name in bond.members]
    return {member for members in shared for member in members}
