"""Exact's property names, spelled here and nowhere else: answers become domain values, domain values become bodies."""
