"""The resources of the REST API, one module each: where it lives, what it shows, and the rules for writing it."""
