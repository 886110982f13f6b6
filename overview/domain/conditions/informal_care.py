"""About caring for somebody."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("cares_for_adult", "cared_person", "adult"),
    answered("cares_for_child", "cared_person", "child"),
    answered("cared_needs_daily_help", "cared_needs", "daily", "always"),
    answered("cared_needs_lasting_care", "cared_needs", "always"),
    answered("cared_decides_self", "cared_can_decide", "yes"),
    answered("cared_cannot_decide", "cared_can_decide", "no"),
    answered("carer_is_employee", "carer_work", "employee"),
    answered("carer_is_self_employed", "carer_work", "self_employed"),
    answered("carer_is_student", "carer_work", "student"),
    answered("carer_has_benefit", "carer_work", "benefit"),
    dated("long_leave_planned", "long_leave_from"),
    answered("carer_starts_living_together", "lives_with_cared", "soon"),
    answered("cared_wants_pgb", "wants_pgb", "yes"),
)
