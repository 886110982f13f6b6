"""Steps that wait for each other in a circle are found, with the path."""

from __future__ import annotations

from overview.domain.graph import find_circle


def test_a_circle_is_given_as_the_path_that_ends_where_it_began() -> None:
    assert find_circle({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]}) == ["a", "b", "c", "a"]


def test_a_step_that_waits_for_itself_is_a_circle() -> None:
    assert find_circle({"a": ["a"]}) == ["a", "a"]


def test_many_ways_to_one_step_are_no_circle() -> None:
    assert find_circle({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []
