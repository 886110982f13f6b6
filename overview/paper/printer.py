"""The printer: an overview in, a PDF out. The one thing of this package that others use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from overview.paper.theme import Theme
from overview.paper.typefaces import is_right_to_left
from overview.paper.wording import make_wording
from overview.words.text import Sentence
from overview.words.view import OverviewView

if TYPE_CHECKING:
    from overview.words.template_view import LetterToSign

Size = Literal["normal", "large"]
Sheet = Literal["full", "fridge"]

_BASE = {"normal": 14.0, "large": 18.0}


class PaperPrinter:
    """Printer van het overzicht. Holds no text of anyone; may be shared by all threads.

    `start_url` is the address of the start page, printed and as QR code; empty leaves both out.
    `is_strict` makes a character that no typeface has an error (in tests) instead of a mark.
    """

    def __init__(self, start_url: str = "", *, is_strict: bool = False) -> None:
        self._start_url = start_url
        self._is_strict = is_strict

    def print_overview(
        self,
        view: OverviewView,
        beside: OverviewView | None = None,
        *,
        size: Size = "normal",
        sheet: Sheet = "full",
        address: str = "",
    ) -> bytes:
        """The PDF of `view`, with the Dutch `beside` it; the same bytes for the same input.

        `address` stands on it in place of the start page: it leads to this very overview.
        KeyError for an unknown size; MissingCharacterError in strict mode.
        """
        theme = Theme(_BASE[size], is_right_to_left(view.language), self._is_strict)
        wording = make_wording(view, beside)
        # Each sheet is loaded when first printed, so that the first one does not wait for the other.
        if sheet == "fridge":
            from overview.paper.fridge_sheet import print_fridge as print_sheet
        else:
            from overview.paper.full_sheet import print_full as print_sheet
        return print_sheet(wording, theme, address or self._start_url)

    def print_letter(self, letter: LetterToSign, view: OverviewView, *, size: Size = "normal") -> bytes:
        """The PDF of a letter to sign and the sheet that explains it, in the language of `view`.

        `view` may have no steps: it brings the words and the help of every sheet.
        """
        # Loaded when a letter is printed: it brings words that no overview needs.
        from overview.paper.letter_sheet import print_letter_sheet

        theme = Theme(_BASE[size], is_right_to_left(view.language), self._is_strict)
        return print_letter_sheet(letter, make_wording(view, None), theme)

    def print_facts(
        self, title: Sentence, parts: Sequence[tuple[Sentence, Sequence[Sentence]]], view: OverviewView
    ) -> bytes:
        """The PDF of facts under headings; `view` may have no steps: it brings the words and the help."""
        from overview.paper.facts_sheet import print_facts_sheet

        theme = Theme(_BASE["normal"], is_right_to_left(view.language), self._is_strict)
        return print_facts_sheet(title, parts, make_wording(view, None), theme)


def load_ahead(calendar: Mapping[str, Iterable[str]] | None = None) -> None:
    """Load what the first document of a process would wait for: the sheets, the writer, the fonts.

    `calendar` has the names of months and weekdays by language. They stand in nearly every document,
    and are known before anyone's date is: no document adds to them.
    """
    from overview.paper import fridge_sheet, full_sheet  # noqa: F401
    from overview.paper.atoms import learn
    from overview.paper.embedding import EmbeddedFont
    from overview.paper.qr import load_encoder
    from overview.paper.typefaces import all_typefaces

    load_encoder()
    for face in all_typefaces():
        EmbeddedFont(face).parts()
    for language, words in (calendar or {}).items():
        learn(words, language)
