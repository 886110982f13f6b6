"""Signing in and out in the browser: addresses, cookies, and what is said when it does not work.

ASGI only; the screen's own parts are in `overview/web/screen/visitor.py`. Must not be imported from below.
"""
