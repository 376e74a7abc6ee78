"""The bookkeeping behind the resources: periods, VAT, due dates, numbers, and postings that always balance."""
