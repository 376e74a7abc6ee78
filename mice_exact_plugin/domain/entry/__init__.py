"""From an invoice to the entry that it becomes, and whether what Exact shows is that entry."""
