"""How it is shown: pure functions from records to files."""
