"""About falling ill."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("has_employer_when_ill", "work_when_ill", "employer"),
    answered("has_temp_agency_when_ill", "work_when_ill", "agency"),
    answered("has_employer_or_agency_when_ill", "work_when_ill", "employer", "agency"),
    answered("reports_ill_to_uwv", "work_when_ill", "ww", "ended"),
    answered("gets_ww_when_ill", "work_when_ill", "ww"),
    answered("may_get_sickness_benefit", "work_when_ill", "agency", "ww", "ended"),
    answered("may_get_wia", "work_when_ill", "employer", "agency", "ww", "ended"),
    answered("is_self_employed_when_ill", "work_when_ill", "self_employed"),
    answered("has_no_work_when_ill", "work_when_ill", "none"),
    dated("contract_ends_when_ill", "contract_ends_on"),
    answered("is_student", "study", "higher", "mbo"),
    answered("is_no_student", "study", "no"),
    answered("expects_long_illness", "long_illness", "yes"),
    answered("needs_help_at_home_when_ill", "illness_needs", "home", "both"),
    answered("needs_transport_when_ill", "illness_needs", "transport", "both"),
    answered("is_helped_by_family_when_ill", "illness_helper", "family"),
    answered("has_administrator_when_ill", "illness_helper", "administrator"),
    answered("has_no_helper_when_ill", "illness_helper", "nobody"),
    answered("needs_interpreter_when_ill", "speaks_dutch", "no"),
)
