"""What the citizen wants, and how much help fits now: alone at home, or together at a counter."""

from overview.web.screen.counter.wanting import show_wanting
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory, get_situation
from overview.web.screen.own_wants import show_wants

memory = get_memory()
if memory.desk is None:
    get_situation()
    show_wants(memory)
else:
    desk, conversation = get_talk(memory)
    show_wanting(memory, desk, conversation)
