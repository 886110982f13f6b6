"""The end: read back, paper in two languages, three faces, everything cleared."""

from overview.web.screen.counter.ending import show_ending
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory

memory = get_memory()
desk, conversation = get_talk(memory)
show_ending(memory, desk, conversation)
