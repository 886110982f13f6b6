"""Agreeing on a step: who does it, what is not needed, a call noted once."""

from __future__ import annotations

from datetime import date

from overview.domain.conversation import Agreement, Conversation, ConversationChannel
from overview.domain.own_steps import Doer
from overview.domain.situation import Occurrence, Situation
from overview.domain.told import Told
from overview.services.agreeing import (
    add_own_step,
    agree,
    call_not_needed,
    note_contact,
)
from overview.services.own_step_reader import MOST_OWN_STEPS
from overview.wiring import get_portal
from overview.words.agreement_view import view_together
from overview.words.speaking import Words

TODAY = date(2026, 11, 22)
TALK = Conversation("werksaam", "ar")
MOVE = Situation((Occurrence("moving_house", TODAY),))


def test_who_does_it_is_in_the_situation_and_the_rest_in_the_conversation() -> None:
    agreement = Agreement(ConversationChannel.PHONE)
    situation, talk = agree(MOVE, TALK, "report_move", Doer.WORKER, agreement)
    assert (situation.taken_by, talk.find_agreement("report_move")) == (
        {"report_move": Doer.WORKER},
        agreement,
    )
    situation, talk = agree(situation, talk, "report_move", Doer.CITIZEN, Agreement())
    assert (situation, talk) == (MOVE, TALK)


def test_what_is_not_needed_is_done_by_nobody_and_says_why() -> None:
    taken, talk = agree(MOVE, TALK, "report_move", Doer.FAMILY, Agreement())
    why = Agreement(not_needed_because=Told("تم", "ar"))
    situation, talk = call_not_needed(taken, talk, "report_move", why)
    assert (situation.taken_by, situation.not_needed) == ({}, {"report_move"})
    assert talk.find_agreement("report_move").not_needed_because == Told("تم", "ar")


def test_a_call_made_together_is_noted_once_for_each_organisation() -> None:
    phrases = get_portal().catalogue.phrases
    called = Agreement(phrases=("called_together",))
    talk = note_contact(TALK, called, phrases, "uwv", TODAY)
    talk = note_contact(talk, called, phrases, "uwv", TODAY)
    talk = note_contact(talk, called, phrases, "svb", TODAY)
    assert [(one.agency, one.channel) for one in talk.contacts] == [
        ("uwv", ConversationChannel.THREE_WAY),
        ("svb", ConversationChannel.THREE_WAY),
    ]
    assert note_contact(TALK, Agreement(), phrases, "uwv", TODAY) == TALK


def test_every_phrase_that_says_there_was_contact_is_a_contact_moment_by_its_own_channel() -> None:
    phrases = get_portal().catalogue.phrases
    telling = tuple(phrase.id for phrase in phrases.values() if phrase.contact is not None)
    assert {"called_together", "worker_called", "went_together", "done_online", "sent_today"} <= set(telling)
    talk = note_contact(TALK, Agreement(phrases=(*telling, "calm")), phrases, "uwv", TODAY)
    assert {one.channel for one in talk.contacts} == {phrases[name].contact for name in telling}
    told = view_together(Words("nl", TODAY), talk, MOVE, get_portal().catalogue).lines
    assert "Samen langs geweest bij UWV, op zondag 22 november." in {line.plain for line in told}


def test_own_steps_have_names_of_their_own_and_there_is_an_end_to_them() -> None:
    situation = MOVE
    for _ in range(MOST_OWN_STEPS + 3):
        situation = add_own_step(situation, Told("iets", "nl"), None, "other")
    assert len({own.id for own in situation.own_steps}) == MOST_OWN_STEPS
