"""What the paper's benchmark prints: twenty situations, and the same text for the peers."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, Final, cast
from unittest.mock import patch

from overview.paper import PaperPrinter
from overview.paper.pieces import Piece
from overview.paper.printer import Sheet
from overview.paper.rows import Row
from overview.paper.setting import Setter
from overview.wiring import Portal
from overview.words.text import Sentence, Span
from overview.words.view import OverviewView

TODAY: Final = date(2026, 11, 23)
SITUATIONS: Final = 20
OPEN_STEPS: Final = 4
_LEVELS: Final = {"title": 1, "heading": 2, "step_title": 3}
Pair = tuple[OverviewView, OverviewView]


@dataclass(frozen=True, slots=True)
class Line:
    """Regel tekst voor een andere zetter: level 1 to 3 for a heading, 0 for a paragraph.

    `address` is where it leads when it is a link.
    """

    level: int
    language: str
    text: str
    address: str = ""


def make_pairs(portal: Portal) -> list[Pair]:
    """Arabic with Dutch beside it, for twenty moves on different days with other steps open."""
    pairs: list[Pair] = []
    for index in range(SITUATIONS):
        on = (TODAY - timedelta(days=index)).isoformat()
        event: dict[str, object] = {
            "id": "moving_house",
            "on": on,
            "answers": {"old_home": "rent", "new_home": "rent_social", "same_municipality": "no"},
        }
        answers = {"children": "over_4", "income_from": "work", "low_income": "yes", "has_digid": "yes"}
        whole: dict[str, object] = {"answers": answers, "life_events": [event], "pace": 1}
        situation = portal.read_situation(json.dumps(whole), TODAY)
        steps = sorted({planned.id for planned in portal.make_overview(situation, TODAY).plan.steps})
        start = index % max(len(steps) - OPEN_STEPS, 1)
        whole["not_needed"] = [step for step in steps if step not in steps[start : start + OPEN_STEPS]]
        situation = portal.read_situation(json.dumps(whole), TODAY)
        arabic = portal.build_view(situation, TODAY, "ar")
        pairs.append((arabic, portal.build_view(situation, TODAY, "nl")))
    return pairs


def renew(view: OverviewView, mark: str) -> OverviewView:
    """The same overview with a new word in every sentence."""
    return cast(OverviewView, _renewed(view, mark))


def _renewed(value: Any, mark: str) -> Any:
    if isinstance(value, Sentence):
        extra = Span(f" {mark}", value.language)
        return replace(value, spans=(*value.spans, extra)) if value.spans else value
    if isinstance(value, tuple):
        return tuple(_renewed(item, mark) for item in value)
    if isinstance(value, dict):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _renewed(getattr(value, f.name), mark) for f in fields(value)}
        return type(value)(**changed)
    return value


def lines_of(pair: Pair, sheet: Sheet = "full") -> list[Line]:
    """The text of a sheet, paragraph by paragraph, exactly as our own printer sets it."""
    lines: list[Line] = []
    original = Setter.rows_of

    def record(
        self: Setter, pieces: tuple[Piece, ...], language: str, look: str, *rest: Any, **named: Any
    ) -> list[Row]:
        text = "".join(piece.text for piece in pieces)
        # typst refuses a heading that skips a level; the fridge sheet has no middle one.
        above = next((line.level for line in reversed(lines) if line.level), 0)
        level = min(_LEVELS.get(look, 0), above + 1)
        lines.append(Line(level, language, text, named.get("address", "")))
        return original(self, pieces, language, look, *rest, **named)

    with patch.object(Setter, "rows_of", record):
        PaperPrinter().print_overview(*pair, sheet=sheet)
    return lines
