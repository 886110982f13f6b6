"""Agencies and help in words."""

from __future__ import annotations

from overview.domain.catalogue import Agency, Catalogue, ContactChannel, Counter, LifeEvent, Phone
from overview.domain.steps import Source
from overview.words.source_view import view_sources
from overview.words.speaking import Words, msg
from overview.words.text import Sentence
from overview.words.view import AgencyView, ChannelView, HelpView, PhoneView

MUNICIPALITY = "municipality"

_CHECK_THIS_NUMBER = msg("Kijk dit nummer eerst na. Wij keken er te lang niet naar.")
_CHECK_THIS_WAY = msg("Kijk dit eerst na. Wij keken er te lang niet naar.")


def make_tel(number: str) -> str:
    """A phone number as dialled: digits, with a plus for numbers from abroad."""
    return "".join(mark for mark in number if mark.isdigit() or mark == "+")


def view_phone(words: Words, phone: Phone) -> PhoneView:
    """A phone number with hours and cost; past its review date it says so."""
    return PhoneView(
        phone.number,
        make_tel(phone.number),
        words.find(phone.label),
        words.find(phone.hours),
        words.find(phone.cost),
        words.say(_CHECK_THIS_NUMBER) if phone.review_on < words.today else None,
    )


def _view_channel(words: Words, channel: ContactChannel) -> ChannelView:
    warning = words.say(_CHECK_THIS_WAY) if channel.review_on < words.today else None
    return ChannelView(channel.kind, words.say(channel.text), channel.url, warning)


def view_agency(
    words: Words,
    agency: Agency,
    counter: Counter | None,
    numbers: tuple[int, ...] = (),
    events: tuple[LifeEvent, ...] = (),
) -> AgencyView:
    """An agency; the municipality has the phone number of the counter of this portal.

    `events` are life events of which it has a part.
    """
    phones = tuple(view_phone(words, phone) for phone in agency.phones)
    if agency.id == MUNICIPALITY and counter is not None and not phones:
        number = PhoneView(
            counter.phone, make_tel(counter.phone), None, words.find(counter.hours), None, None
        )
        phones = (number,)
    translated = words.say(agency.name)
    is_explained = translated.is_translated and translated.plain != agency.name
    return AgencyView(
        agency.id,
        agency.kind,
        words.dutch(agency.name),
        translated if is_explained else None,
        words.say(agency.what),
        agency.url,
        phones,
        words.find(agency.find_phone),
        numbers,
        words.find(agency.call_name),
        for_events=tuple(words.say(event.title) for event in events),
        channels=tuple(_view_channel(words, channel) for channel in agency.channels),
        languages=words.find(agency.languages),
        relay=words.find(agency.relay),
        sources=view_sources(words, tuple(_find_sources(agency))),
    )


def _find_sources(agency: Agency) -> dict[Source, None]:
    """What everything said about an agency rests on, each source once."""
    named = [agency.sources, *(phone.sources for phone in agency.phones)]
    named += [channel.sources for channel in agency.channels]
    return dict.fromkeys(source for sources in named for source in sources)


def view_help(words: Words, catalogue: Catalogue) -> HelpView:
    """The help block: the counter of this portal, and an example label where it is invented."""
    counter = catalogue.counter
    if counter is None:
        raise ValueError("the content has no counter: every page and sheet must say where help is")
    return HelpView(
        words.say("Hulp nodig?"),
        words.say("Bel"),
        counter.phone,
        make_tel(counter.phone),
        words.say("Of kom langs: {address}.", address=words.dutch(counter.address)),
        words.say(counter.hours),
        words.say("Voorbeeld. Uw gemeente vult hier haar eigen loket in.") if counter.is_example else None,
    )


def name_agency(words: Words, catalogue: Catalogue, agency_id: str) -> Sentence:
    """The Dutch name of an agency; the id where content has none (refused by `check`)."""
    agency = catalogue.agencies.get(agency_id)
    return words.dutch(agency.name if agency else agency_id)


def list_events(catalogue: Catalogue) -> dict[str, tuple[LifeEvent, ...]]:
    """The life events in which each agency has a step."""
    found: dict[str, dict[str, LifeEvent]] = {}
    for event in catalogue.life_events.values():
        for step in event.steps:
            found.setdefault(step.agency, {})[event.id] = event
    return {agency: tuple(events.values()) for agency, events in found.items()}
