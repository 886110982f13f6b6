"""What somebody told before signing in, on its way: sealed cookies of a few minutes, nothing on the server.

Nothing is written before yes, so the situation waits in the browser, where only this portal can read it.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from overview.identity_ports import Seals
from overview.services.sign_in import TICKET_LIVES

_NAME: Final = "__Host-told-"
_PLACE: Final = "sign-in/told"
_PIECE: Final = 3600
"""Characters for each cookie: browsers take 4096 with its name and settings."""
_MOST_PIECES: Final = 4
_LONGEST: Final = 128 * 1024


def set_told(response: Response, seals: Seals, told: str, sent: Mapping[str, str]) -> bool:
    """Give it along. False when it is too long for a browser to carry."""
    sealed = seals.seal_short_lived(zlib.compress(told.encode(), 9), _PLACE)
    text = base64.urlsafe_b64encode(sealed).decode()
    pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
    if len(pieces) > _MOST_PIECES:
        return False
    drop_told(response, sent)
    for number, piece in enumerate(pieces):
        response.set_cookie(
            f"{_NAME}{number}",
            piece,
            max_age=int(TICKET_LIVES.total_seconds()),
            path="/",
            secure=True,
            httponly=True,
            samesite="lax",
        )
    return True


def find_told(seals: Seals, sent: Mapping[str, str]) -> str:
    """What was given along; empty when there is nothing, or nothing of ours."""
    pieces = [sent.get(f"{_NAME}{number}", "") for number in range(_MOST_PIECES)]
    try:
        sealed = base64.urlsafe_b64decode("".join(pieces))
        packed = zlib.decompressobj()
        return packed.decompress(seals.unseal_short_lived(sealed, _PLACE), _LONGEST).decode()
    except (ValueError, zlib.error):
        return ""


def drop_told(response: Response, sent: Mapping[str, str]) -> None:
    """Take it back from the browser."""
    for name in sent:
        if name.startswith(_NAME):
            response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="lax")
