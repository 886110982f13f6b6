"""The demo provider is a real one: it keeps to the protocol, and it is not there in production."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.applications import Starlette
from starlette.middleware import Middleware

from overview.domain.sign_in import Reason, Refusal
from overview.web.demo_provider.people import load_people
from overview.web.doors import Doors
from overview.web.headers import SecurityHeaders
from overview.web.routes import ROUTES
from overview.web.sign_in.refusals import show_refusal
from overview.wiring import get_portal
from overview.wiring_accounts import Accounts

HOST = "https://localhost:8501"
OWN = {"origin": HOST, "sec-fetch-site": "same-origin"}


class Visit:
    """A browser without scripts that keeps its cookies and follows nothing by itself."""

    def __init__(self, thread: BlockingPortal) -> None:
        app = Starlette(routes=ROUTES, middleware=[Middleware(SecurityHeaders), Middleware(Doors)])
        self._thread = thread
        self._transport = httpx.ASGITransport(app)
        self.cookies = httpx.Cookies()

    def ask(self, method: str, url: str, **how: object) -> httpx.Response:
        """One request."""
        return self._thread.call(self._ask, method, url, how)

    async def _ask(self, method: str, url: str, how: dict[str, object]) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=self._transport, base_url=HOST, cookies=self.cookies
        ) as client:
            answer = await client.request(method, url, **how)  # type: ignore[arg-type]
            self.cookies = client.cookies
            return answer

    def get(self, url: str) -> httpx.Response:
        """GET."""
        return self.ask("GET", url)

    def send(self, url: str, headers: dict[str, str] = OWN, **form: str) -> httpx.Response:
        """POST a form of our own."""
        return self.ask("POST", url, data=form, headers=headers)

    def sign_in(self, person: str = "gerard", level: str = "low", ask: str = "") -> httpx.Response:
        """All the way, up to the callback's answer."""
        door = "demo-work" if person in ("joost", "ilse", "noor", "esther") else "demo"
        choice = self.get(f"/sign-in/{door}?to=/overview{ask}").headers["location"]
        back = self.send(choice, person=person, level=level)
        return self.get(back.headers["location"])


@pytest.fixture
def visit() -> Iterator[Visit]:
    with start_blocking_portal() as thread:
        yield Visit(thread)


def test_every_invented_person_can_sign_in_and_signs_out_again(visit: Visit) -> None:
    for audience, people in load_people().items():
        for person in people:
            arrived = visit.sign_in(person)
            assert (arrived.status_code, arrived.headers["location"]) == (303, "/overview")
            assert audience.value in visit.get("/session").json()
            visit.send("/sign-out", who="work" if audience.value == "workers" else "citizen")
            assert audience.value not in visit.get("/session").json()


def test_the_mother_sees_for_whom_she_acts_on_every_page(visit: Visit) -> None:
    visit.sign_in("fatima-for-daan")
    for page in ("/light", "/light/danger", "/light/accessibility"):
        assert "Fatima Bakker" in visit.get(page).text
        assert "Daan Bakker" in visit.get(page).text


def test_a_worker_and_a_citizen_are_signed_in_side_by_side_and_apart(visit: Visit) -> None:
    visit.sign_in("joost")
    visit.sign_in("maria")
    assert {"citizens", "workers"} <= set(visit.get("/session").json())
    visit.send("/sign-out", who="citizen")
    told = visit.get("/session").json()
    assert "workers" in told and "citizens" not in told


def test_the_level_that_was_chosen_counts(visit: Visit) -> None:
    refused = visit.sign_in(level="substantial", ask="&level=high")
    assert refused.status_code == 403
    assert "Log in op een hoger niveau" in refused.text
    assert visit.sign_in(level="high", ask="&level=high").status_code == 303


def test_stopping_leads_back_without_a_session(visit: Visit) -> None:
    refused = visit.sign_in(person="")
    assert refused.status_code == 400 and "U bent niet ingelogd" in refused.text
    assert "citizens" not in visit.get("/session").json()


def test_no_cookie_and_no_address_says_who_somebody_is(visit: Visit) -> None:
    choice = visit.get("/sign-in/demo?to=/overview")
    back = visit.send(choice.headers["location"], person="gerard", level="low")
    arrived = visit.get(back.headers["location"])
    said = [choice.headers["location"], back.headers["location"], arrived.headers["location"]]
    said += [part for answer in (choice, back, arrived) for part in answer.headers.get_list("set-cookie")]
    for part in said:
        assert "999993653" not in part and "Gerard" not in part
    for cookie in arrived.headers.get_list("set-cookie"):
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= {one.strip() for one in cookie.split(";")}


def test_signing_out_tells_the_browser_to_forget_and_another_site_cannot_do_it(visit: Visit) -> None:
    visit.sign_in()
    foreign = visit.send("/sign-out", {"origin": "https://evil.example", "sec-fetch-site": "cross-site"})
    assert foreign.status_code == 403
    assert "citizens" in visit.get("/session").json()
    own = visit.send("/sign-out")
    assert own.headers["clear-site-data"] == '"cache", "storage"'
    assert "no-store" in own.headers["cache-control"]
    assert "id_token_hint" not in own.headers["refresh"]


def test_staying_is_asked_by_our_own_page_only(visit: Visit) -> None:
    visit.sign_in()
    assert visit.send("/stay-signed-in", headers={"origin": "https://evil.example"}).status_code == 403
    assert visit.send("/stay-signed-in").json()["citizens"]["seconds"] >= 898


def change(address: str, **changed: str) -> str:
    """The same address with other parameters; an empty one goes."""
    parts = urlsplit(address)
    fields = {name: values[0] for name, values in parse_qs(parts.query).items()} | changed
    return str(
        httpx.URL(f"{parts.scheme}://{parts.netloc}{parts.path}").copy_merge_params(
            {name: value for name, value in fields.items() if value}
        )
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge": "", "code_challenge_method": ""},
        {"code_challenge_method": "plain"},
        {"nonce": ""},
        {"redirect_uri": "https://evil.example/sign-in/demo/callback"},
        {"client_id": "another"},
        {"response_type": "token"},
    ],
    ids=str,
)
def test_the_demo_provider_refuses_what_the_protocol_forbids(visit: Visit, changed: dict[str, str]) -> None:
    choice = visit.get("/sign-in/demo?to=/overview").headers["location"]
    answer = visit.get(change(choice, **changed))
    assert 'value="gerard"' not in answer.text
    assert not answer.headers.get("location", "").startswith("https://evil.example")


def test_a_code_is_worth_nothing_without_the_secret_and_the_verifier(visit: Visit) -> None:
    choice = visit.get("/sign-in/demo?to=/overview").headers["location"]
    back = visit.send(choice, person="gerard", level="low").headers["location"]
    code = parse_qs(urlsplit(back).query)["code"][0]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": f"{HOST}/sign-in/demo/callback"}
    assert visit.send("/demo-provider/citizens/token", **form).status_code == 401
    line = get_portal().accounts.demo_line
    assert line is not None
    answer = visit.ask(
        "POST", "/demo-provider/citizens/token", data=form, auth=("mijn-overzicht", line.secret)
    )
    assert answer.status_code == 400
    # And after a try that failed the code is gone, also for who has the verifier.
    refused = visit.get(back)
    assert refused.status_code == 400
    assert "Deze poging telt niet meer" in refused.text
    assert "citizens" not in visit.get("/session").json()


def test_who_comes_in_goes_out_or_is_refused_stands_in_the_log_without_a_name(
    visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="overview")
    visit.sign_in("gerard")
    visit.send("/sign-out", who="citizen")
    visit.get("/sign-in/demo/callback?code=c&state=never")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("overview.")]
    assert [line.partition(":")[0] for line in lines] == ["signed in", "signed out", "sign-in refused"]
    assert "provider=demo" in lines[0] and "reason=too_late" in lines[2]
    assert not [line for line in lines if "erard" in line or "99999" in line or "never" in line]


def test_userinfo_asks_for_a_token(visit: Visit) -> None:
    assert visit.get("/demo-provider/citizens/userinfo").status_code == 401


def test_in_production_there_is_no_demo_provider(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = replace(get_portal().accounts, demo_line=None)
    monkeypatch.setattr("overview.wiring_accounts.get_accounts", lambda: accounts)
    assert isinstance(get_portal().accounts, Accounts)
    for path in (".well-known/openid-configuration", "keys", "authorize", "userinfo", "end-session"):
        assert visit.get(f"/demo-provider/citizens/{path}").status_code == 404
    assert visit.send("/demo-provider/citizens/token").status_code == 404


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_refusal_is_told_in_the_language_of_the_person_with_a_way_on(language: str) -> None:
    seen = set()
    for reason in Reason:
        page = show_refusal(language, Refusal(reason, "internal-code"), "demo").body
        text = unescape(bytes(page).decode())
        assert f'lang="{language}"' in text
        heading = re.search(r"<h1>(.*?)</h1>", text)
        assert heading is not None
        seen.add(heading[1])
        assert "/sign-in/demo?" in text
        assert "internal-code" not in text
    assert len(seen) == len(Reason)
