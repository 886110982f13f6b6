"""Which registers there are: a TOML file named by the operator; secrets come from the environment."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from overview.domain.bsn import is_bsn

CONFIDENTIALITY: Final = (
    *("openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk"),
    *("vertrouwelijk", "confidentieel", "geheim", "zeer_geheim"),
)
"""From open to most secret, in the order of the standard."""

ROLES: Final = ("initiator", "belanghebbende", "medeinitiator", "klantcontacter", "zaakcoordinator")
_SHORTEST_SECRET: Final = 32
_OWN_MACHINE: Final = frozenset({"127.0.0.1", "localhost", "::1"})


class RegistersError(ValueError):
    """De instelling van de registers klopt niet. The text names the register and the field."""


@dataclass(frozen=True, slots=True)
class Register:
    """Zaakregister: where it is, as whom we ask, and what of it may be shown.

    `seconds` is the time one reading may take in all. `canary_bsn` is a number nobody has.
    `shows_status_names`: show the name of a status when it has no text for citizens.
    """

    name: str
    title: str
    agency: str
    base: str
    client_id: str
    secret: str = field(repr=False)
    agencies: Mapping[str, str] = field(default_factory=dict)
    zaken: str = "zaken/api/v1/"
    catalogi: str = "catalogi/api/v1/"
    documenten: str = "documenten/api/v1/"
    seconds: float = 8.0
    connect_seconds: float = 2.0
    catalogue_hours: float = 6.0
    confidentiality: str = "zaakvertrouwelijk"
    roles: tuple[str, ...] = ("initiator",)
    canary_bsn: str = "999999990"
    shows_status_names: bool = False
    most_cases: int = 500
    largest_answer: int = 4_000_000
    largest_document: int = 20_000_000
    ca_file: str = ""
    is_sample: bool = False

    def url(self, api: str, path: str = "") -> str:
        """The full address of `path` in one of its APIs (`zaken`, `catalogi`, `documenten`)."""
        roots = {"zaken": self.zaken, "catalogi": self.catalogi, "documenten": self.documenten}
        return self.base + roots[api] + path

    def allows(self, confidentiality: object) -> bool:
        """Whether something of this confidentiality may be shown; an unknown one may not."""
        if confidentiality not in CONFIDENTIALITY:
            return False
        return CONFIDENTIALITY.index(str(confidentiality)) <= CONFIDENTIALITY.index(self.confidentiality)


class _RegisterShape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]
    title: Annotated[str, StringConstraints(min_length=1)]
    agency: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    base: str
    client_id: Annotated[str, StringConstraints(min_length=1)]
    secret_env: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
    agencies: dict[Annotated[str, StringConstraints(pattern=r"^[0-9]{9}$")], str] = {}
    zaken: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9/_.-]+/$")] = "zaken/api/v1/"
    catalogi: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9/_.-]+/$")] = "catalogi/api/v1/"
    documenten: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9/_.-]+/$")] = "documenten/api/v1/"
    seconds: Annotated[float, Field(gt=0, le=60)] = 8.0
    connect_seconds: Annotated[float, Field(gt=0, le=10)] = 2.0
    catalogue_hours: Annotated[float, Field(gt=0, le=48)] = 6.0
    confidentiality: Annotated[str, StringConstraints(pattern=f"^({'|'.join(CONFIDENTIALITY)})$")] = (
        "zaakvertrouwelijk"
    )
    roles: Annotated[
        list[Annotated[str, StringConstraints(pattern=f"^({'|'.join(ROLES)})$")]], Field(min_length=1)
    ] = ["initiator"]
    canary_bsn: str = "999999990"
    shows_status_names: bool = False
    most_cases: Annotated[int, Field(ge=1, le=2000)] = 500
    ca_file: str = ""


def load_registers(path: Path, environment: Mapping[str, str]) -> tuple[Register, ...]:
    """The registers of one TOML file. Raises `RegistersError` with what is wrong, never with a secret."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RegistersError(f"{path.name}: {error}") from error
    unknown = set(table) - {"register"}
    if unknown:
        raise RegistersError(f"{path.name}: unknown: {', '.join(sorted(unknown))}")
    found = [
        _build(item, f"{path.name}: register[{n}]", environment) for n, item in enumerate(table["register"])
    ]
    names = [register.name for register in found]
    if len(set(names)) < len(names):
        raise RegistersError(f"{path.name}: two registers have the same name")
    return tuple(found)


def _build(table: object, where: str, environment: Mapping[str, str]) -> Register:
    try:
        shape = _RegisterShape.model_validate(table)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, problem["loc"]))
        raise RegistersError(f"{where}.{place}: {problem['msg']}") from None
    secret = environment.get(shape.secret_env, "")
    if len(secret) < _SHORTEST_SECRET:
        raise RegistersError(
            f"{where}: the environment has no {shape.secret_env} of {_SHORTEST_SECRET} signs or more"
        )
    if not is_bsn(shape.canary_bsn):
        raise RegistersError(f"{where}.canary_bsn: must be nine digits that pass the 11-test")
    values = shape.model_dump(exclude={"secret_env", "roles", "base"})
    return Register(**values, base=read_base(shape.base, where), secret=secret, roles=tuple(shape.roles))


def read_base(text: str, where: str = "base") -> str:
    """The base address, ending in a slash. Only https, or http on this machine itself."""
    parts = urlsplit(text)
    is_own = parts.scheme == "http" and parts.hostname in _OWN_MACHINE
    if not (parts.scheme == "https" or is_own) or not parts.hostname or parts.username or parts.query:
        raise RegistersError(f"{where}: must be an https address without a name, password or question in it")
    return text if text.endswith("/") else text + "/"
