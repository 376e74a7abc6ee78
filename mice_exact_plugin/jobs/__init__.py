"""The background work: wake-ups that carry ids, over RQ; losing all of Redis loses none of the work."""
