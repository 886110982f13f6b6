"""Use cases: what the portal does for a citizen, without knowing screen, paper or files.

Lives here: reading a situation that came from outside, making the overview, reading cases
from several sources at once. Knows the domain and the ports; must not import adapters,
`i18n` or a framework.
"""
