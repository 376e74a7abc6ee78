"""The page of the mapping: where every rate group is booked, and who agreed to it."""
