"""Debts in words: per agency, in euros and cents, and never one number for all of them."""

from __future__ import annotations

from typing import Final

from overview.domain.catalogue import Catalogue
from overview.domain.debts import AgencyTotal, Debt, DebtStage, add_up_per_agency
from overview.words.agency_view import name_agency
from overview.words.case_text import join_found, mark_personal
from overview.words.speaking import Words, msg
from overview.words.text import Sentence
from overview.words.view import DebtsOfAgencyView

_STAGES: Final[dict[DebtStage, str]] = {
    DebtStage.IMPOSED: msg("Opgelegd. U krijgt nog een brief over betalen."),
    DebtStage.NOTICE: msg("Rekening"),
    DebtStage.REMINDER: msg("Herinnering"),
    DebtStage.DEMAND: msg("Aanmaning"),
}


def view_debts(words: Words, debts: tuple[Debt, ...], catalogue: Catalogue) -> tuple[DebtsOfAgencyView, ...]:
    """What is open, one block per agency, in the order of the document."""
    return tuple(
        DebtsOfAgencyView(
            name_agency(words, catalogue, total.agency),
            _say_total(words, total),
            tuple(_say_debt(words, debt) for debt in debts if debt.agency == total.agency),
        )
        for total in add_up_per_agency(debts)
    )


def say_not_added(words: Words) -> Sentence:
    """Why there is no number for everything together."""
    return words.say(
        "Wij tellen bedragen van verschillende organisaties niet op. Elke organisatie rekent anders."
    )


def format_cents(cents: int) -> str:
    """`€ 1.234,05`, as it stands on a Dutch letter; digits only, so no float ever touches money."""
    euros, rest = divmod(cents, 100)
    return f"€ {euros:,}".replace(",", ".") + f",{rest:02d}"


def _say_total(words: Words, total: AgencyTotal) -> Sentence:
    amount = words.dutch(format_cents(total.open_cents))
    if total.unknown == total.count:
        return words.say("Hoeveel u moet betalen, staat niet in het overzicht.")
    if total.unknown:
        return mark_personal(words.say("U moet minstens {amount} betalen.", amount=amount))
    return mark_personal(words.say("U moet hier {amount} betalen.", amount=amount))


def _say_debt(words: Words, debt: Debt) -> Sentence:
    name = words.say(_STAGES[debt.stage])
    parts: list[Sentence | None] = [words.dutch(debt.about) if debt.about else None, name]
    if debt.open_cents is not None:
        parts.append(words.dutch(format_cents(debt.open_cents)))
    if debt.due_on is not None:
        parts.append(words.say("betaal vóór of op {day}", day=words.day(debt.due_on)))
    if debt.reference:
        parts.append(words.say("kenmerk {number}", number=words.dutch(debt.reference)))
    said = join_found(words, parts, " – ")
    return mark_personal(said if said is not None else name)
