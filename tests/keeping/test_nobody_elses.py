"""No citizen, and no worker without a reason, can see, print, change or delete what is another's.

One row for each public method around a saved overview. A method that is not in the table fails by name.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Final

import pytest

from overview.domain.access import Action, NotAllowed
from overview.domain.identity import Role
from overview.domain.keeping import Purpose
from overview.domain.kept import Kept
from overview.domain.situation import Situation
from overview.services import counter, keeping
from overview.services.keeping.answers import NotKept
from overview.services.keeping.claims import ClaimProblem
from tests.keeping.another import ASKER, NOTE, REFERRAL, WISH, Call, Scene, build_scene
from tests.keeping.builders import NOW, World, make_kept

ROOT = Path(__file__).parents[2]

REFUSED: Final[dict[str, tuple[Call, ...]]] = {
    "SavedOverviews.open": (lambda s, who: s.world.overviews.open(who, s.person, NOW),),
    "SavedOverviews.save": (
        lambda s, who: s.world.overviews.save(who, s.person, Kept(), 1, make_kept("2026-11-01"), NOW),
        lambda s, who: s.world.overviews.save(who, s.person, Kept(), 0, Kept(), NOW),
    ),
    "SavedOverviews.save_situation": (
        lambda s, who: s.world.overviews.save_situation(
            who, s.person, Situation(()), 1, make_kept("2026-11-01").situation, NOW
        ),
        lambda s, who: s.world.overviews.save_situation(who, s.person, Situation(()), 0, Situation(()), NOW),
    ),
    "Rights.list_everything": (
        lambda s, who: s.world.rights.list_everything(who, s.person, NOW),
        lambda s, who: s.world.rights.list_everything(who, s.person, NOW, is_export=True),
    ),
    "Rights.give": (
        lambda s, who: s.world.rights.give(who, s.person, Purpose.HELP_AT_COUNTER, "nl", "", NOW),
        lambda s, who: s.world.rights.give(who, s.person, Purpose.KEEP_CASES, "nl", "", NOW, agency="uwv"),
    ),
    "Rights.withdraw": (
        lambda s, who: s.world.rights.withdraw(who, s.person, s.consent, NOW),
        lambda s, who: s.world.rights.withdraw(who, who.person, s.consent, NOW),
    ),
    "Rights.open_for_print": (lambda s, who: s.world.rights.open_for_print(who, s.person, NOW),),
    "Rights.forget": (lambda s, who: s.world.rights.forget(who, s.person, NOW),),
    "Helping.start": (
        lambda s, who: s.helping.start(who, s.person, "Gerard", "werksaam", "nl", "voorbeeld", NOW),
    ),
    "Helping.open": (lambda s, who: s.helping.open(who, s.person, "Even kijken", NOW),),
    "Helping.end": (lambda s, who: s.helping.end(who, s.person, NOW),),
    "PassingOn.open": (lambda s, who: s.passing_on.open(who, s.person, REFERRAL, "werksaam", NOW),),
    "PassingOn.pick_up": (lambda s, who: s.passing_on.pick_up(who, s.handover.id, "De Wit", NOW),),
    "PassingOn.take_back": (lambda s, who: s.passing_on.take_back(who, s.handover.id, NOW),),
    "PassingOn.agree_check_in": (lambda s, who: s.passing_on.agree_check_in(who, s.person, WISH, NOW),),
    "PassingOn.finish_check_in": (
        lambda s, who: s.passing_on.finish_check_in(who, s.check_in.id, NOW.date()),
    ),
    "Gate.enter": tuple(
        lambda s, who, action=action: s.world.store.run(
            lambda records: s.gate.enter(records, who, s.person, action, NOW)
        )
        for action in Action
    ),
}
"""Called with Gerard's ids: refused for everybody else."""

OF_ONES_OWN: Final[dict[str, tuple[Call, ...]]] = {
    "SavedOverviews.is_keeping": (lambda s, who: s.world.overviews.is_keeping(who),),
    "SavedOverviews.start": (lambda s, who: s.world.overviews.start(who, Kept(), "nl", "", NOW),),
    "Claims.make": (lambda s, who: s.world.claims.make(Kept(), "appel", "nl", "", NOW),),
    "Claims.claim": (lambda s, who: s.world.claims.claim(who, ASKER, s.person, NOW),),
    "Claims.open_at_counter": (
        lambda s, who: s.world.claims.open_at_counter(who, ASKER, s.person, "appel", "Even kijken", NOW),
    ),
    "Helping.find_by_name": (lambda s, who: s.helping.find_by_name(who, "gerard"),),
    "Helping.list_day": (lambda s, who: s.helping.list_day(who, NOW.date(), NOW),),
    "Helping.count": (lambda s, who: s.helping.count(who, "werksaam", NOW),),
    "PassingOn.list_of": (lambda s, who: s.passing_on.list_of(who),),
}
"""Take nobody's id: whatever they answer tells nothing of Gerard."""

NOT_FOR_SCREENS: Final = {
    *("Upkeep.purge", "Upkeep.export", "Upkeep.forget", "Upkeep.find_person", "Upkeep.keep_demo"),
    *("Upkeep.verify", "Upkeep.rotate_keys", "KeptCases.may_keep", "KeptCases.keep", "KeptCases.find"),
    *("SavedOverviews.add_consent", "Gate.log", "Rights.has_consent"),
}
"""For the operator's command line and for other services: no page and no route names them."""


