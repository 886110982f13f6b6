"""Why a step stands where it stands, as a code with values. The true reason, not a nice one."""

from __future__ import annotations

from datetime import date

from overview.domain.candidates import Candidate
from overview.domain.case_steps import is_answer_step
from overview.domain.draft import Draft
from overview.domain.effective import Demand
from overview.domain.plan import Reason, Value
from overview.domain.standing import Standing
from overview.domain.steps import DoneBy, DueKind

_HARD_CODES = {5: "basic_need", 4: "right_lost", 3: "money_lost"}
_APPLY = "apply"
_ADVISED_CODES = {5: "advised_basic_need", 4: "advised_right", 3: "advised_money"}

REASON_CODES = (
    "own_choice",
    "asked_to_return",
    "missed_still_useful",
    "other_waits",
    "others_wait",
    "basic_need",
    "right_lost",
    "money_lost",
    "duty",
    "last_day",
    "date_unknown",
    "advised_basic_need",
    "advised_right",
    "advised_money",
    "advised_duty",
    "advised",
    "entitled",
    "helps",
    "no_hurry",
    "possible_from",
    "put_off",
    "waits_for_others",
    "waits_for_step",
    "question",
    "others_do_this",
    "taken_over",
    "own_step",
    "you_wait",
    "you_wait_open",
    "case_runs",
    "case_waits",
    "done",
)
"""Every code a plan can hold; each has words in `overview.words.reasons`."""


def find_reason(draft: Draft, candidate: Candidate) -> Reason:
    """The reason for the place (or the group) of one step of the plan."""
    standing = draft.standings.by_id[candidate.id]
    until = draft.standings.until.get(candidate.id)
    if standing is Standing.DONE:
        return Reason("done", {"on": draft.standings.done_on[candidate.id]})
    if standing is Standing.MAYBE:
        return Reason("question", {"question": candidate.verdict.question or ""})
    if standing is Standing.OTHERS and candidate.step.done_by is DoneBy.CITIZEN:
        doer = draft.standings.taken_by[candidate.id]
        return Reason("taken_over", {"who": doer.value, "agency": candidate.step.agency})
    if standing is Standing.OTHERS:
        return Reason(
            "others_do_this", {"who": candidate.step.done_by.value, "agency": candidate.step.agency}
        )
    if standing is Standing.WAITING:
        if candidate.case is not None and not candidate.aliases & draft.situation.waiting.keys():
            return Reason("case_runs")
        return Reason("you_wait", {"on": until}) if until else Reason("you_wait_open")
    if standing is Standing.PUT_OFF and until:
        return Reason("put_off", {"on": until})
    if standing is Standing.NOT_YET and candidate.earliest_on:
        return Reason("possible_from", {"on": candidate.earliest_on})
    if standing is Standing.HELD_UP:
        return _find_hold(draft, candidate)
    if candidate.id in draft.standings.pinned:
        return Reason("own_choice")
    if candidate.id in draft.standings.came_back and until:
        return Reason("asked_to_return", {"on": until})
    return _find_pull(draft, candidate)


def _find_hold(draft: Draft, candidate: Candidate) -> Reason:
    """What holds this step up: first of all something that others must do."""
    by_id = {c.id: c for c in draft.found.all}
    earlier = [by_id[i] for i in draft.open_steps[candidate.id].waits_for]
    holding = [c for c in earlier if draft.standings.by_id[c.id] is not Standing.PLACED] or earlier
    others = [c for c in holding if draft.standings.by_id[c.id] is Standing.OTHERS]
    first = (others or holding)[0]
    if others:
        return Reason("waits_for_others", {"title": first.step.named, "agency": first.step.agency})
    return Reason("waits_for_step", {"title": first.step.named})


def _find_pull(draft: Draft, candidate: Candidate) -> Reason:
    demand, due = draft.demands[candidate.id], candidate.due
    own = due.on.toordinal() if due.on else None
    pull = demand.earliest
    if pull and pull.step.id != candidate.id and (own is None or pull.due < own):
        return _pulled_by_other(draft, demand, pull.step.id)
    if candidate.step.title_language and not demand.waiting:
        return Reason("own_step")
    if due.on is None:
        return _undated(candidate, demand)
    values: dict[str, Value] = {"on": due.on}
    if due.question is not None:
        return Reason("date_unknown", {"question": due.question})
    if due.kind is DueKind.ADVISED and is_answer_step(candidate.id):
        return Reason("case_waits")
    if due.kind is DueKind.HARD:
        if due.on < draft.today:
            return Reason("missed_still_useful", values)
        hard = "duty" if candidate.step.is_duty else _HARD_CODES.get(candidate.level, "last_day")
        return Reason(hard, values)
    advised = "advised_duty" if candidate.step.is_duty else _ADVISED_CODES.get(candidate.level, "advised")
    return Reason(advised, values)


def _pulled_by_other(draft: Draft, demand: Demand, other_id: str) -> Reason:
    other = next(c for c in draft.found.all if c.id == other_id)
    values: dict[str, Value] = {"title": other.step.named, "count": len(demand.waiting)}
    if isinstance(other.due.on, date) and other.due.kind is DueKind.HARD and other.due.on >= draft.today:
        values["on"] = other.due.on
    return Reason("other_waits", values)


def _undated(candidate: Candidate, demand: Demand) -> Reason:
    if demand.waiting:
        return Reason("others_wait", {"count": len(demand.waiting)})
    if candidate.level == 1:
        return Reason("no_hurry")
    return Reason("entitled" if candidate.step.kind == _APPLY else "helps")
