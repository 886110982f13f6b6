"""Loading the content folder into one checked catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from overview.adapters.content_files.layers import ContentError, Layers
from overview.adapters.content_files.shapes.agencies import (
    AgencyShape,
    CounterShape,
    DangerExitShape,
    PhraseShape,
    TermTextShape,
)
from overview.adapters.content_files.shapes.cases import (
    CaseKindShape,
    CaseStepShape,
    CaseTextShape,
    StatusShape,
    build_case_rules,
)
from overview.adapters.content_files.shapes.events import LifeEventShape, QuestionShape
from overview.adapters.content_files.shapes.letters import HelpShape, LetterShape, SignShape, TemplateShape
from overview.adapters.content_files.shapes.steps import StepShape
from overview.domain.case_kinds import CaseRules
from overview.domain.catalogue import Catalogue, Counter, LifeEvent
from overview.domain.steps import Question, Step

CONTENT: Final = Path(__file__).parents[2] / "content"

S = TypeVar("S", bound=BaseModel)


class ContentFiles:
    """De inhoud in een map, met eventueel die van een gemeente eroverheen (`local`).

    `load` gives the same catalogue each time; a changed file needs a restart.
    """

    def __init__(self, folder: Path = CONTENT, local: Path | None = None) -> None:
        self._folders = (folder,) if local is None else (folder, local)

    def load(self) -> Catalogue:
        """The catalogue. Raises `ContentError` with every problem of shape that was found."""
        return _load(self._folders)[0]

    def list_overrides(self) -> tuple[str, ...]:
        """What the municipality's own folder replaces of ours, by file and id."""
        return _load(self._folders)[1]


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...]) -> tuple[Catalogue, tuple[str, ...]]:
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        raise ContentError([f"{name}: is no folder" for name in missing])
    layers = Layers(folders)
    reader = _Reader(layers)
    catalogue = reader.read()
    if reader.problems:
        raise ContentError(reader.problems)
    return catalogue, tuple(layers.overrides)


