"""About turning 18."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, any_of, dated, event_is_ahead

_HELPED = answered("gets_youth_help_now", "youth_help_now", "yes")
_LIMITED = answered("has_limitation_at_18", "limitation_at_18", "yes")

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("at_secondary_school_at_18", "study_at_18", "vo"),
    answered("studies_at_18", "study_at_18", "mbo", "hbo"),
    answered("learns_at_18", "study_at_18", "vo", "mbo", "hbo"),
    answered("has_no_school_or_work_at_18", "study_at_18", "none"),
    answered("rents_own_home_at_18", "home_at_18", "rent"),
    answered("lives_in_youth_care_at_18", "home_at_18", "care"),
    _HELPED,
    _LIMITED,
    answered("needs_residence_permit_at_18", "passport_at_18", "other"),
    answered("has_no_dutch_passport_at_18", "passport_at_18", "eu", "other"),
    answered("gets_maintenance_at_18", "maintenance_at_18", "yes"),
    dated("stops_study", "study_stops_on"),
    any_of("needs_support_at_18", _HELPED, _LIMITED),
    event_is_ahead("eighteenth_birthday_is_ahead"),
)
