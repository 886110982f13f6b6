"""What was made under a name, made again only when it is to say something else.

At most presses nearly everything an overview says stays the same. A tab remembers what it said, by value:
who asks gives all that it is made of, and where that is equal the same object comes back. So what is made
of it in turn is known to be the same at once. What was said before that is kept too: who takes a press back
wants just that again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Final, TypeVar, cast

Made = TypeVar("Made")
_NOTHING: Final = object()


@dataclass(slots=True)
class _Held:
    """The last value under a name, the one before it, and what each was made of."""

    of: object
    made: Any
    of_before: object = _NOTHING
    made_before: Any = None

    def swap(self) -> None:
        self.of, self.of_before = self.of_before, self.of
        self.made, self.made_before = self.made_before, self.made


class Remembered:
    """Onthouden: per name two values, and what they were made of. Belongs to one tab and ends with it."""

    __slots__ = ("_held", "_of")

    def __init__(self) -> None:
        self._held: dict[Hashable, _Held] = {}
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
        if held is None:
            made = make()
            self._held[name] = _Held(of, made)
            return made
        if held.of is of or held.of == of:
            return cast(Made, held.made)
        held.swap()
        if held.of is not of and held.of != of:
            held.of, held.made = of, make()
        return cast(Made, held.made)

    def clear(self) -> None:
        """Nothing is kept."""
        self._held.clear()
