"""Accessibility statement: what was tested, what is known not to work, and how to say what is wrong."""

from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal

draw("accessibility.html", help=get_portal().view_help(get_memory().language))
