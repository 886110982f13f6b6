"""Letters on the light page: finding one, its days, letters to sign, help around, the glossary.

Each action takes the visit and the form, like those of `light`; what was typed is in the form only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from starlette.responses import Response

from overview.domain.guidance import LetterTemplate
from overview.domain.letters import LetterKind
from overview.web import letters
from overview.web.light_visit import Visit
from overview.wiring import get_portal
from overview.words.agency_view import name_agency, view_agency
from overview.words.letter_search import find_letters
from overview.words.letter_view import list_all_help, list_lost_help, view_letter
from overview.words.template_view import view_template
from overview.words.term_view import find_terms, list_terms
from overview.words.text import Sentence

_TERMS_AT_ONCE: Final = 80
_LONGEST: Final = 120


def show_letters(visit: Visit, form: Mapping[str, str]) -> Response:
    """The search, what it found, and who sends letters."""
    portal = get_portal()
    typed = form.get("words", "").strip()[:_LONGEST]
    catalogue, words = portal.catalogue, portal.words(visit.language)
    found = find_letters(catalogue, typed) if typed else []
    return visit.show(
        "light/letters.html",
        typed=typed,
        kinds=[(kind.id, words.dutch(kind.name), words.say(kind.title)) for kind in found],
        senders=[
            (sender.agency, name_agency(words, catalogue, sender.agency))
            for sender in letters.list_senders(catalogue)
        ],
        helpers=list_lost_help(words, catalogue),
    )


def show_sender(visit: Visit, form: Mapping[str, str]) -> Response:
    """The letters of one sender."""
    portal = get_portal()
    catalogue, words = portal.catalogue, portal.words(visit.language)
    sender = next(
        (one for one in letters.list_senders(catalogue) if one.agency == _read(form, "sender")), None
    )
    if sender is None:
        return show_letters(visit, {})
    return visit.show(
        "light/sender.html",
        sender=sender.agency,
        agency=name_agency(words, catalogue, sender.agency),
        kinds=[(kind.id, words.dutch(kind.name), words.say(kind.title)) for kind in sender.kinds],
        helpers=list_lost_help(words, catalogue),
    )


def show_letter(visit: Visit, form: Mapping[str, str]) -> Response:
    """One letter; asked for by its kind, or by the step that it became."""
    catalogue = get_portal().catalogue
    asked = _read(form, "letter")
    kind = catalogue.letters.get(asked) or letters.find_kind(catalogue, visit.situation, asked)
    if kind is None:
        return show_letters(visit, {})
    return _show_kind(visit, kind, "" if asked in catalogue.letters else asked)


def _show_kind(visit: Visit, kind: LetterKind, step_id: str, mistake: str = "") -> Response:
    portal = get_portal()
    catalogue, words = portal.catalogue, portal.words(visit.language)
    return visit.show(
        "light/letter.html",
        letter=view_letter(words, kind, catalogue),
        phones=view_agency(words, catalogue.agencies[kind.agency], catalogue.counter).phones,
        terms=find_terms(words, " ".join((kind.name, kind.what, kind.first, kind.otherwise)), catalogue),
        step_id=step_id,
        mistake=mistake,
        templates=_offer(visit, step_id or kind.step_id, kind),
        today=portal.today(),
    )


def hold(visit: Visit, form: Mapping[str, str]) -> Visit | Response:
    """The visit with this letter among its steps; the letter's page again when its days do not exist."""
    portal = get_portal()
    kind = portal.catalogue.letters.get(form.get("kind", ""))
    if kind is None:
        return show_letters(visit, {})
    boxes = {} if form.get("hold") == "undated" else form
    step_id = form.get("of_step", "")
    held = letters.read_held(kind.id, boxes, portal.today())
    if held is None:
        return _show_kind(visit, kind, step_id, "letter_mistake.html")
    situation = letters.hold(visit.situation, held, step_id)
    if held not in situation.letters:
        return _show_kind(visit, kind, step_id, "letter_full.html")
    return visit.with_told(situation)


def show_sign(visit: Visit, form: Mapping[str, str]) -> Response:
    """A letter to sign (`template:step`), or all of them."""
    portal = get_portal()
    catalogue, words = portal.catalogue, portal.words(visit.language)
    name, _, step_id = _read(form, "sign").partition(":")
    template = letters.find_template(catalogue, name)
    if template is None:
        return visit.show("light/templates.html", templates=_name_all(visit, "", catalogue.templates))
    to, known = letters.describe_held(catalogue, visit.situation, step_id)
    asked = f"{name}:{step_id}"
    return visit.show(
        "light/sign.html", letter=view_template(words, template), to=to, known=known, asked_for=asked
    )


def show_around(visit: Visit, form: Mapping[str, str]) -> Response:
    """What may be for this citizen, what often comes with it, and everyone who helps."""
    portal = get_portal()
    view = None
    if visit.situation is not None:
        view = visit.build_view()
    helpers = list_all_help(portal.words(visit.language), portal.catalogue)
    return visit.show("light/around.html", view=view, helpers=helpers)


def show_glossary(visit: Visit, form: Mapping[str, str]) -> Response:
    """The glossary, a part at a time."""
    portal = get_portal()
    terms = list_terms(portal.words(visit.language), portal.catalogue)
    starts = range(0, len(terms), _TERMS_AT_ONCE)
    asked = _read(form, "glossary")
    start = int(asked) if asked in {str(number) for number in starts} else 0
    names = [
        (number, f"{terms[number][0]} – {terms[min(number + _TERMS_AT_ONCE, len(terms)) - 1][0]}")
        for number in starts
    ]
    return visit.show(
        "light/glossary.html", terms=terms[start : start + _TERMS_AT_ONCE], parts=names, start=start
    )


def list_ways(visit: Visit, step_id: str) -> dict[str, Any]:
    """For the page of a step: the letter that became it, and the letters to sign that fit."""
    kind = letters.find_kind(get_portal().catalogue, visit.situation, step_id)
    return {"letter_kind": kind, "templates": _offer(visit, step_id, kind)}


def _offer(visit: Visit, step_id: str, kind: LetterKind | None) -> list[tuple[str, Sentence, Sentence]]:
    return _name_all(visit, step_id, letters.list_templates(get_portal().catalogue, step_id, kind))


def _name_all(
    visit: Visit, step_id: str, templates: Iterable[LetterTemplate]
) -> list[tuple[str, Sentence, Sentence]]:
    words = get_portal().words(visit.language)
    return [
        (f"{template.id}:{step_id}", words.say(template.title), words.say(template.when))
        for template in templates
    ]


def _read(form: Mapping[str, str], name: str) -> str:
    """The button just pressed; else, after a change of language, what the page carried."""
    return form.get(name) or form.get(f"kept_{name}", "")


ACTIONS: Final[Mapping[str, Callable[[Visit, Mapping[str, str]], Response]]] = {
    "letters": show_letters,
    "sender": show_sender,
    "letter": show_letter,
    "sign": show_sign,
    "around": show_around,
    "glossary": show_glossary,
}
"""Actions by name; a button with that name, on any light page, leads there."""
