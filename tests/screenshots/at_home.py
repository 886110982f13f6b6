"""A citizen at home who signs in nowhere: start, questions, overview, letters, and the light pages."""

from __future__ import annotations

from tests.browser.walking import press, tell_the_move
from tests.screenshots.album import Album

_PAGES = ("letters", "sign", "help_around", "glossary", "agencies", "questions", "danger", "accessibility")
_SEND = """([action, told]) => {
    const form = Object.assign(document.createElement('form'), {method: 'post', action});
    const field = document.createElement('input');
    Object.assign(field, {name: 'situation', value: told});
    form.append(field); document.body.append(form); form.submit();
}"""


def shoot_at_home(album: Album) -> None:
    """From the start page to the overview, and every page beside it."""
    page, language, address = album.page, album.language, album.address
    page.goto(f"{address}/?lang={language}")
    page.locator(".st-key-lost button").wait_for()
    album.shoot("start")
    page.locator(".urgent summary").click()
    page.locator(".st-key-lost button").click()
    album.shoot("start-unfolded")
    page.locator(".st-key-event-moving_house button").click()
    page.locator(".stFormSubmitButton button").click()
    page.locator(".mistake").wait_for()
    album.shoot("day-mistake")
    press(page, language, "Weet ik niet")
    page.locator(".st-key-enough").wait_for()
    album.shoot("question")
    press(page, language, "Genoeg, laat mijn stappen zien")
    page.locator(".step").first.wait_for()
    album.shoot("overview-little-known")
    page.locator("[data-wish=clear]").click()
    page.locator(".st-key-lost button").wait_for()
    tell_the_move(page, language, address)
    album.shoot("overview")
    album.unfold()
    album.shoot("overview-unfolded")
    page.locator("[data-of='done:report_move']").click()
    page.locator(".undo").wait_for()
    album.shoot("overview-done")
    for name in _PAGES:
        page.goto(f"{address}/{name}?lang={language}")
        page.locator("h1").wait_for()
        album.shoot(name)
    _shoot_light(album)


def _shoot_light(album: Album) -> None:
    page, language, address = album.page, album.language, album.address
    kept = page.evaluate("JSON.parse(sessionStorage.getItem('mijn-overzicht')).situation")
    for name in ("overview", "agencies", "question"):
        page.goto(f"{address}/light?lang={language}")
        if name == "overview":
            album.shoot("light-start")
        page.evaluate(_SEND, [f"/light/{name}?question=0.on", kept])
        page.wait_for_load_state()
        album.shoot(f"light-{name}")
