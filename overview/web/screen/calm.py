"""When something breaks: a calm message with the help phone. The answers stay; no trace is shown."""

from __future__ import annotations

import logging
import traceback

from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory

_LOG = logging.getLogger("overview.web")


def show_calm(error: Exception) -> bool:
    """Draw the message; True tells Streamlit that the error has been shown.

    The log gets the kind of error and the place in the code, never its message: that may hold
    what a citizen typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].name}:{frames[-1].lineno}" if frames else "unknown"
    _LOG.error("a page failed: %s at %s", type(error).__name__, place)
    draw("calm.html", help=get_memory().view_help())
    return True
