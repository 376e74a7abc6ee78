"""What a person decides about an invoice, by the fake of Exact."""
