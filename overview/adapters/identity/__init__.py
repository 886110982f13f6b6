"""Signing in at an OpenID Connect provider: settings, discovery, tokens, claims.

Authlib and joserfc do the protocol's own work; here is what we ask, and what we refuse.
Must not import: services, other adapters than the settings, any edge, Streamlit.
"""
