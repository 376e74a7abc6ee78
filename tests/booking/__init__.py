"""Posting, searching and curing, by the fake of Exact."""
