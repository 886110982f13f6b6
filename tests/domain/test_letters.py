"""Letters a citizen holds: the letter itself wins; without its date nothing is shown as law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from overview.domain.letters import LETTER_DATE, HeldLetter, LetterAction, LetterKind
from overview.domain.plan import Plan
from overview.domain.planning import build_plan
from overview.domain.situation import Situation
from overview.domain.steps import Base, Confidence, DueKind, Term, Unit
from tests.domain.builders import AGENCIES, SOURCE, TODAY, catalogue

SIX_WEEKS = Term(6, Unit.WEEKS, Base.LETTER, terms_act=True)


def kind(level: int = 4, term: Term | None = SIX_WEEKS) -> LetterKind:
    return LetterKind(
        id="g08",
        agency="municipality",
        name="Intrekking bijstand",
        words=(),
        what="Wat.",
        title="Maak bezwaar",
        level=level,
        action=LetterAction.OBJECT,
        until="Tot.",
        first="Eerst.",
        otherwise="Anders.",
        when_late="Te laat.",
        confidence=Confidence.HIGH,
        review_on=date(2099, 1, 1),
        sources=(SOURCE,),
        term=term,
    )


def plan(*held: HeldLetter, of: LetterKind | None = None, **choices: object) -> Plan:
    content = replace(catalogue([]), letters={"g08": of or kind()}, agencies=AGENCIES)
    return build_plan(Situation((), letters=held, **choices), content, TODAY)  # type: ignore[arg-type]


def test_the_date_on_the_letter_gives_the_last_day_by_law() -> None:
    step = plan(HeldLetter("g08", dated=TODAY)).get_step("letter_g08")
    assert (step.due_on, step.due_kind) == (TODAY + timedelta(weeks=6), DueKind.HARD)


def test_a_last_day_printed_in_the_letter_wins_over_the_rule() -> None:
    step = plan(HeldLetter("g08", dated=TODAY, until=TODAY + timedelta(days=9))).get_step("letter_g08")
    assert (step.due_on, step.due_kind) == (TODAY + timedelta(days=9), DueKind.HARD)


def test_without_a_date_it_is_advised_today_and_the_date_is_asked() -> None:
    made = plan(HeldLetter("g08"))
    step = made.get_step("letter_g08")
    assert (step.due_on, step.due_kind, step.question) == (TODAY, DueKind.ADVISED, LETTER_DATE)
    assert [warning.code for warning in made.warnings] == ["date_needed"]


def test_a_letter_to_keep_has_no_day_and_asks_nothing() -> None:
    step = plan(HeldLetter("g08"), of=kind(level=1, term=None)).get_step("letter_g08")
    assert (step.due_on, step.question) == (None, None)


def test_two_letters_of_one_kind_are_two_steps() -> None:
    made = plan(HeldLetter("g08", dated=TODAY), HeldLetter("g08", dated=TODAY - timedelta(days=7)))
    assert {step.id for step in made.steps} == {"letter_g08", "letter_g08@letter#2"}


def test_a_letter_can_be_done_like_any_step() -> None:
    made = plan(HeldLetter("g08", dated=TODAY), done={"letter_g08": None})
    assert made.get_step("letter_g08").done_on == TODAY


def test_a_letter_of_level_five_is_for_today_however_far_its_last_day() -> None:
    made = plan(HeldLetter("g08", dated=TODAY), of=kind(level=5))
    step = made.get_step("letter_g08")
    assert (step.due_on, step.due_kind) == (TODAY + timedelta(weeks=6), DueKind.HARD)
    assert step.effective_due_on == TODAY
