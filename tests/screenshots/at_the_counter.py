"""Citizen and worker at one screen; the language of the album is the citizen's, the worker's is Dutch."""

from __future__ import annotations

from i18n.languages import LANGUAGES
from tests.browser.axe import wait_until_still
from tests.browser.counter_walking import (
    add_own_step,
    agree,
    arrive,
    choose,
    end,
    go,
    hand_over,
    keep_with_code,
    say_yes_to_help,
    sign_in,
    tell_the_move,
)
from tests.browser.walking import say
from tests.screenshots.album import Album


def shoot_at_the_counter(album: Album) -> None:
    """A whole conversation, from the worker's own page back to it."""
    page = album.page
    sign_in(page, album.address)
    page.locator(".st-key-arrival-code input").wait_for()
    album.shoot("counter-arrival")
    arrive(page)
    album.shoot("counter-home")
    page.locator(".st-key-begin-talk button").click()
    choose(page, "begin-language", LANGUAGES[album.language].own_name)
    choose(page, "begin-keeping", say("nl", "Bewaren met een code op papier"))
    album.shoot("counter-begin")
    page.locator(".stFormSubmitButton button").click()
    page.locator(".st-key-agree-to-talk button").wait_for()
    album.shoot("counter-explained")
    page.locator(".st-key-agree-to-talk button").click()
    page.locator("#story-heading").wait_for()
    album.shoot("counter-story-empty")
    page.locator("[data-wish=tell][data-of=moving_house]").click()
    page.locator(".st-key-day-boxes input").first.wait_for()
    album.shoot("counter-story-day")
    go(page, "story")
    tell_the_move(page)
    page.locator("[data-wish=point][data-of=report_move]").click()
    page.locator("#step-report_move.pointed").wait_for()
    album.shoot("counter-plan")
    page.locator("[data-wish=agree][data-of=report_move]").click()
    page.locator(".st-key-agree-clock input").wait_for()
    album.shoot("counter-agree")
    go(page, "overview")
    agree(page, "report_move", "Zij neemt de blauwe map mee.")
    page.locator("[data-wish=open][data-of=own_step]").click()
    page.locator(".st-key-own-told input").wait_for()
    album.shoot("counter-own-step")
    go(page, "overview")
    add_own_step(page, "Bellen met tante Roos")
    album.unfold()
    album.shoot("counter-plan-agreed")
    go(page, "story")
    album.shoot("counter-story")
    go(page, "goals")
    page.locator("[data-wish=goal][data-of=calm]").click()
    for of in ("start:no", "keep_up:sometimes", "setback:yes"):
        wait_until_still(page)
        page.locator(f"[data-wish=able][data-of='{of}']").click()
        page.locator(f"[data-of='{of}'][aria-pressed=true]").wait_for()
    album.shoot("counter-goals")
    go(page, "handover")
    album.shoot("counter-handover-empty")
    hand_over(page, "mevrouw De Wit")
    album.shoot("counter-handover")
    go(page, "ending")
    album.shoot("counter-ending")
    keep_with_code(page, "appelboom")
    say_yes_to_help(page, "Roos")
    album.shoot("counter-ending-kept")
    end(page)
    album.shoot("counter-home-after")
