"""The demo: the whole journey of an invoice, played through the real pages and checked against the books in Exact."""
