"""What commands take in: days, languages and situation files, each refused by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from i18n.languages import LANGUAGES
from overview.domain.situation import Situation
from overview.services.fields import BadInput
from overview.services.json_input import LARGEST_INPUT
from overview.wiring import Portal

_EARLIEST: Final = date(1900, 1, 1)
_LATEST: Final = date(2100, 12, 31)


def read_day(text: str | None, portal: Portal) -> date:
    """The day of `--today`; today in Amsterdam when it was left out."""
    if text is None:
        return portal.today()
    try:
        day = date.fromisoformat(text) if len(text) == len("2026-11-22") else None
    except ValueError:
        day = None
    if day is None or not _EARLIEST <= day <= _LATEST:
        raise BadInput("--today", f"is geen datum die bestaat: {text!r}. Schrijf jjjj-mm-dd.")
    return day


def read_language(text: str, option: str) -> str:
    """A language the portal speaks."""
    if text not in LANGUAGES:
        raise BadInput(option, f"is geen taal van het portaal: {text!r}. Kies uit: {', '.join(LANGUAGES)}.")
    return text


def read_choice(text: str, option: str, choices: tuple[str, ...]) -> str:
    """One of a few words."""
    if text not in choices:
        raise BadInput(option, f"kent {text!r} niet. Kies uit: {', '.join(choices)}.")
    return text


def load_situation(path: Path, portal: Portal, today: date) -> Situation:
    """The situation in a file. A file that is not there or too large is refused unread."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BadInput("--input", f"is geen bestand: {path}.")
        if size > LARGEST_INPUT:
            raise BadInput("--input", f"is te groot: {size} bytes, hooguit {LARGEST_INPUT} mag.")
        return portal.read_situation(path.read_bytes(), today)
    except OSError as error:
        raise BadInput("--input", f"kan niet gelezen worden: {path} ({error.strerror}).") from error
