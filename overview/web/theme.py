"""The look of a municipality: a folder with theme.toml, theme.css, a logo and fonts. No code.

`OVERVIEW_THEME` names the folder; without it the portal's own stands in static/theme. The tokens are those
of the NL Design System, so that a theme made for it fits.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from streamlit import config

from overview.web.paths import STATIC

OWN_FOLDER: Final = STATIC / "theme"
_TOKEN: Final = re.compile(r"(--basis-[a-z0-9-]+)\s*:\s*([^;]+);")
_STREAMLIT_COLOURS: Final = {
    "theme.primaryColor": "--basis-color-action-1-inverse-bg-default",
    "theme.backgroundColor": "--basis-color-default-bg-subtle",
    "theme.secondaryBackgroundColor": "--basis-color-default-bg-document",
    "theme.textColor": "--basis-color-default-color-document",
    "theme.linkColor": "--basis-color-action-1-color-default",
    "theme.borderColor": "--basis-color-default-border-subtle",
    "theme.font": "--basis-text-font-family-default",
    "theme.headingFont": "--basis-text-font-family-default",
}


class ThemeError(Exception):
    """The theme cannot be used; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Huisstijl. `name` and `logo` may be empty; `logo` is an address on this portal."""

    folder: Path
    name: str
    logo: str
    tokens: dict[str, str]


def load_theme(folder: Path) -> Theme:
    """The theme in `folder`. Raises ThemeError when a file is missing or cannot be read."""
    try:
        about = tomllib.loads((folder / "theme.toml").read_text(encoding="utf-8"))
        style = (OWN_FOLDER / "neutral.css").read_text(encoding="utf-8")
        style += (folder / "theme.css").read_text(encoding="utf-8")
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ThemeError(f"{folder}: {error}") from error
    name, logo = about.get("name", ""), about.get("logo", "")
    if not isinstance(name, str) or not isinstance(logo, str):
        raise ThemeError(f"{folder / 'theme.toml'}: name and logo are texts")
    if logo and not (folder / logo).is_file():
        raise ThemeError(f"{folder / 'theme.toml'}: there is no file {logo}")
    tokens = {token: value.strip() for token, value in _TOKEN.findall(style)}
    return Theme(folder, name, f"/theme/{logo}" if logo else "", tokens)


@lru_cache(maxsize=1)
def get_theme() -> Theme:
    """The theme of this process."""
    named = os.environ.get("OVERVIEW_THEME")
    return load_theme(Path(named).resolve() if named else OWN_FOLDER)


def colour_streamlit() -> None:
    """Give Streamlit's own parts the colours and letters of the theme."""
    tokens = get_theme().tokens
    for option, token in _STREAMLIT_COLOURS.items():
        if token in tokens:
            config.set_option(option, tokens[token])
