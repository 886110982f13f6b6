"""What the screen says about keeping: saved at what time, not now, changed by another, choose one of two."""

from __future__ import annotations

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from i18n.dates import format_clock
from overview.domain.keeping import Visit
from overview.domain.merging import Clash
from overview.domain.situation import Situation
from overview.web.case_reading import read_for
from overview.web.screen import saving
from overview.web.screen.drawing import draw, label, render, write_label
from overview.web.screen.kept_state import Saving
from overview.web.screen.memory import Memory
from overview.web.screen.visitor import take_visitor
from overview.wiring import AMSTERDAM, get_portal
from overview.words.kept_view import view_changes, view_clash
from overview.words.text import Sentence
from overview.words.view import OverviewView

_RETRY_SECONDS = 5


def may_say(memory: Memory) -> bool:
    """Whether there can be anything to say about keeping: not for who signed in nowhere."""
    return memory.visitor.is_signed_in or memory.saving is not None or memory.has_stopped


def show_state(memory: Memory, slot: DeltaGenerator, place: str) -> None:
    """One line at the top: what is kept now, filled after the page has run and saving has happened."""
    who, state = memory.visitor.citizen if memory.desk is None else None, memory.saving
    if state is not None:
        with slot.container(key="saving"):
            _show_saved(memory, state)
    elif memory.has_stopped:
        slot.html(render("keeping/stopped.html"))
    elif who is not None:
        with slot.container(key="saving", horizontal=True):
            _show_offer(memory, place)


def _show_saved(memory: Memory, state: Saving) -> None:
    words = memory.words()
    catalogue = get_portal().catalogue
    clock = words.dutch(format_clock(state.saved_at.astimezone(AMSTERDAM)))
    theirs = view_changes(words, catalogue, state.theirs)
    draw("keeping/state.html", state=state, clock=clock, theirs=theirs)
    if state.clashed is not None:
        for number, clash in enumerate(state.clashed.clashes):
            _show_clash(memory, clash, number)
    if state.is_down:
        _try_again(memory)


@st.fragment(run_every=_RETRY_SECONDS)
def _try_again(memory: Memory) -> None:
    """While the database is away this asks again by itself, also when nobody clicks."""
    if memory.saving is None or not memory.saving.is_down:
        return
    # Who is here could not be seen either, while the database was away.
    take_visitor(memory)
    saving.try_again(memory)
    if memory.saving is None or not memory.saving.is_down:
        st.rerun()


def _show_clash(memory: Memory, clash: Clash, number: int) -> None:
    words = memory.words()
    view = view_clash(words, get_portal().catalogue, clash)
    draw("keeping/clash.html", clash=view)
    nothing = words.say("Niets")
    for is_mine, value in ((True, view.after), (False, view.before)):
        name = words.say("Ik kies: {value}", value=value or nothing)
        st.button(
            write_label(name),
            key=f"clash-{number}-{'mine' if is_mine else 'theirs'}",
            on_click=_settle,
            args=(memory, clash, is_mine),
        )


def _settle(memory: Memory, clash: Clash, is_mine: bool) -> None:
    saving.settle(memory, clash, is_mine=is_mine)
    memory.tell_change(label("Uw keuze staat erin."))


def _show_offer(memory: Memory, place: str) -> None:
    if memory.is_put_away:
        text = label("Laat mijn bewaarde overzicht zien")
        st.button(text, key="open-kept", on_click=_open_again, args=(memory,))
    elif memory.situation is not None and place != "keep":
        st.page_link("keep.py", label=label("Bewaar mijn overzicht"))


def _open_again(memory: Memory) -> None:
    memory.asked_for = ""


def has_news(memory: Memory, view: OverviewView) -> bool:
    """Whether something changed since the last visit that was not put away."""
    state = memory.saving
    if state is None or state.last_visit is None:
        return False
    return bool(state.news or _find_moved(memory.situation, view, memory, state.last_visit))


def show_news(memory: Memory, view: OverviewView) -> None:
    """On the overview: what changed since the last visit, by others and by time, until it is put away."""
    state = memory.saving
    if state is None or state.last_visit is None:
        return
    words = memory.words()
    moved = _find_moved(memory.situation, view, memory, state.last_visit)
    changes = view_changes(words, get_portal().catalogue, state.news)
    draw("keeping/news.html", changes=changes, moved=moved, since=words.day(_find_day(state.last_visit)))
    st.button(label("Gezien"), key="news-seen", on_click=_put_away, args=(state,))


def _find_day(visit: Visit) -> date:
    return visit.at.astimezone(AMSTERDAM).date()


def _find_moved(
    situation: Situation | None, view: OverviewView, memory: Memory, last_visit: Visit
) -> tuple[Sentence, ...]:
    """Steps that time itself brought to Now since the last visit."""
    visited = _find_day(last_visit)
    if situation is None or visited >= get_portal().today():
        return ()
    # The same cases as now: what a register answers since is no work of time.
    readings = read_for(st.context.cookies, wait_for=0.0)
    before = get_portal().build_view(situation, visited, memory.language, readings)
    then = {step.id for step in before.now}
    return tuple(step.title for step in view.now if step.id not in then)


def _put_away(state: Saving) -> None:
    state.news, state.last_visit = (), None
