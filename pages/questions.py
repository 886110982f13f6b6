"""Questions, one at a time: answer, go back, say "I don't know", or go on with what is known."""

import streamlit as st

from overview.web import journey
from overview.web.screen import questions
from overview.web.screen.drawing import draw, label
from overview.web.screen.memory import Memory, get_memory, get_situation
from overview.web.screen.middle import show_anew


def show_questions() -> None:
    """The question that is asked now, or all answers."""
    memory = get_memory()
    get_situation()
    asked = questions.list_asked(memory)
    chosen = next((asking for asking in asked if asking.key == memory.question), None)
    asking = chosen or journey.find_next(asked)
    if asking is not None:
        show_question(memory, asked, asking)
        return
    if memory.has_just_answered:
        st.switch_page("overview.py")
    draw("answers.html", askings=asked)
    with st.container(key="answers", gap="small"):
        for answered in asked:
            text = questions.name_answer(answered)
            if st.button(text, key=f"change-{answered.key}", width="stretch"):
                memory.question = answered.key
                st.rerun()


def show_question(memory: Memory, asked: tuple[journey.Asking, ...], asking: journey.Asking) -> None:
    """One question with its answers, and the ways back and on."""
    index = asked.index(asking)
    draw("question.html", question=asking.question, number=index + 1, count=len(asked))
    if asking.question.kind == "date":
        questions.show_day(memory, asking)
    else:
        questions.show_choices(memory, asking)
    with st.container(horizontal=True, key="steps-of-questions"):
        if st.button(label("Terug"), key="back", type="tertiary"):
            if index == 0:
                st.switch_page("start.py")
            memory.question = asked[index - 1].key
            st.rerun()
        if index > 0 and st.button(label("Genoeg, laat mijn stappen zien"), key="enough", type="tertiary"):
            memory.question = None
            st.switch_page("overview.py")


show_anew("questions", show_questions)
