"""An official notice as text, page or Word file, on its way to a draft. Never guesses, only reads."""
