"""The use cases, one per file: no Flask and no RQ; every step ends its transaction before Exact is called.

Three rooms hold what the use cases have in common: `access` to Exact, the `mirror` of it, and `posting`.
"""
