"""My data: all that is kept in words, who looked, what was agreed to, a copy, and deleting it."""

from overview.domain.access import NotAllowed
from overview.ports import StoreDown
from overview.services.keeping.answers import NotKept
from overview.web.screen import rights_parts
from overview.web.screen.counter.seen_at_home import show_who_has_it
from overview.web.screen.drawing import draw
from overview.web.screen.memory import get_memory
from overview.wiring import get_portal

memory = get_memory()
portal = get_portal()
who = memory.visitor.citizen
try:
    if who is None:
        raise NotKept
    everything = portal.accounts.keeping.rights.list_everything(who, who.person, portal.accounts.clock())
except (NotKept, NotAllowed):
    draw("keeping/nothing.html")
except StoreDown:
    draw("keeping/down.html")
else:
    rights_parts.show_kept(memory, who, everything)
    show_who_has_it(memory, who)
    rights_parts.show_consents(memory, who, everything.consents)
    draw("keeping/my_copy.html")
    rights_parts.show_delete(memory, who)
