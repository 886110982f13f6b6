"""Measures the screen over its real websocket: `python -m overview.web.bench` prints JSON.

`server` starts a portal and an empty app, `client` speaks Streamlit's protocol, `measuring` puts
clicks and sessions through them, `weighing` asks for what a first visit loads.
"""
