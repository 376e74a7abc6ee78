"""Finding, making and promoting relations, by the fake of Exact."""
