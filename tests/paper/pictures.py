"""Pictures of every page of Gerard's sheets, to look at: `make_pictures(folder)`."""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date
from pathlib import Path

from overview.adapters.content_files.loader import CONTENT
from overview.wiring import get_portal

TODAY = date(2026, 11, 22)
LANGUAGES = (("nl", None), ("en", None), ("ar", "nl"))
_DOTS = "80"


def make_pictures(folder: Path) -> None:
    """`paper-<language>-<sheet>-<size>-<page>.png` in `folder`, which is made when needed."""
    folder.mkdir(parents=True, exist_ok=True)
    portal = get_portal()
    situation = portal.read_situation((CONTENT / "demo" / "gerard.json").read_text(encoding="utf-8"), TODAY)
    with tempfile.TemporaryDirectory() as kept:
        printed = Path(kept) / "sheet.pdf"
        for language, beside in LANGUAGES:
            for sheet in ("full", "fridge"):
                for size in ("normal", "large"):
                    printed.write_bytes(portal.print_pdf(situation, TODAY, language, beside, size, sheet))
                    name = folder / f"paper-{language}-{sheet}-{size}"
                    subprocess.run(["pdftoppm", "-r", _DOTS, "-png", str(printed), str(name)], check=True)
