"""The full sheet: when what falls, every step with all that belongs to it, then who, how and help."""

from __future__ import annotations

from overview.paper import marks
from overview.paper.agencies import agency_blocks
from overview.paper.blocks import Block, Frame
from overview.paper.canvas import TaggedCanvas
from overview.paper.cases import case_blocks, debt_blocks
from overview.paper.closeness import fit_on_a_page
from overview.paper.closing import help_block, source_block, term_blocks
from overview.paper.flow import fill_pages
from overview.paper.framing import draw_part
from overview.paper.headings import heading_block
from overview.paper.lists import item_rows
from overview.paper.maybe_rows import maybe_blocks
from overview.paper.offers import help_around_blocks, sign_blocks
from overview.paper.rows import Place
from overview.paper.setting import Setter
from overview.paper.short_row import short_block
from overview.paper.step_card import step_block
from overview.paper.tagging import Tag
from overview.paper.theme import A4, FOOT, MARGIN, Theme
from overview.paper.timeline import timeline_blocks
from overview.paper.together import together_blocks
from overview.paper.wording import Wording, plain_sentence
from overview.words.text import Sentence
from overview.words.view import GroupView, OverviewView

IN_FULL = ("now", "next")
"""Groups whose steps have a whole card; the others are rows of a few lines."""
MAX_STEPS = 60
"""Steps on one paper; a line says so when there are more."""


def print_full(wording: Wording, theme: Theme, start_url: str) -> bytes:
    """The full sheet as PDF."""
    setter = Setter(theme, wording)
    canvas = TaggedCanvas(wording.view.title.plain, wording.view.language)
    cards = [step for group in wording.view.groups if group.code in IN_FULL for step in group.steps]
    front = [
        _top(setter, canvas.root.add("Sect")),
        *_warnings(setter, canvas.root),
        *together_blocks(setter, canvas.root.add("Sect")),
        *timeline_blocks(setter, canvas.root.add("Sect")),
    ]
    # Who helps stands on the first page where there is room for it, else at the end.
    help_part = canvas.root.add("Sect")
    called = help_block(setter, help_part, start_url)
    is_first = fit_on_a_page([*front, called], theme.room)
    blocks = [
        *front,
        *([called] if is_first else []),
        *_groups(setter, canvas.root),
        *agency_blocks(setter, canvas.root.add("Sect"), cards),
        *case_blocks(setter, canvas.root.add("Sect")),
        *debt_blocks(setter, canvas.root.add("Sect")),
        *term_blocks(setter, canvas.root.add("Sect"), cards),
        *source_block(setter, canvas.root.add("Sect"), cards),
        *sign_blocks(setter, canvas.root.add("Sect")),
        *help_around_blocks(setter, canvas.root.add("Sect")),
    ]
    if not is_first:
        canvas.root.put_last(help_part)
        blocks.append(called)
    pages = fill_pages(blocks, theme)
    foot = _Foot(setter, len(pages))
    for index, parts in enumerate(pages):
        for part in parts:
            draw_part(canvas, part, theme)
        foot.draw(canvas, index + 1)
        canvas.next_page()
    return canvas.save()


def _top(setter: Setter, part: Tag) -> Block:
    view, beside = setter.wording.view, setter.wording.beside
    width = setter.theme.width
    rows = setter.said(
        view.title, beside.title if beside else None, part, "title", width, kind="H1", keeps=True
    )
    for name in ("situation", "made_on", "renew", "check_note", "nothing_kept"):
        own, dutch = getattr(view, name), getattr(beside, name) if beside else None
        rows += setter.said(own, dutch, part, "body", width)
    return Block(tuple(rows))


def _warnings(setter: Setter, root: Tag) -> list[Block]:
    view, beside = setter.wording.view, setter.wording.beside
    if not view.warnings:
        return []
    part = root.add("Sect")
    width = setter.theme.width - 32
    own, dutch = setter.wording.say("attention"), setter.wording.say_beside("attention")
    rows = setter.said(own, dutch, part, "step_title", width, kind="H2", keeps=True)
    twins = beside.warnings if beside else ()
    rows += item_rows(setter, view.warnings, twins, part, width)
    return [Block(tuple(rows), before=setter.theme.base, frame=Frame(2.2, 16.0))]


