"""The light page of who signed in, without a script: what was told goes along, what changes is saved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

import httpx
import pytest

from overview.domain.debts import Debt
from overview.domain.identity import SignedIn
from overview.domain.kept import Kept
from overview.ports import StoreDown
from overview.services.keeping.overviews import SavedOverviews
from overview.wiring import get_portal
from tests.keeping.builders import with_answer
from tests.web.builders import Told
from tests.web.signing_in import HOST, CitizensBrowser

SAVED, DOWN = "Bewaard om", "Bewaren lukt nu even niet."


def _form(page: httpx.Response) -> dict[str, str]:
    """What the form of this page carries."""
    form = re.search(r'<form id="carry".*?</form>', page.text, re.DOTALL)
    assert form is not None, page.text
    found = re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', form[0])
    return {name: unescape(value) for name, value in found}


def _press(browser: CitizensBrowser, page: httpx.Response, **pressed: str) -> httpx.Response:
    """Press a button of this page."""
    answer = browser.ask("POST", "/light/on", _form(page) | pressed)
    assert answer.status_code == httpx.codes.OK, answer.text
    return answer


def _tell(browser: CitizensBrowser) -> httpx.Response:
    return browser.ask("POST", "/light/overview", {"situation": Told().packed(), "language": "nl"})


def _sign_in_from(browser: CitizensBrowser, page: httpx.Response, person: str = "maria") -> httpx.Response:
    """By the button on this page, over the provider's own pages, and back."""
    choice = _press(browser, page, sign_in="yes")
    way = re.search(r'href="(/sign-in/demo\?[^"]+)"', choice.text)
    assert way is not None, choice.text
    people = browser.ask("GET", unescape(way[1]))
    back = browser.ask("POST", str(people.url).removeprefix(HOST), {"person": person, "level": "low"})
    assert back.status_code == httpx.codes.OK, back.text
    return back


def _find(browser: CitizensBrowser) -> SignedIn:
    who = browser.find_citizen()
    assert who is not None
    return who


def _look(browser: CitizensBrowser) -> Kept:
    """What the database holds of who signed in here."""
    accounts, who = get_portal().accounts, _find(browser)
    return accounts.keeping.overviews.open(who, who.person, accounts.clock()).kept


def _keep(browser: CitizensBrowser, page: httpx.Response) -> httpx.Response:
    return _press(browser, _press(browser, page, keep="yes"), keep_yes="yes", sure="yes")


def _forget(browser: CitizensBrowser) -> None:
    accounts, who = get_portal().accounts, browser.find_citizen()
    if who is not None and accounts.keeping.overviews.is_keeping(who):
        accounts.keeping.rights.forget(who, who.person, accounts.clock())


@pytest.fixture
def maria() -> Iterator[CitizensBrowser]:
    # Another test may have left her with an overview: here she begins with nothing.
    before = CitizensBrowser()
    before.sign_in("maria")
    _forget(before)
    browser = CitizensBrowser()
    yield browser
    _forget(browser)


def _step(page: httpx.Response) -> str:
    found = re.search(r'name="decide" value="done:([\w@#]+)"', page.text)
    assert found is not None
    return found[1]


def test_signing_in_keeps_what_was_told_and_nothing_of_it_stands_in_an_address(
    maria: CitizensBrowser,
) -> None:
    told = _tell(maria)
    back = _sign_in_from(maria, told)
    assert json.loads(_form(back)["situation"]) == json.loads(_form(told)["situation"])
    assert not any("moving_house" in one or "rent_social" in one for one in (*maria.addresses, *maria.met))
    assert not [name for name in maria.cookies if name.startswith("__Host-told")], "only until the way back"
    assert "Maria" in back.text


def test_who_comes_back_without_signing_in_has_it_still(maria: CitizensBrowser) -> None:
    told = _tell(maria)
    _press(maria, told, sign_in="yes")
    back = maria.ask("GET", "/light/back?lang=nl")
    assert json.loads(_form(back)["situation"]) == json.loads(_form(told)["situation"])


