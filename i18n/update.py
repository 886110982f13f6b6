"""`python -m i18n.update`: collect every Dutch sentence and bring the catalogues up to date.

A changed Dutch sentence becomes fuzzy in the other languages, and so falls back to Dutch
until somebody looked at it again. `--check` only says whether a catalogue lags behind.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import write_po

from i18n.catalogues import FOLDER, MACHINE_DRAFT, find_checked_by, load_catalogue
from i18n.languages import LANGUAGES, SOURCE_LANGUAGE

ROOT: Final = FOLDER.parent
_METHODS: Final = [
    ("paper/**.py", "ignore"),  # says nothing of its own: its words stand in words/paper_words.py
    ("**.py", "i18n.update:extract_code"),
    ("**.html", "jinja2.ext:babel_extract"),
    ("content/**.toml", "i18n.content_extractor:extract_content"),
]
_KEYWORDS: Final = {"say": None, "msg": None, "say_many": (1, 2), "label": None}
_SAYS: Final = re.compile(rf"\b(?:{'|'.join(_KEYWORDS)})\(".encode())
_FOLDERS: Final = ("overview", "pages")
_MOST_TO_COMPARE: Final = 100
"""Looking for a near sentence takes seconds each hundred; a new chapter has no near sentences anyway."""

_TOOL_HEADERS: Final = (
    *("Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date"),
    *("Last-Translator", "Language-Team", "Generated-By"),
)
_TOOLS_OWN: Final = re.compile(rf'^"(?:{"|".join(_TOOL_HEADERS)}): .*\n', re.MULTILINE)


def collect_sentences() -> Catalog:
    """Every sentence in code and content, in a fresh catalogue without translations."""
    catalogue = Catalog(project="Mijn overzicht", charset="utf-8", fuzzy=False)
    for folder in _FOLDERS:
        for filename, _, message, comments, _ in _extract(folder):
            catalogue.add(message, locations=[(f"{folder}/{filename}", 0)], auto_comments=comments)
    return catalogue


def extract_code(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Any
) -> Iterator[tuple[Any, ...]]:
    """Babel's own extractor, for the files that say anything: most of ours do not, and it is slow."""
    if _SAYS.search(fileobj.read()):
        fileobj.seek(0)
        yield from extract_python(fileobj, keywords, comment_tags, options)


def _extract(folder: str) -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    yield from extract_from_dir(
        ROOT / folder, method_map=_METHODS, keywords=_KEYWORDS, comment_tags=("L10n:",)
    )


def find_missing(language: str, template: Catalog) -> list[str]:
    """The Dutch sentences that `language` does not say yet: absent, empty or fuzzy."""
    catalogue = load_catalogue(language)
    missing = []
    for wanted in template:
        if not wanted.id:
            continue
        own = catalogue.get(wanted.id)
        if own is None or own.fuzzy or not all(own.string if isinstance(own.string, tuple) else [own.string]):
            missing.append(wanted.id if isinstance(wanted.id, str) else wanted.id[0])
    return missing


def update_catalogue(language: str, template: Catalog) -> None:
    """Merge the sentences into the catalogue of one language; creates it when there is none."""
    path = FOLDER / f"{language}.po"
    checked = MACHINE_DRAFT
    if path.exists():
        catalogue = load_catalogue(language)
        checked = find_checked_by(language)
        is_new_chapter = len(find_missing(language, template)) > _MOST_TO_COMPARE
        catalogue.update(template, no_fuzzy_matching=is_new_chapter, update_header_comment=False)
    else:
        catalogue = Catalog(locale=language, project=template.project, charset="utf-8", fuzzy=False)
        catalogue.update(template)
    catalogue.obsolete.clear()
    write_catalogue(path, catalogue, checked)


def write_catalogue(path: Path, catalogue: Catalog, checked_by: str) -> None:
    """Write a catalogue in a stable order; `checked_by` is kept in its header.

    The dates and names that gettext tools add are left out: git knows when and who.
    """
    catalogue.header_comment = f"# Mijn overzicht: {path.stem}"
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_by_file=True, include_lineno=False)
    text = _TOOLS_OWN.sub("", path.read_text(encoding="utf-8"))
    if "X-Checked-By" not in text:
        text = text.replace('"Content-Type:', f'"X-Checked-By: {checked_by}\\n"\n"Content-Type:', 1)
    path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Update all catalogues, or with `--check` only report; 1 when a catalogue lags."""
    template = collect_sentences()
    lagging = 0
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        if "--check" not in arguments:
            update_catalogue(language, template)
        missing = find_missing(language, template)
        lagging += bool(missing)
        print(f"{language}: {len(template) - len(missing)} of {len(template)} sentences")
        for sentence in missing[:5]:
            print(f"  missing: {sentence}")
    return 1 if lagging and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
