"""The citizen service number while a register is asked. Never shown, never kept, never in a log."""

from __future__ import annotations

from typing import Final

_LENGTH: Final = 9
_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)


class BadBsn(ValueError):
    """Geen burgerservicenummer. The text never holds the number."""

    def __init__(self) -> None:
        super().__init__("not a citizen service number: nine digits that pass the 11-test")


class Bsn:
    """Burgerservicenummer: nine digits that pass the 11-test. Printing it shows nothing of it.

    It can be compared, but has no readable representation, no copy in a pickle and no hash that
    anybody could look up. `reveal` is for the one line that puts it in the body of a question.
    """

    __slots__ = ("_digits",)

    def __init__(self, digits: str) -> None:
        if not is_bsn(digits):
            raise BadBsn
        self._digits = digits

    def reveal(self) -> str:
        """The nine digits, for the body of a question to a register and nothing else."""
        return self._digits

    def __repr__(self) -> str:
        return "Bsn(•••••••••)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    # With an `__eq__` alone Python makes it unhashable: it cannot become a key or stand in a set.
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bsn) and other._digits == self._digits

    def __reduce__(self) -> str:
        raise TypeError("a citizen service number is never written away")


def is_bsn(text: object) -> bool:
    """Whether `text` is nine digits that pass the 11-test (and not nine zeros)."""
    if not isinstance(text, str) or len(text) != _LENGTH or not text.isascii() or not text.isdecimal():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=True))
    return text != "0" * _LENGTH and total % 11 == 0
