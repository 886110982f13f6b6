"""Whatever JSON a register sends, the adapter raises nothing but its own error, and shows nothing of it."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overview.adapters.zgw.details import ZgwDetails
from overview.adapters.zgw.errors import RegisterError
from overview.adapters.zgw.source import ZgwSource
from overview.domain.cases import PROBLEMS
from tests.registers.builders import ANNA, NOW, RULES, describe

BASE = "https://register.example/"
UUID = "8f2b1c9e-5a0b-4f0e-9a38-2f7f6f0c1d11"
NAMES = (
    *(
        "count",
        "next",
        "results",
        "url",
        "_expand",
        "status",
        "resultaat",
        "rollen",
        "zaaktype",
        "startdatum",
    ),
    *("einddatum", "opschorting", "indicatie", "verlenging", "duur", "betrokkeneIdentificatie", "inpBsn"),
    *("omschrijvingGeneriek", "vertrouwelijkheidaanduiding", "statustype", "identificatie", "omschrijving"),
    *(
        "indicatieInternOfExtern",
        "besluittypen",
        "volgnummer",
        "isEindstatus",
        "statustekst",
        "informatieobject",
    ),
    *("datumStatusGezet", "uiterlijkeEinddatumAfdoening", "hoofdzaak", "resultaattype", "titel", "inhoud"),
)
ZAAK, ZAAKTYPE = f"{BASE}zaken/api/v1/zaken/{UUID}", f"{BASE}catalogi/api/v1/zaaktypen/{UUID}"
VALUES: tuple[Any, ...] = (
    *(ZAAK, ZAAKTYPE, "999993653", "initiator", "2026-11-01", "0000-00-00", "9999-12-31", "openbaar"),
    *("extern", "P42D", "P99999999D", "\ud800", "", 10**30, 10**400, float("inf"), float("nan"), -1, 0.5),
    *(True, False, None, "\x00", "\u202e", "\U0001f600", "a" * 300),
)
OWN_ROLE = [{"omschrijvingGeneriek": "initiator", "betrokkeneIdentificatie": {"inpBsn": "999993653"}}]


class Inventor:
    """Makes up what a register might send: nonsense, and cases that are nearly right.

    From one number, so that a body that breaks something can be made again from what is printed;
    made without a strategy for each sign of it, which costs hundreds of times as much.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def invent_answers(self, most: int) -> list[Any]:
        return [self.invent_page() for _ in range(self._random.randint(1, most))]

    def invent_page(self) -> Any:
        if self._random.random() < 0.3:
            return self.invent_json(4)
        cases = [self._invent_case() for _ in range(self._random.randint(0, 3))]
        page = {"count": 1, "next": self._either(None), "results": cases}
        if self._random.random() < 0.1:
            del page[self._random.choice(tuple(page))]
        return page

    def invent_json(self, depth: int) -> Any:
        kind = self._random.random()
        if depth == 0 or kind < 0.4:
            return self._random.choice(VALUES)
        if kind < 0.6:
            return [self.invent_json(depth - 1) for _ in range(self._random.randint(0, 3))]
        names = self._random.sample(NAMES, self._random.randint(0, 6))
        return {name: self.invent_json(depth - 1) for name in names}

    def _invent_case(self) -> dict[str, Any]:
        expanded = {"rollen": self._either(OWN_ROLE)}
        expanded |= {
            name: self.invent_json(3) for name in ("status", "resultaat") if self._random.random() < 0.7
        }
        case = {
            "url": ZAAK,
            "zaaktype": self._either(ZAAKTYPE),
            "startdatum": self._either("2026-11-01"),
            "vertrouwelijkheidaanduiding": self._either("openbaar"),
            "_expand": expanded,
        }
        others = [name for name in NAMES if name not in case]
        return case | {name: self.invent_json(2) for name in self._random.sample(others, 8)}

    def _either(self, right: Any) -> Any:
        return right if self._random.random() < 0.7 else self.invent_json(2)


SEEDS = st.integers(0, 2**63)


def build(answers: list[Any]) -> ZgwSource:
    """A source whose register answers these, one after the other, to whatever is asked."""
    left = iter(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        body = json.dumps(next(left, answers[-1])).encode("utf-8", "surrogatepass")
        return httpx.Response(200, stream=httpx.ByteStream(body))

    source = ZgwSource(describe(BASE), lambda: RULES, lambda: NOW, transport=httpx.MockTransport(answer))
    source.make_sure = lambda budget: None  # type: ignore[method-assign]
    return source


@settings(max_examples=7_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS)
def test_no_answer_breaks_the_reading(seed: int) -> None:
    source = build(Inventor(seed).invent_answers(6))
    reading = source.fetch_cases(ANNA)
    assert reading.problem in ("", *PROBLEMS)
    for case in reading.cases:
        f"{case.title} {case.number} {case.status_text} {case.result_text}".encode()
        assert "999993653" not in repr(case)
    source.client.close()


@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS)
def test_no_answer_makes_the_search_raise_anything_but_its_own_error(seed: int) -> None:
    source = build(Inventor(seed).invent_answers(6))
    try:
        source._translate(source.searcher.search(ANNA, source.start_budget()), source.start_budget())
    except RegisterError:
        pass
    finally:
        source.client.close()


@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS)
def test_no_answer_breaks_an_opened_case(seed: int) -> None:
    source = build(Inventor(seed).invent_answers(6))
    ZgwDetails(source).fetch_details(ANNA, UUID)
    source.client.close()


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b"{" + b'"a":' * 50_000, b"\xff\xfe", b"1" * 5_000, b"", b"NaN"]
)
def test_a_body_that_is_no_json_is_nonsense(body: bytes) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=httpx.ByteStream(body)))
    source = ZgwSource(describe(BASE), lambda: RULES, lambda: NOW, transport=transport)
    assert source.fetch_cases(ANNA).problem == "nonsense"
