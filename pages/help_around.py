"""Help around: everyone beside the organisations whom anyone may ask."""

from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal
from overview.words.letter_view import list_all_help

portal = get_portal()
words = get_memory().words()
draw("help_around.html", helpers=list_all_help(words, portal.catalogue))
