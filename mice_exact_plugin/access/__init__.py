"""Who may call Exact, and when: tokens that all processes share, limits, leases, and the gate before every call."""
