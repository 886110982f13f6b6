"""Walking through the portal the way a citizen does: by what stands on the screen."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from overview.wiring import get_portal
from tests.browser.axe import wait_until_still


def say(language: str, text: str, **values: str) -> str:
    """The words on the screen in this language."""
    return get_portal().words(language).say(text, **values).plain


def press(page: Page, language: str, text: str) -> None:
    """Press the button with these words, once nothing of the page before is left under the finger."""
    wait_until_still(page)
    page.get_by_role("button", name=say(language, text), exact=True).first.click()


def tell_the_move(page: Page, language: str, address: str) -> None:
    """From the start page to the overview: moved on 20 November, then the first answer each time."""
    page.goto(f"{address}/?lang={language}")
    event = get_portal().catalogue.life_events["moving_house"]
    press(page, language, event.title)
    expect(page.get_by_role("heading", level=1)).to_have_text(say(language, event.on_text))
    for name, typed in (("Dag", "20"), ("Maand", "11"), ("Jaar", "2026")):
        page.get_by_label(say(language, name), exact=True).fill(typed)
    press(page, language, "Verder")
    for question in event.questions:
        expect(page.get_by_role("heading", level=1)).to_have_text(say(language, question.text))
        if question.kind == "date":
            press(page, language, "Weet ik niet")
        else:
            press(page, language, question.choices[0].text)
    expect_overview(page, language)


def have_moved(page: Page, language: str, address: str) -> None:
    """The same overview at once: the tab has kept what `tell_the_move` tells, as after a reload."""
    page.goto(f"{address}/healthz")
    page.evaluate("kept => sessionStorage.setItem('mijn-overzicht', kept)", keep_the_move())
    page.goto(f"{address}/overview?lang={language}")
    expect_overview(page, language)


def keep_the_move() -> str:
    """What the tab keeps of `tell_the_move`."""
    event = get_portal().catalogue.life_events["moving_house"]
    answers = {q.id: "unknown" if q.kind == "date" else q.choices[0].id for q in event.questions}
    household = {q.id: answers[q.id] for q in event.questions if q.about == "household"}
    own = {q.id: answers[q.id] for q in event.questions if q.about == "event"}
    told = {"life_events": [{"id": event.id, "on": "2026-11-20", "answers": own}], "answers": household}
    return json.dumps({"situation": json.dumps(told), "asked": []})


def expect_overview(page: Page, language: str) -> None:
    """The overview is on the screen, in this language and direction."""
    expect(page.get_by_role("heading", level=1)).to_have_text(say(language, "Dit doet u eerst"))
    # The heading comes first; the steps are there when the script has run to its end.
    expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
    expect(page.locator("form.paper")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")


def list_step_ids(page: Page) -> list[str]:
    """The steps on the screen, in order."""
    ids = page.locator("article[id^=step-]").evaluate_all("found => found.map(one => one.id)")
    return [str(one).removeprefix("step-") for one in ids]
