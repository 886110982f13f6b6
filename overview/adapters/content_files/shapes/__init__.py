"""The shape of the content files, field by field; `overview/content/README.md` explains them.

Unknown fields, wrong types and unknown values are refused here; what no single field can tell
(references, circles, dates that must be there) is in `overview.adapters.content_files.rules`.
"""
