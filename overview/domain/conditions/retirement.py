"""About retirement."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated, not_dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("has_years_abroad", "years_abroad", "yes"),
    answered("has_work_pension", "work_pension", "yes"),
    dated("aow_decided", "aow_decision_on"),
    not_dated("aow_not_decided", "aow_decision_on"),
)
