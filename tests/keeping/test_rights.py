from __future__ import annotations

import json
from dataclasses import replace

import pytest

from overview.domain.access import Action, NotAllowed
from overview.domain.keeping import Purpose
from overview.services.keeping.answers import NotKept
from overview.services.keeping.exporting import write_everything
from tests.keeping.builders import DAY, MINUTE, NOW, World, make_kept


def _kept_purposes(world: World, person: str) -> list[tuple[Purpose, bool]]:
    consents = world.store.run(lambda records: records.consents.list_all(person))
    return [(one.purpose, one.withdrawn_at is None) for one in consents]


def test_everything_names_what_is_kept_what_was_agreed_and_who_looked(world: World) -> None:
    gerard = world.keep()
    world.overviews.open(gerard, gerard.person, NOW)
    everything = world.rights.list_everything(gerard, gerard.person, NOW)
    assert everything.kept == make_kept()
    (consent,) = everything.consents
    assert (consent.agency, consent.purpose, consent.language) == ("municipality", Purpose.KEEP, "nl")
    assert (consent.text_version, consent.at_screen.value, consent.legal_basis) == (
        "1",
        "citizen",
        "voorbeeld",
    )
    assert [line.action for line in everything.looked] == [Action.CONSENT, Action.READ]
    assert [line.name for line in everything.looked] == ["Gerard", "Gerard"]


def test_the_export_holds_all_of_it_and_being_exported_is_written_down(world: World) -> None:
    gerard = world.keep()
    everything = world.rights.list_everything(gerard, gerard.person, NOW, is_export=True)
    told = json.loads(write_everything(everything, NOW))
    assert told["overview"]["situation"]["life_events"][0]["id"] == "moving_house"
    assert told["consents"][0]["purpose"] == "keep"
    again = world.rights.list_everything(gerard, gerard.person, NOW)
    assert Action.EXPORT in [line.action for line in again.looked]


def test_a_representative_stands_in_the_log_as_one_and_the_consent_says_so(world: World) -> None:
    mother = world.sign_in("daan", actor="actor mother", acts_for="Daan")
    person, _ = world.overviews.start(mother, make_kept(), "nl", "", NOW)
    mother = replace(mother, person=person)
    everything = world.rights.list_everything(mother, person, NOW)
    assert everything.consents[0].at_screen.value == "representative"
    assert everything.looked[0].role == "representative"


def test_a_yes_is_written_down_once_and_a_no_works_at_once(world: World) -> None:
    gerard = world.keep()
    for _ in range(2):
        world.rights.give(gerard, gerard.person, Purpose.HELP_AT_COUNTER, "nl", "", NOW + MINUTE)
    assert world.rights.has_consent(gerard.person, Purpose.HELP_AT_COUNTER)
    (given,) = [
        one
        for one in world.rights.list_everything(gerard, gerard.person, NOW).consents
        if one.purpose is Purpose.HELP_AT_COUNTER
    ]
    assert not world.rights.withdraw(gerard, gerard.person, given.id, NOW + DAY)
    assert not world.rights.has_consent(gerard.person, Purpose.HELP_AT_COUNTER)
    assert _kept_purposes(world, gerard.person) == [(Purpose.KEEP, True), (Purpose.HELP_AT_COUNTER, False)]


def test_no_to_keeping_deletes_all_of_it(world: World) -> None:
    gerard = world.keep()
    consent = world.rights.list_everything(gerard, gerard.person, NOW).consents[0]
    assert world.rights.withdraw(gerard, gerard.person, consent.id, NOW)
    with pytest.raises(NotKept):
        world.overviews.open(gerard, gerard.person, NOW)


def test_somebody_who_is_forgotten_is_nobody_and_may_begin_again(world: World) -> None:
    gerard = world.keep()
    world.rights.forget(gerard, gerard.person, NOW)
    with pytest.raises(NotKept):
        world.rights.list_everything(gerard, gerard.person, NOW)
    with pytest.raises(NotKept):
        world.rights.forget(gerard, gerard.person, NOW)
    again = world.sign_in("gerard")
    assert again.person != gerard.person
    person, saved = world.overviews.start(again, make_kept(), "nl", "", NOW)
    assert (person, saved.version) == (again.person, 1)


def test_the_municipality_exports_and_forgets_on_request_and_says_why(world: World) -> None:
    gerard = world.keep()
    person = world.upkeep.find_person(("hash of gerard",))
    assert person == gerard.person
    everything = world.upkeep.export(person, "verzoek van 20 november", NOW)
    assert everything.looked[-1].purpose == "verzoek van 20 november"
    world.upkeep.forget(person, "verzoek van 20 november", NOW)
    with pytest.raises(NotKept):
        world.upkeep.find_person(("hash of gerard",))


def test_another_persons_consent_cannot_be_withdrawn(world: World) -> None:
    gerard, maria = world.keep("gerard"), world.keep("maria")
    consent = world.rights.list_everything(gerard, gerard.person, NOW).consents[0]
    with pytest.raises(NotAllowed):
        world.rights.withdraw(maria, maria.person, consent.id, NOW)
    assert world.rights.has_consent(gerard.person, Purpose.KEEP)
