"""Form fields of the counter, said in both languages: own words with their language, a day, a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from i18n.languages import WRITTEN
from overview.domain.told import Told
from overview.services.fields import LONGEST_TOLD
from overview.web import journey
from overview.web.screen.drawing import label, write_label
from overview.web.screen.memory import Memory
from overview.wiring import get_portal


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Eigen woorden zoals ze in het formulier staan; `told` is None while nothing is written."""

    text: str
    language: str

    @property
    def told(self) -> Told | None:
        """What was said, when something was."""
        text = " ".join(self.text.split())
        return Told(text, self.language) if text else None


def ask_own_words(
    memory: Memory, text: str, key: str, *, is_long: bool = True, is_workers: bool = False
) -> OwnWords:
    """A box for own words, and in which language they are written: they are never translated.

    `is_workers` where the worker is the one who writes.
    """
    if is_long:
        written = st.text_area(label(text), max_chars=LONGEST_TOLD, key=key, height=100)
    else:
        written = st.text_input(label(text), max_chars=LONGEST_TOLD, key=key)
    own, beside = memory.language, memory.beside or memory.language
    languages = list(dict.fromkeys((own, beside, *WRITTEN)))
    chosen = st.selectbox(
        label("In welke taal staat dit er?"),
        languages,
        format_func=lambda code: WRITTEN[code].own_name,
        index=languages.index(beside if is_workers else own),
        key=f"{key}-language",
    )
    return OwnWords(written or "", str(chosen))


def ask_day(text: str, key: str) -> tuple[str, str, str]:
    """Three boxes for a day that may stay empty."""
    st.markdown(f"**{label(text)}**")
    with st.container(horizontal=True, key=f"day-boxes-{key}"):
        day, month, year = (
            st.text_input(name, max_chars=size, key=f"{key}-{part}", width=100)
            for part, name, size in (
                ("day", label("Dag"), 2),
                ("month", label("Maand"), 2),
                ("year", label("Jaar"), 4),
            )
        )
    return day, month, year


def read_day(boxes: tuple[str, str, str]) -> date | bool | None:
    """The day; None when the boxes are empty, False when no such day exists."""
    if not any(box.strip() for box in boxes):
        return None
    return journey.read_day(*boxes, get_portal().today()) or False


def ask_choice(
    memory: Memory, text: str, options: Mapping[str, str], key: str, chosen: str | None = None
) -> str | None:
    """One of several, all in sight; `options` maps codes to source sentences. None while none is chosen."""
    codes: Sequence[str] = list(options)
    said = {code: write_label(memory.words().say(options[code])) for code in codes}
    index = codes.index(chosen) if chosen in options else None
    return st.radio(label(text), codes, index=index, format_func=lambda code: said[code], key=key)
