"""Letters in words: what a letter is, how urgent, what to do, and who can help with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.guidance import HelpAround
from overview.domain.letters import LetterKind
from overview.words.agency_view import make_tel, name_agency
from overview.words.source_view import say_doubt, say_expired, view_sources, with_doubt
from overview.words.speaking import Words, msg
from overview.words.text import Sentence
from overview.words.view import HelpAroundView, SourceView

_URGENCY: Final[dict[int, str]] = {
    5: msg("Doe vandaag iets."),
    4: msg("Doe deze week iets."),
    3: msg("Doe iets binnen een paar weken."),
    2: msg("Kijk de brief na."),
    1: msg("Bewaar de brief."),
}
_FEW: Final = 4
_SENDER: Final = "sender"
"""Who sent the letter: a help beside that letter, nowhere else."""
_READS_LETTERS: Final = "social_counsellor"
_COUNTER: Final = "counter"
"""The counter has its own block on every page and sheet."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """Brief in woorden. `name` and `recognise` are what stands on it, in Dutch."""

    id: str
    level: int
    agency: Sentence
    name: Sentence
    recognise: tuple[Sentence, ...]
    urgency: Sentence
    what: Sentence
    first: Sentence
    until: Sentence
    otherwise: Sentence
    when_late: Sentence
    title: Sentence
    say: Sentence | None
    say_dutch: Sentence | None
    helpers: tuple[HelpAroundView, ...]
    following: tuple[tuple[str, Sentence], ...]
    sources: tuple[SourceView, ...]
    asks_a_person_first: bool


def view_help_around(words: Words, found: HelpAround) -> HelpAroundView:
    """Help around, in the citizen's language; its name stays Dutch beside what it means."""
    return HelpAroundView(
        found.id,
        words.say(found.name),
        words.say(found.what),
        words.say(found.for_whom),
        with_doubt(words, words.say(found.how), say_expired(words, found.review_on)),
        found.url,
        found.phone,
        make_tel(found.phone),
        found.is_public,
    )


def list_help_around(
    words: Words, catalogue: Catalogue, life_events: tuple[str, ...]
) -> tuple[HelpAroundView, ...]:
    """The public help offered with these life events (and everywhere)."""
    return tuple(
        view_help_around(words, found)
        for found in catalogue.help_around.values()
        if found.is_public
        and found.id != _SENDER
        and (not found.life_events or set(found.life_events) & set(life_events))
    )


def list_all_help(words: Words, catalogue: Catalogue) -> tuple[HelpAroundView, ...]:
    """All help that anyone may ask for, whatever happened."""
    return tuple(
        view_help_around(words, found)
        for found in catalogue.help_around.values()
        if found.is_public and found.id != _SENDER
    )


def list_lost_help(words: Words, catalogue: Catalogue) -> tuple[HelpAroundView, ...]:
    """Who reads a letter with someone that nobody could name: the social counsellors."""
    found = catalogue.help_around.get(_READS_LETTERS)
    return (view_help_around(words, found),) if found else ()


def pick_help_around(
    words: Words, catalogue: Catalogue, life_events: tuple[str, ...]
) -> tuple[HelpAroundView, ...]:
    """A few of them for the foot of an overview: those for these life events before those for everyone."""
    offered = list_help_around(words, catalogue, life_events)
    own = [found for found in offered if found.id != _COUNTER]
    own.sort(key=lambda found: not catalogue.help_around[found.id].life_events)
    return tuple(own[:_FEW])


def view_letter(words: Words, kind: LetterKind, catalogue: Catalogue) -> LetterView:
    """One kind of letter as a person reads it."""
    helpers = [catalogue.help_around[name] for name in kind.helpers if name in catalogue.help_around]
    helpers = [helper for helper in helpers if helper.is_public]
    following = [catalogue.letters[name] for name in kind.following if name in catalogue.letters]
    return LetterView(
        kind.id,
        kind.level,
        name_agency(words, catalogue, kind.agency),
        words.dutch(kind.name),
        tuple(words.dutch(word) for word in kind.words),
        words.say(_URGENCY[kind.level]),
        words.say(kind.what),
        words.say(kind.first),
        with_doubt(words, words.say(kind.until), say_doubt(words, kind.review_on, kind.confidence)),
        words.say(kind.otherwise),
        words.say(kind.when_late),
        words.say(kind.title),
        words.find(kind.say),
        words.dutch(kind.say) if kind.say else None,
        tuple(view_help_around(words, helper) for helper in helpers),
        tuple((other.id, words.dutch(other.name)) for other in following),
        view_sources(words, kind.sources),
        kind.asks_a_person_first,
    )
