"""About debts."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("debt_is_urgent", "debt_threat", "home", "energy", "care", "several"),
    answered("debt_is_not_urgent", "debt_threat", "none"),
    answered("has_home_arrears", "debt_fixed_costs", "home", "several"),
    answered("has_energy_arrears", "debt_fixed_costs", "energy", "several"),
    answered("has_care_arrears", "debt_fixed_costs", "health", "several"),
    answered("owes_tax", "debt_government", "tax", "several"),
    answered("owes_allowances", "debt_government", "allowances", "several"),
    answered("owes_fines", "debt_government", "fines", "several"),
    answered("owes_student_debt", "debt_government", "student", "several"),
    answered("income_is_seized", "debt_seizure", "income", "both"),
    answered("account_is_seized", "debt_seizure", "bank", "both"),
    dated("has_court_day", "court_day_on"),
    dated("has_judgment", "judgment_on"),
)
