"""How much goes on the fridge sheet: from all of it to one step, until it is one page."""

from __future__ import annotations

from dataclasses import dataclass, replace

MOST_STEPS = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """Hoeveel er op past. What is left out here stands on the full sheet."""

    has_dutch_help: bool = True
    has_next_date: bool = True
    has_dutch_dates: bool = True
    has_place: bool = True
    title_lines: int = 4
    steps: int = MOST_STEPS
    tightness: float = 1.0


_CLOSE = Fit(has_dutch_help=False, tightness=0.5)
_CLOSER = replace(_CLOSE, has_place=False, has_next_date=False)
FITS = (
    Fit(),
    Fit(tightness=0.6),
    Fit(has_dutch_help=False, tightness=0.8),
    _CLOSE,
    replace(_CLOSE, has_place=False),
    replace(_CLOSE, has_next_date=False),
    _CLOSER,
    replace(_CLOSER, has_dutch_dates=False),
    replace(_CLOSER, has_dutch_dates=False, title_lines=2, tightness=0.3),
    replace(_CLOSER, has_dutch_dates=False, title_lines=2, tightness=0.3, steps=2),
    replace(_CLOSER, has_dutch_dates=False, title_lines=1, tightness=0.3, steps=1),
)
