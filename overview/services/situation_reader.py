"""Reading a situation that came from outside: a file, a form, or the tab's own memory.

Form: DESIGN section 13. Anything wrong is refused with one sentence that names the field.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from overview.domain.candidates import known_step_ids
from overview.domain.catalogue import Catalogue, LifeEvent
from overview.domain.deadlines import add_months
from overview.domain.letters import HeldLetter
from overview.domain.situation import UNKNOWN, Answer, Occurrence, Situation
from overview.domain.steps import Question
from overview.services.choice_reader import ChoiceReader, read_pace
from overview.services.debt_fields import read_debts
from overview.services.fields import BadInput, Fields, read_list, read_text
from overview.services.json_input import parse_json
from overview.services.own_step_reader import read_own_steps

_MOST_EVENTS: Final = 30
_MOST_LETTERS: Final = 60
_EARLIEST_DAY: Final = date(1900, 1, 1)
_YEARS_AHEAD: Final = 10
_TOP: Final = (
    *("answers", "life_events", "letters", "debts", "done", "waiting"),
    *("pinned", "put_off", "not_needed", "pace", "own_steps", "taken_by"),
)


def read_situation(payload: bytes | str, catalogue: Catalogue, today: date) -> Situation:
    """The situation in `payload` (JSON). Raises `BadInput` naming the field that is wrong."""
    return _Reader(catalogue, today).read(parse_json(payload))


class _Reader:
    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self._catalogue = catalogue
        self._today = today
        self._household = {
            q.id: q
            for event in catalogue.life_events.values()
            for q in event.questions
            if q.about == "household"
        }

    def read(self, payload: Any) -> Situation:
        fields = Fields(payload, "", _TOP)
        events = read_list(fields.get("life_events"), "life_events")
        if len(events) > _MOST_EVENTS:
            raise BadInput("life_events", f"telt meer dan {_MOST_EVENTS} gebeurtenissen.")
        occurrences = tuple(self._occurrence(v, f"life_events[{n}]") for n, v in enumerate(events))
        answers = self._answers(fields.find("answers", {}), "answers", self._household)
        letters = tuple(
            self._letter(v, f"letters[{n}]")
            for n, v in enumerate(read_list(fields.find("letters", []), "letters"))
        )
        if len(letters) > _MOST_LETTERS:
            raise BadInput("letters", f"telt meer dan {_MOST_LETTERS} brieven.")
        debts = read_debts(fields.find("debts", []), self._catalogue, self._date)
        own_steps = read_own_steps(fields.find("own_steps", []), self._catalogue, self._date)
        situation = Situation(occurrences, answers, letters=letters, debts=debts, own_steps=own_steps)
        choices = ChoiceReader(known_step_ids(situation, self._catalogue), self._date)
        return Situation(
            occurrences,
            answers,
            done=choices.read_done(fields.find("done", [])),
            waiting=choices.read_waiting(fields.find("waiting", [])),
            pinned=choices.read_ids(fields.find("pinned", []), "pinned"),
            put_off=choices.read_put_off(fields.find("put_off", [])),
            not_needed=frozenset(choices.read_ids(fields.find("not_needed", []), "not_needed")),
            letters=letters,
            debts=debts,
            own_steps=own_steps,
            taken_by=choices.read_taken_by(fields.find("taken_by", [])),
            pace=read_pace(fields.find("pace", 1)),
        )

    def _occurrence(self, value: Any, path: str) -> Occurrence:
        fields = Fields(value, path, ("id", "on", "answers"))
        name = read_text(fields.get("id"), f"{path}.id")
        event = self._catalogue.life_events.get(name)
        if event is None:
            raise BadInput(f"{path}.id", f"noemt een gebeurtenis die niet bestaat: {name!r}.")
        on = fields.find("on", None)
        answers = self._answers(fields.find("answers", {}), f"{path}.answers", _questions_of(event))
        return Occurrence(name, None if on is None else self._date(on, f"{path}.on"), answers)

    def _letter(self, value: Any, path: str) -> HeldLetter:
        fields = Fields(value, path, ("id", "dated", "until"))
        name = read_text(fields.get("id"), f"{path}.id")
        if name not in self._catalogue.letters:
            raise BadInput(f"{path}.id", f"noemt een soort brief die niet bestaat: {name!r}.")
        return HeldLetter(
            name, self._find_date(fields, "dated", path), self._find_date(fields, "until", path)
        )

    def _answers(self, value: Any, path: str, questions: Mapping[str, Question]) -> dict[str, Answer]:
        fields = Fields(value, path, None)
        return {
            key: self._answer(answer, f"{path}.{key}", questions.get(key)) for key, answer in fields.items()
        }

    def _answer(self, value: Any, path: str, question: Question | None) -> Answer:
        if question is None:
            raise BadInput(path, "is geen vraag die hier gesteld wordt.")
        text = read_text(value, path)
        if text == UNKNOWN:
            return UNKNOWN
        if question.kind == "date":
            return self._date(text, path)
        if text not in {choice.id for choice in question.choices}:
            allowed = ", ".join(choice.id for choice in question.choices)
            raise BadInput(path, f"heeft een antwoord dat niet bestaat: {text!r}. Kies uit: {allowed}.")
        return text

    def _date(self, value: Any, path: str) -> date:
        text = read_text(value, path)
        try:
            on = date.fromisoformat(text) if len(text) == len("2026-11-22") else None
        except ValueError:
            on = None
        if on is None:
            raise BadInput(path, f"is geen datum die bestaat: {text!r}. Schrijf jjjj-mm-dd.")
        latest = add_months(self._today, 12 * _YEARS_AHEAD)
        if not _EARLIEST_DAY <= on <= latest:
            raise BadInput(path, f"ligt buiten 1900 tot tien jaar vooruit: {text}.")
        return on

    def _find_date(self, fields: Fields, key: str, path: str) -> date | None:
        value = fields.find(key, None)
        return None if value is None else self._date(value, f"{path}.{key}")


def _questions_of(event: LifeEvent) -> dict[str, Question]:
    return {question.id: question for question in event.questions}
