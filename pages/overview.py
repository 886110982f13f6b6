"""The overview: what to do first, what comes after, how cases stand, and all of it on paper."""

from i18n.languages import LANGUAGES
from overview.web.leaving import needs_quick_exit
from overview.web.screen import cases, own_wants, saving_parts
from overview.web.screen.drawing import render, render_kept, show, take_part
from overview.web.screen.memory import get_memory, get_situation
from overview.web.screen.overview_parts import OverviewParts
from overview.wiring import get_portal

memory = get_memory()
portal = get_portal()
situation = get_situation()
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
    show(own_wants.render_wants(memory))
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
