"""Reading a situation that came from outside: a file, a form, or the tab's own memory.

Form: DESIGN section 13. Anything wrong is refused with one sentence that names the field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from overview.domain.candidates import known_step_ids
from overview.domain.case_steps import is_case_step
from overview.domain.catalogue import Catalogue, LifeEvent
from overview.domain.deadlines import add_months
from overview.domain.letters import HeldLetter
from overview.domain.own_steps import Doer
from overview.domain.situation import UNKNOWN, Answer, Occurrence, Situation, Waiting
from overview.domain.steps import Question
from overview.services.debt_fields import read_debts
from overview.services.fields import BadInput, Fields, read_list, read_one_of, read_text
from overview.services.own_step_reader import read_own_steps

LARGEST_INPUT: Final = 200_000
"""Bytes. A situation with every event and every choice is under 20 kB."""

_DEEPEST: Final = 8
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
    return _Reader(catalogue, today).read(_parse(payload))


def _parse(payload: bytes | str) -> Any:
    if len(payload) > LARGEST_INPUT:
        raise BadInput("", f"De invoer is te groot: {len(payload)} tekens, hooguit {LARGEST_INPUT} mag.")
    try:
        text = payload.decode("utf-8") if isinstance(payload, bytes) else payload
        if _is_too_deep(text):
            raise BadInput("", "De invoer is te diep genest.")
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_doubles)
    except UnicodeDecodeError as error:
        raise BadInput("", "De invoer is geen UTF-8-tekst.") from error
    except json.JSONDecodeError as error:
        raise BadInput("", f"De invoer is geen geldige JSON (regel {error.lineno}).") from error
    except BadInput:
        raise
    except ValueError as error:
        raise BadInput("", "Een getal in de invoer is te lang.") from error


def _is_too_deep(text: str) -> bool:
    depth = 0
    for mark in text:
        if mark in "[{":
            depth += 1
            if depth > _DEEPEST:
                return True
        elif mark in "]}":
            depth -= 1
    return False


def _refuse_constant(name: str) -> Any:
    raise BadInput("", f"{name} is geen getal dat hier mag.")


def _refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput(key, "staat er twee keer.")
        found[key] = value
    return found


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
        known = known_step_ids(situation, self._catalogue)
        return Situation(
            occurrences,
            answers,
            done=self._done(fields.find("done", []), known),
            waiting=self._waiting(fields.find("waiting", []), known),
            pinned=self._ids(fields.find("pinned", []), "pinned", known),
            put_off=self._put_off(fields.find("put_off", []), known),
            not_needed=frozenset(self._ids(fields.find("not_needed", []), "not_needed", known)),
            letters=letters,
            debts=debts,
            own_steps=own_steps,
            taken_by=self._taken_by(fields.find("taken_by", []), known),
            pace=_read_pace(fields.find("pace", 1)),
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

    def _step_id(self, value: Any, path: str, known: frozenset[str]) -> str:
        text = read_text(value, path)
        if text not in known and not is_case_step(text):
            raise BadInput(path, f"noemt een stap die deze gebeurtenissen niet hebben: {text!r}.")
        return text

    def _entries(
        self, value: Any, name: str, keys: tuple[str, ...], known: frozenset[str], *, may_be_id: bool = False
    ) -> Iterator[tuple[str, str, Fields]]:
        """Each entry of a list of choices: its step id, its path and its fields; no step twice."""
        seen: set[str] = set()
        for number, item in enumerate(read_list(value, name)):
            path = f"{name}[{number}]"
            is_alone = may_be_id and not isinstance(item, dict)
            fields = Fields({"id": item} if is_alone else item, path, ("id", *keys))
            step_id = self._step_id(fields.get("id"), path if is_alone else f"{path}.id", known)
            if step_id in seen:
                raise BadInput(path, f"noemt {step_id!r} twee keer.")
            seen.add(step_id)
            yield step_id, path, fields

    def _find_date(self, fields: Fields, key: str, path: str) -> date | None:
        value = fields.find(key, None)
        return None if value is None else self._date(value, f"{path}.{key}")

    def _done(self, value: Any, known: frozenset[str]) -> dict[str, date | None]:
        entries = self._entries(value, "done", ("on",), known, may_be_id=True)
        return {step_id: self._find_date(fields, "on", path) for step_id, path, fields in entries}

    def _waiting(self, value: Any, known: frozenset[str]) -> dict[str, Waiting]:
        return {
            step_id: Waiting(self._find_date(fields, "since", path), self._find_date(fields, "until", path))
            for step_id, path, fields in self._entries(value, "waiting", ("since", "until"), known)
        }

    def _put_off(self, value: Any, known: frozenset[str]) -> dict[str, date]:
        return {
            step_id: self._date(fields.get("until"), f"{path}.until")
            for step_id, path, fields in self._entries(value, "put_off", ("until",), known)
        }

    def _taken_by(self, value: Any, known: frozenset[str]) -> dict[str, Doer]:
        return {
            step_id: read_one_of(Doer, fields.get("by"), f"{path}.by")
            for step_id, path, fields in self._entries(value, "taken_by", ("by",), known)
        }

    def _ids(self, value: Any, name: str, known: frozenset[str]) -> tuple[str, ...]:
        numbered = enumerate(read_list(value, name))
        ids = [self._step_id(item, f"{name}[{number}]", known) for number, item in numbered]
        for number, step_id in enumerate(ids):
            if step_id in ids[:number]:
                raise BadInput(f"{name}[{number}]", f"noemt {step_id!r} twee keer.")
        return tuple(ids)


def _questions_of(event: LifeEvent) -> dict[str, Question]:
    return {question.id: question for question in event.questions}


def _read_pace(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput("pace", "is geen getal.")
    try:
        pace = Fraction(str(value))
    except ValueError as error:
        raise BadInput("pace", "is geen getal.") from error
    if pace <= 0:
        raise BadInput("pace", "moet groter zijn dan 0.")
    return pace
