"""A small believable host and an Exact Online simulator: what the plugin is run and tested against."""