def test_what_was_told_is_sealed_and_of_use_to_nobody_else(maria: CitizensBrowser) -> None:
    _press(maria, _tell(maria), sign_in="yes")
    held = {name: value for name, value in maria.cookies.items() if name.startswith("__Host-told")}
    assert held
    for name, value in held.items():
        assert "moving" not in str(value)
        broken = CitizensBrowser()
        broken.cookies.set(name, str(value)[:-8] + "AAAAAAAA", domain="localhost.local")
        answer = broken.ask("GET", "/light/back")
        assert "carry" not in answer.text, "back at the start, with nothing"


def test_a_long_story_goes_along_in_several_cookies(maria: CitizensBrowser) -> None:
    events = [
        {"id": "bereavement", "on": f"2026-{month:02}-{day:02}"} for month in (9, 10) for day in range(1, 29)
    ]
    packed = json.dumps({"life_events": events[:18]})
    page = maria.ask("POST", "/light/overview", {"situation": packed, "language": "nl"})
    back = _sign_in_from(maria, page)
    assert json.loads(_form(back)["situation"]) == json.loads(_form(page)["situation"])


def test_nothing_is_kept_before_a_tick_of_their_own(maria: CitizensBrowser) -> None:
    back = _sign_in_from(maria, _tell(maria))
    overviews = get_portal().accounts.keeping.overviews
    asked = _press(maria, back, keep="yes")
    assert "Wilt u uw overzicht bewaren?" in asked.text
    assert " checked" not in asked.text
    assert "Zet eerst het vinkje." in _press(maria, asked, keep_yes="yes").text
    assert not overviews.is_keeping(_find(maria))
    kept = _press(maria, asked, keep_yes="yes", sure="yes")
    assert SAVED in kept.text
    assert overviews.is_keeping(_find(maria))


def test_what_changes_is_saved_and_said_and_found_again(maria: CitizensBrowser) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    step = _step(kept)
    changed = _press(maria, kept, decide=f"done:{step}")
    assert SAVED in changed.text
    assert step in _look(maria).situation.done
    assert int(_form(changed)["version"]) == int(_form(kept)["version"]) + 1
    again = maria.ask("GET", "/my/light")
    assert step in json.loads(_form(again)["situation"])["done"][0].values()


def test_what_somebody_else_changed_meanwhile_is_joined_and_told(maria: CitizensBrowser) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    _change_elsewhere(maria, "children", "both")
    changed = _press(maria, kept, decide=f"done:{_step(kept)}")
    assert "Iemand anders veranderde ook iets." in changed.text
    there = _look(maria).situation
    assert there.answers["children"] == "both"
    assert _step(kept) in there.done


def _change_elsewhere(browser: CitizensBrowser, question: str, answer: str) -> None:
    accounts, who = get_portal().accounts, _find(browser)
    opened = accounts.keeping.overviews.open(who, who.person, accounts.clock())
    changed = with_answer(opened.kept, question, answer)
    accounts.keeping.overviews.save(who, who.person, opened.kept, opened.version, changed, accounts.clock())


@pytest.mark.parametrize(("choice", "answer"), [("mine", "under_4"), ("theirs", "both")])
def test_where_both_changed_the_same_somebody_chooses_and_nothing_is_lost(
    maria: CitizensBrowser, choice: str, answer: str
) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    _change_elsewhere(maria, "children", "both")
    clash = _press(maria, kept, reply="0.children=under_4")
    assert "Kies wat klopt" in clash.text
    assert _look(maria).situation.answers["children"] == "both", "nothing was written over"
    again = _press(maria, clash, settle_clash="yes")
    assert "Kies wat klopt" in again.text, "a choice left open is asked again"
    settled = _press(maria, again, settle_clash="yes", **{"clash:answer/children": choice})
    assert "Kies wat klopt" not in settled.text
    assert _look(maria).situation.answers["children"] == answer
    assert json.loads(_form(settled)["situation"])["answers"]["children"] == answer


