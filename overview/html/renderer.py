"""From view model to HTML: autoescaped, with language and direction on every foreign part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from i18n.languages import LANGUAGES, direction
from overview.words.text import Sentence, Span
from overview.words.view import StepView

LEAVE_TO = "https://www.knmi.nl/"
"""Where the quick exit leads: the weather, of which nobody asks why it is on the screen."""

TEMPLATES = Path(__file__).parent / "templates"

MARKS_IN_SIGHT: Final = 6
"""So many days of the picture of time are in sight; the rest is folded."""

AGENCY_PICTOGRAMS = frozenset(
    ("government", "benefits", "tax", "health", "housing", "work", "education", "court", "money", "help")
)
CHANNEL_PICTOGRAMS = frozenset(("phone", "counter", "video", "letter", "online"))


class Words(Protocol):
    """Woorden in één taal: Dutch source text in, a sentence in that language out."""

    def say(self, text: str, **values: Any) -> Sentence:
        """`text` in this language, with `{names}` filled in."""
        ...

    def say_many(self, one: str, many: str, count: int, /, **values: Any) -> Sentence:
        """The form that fits `count`."""
        ...


def show_sentence(page_language: str, sentence: Sentence | None) -> Markup:
    """A sentence as HTML; what is in another language than the page carries its own lang and dir."""
    if sentence is None:
        return Markup("")
    own = _show_own(page_language, sentence)
    return own if sentence.beside is None else own + show_beside(sentence)


def show_own(page_language: str, sentence: Sentence | None) -> Markup:
    """The sentence without the other language beside it, where that stands elsewhere."""
    return _show_own(page_language, sentence) if sentence is not None else Markup("")


def show_beside(*sentences: Sentence | None) -> Markup:
    """On a joint screen: what these sentences say to the other reader, as one line; else nothing."""
    others = [one.beside or one for one in sentences if one is not None]
    if all(one is None or one.beside is None for one in sentences):
        return Markup("")
    language = next(one.beside.language for one in sentences if one is not None and one.beside is not None)
    said = Markup(" \u2013 ").join(_show_own(language, one) for one in others)
    # The dot shows only where both stand on one line; outside the span it is of neither direction.
    return Markup(
        '<span class="and" aria-hidden="true"> · </span><span class="beside" lang="{}" dir="{}">{}</span>'
    ).format(language, direction(language), said)


def says_dutch(sentence: Sentence) -> bool:
    """Whether the Dutch words stand there already: as the sentence itself or beside it."""
    beside = sentence.beside
    return sentence.language == "nl" or (beside is not None and beside.language == "nl")


def _show_own(page_language: str, sentence: Sentence) -> Markup:
    # Most sentences are one plain span: an overview says a thousand of them at every click.
    if len(sentence.spans) == 1:
        only = sentence.spans[0]
        if only.language == page_language and not only.is_isolate and not only.is_strong:
            return escape(only.text)
    return Markup("").join(_show_span(span, page_language) for span in sentence.spans)


def _show_span(span: Span, page_language: str) -> Markup:
    html = escape(span.text)
    if span.is_strong:
        html = Markup("<strong>{}</strong>").format(html)
    if span.language != page_language:
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(
            span.language, direction(span.language), html
        )
    if span.is_isolate:
        return Markup('<bdi dir="ltr">{}</bdi>').format(html)
    return html


STEP_PICTOGRAMS = frozenset(
    ("report", "apply", "pay", "check", "call", "visit", "gather", "object", "stop", "ask", "wait", "arrange")
)


def name_step_pictogram(kind: str) -> str:
    """The pictogram of what kind of thing a step asks; `do-arrange` for kinds without their own."""
    return f"do-{kind}" if kind in STEP_PICTOGRAMS else "do-arrange"


def name_pictogram(kind: str) -> str:
    """The pictogram of an agency's or a channel's kind; `other` for kinds without their own."""
    return kind if kind in AGENCY_PICTOGRAMS | CHANNEL_PICTOGRAMS else "other"


def find_shared_labels(steps: Sequence[StepView]) -> tuple[Sentence, ...]:
    """Labels that every one of these steps has: said once above them instead of on each."""
    if len(steps) < 2:
        return ()
    return tuple(label for label in steps[0].labels if all(label in step.labels for step in steps))


def dial(number: str) -> str:
    """A phone number as a tel: link wants it: digits and a leading plus."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


@lru_cache(maxsize=len(LANGUAGES))
def _environment(language: str) -> Environment:
    """Templates in one language: what they import needs no context then, and is made once."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["sentence"] = partial(show_sentence, language)
    environment.filters["own"] = partial(show_own, language)
    environment.globals["beside"] = show_beside
    environment.globals["says_dutch"] = says_dutch
    environment.filters["pictogram"] = name_pictogram
    environment.filters["tel"] = dial
    environment.filters["step_pictogram"] = name_step_pictogram
    environment.globals["find_shared_labels"] = find_shared_labels
    environment.globals["near_count"] = MARKS_IN_SIGHT
    environment.globals["leave_to"] = LEAVE_TO
    environment.globals["language"] = language
    environment.globals["direction"] = direction(language)
    return environment


class Renderer:
    """Tekent HTML in één taal. `words.say` gives the templates their own fixed sentences."""

    def __init__(self, language: str, words: Words) -> None:
        self._environment = _environment(language)
        self._say = words.say
        self._say_many = words.say_many

    def render(self, template: str, **values: Any) -> str:
        """The HTML of `template` (a path under templates/) with these values."""
        return self._environment.get_template(template).render(
            say=self._say, say_many=self._say_many, **values
        )
