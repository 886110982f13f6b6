"""The fridge sheet: one page, no name, plain titles, the three Now steps, help and the way back.

What does not fit stands on the full sheet, and a line here says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from overview.paper import marks
from overview.paper.at_the_phone import phone_of
from overview.paper.blocks import Block, Frame, Part
from overview.paper.canvas import TaggedCanvas
from overview.paper.closing import address_rows, qr_row
from overview.paper.framing import draw_part
from overview.paper.fridge_fit import FITS, Fit
from overview.paper.rows import ColumnsRow, Place, Row, SpaceRow
from overview.paper.setting import Setter
from overview.paper.step_parts import agreed_rows, make_gutter
from overview.paper.tagging import Tag
from overview.paper.text_row import with_lead
from overview.paper.theme import FOOT, MARGIN, Theme
from overview.paper.wording import Wording, plain_sentence
from overview.words.text import Sentence
from overview.words.view import StepView


def print_fridge(wording: Wording, theme: Theme, start_url: str) -> bytes:
    """The fridge sheet as PDF: always one page."""
    setter = Setter(theme, wording)
    for fit in FITS:
        title = wording.say("do_now").plain
        canvas = TaggedCanvas(title, wording.view.language)
        blocks = _blocks(setter, canvas.root, fit, start_url)
        spare = theme.bottom + FOOT - MARGIN - sum(block.before + block.height for block in blocks)
        if spare >= 0:
            break
    # Spread what room is left between the blocks, so that the sheet fills its page.
    air = max(min(spare / len(blocks), theme.base * 1.4), 0.0)
    top = MARGIN
    for block in blocks:
        top += block.before + (air if top > MARGIN else 0.0)
        draw_part(canvas, Part(block, block.rows, top, block.height, True, True), theme)
        top += block.height
    canvas.next_page()
    return canvas.save()


def _blocks(setter: Setter, root: Tag, fit: Fit, start_url: str) -> list[Block]:
    wording, theme = setter.wording, setter.theme
    own, dutch = wording.say("do_now"), wording.say_beside("do_now")
    part = root.add("Sect")
    heading = setter.said(own, dutch, part, "title", theme.width, kind="H1")
    blocks = [Block(tuple(heading))]
    steps = wording.view.now[: fit.steps]
    if not steps:
        nothing = setter.said(
            wording.say("nothing_now"), wording.say_beside("nothing_now"), part, "big", theme.width
        )
        blocks.append(Block(tuple(nothing), before=theme.base * fit.tightness))
    tag = part.list_of("Decimal")
    is_cut = False
    for step in steps:
        block, was_cut = _card(setter, step, tag, fit)
        is_cut = is_cut or was_cut
        blocks.append(block)
    following = _following(wording)
    if following and fit.has_next_date:
        blocks.append(_next_date(setter, following, part, fit))
    has_more = is_cut or len(steps) < len(wording.view.now) or bool(wording.view.warnings)
    if has_more or (following and not fit.has_next_date) or not fit.has_dutch_dates:
        rows = setter.said(
            wording.say("more_on_full_sheet"),
            wording.say_beside("more_on_full_sheet"),
            part,
            "strong",
            theme.width,
        )
        blocks.append(Block(tuple(rows), before=theme.base * 0.7 * fit.tightness))
    blocks.append(_help(setter, root.add("Sect"), start_url, fit))
    return blocks


def _card(setter: Setter, step: StepView, steps: Tag, fit: Fit) -> tuple[Block, bool]:
    theme, dutch = setter.theme, setter.wording.find_beside(step)
    item = steps.add("LI")
    gutter, padding = theme.base * 3.4, 13.0 if fit.tightness >= 0.6 else 8.0
    drawing = make_gutter(setter, step, item, gutter)
    body = item.add("LBody")
    width = theme.width - gutter - 2 * padding
    rows, is_cut = _title(
        setter, step.plain_title, "step_title", body.add("H2", step.plain_title.language), width, fit
    )
    if dutch and dutch.plain_title.plain != step.plain_title.plain:
        made, was_cut = _title(setter, dutch.plain_title, "beside", body.add("P", "nl"), width, fit)
        rows, is_cut = rows + made, is_cut or was_cut
    gap = SpaceRow(theme.base * 0.45 * fit.tightness)
    if step.due:
        twin = dutch.due if dutch and fit.has_dutch_dates else None
        rows += [gap, *setter.said(step.due, twin, body, "strong", width)]
    # Only who and when: what was said in own words may be about debt or illness.
    rows += agreed_rows(setter, step.arranged, dutch.arranged if dutch else (), body, width)
    phone = phone_of(step)
    if phone:
        link = body.add("P", "nl").add("Link", "nl")
        made = setter.rows(
            plain_sentence(phone[0], "nl", is_isolate=True),
            "help" if fit.tightness >= 0.6 else "big",
            link,
            width,
            start=theme.base * 1.6,
            address=phone[1],
        )
        rows += [gap, *with_lead(made, marks.phone_lead(setter))]
    frame = Frame(1.8, padding, gutter, drawing=drawing, least=theme.base * 4.4)
    return Block(tuple(rows), before=theme.base * 1.0 * fit.tightness, frame=frame), is_cut


def _title(
    setter: Setter, title: Sentence, look: str, tag: Tag, width: float, fit: Fit
) -> tuple[list[Row], bool]:
    is_cut = setter.lay(title, look, width, fit.title_lines).is_cut
    return setter.rows(title, look, tag, width, max_lines=fit.title_lines), is_cut


def _following(wording: Wording) -> StepView | None:
    """The first dated step after those under Now."""
    shown = {step.id for step in wording.view.now}
    dated = [
        step
        for group in wording.view.groups
        if group.code in ("next", "later")
        for step in group.steps
        if step.due and step.due_on and step.id not in shown
    ]
    return min(dated, key=lambda step: (step.due_on, step.number or 0), default=None)


def _next_date(setter: Setter, step: StepView, part: Tag, fit: Fit) -> Block:
    wording, width = setter.wording, setter.theme.width
    dutch = wording.find_beside(step)
    rows = setter.label("after_that", part, width)
    rows += setter.said(step.due, dutch.due if dutch and fit.has_dutch_dates else None, part, "strong", width)
    rows += setter.said(step.plain_title, dutch.plain_title if dutch else None, part, "body", width)
    return Block(tuple(rows), before=setter.theme.base * 0.3 * fit.tightness)


def _help(setter: Setter, part: Tag, start_url: str, fit: Fit) -> Block:
    view, beside, theme = setter.wording.view, setter.wording.beside, setter.theme
    qr = theme.base * 8.0 if start_url else 0.0
    width = theme.width - (qr + theme.base if qr else 0.0)
    twin = beside.help if beside else None
    rows: list[Row] = [SpaceRow(8.0)]
    rows += setter.said(
        view.help.heading,
        twin.heading if twin and fit.has_dutch_help else None,
        part,
        "step_title",
        width,
        kind="H2",
    )
    link = part.add("P", "nl").add("Link", "nl")
    number = plain_sentence(view.help.phone, "nl", is_isolate=True)
    called = setter.rows(number, "help", link, width, start=theme.base * 1.6, address=f"tel:{view.help.tel}")
    rows += with_lead(called, marks.phone_lead(setter))
    names: Sequence[str] = ("place", "hours", "example") if fit.has_place else ("example",)
    for name in names:
        own, dutch = getattr(view.help, name), getattr(twin, name) if twin else None
        rows += setter.said(own, dutch if fit.has_dutch_help else None, part, "body", width)
    for name in ("made_on", "renew"):
        own, dutch = getattr(view, name), getattr(beside, name) if beside else None
        rows += setter.said(own, dutch if fit.has_dutch_help else None, part, "body", width)
    if start_url:
        rows += address_rows(setter, part, start_url, width, has_dutch=fit.has_dutch_help)
    columns: list[tuple[float, float, tuple[Row, ...]]] = [(0.0, width, tuple(rows))]
    if qr:
        columns.append((width + theme.base, qr, (SpaceRow(8.0), qr_row(setter, part, start_url, qr))))

    def thick_rule(canvas: TaggedCanvas, place: Place, _: float) -> None:
        marks.rule(canvas, place, 0, thickness=2.2)

    return Block((ColumnsRow(tuple(columns), rule=thick_rule),), before=theme.base * fit.tightness)
