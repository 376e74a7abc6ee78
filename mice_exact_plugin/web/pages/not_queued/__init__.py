"""The pages of invoices that were sent while the link was not active."""
