"""About the household: asked once, true for every life event."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("has_children", "children", "under_4", "over_4", "both"),
    answered("has_child_under_4", "children", "under_4", "both"),
    answered("has_child_at_school", "children", "over_4", "both"),
    answered("uses_childcare", "uses_childcare", "yes"),
    answered("receives_bijstand", "income_from", "bijstand"),
    answered("has_low_income", "low_income", "yes"),
    answered("gets_rent_allowance", "allowances", "rent"),
    answered("gets_no_rent_allowance", "allowances", "other", "none"),
    answered("gets_other_allowances_only", "allowances", "other"),
    answered("gets_wmo", "municipal_help", "wmo", "both"),
    answered("gets_debt_help", "municipal_help", "debt", "both"),
    answered("has_no_digid", "has_digid", "no"),
    dated("local_tax_refused", "local_tax_refusal_on"),
    answered("gets_no_allowances", "allowances", "none"),
    answered("gets_allowances", "allowances", "rent", "other"),
    answered("has_income_from_work", "income_from", "work"),
    answered("receives_benefit", "income_from", "bijstand", "other_benefit"),
    answered("receives_other_benefit", "income_from", "other_benefit"),
    answered("is_self_employed", "self_employed", "yes"),
    answered("has_administrator", "has_administrator", "yes"),
    answered("has_no_administrator", "has_administrator", "no"),
    answered("permit_depends_on_partner", "permit_by_partner", "yes"),
)
