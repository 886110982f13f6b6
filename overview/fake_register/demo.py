"""The registers of the demo: invented cases of the invented people, read over real HTTP.

Days count from the day the demo starts, so that the cases stay young. One register is down on purpose:
the overview must name it, and never say "no cases".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from overview.fake_register.application import FakeRegister
from overview.fake_register.serving import Served
from overview.fake_register.shelves import Shelves
from overview.words.marking import msg

CLIENT: Final = "mijn-overzicht"
GERARD: Final = "999993653"
MARIA: Final = "999991905"
ANNIE: Final = "999990019"

_LINE: Final = [
    ("Ontvangen", msg("Wij hebben uw aanvraag")),
    ("In behandeling", msg("Wij kijken naar uw aanvraag")),
    ("Wacht op u", msg("Wij hebben iets van u nodig")),
    ("Afgehandeld", msg("Wij hebben besloten")),
]


_GRANTED, _REFUSED, _PARTLY = msg("Toegekend"), msg("Afgewezen"), msg("Gedeeltelijk toegekend")


@dataclass(frozen=True, slots=True)
class DemoRegister:
    """Demoregister: its name in addresses, what it is called, and whose cases it has."""

    name: str
    title: str
    agency: str


DEMO_REGISTERS: Final = (
    DemoRegister("demo-toeslagen", "Dienst Toeslagen (voorbeeldregister)", "toeslagen"),
    DemoRegister("demo-uwv", "UWV (voorbeeldregister)", "uwv"),
    DemoRegister("demo-gemeente", "Gemeente (voorbeeldregister)", "municipality"),
)


def serve_demo(today: date, secret: str) -> Served:
    """Start the three registers on a port of this machine; `Served.base_of` gives their addresses."""
    served = Served()
    fills = {"demo-toeslagen": _fill_allowances, "demo-uwv": _fill_nothing, "demo-gemeente": _fill_town}
    registers = {}
    for name, fill in fills.items():
        shelves = Shelves(served.base_of(name))
        fill(shelves, today)
        registers[name] = FakeRegister(shelves, CLIENT, secret)
    registers["demo-uwv"].traps.status = 503
    served.start({name: register.build_app() for name, register in registers.items()})
    return served


def _fill_nothing(shelves: Shelves, today: date) -> None:
    """A register that is down holds nothing."""


def _fill_allowances(shelves: Shelves, today: date) -> None:
    rent = shelves.add_case_type("Huurtoeslag", _LINE, (_GRANTED,))
    shelves.add_case(
        "HT-0412",
        GERARD,
        rent,
        [("Ontvangen", _at(today, 20)), ("Wacht op u", _at(today, 3))],
        start=_on(today, 20),
        planned=_on(today, -25),
        latest=_on(today, -36),
    )


def _fill_town(shelves: Shelves, today: date) -> None:
    remission = shelves.add_case_type("Kwijtschelding gemeentebelasting", _LINE, (_GRANTED, _REFUSED))
    special = shelves.add_case_type("Bijzondere bijstand", _LINE, (_GRANTED, _PARTLY))
    permit = shelves.add_case_type("Parkeervergunning", _LINE, ("Verleend",))
    help_at_home = shelves.add_case_type("Wmo-voorziening", _LINE, (_GRANTED,))
    staff = shelves.add_case_type("Onderzoek adreskwaliteit", _LINE, is_external=False)
    shelves.add_case(
        "2026-KW-118",
        GERARD,
        remission,
        [("Ontvangen", _at(today, 36)), ("In behandeling", _at(today, 18))],
        start=_on(today, 36),
        planned=_on(today, -38),
        latest=_on(today, -48),
    )
    decided = shelves.add_case(
        "2026-BB-077",
        GERARD,
        special,
        [("Ontvangen", _at(today, 50)), ("Afgehandeld", _at(today, 9))],
        start=_on(today, 50),
        end=_on(today, 9),
        latest=_on(today, -6),
        result=_PARTLY,
    )
    shelves.add_document(decided, "Besluit bijzondere bijstand", on=_on(today, 9))
    shelves.add_case(
        "2026-PV-903",
        GERARD,
        permit,
        [("Ontvangen", _at(today, 62)), ("In behandeling", _at(today, 55))],
        start=_on(today, 62),
        planned=_on(today, 20),
        latest=_on(today, 6),
    )
    shelves.add_case("2026-AO-005", GERARD, staff, [("Ontvangen", _at(today, 5))], start=_on(today, 5))
    shelves.add_case(
        "2026-WMO-310",
        MARIA,
        help_at_home,
        [("Ontvangen", _at(today, 12)), ("In behandeling", _at(today, 7))],
        start=_on(today, 12),
        planned=_on(today, -30),
        latest=_on(today, -44),
        suspended=True,
    )
    shelves.add_case(
        "2026-KW-131",
        ANNIE,
        remission,
        [("Ontvangen", _at(today, 6))],
        start=_on(today, 6),
        planned=_on(today, -60),
        latest=_on(today, -70),
        extension="P6W",
    )


def _on(today: date, days_ago: int) -> str:
    return (today - timedelta(days=days_ago)).isoformat()


def _at(today: date, days_ago: int) -> str:
    return f"{_on(today, days_ago)}T09:00:00Z"
