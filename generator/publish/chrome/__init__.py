"""The chrome around every page: its settings, what hand-written pages may hold, what a page may load."""
