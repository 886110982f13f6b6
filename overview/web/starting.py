"""What happens once, before anybody is served: settings are checked, addresses stay out of the log."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import time
from typing import Final

from i18n.catalogues import get_translations
from i18n.dates import calendar_words
from i18n.languages import LANGUAGES
from overview.adapters.settings import SettingsError
from overview.adapters.store.refusals import WrongDatabase
from overview.paper import load_ahead
from overview.ports import StoreDown
from overview.wiring import get_portal

_BETWEEN_ERASING: Final = 60.0
_OBJECTS_BEFORE_LOOKING: Final = 20_000
"""New objects before Python looks for unused ones: a press makes a few thousand and drops them at once."""
_log = logging.getLogger(__name__)


class HideQueries(logging.Filter):
    """Verbergt wat achter het vraagteken staat: the code of a sign-in comes back in an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every argument of an access line that looks like an address loses its query."""
        if isinstance(record.args, tuple):
            record.args = tuple(_cut(part) for part in record.args)
        return True


def _cut(part: object) -> object:
    if isinstance(part, str) and "?" in part:
        return part.partition("?")[0]
    return part


def start() -> None:
    """Check everything the operator set. What is wrong is told in sentences, and nothing starts."""
    hide_queries()
    try:
        _ = get_portal().accounts
    except SettingsError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        raise SystemExit(2) from None
    except WrongDatabase as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
    threading.Thread(target=_erase_what_is_over, name="erase", daemon=True).start()


def settle() -> None:
    """Load what every citizen needs, paper too, and never look through it for unused objects again.

    Without this the first one waits for it, and Python goes through the whole content, hundred thousands of
    objects, in the midst of a press.
    """
    _ = get_portal().catalogue
    for language in LANGUAGES:
        get_translations(language)
    load_ahead({language: calendar_words(language) for language in LANGUAGES})
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BEFORE_LOOKING, 10, 10)


def _erase_what_is_over() -> None:
    """A session that nobody comes back to is erased within a minute of its end, with the number in it."""
    accounts = get_portal().accounts
    while True:
        time.sleep(_BETWEEN_ERASING)
        try:
            accounts.sessions.purge(accounts.clock())
            accounts.sign_in.purge(accounts.clock())
        except StoreDown:
            _log.warning("the database did not answer; what is over is erased later")


def hide_queries() -> None:
    """Keep what stands behind a question mark out of every log line of the server and of our own requests."""
    for name in ("uvicorn.access", "httpx", "httpcore"):
        logging.getLogger(name).addFilter(HideQueries())
    # These would write whole addresses, also those we go to ourselves.
    logging.getLogger("httpx").setLevel(logging.WARNING)
