"""Case registers that speak the VNG ZGW standards (Zaken, Catalogi and Documenten API).

Here the Dutch field names of the standard are known, and nowhere else: `translating.py` puts them in
the words of the domain. Must not import: services, other adapters, any web framework.
"""
