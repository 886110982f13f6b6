"""The one error of this adapter."""

from __future__ import annotations

from typing import Final

KINDS: Final = ("down", "slow", "refused", "nonsense", "unsafe")


class RegisterError(Exception):
    """Een register antwoordt niet zoals het moet.

    `kind` is a problem code of the domain. `code` is what a log may say: never a BSN, a name or text
    of the register itself beyond its error code.
    """

    def __init__(self, kind: str, code: str = "") -> None:
        self.kind = kind
        self.code = code
        super().__init__(f"{kind} ({code})" if code else kind)
