"""Whatever JSON a register sends, the adapter raises nothing but its own error, and shows nothing of it."""

from __future__ import annotations

import json
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
VALUES = st.sampled_from(
    [
        *(
            f"{BASE}zaken/api/v1/zaken/{UUID}",
            f"{BASE}catalogi/api/v1/zaaktypen/{UUID}",
            "999993653",
            "initiator",
        ),
        *(
            "2026-11-01",
            "0000-00-00",
            "9999-12-31",
            "openbaar",
            "extern",
            "P42D",
            "P99999999D",
            "\ud800",
            "",
            10**30,
        ),
        *(float("inf"), -1, True, None, [], {}, "\x00", "\u202e"),
    ]
)
JSON = st.recursive(
    VALUES | st.text(max_size=8) | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=8),
    max_leaves=20,
)
FIXED = ("url", "_expand", "zaaktype", "startdatum", "vertrouwelijkheidaanduiding")
CASES = st.fixed_dictionaries(
    {
        "url": st.just(f"{BASE}zaken/api/v1/zaken/{UUID}"),
        "zaaktype": st.just(f"{BASE}catalogi/api/v1/zaaktypen/{UUID}") | VALUES,
        "startdatum": st.just("2026-11-01") | VALUES,
        "vertrouwelijkheidaanduiding": st.just("openbaar") | VALUES,
        "_expand": st.fixed_dictionaries(
            {
                "rollen": st.just(
                    [
                        {
                            "omschrijvingGeneriek": "initiator",
                            "betrokkeneIdentificatie": {"inpBsn": "999993653"},
                        }
                    ]
                )
                | JSON
            },
            optional={"status": JSON, "resultaat": JSON},
        ),
    },
    optional={name: JSON for name in NAMES if name not in FIXED},
)
PAGES = JSON | st.fixed_dictionaries(
    {"count": st.just(1), "next": st.none() | JSON, "results": st.lists(CASES, max_size=3)}
)


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
@given(st.lists(PAGES, min_size=1, max_size=4))
def test_no_answer_breaks_the_reading(answers: list[Any]) -> None:
    source = build(answers)
    reading = source.fetch_cases(ANNA)
    assert reading.problem in ("", *PROBLEMS)
    for case in reading.cases:
        f"{case.title} {case.number} {case.status_text} {case.result_text}".encode()
        assert "999993653" not in repr(case)
    source.client.close()


@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PAGES, min_size=1, max_size=6))
def test_no_answer_makes_the_search_raise_anything_but_its_own_error(answers: list[Any]) -> None:
    source = build(answers)
    try:
        source._translate(source.searcher.search(ANNA, source.start_budget()), source.start_budget())
    except RegisterError:
        pass
    finally:
        source.client.close()


@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PAGES, min_size=1, max_size=6))
def test_no_answer_breaks_an_opened_case(answers: list[Any]) -> None:
    source = build(answers)
    ZgwDetails(source).fetch_details(ANNA, UUID)
    source.client.close()


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b"{" + b'"a":' * 50_000, b"\xff\xfe", b"1" * 5_000, b"", b"NaN"]
)
def test_a_body_that_is_no_json_is_nonsense(body: bytes) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, stream=httpx.ByteStream(body)))
    source = ZgwSource(describe(BASE), lambda: RULES, lambda: NOW, transport=transport)
    assert source.fetch_cases(ANNA).problem == "nonsense"
