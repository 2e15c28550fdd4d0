"""MkDocs hook."""
