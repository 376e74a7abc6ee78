"""Connecting, choosing and keeping up: what must be in order before and beside the booking."""
