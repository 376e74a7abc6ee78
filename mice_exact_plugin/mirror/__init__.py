"""What Exact has and we keep at hand, so that an invoice costs one call: lists, relations, and whose they are."""
