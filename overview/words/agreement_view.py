"""What was agreed at the counter, in words: per step and for the whole overview."""

from __future__ import annotations

from typing import Final

from overview.domain.capacity import SupportLevel
from overview.domain.catalogue import Catalogue
from overview.domain.conversation import (
    Agreement,
    Appointment,
    ContactMoment,
    Conversation,
    ConversationChannel,
    Keeping,
    Referral,
)
from overview.domain.own_steps import Doer
from overview.domain.situation import Situation
from overview.domain.told import Told
from overview.words.speaking import Value, Words, msg
from overview.words.text import Sentence
from overview.words.view import TogetherView

DOERS: Final[dict[Doer, str]] = {
    Doer.CITIZEN: msg("Dit doet u zelf."),
    Doer.TOGETHER: msg("Dit doet u samen met de medewerker van het loket."),
    Doer.WORKER: msg("Dit doet de medewerker van het loket voor u."),
    Doer.AGENCY: msg("Dit doet {agency} voor u."),
    Doer.FAMILY: msg("Dit doet iemand van uw familie."),
}
CHANNELS: Final[dict[ConversationChannel, str]] = {
    ConversationChannel.PHONE: msg("Met de telefoon"),
    ConversationChannel.THREE_WAY: msg("Samen bellen: u, de medewerker en de organisatie"),
    ConversationChannel.COUNTER: msg("Aan het loket"),
    ConversationChannel.VISIT: msg("Bij u thuis"),
    ConversationChannel.VIDEO: msg("Met beeldbellen"),
    ConversationChannel.LETTER: msg("Met een brief"),
    ConversationChannel.ONLINE: msg("Op de computer"),
}
SUPPORT: Final[dict[SupportLevel, str]] = {
    SupportLevel.SELF: msg("U doet het zelf. U mag altijd bellen."),
    SupportLevel.TOGETHER: msg("U doet het samen met het loket."),
    SupportLevel.TAKEN_OVER: msg("Het loket doet het nu voor u."),
}


def say_doer(words: Words, doer: Doer, agency: Value) -> Sentence:
    """Who does a step by agreement."""
    return words.say(DOERS[doer], agency=agency) if doer is Doer.AGENCY else words.say(DOERS[doer])


def say_appointment(words: Words, appointment: Appointment) -> Sentence:
    """The day of an appointment, and the time where it is known."""
    day = words.day(appointment.on)
    if appointment.at is None:
        return words.say("Afspraak: {day}.", day=day)
    clock = words.dutch(appointment.at.strftime("%H.%M"))
    return words.say("Afspraak: {day} om {time} uur.", day=day, time=clock)


def list_agreed(
    words: Words, doer: Doer | None, agreement: Agreement, agency: Value, catalogue: Catalogue
) -> tuple[Sentence, ...]:
    """Everything agreed about one step, a sentence each: who, how, when, and what was said."""
    said = list(list_arranged(words, doer, agreement, agency))
    if agreement.channel is not None:
        said.append(words.say(CHANNELS[agreement.channel]))
    said += [
        words.say(catalogue.phrases[name].text) for name in agreement.phrases if name in catalogue.phrases
    ]
    if agreement.told is not None:
        said.append(words.told(agreement.told))
    if agreement.support is not None:
        said.append(words.say(SUPPORT[agreement.support]))
    return tuple(said)


def list_arranged(
    words: Words, doer: Doer | None, agreement: Agreement, agency: Value
) -> tuple[Sentence, ...]:
    """Only who does it and when: nothing of it says why."""
    said = [say_doer(words, doer, agency)] if doer is not None else []
    if agreement.appointment is not None:
        said.append(say_appointment(words, agreement.appointment))
    return tuple(said)


def view_together(
    words: Words, conversation: Conversation, situation: Situation, catalogue: Catalogue
) -> TogetherView:
    """The agreements that hold for the whole: goals, help, who has it now, and what is not needed."""
    return TogetherView(
        heading=words.say("Dit spraken wij af"),
        goals_heading=words.say("Wat u wilt bereiken"),
        goals=list_goals(words, conversation, catalogue),
        lines=tuple(_list_lines(words, conversation, catalogue)),
        not_needed_heading=words.say("Niet nodig"),
        not_needed=tuple(_list_not_needed(words, conversation, situation, catalogue)),
    )


