"""A whole conversation at the counter, in two languages at once, ending on paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.browser.apart import serve_apart
from tests.browser.axe import AXE, lasting_faults, wait_until_still
from tests.browser.counter_walking import (
    CODE,
    add_own_step,
    agree,
    arrive,
    begin,
    end,
    go,
    hand_over,
    keep_with_code,
    print_paper,
    say_yes_to_help,
    send,
    sign_in,
    tell_the_move,
)
from tests.browser.walking import say
from tests.paper.conftest import Check, check_ua  # noqa: F401 # the same checker as for all paper

TOLD = "Zij neemt de blauwe map mee."
OWN = "Bellen met tante Roos"
SPOKE_TO = "mevrouw De Wit"


def expect_both(page: Page, language: str, text: str) -> None:
    """A sentence stands there in the citizen's language, and the worker's under it or beside it."""
    heading = page.locator("main h1").first
    expect(heading).to_contain_text(say(language, text))
    beside = heading.locator(".beside")
    expect(beside).to_have_text(say("nl", text))
    expect(beside).to_have_attribute("lang", "nl")
    expect(beside).to_have_attribute("dir", "ltr")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_whole_conversation_in_two_languages_ends_on_paper_that_holds_both(
    page: Page,
    address: str,
    language: str,
    check_ua: Check,  # noqa: F811
    tmp_path: Path,
) -> None:
    page.add_init_script(AXE)
    sign_in(page, address)
    arrive(page)
    begin(page, language)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    expect_both(page, language, "Uw verhaal")
    assert not lasting_faults(page)
    tell_the_move(page)
    expect_both(page, language, "Dit doet u eerst")
    assert not lasting_faults(page)
    step = page.locator("#step-report_move")
    expect(step.locator(".title")).to_contain_text(say(language, "Geef uw nieuwe adres door"))
    expect(step.locator(".title > .beside")).to_have_text("Geef uw nieuwe adres door")
    page.locator("[data-wish=point][data-of=report_move]").click()
    expect(page.locator("#step-report_move.pointed")).to_be_visible()
    agree(page, "report_move", TOLD)
    expect(page.locator("#step-report_move .agreed").filter(has_text=TOLD)).to_have_count(1)
    expect(page.locator(f"#step-report_move .agreed [lang=nl]:text-is('{TOLD}')")).to_have_count(1)
    add_own_step(page, OWN)
    go(page, "goals")
    page.locator("[data-wish=goal][data-of=calm]").click()
    expect(page.locator(".chosen")).to_contain_text(say(language, "Ik wil rust en overzicht."))
    for of in ("start:no", "keep_up:sometimes", "setback:yes"):
        wait_until_still(page)
        page.locator(f"[data-wish=able][data-of='{of}']").click()
        expect(page.locator(f"[data-of='{of}'][aria-pressed=true]")).to_be_visible()
    expect(page.locator(".notice")).to_contain_text(say(language, "U doet het samen met het loket."))
    assert not lasting_faults(page)
    hand_over(page, SPOKE_TO)
    assert not lasting_faults(page)
    go(page, "ending")
    expect_both(page, language, "Klopt dit zo?")
    for said in (TOLD, OWN, SPOKE_TO):
        expect(page.locator(".read-back")).to_contain_text(said)
    assert not lasting_faults(page)

    papers = {sheet: print_paper(page, sheet) for sheet in ("full", "fridge")}
    paths = []
    for sheet, paper in papers.items():
        path = tmp_path / f"{sheet}.pdf"
        path.write_bytes(paper)
        paths.append(path)
    assert all(verdict.passes for verdict in check_ua(paths).values())
    full, fridge = (read(papers[sheet]) for sheet in ("full", "fridge"))
    for wanted in (TOLD, OWN, SPOKE_TO, "000 000 50 00", "Geef uw nieuwe adres door", "10.30"):
        assert wanted in full
    assert PdfReader(BytesIO(papers["full"])).trailer["/Root"]["/Lang"] == language
    assert has_letters_of(language, full) and has_letters_of(language, fridge)
    # What was said in own words may be about debt or illness: not on the fridge. Who and when is.
    assert TOLD not in fridge
    assert "10.30" in fridge and "000 000 50 00" in fridge

    page.locator("[data-wish=face][data-of=bad]").click()
    expect(
        page.get_by_text(
            say(language, "Dank u dat u dit zegt. Wat mist u nog? Zeg het nu. Wij kijken samen.")
        )
    ).to_be_visible()
    wait_until_still(page)
    page.locator("[data-wish=face][data-of=good]").click()
    expect(page.locator(".face.chosen")).to_have_attribute("data-of", "good")
    assert not lasting_faults(page)
    wait_until_still(page)
    page.locator("[data-wish=end_conversation]").click()
    expect(page.locator(".st-key-begin-talk button")).to_be_visible()
    assert TOLD not in page.content()
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def read(paper: bytes) -> str:
    """All words of a PDF, blanks made one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages).split())


