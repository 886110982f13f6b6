"""What was made last under a name, made again only when it is to say something else.

At most presses nearly everything an overview says stays the same. A tab remembers what it said, by value:
who asks gives all that it is made of, and where that is equal the same object comes back. So what is made
of it in turn is known to be the same at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Remembered:
    """Onthouden: per name one value, and what it was made of. Belongs to one tab and ends with it."""

    __slots__ = ("_held", "_of")

    def __init__(self) -> None:
        self._held: dict[Hashable, tuple[object, Any]] = {}
        self._of: object = None

    def begin(self, of: object) -> None:
        """All that follows hangs on `of`: languages, day, content. With another one nothing is kept."""
        if self._of != of:
            self._held.clear()
            self._of = of

    def take(self, name: Hashable, of: object, make: Callable[[], Made]) -> Made:
        """What was made under this name of an equal `of`, else what `make` makes now.

        `of` must hold everything that `make` reads beside what was told at `begin`.
        """
        held = self._held.get(name)
        if held is not None and (held[0] is of or held[0] == of):
            return cast(Made, held[1])
        made = make()
        self._held[name] = (of, made)
        return made

    def clear(self) -> None:
        """Nothing is kept."""
        self._held.clear()
