"""Whatever a provider, or somebody in its place, sends: nobody is signed in who should not be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from overview.domain.identity import Assurance
from overview.domain.sign_in import Audience, Reason, Refusal
from overview.services.sign_in import Arrival, Departure
from tests.sign_in.builders import (
    FOREIGN_KEY,
    ISSUER,
    NOW,
    Portal,
    Provider,
    sign,
    sign_with_nothing,
    sign_with_public_key,
)

MOMENT = int(NOW.timestamp())


def test_an_honest_provider_signs_somebody_in_with_pkce_state_and_nonce_of_enough_length() -> None:
    portal = Portal(Provider())
    arrived = portal.sign_in()
    assert isinstance(arrived, Arrival)
    assert arrived.to == "/overview"
    found = portal.sessions.find(arrived.cookie, Audience.CITIZENS, NOW)
    assert found is not None
    assert (found.name, found.level) == ("Gerard de Bruin", Assurance.SUBSTANTIAL)
    asked = portal.provider.asked
    assert asked["code_challenge_method"] == "S256"
    # 43 letters of base64url are 256 bits.
    assert len(asked["state"]) >= 43 and len(asked["nonce"]) >= 43
    assert portal.has_kept_its_word()


def put(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda found: found.update(values)


def without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda found: found.pop(name)  # type: ignore[return-value]


HOSTILE = {
    "state": Provider(answer=put(state="another")),
    "no state": Provider(answer=without("state")),
    "answer-iss": Provider(answer=put(iss="https://evil.example")),
    "answer-no-iss": Provider(answer=without("iss")),
    "answer-no-code": Provider(answer=without("code")),
    "id-token-nonce": Provider(claims=put(nonce="another")),
    "no nonce": Provider(claims=without("nonce")),
    "id-token-iss": Provider(claims=put(iss="https://evil.example")),
    "id-token-aud": Provider(claims=put(aud="another")),
    "two audiences, no azp": Provider(claims=put(aud=["portal", "another"])),
    "id-token-azp": Provider(claims=put(aud=["portal", "another"], azp="another")),
    "id-token-expired": Provider(claims=put(exp=MOMENT - 61)),
    "no expiry": Provider(claims=without("exp")),
    "id-token-iat": Provider(claims=put(iat=MOMENT - 661)),
    "from the future": Provider(claims=put(iat=MOMENT + 3600)),
    "id-token-auth_time": Provider(claims=put(auth_time=MOMENT - 661)),
    "no auth_time": Provider(claims=without("auth_time")),
    "no subject": Provider(claims=without("sub")),
    "token-signature": Provider(sign=lambda claims: sign(claims, FOREIGN_KEY)),
    "alg none": Provider(sign=sign_with_nothing),
    "token-algorithm": Provider(sign=sign_with_public_key),
    "no token at all": Provider(sign=lambda _: "nonsense"),
    "encrypted for another": Provider(sign=lambda _: "a.b.c.d.e"),
    "userinfo-sub": Provider(userinfo=put(sub="another")),
    "metadata-issuer": Provider(metadata=put(issuer="https://evil.example")),
    "metadata-no-s256": Provider(metadata=put(code_challenge_methods_supported=["plain"])),
    "pkce not named": Provider(metadata=without("code_challenge_methods_supported")),
    "metadata-token_endpoint": Provider(metadata=put(token_endpoint="http://login.example/token")),
    "metadata-signatures": Provider(metadata=put(id_token_signing_alg_values_supported=["HS256", "none"])),
}


@pytest.mark.parametrize("fault", HOSTILE, ids=str)
def test_nobody_is_signed_in_when_anything_is_wrong(fault: str) -> None:
    portal = Portal(HOSTILE[fault])
    refused = portal.sign_in()
    assert isinstance(refused, Refusal)
    assert refused.reason in (Reason.NOT_SURE, Reason.TOO_LATE)
    assert portal.store.rows == {}
    if "-" in fault:
        # The operator's log names the fault, and holds nothing that was received.
        assert refused.fault == fault


def test_a_provider_that_is_away_is_said_to_be_away() -> None:
    refused = Portal(Provider(is_down=True)).begin()
    assert isinstance(refused, Refusal) and refused.reason is Reason.UNREACHABLE


def test_a_code_that_was_used_or_is_too_old_is_said_to_be_that_and_not_that_the_provider_is_away() -> None:
    portal = Portal(Provider(token_error=(400, "invalid_grant")))
    refused = portal.sign_in()
    assert isinstance(refused, Refusal)
    assert (refused.reason, refused.fault) == (Reason.SPENT, "token-spent")
    assert portal.store.rows == {}


@pytest.mark.parametrize("answer", [(400, "invalid_client"), (401, "invalid_grant"), (503, "busy")])
def test_what_else_a_provider_refuses_is_no_fault_of_the_person(answer: tuple[int, str]) -> None:
    refused = Portal(Provider(token_error=answer)).sign_in()
    assert isinstance(refused, Refusal) and refused.reason is Reason.UNREACHABLE


def test_a_person_who_stops_is_not_blamed() -> None:
    refused = Portal(Provider(answer=lambda sent: sent.update(error="access_denied"))).sign_in()
    assert isinstance(refused, Refusal) and refused.reason is Reason.CANCELLED


@pytest.mark.parametrize(
    ("reached", "wanted", "is_in"),
    [
        ("low", Assurance.NONE, False),
        ("substantial", Assurance.NONE, True),
        ("substantial", Assurance.HIGH, False),
        ("high", Assurance.HIGH, True),
        ("made-up", Assurance.NONE, False),
    ],
)
def test_the_level_must_be_what_the_page_and_the_operator_ask(
    reached: str, wanted: Assurance, is_in: bool
) -> None:
    found = Portal(Provider(level=reached)).sign_in(wanted)
    assert isinstance(found, Arrival) == is_in
    if isinstance(found, Refusal):
        assert found.reason is Reason.TOO_LOW
        assert found.wanted >= Assurance.SUBSTANTIAL


def test_an_attempt_counts_once_and_for_ten_minutes() -> None:
    portal = Portal(Provider())
    begun = portal.begin()
    assert isinstance(portal.finish(begun), Arrival)
    again = portal.finish(begun)
    assert isinstance(again, Refusal) and again.fault == "state-used"
    late = portal.finish(portal.begin(), NOW + timedelta(minutes=10))
    assert isinstance(late, Refusal) and late.reason is Reason.TOO_LATE


def test_a_ticket_that_was_changed_or_made_elsewhere_is_no_ticket() -> None:
    portal = Portal(Provider())
    begun = portal.begin()
    assert isinstance(begun, Departure)
    answer = {"code": "c", "state": portal.provider.asked["state"], "iss": ISSUER}
    for ticket in ("", "AAAA", begun.ticket[:-4] + "AAAA"):
        refused = portal.service.finish("other", ticket, answer, None, NOW)
        assert isinstance(refused, Refusal) and refused.reason is Reason.TOO_LATE


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/%2f/evil.example",
        "/a//evil",
        "/../x",
        "",
        "overview",
        "/" + "a" * 300,
    ],
)
def test_the_way_back_leads_to_this_portal_only(to: str) -> None:
    portal = Portal(Provider())
    arrived = portal.finish(portal.begin(to=to))
    assert isinstance(arrived, Arrival)
    assert arrived.to == "/"


@pytest.mark.parametrize("bsn", ["", "123", "999993654", "999993653x"])
def test_no_number_or_a_wrong_number_opens_nothing(bsn: str) -> None:
    provider = Provider(bsn=bsn) if bsn else Provider(userinfo=lambda found: found.pop("bsn"))
    refused = Portal(provider).sign_in()
    assert isinstance(refused, Refusal) and refused.reason is Reason.NO_ACCESS


def test_a_worker_needs_a_role_and_gets_no_citizen_session() -> None:
    own = {"roles": {"loket": "worker"}}
    refused = Portal(Provider(), Audience.WORKERS, own).sign_in()
    assert isinstance(refused, Refusal) and refused.reason is Reason.NO_ACCESS
    portal = Portal(Provider(userinfo=put(roles=["loket"])), Audience.WORKERS, own)
    arrived = portal.sign_in()
    assert isinstance(arrived, Arrival) and arrived.audience is Audience.WORKERS
    assert portal.sessions.find(arrived.cookie, Audience.CITIZENS, NOW) is None
    found = portal.sessions.find(arrived.cookie, Audience.WORKERS, NOW)
    assert found is not None and found.person == ""


REPRESENTED = {
    "represented_bsn": (("represents", "sub"),),
    "represented_kind": (("represents", "sub_id_type"),),
    "represented_kind_is": "urn:nl-eid-gdi:1.0:id:BSN",
}


def test_who_acts_for_another_always_sees_for_whom() -> None:
    other = {"sub": "999990408", "sub_id_type": "urn:nl-eid-gdi:1.0:id:BSN"}
    portal = Portal(Provider(claims=put(represents=other)), own=REPRESENTED)
    arrived = portal.sign_in()
    assert isinstance(arrived, Arrival)
    found = portal.sessions.find(arrived.cookie, Audience.CITIZENS, NOW)
    assert found is not None
    # Without a name at most two digits of the number are shown.
    assert (found.name, found.acts_for) == ("Gerard de Bruin", "*******08")
    record = portal.sessions.find_record(arrived.cookie, Audience.CITIZENS, NOW)
    assert record is not None and record.bsn == "999990408"


def test_who_acts_for_a_company_is_not_taken_for_a_citizen() -> None:
    other = {"sub": "999990408", "sub_id_type": "urn:nl-eid-gdi:1.0:id:RSIN"}
    refused = Portal(Provider(claims=put(represents=other)), own=REPRESENTED).sign_in()
    assert isinstance(refused, Refusal) and refused.fault == "claim-represents"


def test_signicat_numbers_of_another_sector_are_refused() -> None:
    own = {"bsn": (("nin",),), "bsn_prefix": "s00000000:"}
    right = Portal(Provider(userinfo=put(nin="s00000000:999993653")), own=own).sign_in()
    assert isinstance(right, Arrival)
    wrong = Portal(Provider(userinfo=put(nin="s00000001:999993653")), own=own).sign_in()
    assert isinstance(wrong, Refusal) and wrong.reason is Reason.NO_ACCESS
