"""Drawing parts of the templates on the screen, and sentences as labels of native buttons."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import streamlit as st
from markupsafe import Markup

from overview.html import Renderer
from overview.web.screen.memory import Memory, get_memory
from overview.words.text import Sentence
from overview.words.view import OverviewView


def draw(template: str, **values: Any) -> None:
    """Show one template in the language of this tab."""
    show(render(template, **values))


class _Drawn:
    """Getekende HTML. Streamlit takes what shows itself as HTML without looking at each of its lines."""

    def __init__(self, html: str) -> None:
        self._html = html

    def _repr_html_(self) -> str:
        return self._html


def show(*parts: str) -> None:
    """Show HTML that stands together as one element: each element costs the server a message."""
    html = "".join(parts)
    if html and not html.isspace():
        st.html(_Drawn(html))


def render(template: str, **values: Any) -> str:
    """One template in the language of this tab, as HTML."""
    memory = get_memory()
    return Renderer(memory.language, memory.words()).render(template, **values)


def render_kept(memory: Memory, name: str, template: str, *, says: object = None, **values: Any) -> Markup:
    """As `render`, but what says the same as last time under this `name` is not made again.

    Most of a page says the same at most clicks. `says` stands for the values when they hold more than
    is shown. What was made is kept in the memory of this tab alone.
    """
    of = (memory.language, memory.beside, values if says is None else says)
    return memory.drawn.take((name, template), of, lambda: Markup(render(template, **values)))


def take_part(view: OverviewView, *names: str) -> SimpleNamespace:
    """Only these parts of an overview: what is drawn from them stays while they say the same."""
    return SimpleNamespace(**{name: getattr(view, name) for name in names})


def label(text: str, **values: Any) -> str:
    """A sentence as a native label: plain words, with what Markdown would read as a sign escaped."""
    return write_label(get_memory().words().say(text, **values))


def write_label(sentence: Sentence) -> str:
    """A sentence that is already in its language, as a native label; on a joint screen in both."""
    plain = sentence.plain
    if sentence.beside is not None:
        # Isolates keep two directions apart on one line.
        plain = f"\u2068{plain}\u2069 · \u2068{sentence.beside.plain}\u2069"
    return "".join(f"\\{sign}" if sign in "\\`*_[]#$<>~" else sign for sign in plain)
