"""What the commands about content and languages find out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from i18n.catalogues import find_translator
from i18n.languages import LANGUAGES, SOURCE_LANGUAGE
from i18n.update import collect_sentences, find_missing
from overview.adapters.content_files.finding import Finding
from overview.adapters.content_files.loader import CONTENT, ContentFiles
from overview.adapters.content_files.rules import check_content
from overview.domain.catalogue import Catalogue
from overview.domain.situation import UNKNOWN
from overview.services.fields import BadInput
from overview.wiring import get_portal
from overview.wiring_content import find_local_content


def list_events(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every life event with the questions it asks (DESIGN section 13)."""
    return [
        {
            "id": event.id,
            "title": event.title,
            "questions": [
                {
                    "id": question.id,
                    "text": question.text,
                    "kind": question.kind,
                    "about": question.about,
                    "choices": [{"id": choice.id, "text": choice.text} for choice in question.choices],
                }
                for question in event.questions
            ],
        }
        for event in catalogue.life_events.values()
    ]


def list_languages() -> list[dict[str, Any]]:
    """How complete each language is, and who checked it. Dutch is the source, and complete."""
    template = collect_sentences()
    return [
        {
            "language": language,
            "strings": len(template),
            "translated": len(template)
            - (0 if language == SOURCE_LANGUAGE else len(find_missing(language, template))),
            "checked_by": find_translator(language),
        }
        for language in LANGUAGES
    ]


def check_everything(today: date) -> Iterator[Finding]:
    """Content, demo situations and languages: what is wrong and what must be looked at again."""
    portal = get_portal()
    for override in ContentFiles(local=find_local_content()).list_overrides():
        yield Finding(override, "is replaced by the municipality's own content", is_error=False)
    yield from check_content(portal.catalogue, today)
    for path in sorted((CONTENT / "demo").glob("*.json")):
        try:
            portal.read_situation(path.read_bytes(), today)
        except BadInput as error:
            yield Finding(f"demo/{path.name}", error.message)
    for event in portal.catalogue.life_events.values():
        for question in event.questions:
            if any(choice.id == UNKNOWN for choice in question.choices):
                yield Finding(f"question {question.id}", f"{UNKNOWN!r} is always an answer; leave it out")
    template = collect_sentences()
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        for sentence in find_missing(language, template):
            yield Finding(f"i18n/{language}.po", f"does not say: {sentence!r}")
