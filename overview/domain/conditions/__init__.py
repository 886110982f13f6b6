"""Voorwaarden: named predicates that content may use in `applies_if`.

Lives here: what a condition is (`writing`), one module per subject with its conditions, and all
of them by name (`judging`). Each looks at what one citizen answered and says yes, no, or which
question would settle it; content names a condition, it is never an evaluated expression.
"""

from overview.domain.conditions.judging import CONDITIONS, judge_all
from overview.domain.conditions.writing import NO, YES, Condition, Facts, Verdict, collect_facts

__all__ = ["CONDITIONS", "NO", "YES", "Condition", "Facts", "Verdict", "collect_facts", "judge_all"]