def _list_methods() -> Iterator[str]:
    """Every public method of every service around a saved overview."""
    for package in (keeping, counter):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, one in inspect.getmembers(module, inspect.isclass):
                is_value = is_dataclass(one) or issubclass(one, (Enum, Exception))
                if one.__module__ == module.__name__ and not is_value:
                    yield from (
                        f"{name}.{method}"
                        for method in vars(one)
                        if not method.startswith("_") and callable(getattr(one, method))
                    )


def test_every_service_around_an_overview_is_in_the_table() -> None:
    table = {*REFUSED, *OF_ONES_OWN, *NOT_FOR_SCREENS}
    methods = set(_list_methods())
    assert methods - table == set(), "add what another may do with it to the table"
    assert table - methods == set(), "no longer there"


@pytest.fixture
def scene(world: World) -> Scene:
    return build_scene(world)


def test_what_takes_anothers_id_is_refused_and_changes_nothing(scene: Scene) -> None:
    strangers, before = scene.list_strangers(), scene.look()
    let_in = []
    for method, calls in REFUSED.items():
        for name, who in strangers.items():
            for call in calls:
                try:
                    call(scene, who)
                except NotAllowed:
                    continue
                let_in.append(f"{method} lets {name} in")
        if scene.look() != before:
            let_in.append(f"{method} changed something")
            break
    assert let_in == []


def test_who_is_refused_stands_in_the_log_without_a_name_or_an_id(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    strangers = scene.list_strangers()
    for who in strangers.values():
        with pytest.raises(NotAllowed):
            scene.world.overviews.open(who, scene.person, NOW)
    lines = [record.getMessage() for record in caplog.records if "access refused" in record.getMessage()]
    assert len(lines) == len(strangers)
    assert "access refused: role=worker action=read" in lines
    assert not [line for line in lines if scene.person in line or "Gerard" in line]


def test_what_takes_no_id_tells_and_changes_nothing_of_another(scene: Scene) -> None:
    strangers, before = scene.list_strangers(), scene.look()
    secrets = (scene.person, scene.handover.id, scene.check_in.id, NOTE, "Gerard")
    told = []
    for method, calls in OF_ONES_OWN.items():
        for name, who in strangers.items():
            for call in calls:
                try:
                    answer = repr(call(scene, who))
                except (NotAllowed, NotKept):
                    continue
                if who.person != scene.person and any(one in answer for one in secrets):
                    told.append(f"{method} tells {name}")
        if scene.look() != before:
            told.append(f"{method} changed something")
            break
    assert told == []


def test_the_citizen_and_the_worker_to_whom_it_is_open_do_come_in(scene: Scene) -> None:
    world, person = scene.world, scene.person
    assert world.overviews.open(scene.gerard, person, NOW).kept.goals == (NOTE,)
    assert world.overviews.open(scene.worker, person, NOW).kept.goals == (NOTE,)
    assert NOTE in world.rights.list_everything(scene.gerard, person, NOW).content
    assert [one.person for one in scene.helping.find_by_name(scene.worker, "gerard")] == [person]
    assert [one.id for one in scene.passing_on.list_of(scene.gerard)] == [scene.handover.id]
    scene.passing_on.finish_check_in(scene.worker, scene.check_in.id, NOW.date())


def test_even_the_worker_to_whom_it_is_open_takes_nothing_along_and_deletes_nothing(scene: Scene) -> None:
    before, rights, worker = scene.look(), scene.world.rights, scene.worker
    calls = (
        lambda: rights.list_everything(worker, scene.person, NOW),
        lambda: rights.list_everything(worker, scene.person, NOW, is_export=True),
        lambda: rights.give(worker, scene.person, Purpose.HELP_AT_COUNTER, "nl", "", NOW),
        lambda: rights.withdraw(worker, scene.person, scene.consent, NOW),
        lambda: rights.forget(worker, scene.person, NOW),
    )
    for call in calls:
        with pytest.raises(NotAllowed):
            call()
    assert scene.look() == before


def test_a_code_of_an_overview_that_has_an_owner_opens_nothing_for_another(scene: Scene) -> None:
    world = scene.world
    code = world.claims.make(make_kept(), "appel", "nl", "", NOW)
    annie, maria = world.sign_in("annie"), world.sign_in("maria")
    person = world.claims.claim(annie, ASKER, code.text, NOW)
    joost = world.sign_in("joost", role=Role.WORKER)
    assert world.claims.claim(maria, ASKER, code.text, NOW) is ClaimProblem.NOT_FOUND
    opened = world.claims.open_at_counter(joost, ASKER, code.text, "appel", "Even kijken", NOW)
    assert opened is ClaimProblem.NOT_FOUND
    with pytest.raises(NotAllowed):
        world.overviews.open(maria, str(person), NOW)


@pytest.mark.parametrize("method", sorted(NOT_FOR_SCREENS))
def test_no_page_and_no_route_names_what_is_not_for_screens(method: str) -> None:
    owner, _, name = method.partition(".")
    field = {
        "Upkeep": "upkeep",
        "Gate": "gate",
        "Rights": "rights",
        "SavedOverviews": "overviews",
        "KeptCases": "kept_cases",
    }[owner]
    for path in (*(ROOT / "pages").glob("*.py"), *(ROOT / "overview" / "web").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr != "upkeep", path
                is_ours = isinstance(node.value, (ast.Attribute, ast.Name)) and field in ast.unparse(
                    node.value
                )
                assert not (node.attr == name and is_ours), path
