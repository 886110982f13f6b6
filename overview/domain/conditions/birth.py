"""About a birth."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, assumed, dated, event_is_ahead

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("is_pregnant", "birth_role", "pregnant"),
    answered("is_other_parent", "birth_role", "partner"),
    answered("has_unmarried_partner", "birth_bond", "together"),
    answered("has_partner_at_birth", "birth_bond", "married", "together"),
    answered("is_single_parent_at_birth", "birth_bond", "alone"),
    answered("has_employer_at_birth", "birth_work", "employed", "both"),
    answered("is_self_employed_at_birth", "birth_work", "self_employed", "both"),
    answered("earns_at_birth", "birth_work", "employed", "self_employed", "both", "uwv"),
    answered("gets_uwv_benefit_at_birth", "birth_work", "uwv"),
    answered("gets_bijstand_at_birth", "birth_work", "bijstand"),
    answered("is_student_at_birth", "birth_work", "student"),
    answered("born_abroad", "birth_place", "abroad"),
    answered("parents_need_residence", "baby_nationality", "no"),
    answered("gets_child_benefit", "gets_child_benefit_now", "yes"),
    answered("gets_no_child_benefit", "gets_child_benefit_now", "no"),
    dated("baby_goes_to_childcare", "baby_childcare_on"),
    assumed("child_lives", "baby_situation", "alive", unless_told=True),
    assumed("child_was_stillborn", "baby_situation", "stillborn", unless_told=False),
    assumed("child_died_after_birth", "baby_situation", "died", unless_told=False),
    assumed("lost_child", "baby_situation", "stillborn", "died", unless_told=False),
    assumed("born_in_nl", "birth_place", "nl", unless_told=True),
    event_is_ahead("birth_is_ahead"),
)
