"""Releases and records of the Open Contracting Data Standard, 1.1.5."""
