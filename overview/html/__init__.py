"""HTML of an overview: Jinja templates over the view model of `overview.words`.

One template per part (step, row, picture of time, agencies, cases, help) serves the screen
and the light page, so that neither says what the other does not. No I/O but reading its own
templates, no framework of a server; must not import services, adapters, web or pages.
"""

from overview.html.renderer import Renderer

__all__ = ["Renderer"]
