"""What the database refuses. In a module of its own: who only catches these loads no database."""

from __future__ import annotations


class RestoreError(ValueError):
    """Terugzetten kan zo niet; the message is one Dutch sentence."""


class WrongDatabase(ValueError):
    """Verkeerde database: made for another mode, so opening it would mix invented and real people."""
