"""Stated values in words: pure, for one value or one record; knows no page."""
