"""All agencies of this overview: what they do, how to reach them, which steps are theirs."""

from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory, get_situation

view = get_memory().build_view(get_situation())
draw("agencies.html", view=view)
