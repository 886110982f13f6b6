"""Kandidaten: from a situation to the steps that may stand in the plan, with their dates.

Lives here: what a candidate is (`candidate`), how steps are named apart (`naming`), where they come
from (`sources`: life events, letters, own steps, debts, cases), which two are one step (`joining`),
and all of it for one situation (`finding`).
"""

from overview.domain.candidates.candidate import Candidate, Candidates, find_done_on
from overview.domain.candidates.finding import find_candidates
from overview.domain.candidates.naming import known_step_ids

__all__ = ["Candidate", "Candidates", "find_candidates", "find_done_on", "known_step_ids"]
