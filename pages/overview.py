"""The overview: what to do first, what comes after, how cases stand, and all of it on paper."""

import streamlit as st

from i18n.languages import LANGUAGES
from overview.web import choices, journey
from overview.web.leaving import needs_quick_exit
from overview.web.screen import overview_parts, saving_parts, step_cards
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory, get_situation
from overview.wiring import get_portal

memory = get_memory()
portal = get_portal()
situation = get_situation()
memory.has_just_answered = False
if memory.wants_note:
    memory.wants_note = False
    st.switch_page("note.py")
view = portal.build_view(situation, portal.today(), memory.language)

is_unsafe = needs_quick_exit(situation, portal.catalogue)
draw("overview_head.html", view=view)
overview_parts.show_undo(memory, view)
saving_parts.show_news(memory, view)
draw("warnings.html", warnings=view.warnings)
askers = journey.list_askers(view)
for group in view.groups:
    overview_parts.show_group(memory, group, askers)
    if group.code == "now" and view.timeline:
        draw("timeline.html", view=view, today=portal.today())
if choices.has_own_order(situation):
    step_cards.show_forget_order(memory)
overview_parts.show_sequels(memory, view)
draw("signs.html", view=view)
draw("cases.html", view=view)
draw("help_around_few.html", view=view)
draw(
    "paper.html",
    situation=portal.write_situation(situation),
    languages=LANGUAGES.values(),
    needs_quick_exit=is_unsafe,
)
draw("overview_foot.html", view=view, is_folded=True)
