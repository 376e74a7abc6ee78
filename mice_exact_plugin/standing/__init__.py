"""How the link and its invoices stand: what pages, commands and mails read, and what administrators are told."""
