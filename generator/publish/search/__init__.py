"""The search: columns to choose by, the full text, and what a file takes away beside them."""
