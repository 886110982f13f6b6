"""Babel extractor for the content: yields the prose of the TOML files, nothing else.

Each sentence carries a comment with the step it belongs to and the law it rests on, so that
a translator sees what must not drift.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from typing import IO, Any, Final

PROSE: Final = frozenset(
    {"title", "plain_title", "happened", "on_text", "intro", "text", "short", "help", "what", "why"}
    | {"otherwise", "when_late", "mistake", "ask", "cost", "say", "needs", "told_conditions", "find_phone"}
    | {"name", "hours", "label", "status_text", "next_text", "until", "first", "check", "when", "subject"}
    | {"asks", "call_name", "paragraphs", "what_next", "read_over", "for_whom", "how", "languages", "relay"}
    | {"can_do"}
)
"""Fields whose value is a sentence (or a list of sentences) for people to read."""

STAYS_DUTCH: Final = frozenset({"source"})
"""Tables whose titles are names of Dutch laws and pages: quoted, never translated."""

STAYS_AS_IT_IS: Final = {"letter": frozenset({"name", "help"})}
"""Fields of a table that hold what stands on a Dutch letter, or ids, and no sentence of ours."""

_NO_LINE: Final = 1
"""Catalogues name the file only: a line number would change with every sentence above it."""

Found = tuple[int, str, str, list[str]]


def extract_content(
    fileobj: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Every sentence of one content file, as Babel wants it: a line, function, text, comments."""
    for path, law, sentence in _walk(tomllib.loads(fileobj.read().decode("utf-8")), "", ""):
        yield _NO_LINE, "", sentence, [f"{path} {law}".strip()]


def _walk(table: dict[str, Any], path: str, law: str, kind: str = "") -> Iterator[tuple[str, str, str]]:
    name = f"{path}.{table['id']}" if "id" in table and path else str(table.get("id", path))
    laws = [f"{s['law']} {s.get('article', '')}".strip() for s in table.get("source", []) if "law" in s]
    law = ", ".join(laws) or law
    for key, value in table.items():
        if key in STAYS_DUTCH or key in STAYS_AS_IT_IS.get(kind, ()):
            continue
        sentences = [value] if isinstance(value, str) else value
        if key in PROSE and isinstance(sentences, list) and all(isinstance(s, str) for s in sentences):
            for sentence in filter(None, sentences):
                yield f"{name}.{key}", f"({law})" if law else "", sentence
        elif isinstance(value, dict):
            yield from _walk(value, name, law, key)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, dict):
                    yield from _walk(item, name, law, key)
