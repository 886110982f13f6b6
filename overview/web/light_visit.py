"""One visit to the light page: what travels with it, and how a page of it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import HTMLResponse

from i18n.languages import LANGUAGES
from overview.domain.situation import Situation
from overview.html import Renderer
from overview.web.case_reading import read_for
from overview.web.headers import SCRIPTED_LIGHT_POLICY
from overview.web.leaving import needs_quick_exit
from overview.web.looks import LOOKS
from overview.web.sign_in.visitors import NOBODY, Visitor
from overview.web.theme import get_theme
from overview.wiring import get_portal
from overview.words.view import OverviewView

NOTHING_TOLD = Situation(life_events=())


@dataclass(frozen=True, slots=True)
class Visit:
    """Eén bezoek: the language, the situation told so far, and which days were answered "I don't know"."""

    language: str
    situation: Situation | None = None
    asked: frozenset[str] = frozenset()
    looks: tuple[str, ...] = ()
    visitor: Visitor = NOBODY
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)

    def build_view(self, *, anew: bool = False) -> OverviewView:
        """The overview in words, with the cases of who is here."""
        portal = get_portal()
        readings = read_for(self.cookies, anew=anew)
        return portal.build_view(self.situation or NOTHING_TOLD, portal.today(), self.language, readings)

    def show(self, template: str, **values: Any) -> HTMLResponse:
        """One light page, carrying the situation in its forms."""
        portal = get_portal()
        told = portal.write_situation(self.situation) if self.situation else ""
        renderer = Renderer(self.language, portal.words(self.language))
        html = renderer.render(
            template,
            told=told,
            asked=" ".join(sorted(self.asked)),
            languages=LANGUAGES.values(),
            help=get_portal().view_help(self.language),
            is_light=True,
            all_looks=LOOKS,
            looks=self.looks,
            brand=get_theme(),
            needs_quick_exit=needs_quick_exit(self.situation, portal.catalogue),
            visitor=self.visitor,
            place=f"/light?lang={self.language}",
            is_demo=portal.accounts.settings.is_demo,
            idle_minutes=max(1, int(portal.accounts.sessions.limits.idle.total_seconds()) // 60),
            **values,
        )
        response = HTMLResponse(html)
        response.set_cookie("language", self.language, samesite="lax")
        if self.visitor.is_signed_in:
            response.headers["Content-Security-Policy"] = SCRIPTED_LIGHT_POLICY
        return response
