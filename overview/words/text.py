"""Sentences as spans: what is said, in which language, and what keeps its own direction.

One sentence serves the screen (as HTML), the paper (as shaped runs) and the command line
(as plain text), so that no form says what another does not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Stuk tekst: one language; `is_isolate` keeps it left-to-right among right-to-left.

    `is_personal` marks what a citizen said or who they are: no form keeps it in a store.
    """

    text: str
    language: str
    is_isolate: bool = False
    is_strong: bool = False
    is_personal: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Zin: spans in reading order; `language` is that of the sentence as a whole.

    `is_translated` is False where the Dutch source stands in for a missing translation;
    `language` is then "nl" and every form marks the sentence as Dutch.
    `beside` is the same sentence for the other reader of a joint screen; None where it would say the
    same words again.
    """

    spans: tuple[Span, ...]
    language: str
    is_translated: bool = True
    beside: Sentence | None = None

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join([span.text for span in self.spans])

    def __str__(self) -> str:
        return self.plain

    def __bool__(self) -> bool:
        return bool(self.spans)