def _groups(setter: Setter, root: Tag) -> list[Block]:
    view = setter.wording.view
    blocks: list[Block] = []
    left, has_short = MAX_STEPS, False
    labels = _said_by_all(view)
    said_above = {label.plain for label in labels}
    for group in setter.wording.view.groups:
        if not group.steps:
            continue
        part = root.add("Sect")
        if left <= 0:
            continue
        blocks.append(_group_heading(setter, group, part, labels if group.code == "now" else []))
        shown = group.steps[: max(left, 0)]
        left -= len(group.steps)
        has_short = has_short or group.code not in IN_FULL
        if group.code == "maybe":
            blocks += maybe_blocks(setter, shown, part)
            continue
        steps = part.list_of("Decimal")
        if group.code in IN_FULL:
            blocks += [step_block(setter, step, steps, said_above) for step in shown]
        else:
            blocks += [short_block(setter, step, steps) for step in shown]
    if has_short:
        blocks.append(_note(setter, "more_there", root))
    if left < 0:
        blocks.append(_note(setter, "steps_cut", root, count=str(MAX_STEPS)))
    return blocks


def _note(setter: Setter, key: str, root: Tag, **values: str) -> Block:
    own, dutch = setter.wording.say(key, **values), setter.wording.say_beside(key, **values)
    rows = setter.said(own, dutch, root, "strong", setter.theme.width)
    return Block(tuple(rows), before=setter.theme.base * 0.7)


def _said_by_all(view: OverviewView) -> list[Sentence]:
    """Labels that every step under Now has: said once, above them."""
    first, *others = view.now or (None,)
    if first is None or not others:
        return []
    return [label for label in first.labels if all(label in step.labels for step in others)]


def _group_heading(setter: Setter, group: GroupView, part: Tag, labels: list[Sentence]) -> Block:
    beside = setter.wording.beside
    twin = next((g for g in beside.groups if g.code == group.code), None) if beside else None
    heading = heading_block(setter, group.heading, twin.heading if twin else None, part)
    told = setter.said(
        group.explanation, twin.explanation if twin else None, part, "body", setter.theme.width, keeps=True
    )
    for label in labels:
        at = setter.wording.view.now[0].labels.index(label)
        other = beside.now[0].labels[at] if beside and beside.now else None
        told += setter.in_one(label, other, "strong", part, setter.theme.width)
    return Block((*heading.rows, *told), before=heading.before, is_heading=True)


class _Foot:
    """Voet: title, help phone and page number, on every page in the same place."""

    def __init__(self, setter: Setter, pages: int) -> None:
        width, view = setter.theme.width, setter.wording.view
        self._setter, self._pages = setter, pages
        self._title = setter.lay(view.title, "quiet", width * 0.5, 1)
        self._phone = setter.lay(plain_sentence(view.help.phone, "nl", is_isolate=True), "strong", width)

    def draw(self, canvas: TaggedCanvas, page: int) -> None:
        """Draw it on the page with this number."""
        theme, wording = self._setter.theme, self._setter.wording
        top = A4[1] - MARGIN - FOOT + 16
        baseline, icon = top + theme.base * 1.4, theme.base * 1.15
        place = Place(MARGIN, top, theme.width, theme.is_mirrored)
        numbered = wording.say("page_of", page=str(page), pages=str(self._pages))
        number = self._setter.lay(numbered, "quiet", theme.width / 3)
        with canvas.artifact("Pagination"):
            canvas.path(f"{MARGIN:.2f} {top:.2f} m {A4[0] - MARGIN:.2f} {top:.2f} l S", thickness=0.6)
            canvas.text(self._title, place.left_of(0, theme.width * 0.5), baseline)
            end = place.left_of(theme.width - number.widest, number.widest)
            canvas.text(number, end - number.lefts[0], baseline)
            start, phone = theme.width * 0.56, self._phone
            if phone.count and start + icon + phone.widest < theme.width - number.widest - theme.base:
                marks.phone_shape(canvas, place.left_of(start, icon), baseline - icon * 0.82, icon)
                left = place.left_of(start + icon * 1.2, phone.widest)
                canvas.text(phone, left - phone.lefts[0], baseline)
