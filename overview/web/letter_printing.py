"""POST /print/letter: a letter to sign as PDF, from what was typed in the form. Nothing is kept."""

from __future__ import annotations

from typing import Final, cast

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from i18n.languages import LANGUAGES
from overview.web.forms import FormTooLargeError, read_form
from overview.web.language import read_language
from overview.web.letters import find_template
from overview.web.messages import show_bad_input, show_refused, show_too_large
from overview.web.origin import is_same_origin
from overview.web.printing import Size
from overview.wiring import get_portal

FILE_NAME: Final = "brief.pdf"
"""Neutral: it says nothing about whom or what the letter is for."""

_LONGEST_NAME: Final = 120
_FIELD: Final = "field-"


async def print_letter(request: Request) -> Response:
    """The paper, shown in the browser; refused when another site sent the form."""
    page_language = read_language(request.scope)
    if not is_same_origin(request):
        return show_refused(page_language)
    try:
        form = await read_form(request)
    except FormTooLargeError:
        return show_too_large(page_language)
    portal = get_portal()
    template = find_template(portal.catalogue, form.get("template", ""))
    language, size = form.get("language", page_language), form.get("size", "normal")
    if template is None or language not in LANGUAGES or size not in ("normal", "large"):
        return show_bad_input(page_language)
    typed = {name.removeprefix(_FIELD): text for name, text in form.items() if name.startswith(_FIELD)}
    to = form.get("to", "")[:_LONGEST_NAME]
    content = await to_thread.run_sync(
        lambda: portal.print_letter(template, typed, to, language, cast(Size, size))
    )
    headers = {"Content-Disposition": f'inline; filename="{FILE_NAME}"'}
    return Response(content, media_type="application/pdf", headers=headers)
