"""Signing in at a provider nobody here wrote, in a real browser: in, up, out, and no way back in."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import AXE, lasting_faults, wait_until_still
from tests.browser.other_provider import Connected, connect
from tests.browser.walking import say, tell_the_move

SESSION = "__Host-session"
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def connected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connected]:
    with connect(tmp_path_factory.mktemp("sign-in")) as running:
        yield running


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connected]:
    """A portal where a session ends after a quarter of a minute without a click."""
    with connect(tmp_path_factory.mktemp("hurried"), idle_seconds=16) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="nl-NL")
    opened.set_default_timeout(30_000)
    opened.add_init_script(AXE)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def choose(page: Page, account: str, level: str) -> None:
    expect(page.get_by_role("heading", name="Other provider")).to_be_visible()
    page.locator("select").select_option(level)
    page.locator(f"button[value='{account}']").click()


def sign_in(page: Page, connected: Connected, level: str = "substantial", account: str = "gerard") -> None:
    page.goto(connected.path())
    choose(page, account, level)
    expect_signed_in(page, "Gerard de Bruin" if account == "gerard" else "")


def expect_signed_in(page: Page, name: str) -> None:
    expect(page.locator(".who-line")).to_contain_text(name)
    wait_until_still(page)


def read_cookie(context: BrowserContext) -> dict[str, object]:
    found = [dict(one) for one in context.cookies() if one["name"] == SESSION]
    assert len(found) == 1
    return found[0]


def ask_clock(connected: Connected, cookie: str) -> dict[str, object]:
    """What the portal says of a session to who sends this cookie, and nothing else."""
    answer = httpx.get(f"{connected.portal}/session", headers={"Cookie": f"{SESSION}={cookie}"})
    return dict(answer.json())


def test_a_citizen_signs_in_comes_back_to_their_page_and_keeps_their_answers(
    page: Page, context: BrowserContext, connected: Connected
) -> None:
    tell_the_move(page, "nl", connected.portal)
    page.locator(".who a").click()
    page.get_by_role("link", name="Andere inlogdienst").click()
    choose(page, "gerard", "low")
    expect_signed_in(page, "Gerard de Bruin")
    assert page.url.rstrip("/") == f"{connected.portal}/overview"
    expect(page.get_by_role("heading", level=1)).to_have_text(say("nl", "Dit doet u eerst"))
    cookie = read_cookie(context)
    assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (
        True,
        True,
        "Lax",
        "/",
    )
    # Until the browser closes, and never longer than the server says.
    assert cookie["expires"] == -1
    assert not [one for one in context.cookies() if one["name"].startswith("__Host-sign-in")]


def test_too_low_a_level_is_refused_and_the_way_up_is_accepted(page: Page, connected: Connected) -> None:
    page.goto(connected.path(level="high", to="/agencies"))
    choose(page, "gerard", "substantial")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("nl", "Log in op een hoger niveau"))
    assert page.request.get(f"{connected.portal}/session").json().get("citizens") is None
    page.get_by_role("link", name=say("nl", "Opnieuw inloggen")).click()
    choose(page, "gerard", "high")
    expect_signed_in(page, "Gerard de Bruin")


def test_a_step_up_gives_a_new_cookie_and_the_old_one_is_dead(
    page: Page, context: BrowserContext, connected: Connected
) -> None:
    sign_in(page, connected, "low")
    before = str(read_cookie(context)["value"])
    page.goto(connected.path(level="high"))
    choose(page, "gerard", "high")
    expect_signed_in(page, "Gerard de Bruin")
    after = str(read_cookie(context)["value"])
    assert before != after
    assert "citizens" not in ask_clock(connected, before)
    assert "citizens" in ask_clock(connected, after)


def test_signing_out_ends_it_here_at_the_provider_and_for_the_old_cookie(
    page: Page, context: BrowserContext, connected: Connected
) -> None:
    sign_in(page, connected)
    old = read_cookie(context)
    page.get_by_role("button", name=say("nl", "Uitloggen")).click()
    # The provider asks for itself whether the person wants to sign out there as well.
    page.get_by_role("button", name="Yes, sign me out").click()
    page.wait_for_url(f"{connected.portal}/signed-out**")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("nl", "U bent uitgelogd"))
    assert not [one for one in context.cookies() if one["name"] == SESSION]
    address = connected.portal.replace("http:", "https:")
    context.add_cookies([{"name": SESSION, "value": str(old["value"]), "url": address, "secure": True}])
    assert [one for one in context.cookies() if one["name"] == SESSION]
    page.goto(f"{connected.portal}/?lang=nl")
    wait_until_still(page)
    expect(page.locator(".who a")).to_be_visible()
    expect(page.locator(".who-line")).to_have_count(0)


def test_signed_out_in_one_tab_is_signed_out_in_the_other_at_its_next_click(
    page: Page, context: BrowserContext, connected: Connected
) -> None:
    sign_in(page, connected)
    other = context.new_page()
    # Without an answer for the script that watches: only what the server knows counts.
    other.route("**/session", lambda route: route.abort())
    tell_the_move(other, "nl", connected.portal)
    expect_signed_in(other, "Gerard de Bruin")
    expect(other.locator("[data-of^='done:']").first).to_be_visible()
    page.get_by_role("button", name=say("nl", "Uitloggen")).click()
    page.get_by_role("button", name="Yes, sign me out").wait_for()
    # On a slow machine the tab may have looked by itself already: then there is nothing left to press.
    other.evaluate("""() => document.querySelector("[data-of^='done:']")?.click()""")
    expect(other.get_by_text(say("nl", "U bent uitgelogd")).first).to_be_visible()
    expect(other.locator("article[id^=step-]")).to_have_count(0)


def test_a_sign_out_at_the_provider_itself_ends_the_session_here(page: Page, connected: Connected) -> None:
    sign_in(page, connected)
    page.goto(f"{connected.provider}/session/end")
    page.get_by_role("button", name="Yes, sign me out").click()
    page.get_by_text("Sign-out Success").wait_for()
    assert "citizens" not in page.request.get(f"{connected.portal}/session").json()


def test_stopping_halfway_is_told_without_blame(page: Page, connected: Connected) -> None:
    page.goto(connected.path(to="/agencies"))
    choose(page, "", "low")
    expect(page.get_by_role("heading", level=1)).to_have_text(say("nl", "U bent niet ingelogd"))
    expect(page.get_by_role("link", name=say("nl", "Terug zonder inloggen"))).to_have_attribute(
        "href", "/agencies"
    )


def test_a_way_back_used_twice_does_not_sign_in_twice(page: Page, connected: Connected) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url) if "/callback?" in request.url else None)
    sign_in(page, connected)
    page.context.clear_cookies()
    answer = page.request.get(seen[0])
    assert answer.status == 400
    assert say("nl", "Log opnieuw in") in answer.text()


def test_the_idle_end_is_announced_can_be_put_off_and_clears_the_screen(
    page: Page, hurried: Connected
) -> None:
    tell_the_move(page, "nl", hurried.portal)
    page.goto(hurried.path(to="/overview"))
    choose(page, "gerard", "low")
    expect_signed_in(page, "Gerard de Bruin")
    warning = page.get_by_role("dialog", name=say("nl", "Bent u er nog?"))
    expect(warning).to_be_visible(timeout=30_000)
    assert lasting_faults(page) == []
    # The focus is on the way to stay: one key is enough.
    page.keyboard.press("Enter")
    expect(warning).to_be_hidden()
    expect(page.locator(".who-line")).to_be_visible()
    page.wait_for_url("**/signed-out**", timeout=60_000)
    told = "U deed een tijd niets. Daarom hebben wij u uitgelogd. Zo kan niemand anders uw gegevens zien."
    expect(page.get_by_text(say("nl", told))).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('mijn-overzicht')") is None
    page.goto(f"{hurried.portal}/overview?lang=nl")
    expect(page.locator(".who a")).to_be_visible()
    expect(page.locator("article[id^=step-]")).to_have_count(0)


def test_no_number_name_code_or_token_stands_in_the_log(page: Page, connected: Connected) -> None:
    sign_in(page, connected)
    said = connected.log.read_text("utf-8", "replace")
    for secret in ("999993653", "Gerard", "de Bruin", "code=", "state=", "id_token", "logout_token="):
        assert secret not in said
