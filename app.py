"""Mijn overzicht as one ASGI application: the screen, our own routes, and what guards them.

`streamlit run app.py` finds `app`; so does any ASGI server.
"""

from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from i18n.dates import calendar_words
from i18n.languages import LANGUAGES
from overview.paper import load_ahead
from overview.web.doors import Doors
from overview.web.headers import SecurityHeaders
from overview.web.paths import ROOT
from overview.web.routes import ROUTES
from overview.web.screen.calm import show_calm
from overview.web.starting import settle, start
from overview.web.theme import colour_streamlit

start()
settle()
colour_streamlit()
# Beside the start, so that the first citizen who prints does not wait for the writer and the fonts.
calendar = {language: calendar_words(language) for language in LANGUAGES}
Thread(target=load_ahead, args=(calendar,), name="paper", daemon=True).start()
app = st.App(
    ROOT / "pages" / "portal.py",
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(Doors)],
    on_script_error=show_calm,
)
