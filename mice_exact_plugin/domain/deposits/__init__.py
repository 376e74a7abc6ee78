"""Deposits: on which account they wait for their event, and how the final invoice takes exactly that off again."""
