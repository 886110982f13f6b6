from __future__ import annotations

from dataclasses import replace

import pytest

from overview.domain.access import NotAllowed
from overview.domain.identity import Role
from overview.domain.kept import Kept, SupportLevel
from overview.services.keeping.answers import Clashed, NotKept, Saved
from tests.keeping.builders import DAY, MINUTE, NOW, World, make_kept, with_answer


def test_nothing_is_kept_of_somebody_who_only_signed_in(world: World) -> None:
    somebody = world.sign_in()
    assert not world.overviews.is_keeping(somebody)
    with pytest.raises(NotKept):
        world.overviews.open(somebody, somebody.person, NOW)
    with pytest.raises(NotKept):
        world.overviews.save(somebody, somebody.person, Kept(), 0, make_kept(), NOW)


def test_after_yes_the_overview_is_found_again_with_everything_in_it(world: World) -> None:
    kept = replace(
        make_kept(),
        notes={"report_move": "Bellen met mevrouw De Vries — ترجمة"},
        channels={"report_move": "phone"},
        goals=("rustig wonen",),
        support=SupportLevel.TOGETHER,
    )
    gerard = world.keep("gerard", kept)
    again = world.sign_in("gerard")
    assert again.person == gerard.person
    opened = world.overviews.open(again, again.person, NOW + DAY)
    assert (opened.kept, opened.version, opened.saved_at) == (kept, 1, NOW)


def test_each_save_counts_and_the_same_again_does_not(world: World) -> None:
    gerard = world.keep()
    changed = with_answer(make_kept(), "children", "under_4")
    saved = world.overviews.save(gerard, gerard.person, make_kept(), 1, changed, NOW + MINUTE)
    assert isinstance(saved, Saved)
    assert (saved.version, saved.saved_at) == (2, NOW + MINUTE)
    again = world.overviews.save(gerard, gerard.person, changed, 2, changed, NOW + 2 * MINUTE)
    assert isinstance(again, Saved)
    assert again.version == 2


def test_two_who_change_different_things_both_keep_their_change_and_the_second_is_told(world: World) -> None:
    gerard, base = world.keep(), make_kept()
    helper = world.sign_in("gerard", actor="actor helper", acts_for="Gerard")
    first = replace(base, notes={"report_move": "eerste"})
    second = with_answer(base, "children", "under_4")
    world.overviews.save(gerard, gerard.person, base, 1, first, NOW)
    answer = world.overviews.save(helper, helper.person, base, 1, second, NOW)
    assert isinstance(answer, Saved)
    assert [change.path for change in answer.theirs] == [("note", "report_move")]
    opened = world.overviews.open(gerard, gerard.person, NOW)
    assert opened.kept == replace(second, notes={"report_move": "eerste"})
    assert opened.version == 3


def test_two_who_change_the_same_thing_lose_nothing_and_the_second_chooses(world: World) -> None:
    gerard, base = world.keep(), make_kept()
    helper = world.sign_in("gerard", actor="actor helper", acts_for="Gerard")
    world.overviews.save(gerard, gerard.person, base, 1, with_answer(base, "children", "under_4"), NOW)
    mine = replace(with_answer(base, "children", "both"), notes={"report_move": "van mij"})
    answer = world.overviews.save(helper, helper.person, base, 1, mine, NOW)
    assert isinstance(answer, Clashed)
    (clash,) = answer.clashes
    assert (clash.path, clash.mine, clash.theirs) == (("answer", "children"), "both", "under_4")
    assert answer.kept.notes == {"report_move": "van mij"}
    assert world.overviews.open(gerard, gerard.person, NOW).kept == with_answer(base, "children", "under_4")
    chosen = world.overviews.save(helper, helper.person, answer.stored, answer.version, mine, NOW)
    assert isinstance(chosen, Saved)
    assert chosen.kept == mine


def test_a_visit_tells_what_others_changed_since_the_last_one_and_not_what_i_did(world: World) -> None:
    gerard, base = world.keep(), make_kept()
    helper = world.sign_in("gerard", actor="actor helper", acts_for="Gerard")
    assert world.overviews.open(gerard, gerard.person, NOW).last_visit is None
    own = replace(base, goals=("eigen doel",))
    world.overviews.save(gerard, gerard.person, base, 1, own, NOW)
    world.overviews.save(helper, helper.person, own, 2, with_answer(own, "children", "under_4"), NOW + DAY)
    opened = world.overviews.open(gerard, gerard.person, NOW + 2 * DAY)
    assert opened.last_visit is not None
    assert opened.last_visit.at == NOW
    (told,) = opened.since_visit
    assert [(one.path, one.before, one.after) for one in told.changes] == [
        (("answer", "children"), "none", "under_4")
    ]
    assert world.overviews.open(gerard, gerard.person, NOW + 3 * DAY).since_visit == ()


def test_a_second_tab_that_says_yes_too_is_the_same_person(world: World) -> None:
    one, other = world.sign_in("gerard"), world.sign_in("gerard")
    assert one.person != other.person
    first, _ = world.overviews.start(one, make_kept(), "nl", "", NOW)
    mine = replace(make_kept(), goals=("doel",))
    second, saved = world.overviews.start(other, mine, "nl", "", NOW)
    assert first == second
    assert saved.kept.goals == ("doel",)
    record = world.sessions.find(other.session)
    assert record is not None
    assert record.person == first


def test_staff_cannot_say_yes_for_a_citizen(world: World) -> None:
    worker = world.sign_in("anna", role=Role.WORKER)
    with pytest.raises(NotKept):
        world.overviews.start(worker, make_kept(), "nl", "", NOW)


def test_what_the_content_no_longer_knows_is_left_out_and_the_rest_stays(world: World) -> None:
    gerard = world.keep()
    kept = make_kept()
    odd = replace(kept.situation, done={"a_step_of_last_year": None}, answers={"children": "a_lot"})
    saved = world.overviews.save(gerard, gerard.person, kept, 1, Kept(odd), NOW)
    assert isinstance(saved, Saved)
    opened = world.overviews.open(gerard, gerard.person, NOW)
    assert opened.dropped == ("answers.children", "done[0].id") or len(opened.dropped) == 2
    assert opened.kept.situation.life_events == kept.situation.life_events


def test_another_citizen_is_refused_whatever_the_id(world: World) -> None:
    gerard, maria = world.keep("gerard"), world.keep("maria")
    with pytest.raises(NotAllowed):
        world.overviews.open(maria, gerard.person, NOW)
