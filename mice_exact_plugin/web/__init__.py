"""The pages of the link and what it shows on the host's pages."""
