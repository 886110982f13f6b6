"""Our own addresses beside the screen: health, paper, and the light page."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from overview.web import light, light_keeping
from overview.web.case_documents import give_document
from overview.web.counter_printing import print_together
from overview.web.demo_provider.routes import DEMO_ROUTES
from overview.web.letter_printing import print_letter
from overview.web.my_routes import MY_ROUTES
from overview.web.printing import print_overview
from overview.web.sign_in.clock import CLOCK_ROUTES
from overview.web.sign_in.routes import SIGN_IN_ROUTES
from overview.web.streamlit_words import tell_words


async def check_health(_: Request) -> PlainTextResponse:
    """For the load balancer: the process answers."""
    return PlainTextResponse("ok")


ROUTES: Final[list[BaseRoute]] = [
    Route("/healthz", check_health),
    Route("/words", tell_words),
    Route("/print", print_overview, methods=["POST"]),
    Route("/print/letter", print_letter, methods=["POST"]),
    Route("/cases/{source}/{case}/{document}", give_document),
    Route("/print/together", print_together, methods=["POST"]),
    Route("/light", light.show_start),
    Route("/light/back", light_keeping.come_back),
    Route("/light/danger", light.show_danger),
    Route("/light/accessibility", light.show_accessibility),
    Route("/light/{action:str}", light.take_step, methods=["POST"]),
    Route("/light/{action:str}", light.show_start_again),
    *MY_ROUTES,
    *SIGN_IN_ROUTES,
    *CLOCK_ROUTES,
    *DEMO_ROUTES,
]
