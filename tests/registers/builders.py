"""Fake registers for tests: two invented people with cases, and a source that reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from overview.adapters.zgw.registers import Register
from overview.adapters.zgw.source import ZgwSource
from overview.domain.bsn import Bsn
from overview.domain.case_kinds import CaseKind, CaseRules
from overview.domain.cases import CaseStatus
from overview.fake_register.application import FakeRegister
from overview.fake_register.serving import Served
from overview.fake_register.shelves import Shelves

NOW = datetime(2026, 11, 26, 10, 42, tzinfo=UTC)
ANNA = Bsn("999993653")
BOB = Bsn("999991905")
NOBODY = Bsn("999990019")
SECRET = "a-secret-of-at-least-thirty-two-signs"
CLIENT = "mijn-overzicht"

LINE = [
    ("Ontvangen", "Wij hebben uw aanvraag"),
    ("Beoordelen", "Wij kijken ernaar"),
    ("Wacht op u", "Wij hebben iets van u nodig"),
    ("Afgehandeld", "Klaar"),
]
RULES = CaseRules(
    kinds={"benefit": CaseKind("benefit", ("TYPE-Bijstand", "Bijstand"), came_of=("ask_bijstand",))},
    statuses={"Wacht op u": CaseStatus.WAITING_FOR_YOU},
)


def fill(base: str) -> Shelves:
    """Anna has four cases (one internal, one too secret), Bob one, and is concerned in one of Anna's."""
    shelves = Shelves(base)
    benefit = shelves.add_case_type("Bijstand", LINE, ("Toegekend", "Afgewezen"))
    inside = shelves.add_case_type("Onderzoek", LINE, is_external=False)
    anna, bob = ANNA.reveal(), BOB.reveal()
    first = shelves.add_case(
        "A1",
        anna,
        benefit,
        [("Ontvangen", "2026-11-02T09:00:00Z")],
        start="2026-11-01",
        planned="2026-12-13",
        latest="2026-12-27",
    )
    shelves.add(
        "rollen",
        "A1/bob",
        zaak=first,
        betrokkeneType="natuurlijk_persoon",
        omschrijvingGeneriek="belanghebbende",
        betrokkeneIdentificatie={"inpBsn": bob},
        gezetdoor=None,
    )
    shelves.add_case(
        "A2",
        anna,
        benefit,
        [("Ontvangen", "2026-09-02T09:00:00Z"), ("Afgehandeld", "2026-10-20T09:00:00Z")],
        start="2026-09-01",
        end="2026-10-20",
        result="Toegekend",
    )
    shelves.add_case("A3-intern", anna, inside, [("Ontvangen", "2026-11-02T09:00:00Z")], start="2026-11-01")
    shelves.add_case(
        "A4-geheim",
        anna,
        benefit,
        [("Ontvangen", "2026-11-02T09:00:00Z")],
        start="2026-11-01",
        confidentiality="geheim",
    )
    shelves.add_case("B1-van-bob", bob, benefit, [("Wacht op u", "2026-11-20T09:00:00Z")], start="2026-11-05")
    for title, state, secrecy in (
        ("Besluit", "definitief", "zaakvertrouwelijk"),
        ("Kladversie", "in_bewerking", "openbaar"),
        ("Geheim stuk", "definitief", "geheim"),
    ):
        shelves.add_document(first, title, state=state, confidentiality=secrecy)
    return shelves


@dataclass(slots=True)
class Desk:
    """A fake register that is being served, and the source that reads it."""

    register: FakeRegister
    source: ZgwSource

    @property
    def numbers(self) -> list[str]:
        """The numbers of Anna's cases, as read now."""
        return [case.number for case in self.source.fetch_cases(ANNA).cases]


def describe(base: str, **values: object) -> Register:
    """A register as an operator would describe it."""
    plain = Register(
        name="town",
        title="Gemeente Voorbeeld",
        agency="municipality",
        base=base,
        client_id=CLIENT,
        secret=SECRET,
    )
    return replace(plain, **values)  # type: ignore[arg-type]


@contextmanager
def serve(clock: Callable[[], float] | None = None, **values: object) -> Iterator[Desk]:
    """One register on a port, read over real HTTP."""
    served = Served()
    base = served.base_of("town")
    register = FakeRegister(fill(base), CLIENT, SECRET)
    served.start({"town": register.build_app()})
    more = {"clock": clock} if clock else {}
    source = ZgwSource(describe(base, **values), lambda: RULES, lambda: NOW, **more)  # type: ignore[arg-type]
    try:
        yield Desk(register, source)
    finally:
        source.client.close()
        served.stop()
