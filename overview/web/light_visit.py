"""One visit to the light page: what travels with it, and how a page of it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.responses import HTMLResponse

from i18n.dates import format_clock
from i18n.languages import LANGUAGES
from overview.domain.situation import Situation
from overview.html import Renderer
from overview.web.case_reading import read_for
from overview.web.headers import SCRIPTED_LIGHT_POLICY
from overview.web.leaving import needs_quick_exit
from overview.web.light_kept import KeptHere, name_choice, save
from overview.web.looks import LOOKS
from overview.web.sign_in.visitors import NOBODY, Visitor
from overview.web.theme import get_theme
from overview.wiring import AMSTERDAM, get_portal
from overview.words.kept_view import view_changes, view_clash
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
    kept: KeptHere | None = None
    """Of a citizen who keeps an overview: what this page began with."""

    def with_told(self, situation: Situation) -> Visit:
        """The visit with something more told; saved first, where an overview is kept."""
        citizen = self.visitor.citizen
        if self.kept is None or citizen is None:
            return replace(self, situation=situation)
        kept, shown = save(self.kept, citizen, situation)
        return replace(self, kept=kept, situation=shown)

    def build_view(self, *, anew: bool = False) -> OverviewView:
        """The overview in words, with the cases of who is here."""
        portal = get_portal()
        readings = read_for(self.cookies, anew=anew)
        return portal.build_view(self.situation or NOTHING_TOLD, portal.today(), self.language, readings)

    def _tell_kept(self) -> dict[str, Any]:
        """What of keeping this page says in words."""
        kept, portal = self.kept, get_portal()
        if kept is None:
            return {}
        words = portal.words(self.language)
        clashes = kept.clashed.clashes if kept.clashed is not None else ()
        at = kept.saved_at.astimezone(AMSTERDAM) if kept.saved_at else None
        return {
            "saved_at": words.dutch(format_clock(at)) if at else None,
            "theirs": view_changes(words, portal.catalogue, kept.theirs),
            "clashes": [
                (name_choice(clash), view_clash(words, portal.catalogue, clash)) for clash in clashes
            ],
        }

    def show(self, template: str, **values: Any) -> HTMLResponse:
        """One light page, carrying the situation in its forms."""
        portal, kept = get_portal(), self.kept
        if kept is not None and kept.clashed is not None:
            template = "light/clash.html"
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
            place=f"/light/back?lang={self.language}",
            kept=kept,
            is_kept=kept is not None,
            base=portal.write_situation(kept.base) if kept is not None and kept.carries_base else "",
            **self._tell_kept(),
            is_demo=portal.accounts.settings.is_demo,
            idle_minutes=max(1, int(portal.accounts.sessions.limits.idle.total_seconds()) // 60),
            **values,
        )
        response = HTMLResponse(html)
        response.set_cookie("language", self.language, samesite="lax")
        if self.visitor.is_signed_in:
            response.headers["Content-Security-Policy"] = SCRIPTED_LIGHT_POLICY
        return response