def has_letters_of(language: str, text: str) -> bool:
    """Whether the script (or a sentence) of this language is on the paper."""
    return any("\u0600" <= mark <= "\u06ff" for mark in text) if language == "ar" else "November" in text


def test_when_nothing_is_kept_nothing_is_found_afterwards(browser: Browser, tmp_path: Path) -> None:
    with serve_apart(tmp_path) as portal:
        context = browser.new_context(locale="nl-NL")
        context.set_default_timeout(20_000)
        page = context.new_page()
        sign_in(page, portal.address)
        arrive(page)
        before = portal.count_rows()
        begin(page, "ar")
        tell_the_move(page)
        agree(page, "report_move", TOLD)
        add_own_step(page, OWN)
        hand_over(page, SPOKE_TO)
        go(page, "ending")
        assert print_paper(page, "full").startswith(b"%PDF")
        kept = page.evaluate("JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])")
        assert not any(said in kept for said in (TOLD, OWN, SPOKE_TO, "moving_house"))
        page.locator("[data-wish=end_conversation]").click()
        expect(page.locator(".st-key-begin-talk button")).to_be_visible()
        wait_until_still(page)
        assert portal.count_rows() == before
        written = portal.list_texts()
        cookies = repr(context.cookies())
        for trace in (TOLD, OWN, SPOKE_TO, "moving_house", "report_move", "2026-11-20"):
            assert [name for name, text in written.items() if trace.encode() in text] == []
            assert trace not in cookies
        # The database is there to be looked in: who signed in has a session.
        assert (portal.data / "overview.db").stat().st_size > 0
        # The media store of Streamlit holds nothing either: no address of it is open.
        assert page.request.get(f"{portal.address}/media/anything").status == 404
        context.close()


