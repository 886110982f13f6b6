"""One of five sources misbehaves in every way we know: the other four are there, and it is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from overview.adapters.zgw.source import ZgwSource
from overview.domain.cases import CaseReading
from overview.fake_register.application import FakeRegister
from overview.fake_register.serving import Served
from overview.services.case_desk import CaseDesk, CaseReader
from overview.wiring import get_portal
from overview.words.case_view import view_reading
from tests.registers.builders import ANNA, CLIENT, NOW, RULES, SECRET, describe, fill

AGENCIES = ("municipality", "uwv", "svb", "duo", "cak")
SECONDS = 0.6
"""The time of a source here: short, so that "30 seconds slow" is past it without waiting for it."""
BUDGET = 2.0
"""Seconds within which the rest of a page is complete, whatever one source does."""
HTML = b"<!DOCTYPE html><html><body>Onderhoud</body></html>"
WRONG = b'{"count": "veel", "next": 7, "results": {"zaak": [1, 2]}}'

WAYS = {
    "down": {},
    "slow": {"slow_seconds": 30.0},
    "500": {"status": 500},
    "403": {"refuses": True},
    "html": {"body": HTML, "content_type": "text/html"},
    "half": {"half_page": True},
    "large": {"body": b"[" + b" " * 10_000_000 + b"]"},
    "types": {"body": WRONG},
    "elsewhere": {"redirect_to": "https://elsewhere.example/"},
    "certificate": {},
}
TOLD = {
    "down": "down",
    "slow": "slow",
    "500": "down",
    "403": "refused",
    "html": "nonsense",
    "half": "down",
    "large": "nonsense",
    "types": "nonsense",
    "elsewhere": "nonsense",
    "certificate": "down",
}


@dataclass
class Hall:
    """Five registers on one server, and one with a certificate that has expired."""

    registers: dict[str, FakeRegister]
    bases: dict[str, str]
    expired: str
    authority: str


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = make_expired_certificate(folder)
    served, expired = Served(), Served((certificate, key))
    bases = {name: served.base_of(name) for name in AGENCIES}
    registers = {name: FakeRegister(fill(base), CLIENT, SECRET) for name, base in bases.items()}
    served.start({name: register.build_app() for name, register in registers.items()})
    old = expired.base_of("old")
    expired.start({"old": FakeRegister(fill(old), CLIENT, SECRET).build_app()})
    try:
        yield Hall(registers, bases, old, certificate)
    finally:
        served.stop()
        expired.stop()


def make_expired_certificate(folder: Path) -> tuple[str, str]:
    from datetime import UTC, datetime
    from ipaddress import ip_address

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "register.example")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2020, 2, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "c.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "k.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return str(folder / "c.pem"), str(folder / "k.pem")


def read(hall: Hall, bad: str, way: str) -> dict[str, CaseReading]:
    """All five, with one of them spoilt in this way."""
    traps = hall.registers[bad].traps
    kept = {name: getattr(traps, name) for name in WAYS[way]}
    more: dict[str, str] = {
        "down": {"base": "http://127.0.0.1:9/"},
        "certificate": {"base": hall.expired, "ca_file": hall.authority},
    }.get(way, {})
    usual = {"seconds": 20.0}
    spoilt = {"seconds": SECONDS if way == "slow" else 8.0, **more}
    registers = [
        describe(**{"base": hall.bases[name], "name": name, "agency": name, "title": "", **how})
        for name in AGENCIES
        for how in [spoilt if name == bad else usual]
    ]
    sources = [ZgwSource(register, lambda: RULES, lambda: NOW) for register in registers]
    try:
        for name, value in WAYS[way].items():
            setattr(traps, name, value)
        reader = CaseReader(f"{bad} {way}", lambda: ANNA)
        readings = CaseDesk(sources, lambda: NOW).read(reader, wait_for=60.0)
    finally:
        for name, value in kept.items():
            setattr(traps, name, value)
        if way != "slow":  # its thread is still waiting for an answer
            for source in sources:
                source.client.close()
    return {reading.source: reading for reading in readings}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("bad", AGENCIES)
def test_the_rest_is_complete_and_the_bad_one_is_named(hall: Hall, bad: str, way: str) -> None:
    readings = read(hall, bad, way)
    for name in AGENCIES:
        if name != bad:
            assert (readings[name].problem, len(readings[name].cases)) == ("", 2)
    assert (readings[bad].problem, readings[bad].cases) == (TOLD[way], ())
    portal = get_portal()
    view = view_reading(portal.words("nl"), readings[bad], portal.catalogue)
    name = portal.catalogue.agencies[bad]
    assert view.problem is not None
    assert (name.call_name or name.name).casefold() in view.problem.plain.casefold()


@pytest.mark.parametrize("bad", AGENCIES)
def test_within_two_seconds_the_rest_is_complete_while_the_slow_one_is_still_asked(
    hall: Hall, bad: str
) -> None:
    """On the desk's own clock: its two seconds are over at the moment that the other four are in."""
    sources = [
        ZgwSource(
            describe(base=hall.bases[name], name=name, agency=name, title="", seconds=4.0),
            lambda: RULES,
            lambda: NOW,
        )
        for name in AGENCIES
    ]
    reader = CaseReader(f"budget {bad}", lambda: ANNA)
    good = [number for number, name in enumerate(AGENCIES) if name != bad]

    def tell_time() -> float:
        round_ = desk._rounds.get(reader.session)
        return BUDGET if round_ is not None and all(round_.futures[n].done() for n in good) else 0.0

    desk = CaseDesk(sources, lambda: NOW, clock=tell_time)
    traps = hall.registers[bad].traps
    traps.slow_seconds = 30.0
    try:
        readings = {reading.source: reading for reading in desk.read(reader, wait_for=BUDGET)}
    finally:
        traps.slow_seconds = 0.0
    assert readings.pop(bad).problem == "reading"
    assert {(reading.problem, len(reading.cases)) for reading in readings.values()} == {("", 2)}
    assert desk.is_outstanding(reader.session)
