"""The settings: form, checks, and what saving them means."""
