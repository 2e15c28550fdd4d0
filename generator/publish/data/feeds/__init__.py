"""Feeds of what is new: Atom and JSON Feed, of everything and of each kind, place, field and body."""
