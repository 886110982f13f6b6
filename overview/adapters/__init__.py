"""The outside world behind the ports: content files and case sources.

Must not import: services, edges. Reads files and, later, registers; never decides.
"""
