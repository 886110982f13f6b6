"""Persoonlijk overzicht: everything a citizen must arrange with government, in one order.

Imports run downwards only: edges (`web`, `cli`, and `pages/` beside this package), `wiring`,
`services`, then `adapters`, `paper` and `html`, then `words`, `ports`, `domain`.
"""
