"""The pages, section by section: facts in, files out."""
