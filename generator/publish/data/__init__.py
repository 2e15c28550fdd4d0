"""What can be taken away: tables, releases, feeds, statistics, and what proves them whole."""
