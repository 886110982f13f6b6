"""One step in words: everything every form may say about it."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.conversation import Agreement
from overview.domain.plan import Group, PlannedStep
from overview.domain.steps import DoneBy, Question, Step
from overview.words.agency_view import make_tel
from overview.words.agreement_view import list_agreed, list_arranged
from overview.words.case_text import say_case_text
from overview.words.due_words import say_closed_today, say_distance, say_due
from overview.words.reasons import say_reason
from overview.words.source_view import say_doubt, view_sources
from overview.words.speaking import Words, msg
from overview.words.term_view import find_terms_of_step
from overview.words.text import Sentence
from overview.words.view import AgencyView, ChannelView, StepView

_CHANNELS: Final[dict[str, str]] = {
    "phone": msg("Bel {agency}"),
    "counter": msg("Ga langs bij {agency}"),
    "video": msg("Vraag een videogesprek aan {agency}"),
    "letter": msg("Schrijf een brief aan {agency}"),
    "online": msg("Regel het online bij {agency}"),
}
_OWN_WHY: Final = msg("U zette dit zelf op uw lijst.")
_WHO: Final[dict[DoneBy, str]] = {
    DoneBy.AGENCY: msg("Dit doet {agency}."),
    DoneBy.EMPLOYER: msg("Dit doet uw werkgever."),
    DoneBy.FAMILY: msg("Dit doet uw familie."),
    DoneBy.OTHER: msg("Dit doet een ander: {agency}."),
}


read_said = attrgetter(
    *("id", "step", "group", "due_kind", "due_on", "due_after", "question"),
    *("reason", "waited_for_by", "taken_by"),
)
"""Of a planned step all that `view_step` reads: where this is the same, it says the same."""


def view_step(
    words: Words,
    planned: PlannedStep,
    agency: AgencyView,
    catalogue: Catalogue,
    agreement: Agreement,
) -> StepView:
    """The step as a person reads it, without its number and without what its place among others adds."""
    step = planned.step
    question = catalogue.get_question(planned.question) if planned.question else None
    due = say_due(words, planned)
    return StepView(
        id=planned.id,
        number=None,
        group=planned.group.value,
        kind=step.kind,
        title=say_title(words, step, catalogue),
        plain_title=words.say(step.plain_title) if step.plain_title else words.name(step.named),
        agency=agency,
        due=due,
        distance=say_distance(words, planned.due_on) if due and not planned.due_after else None,
        due_on=None if planned.due_after else planned.due_on,
        due_kind=planned.due_kind.value,
        reason=say_reason(words, planned, catalogue),
        what=_say_what(words, step, catalogue),
        why=words.say(step.why or _OWN_WHY),
        who=_say_who(words, planned, agency),
        question=_say_question(words, planned, question),
        question_id=planned.question,
        needs=tuple(words.say(need) for need in step.needs),
        effort=_say_effort(words, step),
        channels=tuple(_view_channel(words, kind, step, agency) for kind in step.channels),
        say=words.find(step.say),
        say_dutch=words.dutch(step.say) if step.say else None,
        also_there=None,
        otherwise=words.find(step.otherwise),
        when_late=words.find(step.when_late),
        mistake=words.find(step.mistake),
        told_conditions=tuple(words.say(condition) for condition in step.told_conditions),
        labels=tuple(_labels(words, planned)),
        sources=view_sources(words, step.sources),
        helpers=_say_helpers(words, planned, catalogue),
        terms=find_terms_of_step(words, step, catalogue),
        agreed=list_agreed(words, planned.taken_by, agreement, agency.called or agency.name, catalogue),
        arranged=list_arranged(words, planned.taken_by, agreement, agency.called or agency.name),
    )


def say_title(words: Words, step: Step, catalogue: Catalogue) -> Sentence:
    """The title; for a step of a case or a debt with what it is about."""
    title = words.say(step.title)
    if not step.about:
        return title
    return words.join([title, say_case_text(words, catalogue, step.about)], ": ")


def _say_what(words: Words, step: Step, catalogue: Catalogue) -> Sentence:
    """What to do; for the step of a letter also until when, in the words of the rule."""
    if step.about:
        what = say_case_text(words, catalogue, step.what)
    else:
        what = words.say(step.what) if step.what else words.name(step.named)
    return words.join([what, words.say(step.until)], " ") if step.until else what


def _say_who(words: Words, planned: PlannedStep, agency: AgencyView) -> Sentence | None:
    step = planned.step
    parts: list[Sentence] = []
    if step.done_by is not DoneBy.CITIZEN:
        parts.append(words.say(_WHO[step.done_by], agency=agency.called or agency.name))
        if step.ask:
            parts.append(words.say(step.ask))
    return words.join(parts, " ") if parts else None


def _say_question(words: Words, planned: PlannedStep, question: Question | None) -> Sentence | None:
    return words.say(question.text) if question is not None and planned.group is not Group.DONE else None


def _say_effort(words: Words, step: Step) -> Sentence | None:
    parts: list[Sentence] = []
    if step.minutes is not None:
        parts.append(
            words.say_many(
                "Dit kost u {count} minuut.",
                "Dit kost u ongeveer {count} minuten.",
                step.minutes,
                count=words.fact(step.minutes),
            )
        )
    if step.cost:
        parts.append(words.say("Kosten: {cost}.", cost=words.say(step.cost)))
    return words.join(parts, " ") if parts else None


def _view_channel(words: Words, kind: str, step: Step, agency: AgencyView) -> ChannelView:
    label = words.say(_CHANNELS[kind], agency=agency.called or agency.name)
    if kind == "phone" and agency.phones:
        phone = agency.phones[0]
        label = words.say("Bel {number}", number=words.dutch(phone.number))
        return ChannelView(kind, label, f"tel:{make_tel(phone.number)}", phone.hours)
    if kind == "phone":
        return ChannelView(kind, label, "", agency.find_phone)
    if kind == "online":
        return ChannelView(kind, label, step.url or agency.url, None)
    return ChannelView(kind, label, "", None)


def say_also(words: Words, agency: AgencyView, also: tuple[int, ...]) -> Sentence | None:
    """What else to ask while one speaks to this agency: `also` are numbers of other open steps there."""
    if not also:
        return None
    numbers = ", ".join(str(number) for number in also)
    return words.say_many(
        "Heeft u {agency} toch aan de lijn? Vraag dan ook naar stap {numbers}.",
        "Heeft u {agency} toch aan de lijn? Vraag dan ook naar de stappen {numbers}.",
        len(also),
        agency=agency.called or agency.name,
        numbers=words.dutch(numbers),
    )


def _labels(words: Words, planned: PlannedStep) -> list[Sentence]:
    labels: list[Sentence] = []
    if planned.group is Group.NOW:
        closed = say_closed_today(words)
        labels += [closed] if closed else []
    doubt = say_doubt(words, planned.step.review_on, planned.step.confidence)
    return [*labels, doubt] if doubt else labels


def _say_helpers(words: Words, planned: PlannedStep, catalogue: Catalogue) -> Sentence | None:
    """People beside the agency who help with this kind of step; for the citizen's own steps only."""
    if planned.step.done_by is not DoneBy.CITIZEN:
        return None
    names = [
        words.say(found.name)
        for found in catalogue.help_around.values()
        if found.is_public and planned.step.kind in found.step_kinds
    ]
    return words.say("Hulp hierbij: {names}.", names=words.join(names, ", ")) if names else None
