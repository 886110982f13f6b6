"""Drawing parts of the templates on the screen, and sentences as labels of native buttons."""

from __future__ import annotations

from typing import Any

import streamlit as st

from overview.html import Renderer
from overview.web.screen.memory import get_memory
from overview.words.text import Sentence


def draw(template: str, **values: Any) -> None:
    """Show one template in the language of this tab."""
    show(render(template, **values))


def show(*parts: str) -> None:
    """Show HTML that stands together as one element: each element costs the server a message."""
    html = "".join(parts)
    if html and not html.isspace():
        st.html(html)


def render(template: str, **values: Any) -> str:
    """One template in the language of this tab, as HTML."""
    memory = get_memory()
    return Renderer(memory.language, memory.words()).render(template, **values)


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
