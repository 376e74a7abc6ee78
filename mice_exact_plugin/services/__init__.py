"""The use cases, one per file: no Flask and no RQ; every step ends its transaction before Exact is called."""
