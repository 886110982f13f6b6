"""POST /print: the overview as PDF, from the situation in the form. Nothing is kept or in the address."""

from __future__ import annotations

from typing import Final, Literal, cast

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from i18n.languages import LANGUAGES
from overview.services.fields import BadInput
from overview.services.keeping.claims import is_code
from overview.web.case_reading import PAPER_WAIT, read_for
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import SOURCE_LANGUAGE, read_language
from overview.web.messages import show_bad_input, show_refused, show_too_large
from overview.web.origin import is_same_origin
from overview.wiring import get_portal

FILE_NAME: Final = "mijn-overzicht.pdf"
"""Neutral: a file name may be seen by whoever uses this computer next."""

Size = Literal["normal", "large"]
Sheet = Literal["full", "fridge"]


async def print_overview(request: Request) -> Response:
    """The paper, shown in the browser; refused when another site sent the form."""
    page_language = read_language(request.scope)
    if not is_same_origin(request):
        return show_refused(page_language)
    try:
        form = await read_form(request)
    except FormTooLargeError:
        return show_too_large(page_language)
    language = form.get("language", page_language)
    beside = form.get("beside") or None
    size, sheet = form.get("size", "normal"), form.get("sheet", "full")
    if language not in LANGUAGES or size not in ("normal", "large") or sheet not in ("full", "fridge"):
        return show_bad_input(page_language)
    if beside not in (None, SOURCE_LANGUAGE):
        return show_bad_input(page_language)
    code = form.get("code", "")
    if code and not is_code(code):
        return show_bad_input(page_language)
    portal = get_portal()
    try:
        situation = portal.read_situation(form.get("situation", ""))
    except BadInput as error:
        return show_bad_input(page_language, error.message)
    # Making paper is work for a processor; other people's clicks must not wait for it.
    content = await to_thread.run_sync(
        lambda: portal.print_pdf(
            situation,
            portal.today(),
            language,
            beside,
            cast(Size, size),
            cast(Sheet, sheet),
            code,
            readings=read_for(request.cookies, wait_for=PAPER_WAIT),
        )
    )
    headers = {"Content-Disposition": f'inline; filename="{FILE_NAME}"'}
    return Response(content, media_type="application/pdf", headers=headers)
