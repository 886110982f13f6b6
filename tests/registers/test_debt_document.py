"""A document with debts that a citizen brings: read loosely, in cents, and never guessed."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overview.adapters.debt_document import BadDocument, read_debt_document
from overview.domain.debts import Debt, DebtStage


def document(*events: dict[str, Any], agency: str = "cjib", **matter: Any) -> str:
    table = {"zaakkenmerk": "81029553", "gebeurtenissen": list(events), **matter}
    return json.dumps({"documenten": [{"organisatie": agency, "financiele_zaken": [table]}]})


IMPOSED = {"gebeurtenis_type": "FinancieleVerplichtingOpgelegd", "bedrag": 38_900, "omschrijving": "Boete"}


def letter(kind: str, at: str, due: str) -> dict[str, Any]:
    return {
        "gebeurtenis_type": "BetalingsverplichtingOpgelegd",
        "type": kind,
        "datumtijd_opgelegd": at,
        "vervaldatum": due,
        "bedrag": 38_900,
    }


NOTICE = letter("Aanschrijving", "2026-09-01T00:00:00Z", "2026-10-01")
REMINDER = letter("Herinnering", "2026-10-10T00:00:00Z", "2026-10-24")
DEMAND = letter("Aanmaning", "2026-11-10T00:00:00Z", "2026-12-08")


@pytest.mark.parametrize(
    "names", [lambda n: n, lambda n: n.replace("_", ""), lambda n: n.title().replace("_", "")]
)
def test_the_spelling_of_the_names_does_not_matter(names: Any) -> None:
    spelled = json.loads(document(IMPOSED, DEMAND), object_hook=lambda t: {names(k): v for k, v in t.items()})
    (debt,) = read_debt_document(json.dumps(spelled)).debts
    assert debt == Debt("cjib", DebtStage.DEMAND, 38_900, date(2026, 12, 8), "81029553", "Boete")


def test_the_newest_letter_counts_in_whatever_order_they_stand() -> None:
    for events in ((IMPOSED, NOTICE, REMINDER, DEMAND), (DEMAND, NOTICE, IMPOSED, REMINDER)):
        (debt,) = read_debt_document(document(*events)).debts
        assert (debt.stage, debt.due_on) == (DebtStage.DEMAND, date(2026, 12, 8))


def test_what_was_paid_is_taken_off_in_cents() -> None:
    paid = {"gebeurtenis_type": "BetalingVerwerkt", "bedrag": 10_001}
    assert read_debt_document(document(IMPOSED, NOTICE, paid)).debts[0].open_cents == 28_899


def test_the_totals_of_the_document_win() -> None:
    text = document(IMPOSED, NOTICE, totaal_financieel_verplicht=50_000, totaal_financieel_vereffend=20_000)
    assert read_debt_document(text).debts[0].open_cents == 30_000


def test_version_3_says_what_was_imposed_and_its_events_what_was_paid() -> None:
    paid = {"gebeurtenis_type": "BetalingVerwerkt", "bedrag": 10_000}
    (debt,) = read_debt_document(document(IMPOSED, NOTICE, paid, totaal_opgelegd=45_000)).debts
    assert debt.open_cents == 35_000


@pytest.mark.parametrize(
    ("kind", "agency"),
    [("cjib_wahv", "cjib"), ("tsl_huur", "toeslagen"), ("bd_ib", "belastingdienst")],
)
def test_an_organisation_that_is_only_a_number_is_found_by_the_type_of_its_obligation(
    kind: str, agency: str
) -> None:
    typed = {**IMPOSED, "type": kind}
    (debt,) = read_debt_document(document(typed, NOTICE, agency="00000004003214345001")).debts
    assert debt.agency == agency


def test_a_type_that_names_nobody_we_know_is_counted_and_not_guessed() -> None:
    typed = {**IMPOSED, "type": "rvo_subsidie"}
    brought = read_debt_document(document(typed, NOTICE, agency="00000004003214345002"))
    assert (brought.debts, brought.skipped) == ((), 1)


def test_a_debt_that_is_paid_is_no_debt() -> None:
    paid = {"gebeurtenis_type": "BetalingVerwerkt", "bedrag": 38_900}
    assert read_debt_document(document(IMPOSED, NOTICE, paid)).debts == ()


def test_what_is_not_understood_is_counted_and_not_guessed() -> None:
    strange = {"gebeurtenis_type": "IetsNieuws", "bedrag": 1}
    brought = read_debt_document(document(IMPOSED, NOTICE, strange))
    assert (brought.skipped, brought.debts[0].open_cents) == (1, 38_900)
    assert read_debt_document(document(IMPOSED, agency="rvo")).skipped == 1


@pytest.mark.parametrize("text", ["", "hallo", "[]", "{}", "[" * 50_000, '{"financiele_zaken": []}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(BadDocument):
        read_debt_document(text)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(BadDocument):
        read_debt_document(" " * 1_000_001)


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "financiele_zaken",
                        "gebeurtenissen",
                        "type",
                        "bedrag",
                        "vervaldatum",
                        "organisatie",
                        "cjib",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=15,
    )
)
def test_no_document_raises_anything_but_its_own_error(whole: Any) -> None:
    with suppress(BadDocument):
        read_debt_document(json.dumps(whole))
