"""Signs of Streamlit's own widgets come from a small font: each one used has its drawing there."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.axe import AXE, lasting_faults
from tests.browser.counter_walking import sign_in


def test_the_field_for_the_code_of_the_screen_shows_its_sign_as_a_drawing(page: Page, address: str) -> None:
    page.add_init_script(AXE)
    sign_in(page, address)
    page.locator(".st-key-arrival-code [data-testid=stIconMaterial]").wait_for()
    assert lasting_faults(page) == []
