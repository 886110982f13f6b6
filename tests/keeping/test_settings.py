"""The settings of keeping: what is wrong is refused with one sentence that shows no secret."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from overview.adapters.settings import SettingsError, load_settings, make_key

KEY = make_key()
RIGHT = {
    "OVERVIEW_MODE": "production",
    "OVERVIEW_MASTER_KEYS": f"a:{make_key()}",
    "OVERVIEW_LOOKUP_KEY": KEY,
    "OVERVIEW_MUNICIPALITY": "Voorbeeld",
    "OVERVIEW_LEGAL_BASIS": "grondslag",
    "OVERVIEW_PROCESSING_ACTIVITY": "https://register.example/1",
    "OVERVIEW_PUBLIC_URL": "https://portaal.example",
    "DATABASE_URL": "postgresql://portaal@db.example/overview",
}
WRONG = {
    "a mode nobody knows": ({"OVERVIEW_MODE": "test"}, "OVERVIEW_MODE moet demo of production zijn"),
    "a key without a name": ({"OVERVIEW_MASTER_KEYS": make_key()}, "eigen korte naam"),
    "one name twice": ({"OVERVIEW_MASTER_KEYS": f"a:{make_key()},a:{make_key()}"}, "eigen korte naam"),
    "a key that is too short": ({"OVERVIEW_MASTER_KEYS": "a:c2hvcnQ="}, "32 willekeurige bytes"),
    "a key that is no base64": ({"OVERVIEW_LOOKUP_KEY": "geheim"}, "32 willekeurige bytes"),
    "one key for two things": ({"OVERVIEW_MASTER_KEYS": f"a:{KEY}"}, "niet dezelfde sleutel"),
    "no municipality": ({"OVERVIEW_MUNICIPALITY": ""}, "OVERVIEW_MUNICIPALITY ontbreekt"),
    "no legal basis": ({"OVERVIEW_LEGAL_BASIS": ""}, "OVERVIEW_LEGAL_BASIS ontbreekt"),
    "no address in the register": ({"OVERVIEW_PROCESSING_ACTIVITY": ""}, "OVERVIEW_PROCESSING_ACTIVITY"),
    "an address without a scheme": ({"OVERVIEW_PUBLIC_URL": "portaal.example"}, "volledig adres"),
    "production on this machine": ({"OVERVIEW_PUBLIC_URL": "http://localhost:8501"}, "in productie"),
    "another kind of database": ({"DATABASE_URL": "mysql://db.example/overview"}, "DATABASE_URL"),
    "no days at all": ({"OVERVIEW_KEEP_DAYS": "0"}, "OVERVIEW_KEEP_DAYS"),
    "half a day": ({"OVERVIEW_CLAIM_DAYS": "0.5"}, "OVERVIEW_CLAIM_DAYS"),
    "days in other digits": ({"OVERVIEW_LOG_DAYS": "٣٠"}, "OVERVIEW_LOG_DAYS"),
    "more than a hundred years": ({"OVERVIEW_KEEP_DAYS": "36501"}, "OVERVIEW_KEEP_DAYS"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_setting_is_refused_with_its_name_and_no_secret(case: str, tmp_path: Path) -> None:
    changed, said = WRONG[case]
    environ = {**RIGHT, "OVERVIEW_DATA": str(tmp_path), **changed}
    with pytest.raises(SettingsError) as caught:
        load_settings(environ)
    assert any(said in problem for problem in caught.value.problems)
    for problem in caught.value.problems:
        assert problem.endswith(".")
        secrets = [environ["OVERVIEW_LOOKUP_KEY"], *environ["OVERVIEW_MASTER_KEYS"].split(",")]
        assert not [one for one in secrets if one.partition(":")[2] and one in problem]


def test_right_settings_are_taken_and_no_secret_is_in_their_repr(tmp_path: Path) -> None:
    settings = load_settings({**RIGHT, "OVERVIEW_DATA": str(tmp_path)})
    assert (settings.is_demo, settings.keep_days, settings.claim_days, settings.log_days) == (
        *(False, 365, 30, 730),
    )
    for key in (*settings.master_keys.values(), *settings.lookup_keys):
        assert repr(key) not in repr(settings)
    assert "db.example" not in repr(settings)
    assert list(tmp_path.iterdir()) == []


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({"OVERVIEW_MODE": "production", "OVERVIEW_DATA": str(tmp_path)})
    assert len(caught.value.problems) >= 6


def test_a_demo_makes_its_secrets_once_for_its_owner_only(tmp_path: Path) -> None:
    first = load_settings({"OVERVIEW_DATA": str(tmp_path)})
    again = load_settings({"OVERVIEW_DATA": str(tmp_path)})
    assert first.is_demo
    assert (first.master_keys, first.lookup_keys) == (again.master_keys, again.lookup_keys)
    kept = tmp_path / "demo-secrets.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert set(json.loads(kept.read_text(encoding="utf-8"))) == {
        "OVERVIEW_MASTER_KEYS",
        "OVERVIEW_LOOKUP_KEY",
    }


def test_last_known_cases_need_a_ground_of_their_own_which_only_the_demo_has_by_itself(
    tmp_path: Path,
) -> None:
    here = {"OVERVIEW_DATA": str(tmp_path)}
    assert load_settings({**RIGHT, **here}).cases_basis.text == ""
    assert (
        load_settings({**RIGHT, **here, "OVERVIEW_KEEP_CASES_BASIS": "artikel"}).cases_basis.text == "artikel"
    )
    assert "Voorbeeld" in load_settings(here).cases_basis.text
    assert load_settings({**here, "OVERVIEW_KEEP_CASES_BASIS": ""}).cases_basis.text == ""
    assert load_settings(here).cases_days == 90
