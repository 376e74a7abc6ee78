"""Exact's limits: calls a minute and a day, and errors an hour."""
