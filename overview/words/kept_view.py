"""What is kept, what changed and what clashes, in words: every fact by the name a citizen knows it by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.kept import Kept, Path, SupportLevel, list_facts, spell
from overview.domain.merging import Change, Clash
from overview.domain.situation import UNKNOWN
from overview.domain.steps import Question
from overview.words.speaking import Words, msg
from overview.words.talk_view import name_subject, say_talk
from overview.words.text import Sentence, Span

CHANNELS: Final[dict[str, str]] = {
    "phone": msg("Bellen"),
    "counter": msg("Naar het loket"),
    "video": msg("Beeldbellen"),
    "letter": msg("Brief sturen"),
    "online": msg("Via internet"),
}
SUPPORT: Final[dict[str, str]] = {
    SupportLevel.SELF: msg("Ik doe het zelf"),
    SupportLevel.TOGETHER: msg("Wij doen het samen"),
    SupportLevel.TAKEN_OVER: msg("Een ander doet het voor mij"),
}
_AGREEMENT: Final = "agreement:"
DOERS: Final[dict[str, str]] = {
    "together": msg("Samen met de medewerker"),
    "worker": msg("De medewerker van het loket"),
    "agency": msg("De organisatie zelf"),
    "family": msg("Iemand van mijn familie"),
}
_CHOICES: Final[dict[str, str]] = {
    "done": msg("Gedaan"),
    "waiting": msg("Ik wacht op antwoord"),
    "put_off": msg("Later"),
    "not_needed": msg("Niet nodig voor mij"),
}


@dataclass(frozen=True, slots=True)
class FactView:
    """Eén bewaard feit: its name, and its value in words; None when it is not there."""

    name: Sentence
    value: Sentence | None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Wijziging in woorden."""

    name: Sentence
    before: Sentence | None
    after: Sentence | None


def view_kept(words: Words, catalogue: Catalogue, kept: Kept) -> tuple[FactView, ...]:
    """All that is kept of somebody's overview, one line each."""
    return tuple(
        FactView(name_path(words, catalogue, path), say_value(words, catalogue, path, spell(fact)))
        for path, fact in list_facts(kept).items()
    )


def view_changes(words: Words, catalogue: Catalogue, changes: Iterable[Change]) -> tuple[ChangeView, ...]:
    """What changed, one line each."""
    return tuple(
        ChangeView(
            name_path(words, catalogue, one.path),
            say_value(words, catalogue, one.path, spell(one.before)),
            say_value(words, catalogue, one.path, spell(one.after)),
        )
        for one in changes
    )


def view_clash(words: Words, catalogue: Catalogue, clash: Clash) -> ChangeView:
    """Both sides of a clash: `before` is theirs, `after` is mine."""
    return ChangeView(
        name_path(words, catalogue, clash.path),
        say_value(words, catalogue, clash.path, spell(clash.theirs)),
        say_value(words, catalogue, clash.path, spell(clash.mine)),
    )


def name_path(words: Words, catalogue: Catalogue, path: Path) -> Sentence:
    """A fact by the name a citizen knows it by."""
    match path:
        case ("event", event):
            return _name_event(words, catalogue, event)
        case ("event", _, question) | ("answer", question):
            return _name_question(words, catalogue, question)
        case ("step", step):
            return _name_step(words, catalogue, step)
        case ("note", step):
            return words.say("Uw notitie bij “{step}”", step=_name_step(words, catalogue, step))
        case ("channel", step):
            return words.say("Hoe u dit doet: “{step}”", step=_name_step(words, catalogue, step))
        case ("letter", kind):
            letter = catalogue.letters.get(kind.partition("#")[0])
            return words.dutch(letter.name) if letter else words.say("Een brief")
        case ("own", _):
            return words.say("Uw eigen stap")
        case ("taken_by", step):
            return words.say("Wie dit doet: “{step}”", step=_name_step(words, catalogue, step))
        case ("talk", subject) if subject.startswith(_AGREEMENT):
            step = subject.removeprefix(_AGREEMENT)
            return words.say("Afgesproken bij “{step}”", step=_name_step(words, catalogue, step))
        case ("talk", subject):
            return name_subject(words, subject)
        case ("order",):
            return words.say("Uw eigen volgorde")
        case ("goals",):
            return words.say("Uw doelen")
        case ("support",):
            return words.say("Wie u helpt")
        case _:
            return words.say("Hoeveel stappen u op een dag doet")


def say_value(words: Words, catalogue: Catalogue, path: Path, spelled: str | None) -> Sentence | None:
    """The value of a fact in words, from how it was spelled."""
    if spelled is None:
        return None
    match path:
        case ("event", _, question) | ("answer", question):
            return _say_answer(words, _find_question(catalogue, question), spelled)
        case ("step", _):
            name, *days = spelled.split()
            said = words.say(_CHOICES.get(name, "Later"))
            return words.join([said, *(_say_day(words, day) for day in days if day not in _CHOICES)], ", ")
        case ("event", _) | ("letter", _):
            return _say_day(words, spelled) if spelled else words.say("Datum nog niet bekend")
        case ("channel", _):
            return words.say(CHANNELS[spelled]) if spelled in CHANNELS else words.dutch(spelled)
        case ("support",):
            return words.say(SUPPORT[spelled]) if spelled in SUPPORT else None
        case ("talk", _):
            return say_talk(words, catalogue, spelled)
        case ("taken_by", _):
            return words.say(DOERS.get(spelled, spelled))
        case ("order",):
            steps = [_name_step(words, catalogue, step) for step in spelled.split(", ")]
            return words.join(steps, "; ")
        case _:
            return _quote(words, spelled)


def _name_event(words: Words, catalogue: Catalogue, name: str) -> Sentence:
    event = catalogue.life_events.get(name.partition("#")[0])
    return words.say(event.title) if event else words.dutch(name)


def _find_question(catalogue: Catalogue, question: str) -> Question | None:
    try:
        return catalogue.get_question(question)
    except KeyError:
        return None


def _name_question(words: Words, catalogue: Catalogue, question: str) -> Sentence:
    found = _find_question(catalogue, question)
    return words.say(found.short or found.text) if found else words.dutch(question)


def _name_step(words: Words, catalogue: Catalogue, step: str) -> Sentence:
    title = _list_titles(catalogue).get(step.partition("@")[0])
    if title is None and step.startswith("own_"):
        return words.say("Uw eigen stap")
    return words.say(title) if title else words.say("Een stap die er niet meer is")


def _list_titles(catalogue: Catalogue) -> Mapping[str, str]:
    titles = {step.id: step.title for event in catalogue.life_events.values() for step in event.steps}
    return titles | {kind.step_id: kind.name for kind in catalogue.letters.values()}


def _say_answer(words: Words, question: Question | None, spelled: str) -> Sentence:
    if spelled == UNKNOWN:
        return words.say("Weet ik niet")
    texts = {choice.id: choice.text for choice in question.choices} if question else {}
    return words.say(texts[spelled]) if spelled in texts else _say_day(words, spelled)


def _say_day(words: Words, spelled: str) -> Sentence:
    try:
        return words.day(date.fromisoformat(spelled))
    except ValueError:
        return _quote(words, spelled)


def _quote(words: Words, text: str) -> Sentence:
    """The citizen's own words, as they are."""
    return Sentence((Span(text, words.language, is_personal=True),), words.language)
