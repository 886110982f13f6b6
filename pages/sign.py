"""A letter to sign: choose one, fill it in, and have it on paper. What is typed goes nowhere else."""

import streamlit as st

from overview.web.letters import describe_held, find_template
from overview.web.screen.drawing import draw, write_label
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal
from overview.words.template_view import view_template

memory = get_memory()
portal = get_portal()
words = memory.words()
template = find_template(portal.catalogue, memory.template)
if template is None:
    draw("letters_sign.html")
    with st.container(key="change-templates", gap="small"):
        for offered in portal.catalogue.templates:
            text = f"**{write_label(words.say(offered.title))}** – {write_label(words.say(offered.when))}"
            if st.button(text, key=f"change-{offered.id}", width="stretch"):
                memory.template = offered.id
                st.rerun()
else:
    to, known = describe_held(portal.catalogue, memory.situation, memory.letter_step)
    draw("letter_sign.html", letter=view_template(words, template), to=to, known=known)
    if st.button(write_label(words.say("Een andere brief schrijven")), key="other-template", type="tertiary"):
        memory.template = memory.letter_step = ""
        st.rerun()
