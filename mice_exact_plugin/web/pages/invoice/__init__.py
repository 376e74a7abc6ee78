"""What the host's page of an invoice shows of its entry, and what may be decided there."""
