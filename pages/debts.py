"""Debts: bring the document of the Vorderingenoverzicht Rijk; it becomes steps, and is not kept."""

from overview.web.screen.debts import show_choosing, show_outcome
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory

memory = get_memory()
draw("debts_bring.html")
show_choosing(memory)
show_outcome(memory)
