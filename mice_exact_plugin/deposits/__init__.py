"""Deposits of a tenant: what the books have of each, and which are still open."""
