"""I have a letter: find it, see what it asks, and put it among the steps."""

from overview.web.screen import letters
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal

memory = get_memory()
kind = get_portal().catalogue.letters.get(memory.letter)
if kind is not None:
    letters.show_letter(memory, kind)
elif memory.sender:
    letters.show_sender(memory)
else:
    letters.show_finder(memory)
