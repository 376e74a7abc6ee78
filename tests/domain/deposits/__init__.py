"""Deposits, by their rules."""
