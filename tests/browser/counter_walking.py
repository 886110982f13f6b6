"""Walking through a conversation at the counter, by what stands on the screen in the worker's language."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from i18n.languages import LANGUAGES
from tests.browser.axe import wait_until_still
from tests.browser.walking import say

# A page of the counter is a whole run of the script, and other tests share the machine.
expect.set_options(timeout=20_000)

CODE = "2468"
WORKER = "Joost"


def sign_in(
    page: Page, address: str, *, for_work: bool = True, who: str = WORKER, to: str = "/worker"
) -> None:
    """Sign in with the demo provider."""
    audience = "for=work&" if for_work else ""
    page.goto(f"{address}/sign-in?{audience}to={to}&lang=nl")
    page.locator("main a.button").first.click()
    page.get_by_role("button", name=re.compile(who)).first.click()
    page.wait_for_url(f"**{to}")


def arrive(page: Page, counter: str = "Loket WerkSaam") -> None:
    """Choose a counter and the code of the screen."""
    box = page.locator(".st-key-arrival-counter [role=combobox], .st-key-arrival-counter input").first
    box.click()
    page.get_by_role("option", name=re.compile(counter)).click()
    page.locator(".st-key-arrival-code input").fill(CODE)
    page.locator(".stFormSubmitButton button").click()
    expect(page.locator(".st-key-begin-talk button")).to_be_visible()


def _start(page: Page, language: str, keeping: str) -> None:
    wait_until_still(page)
    page.locator(".st-key-begin-talk button").click()
    choose(page, "begin-language", LANGUAGES[language].own_name)
    choose(page, "begin-keeping", say("nl", keeping))
    page.locator(".stFormSubmitButton button").click()


def begin_existing(page: Page, language: str) -> None:
    """Begin a conversation about the overview that there is already; the citizen has still to open it."""
    _start(page, language, "Een overzicht openen dat er al is")
    expect(page.locator(".st-key-existing-code input")).to_be_visible()
    wait_until_still(page)


def open_with_code(page: Page, code: str, word: str) -> None:
    """The citizen gives the code of the paper and the word to go with it."""
    page.locator(".st-key-existing-code input").fill(code)
    page.locator(".st-key-existing-word input").fill(word)
    send(page, "existing-code")
    expect(page.locator(".ways a[data-of=overview][aria-current=page]")).to_be_visible()
    wait_until_still(page)


def begin(page: Page, language: str, keeping: str = "Niets bewaren") -> None:
    """Begin a conversation and hear the citizen agree."""
    _start(page, language, keeping)
    agreed = page.locator(".st-key-agree-to-talk button")
    expect(agreed).to_be_visible()
    wait_until_still(page)
    agreed.click()
    expect(page.locator("#story-heading")).to_be_visible()
    wait_until_still(page)


def choose(page: Page, key: str, text: str) -> None:
    """One of the answers of a question in a form."""
    page.locator(f".st-key-{key} label").filter(has_text=text).first.click()


def go(page: Page, place: str) -> None:
    """To another page of the conversation."""
    wait_until_still(page)
    page.locator(f".ways a[data-of={place}]").click()
    expect(page.locator(f".ways a[data-of={place}][aria-current=page]")).to_be_visible()
    wait_until_still(page)


def tell_the_move(page: Page) -> None:
    """In the story: moved on 20 November, in a rented house."""
    page.locator("[data-wish=tell][data-of=moving_house]").click()
    expect(page.locator(".st-key-day-boxes input").first).to_be_visible()
    for at, typed in enumerate(("20", "11", "2026")):
        page.locator(".st-key-day-boxes input").nth(at).fill(typed)
    page.locator(".stFormSubmitButton button").click()
    expect(page.locator(".st-key-day-boxes")).to_have_count(0)
    go(page, "overview")
    expect(page.locator("article.step").first).to_be_visible()


def agree(page: Page, step: str, told: str) -> None:
    """Agree on a step: together, by a call with three, on 1 December at half past ten."""
    wait_until_still(page)
    page.locator(f"[data-wish=agree][data-of={step}]").click()
    expect(page.locator(".st-key-agree-clock input")).to_be_visible()
    choose(page, "agree-doer", say("nl", "Samen met de medewerker"))
    choose(page, "agree-channel", say("nl", "Samen bellen: u, de medewerker en de organisatie"))
    for at, typed in enumerate(("1", "12", "2026")):
        page.locator(".st-key-day-boxes-agree-day input").nth(at).fill(typed)
    page.locator(".st-key-agree-clock input").fill("10:30")
    page.locator(".st-key-agree-told textarea").fill(told)
    page.locator(".stFormSubmitButton button").first.click()
    expect(page.locator(f"#step-{step} .agreed").first).to_be_visible()
    wait_until_still(page)


def add_own_step(page: Page, told: str) -> None:
    """A step of the citizen's own."""
    page.locator("[data-wish=open][data-of=own_step]").click()
    expect(page.locator(".st-key-own-told input")).to_be_visible()
    page.locator(".st-key-own-told input").fill(told)
    page.locator(".stFormSubmitButton button").click()
    expect(page.locator("#step-own_1")).to_be_visible()
    wait_until_still(page)


def hand_over(page: Page, spoke_to: str) -> None:
    """To UWV, after a call."""
    go(page, "handover")
    # The list is long and only what is in sight is drawn: typing finds it.
    place = page.locator(".st-key-handover-place input")
    place.click()
    place.fill("UWV")
    page.get_by_role("option", name="UWV").first.click()
    page.locator(".st-key-handover-spoke input").fill(spoke_to)
    page.locator(".st-key-handover-introduced label").first.click()
    page.locator(".stFormSubmitButton button").first.click()
    expect(page.locator(".st-key-take-back button")).to_be_visible()
    wait_until_still(page)


def print_paper(page: Page, sheet: str) -> bytes:
    """The paper as the button on the ending page asks for it: the same form, sent by the same browser."""
    form = page.locator(f'form[action="/print/together"]:has(input[name=sheet][value={sheet}])').first
    fields = form.evaluate("one => Object.fromEntries(new FormData(one))")
    answer = page.request.post(
        f"{page.url.rsplit('/', 1)[0]}/print/together",
        form={str(name): str(value) for name, value in fields.items()},
        headers={"Origin": page.url.rsplit("/", 1)[0], "Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status == 200, answer.text()[:400]
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "no-store"
    return answer.body()


def send(page: Page, key: str) -> None:
    """Press the button of the form that has this field."""
    form = page.locator(f"[data-testid=stForm]:has(.st-key-{key}), form:has(.st-key-{key})").first
    form.locator(".stFormSubmitButton button").first.click()


def keep_with_code(page: Page, word: str) -> str:
    """On the ending page: keep it with a code and this word. Returns the code."""
    page.locator(".st-key-talk-word input").fill(word)
    page.locator(".st-key-talk-sure label").first.click()
    send(page, "talk-word")
    code = page.locator(".claim-code")
    expect(code).to_be_visible()
    wait_until_still(page)
    return code.inner_text().strip()


def say_yes_to_help(page: Page, called: str) -> None:
    """On the ending page: this counter may go on helping."""
    page.locator(".st-key-help-called input").fill(called)
    page.locator(".st-key-help-sure label").first.click()
    send(page, "help-called")
    expect(page.locator(".st-key-help-called")).to_have_count(0)
    wait_until_still(page)


def end(page: Page) -> None:
    """Clear everything; back on the worker's own page."""
    go(page, "ending")
    page.locator("[data-wish=end_conversation]").click()
    expect(page.locator(".st-key-begin-talk button")).to_be_visible()
    wait_until_still(page)
