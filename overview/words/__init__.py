"""Puts an overview in words: domain and a language in, one view model out.

Lives here: sentences as spans (`text`), looking them up in a language (`speaking`), and the
view model that every form shows (`view`). Uses `i18n` and the domain; must not import
services, adapters, templates or a framework.
"""
