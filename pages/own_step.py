"""A step of the citizen's own."""

from overview.web.screen.counter.own_step_form import show_own_step
from overview.web.screen.counter.watching import get_talk
from overview.web.screen.memory import get_memory

memory = get_memory()
get_talk(memory)
show_own_step(memory)
