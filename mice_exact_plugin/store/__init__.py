"""The plugin's own tables in the host's database; a table and its few queries live together."""
