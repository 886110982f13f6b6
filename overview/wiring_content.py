"""The content of this process, loaded once for everything that asks for it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from overview.adapters.content_files.loader import ContentFiles


def find_local_content() -> Path | None:
    """The municipality's own content folder, when `OVERVIEW_CONTENT` names one."""
    named = os.environ.get("OVERVIEW_CONTENT")
    return Path(named) if named else None


@lru_cache(maxsize=1)
def get_content() -> ContentFiles:
    """The content files."""
    return ContentFiles(local=find_local_content())
