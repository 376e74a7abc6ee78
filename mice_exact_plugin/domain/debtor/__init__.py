"""Whose account an invoice lands on: a customer's facts in normal forms, and the table that judges them."""
