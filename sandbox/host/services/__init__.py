"""The host's use cases, one per file; they flush and leave the commit to the caller where they say so."""
