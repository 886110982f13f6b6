"""Papier: the overview as a tagged PDF that is right in every script, and beautiful.

Read in this order, each layer knows only those above it:

- `clean`, `typefaces`, `bidi`, `shaping`, `paragraph`: the text layer, from a sentence to
  lines of glyphs (font runs, Unicode bidi levels, HarfBuzz, line breaking);
- `embedding`, `tagging`, `canvas`: the PDF layer, from glyphs to a tagged page
  (PDF 32000-1, sections 9.7 and 14.6 to 14.9);
- `theme`, `rows`, `flow`: what stands where on a page, and when a new page starts;
- `wording`, `marks`, `step_card`, `closing`, `full_sheet`, `fridge_sheet`: the two sheets;
- `printer`: the only thing others use.

Nothing here parses markup, opens an address or reads a file other than its own fonts.
Imports: words (view model), reportlab (as PDF writer), uharfbuzz, python-bidi, segno.
"""

from overview.paper.printer import PaperPrinter

__all__ = ["PaperPrinter"]
