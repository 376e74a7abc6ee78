"""A tenant's link with one administration, as rows: the connection, its settings, its runs, and how far it is."""
