"""The rows of each table."""