def test_a_database_that_is_away_is_said_and_the_next_press_saves_all_of_it(
    maria: CitizensBrowser, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    step = _step(kept)

    def be_away(*_: object) -> None:
        raise StoreDown

    with monkeypatch.context() as away:
        away.setattr(SavedOverviews, "save_situation", be_away)
        unsaved = _press(maria, kept, decide=f"done:{step}")
    assert DOWN in unsaved.text
    assert SAVED not in unsaved.text
    assert step not in _look(maria).situation.done
    # Meanwhile somebody else changes something: what was not saved yet goes together with that.
    _change_elsewhere(maria, "children", "both")
    later = _press(maria, unsaved, agencies="yes")
    assert DOWN not in later.text
    there = _look(maria).situation
    assert step in there.done
    assert there.answers["children"] == "both"


def test_an_older_page_of_ones_own_loses_nothing(maria: CitizensBrowser) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    first = _step(kept)
    changed = _press(maria, kept, decide=f"done:{first}")
    second = _step(changed)
    _press(maria, kept, decide=f"done:{second}")
    assert {first, second} <= set(_look(maria).situation.done)


def test_who_is_signed_out_meanwhile_is_told_and_takes_it_along_at_the_next_sign_in(
    maria: CitizensBrowser,
) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    step = _step(kept)
    get_portal().accounts.sessions._store.end(_find(maria).session)
    changed = _press(maria, kept, decide=f"done:{step}")
    assert "U bent niet meer ingelogd." in changed.text
    assert SAVED not in changed.text
    back = _sign_in_from(maria, changed)
    assert SAVED in back.text
    assert step in _look(maria).situation.done


def test_who_keeps_an_overview_finds_it_after_signing_in_at_the_light_page(maria: CitizensBrowser) -> None:
    _keep(maria, _sign_in_from(maria, _tell(maria)))
    maria.ask("POST", "/sign-out", {"who": "citizen"})
    maria.sign_in("maria")
    back = maria.ask("GET", "/light/back")
    assert json.loads(_form(back)["situation"])["life_events"][0]["id"] == "moving_house"


def test_notes_and_goals_stay_whatever_the_light_page_saves(maria: CitizensBrowser) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    accounts, who = get_portal().accounts, _find(maria)
    opened = accounts.keeping.overviews.open(who, who.person, accounts.clock())
    noted = replace(opened.kept, notes={"report_move": "Bel morgen"}, goals=("Rust",))
    accounts.keeping.overviews.save(who, who.person, opened.kept, opened.version, noted, accounts.clock())
    _press(maria, kept, decide=f"done:{_step(kept)}")
    there = _look(maria)
    assert (there.notes, there.goals) == ({"report_move": "Bel morgen"}, ("Rust",))


def test_debts_that_were_brought_are_never_kept(maria: CitizensBrowser) -> None:
    back = _sign_in_from(maria, _tell(maria))
    accounts, who = get_portal().accounts, _find(maria)
    situation = get_portal().read_situation(Told().packed(), date(2026, 11, 22))
    owing = replace(situation, debts=(Debt("cjib", "reminder", 12_500, None),))  # type: ignore[arg-type]
    accounts.keeping.overviews.start(who, Kept(owing), "nl", "voorbeeld", accounts.clock())
    assert _look(maria).situation.debts == ()
    assert back.status_code == httpx.codes.OK


@pytest.mark.parametrize("form", [{"version": "x"}, {"version": "-1"}, {"version": "1", "base": "{"}])
def test_a_form_that_was_tampered_with_saves_nothing_it_should_not(
    maria: CitizensBrowser, form: dict[str, str]
) -> None:
    kept = _keep(maria, _sign_in_from(maria, _tell(maria)))
    before = _look(maria)
    maria.ask("POST", "/light/on", _form(kept) | form | {"agencies": "yes"})
    assert _look(maria) == before


def test_the_pages_are_small_and_the_choices_have_names(maria: CitizensBrowser) -> None:
    asked = _press(maria, _sign_in_from(maria, _tell(maria)), keep="yes")
    assert len(asked.content) < 40_000
    for language in ("ar", "en"):
        shown = maria.ask("POST", "/light/keep", _form(asked) | {"speak": language})
        assert f'lang="{language}"' in shown.text
