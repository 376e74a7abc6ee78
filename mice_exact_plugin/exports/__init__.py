"""The row of each invoice: the queue and its history, and what is remarked and accepted beside it."""
