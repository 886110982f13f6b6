"""The end of a conversation: read back, paper, three faces, and everything cleared."""

from __future__ import annotations

import json

from overview.domain.conversation import Conversation, Face
from overview.domain.situation import Situation
from overview.services.conversation_writer import write_conversation
from overview.web.counter_printing import OWN_CASES
from overview.web.screen.counter.after_talk import show_after
from overview.web.screen.desk import Desk
from overview.web.screen.drawing import draw, render, show
from overview.web.screen.memory import Memory
from overview.wiring import get_portal
from overview.words.speaking import msg

_FACES = {Face.GOOD: msg("Ja"), Face.SO_SO: msg("Een beetje"), Face.BAD: msg("Nee")}


def show_ending(memory: Memory, desk: Desk, conversation: Conversation) -> None:
    """All of it on one page, in this order."""
    words = memory.words()
    situation = memory.situation or Situation(())
    view = memory.build_view(situation)
    show(render("counter/read_back.html", view=view))
    show_after(memory, desk, conversation)
    code = memory.code
    show(
        render("counter/code.html", code=code, until=words.day(code.ends_at.date())) if code else "",
        render(
            "counter/paper.html",
            situation=get_portal().write_situation(situation),
            code=code.text if code else "",
            cases=OWN_CASES if memory.may_read_cases else "",
            conversation=json.dumps(write_conversation(conversation), ensure_ascii=False),
            sheets=[
                ("full", "normal", words.say("Alles op papier")),
                ("full", "large", words.say("Alles op papier, grote letters")),
                ("fridge", "normal", words.say("Eén blad voor op de koelkast")),
            ],
        ),
    )
    draw(
        "counter/faces.html",
        faces=[(face.value, words.say(text)) for face, text in _FACES.items()],
        chosen=conversation.face.value if conversation.face else "",
    )
    draw("counter/clear.html")
