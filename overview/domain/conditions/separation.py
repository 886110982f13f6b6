"""About a separation."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("was_married", "relation_kind", "married"),
    answered("was_registered_partner", "relation_kind", "registered"),
    answered("was_married_or_registered", "relation_kind", "married", "registered"),
    answered("separation_to_start", "separation_stage", "not_started"),
    answered("separation_not_decided", "separation_stage", "not_started", "running"),
    answered("feels_unsafe", "feels_unsafe", "yes"),
    dated("leaves_shared_home", "leaves_home_on"),
    answered("rents_shared_home", "shared_home", "rent"),
    answered("owns_shared_home", "shared_home", "own"),
    dated("support_unpaid", "unpaid_support_on"),
)
