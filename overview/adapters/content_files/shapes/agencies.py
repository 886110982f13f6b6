"""The shape of agencies, phones, danger exits, counters and terms."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from overview.adapters.content_files.shapes.common import Id, Shape, SourceShape, Text, Url, one_of
from overview.domain.catalogue import (
    Agency,
    ContactChannel,
    Counter,
    DangerExit,
    Phone,
    Phrase,
    ProfessionalLine,
)
from overview.domain.conversation import ConversationChannel

AGENCY_KINDS = [
    *("government", "benefits", "tax", "health", "housing", "work", "education", "court"),
    *("money", "help", "other"),
]


STAFF = ["contact_centre", "social_counsellors", "lawyers", "partners", "volunteers", "municipal_team"]
REFERRERS = [
    *("call_centre", "agencies", "neighbourhood_teams", "volunteers_outreach", "partners", "stip", "self"),
]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]


class PhoneShape(Shape):
    """Telefoonnummer."""

    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{1,17}$")]
    hours: str = ""
    cost: str = ""
    label: str = ""
    review_on: date
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> Phone:
        """The domain's phone number."""
        sources = tuple(source.build() for source in self.source)
        return Phone(self.number, self.hours, self.cost, self.review_on, sources, self.label)


class ContactChannelShape(Shape):
    """Kanaal; the telephone is a `[[agency.phone]]`."""

    kind: Annotated[str, one_of(["counter", "video", "letter", "online"])]
    text: Text
    url: Url | None = None
    review_on: date
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> ContactChannel:
        """The domain's channel."""
        sources = tuple(source.build() for source in self.source)
        return ContactChannel(self.kind, self.text, self.review_on, sources, self.url or "")


class AgencyShape(Shape):
    """Organisatie."""

    id: Id
    name: Text
    kind: Annotated[str, one_of(AGENCY_KINDS)]
    what: Text
    url: Url | None = None
    find_phone: str = ""
    call_name: str = ""
    languages: str = ""
    relay: str = ""
    phone: list[PhoneShape] = []
    channel: list[ContactChannelShape] = []
    source: list[SourceShape] = []

    def build(self) -> Agency:
        """The domain's agency."""
        sources = tuple(source.build() for source in self.source)
        phones = tuple(phone.build() for phone in self.phone)
        return Agency(
            id=self.id,
            name=self.name,
            what=self.what,
            kind=self.kind,
            url=self.url or "",
            sources=sources,
            phones=phones,
            channels=tuple(channel.build() for channel in self.channel),
            find_phone=self.find_phone,
            call_name=self.call_name,
            languages=self.languages,
            relay=self.relay,
        )


class DangerExitShape(Shape):
    """Nooduitgang."""

    id: Id
    title: Text
    text: Text
    has_quick_exit: bool = False
    phone: list[PhoneShape] = []
    source: Annotated[list[SourceShape], Field(min_length=1)]

    def build(self) -> DangerExit:
        """The domain's danger exit."""
        phones = tuple(phone.build() for phone in self.phone)
        sources = tuple(source.build() for source in self.source)
        return DangerExit(self.id, self.title, self.text, phones, sources, self.has_quick_exit)


class ProfessionalLineShape(Shape):
    """Professionallijn."""

    id: Id
    agency: Id
    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]{1,17}$")]
    hours: Text
    can_do: Annotated[list[Text], Field(min_length=1)]
    is_example: bool

    def build(self) -> ProfessionalLine:
        """The domain's professional line."""
        return ProfessionalLine(**{**dict(self), "can_do": tuple(self.can_do)})


class CounterShape(Shape):
    """Loket."""

    id: Id
    name: Text
    phone: Text
    address: Text
    hours: Text
    is_example: bool
    municipality: str = ""
    mirrors: str = ""
    has_walk_in: bool = True
    has_appointments: bool = True
    visits_people: bool = False
    has_quiet_room: bool = False
    has_case_management: bool = False
    staffed_by: Annotated[str, one_of(STAFF)] = "contact_centre"
    spoken: Annotated[list[LanguageCode], Field(min_length=1)] = ["nl"]
    referred_by: list[Annotated[str, one_of(REFERRERS)]] = []
    line: list[ProfessionalLineShape] = []

    def build(self) -> Counter:
        """The domain's counter."""
        fields: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in self
        }
        fields["lines"] = tuple(line.build() for line in fields.pop("line"))
        return Counter(**fields)


class PhraseShape(Shape):
    """Vaste zin."""

    id: Id
    about: Annotated[str, one_of(["agreed", "goal", "not_needed", "step"])]
    text: Text
    contact: Annotated[str, one_of([str(channel) for channel in ConversationChannel])] | None = None

    def build(self) -> Phrase:
        """The domain's phrase."""
        contact = ConversationChannel(self.contact) if self.contact is not None else None
        return Phrase(self.id, self.about, self.text, contact)


class TermTextShape(Shape):
    """Begrip met uitleg."""

    term: Text
    text: Text
