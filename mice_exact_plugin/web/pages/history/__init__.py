"""The pages about what happened: every night with its invoices, and what people changed."""
