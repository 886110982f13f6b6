"""Languages: gettext catalogues and how they are looked up.

Source language is plain Dutch: the Dutch sentence is the message id. Lives here: the
catalogues (`en.po`, `ar.po`), looking them up, languages and dates. Must not import
`overview` (only `content_extractor` knows the shape of the TOML) nor any framework.
"""