def test_the_privacy_button_empties_the_screen_and_only_the_code_brings_it_back(
    page: Page, address: str
) -> None:
    sign_in(page, address)
    arrive(page)
    begin(page, "ar")
    tell_the_move(page)
    page.locator("#cover-screen").click()
    expect(page.locator(".st-key-uncover-code input")).to_be_visible()
    expect(page.locator("article")).to_have_count(0)
    assert "report_move" not in page.content()
    page.locator(".st-key-uncover-code input").fill("1357")
    page.locator(".stFormSubmitButton button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("article")).to_have_count(0)
    page.locator(".st-key-uncover-code input").fill(CODE)
    page.locator(".stFormSubmitButton button").click()
    expect(page.locator("#step-report_move")).to_be_visible()


def test_five_wrong_codes_end_the_conversation_and_sign_the_worker_out(page: Page, address: str) -> None:
    sign_in(page, address)
    arrive(page)
    begin(page, "en")
    tell_the_move(page)
    page.locator("#cover-screen").click()
    for _ in range(5):
        expect(page.locator(".st-key-uncover-code input")).to_be_visible()
        wait_until_still(page)
        page.locator(".st-key-uncover-code input").fill("1357")
        page.locator(".stFormSubmitButton button").click()
    expect(page.locator(".st-key-uncover-code")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.goto(f"{address}/worker")
    expect(page.locator("main")).to_contain_text("Voor medewerkers van het loket")


def test_a_screen_left_alone_is_covered_after_two_minutes_and_ended_after_fifteen(
    page: Page, address: str
) -> None:
    sign_in(page, address)
    page.clock.install()
    page.goto(f"{address}/worker")
    page.clock.resume()
    arrive(page)
    begin(page, "en")
    tell_the_move(page)
    # The clock runs on by itself meanwhile, on a busy machine for many seconds.
    page.clock.fast_forward(60_000)
    expect(page.locator("#step-report_move")).to_be_visible()
    page.clock.fast_forward(60_000)
    expect(page.locator(".st-key-uncover-code input")).to_be_visible()
    expect(page.locator("article")).to_have_count(0)
    page.clock.fast_forward(13 * 60_000)
    expect(page.locator(".st-key-uncover-code")).to_have_count(0)
    assert "report_move" not in page.content()
    page.goto(f"{address}/worker")
    expect(page.locator("main")).to_contain_text("Voor medewerkers van het loket")


def test_after_a_reload_the_code_brings_the_conversation_back(page: Page, address: str) -> None:
    sign_in(page, address)
    arrive(page)
    begin(page, "ar")
    tell_the_move(page)
    agree(page, "report_move", TOLD)
    page.goto(f"{address}/worker")
    expect(page.locator(".st-key-resume-code input")).to_be_visible()
    assert TOLD not in page.content()
    page.locator(".st-key-resume-code input").fill(CODE)
    page.locator(".stFormSubmitButton button").click()
    go(page, "overview")
    expect(page.locator("#step-report_move .agreed").filter(has_text=TOLD)).to_have_count(1)


@pytest.mark.parametrize(
    # Not "goals": without a worker that is the citizen's own page at home.
    "place",
    ["conversation", "story", "agree", "handover", "ending", "own_step"],
)
def test_without_a_worker_no_page_of_the_counter_opens(page: Page, address: str, place: str) -> None:
    page.goto(f"{address}/{place}")
    expect(page.locator("main")).to_contain_text("Voor medewerkers van het loket")


def test_what_is_kept_with_a_code_is_sealed_and_opens_again_with_a_purpose(
    browser: Browser, tmp_path: Path
) -> None:
    with serve_apart(tmp_path) as portal:
        context = browser.new_context(locale="nl-NL")
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.add_init_script(AXE)
        sign_in(page, portal.address)
        arrive(page)
        begin(page, "en", "Bewaren met een code op papier")
        tell_the_move(page)
        agree(page, "report_move", TOLD)
        hand_over(page, SPOKE_TO)
        go(page, "ending")
        code = keep_with_code(page, "zonnebloem")
        assert code in read(print_paper(page, "full")).replace(" ", "")
        say_yes_to_help(page, "mevrouw Roos")
        end(page)
        expect(page.locator("main")).to_contain_text("mevrouw Roos")
        expect(page.locator("main")).to_contain_text(f"U sprak met {SPOKE_TO}")
        expect(page.locator("main")).to_contain_text("woensdag 25 november")
        assert not lasting_faults(page)
        written = b"".join(portal.list_texts().values())
        for secret in (TOLD, SPOKE_TO, "mevrouw Roos", "zonnebloem", code):
            assert secret.encode() not in written

        # With a purpose it opens again, with what was agreed.
        wait_until_still(page)
        person = page.locator(".st-key-opening-person input")
        person.click()
        person.fill("Roos")
        page.get_by_role("option").first.click()
        send(page, "opening-purpose")
        expect(page.get_by_role("alert")).to_be_visible()
        page.locator(".st-key-opening-purpose input").fill("Bellen met UWV")
        send(page, "opening-purpose")
        expect(page.locator("#step-report_move .agreed").filter(has_text=TOLD)).to_have_count(1)
        end(page)

        context.close()
