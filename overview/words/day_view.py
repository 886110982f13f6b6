"""The worker's day in words: people, handovers, moments to ask, last days; and figures without people."""

from __future__ import annotations

from dataclasses import dataclass

from overview.domain.catalogue import Catalogue, Counter
from overview.domain.conversation import ConversationChannel
from overview.domain.handovers import Handover, HandoverState
from overview.domain.helping import Figures, WorkersDay
from overview.words.agreement_view import CHANNELS, name_place
from overview.words.due_words import say_distance
from overview.words.speaking import Words
from overview.words.text import Sentence, Span


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Regel over iemand die deze medewerker helpt; `code` is what a press hands on."""

    called: Sentence
    said: Sentence | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class DayView:
    """Werkdag in woorden."""

    people: tuple[PersonLine, ...]
    handovers: tuple[PersonLine, ...]
    check_ins: tuple[PersonLine, ...]
    last_days: tuple[PersonLine, ...]


def name_person(called: str) -> Sentence:
    """How somebody wants to be called: a name, in no language of its own, and kept by no form."""
    return Sentence((Span(called, "nl", is_isolate=True, is_personal=True),), "nl")


def view_day(words: Words, day: WorkersDay, catalogue: Catalogue) -> DayView:
    """Everything on the worker's home."""
    called = {one.person: name_person(one.called) for one in day.people}
    return DayView(
        people=tuple(PersonLine(called[one.person]) for one in day.people),
        handovers=tuple(
            PersonLine(
                called.get(one.person, name_person("\u2013")),
                words.say(
                    "Naar {place}. U sprak met {person} op {day}.",
                    place=name_place(words, catalogue, one.to),
                    person=words.dutch(one.spoke_to),
                    day=words.day(one.opened_at.date()),
                ),
                one.id,
            )
            for one in day.handovers
        ),
        check_ins=tuple(
            PersonLine(
                called[relation.person],
                words.join(
                    [words.day(one.on), words.say(CHANNELS[ConversationChannel(one.channel)])], " \u2013 "
                ),
                one.id,
            )
            for one, relation in day.check_ins
        ),
        last_days=tuple(
            PersonLine(
                called[relation.person],
                words.join([words.day(on), say_distance(words, on) or words.say("vandaag")], " \u2013 "),
            )
            for on, relation in day.last_days
        ),
    )


def view_figures(words: Words, counter: Counter, figures: Figures) -> tuple[Sentence, tuple[Sentence, ...]]:
    """One counter in numbers: nobody can be recognised in them."""
    return words.dutch(counter.name), (
        words.say_many("{count} inwoner krijgt hulp", "{count} inwoners krijgen hulp", figures.helped),
        words.say_many(
            "{count} overdracht staat open", "{count} overdrachten staan open", figures.open_handovers
        ),
        words.say_many(
            "{count} overdracht wacht langer dan een week",
            "{count} overdrachten wachten langer dan een week",
            figures.stale_handovers,
        ),
    )


def say_handover(words: Words, handover: Handover, catalogue: Catalogue) -> Sentence:
    """For the citizen: who has it now."""
    place = name_place(words, catalogue, handover.to)
    if handover.state is HandoverState.PICKED_UP:
        return words.say(
            "{person} bij {place} helpt u nu verder.", person=words.dutch(handover.picked_up_by), place=place
        )
    if handover.state is HandoverState.TAKEN_BACK:
        return words.say("Het loket helpt u weer zelf.")
    return words.say("Het loket droeg u over aan {place}. Wij letten op tot zij u helpen.", place=place)
