"""Is it lawful: what follows from what was said, by the article in force."""
