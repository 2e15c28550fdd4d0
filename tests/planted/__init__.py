"""Planted records: right purchases, the slips of a hand, and what is odd and yet right."""
