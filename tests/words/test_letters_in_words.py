"""Letters, early signs, help around and terms in words."""

from __future__ import annotations

from datetime import date

import pytest

from overview.domain.situation import Occurrence, Situation
from overview.web.letters import find_template
from overview.wiring import get_portal
from overview.words.letter_view import list_all_help, pick_help_around, view_letter
from overview.words.speaking import Words
from overview.words.template_view import fill_template, list_fields, view_template
from overview.words.term_view import find_terms, list_terms

TODAY = date(2026, 11, 22)
CATALOGUE = get_portal().catalogue
DUTCH = Words("nl", TODAY)


@pytest.mark.parametrize("letter_id", sorted(CATALOGUE.letters))
def test_a_letter_says_what_it_is_what_to_do_until_when_and_what_otherwise(letter_id: str) -> None:
    view = view_letter(DUTCH, CATALOGUE.letters[letter_id], CATALOGUE)
    for said in (view.what, view.first, view.until, view.otherwise, view.when_late, view.urgency, view.title):
        assert said.plain.strip()
    assert view.helpers, "a letter always has somebody who helps with it"
    assert all(helper.is_public for helper in view.helpers)


def test_the_name_of_a_letter_stays_dutch_in_every_language() -> None:
    kind = CATALOGUE.letters["g07"]
    view = view_letter(Words("ar", TODAY), kind, CATALOGUE)
    assert view.name.plain == kind.name
    assert view.name.language == "nl"


def test_help_that_only_a_worker_can_call_in_is_not_shown_to_citizens() -> None:
    hidden = {found.id for found in CATALOGUE.help_around.values() if not found.is_public}
    assert hidden
    assert not hidden & {found.id for found in list_all_help(DUTCH, CATALOGUE)}


def test_help_for_what_happened_comes_before_help_for_everyone() -> None:
    assert pick_help_around(DUTCH, CATALOGUE, ("bereavement",))[0].id == "survivors_desk"
    assert "survivors_desk" not in [found.id for found in pick_help_around(DUTCH, CATALOGUE, ("debts",))]


def test_a_longer_term_is_not_taken_for_the_shorter_one_inside_it() -> None:
    found = [term.plain for term, _ in find_terms(DUTCH, "Vraag bijzondere bijstand aan.", CATALOGUE)]
    assert "bijzondere bijstand" in found
    assert "bijstand" not in found


def test_a_term_inside_another_word_is_not_explained() -> None:
    assert not find_terms(DUTCH, "De besluitvormingsfase", CATALOGUE)


def test_the_glossary_has_every_term_in_the_order_of_the_alphabet() -> None:
    terms = [term.plain for term, _ in list_terms(DUTCH, CATALOGUE)]
    assert len(terms) == len(CATALOGUE.terms) >= 240
    assert terms == sorted(terms, key=str.casefold)


def test_an_early_sign_never_promises() -> None:
    portal = get_portal()
    answers = {"low_income": "yes", "benefits_now": "no"}
    told = Situation((Occurrence("illness", TODAY, {}),), {k: v for k, v in answers.items() if v})
    for sign in portal.build_view(told, TODAY, "nl").signs:
        assert (
            "isschien" in sign.title.plain + sign.text.plain or "Kijk" in sign.title.plain + sign.text.plain
        )
        assert sign.check.plain


@pytest.mark.parametrize("template", CATALOGUE.templates, ids=lambda template: template.id)
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_field_of_a_letter_to_sign_is_asked_by_name(template: object, language: str) -> None:
    assert hasattr(template, "id")
    found = find_template(CATALOGUE, template.id)
    assert found is not None
    view = view_template(Words(language, TODAY), found)
    assert [field.name for field in view.fields] == list(list_fields(found))
    assert all(field.label.plain for field in view.fields)
    assert all(dutch.language == "nl" and "{" not in dutch.plain for dutch, _ in view.paragraphs)


def _objection(**typed: str) -> tuple[str, list[bool]]:
    template = find_template(CATALOGUE, "objection")
    assert template is not None
    letter = fill_template(Words("ar", TODAY), template, typed, "Dienst Toeslagen")
    spans = [span for paragraph in letter.paragraphs for span in paragraph.spans]
    return "\n".join(paragraph.plain for paragraph in letter.paragraphs), [
        span.is_personal for span in spans if span.text in typed.values()
    ]


def test_what_was_typed_stands_in_the_letter_and_is_marked_as_personal() -> None:
    text, personal = _objection(letter_date="20-11-2026", reasons="Het bedrag klopt niet.")
    assert "met de datum 20-11-2026" in text
    assert personal and all(personal)


def test_what_was_left_empty_becomes_a_line_to_write_on() -> None:
    text, _ = _objection(letter_date="20-11-2026")
    assert "kenmerk ____" in text


def test_braces_and_lines_that_were_typed_stay_as_they_are() -> None:
    text, _ = _objection(reasons="{reference} {0} %s\n<b>tweede regel</b>")
    assert "{reference} {0} %s\n<b>tweede regel</b>" in text


def test_arabic_that_was_typed_keeps_its_own_direction_in_the_dutch_letter() -> None:
    template = find_template(CATALOGUE, "objection")
    assert template is not None
    letter = fill_template(DUTCH, template, {"reasons": "المبلغ غير صحيح"}, "")
    own = [span for said in letter.paragraphs for span in said.spans if span.language == "ar"]
    assert [span.is_isolate for span in own] == [True]
