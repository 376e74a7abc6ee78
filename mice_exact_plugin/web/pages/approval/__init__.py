"""*Ter goedkeuring*: what waits for a yes, as it would be booked, with the yes per invoice, page or night."""
