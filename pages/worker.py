"""The worker's page: arrive at a counter, then who needs something today; never on a joint screen."""

import streamlit as st

from overview.domain.identity import Role
from overview.web.screen.counter.arrival import show_arrival
from overview.web.screen.counter.home import show_home, show_lead
from overview.web.screen.counter.resuming import show_resume
from overview.web.screen.counter.room import ROOM
from overview.web.screen.counter.watching import name_visit
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal

memory = get_memory()
worker = memory.visitor.worker
if worker is None:
    draw("counter/sign_in.html")
elif worker.role is not Role.WORKER:
    show_lead(memory, worker)
elif memory.desk is None:
    held = ROOM.find(worker.session, name_visit(memory), get_portal().accounts.clock())
    if held is not None:
        show_resume(memory, held)
    else:
        show_arrival(memory, worker)
elif memory.desk.conversation is not None:
    # The citizen looks along: the names of other people stay away.
    st.switch_page("story.py" if memory.desk.is_explained else "conversation.py")
else:
    show_home(memory, memory.desk, worker)
