"""The glossary: official words, each with its plain explanation."""

from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal
from overview.words.term_view import list_terms

portal = get_portal()
draw("glossary.html")
draw("glossary_terms.html", terms=list_terms(get_memory().words(), portal.catalogue))
