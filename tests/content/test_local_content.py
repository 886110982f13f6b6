"""A municipality's own content: it adds and replaces without touching ours, under the same checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from overview.adapters.content_files.layers import ContentError
from overview.adapters.content_files.loader import CONTENT, ContentFiles
from overview.adapters.content_files.rules import check_content

COUNTER = """
id = "utrecht"
name = "Loket Echtstad"
phone = "14 030"
address = "Plein 2, Echtstad"
hours = "Maandag tot en met vrijdag, 9 tot 17 uur"
is_example = false
"""
STEP = """
id = "moving_house"

[[step]]
id = "{id}"
title = "Vraag een welkomstpakket"
what = "U krijgt informatie over uw buurt."
why = "U ziet deze stap, omdat u hier komt wonen."
done_by = "citizen"
agency = "municipality"
channels = ["counter"]
level = 1
otherwise = "U krijgt geen pakket."
when_late = "Het kan altijd nog."
confidence = "high"
review_on = 2027-06-01
[[step.source]]
title = "Gemeente Echtstad"
url = "https://www.echtstad.example/welkom"
checked_on = 2026-11-01
seen = "page"
"""


def load(folder: Path) -> ContentFiles:
    return ContentFiles(CONTENT, folder)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_real_counter_takes_the_place_of_the_example(tmp_path: Path) -> None:
    write(tmp_path, "counters/utrecht.toml", COUNTER)
    counter = load(tmp_path).load().counter
    assert counter is not None
    assert (counter.name, counter.is_example) == ("Loket Echtstad", False)


def test_a_local_step_joins_ours(tmp_path: Path) -> None:
    write(tmp_path, "life_events/moving_house.toml", STEP.format(id="welcome_pack"))
    ours = {step.id for step in ContentFiles().load().life_events["moving_house"].steps}
    joined = load(tmp_path).load()
    assert {step.id for step in joined.life_events["moving_house"].steps} == ours | {"welcome_pack"}
    assert not [f for f in check_content(joined, date(2026, 11, 26)) if f.is_error]
    assert load(tmp_path).list_overrides() == ()


def test_a_local_step_with_our_id_replaces_ours_and_is_named(tmp_path: Path) -> None:
    write(tmp_path, "life_events/moving_house.toml", STEP.format(id="forward_post"))
    found = [s for s in load(tmp_path).load().life_events["moving_house"].steps if s.id == "forward_post"]
    assert [step.title for step in found] == ["Vraag een welkomstpakket"]
    assert load(tmp_path).list_overrides() == ("life_events/moving_house.toml: step forward_post",)


def test_a_local_text_replaces_ours(tmp_path: Path) -> None:
    write(
        tmp_path, "life_events/moving_house.toml", 'id = "moving_house"\ntitle = "Ik kom in Echtstad wonen"\n'
    )
    assert load(tmp_path).load().life_events["moving_house"].title == "Ik kom in Echtstad wonen"


def test_local_content_passes_the_same_checks(tmp_path: Path) -> None:
    write(
        tmp_path,
        "life_events/moving_house.toml",
        STEP.format(id="welcome_pack").replace("level = 1", "level = 9"),
    )
    with pytest.raises(ContentError) as caught:
        load(tmp_path).load()
    assert any("welcome_pack" in problem and "level" in problem for problem in caught.value.problems)


def test_a_folder_that_is_not_there_is_an_error_and_not_ignored(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        load(tmp_path / "nowhere").load()
