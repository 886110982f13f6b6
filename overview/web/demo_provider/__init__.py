"""The demo identity provider: a real OpenID Connect provider with invented people. In demo mode only.

Built with Authlib's server parts. It lives at the edge, beside the portal it serves, and shares
nothing with the portal but the secret of the line between them. Must not be imported from below.
"""
