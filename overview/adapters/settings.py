"""The operator's settings from the environment, checked before anything starts.

What is wrong is told in one plain sentence each, all at once. No value of a secret is ever in a
message, a log or a `repr`.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

KEY_BYTES: Final = 32
"""AES-256, and as much for a keyed hash."""

_FEWEST_DIFFERENT_BYTES: Final = 16
"""32 random bytes with fewer different values than this do not occur in practice; a typed word does."""

LOCAL_HOSTS: Final = ("localhost", "127.0.0.1", "::1")
_DEFAULT_FOLDER: Final = Path(__file__).resolve().parents[2] / ".overview"


class Mode(StrEnum):
    """Stand: demo with invented people, or production with real ones."""

    DEMO = "demo"
    PRODUCTION = "production"


class SettingsError(ValueError):
    """Onbruikbare instellingen. `problems` holds one Dutch sentence for each."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Wettelijke grondslag: the municipality's own words; empty means that it was not set."""

    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Instellingen. `master_keys` maps key id to key, the first one is used for what is written now.

    `lookup_keys` are for keyed hashes; the first is in use, the others still find what was written
    before. Days are whole days.
    """

    mode: Mode
    folder: Path
    database_url: str = field(repr=False)
    master_keys: Mapping[str, bytes] = field(repr=False)
    lookup_keys: tuple[bytes, ...] = field(repr=False)
    public_url: str
    municipality: str
    legal_basis: LegalBasis
    activity: str
    keep_days: int
    claim_days: int
    log_days: int
    cases_basis: LegalBasis = LegalBasis()
    cases_days: int = 90

    @property
    def is_demo(self) -> bool:
        """True with invented people only."""
        return self.mode is Mode.DEMO


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read and check all settings. Raises `SettingsError` with everything that is wrong."""
    problems: list[str] = []
    mode = _read_mode(environ, problems)
    folder = Path(environ.get("OVERVIEW_DATA") or _DEFAULT_FOLDER)
    secret = _make_demo_secrets(folder, environ) if mode is Mode.DEMO else environ
    master_keys = _read_master_keys(secret, problems)
    lookup_keys = _read_keys(secret, "OVERVIEW_LOOKUP_KEY", problems)
    if set(lookup_keys) & set(master_keys.values()):
        problems.append("OVERVIEW_LOOKUP_KEY en OVERVIEW_MASTER_KEYS mogen niet dezelfde sleutel hebben.")
    public_url = _read_public_url(environ, mode, problems)
    settings = Settings(
        mode=mode,
        folder=folder,
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{folder / 'overview.db'}",
        master_keys=master_keys,
        lookup_keys=lookup_keys,
        public_url=public_url,
        municipality=environ.get("OVERVIEW_MUNICIPALITY", ""),
        legal_basis=LegalBasis(
            environ.get("OVERVIEW_LEGAL_BASIS", ""), environ.get("OVERVIEW_LEGAL_BASIS_URL", "")
        ),
        activity=environ.get("OVERVIEW_PROCESSING_ACTIVITY", ""),
        keep_days=_read_days(environ, "OVERVIEW_KEEP_DAYS", 365, problems),
        claim_days=_read_days(environ, "OVERVIEW_CLAIM_DAYS", 30, problems),
        log_days=_read_days(environ, "OVERVIEW_LOG_DAYS", 730, problems),
        cases_basis=_read_cases_basis(environ, mode),
        cases_days=_read_days(environ, "OVERVIEW_KEEP_CASES_DAYS", 90, problems),
    )
    if mode is Mode.PRODUCTION:
        problems += _find_missing(settings)
    if not settings.database_url.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        problems.append("DATABASE_URL moet beginnen met postgresql:// of sqlite:///.")
    if problems:
        raise SettingsError(problems)
    return settings


def _read_cases_basis(environ: Mapping[str, str], mode: Mode) -> LegalBasis:
    """The ground to keep last known cases on; without one they are not kept. In demo an example."""
    text = environ.get("OVERVIEW_KEEP_CASES_BASIS", "Dit is een voorbeeld." if mode is Mode.DEMO else "")
    return LegalBasis(text, environ.get("OVERVIEW_KEEP_CASES_BASIS_URL", ""))


def _read_mode(environ: Mapping[str, str], problems: list[str]) -> Mode:
    try:
        return Mode(environ.get("OVERVIEW_MODE") or "demo")
    except ValueError:
        problems.append("OVERVIEW_MODE moet demo of production zijn.")
        return Mode.PRODUCTION


