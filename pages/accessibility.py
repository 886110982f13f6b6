"""Accessibility statement: what was tested, what is known not to work, and how to say what is wrong."""

from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory

draw("accessibility.html", help=get_memory().view_help())
