"""Early signs and sequels in words: offers with a place to check, never a promise or a duty."""

from __future__ import annotations

from overview.domain.catalogue import Catalogue
from overview.domain.guidance import Sign
from overview.domain.signs import find_sequels
from overview.domain.situation import Situation
from overview.words.agency_view import name_agency
from overview.words.source_view import say_expired, with_doubt
from overview.words.speaking import Words
from overview.words.text import Sentence
from overview.words.view import SignView


def view_sign(words: Words, sign: Sign, catalogue: Catalogue) -> SignView:
    """An early sign, with whom to ask; the web page is that of the agency."""
    agency = catalogue.agencies.get(sign.agency)
    return SignView(
        sign.id,
        words.say(sign.title),
        words.say(sign.text),
        with_doubt(words, words.say(sign.check), say_expired(words, sign.review_on)),
        name_agency(words, catalogue, sign.agency),
        agency.url if agency else "",
    )


def list_sequels(
    words: Words, situation: Situation, catalogue: Catalogue
) -> tuple[tuple[str, Sentence], ...]:
    """The life events that often follow, each with its id and the way a citizen says it."""
    return tuple(
        (name, words.say(catalogue.life_events[name].title)) for name in find_sequels(situation, catalogue)
    )
