"""What the citizen wants, and how much help fits now."""

from overview.web.screen.counter.wanting import show_wanting
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory

memory = get_memory()
desk, conversation = get_talk(memory)
show_wanting(memory, desk, conversation)
