"""All steps of an overview in words, numbered as they are shown, with the agencies they are at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from overview.domain.conversation import Agreement
from overview.domain.overview import PersonalOverview
from overview.domain.plan import Group, Plan, PlannedStep
from overview.domain.remembered import Remembered
from overview.words.agency_view import list_events, view_agency
from overview.words.case_view import say_cases_of_steps
from overview.words.speaking import Words
from overview.words.step_view import read_said, say_also, view_step
from overview.words.text import Sentence
from overview.words.view import AgencyView, StepView

NUMBERED: Final = (Group.NOW, Group.NEXT, Group.LATER)
"""The groups whose steps a person counts."""
_NO_AGREEMENT: Final = Agreement()


class SaidSteps:
    """Stappen in woorden: what a step says is made apart from its number, which most presses change."""

    def __init__(self, words: Words, overview: PersonalOverview, remembered: Remembered) -> None:
        self._words = words
        self._overview = overview
        self._catalogue = overview.catalogue
        self._remembered = remembered
        self._numbers = _number(overview.plan)
        self._by_agency = _list_numbers_by_agency(overview.plan, self._numbers)
        self._cases = say_cases_of_steps(words, overview)

    def view_agencies(self) -> tuple[AgencyView, ...]:
        """Every agency of the plan, with the numbers of its steps."""
        return tuple(
            self._remembered.take(
                ("agency", name), own, partial(replace, self._find_agency(name), step_numbers=own)
            )
            for name, own in self._by_agency.items()
        )

    def view_steps(self) -> dict[str, StepView]:
        """Every step of the plan by its id."""
        return {planned.id: self._view(planned) for planned in self._overview.plan.steps}

    def _find_agency(self, agency_id: str) -> AgencyView:
        return self._remembered.take(("agency alone", agency_id), None, partial(self._view_agency, agency_id))

    def _view_agency(self, agency_id: str) -> AgencyView:
        events = self._remembered.take("events", None, partial(list_events, self._catalogue))
        agency, counter = self._catalogue.agencies[agency_id], self._catalogue.counter
        return view_agency(self._words, agency, counter, events=events.get(agency_id, ()))

    def _view(self, planned: PlannedStep) -> StepView:
        agency = self._find_agency(planned.step.agency)
        conversation = self._overview.conversation
        agreement = conversation.find_agreement(planned.id) if conversation else _NO_AGREEMENT
        said = self._remembered.take(
            ("step", planned.id),
            (read_said(planned), agreement),
            partial(view_step, self._words, planned, agency, self._catalogue, agreement),
        )
        number, case = self._numbers.get(planned.id), self._cases.get(planned.id)
        also = self._find_also(agency, number)
        return self._remembered.take(
            ("place", planned.id), (said, number, also, case), partial(self._place, said, number, also, case)
        )

    def _find_also(self, agency: AgencyView, number: int | None) -> tuple[int, ...]:
        """Numbers of other open steps at the same agency; "other" gathers unrelated shops and services."""
        if number is None or agency.kind == "other":
            return ()
        return tuple(other for other in self._by_agency[agency.id] if other != number)

    def _place(
        self, said: StepView, number: int | None, also: tuple[int, ...], case: Sentence | None
    ) -> StepView:
        also_there = say_also(self._words, said.agency, also)
        return replace(said, number=number, also_there=also_there, case=case)


def _number(plan: Plan) -> dict[str, int]:
    shown = [planned.id for planned in plan.steps if planned.group in NUMBERED]
    return {step_id: number for number, step_id in enumerate(shown, 1)}


def _list_numbers_by_agency(plan: Plan, numbers: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for planned in plan.steps:
        own = (numbers[planned.id],) if planned.id in numbers else ()
        found[planned.step.agency] = found.get(planned.step.agency, ()) + own
    return found
