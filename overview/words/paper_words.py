"""Woorden die alleen op papier staan: the Dutch source, translated like every interface text.

`{name}` marks a value that the paper fills in. A key is never shown.
"""

from __future__ import annotations

from overview.words.marking import msg

PAPER_WORDS: dict[str, str] = {
    "do_now": msg("Dit doe ik nu"),
    "after_that": msg("Daarna"),
    "nothing_now": msg("U hoeft nu niets te doen."),
    "more_on_full_sheet": msg("Er is meer. Kijk op uw hele overzicht."),
    "page_of": msg("{page} van {pages}"),
    "attention": msg("Let op"),
    "you_need": msg("Dit heeft u nodig"),
    "ways_to_do_it": msg("Zo kunt u dit doen"),
    "what_to_say": msg("Dit kunt u zeggen"),
    "otherwise": msg("Als u het niet doet"),
    "when_late": msg("Bent u te laat?"),
    "mistake": msg("Gaat er iets fout?"),
    "ask_a_person": msg("Bespreek dit met een medewerker"),
    "called_on": msg("Gebeld op"),
    "spoke_to": msg("Gesproken met"),
    "reference": msg("Kenmerk"),
    "promised": msg("Afgesproken"),
    "source": msg("Bron"),
    "agency": msg("Organisatie"),
    "contact": msg("Contact"),
    "steps": msg("Stappen"),
    "agency_says": msg("De organisatie schrijft"),
    "to_start_page": msg("Zo maakt u een nieuw overzicht"),
    "qr_alternative": msg("QR-code naar {address}"),
    "text_cut": msg("Hier past niet alle tekst. Vraag ernaar bij het loket."),
    "more_there": msg("Meer hierover: vraag het bij het loket of maak een nieuw overzicht."),
    "steps_cut": msg("Hier staan {count} stappen. Vraag naar de rest bij het loket."),
}
