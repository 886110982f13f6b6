"""One page without a script, in one language: signing in, signed out, and the demo provider's own pages."""

from __future__ import annotations

from typing import Any

from starlette.responses import HTMLResponse

from i18n.languages import LANGUAGES
from overview.html import Renderer
from overview.web.theme import get_theme
from overview.wiring import get_portal


def show_plain(template: str, language: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A template that stands on `light/base.html`."""
    portal = get_portal()
    html = Renderer(language, portal.words(language)).render(
        template,
        help=portal.view_help(language),
        languages=LANGUAGES.values(),
        is_light=True,
        looks=(),
        all_looks={},
        brand=get_theme(),
        needs_quick_exit=False,
        **values,
    )
    return HTMLResponse(html, status_code=status)
