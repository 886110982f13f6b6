"""About a death."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("partner_died", "who_died", "partner_married", "partner_living"),
    answered("young_person_lost_parent", "who_died", "parent_young"),
    answered("funeral_to_come", "funeral_held", "no"),
    answered("inherits_from_deceased", "inherits", "yes"),
    answered("cotenant_of_deceased", "deceased_home", "rent_with_tenant"),
    answered("housemate_of_tenant", "deceased_home", "rent_with_other"),
    answered("tenant_lived_elsewhere", "deceased_home", "rent_without"),
    answered("deceased_had_job", "deceased_income", "job"),
    answered("deceased_had_business", "deceased_income", "own_business"),
    answered("deceased_had_benefit", "deceased_income", "benefit"),
)
