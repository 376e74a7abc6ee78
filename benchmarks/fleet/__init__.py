"""A night of many venues: how long it takes, with how many workers, and what it costs them that some are slow."""
