"""Who may reach what: apps, users, authorisation codes and tokens."""
