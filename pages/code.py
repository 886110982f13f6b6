"""Go on at another moment: a code on paper for this overview, or an overview found with a code."""

from overview.web.screen import code_parts
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory

memory = get_memory()
draw("keeping/code.html")
if memory.situation is not None and memory.saving is None:
    code_parts.show_making(memory)
code_parts.show_entering(memory, memory.visitor.citizen)
