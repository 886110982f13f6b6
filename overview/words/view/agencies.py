"""Agencies, their ways and sources, and the help in reach, as a form shows them."""

from __future__ import annotations

from dataclasses import dataclass

from overview.words.text import Sentence


@dataclass(frozen=True, slots=True)
class PhoneView:
    """Telefoonnummer: digits as printed, `tel` for a link, hours and cost in words."""

    number: str
    tel: str
    label: Sentence | None
    hours: Sentence | None
    cost: Sentence | None
    warning: Sentence | None


@dataclass(frozen=True, slots=True)
class ChannelView:
    """Kanaal: how to do it; `target` is a tel: or https: address, or empty."""

    kind: str
    label: Sentence
    target: str
    detail: Sentence | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """Bron met datum van controle."""

    title: Sentence
    url: str
    checked: Sentence


@dataclass(frozen=True, slots=True)
class AgencyView:
    """Organisatie: the Dutch name, what it does, how to reach it, its steps."""

    id: str
    kind: str
    name: Sentence
    explained: Sentence | None
    what: Sentence
    url: str
    phones: tuple[PhoneView, ...]
    find_phone: Sentence | None
    step_numbers: tuple[int, ...]
    called: Sentence | None = None
    """As one says it in a sentence ("uw verhuurder"); None where the name itself does."""
    for_events: tuple[Sentence, ...] = ()
    channels: tuple[ChannelView, ...] = ()
    """The ways beside the telephone; `detail` warns when nobody looked at one for too long."""
    languages: Sentence | None = None
    relay: Sentence | None = None
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpView:
    """Hulp: counter, phone and hours, in the same place on every page and sheet."""

    heading: Sentence
    call: Sentence
    phone: str
    tel: str
    place: Sentence
    hours: Sentence
    example: Sentence | None


@dataclass(frozen=True, slots=True)
class HelpAroundView:
    """Hulp dichtbij: who they are, what they can do, how to reach them."""

    id: str
    name: Sentence
    what: Sentence
    for_whom: Sentence
    how: Sentence
    url: str
    phone: str
    tel: str
    is_public: bool
