"""Mijn overzicht as one ASGI application: the screen, our own routes, and what guards them.

`streamlit run app.py` finds `app`; so does any ASGI server.
"""

from threading import Thread

import streamlit as st
from starlette.middleware import Middleware

from overview.web.doors import Doors
from overview.web.headers import SecurityHeaders
from overview.web.paths import ROOT
from overview.web.routes import ROUTES
from overview.web.screen.calm import show_calm
from overview.web.starting import settle, start
from overview.web.theme import colour_streamlit

start()
colour_streamlit()
# Beside the start, so that nobody waits for it.
Thread(target=settle, name="settle", daemon=True).start()
app = st.App(
    ROOT / "pages" / "portal.py",
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(Doors)],
    on_script_error=show_calm,
)
