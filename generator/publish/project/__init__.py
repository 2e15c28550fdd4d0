"""What is said of one purchase, derived once and shared by all that show it."""
