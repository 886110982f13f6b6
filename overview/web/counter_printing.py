"""POST /print/together: the paper of a conversation at a counter. Only for a worker; nothing is kept."""

from __future__ import annotations

import json
from typing import Final, cast

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from overview.domain.conversation import Conversation, Keeping
from overview.domain.identity import Role
from overview.services.conversation_reader import read_conversation
from overview.services.fields import BadInput
from overview.services.keeping.claims import is_code
from overview.web.case_reading import PAPER_WAIT, Readings, find_reader, read_for
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import read_language
from overview.web.messages import show_bad_input, show_refused, show_too_large
from overview.web.origin import is_same_origin
from overview.web.printing import FILE_NAME, Sheet, Size
from overview.web.sign_in.visitors import find_visitor_of
from overview.wiring import get_portal

_SIZES: Final = ("normal", "large")
_SHEETS: Final = ("full", "fridge")


OWN_CASES: Final = "own"
"""What the form says when the citizen opened their own overview on this screen."""


async def print_together(request: Request) -> Response:
    """The paper; refused for everybody but a worker, and when another site sent the form."""
    language = read_language(request.scope)
    if not is_same_origin(request):
        return show_refused(language)
    worker = (await find_visitor_of(request)).worker
    if worker is None or worker.role is not Role.WORKER:
        return show_refused(language)
    try:
        form = await read_form(request)
    except FormTooLargeError:
        return show_too_large(language)
    size, sheet = form.get("size", "normal"), form.get("sheet", "full")
    if size not in _SIZES or sheet not in _SHEETS:
        return show_bad_input(language)
    code = form.get("code", "")
    if code and not is_code(code):
        return show_bad_input(language)
    portal = get_portal()
    today = portal.today()
    is_own = form.get("cases") == OWN_CASES
    try:
        situation = portal.read_situation(form.get("situation", ""), today)
        conversation = read_conversation(json.loads(form.get("conversation", "")), portal.catalogue)
    except BadInput as error:
        return show_bad_input(language, error.message)
    except (ValueError, RecursionError):
        return show_bad_input(language)
    content = await to_thread.run_sync(
        lambda: portal.print_together(
            situation,
            conversation,
            today,
            cast(Size, size),
            cast(Sheet, sheet),
            code,
            readings=_read_own_cases(request, conversation) if is_own else None,
        )
    )
    headers = {"Content-Disposition": f'inline; filename="{FILE_NAME}"'}
    return Response(content, media_type="application/pdf", headers=headers)


def _read_own_cases(request: Request, conversation: Conversation) -> Readings | None:
    """The cases of the citizen who signed in on this screen, whatever the form says; else none."""
    if conversation.keeping is not Keeping.EXISTING or find_reader(request.cookies) is None:
        return None
    return read_for(request.cookies, wait_for=PAPER_WAIT)
