"""What nobody looked up may not be called sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overview.adapters.content_files.finding import Finding
from overview.domain.steps import Confidence, Seen, Source


def check_knowledge(where: str, sources: Sequence[Source], confidence: Confidence) -> Iterator[Finding]:
    """A fact that rests on general knowledge only: on the reviewer's list, and of low confidence."""
    if any(source.seen is not Seen.GENERAL_KNOWLEDGE for source in sources):
        return
    yield Finding(where, "rests on general knowledge only", is_error=False)
    if confidence is not Confidence.LOW:
        yield Finding(f"{where}.confidence", "must be low: nobody looked this up")
