"""Keeping overviews: the gate that every reading passes, saving, consents, codes on paper, rights, upkeep.

Knows the domain and the ports. Every method says who asks (`SignedIn`) and checks that at the gate.
"""
