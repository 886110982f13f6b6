"""All agencies of this overview: what they do, how to reach them, which steps are theirs."""

from overview.web.screen import cases
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory, get_situation
from overview.wiring import get_portal

portal = get_portal()
view = portal.build_view(get_situation(), portal.today(), get_memory().language, cases.read())
draw("agencies.html", view=view)