def list_goals(words: Words, conversation: Conversation, catalogue: Catalogue) -> tuple[Sentence, ...]:
    """What the citizen wants: fixed sentences in the reader's language, own words as they were said."""
    chosen = [catalogue.phrases[name].text for name in conversation.goal_phrases if name in catalogue.phrases]
    return (*(words.say(text) for text in chosen), *(words.told(goal) for goal in conversation.goals))


def say_keeping(words: Words, conversation: Conversation | None) -> Sentence:
    """What is kept of this overview."""
    if conversation is None:
        return words.say("Wij bewaren niets zonder uw ja.")
    if conversation.keeping is Keeping.NOTHING:
        return words.say("Wij bewaren niets.")
    if conversation.keeping is Keeping.CLAIM_CODE:
        return words.say("Wij bewaren dit overzicht. U opent het met de code op uw papier.")
    return words.say("Wij bewaren dit bij uw eigen overzicht.")


def _list_lines(words: Words, conversation: Conversation, catalogue: Catalogue) -> list[Sentence]:
    lines: list[Sentence] = []
    if conversation.support is not None:
        lines.append(words.say(SUPPORT[conversation.support]))
    lines += [_say_contact(words, contact, catalogue) for contact in conversation.contacts]
    referral = conversation.referral
    if referral is not None:
        lines.append(say_referral(words, referral, catalogue))
    if conversation.check_in is not None:
        lines.append(words.say("Wij vragen op {day} hoe het gaat.", day=words.day(conversation.check_in.on)))
    counter = catalogue.counters.get(conversation.counter)
    if counter is not None:
        lines.append(
            words.say(
                "Vragen? Bel {counter}: {phone}.",
                counter=words.dutch(counter.name),
                phone=words.dutch(counter.phone),
            )
        )
    return lines


def say_referral(words: Words, referral: Referral, catalogue: Catalogue) -> Sentence:
    """To whom somebody is passed on, and with whom was spoken there."""
    return words.say(
        "U gaat naar: {place}. Daar spraken wij met {person}. Zij weten dat u komt.",
        place=name_place(words, catalogue, referral.to),
        person=words.dutch(referral.spoke_to),
    )


def name_place(words: Words, catalogue: Catalogue, place: str) -> Sentence:
    """An agency, a helper or another counter by its name; what the content does not know as it is."""
    if place in catalogue.agencies:
        return words.dutch(catalogue.agencies[place].name)
    if place in catalogue.help_around:
        return words.say(catalogue.help_around[place].name)
    counter = catalogue.counters.get(place)
    return words.dutch(counter.name if counter else place)


_CONTACTS: Final[dict[ConversationChannel, str]] = {
    ConversationChannel.PHONE: msg("De medewerker belde met {place}, op {day}."),
    ConversationChannel.THREE_WAY: msg("Samen gebeld met {place}, op {day}."),
    ConversationChannel.COUNTER: msg("Samen langs geweest bij {place}, op {day}."),
    ConversationChannel.VISIT: msg("Op bezoek geweest, over {place}, op {day}."),
    ConversationChannel.VIDEO: msg("Samen via beeld gesproken met {place}, op {day}."),
    ConversationChannel.LETTER: msg("Verstuurd naar {place}, op {day}."),
    ConversationChannel.ONLINE: msg("Samen geregeld op internet bij {place}, op {day}."),
}


def _say_contact(words: Words, contact: ContactMoment, catalogue: Catalogue) -> Sentence:
    place = name_place(words, catalogue, contact.agency)
    said = words.say(_CONTACTS[contact.channel], place=place, day=words.day(contact.on))
    return words.join([said, words.told(contact.result)], " ") if contact.result else said


def _list_not_needed(
    words: Words, conversation: Conversation, situation: Situation, catalogue: Catalogue
) -> list[Sentence]:
    titles: dict[str, str | Told] = {own.id: own.told for own in situation.own_steps}
    for event in catalogue.life_events.values():
        titles |= {step.id: step.title for step in event.steps}
    titles |= {kind.step_id: kind.title for kind in catalogue.letters.values()}
    said: list[Sentence] = []
    for step_id in sorted(situation.not_needed):
        # A step that stands twice has its event behind an at-sign.
        title = titles.get(step_id.partition("@")[0])
        if title is None:
            continue
        agreement = conversation.find_agreement(step_id)
        parts = [words.name(title)]
        parts += [words.say(catalogue.phrases[n].text) for n in agreement.phrases if n in catalogue.phrases]
        if agreement.not_needed_because is not None:
            parts.append(words.told(agreement.not_needed_because))
        said.append(words.join(parts, " \u2013 "))
    return said
