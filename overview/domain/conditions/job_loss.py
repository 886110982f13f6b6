"""About losing work."""

from typing import Final

from overview.domain.conditions.writing import Condition, answered, dated, not_dated

CONDITIONS: Final[tuple[Condition, ...]] = (
    answered("had_employer", "job_end", "contract_ended", "dismissed", "agreement", "resigned", "bankrupt"),
    answered("had_employer_who_pays", "job_end", "contract_ended", "dismissed", "agreement", "resigned"),
    answered("is_offered_agreement", "job_end", "agreement"),
    answered("is_dismissed", "job_end", "dismissed"),
    answered("resigns", "job_end", "resigned"),
    answered("may_get_transition_payment", "job_end", "contract_ended", "dismissed"),
    answered("employer_is_bankrupt", "job_end", "bankrupt"),
    answered("has_no_work_as_self_employed", "job_end", "self_employed"),
    dated("has_signed_agreement", "signed_agreement_on"),
    not_dated("has_not_signed_agreement", "signed_agreement_on"),
    answered("is_ill_at_job_end", "ill_at_job_end", "yes"),
    answered("is_not_ill_at_job_end", "ill_at_job_end", "no"),
    answered("worked_too_few_weeks", "worked_26_weeks", "no"),
    answered("is_under_27_at_job_end", "age_at_job_end", "under_27"),
    answered("is_60_or_older_at_job_end", "age_at_job_end", "over_60"),
    answered("has_work_permit_of_residence", "work_permit", "yes"),
)
