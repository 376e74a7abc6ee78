"""The overview of what holds invoices up, and where each one stands."""
