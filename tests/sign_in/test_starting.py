"""The portal does not start with settings that would put somebody at risk, and says why in a sentence."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.jwk import ECKey, RSAKey

from overview.adapters.identity.loading import load_brokers
from overview.adapters.settings import SettingsError, make_key
from overview.web.starting import HideQueries
from overview.wiring_accounts import load_all_settings

ROOT = Path(__file__).parents[2]
PROVIDER: dict[str, Any] = {
    "id": "digid",
    "title": "DigiD",
    "audience": "citizens",
    "issuer": "https://login.example",
    "client_id": "portaal",
    "key_from": "DIGID_KEY",
    "entitled": "Gemeente Voorbeeld",
}
PRODUCTION = {
    "OVERVIEW_MODE": "production",
    "OVERVIEW_MASTER_KEYS": f"a:{make_key()}",
    "OVERVIEW_LOOKUP_KEY": make_key(),
    "OVERVIEW_MUNICIPALITY": "Voorbeeld",
    "OVERVIEW_LEGAL_BASIS": "grondslag",
    "OVERVIEW_PROCESSING_ACTIVITY": "https://register.example/1",
    "OVERVIEW_PUBLIC_URL": "https://portaal.example",
    "DIGID_KEY": RSAKey.generate_key(2048).as_pem(private=True).decode(),
}
SMALL = (
    rsa.generate_private_key(65537, 1024)
    .private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    .decode()
)


def write_providers(folder: Path, **changed: Any) -> Path:
    """One provider as TOML."""
    found = {name: value for name, value in {**PROVIDER, **changed}.items() if value is not None}
    lines = [f"{name} = {value if name == 'roles' else repr(value)}" for name, value in found.items()]
    path = folder / "providers.toml"
    path.write_text("[[provider]]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def find_problems(folder: Path, environ: dict[str, str], **changed: Any) -> tuple[str, ...]:
    """What these settings are refused for."""
    path = write_providers(folder, **changed)
    try:
        load_all_settings({"OVERVIEW_PROVIDERS": str(path), "OVERVIEW_DATA": str(folder), **environ})
    except SettingsError as error:
        return error.problems
    return ()


def test_settings_that_are_right_are_not_refused(tmp_path: Path) -> None:
    assert find_problems(tmp_path, PRODUCTION) == ()


DEMO = {"OVERVIEW_MODE": "demo", "DIGID_KEY": PRODUCTION["DIGID_KEY"]}
WRONG: dict[str, tuple[dict[str, str], dict[str, Any], str]] = {
    "no master key": ({**PRODUCTION, "OVERVIEW_MASTER_KEYS": ""}, {}, "OVERVIEW_MASTER_KEYS ontbreekt"),
    "a weak master key": ({**PRODUCTION, "OVERVIEW_MASTER_KEYS": "a:" + "A" * 43 + "="}, {}, "te zwak"),
    "no look-up key": ({**PRODUCTION, "OVERVIEW_LOOKUP_KEY": ""}, {}, "OVERVIEW_LOOKUP_KEY ontbreekt"),
    "http for real": ({**PRODUCTION, "OVERVIEW_PUBLIC_URL": "http://portaal.example"}, {}, "https://"),
    "an issuer without https": (PRODUCTION, {"issuer": "http://login.example"}, "issuer moet met https://"),
    "a shared secret": (PRODUCTION, {"authentication": "client_secret_basic"}, "gedeeld geheim"),
    "a secret in the file": (PRODUCTION, {"secret": "x" * 40}, "zet secret niet in het bestand"),
    "no private key": ({**PRODUCTION, "DIGID_KEY": ""}, {}, "privésleutel"),
    "a short private key": ({**PRODUCTION, "DIGID_KEY": SMALL}, {}, "privésleutel"),
    "a key of another kind": (
        {**PRODUCTION, "DIGID_KEY": ECKey.generate_key("P-256").as_pem(private=True).decode()},
        {},
        "privésleutel",
    ),
    "workers without roles": (PRODUCTION, {"audience": "workers"}, "roles"),
    "nobody entitled": (PRODUCTION, {"entitled": ""}, "entitled ontbreekt"),
    "an unknown broker": (PRODUCTION, {"broker": "nobody"}, "kennen wij niet"),
    "an unknown field": (PRODUCTION, {"pkce": "off"}, "pkce klopt niet"),
    "too long idle": ({**PRODUCTION, "OVERVIEW_IDLE_SECONDS": "901"}, {}, "OVERVIEW_IDLE_SECONDS"),
    "demo beside a real provider": (DEMO, {}, "mag niet naast OVERVIEW_MODE=demo"),
    "demo at a real address": ({**DEMO, "OVERVIEW_PUBLIC_URL": "https://portaal.example"}, {}, "demo"),
    "a weak secret in the demo": (
        {**DEMO, "SHORT": "short"},
        {
            "issuer": "http://localhost:1",
            "authentication": "client_secret_basic",
            "key_from": None,
            "secret_from": "SHORT",
        },
        "te zwak",
    ),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_is_unsafe_is_refused_with_the_reason(tmp_path: Path, case: str) -> None:
    environ, changed, said = WRONG[case]
    problems = find_problems(tmp_path, environ, **changed)
    assert any(said in problem for problem in problems), problems
    for problem in problems:
        # One sentence each, and never a part of a secret in it.
        assert problem.endswith(".") and "\n" not in problem
        assert not any(len(value) > 30 and value[:30] in problem for value in environ.values())


def test_production_without_a_provider_is_refused() -> None:
    with pytest.raises(SettingsError, match="OVERVIEW_PROVIDERS ontbreekt"):
        load_all_settings(PRODUCTION)


@pytest.mark.parametrize("broker", sorted(load_brokers()))
def test_the_ready_settings_of_every_broker_are_accepted(tmp_path: Path, broker: str) -> None:
    assert find_problems(tmp_path, PRODUCTION, broker=broker) == ()


def test_a_portal_that_is_refused_stops_and_says_so(tmp_path: Path) -> None:
    environ = {**os.environ, "OVERVIEW_MODE": "production", "OVERVIEW_DATA": str(tmp_path)}
    command = [sys.executable, "-c", "import app"]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert "OVERVIEW_MASTER_KEYS ontbreekt" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_code_of_a_sign_in_never_reaches_the_access_log() -> None:
    said = '%s - "%s %s HTTP/%s" %d'
    args = ("127.0.0.1:1", "GET", "/sign-in/digid/callback?code=secret&state=secret", "1.1", 303)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, said, args, None)
    assert HideQueries().filter(record)
    assert record.getMessage() == '127.0.0.1:1 - "GET /sign-in/digid/callback HTTP/1.1" 303'
