"""The command line, an edge: `python -m overview <command>` (DESIGN section 13).

Lives here: one module per command. Knows wiring; must not hold rules or texts of its own.
Errors go to standard error, one sentence; exit code 2 is bad input.
"""
