"""Tallies: what has happened so far, counted as it happens. They are fields of the world, `tally_` before their names.

Animals and colonies keep their own (`animals.py`, `colonies.py`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

DEATHS = ("thirst", "hunger", "shade", "old_age", "taken", "frost")
OF_PLANTS = ("visits", "seeds_set", "births", "recruits", "grown_deaths")
OF_LAST_YEAR = ("recruits", "grown_deaths")  # these are counted from each year's first day; the year before is kept


def hold_tallies(fields: dict[str, NDArray[Any]], kinds: int) -> None:
    """Begin to count: OF_PLANTS by number of kind, `deaths` by kind and DEATHS, `soil_formed` in tiles."""
    rows = kinds + 1
    for tally in (*OF_PLANTS, *(f"{tally}_last_year" for tally in OF_LAST_YEAR)):
        fields[f"tally_{tally}"] = np.zeros(rows, np.int64)
    fields["tally_soil_formed"] = np.zeros(1, np.int64)
    fields["tally_deaths"] = np.zeros((rows, len(DEATHS)), np.int64)
