"""Edges in the browser: routes, middleware, the light page, and the building blocks of the screen.

`doors`, `headers`, `frame`, `routes`, `light` are ASGI; `screen` is Streamlit; `journey` and
`choices` are pure and serve both. Pages import from here; nothing below may.
"""
