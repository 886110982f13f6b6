"""The help block without a situation: counter, phone and hours for every page."""

from __future__ import annotations

from overview.wiring import get_portal
from overview.words.view import HelpView


def get_help(language: str) -> HelpView:
    """Hulp in one language, from the counter the operator set."""
    return get_portal().build_help(language)
