"""A case register of our own, with invented people: strict about the ZGW standard, traps switchable.

For tests and for the demo, which reads it over real HTTP. It may use a web framework; nothing but
wiring and tests may import it.
"""
