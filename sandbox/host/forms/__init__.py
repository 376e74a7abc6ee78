"""The host's forms, with Dutch labels and messages."""
