"""Which relation a customer is, and making one, by the fake of Exact."""
