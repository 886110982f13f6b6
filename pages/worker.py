"""The worker's page: arrive at a counter, then who needs something today; never on a joint screen."""

import streamlit as st

from overview.domain.identity import Role
from overview.web.screen.counter.arrival import show_arrival
from overview.web.screen.counter.home import show_home
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory

memory = get_memory()
worker = memory.visitor.worker
if worker is None:
    draw("counter/sign_in.html")
elif worker.role is not Role.WORKER:
    draw("counter/no_people.html")
elif memory.desk is None:
    show_arrival(memory, worker)
elif memory.desk.conversation is not None:
    # The citizen looks along: the names of other people stay away.
    st.switch_page("story.py" if memory.desk.is_explained else "conversation.py")
else:
    show_home(memory, memory.desk)
