"""The overview: what to do first, what comes after, how cases stand, and all of it on paper."""

from overview.web.screen.middle import show_anew
from overview.web.screen.overview_parts import show_overview

show_anew("overview", show_overview)
