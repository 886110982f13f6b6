"""What the operator reads about access, lifetimes and sensitivity is what the program does."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from overview.adapters.identity.settings import ProviderSettings
from overview.adapters.store.tables import Base
from overview.domain.access import Action, Opening, is_allowed
from overview.domain.identity import Assurance, Role, SignedIn
from overview.domain.sign_in import Limits
from overview.services.keeping.answers import Opened
from overview.services.keeping.rights import Everything
from overview.services.sign_in import TICKET_LIVES

OPERATOR = Path(__file__).parents[1] / "docs" / "operator"
ACCESS, SIGN_IN = (OPERATOR / "access.md").read_text("utf-8"), (OPERATOR / "sign-in.md").read_text("utf-8")
NOW = datetime(2026, 11, 26, tzinfo=UTC)


def _read_table(heading: str) -> dict[str, list[str]]:
    """The rows of the table under a heading, by the name in their first cell."""
    part = ACCESS.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `?([a-z_]+)`? \| (.+) \|$", part, re.MULTILINE)
    return {name: [cell.strip() for cell in cells.split("|")] for name, cells in rows}


def _sign_in(role: Role, person: str = "") -> SignedIn:
    return SignedIn("s", role, person, "actor", "", Assurance.HIGH, "test", NOW)


@pytest.mark.parametrize("action", Action)
def test_who_may_do_what_is_documented_as_it_is(action: Action) -> None:
    opened = (Opening("o", "p", "actor", "Samen verder", NOW, NOW + timedelta(hours=2)),)
    citizen, stranger = _sign_in(Role.CITIZEN, "p"), _sign_in(Role.CITIZEN, "q")
    worker = _sign_in(Role.WORKER)
    others = [_sign_in(Role.COUNTER_LEAD), _sign_in(Role.CONTENT_REVIEWER)]
    found = [
        "own" if is_allowed(citizen, "p", action, (), NOW) else "no",
        "open to them" if is_allowed(worker, "p", action, opened, NOW) else "no",
        "yes" if any(is_allowed(one, "p", action, opened, NOW) for one in others) else "no",
    ]
    assert _read_table("Actions")[action.value] == found
    assert not is_allowed(worker, "p", action, (), NOW)
    assert not is_allowed(stranger, "p", action, opened, NOW)


def test_no_action_is_documented_that_does_not_exist() -> None:
    assert set(_read_table("Actions")) == {action.value for action in Action}


def test_every_field_of_an_overview_is_documented_with_who_sees_it() -> None:
    assert set(_read_table("What of an overview")) == {field.name for field in fields(Everything)}


def test_a_worker_gets_only_the_fields_that_are_documented() -> None:
    table = _read_table("What of an overview")
    for_workers = {name for name, (_, worker) in table.items() if worker == "yes"}
    given = {field.name for field in fields(Opened)}
    assert given & set(table) == for_workers
    # Besides: when they looked last themselves, what changed since, and what could not be read any more.
    assert given - set(table) == {"last_visit", "since_visit", "dropped"}


def test_every_table_has_a_level_of_sensitivity() -> None:
    table = _read_table("What stands in the database")
    assert set(table) == set(Base.metadata.tables)
    assert {level for level, _ in table.values()} == {"special", "personal", "plain"}
    sealed = {name for name, one in Base.metadata.tables.items() if "sealed" in one.columns}
    assert not [name for name in sealed if table[name][0] == "plain"]


def test_the_lifetimes_in_the_documentation_are_those_of_the_program() -> None:
    limits = Limits()
    assert f"| Without a click | {limits.idle.total_seconds() / 60:.0f} minutes" in SIGN_IN
    assert f"| In all | {limits.whole.total_seconds() / 3600:.0f} hours" in SIGN_IN
    assert limits.warning == timedelta(minutes=2)
    assert "a warning two minutes before" in SIGN_IN
    assert f"| An attempt to sign in | {TICKET_LIVES.total_seconds() / 60:.0f} minutes, once |" in SIGN_IN


def test_every_setting_of_a_provider_is_documented() -> None:
    read_from = {"key": "key_from", "secret": "secret_from"}
    for name in ProviderSettings.model_fields:
        wanted = read_from.get(name, name)
        assert re.search(rf"`{wanted}`|^{wanted} =", SIGN_IN, re.MULTILINE), wanted
