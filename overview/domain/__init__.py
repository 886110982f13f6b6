"""The heart: from a situation to an ordered plan. Pure Python.

Lives here: content types, the situation, dates, conditions, the order, groups and reasons.
Must not import: anything outside the standard library and this folder; no I/O, no framework,
no clock (`today` is an argument), no language (texts are Dutch source texts, reasons are codes).
"""
