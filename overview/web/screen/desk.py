"""What the tab of a worker remembers: at which counter, which conversation, and whether it is covered.

In memory only. Of a conversation in which nothing is kept this is the one place where it is, and
`Memory.clear` takes it away.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from overview.domain.conversation import Conversation

COVER_AFTER: Final = timedelta(minutes=2)
END_AFTER: Final = timedelta(minutes=15)
MOST_WRONG_CODES: Final = 5


class ScreenCode:
    """Schermcode: four digits of this worker, kept as a salted hash, to bring back a covered screen."""

    def __init__(self, code: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._made = self._hash(code)

    @staticmethod
    def is_code(text: str) -> bool:
        """Whether this may be a code: four digits, not all the same."""
        return len(text) == 4 and text.isascii() and text.isdecimal() and len(set(text)) > 1

    def is_right(self, code: str) -> bool:
        """Whether this is the code that was chosen."""
        return hmac.compare_digest(self._made, self._hash(code))

    def _hash(self, code: str) -> bytes:
        return hashlib.scrypt(code.encode("utf-8"), salt=self._salt, n=2**12, r=8, p=1)


class Presence(Enum):
    """Aanwezigheid: is somebody at this screen."""

    HERE = "here"
    COVERED = "covered"
    GONE = "gone"


@dataclass(slots=True)
class Desk:
    """Balie: one worker at one counter in this tab. `worker` is the session, `actor` who it is.

    `conversation` is None between two people. `step` is the step that is being agreed on,
    `pointed_at` the one the worker points at.
    """

    worker: str
    actor: str
    language: str
    counter: str
    code: ScreenCode
    active_at: datetime
    conversation: Conversation | None = None
    is_explained: bool = False
    is_covered: bool = False
    wrong_codes: int = 0
    pointed_at: str = ""
    step: str = ""
    person: str = ""
    is_held: bool = False
    is_helping: bool = False
    """The citizen agreed that this worker goes on helping."""

    def see(self, now: datetime) -> Presence:
        """Somebody did something at `now`: how long it had been still decides what the screen may show.

        A covered screen stays covered, and its clock goes on: only the code brings it back.
        """
        still = now - self.active_at
        if still >= END_AFTER:
            return Presence.GONE
        if self.is_covered or still >= COVER_AFTER:
            self.is_covered = True
            return Presence.COVERED
        self.active_at = now
        return Presence.HERE

    def uncover(self, code: str, now: datetime) -> Presence:
        """Bring the screen back for this worker; too many wrong codes end the conversation."""
        if self.code.is_right(code):
            self.is_covered, self.wrong_codes, self.active_at = False, 0, now
            return Presence.HERE
        self.wrong_codes += 1
        return Presence.GONE if self.wrong_codes >= MOST_WRONG_CODES else Presence.COVERED

    def part(self) -> None:
        """The conversation is over: nothing of it stays at the desk."""
        self.conversation = None
        self.is_explained = False
        self.pointed_at = self.step = self.person = ""
        self.is_helping = False
