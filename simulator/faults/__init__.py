"""Faults on demand: which calls they hit, and what they do to the call or its answer."""
