"""The first byte: Streamlit's index page with our language, direction, title, look and noscript.

Streamlit sends `<html lang="en">`, an English noscript and a script in the page; a screen reader
and a browser without scripts need the right words before anything runs, and our content security
policy allows no script inside the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from pathlib import Path

import streamlit

from i18n.languages import LANGUAGES, direction
from overview.wiring import get_portal

STYLES = (
    "/assets/theme/neutral.css",
    "/theme/theme.css",
    *(f"/assets/css/{name}.css" for name in ("fonts", "pictograms", "parts", "around", "screen", "counter")),
)
_INLINE_SCRIPT = re.compile(r"<script>.*?</script>", re.DOTALL)
_FONT_PRELOAD = re.compile(r"<link\s+rel=\"preload\"[^>]*SourceSans[^>]*/>", re.DOTALL)
_AGENT_LINK = re.compile(r"<link rel=\"service-desc\"[^>]*/>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_ICON = re.compile(r"<link rel=\"shortcut icon\"[^>]*/>")


class UnknownFrameError(Exception):
    """Streamlit's index page no longer looks as we know it: an upgrade needs a look here."""


def _swap(pattern: re.Pattern[str], replacement: str, page: str) -> str:
    changed, count = pattern.subn(lambda _: replacement, page, count=1)
    if count == 0:
        raise UnknownFrameError(f"not found in Streamlit's index.html: {pattern.pattern}")
    return changed


@lru_cache(maxsize=len(LANGUAGES))
def build_frame(language: str) -> bytes:
    """Streamlit's index page in one language. Raises UnknownFrameError after an unnoticed upgrade."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    say = get_portal().words(language).say
    title = escape(say("Mijn overzicht").plain)
    light = (
        f"<noscript><p>{escape(say('Deze pagina werkt niet op dit toestel.').plain)}</p>"
        f'<p><a href="/light?lang={language}">'
        f"{escape(say('Open de eenvoudige pagina').plain)}</a></p></noscript>"
    )
    styles = "".join(f'<link rel="stylesheet" href="{address}">' for address in STYLES)
    styles += '<script type="module" src="/assets/js/portal.js"></script>'
    page = _swap(
        re.compile(r'<html lang="en">'), f'<html lang="{language}" dir="{direction(language)}">', page
    )
    page = _swap(re.compile(r"<title>.*?</title>"), f"<title>{title}</title>", page)
    page = _swap(_NOSCRIPT, light, page)
    page = _swap(_INLINE_SCRIPT, "", page)
    page = _swap(_FONT_PRELOAD, "", page)
    page = _swap(_AGENT_LINK, "", page)
    page = _swap(_ICON, '<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">', page)
    page = _swap(re.compile(r"</head>"), styles + "</head>", page)
    # Streamlit's addresses are relative; ours must hold on every page of the portal.
    page = _COMMENT.sub("", page).replace('="./static/', '="/static/')
    return re.sub(r"\n\s*\n+", "\n", page).strip().encode("utf-8")
