"""What an adversary plants for the privacy gate, and where; all of it is invented."""
