"""Two workers and a citizen at home change the same overview at once: no change is lost, each is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overview.domain.access import Opening
from overview.domain.conversation import Agreement, Conversation, ConversationChannel
from overview.domain.identity import Role, SignedIn
from overview.domain.kept import Kept
from overview.domain.merging import Clash
from overview.domain.own_steps import Doer, OwnStep
from overview.domain.told import Told
from overview.services.conversation_text import join_conversation, split_conversation
from overview.services.counter.helping import OPEN_FOR
from overview.services.keeping.answers import Clashed, Saved
from overview.web.screen.saving import hold_counter, list_to_choose
from overview.wiring import get_portal
from overview.words.kept_view import view_changes
from overview.words.speaking import Words
from tests.keeping.builders import MINUTE, NOW, World, make_kept, with_answer

CATALOGUE = get_portal().catalogue


def open_to(world: World, citizen: SignedIn, name: str) -> SignedIn:
    """A worker to whom the citizen opened the overview."""
    worker = world.sign_in(name, role=Role.WORKER)
    opening = Opening(f"o-{name}", citizen.person, worker.actor, "Gesprek", NOW, NOW + OPEN_FOR)
    world.store.run(lambda records: records.claims.open_for(opening))
    return worker


def agree(kept: Kept, step: str, told: str, doer: Doer = Doer.TOGETHER) -> Kept:
    """The same after citizen and worker agreed on a step."""
    talk = join_conversation(kept.talk, CATALOGUE, Conversation("werksaam", "ar"))
    assert talk is not None
    agreed = talk.agree(step, Agreement(ConversationChannel.PHONE, told=Told(told, "nl")))
    situation = replace(kept.situation, taken_by={**kept.situation.taken_by, step: doer})
    return replace(kept, situation=situation, talk=split_conversation(agreed))


def test_everything_a_counter_adds_is_kept_and_found_again(world: World) -> None:
    own = OwnStep("own_1", Told("أتصل بأختي", "ar"), date(2026, 11, 30), "uwv")
    kept = agree(make_kept(), "report_move", "Wij belden samen.")
    kept = replace(kept, situation=replace(kept.situation, own_steps=(own,)))
    citizen = world.keep("gerard", kept)
    assert world.overviews.open(citizen, citizen.person, NOW).kept == kept


def test_two_workers_and_a_citizen_at_home_lose_nothing_and_each_is_told(world: World) -> None:
    citizen, base = world.keep(), make_kept()
    joost, ilse = open_to(world, citizen, "joost"), open_to(world, citizen, "ilse")
    first = agree(base, "report_move", "Wij belden samen.")
    second = agree(base, "tell_others", "Ilse schrijft de brief.", Doer.WORKER)
    third = with_answer(replace(base, notes={"report_move": "Paspoort mee"}), "children", "both")

    saved = world.overviews.save(joost, citizen.person, base, 1, first, NOW)
    assert isinstance(saved, Saved)
    assert saved.theirs == ()
    saved = world.overviews.save(ilse, citizen.person, base, 1, second, NOW + MINUTE)
    assert isinstance(saved, Saved)
    assert {change.path for change in saved.theirs} >= {
        ("talk", "agreement:report_move"),
        ("taken_by", "report_move"),
    }
    saved = world.overviews.save(citizen, citizen.person, base, 1, third, NOW + 2 * MINUTE)
    assert isinstance(saved, Saved)
    told = {change.name.plain for change in view_changes(Words("nl", NOW.date()), CATALOGUE, saved.theirs)}
    assert "Afgesproken bij “Geef uw nieuwe adres door”" in told

    whole = world.overviews.open(joost, citizen.person, NOW + 3 * MINUTE).kept
    talk = join_conversation(whole.talk, CATALOGUE)
    assert talk is not None
    assert talk.agreements.keys() == {"report_move", "tell_others"}
    assert whole.situation.taken_by == {"report_move": Doer.TOGETHER, "tell_others": Doer.WORKER}
    assert (whole.notes, whole.situation.answers["children"]) == ({"report_move": "Paspoort mee"}, "both")


def test_looking_along_at_another_counter_is_no_change_and_agreeing_there_is() -> None:
    at_utrecht = replace(
        make_kept(), talk=split_conversation(Conversation("utrecht", "ar", goal_phrases=("calm",)))
    )
    seen = join_conversation(at_utrecht.talk, CATALOGUE, Conversation("werksaam", "en"))
    assert seen is not None
    looked = replace(at_utrecht, talk=split_conversation(seen))
    assert looked != at_utrecht
    assert hold_counter(at_utrecht, looked) == at_utrecht
    agreed = agree(looked, "report_move", "Wij belden samen.")
    assert hold_counter(at_utrecht, agreed).talk["counter"] == '"werksaam"'
    assert hold_counter(Kept(), looked) == looked


def test_of_two_counters_nobody_has_to_choose() -> None:
    where, what = (Clash(("talk", name), "mine", "theirs") for name in ("counter", "agreement:report_move"))
    assert list_to_choose((where, what)) == (what,)


def test_who_agrees_otherwise_on_the_same_step_sees_both_sides_and_nothing_is_written(world: World) -> None:
    citizen, base = world.keep(), make_kept()
    joost, ilse = open_to(world, citizen, "joost"), open_to(world, citizen, "ilse")
    world.overviews.save(joost, citizen.person, base, 1, agree(base, "report_move", "Dinsdag."), NOW)
    answer = world.overviews.save(
        ilse, citizen.person, base, 1, agree(base, "report_move", "Vrijdag."), NOW + MINUTE
    )
    assert isinstance(answer, Clashed)
    assert [clash.path for clash in answer.clashes] == [("talk", "agreement:report_move")]
    (seen,) = answer.clashes
    assert "Vrijdag." in str(seen.mine)
    assert "Dinsdag." in str(seen.theirs)
    assert world.overviews.open(citizen, citizen.person, NOW + MINUTE).version == 2
