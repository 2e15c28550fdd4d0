"""Personal data stops at the gate, before it enters history (regulations 11.2)."""
