"""The page on which an invoice and its entry stand side by side, before and after booking."""
