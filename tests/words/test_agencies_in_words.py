"""Agencies in words: every way to reach them, and a label on what nobody looked at for too long."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest

from overview.wiring import get_portal
from overview.words.agency_view import view_agency
from overview.words.speaking import Words

TODAY: Final = date(2026, 11, 26)
WITH_CHANNELS: Final = [a.id for a in get_portal().catalogue.agencies.values() if a.channels]


@pytest.mark.parametrize("agency_id", ["municipality", "belastingdienst", "uwv", "svb", "duo", "cak", "ciz"])
def test_the_big_agencies_can_be_reached_by_more_than_a_telephone(agency_id: str) -> None:
    assert agency_id in WITH_CHANNELS


@pytest.mark.parametrize("agency_id", WITH_CHANNELS)
def test_a_way_is_labelled_from_the_day_after_its_review_date(agency_id: str) -> None:
    agency = get_portal().catalogue.agencies[agency_id]
    for number, channel in enumerate(agency.channels):
        for days, is_labelled in ((0, False), (1, True)):
            words = Words("nl", channel.review_on + timedelta(days=days))
            detail = view_agency(words, agency, None).channels[number].detail
            assert (detail is not None) is is_labelled


@pytest.mark.parametrize("agency_id", WITH_CHANNELS)
def test_every_source_of_a_way_stands_with_the_agency(agency_id: str) -> None:
    agency = get_portal().catalogue.agencies[agency_id]
    shown = {source.url for source in view_agency(Words("nl", TODAY), agency, None).sources}
    assert {source.url for channel in agency.channels for source in channel.sources} <= shown
    assert {source.url for phone in agency.phones for source in phone.sources} <= shown


def test_who_cannot_hear_well_reads_how_to_call_where_a_number_is_shown() -> None:
    for agency in get_portal().catalogue.agencies.values():
        assert bool(agency.relay) or not agency.phones, agency.id
