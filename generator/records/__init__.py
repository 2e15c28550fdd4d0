"""What was said: notices and parties as their publishers stated them."""
