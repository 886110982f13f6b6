"""From claims to who this is: names of claims differ per broker, what we make of them does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from overview.adapters.identity.metadata import Untrusted
from overview.adapters.identity.settings import ClaimPaths, ProviderSettings, read_level
from overview.domain.identity import Assurance, Role
from overview.domain.sign_in import Audience, Identity, is_bsn

_LONGEST_NAME = 120


class NoAccess(Exception):
    """Geen toegang: really signed in, but not as somebody who may come in here."""


def find_claim(claims: Mapping[str, Any], paths: ClaimPaths) -> Any:
    """What stands at the first of these paths that is there; None when none is."""
    for path in paths:
        found: Any = claims
        for name in path:
            found = found.get(name) if isinstance(found, Mapping) else None
        if found is not None:
            return found
    return None


def find_level(settings: ProviderSettings, claims: Mapping[str, Any]) -> Assurance:
    """The level the provider says it reached; NONE when it says nothing we know."""
    value = find_claim(claims, settings.level)
    name = settings.levels.get(value) if isinstance(value, str) else None
    return read_level(name) if name else Assurance.NONE


def build_identity(settings: ProviderSettings, claims: Mapping[str, Any]) -> Identity:
    """Who signed in, and for whom. Raises `Untrusted` or `NoAccess`."""
    subject = claims.get("sub")
    if not isinstance(subject, str) or not subject:
        raise Untrusted("claim-sub")
    role = _find_role(settings, claims)
    bsn = represented = ""
    if role is Role.CITIZEN:
        bsn = _find_bsn(settings, claims, settings.bsn)
        if not bsn and settings.needs_bsn:
            raise NoAccess("claim-bsn")
        represented = _find_represented(settings, claims)
        if represented == bsn:
            represented = ""
    sid = claims.get("sid", "")
    return Identity(
        provider=settings.id,
        issuer=str(claims.get("iss", settings.issuer)),
        subject=subject,
        role=role,
        level=find_level(settings, claims),
        name=_find_name(claims, settings.name),
        bsn=bsn,
        represented_bsn=represented,
        represented_name=_find_name(claims, settings.represented_name) if represented else "",
        sid=sid if isinstance(sid, str) else "",
    )


def _find_role(settings: ProviderSettings, claims: Mapping[str, Any]) -> Role:
    if settings.audience is Audience.CITIZENS:
        return Role.CITIZEN
    found = find_claim(claims, settings.role)
    held = {found} if isinstance(found, str) else set(found) if isinstance(found, list) else set()
    for name, role in settings.roles.items():
        if name in held and role is not Role.CITIZEN:
            return role
    raise NoAccess("claim-role")


def _find_bsn(settings: ProviderSettings, claims: Mapping[str, Any], paths: ClaimPaths) -> str:
    value = find_claim(claims, paths)
    if value is None:
        return ""
    text = str(value)
    if settings.bsn_prefix:
        if not text.startswith(settings.bsn_prefix):
            raise NoAccess("claim-bsn-sector")
        text = text.removeprefix(settings.bsn_prefix)
    text = text.zfill(9)
    if not is_bsn(text):
        raise NoAccess("claim-bsn-number")
    return text


def _find_represented(settings: ProviderSettings, claims: Mapping[str, Any]) -> str:
    represented = (
        _find_bsn(settings, claims, settings.represented_bsn) if _is_citizen(settings, claims) else ""
    )
    if not represented and find_claim(claims, settings.represented_bsn) is not None:
        # Somebody acts for a company or another kind of number: never read that as a citizen.
        raise NoAccess("claim-represents")
    return represented


def _is_citizen(settings: ProviderSettings, claims: Mapping[str, Any]) -> bool:
    if not settings.represented_kind:
        return True
    return bool(find_claim(claims, settings.represented_kind) == settings.represented_kind_is)


def _find_name(claims: Mapping[str, Any], paths: ClaimPaths) -> str:
    found = find_claim(claims, paths)
    return " ".join(found.split())[:_LONGEST_NAME] if isinstance(found, str) else ""
