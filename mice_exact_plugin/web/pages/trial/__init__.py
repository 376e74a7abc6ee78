"""*Proefrun*: what the invoices of a past month would become."""
