"""Where the portal's own files and pages live."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from overview.domain.identity import Assurance

ROOT: Final = Path(__file__).resolve().parents[2]
STATIC: Final = ROOT / "static"

PAGES: Final = (
    *("questions", "overview", "agencies", "danger", "accessibility"),
    *("letters", "sign", "help_around", "glossary", "case", "debts"),
    *("keep", "my_data", "note", "code"),
    *("worker", "conversation", "story", "goals", "own_step", "agree", "handover", "ending"),
)
"""Page addresses beside the start page; the same in every language and saying nothing private."""

NEEDS_LEVEL: Final = {"my_data": Assurance.SUBSTANTIAL, "keep": Assurance.LOW}
"""Pages for who signed in only, and at which level at least."""
