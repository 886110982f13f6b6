"""The story first: a line of time, in the citizen's own order of telling."""

from overview.web.screen.counter.telling import show_story
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory

memory = get_memory()
desk, conversation = get_talk(memory)
show_story(memory, desk, conversation)
