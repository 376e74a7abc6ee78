"""What the plugin asks of its host, and the one place where the host's records become ours."""
