"""Parts of the overview page, as few elements as they can be: each element costs the server a message."""

from __future__ import annotations

from typing import Any, Final

from markupsafe import Markup, escape

from i18n.languages import LANGUAGES
from overview.domain.situation import Situation
from overview.html.renderer import MARKS_IN_SIGHT, find_shared_labels
from overview.web import choices, journey
from overview.web.leaving import needs_quick_exit
from overview.web.screen import cases, own_wants, questions, saving_parts
from overview.web.screen.drawing import render_kept, show, take_part
from overview.web.screen.memory import Memory, get_memory, get_situation
from overview.web.screen.step_cards import render_card, render_line
from overview.wiring import get_portal
from overview.words.view import MarkView, OverviewView, StepView

_DIGITS: Final = Markup("\ue000")
"""The open places for numbers in the kept picture of time."""
_OPEN_TOO: Final = Markup("\ue004")
_OPEN: Final = Markup("\ue003")
"""The open place in a kept part: for the situation in the form for paper, for the words explained."""


def show_overview() -> None:
    """The whole overview of this tab, in the order in which one reads it."""
    memory, situation = get_memory(), get_situation()
    memory.has_just_answered = False
    view = memory.build_view(situation)
    memory.titles = {step.id: step.title.plain for step in view.all_steps}
    parts = OverviewParts(memory, view)
    # Each element costs the server a message, and a press changes something in each of these parts.
    drawn = [parts.render_now()]
    if saving_parts.has_news(memory, view):
        show(*drawn)
        saving_parts.show_news(memory, view)
        drawn.clear()
    drawn += [parts.render_after(), parts.render_offers()]
    if view.is_reading:
        show(*drawn)
        cases.fill_in(memory, view)
        drawn.clear()
    else:
        drawn.append(cases.render_cases(memory, view))
    show(*drawn, parts.render_rest(situation))


class OverviewParts:
    """Delen van het overzicht: what to do first, what comes after, and what stands below."""

    def __init__(self, memory: Memory, view: OverviewView) -> None:
        self._memory = memory
        self._view = view
        self._asked = questions.list_asked(memory)
        self._askers = journey.list_askers(view)

    def _keep(self, name: str, template: str, **values: Any) -> Markup:
        return render_kept(self._memory, name, template, **values)

    def _find_asking(self, step: StepView) -> journey.Asking | None:
        """The question of this step, when it is the one to ask it."""
        return journey.find_asking(self._asked, step.question_id or "") if step.id in self._askers else None

    def render_now(self) -> str:
        """The heading, the way back from Done, the warnings, and the cards of what to do first."""
        memory, view = self._memory, self._view
        done = next((step for step in view.all_steps if step.id == memory.just_done), None)
        shared = find_shared_labels(view.now)
        # At a counter the sentence itself says what is kept of the conversation.
        is_kept = memory.saving is not None and memory.conversation is None
        parts = [
            self._keep(
                "head",
                "overview_head.html",
                says=(bool(view.now), view.situation, view.nothing_kept, shared, view.check_note, is_kept),
                view=view,
                shared_labels=shared,
                is_kept=is_kept,
            ),
            self._keep("undo", "screen/undo.html", says=(done.id, done.title), done=done) if done else "",
            self._keep("warnings", "warnings.html", warnings=view.warnings),
        ]
        parts += [render_card(memory, step, self._find_asking(step), shared) for step in view.now]
        return "".join(parts)

    def render_after(self) -> str:
        """The picture of time, and rows for the rest, each group under its heading."""
        memory, view = self._memory, self._view
        parts: list[str] = []
        if view.timeline and view.now:
            parts.append(self._render_timeline())
        for group in view.groups:
            if group.code == "now":
                continue
            says = (group.heading, group.explanation)
            parts.append(self._keep(f"group-{group.code}", "group.html", says=says, group=group))
            if group.code == "maybe" and journey.find_next(self._asked) is not None:
                parts.append(self._keep("more", "screen/more_questions.html"))
            parts += [render_line(memory, step, self._find_asking(step)) for step in group.steps]
        if memory.situation is not None and choices.has_own_order(memory.situation):
            parts.append(self._keep("forget", "screen/forget_order.html"))
        return "".join(parts)

    def _render_timeline(self) -> str:
        view, today = self._view, self._memory.words().today
        marks = [self._render_mark(mark) for mark in view.timeline]
        frame = self._keep(
            "timeline",
            "timeline.html",
            says=(today, view.timeline_heading, view.timeline[0].on, len(marks) > MARKS_IN_SIGHT),
            view=view,
            today=today,
            near=_OPEN,
            far=_OPEN_TOO,
        )
        near, far = "".join(marks[:MARKS_IN_SIGHT]), "".join(marks[MARKS_IN_SIGHT:])
        return str(frame).replace(_OPEN, near).replace(_OPEN_TOO, far)

    def _render_mark(self, mark: MarkView) -> str:
        steps = tuple((step.title, step.group == "now") for step in mark.steps)
        says = (mark.day, mark.distance, steps)
        kept = self._keep(f"mark-{mark.on}", "time_mark.html", says=says, mark=mark, digits=_DIGITS)
        # Each step stands in its mark as a dot, and again by name.
        shown = [step.number for _ in ("dot", "name") for step in mark.steps]
        pieces = str(kept).split(_DIGITS)
        return "".join(f"{piece}{number}" for piece, number in zip(pieces, (*shown, ""), strict=True))

    def render_offers(self) -> str:
        """What often follows, and what may be for this citizen."""
        view = self._view
        sequels, signs = take_part(view, "sequels"), take_part(view, "signs", "signs_heading")
        return self._keep("sequels", "screen/sequels.html", view=sequels) + self._keep(
            "signs", "signs.html", view=signs
        )

    def render_rest(self, situation: Situation) -> str:
        """Below the cases: who else may help, paper, the words used and the day it was made."""
        memory, view = self._memory, self._view
        parts = [cases.render_below(memory, view)]
        if memory.conversation is None:
            around = take_part(view, "help_around", "help_around_heading")
            parts += [
                own_wants.render_wants(memory),
                self._keep("around", "help_around_few.html", view=around),
                self._render_paper(situation),
            ]
        else:
            # A joint overview goes on paper at the end, when all has been read back.
            parts.append(self._keep("plan_links", "counter/plan_links.html"))
        return "".join((*parts, self._render_foot()))

    def _render_foot(self) -> str:
        view = self._view
        terms = [
            self._keep(f"term-{term.plain}", "term.html", term=term, meaning=meaning)
            for term, meaning in view.terms
        ]
        foot = self._keep(
            "overview_foot",
            "overview_foot.html",
            says=(bool(terms), view.terms_heading, view.made_on, view.renew),
            view=view,
            is_folded=True,
            terms_said=_OPEN,
        )
        return str(foot).replace(_OPEN, "".join(terms))

    def _render_paper(self, situation: Situation) -> str:
        form = self._keep(
            "paper",
            "paper.html",
            situation=_OPEN,
            languages=tuple(LANGUAGES.values()),
            needs_quick_exit=needs_quick_exit(situation, get_portal().catalogue),
        )
        return str(form).replace(_OPEN, escape(self._memory.write_situation(situation)))
