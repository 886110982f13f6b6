"""About a move."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("rented_old_home", "old_home", "rent", "rent_must_leave"),
    answered("must_leave_for_works", "old_home", "rent_must_leave"),
    answered("rents_new_home", "new_home", "rent_social", "rent_private"),
    answered("rents_private_home", "new_home", "rent_private"),
    answered("does_not_rent_new_home", "new_home", "own", "with_someone"),
    answered("moves_in_with_someone", "new_home", "with_someone"),
    answered("has_own_household", "new_home", "rent_social", "rent_private", "own"),
    answered("moves_to_other_municipality", "same_municipality", "no"),
    answered("stays_in_municipality", "same_municipality", "yes"),
)
