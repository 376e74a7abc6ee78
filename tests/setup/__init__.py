"""Quick tests of connecting and upkeep, by the fake."""
