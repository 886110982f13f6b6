"""Woorden die alleen op papier staan: the Dutch source, translated like every interface text.

`{name}` marks a value that the paper fills in. A key is never shown.
"""

from __future__ import annotations

PAPER_WORDS: dict[str, str] = {
    "do_now": "Dit doe ik nu",
    "after_that": "Daarna",
    "nothing_now": "U hoeft nu niets te doen.",
    "more_on_full_sheet": "Er is meer. Kijk op uw hele overzicht.",
    "page_of": "{page} van {pages}",
    "attention": "Let op",
    "you_need": "Dit heeft u nodig",
    "ways_to_do_it": "Zo kunt u dit doen",
    "what_to_say": "Dit kunt u zeggen",
    "otherwise": "Als u het niet doet",
    "when_late": "Bent u te laat?",
    "mistake": "Gaat er iets fout?",
    "ask_a_person": "Bespreek dit met een medewerker",
    "called_on": "Gebeld op",
    "spoke_to": "Gesproken met",
    "reference": "Kenmerk",
    "promised": "Afgesproken",
    "source": "Bron",
    "agency": "Organisatie",
    "contact": "Contact",
    "steps": "Stappen",
    "agency_says": "De organisatie schrijft",
    "to_start_page": "Zo maakt u een nieuw overzicht",
    "qr_alternative": "QR-code naar {address}",
    "text_cut": "Hier past niet alle tekst. Vraag ernaar bij het loket.",
    "steps_cut": "Hier staan {count} stappen. Vraag naar de rest bij het loket.",
}
