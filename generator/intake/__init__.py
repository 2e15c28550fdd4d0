"""Ways in for whoever has no Git: what a notice says, on its way to a record."""
