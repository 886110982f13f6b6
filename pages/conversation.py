"""The start of a conversation: the worker chooses, the citizen hears what will happen."""

from overview.web.screen.counter.begin import show_begin, show_explain
from overview.web.screen.counter.watching import get_desk
from overview.web.screen.memory import get_memory

memory = get_memory()
desk = get_desk(memory)
if desk.conversation is None:
    show_begin(memory, desk)
else:
    show_explain(memory, desk, desk.conversation)
