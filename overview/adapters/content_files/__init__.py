"""Content from TOML files: shape (`shapes`), loading (`loader`), what must hold (`rules`).

Every error names the file and the path inside it.
"""