def _read_public_url(environ: Mapping[str, str], mode: Mode, problems: list[str]) -> str:
    url = (environ.get("OVERVIEW_PUBLIC_URL") or "http://localhost:8501").rstrip("/")
    parts = urlsplit(url)
    is_local = parts.hostname in LOCAL_HOSTS
    if parts.scheme not in ("http", "https") or not parts.hostname:
        problems.append("OVERVIEW_PUBLIC_URL moet een volledig adres zijn, met https:// ervoor.")
    elif parts.scheme == "http" and not is_local:
        problems.append("OVERVIEW_PUBLIC_URL moet met https:// beginnen; http mag alleen op localhost.")
    elif mode is Mode.DEMO and not is_local:
        problems.append(
            "OVERVIEW_MODE=demo mag niet naast een echt adres in OVERVIEW_PUBLIC_URL: "
            "iedereen zou met een verzonnen persoon kunnen aanmelden."
        )
    return url


def _read_master_keys(environ: Mapping[str, str], problems: list[str]) -> dict[str, bytes]:
    name = "OVERVIEW_MASTER_KEYS"
    keys: dict[str, bytes] = {}
    for part in environ.get(name, "").split(","):
        key_id, _, text = part.strip().partition(":")
        if not part.strip():
            continue
        if not key_id.isalnum() or len(key_id) > 16 or key_id in keys:
            problems.append(f"{name}: elke sleutel heeft een eigen korte naam en een dubbele punt ervoor.")
            continue
        keys[key_id] = _read_key(text, name, problems)
    if not keys:
        problems.append(f"{name} ontbreekt: zonder hoofdsleutel kan niets versleuteld bewaard worden.")
    return keys


def _read_keys(environ: Mapping[str, str], name: str, problems: list[str]) -> tuple[bytes, ...]:
    parts = [part.strip() for part in environ.get(name, "").split(",") if part.strip()]
    if not parts:
        problems.append(f"{name} ontbreekt: zonder deze sleutel kan niemand veilig gevonden worden.")
    return tuple(_read_key(part, name, problems) for part in parts)


def _read_key(text: str, name: str, problems: list[str]) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        problems.append(f"{name}: een sleutel is 32 willekeurige bytes in base64 (44 tekens).")
    elif len(set(key)) < _FEWEST_DIFFERENT_BYTES:
        problems.append(f"{name}: deze sleutel is te zwak; maak hem met een willekeurige bron.")
    return key


def _read_days(environ: Mapping[str, str], name: str, default: int, problems: list[str]) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 36500:
        problems.append(f"{name} moet een heel aantal dagen zijn, van 1 tot 36500.")
        return default
    return int(text)


def _find_missing(settings: Settings) -> list[str]:
    """What may be left out in demo and never in production."""
    needed = {
        "OVERVIEW_MUNICIPALITY": (settings.municipality, "de naam van de gemeente die verantwoordelijk is"),
        "OVERVIEW_LEGAL_BASIS": (settings.legal_basis.text, "de wettelijke grondslag van de gemeente"),
        "OVERVIEW_PROCESSING_ACTIVITY": (settings.activity, "het adres in het verwerkingsregister"),
    }
    missing = [f"{name} ontbreekt: {what}." for name, (value, what) in needed.items() if not value]
    if urlsplit(settings.public_url).scheme != "https":
        missing.append("OVERVIEW_PUBLIC_URL moet in productie met https:// beginnen.")
    return missing


def make_key() -> str:
    """A new random key as it stands in a setting."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _make_demo_secrets(folder: Path, environ: Mapping[str, str]) -> Mapping[str, str]:
    """Secrets of this machine's demo, made once and kept readable for its owner only."""
    names = ("OVERVIEW_MASTER_KEYS", "OVERVIEW_LOOKUP_KEY")
    if all(environ.get(name) for name in names):
        return environ
    path = folder / "demo-secrets.json"
    folder.mkdir(parents=True, exist_ok=True)
    made = {"OVERVIEW_MASTER_KEYS": f"demo:{make_key()}", "OVERVIEW_LOOKUP_KEY": make_key()}
    draft = folder / f"demo-secrets.{os.getpid()}.tmp"
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(made, file)
        # Of two processes that start together the first one's secrets count, whole.
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink(missing_ok=True)
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {**kept, **{name: environ[name] for name in names if environ.get(name)}}
