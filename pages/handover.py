"""Passing a person on, once, warmly; and a later moment to ask how it goes."""

from overview.web.screen.counter.handing_over import show_handover
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory

memory = get_memory()
desk, conversation = get_talk(memory)
show_handover(memory, desk, conversation)
