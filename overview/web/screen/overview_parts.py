"""Parts of the overview page, as few elements as they can be: each element costs the server a message."""

from __future__ import annotations

from datetime import date

from i18n.languages import LANGUAGES
from overview.html.renderer import find_shared_labels
from overview.web import choices, journey
from overview.web.leaving import needs_quick_exit
from overview.web.screen import cases, questions, saving_parts
from overview.web.screen.drawing import render, render_kept, show, take_part
from overview.web.screen.memory import Memory, get_memory, get_situation
from overview.web.screen.step_cards import render_card, render_line
from overview.wiring import get_portal
from overview.words.view import OverviewView, StepView


def show_overview() -> None:
    """The whole overview of this tab, in the order in which one reads it."""
    memory, situation, portal = get_memory(), get_situation(), get_portal()
    memory.has_just_answered = False
    view = memory.build_view(situation)
    memory.titles = {step.id: step.title.plain for step in view.all_steps}
    parts = OverviewParts(memory, view)
    parts.show_now()
    saving_parts.show_news(memory, view)
    parts.show_after(portal.today())
    is_joint = memory.conversation is not None
    show(
        render_kept(memory, "sequels", "screen/sequels.html", view=take_part(view, "sequels")),
        render_kept(memory, "signs", "signs.html", view=take_part(view, "signs", "signs_heading")),
    )
    cases.show_cases(memory, view)
    if not is_joint:
        around = take_part(view, "help_around", "help_around_heading")
        show(render_kept(memory, "around", "help_around_few.html", view=around))
    show(
        # A joint overview goes on paper at the end, when all has been read back.
        render("counter/plan_links.html")
        if is_joint
        else render(
            "paper.html",
            situation=portal.write_situation(situation),
            languages=LANGUAGES.values(),
            needs_quick_exit=needs_quick_exit(situation, portal.catalogue),
        ),
        render_kept(
            memory,
            "overview_foot",
            "overview_foot.html",
            view=take_part(view, "terms", "terms_heading", "made_on", "renew"),
            is_folded=True,
        ),
    )


class OverviewParts:
    """Delen van het overzicht: what to do first, and what comes after."""

    def __init__(self, memory: Memory, view: OverviewView) -> None:
        self._memory = memory
        self._view = view
        self._asked = questions.list_asked(memory)
        self._askers = journey.list_askers(view)

    def _find_asking(self, step: StepView) -> journey.Asking | None:
        """The question of this step, when it is the one to ask it."""
        return journey.find_asking(self._asked, step.question_id or "") if step.id in self._askers else None

    def show_now(self) -> None:
        """The heading, the way back from Done, the warnings, and the cards of what to do first."""
        memory, view = self._memory, self._view
        done = next((step for step in view.all_steps if step.id == memory.just_done), None)
        shared = find_shared_labels(view.now)
        show(
            render("overview_head.html", view=view),
            render("screen/undo.html", done=done) if done else "",
            render("warnings.html", warnings=view.warnings),
            *(render_card(memory, step, self._find_asking(step), shared) for step in view.now),
        )

    def show_after(self, today: date) -> None:
        """The picture of time, and rows for the rest, each group under its heading."""
        memory, view = self._memory, self._view
        parts: list[str] = []
        if view.timeline and view.now:
            times = take_part(view, "timeline", "timeline_heading")
            parts.append(render_kept(memory, "timeline", "timeline.html", view=times, today=today))
        for group in view.groups:
            if group.code == "now":
                continue
            parts.append(render("group.html", group=group))
            if group.code == "maybe" and journey.find_next(self._asked) is not None:
                parts.append(render("screen/more_questions.html"))
            parts += [render_line(memory, step, self._find_asking(step)) for step in group.steps]
        if memory.situation is not None and choices.has_own_order(memory.situation):
            parts.append(render("screen/forget_order.html"))
        show(*parts)