class _Reader:
    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self.problems: list[str] = []

    def read(self) -> Catalogue:
        household = self._questions(self._shapes("questions.toml", "question", QuestionShape), "household")
        shared: dict[str, list[Step]] = {}
        for name in self._layers.list_files("steps/*.toml"):
            for shape in self._shapes(name, "step", StepShape):
                shared.setdefault(shape.id, []).append(shape.build())
        events: dict[str, LifeEvent] = {}
        for name in self._layers.list_files("life_events/*.toml"):
            event = self._life_event(name, household, shared)
            if event is not None:
                events[event.id] = event
        agencies = self._shapes("agencies.toml", "agency", AgencyShape)
        self._refuse_doubles("agencies.toml", (agency.id for agency in agencies))
        counters = [self._whole(name, CounterShape) for name in self._layers.list_files("counters/*.toml")]
        built = {counter.id: counter.build() for counter in counters if counter}
        helps = self._shapes("help.toml", "help", HelpShape)
        letters = [
            shape
            for name in self._layers.list_files("letters/*.toml")
            for shape in self._shapes(name, "letter", LetterShape)
        ]
        self._refuse_doubles("letters", (letter.id for letter in letters))
        return Catalogue(
            life_events=events,
            agencies={agency.id: agency.build() for agency in agencies},
            danger_exits=tuple(s.build() for s in self._shapes("danger.toml", "exit", DangerExitShape)),
            counter=_choose_counter(list(built.values())),
            counters=built,
            phrases={s.id: s.build() for s in self._shapes("phrases.toml", "phrase", PhraseShape)},
            capacity=tuple(
                s.build("event") for s in self._shapes("capacity.toml", "question", QuestionShape)
            ),
            terms={term.term: term.text for term in self._shapes("terms.toml", "term", TermTextShape)},
            letters={letter.id: letter.build() for letter in letters},
            common_questions=household,
            help_around={shape.id: shape.build() for shape in helps},
            signs=tuple(shape.build() for shape in self._shapes("signs.toml", "sign", SignShape)),
            templates=tuple(s.build() for s in self._shapes("templates.toml", "template", TemplateShape)),
            case_rules=self._case_rules(),
        )

    def _case_rules(self) -> CaseRules:
        name, keys = "cases.toml", ("status", "kind", "step")
        kinds = self._shapes(name, "kind", CaseKindShape, beside=keys)
        self._refuse_doubles(name, (kind.id for kind in kinds))
        return build_case_rules(
            self._shapes(name, "status", StatusShape, beside=keys),
            kinds,
            self._shapes(name, "step", CaseStepShape, beside=keys),
            self._shapes("case_texts.toml", "text", CaseTextShape),
        )

    def _life_event(
        self, name: str, household: dict[str, Question], shared: dict[str, list[Step]]
    ) -> LifeEvent | None:
        shape = self._whole(name, LifeEventShape)
        if shape is None:
            return None
        if shape.id != Path(name).stem:
            self.problems.append(f"{name}: id: {shape.id!r} is not the name of the file")
        questions = household | self._questions(shape.question, "event")
        for number, asked in enumerate(shape.questions):
            if asked not in questions:
                self.problems.append(f"{name}: questions[{number}]: no question has the id {asked!r}")
        for number, step_id in enumerate(shape.shared_steps):
            if step_id not in shared:
                self.problems.append(f"{name}: shared_steps[{number}]: no shared step has the id {step_id!r}")
        shape.questions = [asked for asked in shape.questions if asked in questions]
        steps = [step.build() for step in shape.step]
        steps += [step for step_id in shape.shared_steps for step in shared.get(step_id, ())]
        return shape.build(questions, steps)

    def _questions(self, shapes: Iterable[QuestionShape], about: str) -> dict[str, Question]:
        return {shape.id: shape.build(about) for shape in shapes}

    def _refuse_doubles(self, name: str, ids: Iterable[str]) -> None:
        seen: set[str] = set()
        for own in ids:
            if own in seen:
                self.problems.append(f"{name}: the id {own!r} stands there twice")
            seen.add(own)

    def _whole(self, name: str, shape: type[S]) -> S | None:
        return self._fit(name, self._layers.read(name), shape.model_validate, ())

    def _shapes(self, name: str, key: str, shape: type[S], beside: tuple[str, ...] = ()) -> list[S]:
        """Every `[[key]]` of a file that holds nothing but that and `beside`; no file holds none."""
        table = self._layers.read(name)
        unknown = [f"{name}: {other}: unknown" for other in table if other not in (key, *beside)]
        self.problems += [problem for problem in unknown if problem not in self.problems]
        fitted = [
            self._fit(name, item, shape.model_validate, (key, number))
            for number, item in enumerate(table.get(key, []))
        ]
        return [item for item in fitted if item is not None]

    def _fit(self, name: str, table: Any, fit: Callable[[Any], S], start: tuple[str | int, ...]) -> S | None:
        try:
            return fit(table)
        except ValidationError as error:
            for problem in error.errors(include_url=False, include_input=False):
                self.problems.append(f"{name}: {_path(start, problem['loc'], table)}: {problem['msg']}")
            return None


def _choose_counter(counters: list[Counter]) -> Counter | None:
    """The counter of this portal: a real one; else the invented one that mirrors no way of working."""
    return min(counters, key=lambda counter: (counter.is_example, counter.mirrors != ""), default=None)


def _path(start: tuple[str | int, ...], parts: tuple[str | int, ...], table: Any) -> str:
    """`step[3].deadline.unit (id report_move)`: the place, and the nearest id around it."""
    text, nearest = "", ""
    for part in start:
        text += f"[{part}]" if isinstance(part, int) else part
    inner = table
    for part in parts:
        nearest = inner["id"] if isinstance(inner, dict) and isinstance(inner.get("id"), str) else nearest
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else part)
        inner = inner.get(part) if isinstance(inner, dict) else _item(inner, part)
    return f"{text} (id {nearest})" if nearest else text


def _item(value: Any, part: str | int) -> Any:
    return value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None
