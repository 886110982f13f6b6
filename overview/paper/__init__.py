"""Papier: the overview as a tagged PDF that is right in every script, and beautiful.

Read in this order, each layer knows only those above it:

- `clean`, `typefaces`, `bidi`, `shaping`, `pieces`, `line_ops`, `atoms`, `units`, `cutting`, `paragraph`: the
  text layer, from a sentence to lines of glyphs (font runs, Unicode bidi levels, HarfBuzz, line breaking);
- `theme`: how big and how dark;
- `embedding`, `file_writing` (all that touches reportlab, which writes the file), `tagging`, `file_parts`,
  `canvas`: the PDF layer, from glyphs to a tagged page (PDF 32000-1, sections 9.7 and 14.6 to 14.9);
- `rows`, `text_row`, `blocks`, `closeness`, `flow`, `framing`: what belongs together, what is set
  closer, and when a new page starts;
- `wording`, `laying`, `setting`, `columns`, `lists`, `headings`, `marks`, `qr`: sentences in two
  languages as rows;
- `step_parts`, `step_card`, `short_row`, `maybe_rows`, `at_the_phone`, `timeline`, `agencies`, `cases`,
  `together`, `closing`, `offers`, `full_sheet`, `fridge_fit`, `fridge_sheet`, `letter_sheet`,
  `facts_sheet`: the sheets;
- `printer`: the only thing others use.

What is kept between documents is catalogue text and the names of the calendar only (`atoms.KEPT_WORDS`,
`units.KEPT_PHRASES`, `paragraph.KEPT_PARAGRAPHS`, all bounded): a span marked `is_personal`, as every
value and every register text is, is remembered for one document at most.

Nothing here parses markup, opens an address or reads a file other than its own fonts.
Imports: words (view model), reportlab, uharfbuzz, segno.
"""

from overview.paper.printer import PaperPrinter, load_ahead

__all__ = ["PaperPrinter", "load_ahead"]
